#!/usr/bin/env node
// Stands in for the VS Code executable: takes its arguments, runs the tests in the server build shown by a browser.
import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { format } from 'node:util';
import { startBridge } from './bridge.mjs';
import { launchChromium } from './chromium.mjs';
import { main, onCleanUp } from './cleanup.mjs';
import { LOG } from './paths.mjs';
import { BRIDGE, FROM_TESTS } from './protocol.mjs';
import { startVSCodeServer } from './vscode-server.mjs';
import { openWindow, screenshot } from './workbench.mjs';

const TESTS_TIMEOUT = Number(process.env.VSCODE_TEST_TIMEOUT ?? 600) * 1000;

await main(async () => {
  const content = parse(process.argv.slice(2));
  const bridge = await startBridge();
  onCleanUp(bridge.close);
  const server = await startVSCodeServer({ env: { [BRIDGE]: bridge.address } });
  const browser = await launchChromium();
  onCleanUp(() => browser.close());

  const result = Promise.withResolvers();
  const page = await openWindow({
    browser,
    server,
    content,
    prepare: async (page) => {
      bridge.drive(page);
      await page.exposeFunction('codeAutomationLog', consoleRelay());
      await page.exposeFunction('codeAutomationExit', result.resolve);
      page.on('crash', () => result.reject(new Error('The page that shows VS Code crashed.')));
    },
  });
  server.ended.then(() => result.reject(new Error(`VS Code's server ended while tests ran:\n${server.log()}`)));

  const timer = setTimeout(async () => {
    const picture = await screenshot(page, 'tests-did-not-end').catch((error) => error.message);
    result.reject(new Error(`The tests didn't end within ${TESTS_TIMEOUT / 1000} s: see ${picture}`));
  }, TESTS_TIMEOUT);
  const code = await result.promise;
  clearTimeout(timer);
  return code;
});

/**
 * Reads what matters of a VS Code command line; the switches for Electron and for a user's profile mean nothing here.
 * @param {string[]} args
 * @returns {import('./workbench.mjs').WindowContent}
 */
function parse(args) {
  const value = (name) => args.find((it) => it.startsWith(`--${name}=`))?.slice(name.length + 3);
  const extension = value('extensionDevelopmentPath');
  const tests = value('extensionTestsPath');
  const folder = args.find((it) => !it.startsWith('-'));
  if (!extension || !tests || !folder)
    throw new Error('Usage: launcher.mjs FOLDER --extensionDevelopmentPath=PATH --extensionTestsPath=PATH');
  return { folder, extension, tests };
}

/**
 * Takes what the window's console was told: prints what comes from tests, and keeps the rest, VS Code's own chatter,
 * in a file.
 */
function consoleRelay() {
  mkdirSync(dirname(LOG), { recursive: true });
  const log = createWriteStream(LOG);
  return (type, args) => {
    const isError = type === 'error' || type === 'warn';
    if (args[0] === FROM_TESTS) (isError ? console.error : console.log)(format(...args.slice(1)));
    else log.write(`${type}: ${format(...args)}\n`);
  };
}
