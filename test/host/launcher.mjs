#!/usr/bin/env node
// Stands in for the VS Code executable: takes its arguments, runs the tests in the server build shown by a browser.
import { startBridge } from './bridge.mjs';
import { launchChromium } from './chromium.mjs';
import { main, onCleanUp } from './cleanup.mjs';
import { BRIDGE } from './protocol.mjs';
import { TestRun } from './test-run.mjs';
import { startVSCodeServer } from './vscode-server.mjs';
import { openWindow } from './workbench.mjs';

await main(async () => {
  const content = parse(process.argv.slice(2));
  const bridge = await startBridge();
  onCleanUp(bridge.close);
  const server = await startVSCodeServer({ env: { [BRIDGE]: bridge.address } });
  const browser = await launchChromium();
  onCleanUp(() => browser.close());

  const run = new TestRun();
  const page = await openWindow({
    browser,
    server,
    content,
    prepare: async (page) => {
      bridge.drive(page);
      await run.watch(page);
    },
  });
  server.ended.then(() => run.fail(new Error(`VS Code's server ended while tests ran:\n${server.log()}`)));
  return run.ended(page);
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
