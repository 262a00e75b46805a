/** The timeline's panel in VS Code: what its page may load, and that a script in it gets nothing from anywhere. */
import type { Page, Request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { WebviewPanel } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { TimelinePanel } from '../../client/timeline/panel.ts';
import { type Harness, startHarness } from '../webview/page.ts';

const { Uri } = vi.hoisted(() => {
  /** As much of VS Code's Uri as is used. */
  class Uri {
    readonly path: string;
    constructor(path: string) {
      this.path = path;
    }
    static parse = (text: string) => new Uri(text);
    static joinPath = ({ path }: Uri, ...more: string[]) => new Uri([path, ...more].join('/'));
    toString() {
      return `https://resources.test${this.path}`;
    }
  }
  return { Uri };
});
vi.mock('vscode', () => ({
  Uri,
  l10n: { t: (text: string) => text },
  Range: class {},
  TextEditorRevealType: {},
  ViewColumn: {},
  window: {},
  workspace: { getConfiguration: () => new Map() },
}));

/** What the panel has VS Code show, with the options that it gives. */
function shown() {
  const webview = {
    html: '',
    options: {},
    cspSource: 'https://resources.test',
    asWebviewUri: (uri: unknown) => uri,
    onDidReceiveMessage: () => {},
  };
  const panel = { webview, onDidDispose: () => {} } as unknown as WebviewPanel;
  new TimelinePanel(panel, 'file:///a.yaml', {} as BaseLanguageClient, new Uri('/extension') as never, () => {});
  return webview;
}

describe('the page', () => {
  const { html, options } = shown();
  const nonce = /nonce="([^"]+)"/.exec(html)?.[1] ?? '';

  it('may load its one script and its one style sheet', () => {
    const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(html)?.[1];
    expect(policy?.split('; ')).toEqual([
      "default-src 'none'",
      `script-src 'nonce-${nonce}'`,
      'style-src https://resources.test',
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    // The policy holds for what follows it.
    expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.search(/<(?:script|link|style)/));
    expect(html.match(/<(?:script|link)[^>]*>/g)).toEqual([
      '<link rel="stylesheet" href="https://resources.test/extension/dist/webview/timeline.css">',
      `<script nonce="${nonce}" src="https://resources.test/extension/dist/webview/timeline.js">`,
    ]);
    expect(html).not.toMatch(/<style|\sstyle=|\son\w+=|<script[^>]*>[^<]/);
  });

  it('has another nonce each time, which nobody guesses', () => {
    expect(nonce).toMatch(/^[0-9a-f-]{36}$/);
    expect(shown().html).not.toContain(nonce);
  });

  it('reaches no file but its own, and no command', () => {
    expect(options).toEqual({ enableScripts: true, localResourceRoots: [{ path: '/extension/dist/webview' }] });
  });
});

/** What the policy speaks of, and what would break it. */
const BREACHES = [
  ['connect-src', 'fetch, sockets, events and beacons'],
  ['img-src', 'pictures'],
  ['font-src', 'fonts'],
  ['media-src', 'sounds'],
  ['frame-src', 'frames'],
  ['worker-src', 'workers'],
  ['object-src', 'plug-ins'],
  ['style-src-elem', 'styles in elements'],
  ['style-src-attr', 'styles in attributes'],
  ['script-src-elem', 'other scripts'],
  ['script-src-attr', 'handlers in attributes'],
  ['script-src', 'code from text'],
  ['base-uri', 'other bases'],
  ['form-action', 'forms'],
] as const;

describe('a script in the page', () => {
  let harness: Harness;
  let page: Page;
  let complaints: string[];
  const requests: Request[] = [];

  const isTold = (directive: string) => complaints.some((text) => text.startsWith(`CSP ${directive} `));

  beforeAll(async () => {
    harness = await startHarness(`(${attack})()`);
    ({ page, complaints } = await harness.open());
    page.on('request', (request) => requests.push(request));
    // Not at once: what is called from here may make code of text, whatever the policy says.
    await page.evaluate(() => void setTimeout(() => window.dispatchEvent(new Event('attack'))));
  }, 120_000);
  afterAll(() => harness?.close());

  it.each(BREACHES)('breaks %s: no %s', async (directive) => {
    await expect.poll(() => isTold(directive), { timeout: 10_000 }).toBe(true);
  });

  it('asks nothing of a network, and runs no text', async () => {
    for (const request of requests) await expect.poll(() => request.failure()?.errorText).toBe('csp');
    expect(requests.length).toBeGreaterThan(0);
    expect(await page.evaluate(() => (window as unknown as { ran: string[] }).ran)).toEqual([]);
  });
});

/** Tries all that a page may try to reach others, and tells what text has run as code. It is a text in the page. */
function attack(): void {
  const address = 'https://elsewhere.test/x';
  const element = (name: string, attributes: Record<string, string>) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    document.body.append(made);
    return made;
  };
  const ran: string[] = [];
  const trying = (action: () => unknown) => {
    try {
      Promise.resolve(action()).catch(() => {});
    } catch {
      // It is the policy that says so.
    }
  };
  window.addEventListener('attack', () => {
    Object.assign(window, { ran });
    trying(() => fetch(address));
    trying(() => new WebSocket('wss://elsewhere.test/x'));
    trying(() => new EventSource(address));
    trying(() => navigator.sendBeacon(address, 'x'));
    trying(() => new Worker(URL.createObjectURL(new Blob(['1']))));
    trying(() => new FontFace('x', `url(${address})`).load());
    // biome-ignore lint/security/noGlobalEval: it is what must not work
    trying(() => window.eval('ran.push("eval")'));
    trying(() => new Function('ran.push("function")')());
    element('img', { src: address });
    element('audio', { src: address });
    element('iframe', { src: address });
    element('object', { data: address });
    element('link', { rel: 'stylesheet', href: address });
    element('div', { style: 'color: red' });
    element('script', { src: address });
    element('script', {}).textContent = 'ran.push("script")';
    element('button', { onclick: 'ran.push("handler")' }).click();
    element('base', { href: address });
    (element('form', { action: address, method: 'post' }) as HTMLFormElement).submit();
  });
}
