// A VS Code window: the server build's workbench in a browser page, with an extension under development in it.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { SCREENSHOTS } from './paths.mjs';

const OPEN_TIMEOUT = 60_000;

/**
 * @typedef {object} WindowContent
 * @property {string} [folder] the workspace, an absolute path; no folder is open without
 * @property {string} [extension] the extension's root, an absolute path
 * @property {string} [tests] a module that exports `run(): Promise<void>`, run in the extension host
 * @property {string} [file] a file to show, an absolute path
 */

/**
 * The address at which the server shows a window with this content.
 * @param {import('./vscode-server.mjs').VSCodeServer} server
 * @param {WindowContent} content
 */
export function windowAddress(server, { folder, extension, tests, file }) {
  const remote = (path) => `vscode-remote://${server.authority}${pathToFileURL(path).pathname}`;
  const payload = [
    extension && ['extensionDevelopmentPath', remote(extension)],
    tests && ['extensionTestsPath', remote(tests)],
    file && ['openFile', remote(file)],
    ['skipWelcome', 'true'],
  ].filter(Boolean);
  const query = {
    tkn: server.token,
    ...(folder ? { folder: decodeURI(pathToFileURL(folder).pathname) } : { ew: 'true' }),
    payload: JSON.stringify(payload),
  };
  return `${server.origin}/?${Object.entries(query)
    .map(([name, value]) => `${name}=${readable(value)}`)
    .join('&')}`;
}

/** Encoded for a query, but for what may stand there as it is: people see the address. */
function readable(text) {
  return encodeURIComponent(text).replace(/%(2F|3A|2C)/g, decodeURIComponent);
}

/**
 * Opens a window and waits until VS Code shows itself in it.
 * @param {object} options
 * @param {import('playwright-core').Browser} options.browser
 * @param {import('./vscode-server.mjs').VSCodeServer} options.server
 * @param {WindowContent} options.content
 * @param {{ width: number, height: number }} [options.size] in CSS pixels
 * @param {number} [options.scale] device pixels a CSS pixel
 * @param {(page: import('playwright-core').Page) => Promise<void>} [options.prepare] before anything is loaded
 * @returns {Promise<import('playwright-core').Page>} rejects with the server's log when VS Code doesn't show
 */
export async function openWindow({
  browser,
  server,
  content,
  size = { width: 1400, height: 860 },
  scale = 1,
  prepare,
}) {
  const page = await browser.newPage({ viewport: size, deviceScaleFactor: scale });
  await prepare?.(page);
  try {
    await page.goto(windowAddress(server, content), { waitUntil: 'domcontentloaded', timeout: OPEN_TIMEOUT });
    await page.locator('.monaco-workbench').waitFor({ timeout: OPEN_TIMEOUT });
  } catch (cause) {
    const picture = await screenshot(page, 'vscode-did-not-open');
    throw new Error(`VS Code didn't open: see ${picture}. The server printed:\n${server.log().trim()}`, { cause });
  }
  return page;
}

/**
 * Takes a picture of a page.
 * @param {import('playwright-core').Page} page
 * @param {string} name the file's name without an ending
 * @param {string} [folder]
 * @returns {Promise<string>} the picture's path
 */
export async function screenshot(page, name, folder = SCREENSHOTS) {
  if (!/^[\w.-]+$/.test(name))
    throw new Error(`"${name}" is no name for a picture: use letters, digits, dots, dashes.`);
  const path = join(folder, `${name}.png`);
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path });
  return path;
}

/**
 * The document inside a webview: VS Code puts each into an iframe whose address names the extension that made it, and
 * its content into an iframe `#active-frame` inside that one.
 * @param {import('playwright-core').Page} page
 * @param {string} extension its id, or any other part of the address
 * @returns {import('playwright-core').FrameLocator}
 */
export function frameInWebview(page, extension) {
  return page.frameLocator(`iframe.webview[src*=${JSON.stringify(extension)}]`).frameLocator('#active-frame');
}
