// Serves VS Code as github.dev and vscode.dev have it: the workbench alone, with no VS Code server behind it.

import { readdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, relative, sep } from 'node:path';
import { onCleanUp } from '../cleanup.mjs';
import { ROOT } from '../paths.mjs';
import { SETTINGS } from '../settings.mjs';
import { vscodeFolder } from '../vscode-server.mjs';
import { screenshot } from '../workbench.mjs';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.cjs': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

const OPEN_TIMEOUT = 60_000;
const WORKBENCH = 'out/vs/code/browser/workbench/workbench.js';
/** What the server build's workbench does with its server, and what one without does instead: each is there once. */
const WITHOUT_SERVER = [
  { what: 'the server is where the page comes from', found: /,remoteAuthority:location\.host/, instead: '' },
  {
    what: 'settings are kept on the server',
    found:
      /(get userRoamingDataHome\(\)\{return \w+\(\w+\.file\(this\.userDataPath\)\.with\(\{scheme:\w+\.)vscodeRemote\b/,
    instead: '$1vscodeUserData',
  },
];

/** What this build wants to be told. */
const WANTED = {
  userDataPath: '/',
  isEnabledFileDownloads: true,
  isEnabledFileUploads: true,
  isEnabledCoderGettingStarted: false,
};

/** The scheme of the folder; the extension in `files/` serves it, out of memory. */
export const SCHEME = 'initiatives-web';

/**
 * @typedef {object} WebContent
 * @property {string} folder what the folder in the window holds, an absolute path; nothing is written to it
 * @property {string} [tests] the bundle of tests, a path from the extension's root
 * @property {readonly string[]} [extensions] further extensions under development, absolute paths
 */

/**
 * Starts it on a free loopback port; it ends with the script.
 * @param {WebContent} content
 * @returns {Promise<{ origin: string }>}
 */
export async function startWebServer({ folder, tests, extensions = [] }) {
  const roots = { vscode: await vscodeFolder(), extension: ROOT, files: join(ROOT, 'test/host/web/files') };
  extensions.forEach((path, index) => {
    roots[`extension-${index}`] = path;
  });
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const send = (type, body) => response.writeHead(200, { 'content-type': type }).end(body);
    const refuse = () => response.writeHead(404).end();
    if (pathname === '/') return send(TYPES['.html'], page(request.headers.host, Object.keys(roots), tests));
    if (pathname === '/files/folder.json') return void contentOf(folder).then((it) => send(TYPES['.json'], it), refuse);
    void fileAt(roots, pathname).then(({ type, bytes }) => send(type, bytes), refuse);
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', () => resolve(undefined));
  });
  onCleanUp(
    () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { origin: `http://127.0.0.1:${port}` };
}

/**
 * Opens what it serves, and waits until VS Code shows itself.
 * @param {import('playwright-core').Page} page
 * @param {string} origin
 */
export async function openWorkbench(page, origin) {
  await page.goto(origin, { waitUntil: 'domcontentloaded', timeout: OPEN_TIMEOUT });
  try {
    await page.locator('.monaco-workbench').waitFor({ timeout: OPEN_TIMEOUT });
  } catch (cause) {
    throw new Error(`VS Code didn't open in the browser: see ${await screenshot(page, 'web-did-not-open')}`, { cause });
  }
}

/** The file that a path in an address names: a root's name, then a path within that root. */
async function fileAt(roots, pathname) {
  const [, name = '', ...rest] = decodeURIComponent(pathname).split('/');
  const root = Object.hasOwn(roots, name) ? roots[name] : undefined;
  const path = normalize(rest.join('/'));
  if (!root || path.startsWith('..')) throw new Error('not for you');
  const bytes = await readFile(join(root, path));
  const type = TYPES[extname(path)] ?? 'application/octet-stream';
  return name === 'vscode' && path === WORKBENCH ? { type, bytes: withoutServer(bytes.toString()) } : { type, bytes };
}

/** @param {string} script */
function withoutServer(script) {
  return WITHOUT_SERVER.reduce((text, { what, found, instead }) => {
    if (text.split(found).length === 1) throw new Error(`VS Code's workbench no longer says that ${what}.`);
    return text.replace(found, instead);
  }, script);
}

/** All files of a folder as JSON: their paths, with slashes, and what they hold, as base64. */
async function contentOf(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((it) => it.isFile())
    .map(async (it) => {
      const path = join(it.parentPath, it.name);
      return [relative(folder, path).split(sep).join('/'), await readFile(path, 'base64')];
    });
  return JSON.stringify(Object.fromEntries(await Promise.all(files)));
}

/** The page that shows the workbench. */
function page(host, roots, tests) {
  const at = (path) => ({ scheme: 'http', authority: host, path });
  const configuration = {
    ...WANTED,
    webviewEndpoint: '/vscode/out/vs/workbench/contrib/webview/browser/pre/',
    folderUri: { scheme: SCHEME, authority: '', path: '/dataset' },
    additionalBuiltinExtensions: [at('/files')],
    configurationDefaults: SETTINGS,
    developmentOptions: {
      extensions: roots.filter((it) => it.startsWith('extension')).map((it) => at(`/${it}`)),
      ...(tests && { extensionTestsPath: at(`/extension/${tests}`) }),
      enableSmokeTestDriver: true,
    },
    productConfiguration: { extensionsGallery: undefined },
  };
  const attribute = JSON.stringify(configuration).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return `<!doctype html>
<html>
<head>
<meta charset="utf-8">
<meta id="vscode-workbench-web-configuration" data-settings="${attribute}">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/vscode/out/vs/code/browser/workbench/workbench.css">
</head>
<body aria-label=""></body>
<script>globalThis._VSCODE_FILE_ROOT = new URL('/vscode/out/', location).toString();</script>
<script src="/vscode/out/nls.messages.js"></script>
<script type="module" src="/vscode/${WORKBENCH}"></script>
</html>`;
}
