/** Shows the timeline webview in a real Chromium as VS Code would: bundled, from a server, under the same strict content security policy. */

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { PAGE } from '../../client/timeline/build/page.mjs';
import { textsElement } from '../../client/timeline/drawing/picture/saved-page.ts';
import { panelPolicy } from '../../client/timeline/policy.ts';
import type { Texts } from '../../l10n/language.ts';
import type { FromWebview, ToWebview } from '../../server/protocol.ts';
import { launchChromium } from '../host/chromium.mjs';

const WEBVIEW = new URL('../../client/timeline/webview/', import.meta.url);
const NONCE = 'b2c4d6e8f0a1';
/** How long anything may take on a page; in milliseconds, generously, and less than a whole test may take. */
const PATIENCE = 20_000;

export interface Harness {
  /** A fresh page; `state` is what an earlier webview saved. Collects what it posts and every violation and error. */
  open(options?: {
    state?: unknown;
    body?: string;
    width?: number;
    height?: number;
    theme?: string;
    /** Whether the screen can be touched. */
    touch?: boolean;
    /** What the page says, in a language other than English. */
    texts?: Texts;
  }): Promise<TimelinePage>;
  close(): Promise<void>;
}

export interface TimelinePage {
  page: Page;
  /** CSP violations and uncaught errors. */
  complaints: string[];
  send(message: ToWebview): Promise<void>;
  posted(): Promise<FromWebview[]>;
  state(): Promise<unknown>;
}

declare global {
  interface Window {
    posted: FromWebview[];
    saved: unknown;
  }
}

/** `script`: the page's, if another than the sources as they are. */
export async function startHarness(script?: string): Promise<Harness> {
  const [js, css] = await Promise.all([script ?? bundled('main.ts'), bundled('timeline.css')]);
  let html = '';
  let theme = '';
  const files: Record<string, () => [string, string]> = {
    '/': () => ['text/html; charset=utf-8', html],
    '/timeline.js': () => ['text/javascript; charset=utf-8', js],
    '/timeline.css': () => ['text/css; charset=utf-8', css],
    '/theme.css': () => ['text/css; charset=utf-8', theme],
    '/favicon.ico': () => ['image/x-icon', ''],
  };
  const server: Server = createServer((request, response) => {
    const found = files[request.url ?? '']?.();
    response.writeHead(found ? 200 : 404, found ? { 'content-type': found[0] } : {});
    response.end(found?.[1] ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser: Browser = await launchChromium({ headless: true });
  return {
    async open({ state, body = 'vscode-dark', width = 900, height = 600, theme: css = '', touch = false, texts } = {}) {
      theme = css;
      html = documentFor(origin, body, state, texts);
      const page = await browser.newPage({ viewport: { width, height }, hasTouch: touch });
      page.setDefaultTimeout(PATIENCE);
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(String(error)));
      await page.goto(origin);
      return {
        page,
        complaints,
        async send(message) {
          // As text, which is much faster across than ten thousand objects.
          await page.evaluate((json) => window.postMessage(JSON.parse(json), '*'), JSON.stringify(message));
          await settle(page);
        },
        posted: () => page.evaluate(() => window.posted),
        state: () => page.evaluate(() => window.saved),
      };
    },
    async close() {
      await browser.close();
      server.close();
    },
  };
}

/** The text of the page's script or style, by the name of its entry. */
export async function bundled(entry: string): Promise<string> {
  const entryPoints = [fileURLToPath(new URL(entry, WEBVIEW))];
  const { outputFiles } = await build({ ...PAGE, entryPoints, write: false });
  return outputFiles[0]?.text ?? '';
}

/** Waits until nothing has moved for a while: messages are in, animations over, the state is saved. */
export async function settle(page: Page): Promise<void> {
  const restless = await page.evaluate(async (patience) => {
    const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
    // While one zooms the world stands still and is drawn anew; the state is saved last of all.
    const now = () => {
      const world = document.querySelector('.world')?.getAttribute('transform');
      const axis = document.querySelector('.axis .tick')?.getAttribute('d');
      return `${world} ${axis} ${JSON.stringify(window.saved)}`;
    };
    const end = performance.now() + patience;
    let [before, quiet] = [now(), 0];
    while (quiet < 6) {
      await pause(20);
      // Where nothing is drawn for a second, nothing moves.
      await Promise.race([new Promise(requestAnimationFrame), pause(1000)]);
      const after = now();
      if (performance.now() > end) return `${before} became ${after}`;
      quiet = after === before ? quiet + 1 : 0;
      before = after;
    }
    return undefined;
  }, PATIENCE);
  if (restless) throw new Error(`The page has not come to rest within ${PATIENCE / 1000} s: ${restless}.`);
}

/** The page VS Code shows; the stub of its API is a script of its own, with the same nonce. */
function documentFor(origin: string, body: string, state: unknown, texts: Texts | undefined): string {
  const saved = JSON.stringify(state ?? null).replaceAll('<', '\\u003c');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${panelPolicy(NONCE, origin)}">
<link rel="stylesheet" href="theme.css">
<link rel="stylesheet" href="timeline.css">
<title>Timeline</title>
</head>
<body class="${body}">
<main id="app"></main>
${textsElement(texts)}<script nonce="${NONCE}">
window.posted = [];
window.saved = ${saved};
window.acquireVsCodeApi = () => ({
  postMessage: (message) => window.posted.push(message),
  getState: () => window.saved,
  setState: (state) => { window.saved = structuredClone(state); },
});
document.addEventListener('securitypolicyviolation', (event) => console.error('CSP', event.violatedDirective, event.blockedURI));
</script>
<script nonce="${NONCE}" src="timeline.js"></script>
</body>
</html>`;
}
