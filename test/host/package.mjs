// Makes the extension's package as `npm run package` does, beside the tree and not in it, so that nothing there changes.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { NODE, ROOT } from './paths.mjs';

const VSCE = join(ROOT, 'node_modules/@vscode/vsce/vsce');
const COMMAND = 'vsce package ';

/**
 * Lays out all that git knows of the repository, and a production build of it, as a fresh clone would have them.
 * @param {string} folder an empty one
 */
export function layOut(folder) {
  execFileSync(NODE, ['esbuild.mjs', '--production', `--outdir=${join(folder, 'dist')}`], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  for (const name of filesOfTheRepository()) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    cpSync(join(ROOT, name), join(folder, name));
  }
}

/** What a fresh clone would hold, and what has been written since. */
function filesOfTheRepository() {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const names = execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).split('\0');
  return names.filter((name) => name !== '' && existsSync(join(ROOT, name)));
}

/**
 * Runs the packager in such a folder.
 * @param {string} folder
 * @param {...string} args
 * @returns {string} what it printed
 */
export function vsce(folder, ...args) {
  return execFileSync(NODE, [VSCE, ...args], { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/**
 * Packages what lies in the folder, with the options of `npm run package`.
 * @param {string} folder
 * @returns {string} the package's path
 */
export function packageIn(folder) {
  const { scripts } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const options = scripts.package.split(COMMAND)[1].split(' ');
  const path = join(folder, 'it.vsix');
  vsce(folder, 'package', ...options, '--out', path);
  return path;
}
