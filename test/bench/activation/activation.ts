/** How long the extension takes to be activated in a real VS Code: the server build, shown by a Chromium; a fresh window each time. */
import { cpSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../../host/chromium.mjs';
import { startVSCodeServer, type VSCodeServer } from '../../host/vscode-server.mjs';
import { openWindow, type WindowContent } from '../../host/workbench.mjs';
import { type Row, Samples } from '../rows.ts';

export const ACTIVATION = 'activation in VS Code';

/** VS Code's own count of the activation is that of both together. */
const CALL = 'code loaded and `activate` called';
const READY = 'language server has said hello after that';

const PROBE = fileURLToPath(new URL('probe.cjs', import.meta.url));
/** What an installed extension has, as far as activation looks at it. */
const PARTS = ['package.json', 'client/language-configuration.json', 'client/records.tmLanguage.json'];
const BUNDLES = ['client.cjs', 'server.js'];

export interface ActivationOptions {
  readonly root: string;
  /** The bundles that are measured. */
  readonly dist: string;
  /** An empty folder. */
  readonly folder: string;
  readonly repetitions: number;
  readonly onCleanUp: (dispose: () => void | Promise<void>) => void;
}

/** The first window, for which VS Code itself is still being read from the disk, does not count. */
export async function measureActivation(options: ActivationOptions): Promise<Row[]> {
  const content = { folder: join(options.folder, 'empty'), extension: extensionIn(options), tests: PROBE };
  mkdirSync(content.folder);
  const server = await startVSCodeServer();
  const browser = await launchChromium();
  options.onCleanUp(() => browser.close());
  const samples = new Samples();
  for (let i = 0; i <= options.repetitions; i++) {
    const [load, call, finish] = await activate(browser, server, content);
    if (i === 0) continue;
    samples.add(CALL, 'ours', load + call);
    samples.add(READY, 'ours', finish);
  }
  await browser.close();
  return samples.rows(ACTIVATION, 'ms');
}

/** The extension as it is installed. */
function extensionIn({ root, dist, folder }: ActivationOptions): string {
  const extension = join(folder, 'extension');
  const copies = [
    ...PARTS.map((path) => [join(root, path), join(extension, path)] as const),
    ...BUNDLES.map((name) => [join(dist, name), join(extension, 'dist', name)] as const),
  ];
  for (const [from, to] of copies) {
    mkdirSync(dirname(to), { recursive: true });
    cpSync(from, to);
  }
  return extension;
}

/** Milliseconds of a new window: loading the code, calling `activate`, waiting for what it promises. */
async function activate(
  browser: Browser,
  server: VSCodeServer,
  content: WindowContent,
): Promise<[load: number, call: number, finish: number]> {
  const [page, told] = await new Promise<[Page, string]>((resolve, reject) => {
    const prepare = async (window: Page) => {
      await window.exposeFunction('codeAutomationLog', (_type: string, [mark, line]: string[]) => {
        if (mark === '[activated]') resolve([window, line!]);
      });
      await window.exposeFunction('codeAutomationExit', () => reject(new Error('The extension was not activated.')));
      window.on('crash', () => reject(new Error('The page that shows VS Code crashed.')));
    };
    openWindow({ browser, server, content, prepare }).catch(reject);
  });
  await page.close();
  const times = told.split('|').slice(3, 6).map(Number);
  if (times.length < 3 || times.some(Number.isNaN)) throw new Error(`VS Code says of the activation: ${told}`);
  return times as [number, number, number];
}
