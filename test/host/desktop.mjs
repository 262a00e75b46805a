// Finds an installed VS Code Desktop.
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

const LINUX = [
  '/usr/share/code/code',
  '/usr/lib/code/code',
  '/opt/visual-studio-code/code',
  '/snap/code/current/usr/share/code/code',
];
const MAC = ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
  ['Code', 'Electron'].map((name) => join(folder, 'Visual Studio Code.app/Contents/MacOS', name)),
);

/** @returns {string | undefined} the executable of VS Code itself, to be run with command-line switches of its own */
export function installedDesktop() {
  switch (process.platform) {
    case 'darwin':
      return MAC.find((path) => existsSync(path));
    case 'win32':
      return windows('Code.exe');
    default:
      return hasDisplay() ? LINUX.find((path) => existsSync(path)) : undefined;
  }
}

/** @returns {string | undefined} the command `code`, which opens a window and returns */
export function installedCommand() {
  if (process.platform === 'win32') return windows('bin/code.cmd');
  if (process.platform === 'linux' && !hasDisplay()) return undefined;
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  if (process.platform === 'darwin') folders.push(...MAC.map((path) => join(path, '../../Resources/app/bin')));
  return folders.map((folder) => join(folder, 'code')).find((path) => existsSync(path));
}

function windows(name) {
  const { LOCALAPPDATA, PROGRAMFILES } = process.env;
  const folders = [LOCALAPPDATA && join(LOCALAPPDATA, 'Programs'), PROGRAMFILES].filter((it) => it !== undefined);
  return folders.map((folder) => join(folder, 'Microsoft VS Code', name)).find((path) => existsSync(path));
}

/** A Desktop on Linux needs somewhere to show its window. */
function hasDisplay() {
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}
