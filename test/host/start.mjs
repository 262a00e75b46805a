// `npm start`: VS Code on the example dataset with the extension loaded, Desktop if there is one, else in a browser.
import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { launchChromium } from './chromium.mjs';
import { main, onCleanUp } from './cleanup.mjs';
import { installedCommand } from './desktop.mjs';
import { ROOT, SAMPLE } from './paths.mjs';
import { startVSCodeServer } from './vscode-server.mjs';
import { openWindow, windowAddress } from './workbench.mjs';

const USAGE = `npm start -- [--port PORT] [--browser] [--smoke]
  --port PORT  serve on this port, in the browser even where VS Code is installed
  --browser    in the browser even where VS Code is installed
  --smoke      end once VS Code has shown itself in a headless browser`;

await main(async () => {
  const { port, browser, smoke, help } = options();
  if (help) return console.log(USAGE);
  const code = browser || port || smoke ? undefined : installedCommand();
  if (code) return openDesktop(code);

  const server = await startVSCodeServer({ port: port ? Number(port) : 0 });
  const content = { folder: SAMPLE, extension: ROOT };
  if (smoke) {
    const browser = await launchChromium();
    onCleanUp(() => browser.close());
    await openWindow({ browser, server, content });
  }
  console.log(`VS Code is ready: ${windowAddress(server, content)}`);
  if (smoke) return;
  console.log('Open this address in a browser. Ctrl+C ends it.');
  await server.ended;
  throw new Error(`VS Code's server ended:\n${server.log().trim().slice(-4000)}`);
});

function options() {
  const flag = { type: /** @type {const} */ ('boolean') };
  const options = { port: { type: /** @type {const} */ ('string') }, browser: flag, smoke: flag, help: flag };
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    throw new Error(`${error.message}\n${USAGE}`);
  }
}

/** Opens a window with the user's own settings and extensions beside the one under development. */
function openDesktop(code) {
  return new Promise((resolve, reject) => {
    const shell = code.endsWith('.cmd');
    const args = ['--new-window', `--extensionDevelopmentPath=${ROOT}`, SAMPLE];
    const [command, ...rest] = [code, ...args].map((it) => (shell ? `"${it}"` : it));
    spawn(command, rest, { stdio: 'inherit', shell })
      .on('error', reject)
      .on('exit', (status) => {
        if (status === 0) console.log('VS Code is ready: look for its window.');
        resolve(status ?? 1);
      });
  });
}
