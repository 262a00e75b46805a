// VS Code's server build: a whole VS Code that a browser shows. Fetched on first need, started, stopped.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { copyFile, cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onCleanUp } from './cleanup.mjs';
import { fetched } from './fetched.mjs';
import { npm, quietly } from './npm.mjs';
import { NODE } from './paths.mjs';
import { writeUserSettings } from './settings.mjs';

const VERSION = '4.139.1'; // of code-server; it holds VS Code 1.139.1
const LOGGER = fileURLToPath(new URL('spdlog.cjs', import.meta.url));
/** Built-in extensions that work for nobody here: one needs an account, one looks for TypeScript projects. */
const UNWANTED = ['copilot', 'typescript-language-features'];

const READY = /Extension host agent listening on (\d+)/;
const REFUSED = /Error occurred in server[\s\S]*?Error: (.*)/; // such as a port in use; it would go on without listening
const START_TIMEOUT = 60_000;
const STOP_TIMEOUT = 5_000;

/**
 * @typedef {object} VSCodeServer
 * @property {string} origin such as `http://127.0.0.1:41234`
 * @property {string} authority such as `127.0.0.1:41234`
 * @property {string} token what a browser must know to be let in: whoever is let in can run programs
 * @property {Promise<void>} ended resolves when the process has ended, for whatever reason
 * @property {() => string} log the last of what it printed
 * @property {string} data where it keeps what it stores
 */

/**
 * Starts a VS Code with no account, and no extensions but those given, on a loopback port. It ends, and what it stored goes, with the
 * script (see cleanup.mjs).
 * @param {{ port?: number, env?: NodeJS.ProcessEnv, extensions?: readonly string[], trusts?: boolean }} [options] port 0: any free one; env: what extensions see besides ours; extensions: folders that are copied to where installed ones lie; trusts: whether every folder counts as trusted
 * @returns {Promise<VSCodeServer>} resolves when it listens; rejects with its output when it doesn't
 */
export async function startVSCodeServer({ port = 0, env = {}, extensions = [], trusts = true } = {}) {
  const vscode = await vscodeFolder();
  const data = await mkdtemp(join(tmpdir(), 'vscode-server-'));
  await writeUserSettings(join(data, 'user'));
  for (const folder of extensions)
    await cp(folder, join(data, 'server/extensions', basename(folder)), { recursive: true });
  const token = randomUUID();
  const child = spawn(NODE, [join(vscode, 'out/server-main.js'), ...serverArguments(port, data, token, trusts)], {
    // no gallery: nothing is looked up elsewhere; sockets beside the data, to be removed with it
    env: { ...process.env, EXTENSIONS_GALLERY: '{}', XDG_RUNTIME_DIR: data, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise((resolve) => {
    child.once('close', () => resolve(undefined));
  });
  let log = '';
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  onCleanUp(async () => {
    await end(child, ended);
    await rm(data, { recursive: true, force: true, maxRetries: 3 });
  });
  try {
    const bound = await new Promise((resolve, reject) => {
      timer = setTimeout(() => reject(new Error(`is not ready after ${START_TIMEOUT / 1000} s`)), START_TIMEOUT);
      const read = (/** @type {Buffer} */ chunk) => {
        log = (log + chunk).slice(-50_000);
        const ready = READY.exec(log);
        const refused = REFUSED.exec(log);
        if (ready) resolve(Number(ready[1]));
        if (refused) reject(new Error(`can't start: ${refused[1]}`));
      };
      child.stdout.on('data', read);
      child.stderr.on('data', read);
      child.on('error', reject);
      child.on('exit', (code, signal) => reject(new Error(`ended at once (${signal ?? `exit code ${code}`})`)));
    });
    const authority = `127.0.0.1:${bound}`;
    return { origin: `http://${authority}`, authority, token, ended, log: () => log, data };
  } catch (error) {
    throw new Error(`VS Code's server build ${error.message}. It printed:\n${log.trim().slice(-4000) || '(nothing)'}`);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Installs a package of an extension, for the windows that are opened from now on.
 * @param {VSCodeServer} server
 * @param {string} vsix its path
 */
export async function installExtension(server, vsix) {
  await askServer(server, 'Installing the extension', '--install-extension', vsix, '--force');
}

/**
 * Removes an extension.
 * @param {VSCodeServer} server
 * @param {string} id
 */
export async function uninstallExtension(server, id) {
  await askServer(server, 'Removing the extension', '--uninstall-extension', id);
}

/**
 * @param {VSCodeServer} server
 * @returns {Promise<string[]>} the ids of the extensions that somebody has installed
 */
export async function installedExtensions({ data }) {
  const path = join(data, 'server/extensions/extensions.json');
  return JSON.parse(await readFile(path, 'utf8')).map(({ identifier }) => identifier.id);
}

/** @param {VSCodeServer} server */
async function askServer({ data }, doing, ...args) {
  const vscode = await vscodeFolder();
  await quietly(NODE, [join(vscode, 'out/server-main.js'), ...args, ...folderArguments(data)], {
    cwd: data,
    doing,
    env: { ...process.env, EXTENSIONS_GALLERY: '{}' },
  });
}

function folderArguments(data) {
  const folders = ['--user-data-dir', join(data, 'user'), '--server-data-dir', join(data, 'server')];
  return [...folders, '--accept-server-license-terms', '--disable-telemetry'];
}

function serverArguments(port, data, token, trusts) {
  return [
    ...['--host', '127.0.0.1', '--port', String(port), '--connection-token', token],
    ...folderArguments(data),
    ...(trusts ? ['--disable-workspace-trust'] : []),
    '--enable-smoke-test-driver', // without it the server ignores the extension and the tests named in the address
  ];
}

/** SIGTERM lets it end its extension hosts; one that doesn't listen is ended the hard way. */
async function end(child, ended) {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT);
  await ended;
  clearTimeout(timer);
}

/**
 * `code-server` ships VS Code as built, but without the packages VS Code itself depends on. They need no building:
 * the native ones come prebuilt (file watcher, terminal), or are not missed, or have a stand-in of ours (logger).
 */
export async function vscodeFolder() {
  const inside = (folder) => join(folder, 'node_modules/code-server/lib/vscode');
  const folder = await fetched({
    name: `code-server-${VERSION}`,
    title: "VS Code's server build (400 MB)",
    packages: [`code-server@${VERSION}`],
    finish: async (partial) => {
      for (const cwd of [inside(partial), join(inside(partial), 'extensions')])
        await npm(['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund'], {
          cwd,
          doing: "Installing what VS Code's server build depends on",
        });
      for (const extension of UNWANTED)
        await rm(join(inside(partial), 'extensions', extension), { recursive: true, force: true });
      await copyFile(LOGGER, join(inside(partial), 'node_modules/@vscode/spdlog/index.js'));
    },
  });
  return inside(folder);
}
