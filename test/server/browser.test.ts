/** The server as a web worker in a real Chromium: files come through the client, and nothing compiles code at run time. */
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver-types';
import { SERVER } from '../../server/build/bundle.mjs';
import { Method } from '../../server/protocol.ts';
import { launchChromium } from '../host/chromium.mjs';

const ORIGIN = 'https://worker.test';
/** What VS Code for the web lets a worker do, and no `unsafe-eval`. */
const POLICY = "default-src 'none'; script-src 'self'; worker-src 'self'";
const FOLDER = 'vscode-vfs://github/someone/data';
const RECORD = `kind: summit
id: ots-summit-2025-gabala
name: 12th Summit
organization: ots
status: held
date: 2025-10-07
host: AZX
citations: [{ source: communique }]
---
kind: source
id: communique
publisher: Secretariat
`;
/** What the client's file system holds, by URI. */
const FILES: Readonly<Record<string, string>> = {
  [`${FOLDER}/initiatives.yaml`]: 'dataset: From a virtual folder\n',
  [`${FOLDER}/summits/gabala.yaml`]: RECORD,
  [`${FOLDER}/proposals/council.yaml`]:
    'kind: proposal\nid: council\nmade_at: ots-summit-2025-gabala\ncitations: [{ source: communique }]\n',
};

/** The client's side, in the page. */
interface Client {
  request(method: string, params: unknown): Promise<unknown>;
  notify(method: string, params: unknown): void;
  /** Diagnostics by URI, as last published. */
  readonly diagnostics: Record<string, Diagnostic[]>;
  readonly errors: string[];
}
declare global {
  interface Window {
    client: Client;
  }
}

let browser: Browser;
let page: Page;

beforeAll(async () => {
  const worker = await bundle();
  browser = await launchChromium();
  page = await browser.newPage();
  const headers = { 'content-security-policy': POLICY };
  await page.route(`${ORIGIN}/`, (route) =>
    route.fulfill({ headers, contentType: 'text/html', body: '<script src="client.js"></script>' }),
  );
  await page.route(`${ORIGIN}/client.js`, (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      body: `window.client = (${makeClient})(${JSON.stringify(FILES)}, ${JSON.stringify(Method)});`,
    }),
  );
  await page.route(`${ORIGIN}/server.js`, (route) =>
    route.fulfill({ headers, contentType: 'text/javascript', body: worker }),
  );
  await page.goto(`${ORIGIN}/`);
  await page.evaluate(
    async ([folder]) => {
      const capabilities = { workspace: { workspaceFolders: true } };
      const workspaceFolders = [{ uri: folder, name: 'data' }];
      await window.client.request('initialize', { processId: null, rootUri: null, capabilities, workspaceFolders });
      window.client.notify('initialized', {});
    },
    [FOLDER],
  );
}, 300_000);
afterAll(() => browser?.close());

it('reports what is wrong in files that only the client can read', async () => {
  const uri = `${FOLDER}/summits/gabala.yaml`;
  const [problem] = await published(uri);
  expect(problem).toMatchObject({
    code: 'unknown-reference',
    range: { start: { line: 6, character: 6 }, end: { line: 6, character: 9 } },
  });
  // The other file refers to this one: both were read before either was judged.
  const others = await published(`${FOLDER}/proposals/council.yaml`);
  expect(others.map(({ code }) => code)).toEqual(['schema']);
});

it('completes in an open text, follows its edits, and knows the registry', async () => {
  const uri = `${FOLDER}/summits/gabala.yaml`;
  const labels = await page.evaluate(
    async ([uri, text]) => {
      const { client } = window;
      client.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'yaml', version: 1, text } });
      const answer = await client.request('textDocument/completion', {
        textDocument: { uri },
        position: { line: 3, character: 14 },
      });
      return (answer as { items: { label: string }[] }).items.map(({ label }) => label);
    },
    [uri, RECORD.replace('organization: ots', 'organization: ')] as const,
  );
  expect(labels).toEqual(expect.arrayContaining(['ots', 'csto']));

  await page.evaluate(
    ([uri, text]) =>
      window.client.notify('textDocument/didChange', {
        textDocument: { uri, version: 2 },
        contentChanges: [{ text }],
      }),
    [uri, RECORD.replace('AZX', 'AZE')] as const,
  );
  await page.waitForFunction((it) => window.client.diagnostics[it]?.length === 0, uri);
});

it('draws up the timeline', async () => {
  const timeline = await page.evaluate(([method, uri]) => window.client.request(method, { uri }), [
    Method.timeline,
    FOLDER,
  ] as const);
  expect(timeline).toMatchObject({ title: 'From a virtual folder', whole: true });
  expect((timeline as { events: { key: string }[] }).events.map(({ key }) => key)).toContain(
    'summit/ots-summit-2025-gabala',
  );
});

it('throws nothing', async () => {
  expect(await page.evaluate(() => window.client.errors)).toEqual([]);
});

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    ...SERVER,
    outdir: 'dist',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}

async function published(uri: string): Promise<Diagnostic[]> {
  await page.waitForFunction((it) => (window.client.diagnostics[it]?.length ?? 0) > 0, uri);
  return page.evaluate((it) => window.client.diagnostics[it] ?? [], uri);
}

/** Speaks JSON-RPC with the worker by its messages, and answers its requests for files. Runs in the page. */
function makeClient(files: Readonly<Record<string, string>>, method: typeof Method): Client {
  const diagnostics: Record<string, Diagnostic[]> = {};
  const errors: string[] = [];
  let dead: Error | undefined;
  const waiting = new Map<number, { resolve(value: unknown): void; reject(reason: Error): void }>();
  const worker = new Worker('server.js');
  let id = 0;
  // biome-ignore lint/suspicious/noExplicitAny: parameters differ from request to request.
  const answers: Record<string, (params: any) => unknown> = {
    [method.listFiles]: ({ folder }) => Object.keys(files).filter((uri) => uri.startsWith(`${folder}/`)),
    [method.readFile]: ({ uri }) => (files[uri] === undefined ? null : btoa(files[uri])),
    'workspace/configuration': ({ items }) => items.map(() => null),
  };
  worker.onerror = ({ message }) => {
    errors.push(message);
    dead = new Error(message);
    for (const { reject } of waiting.values()) reject(dead);
  };
  worker.onmessage = ({ data }) => {
    if (data.method === 'textDocument/publishDiagnostics') diagnostics[data.params.uri] = data.params.diagnostics;
    else if (data.method === 'window/logMessage') errors.push(data.params.message);
    else if (data.method && data.id !== undefined)
      worker.postMessage({ jsonrpc: '2.0', id: data.id, result: answers[data.method]?.(data.params) ?? null });
    else if (data.error) waiting.get(data.id)?.reject(new Error(data.error.message));
    else waiting.get(data.id)?.resolve(data.result);
  };
  return {
    diagnostics,
    errors,
    request: (method, params) =>
      new Promise((resolve, reject) => {
        if (dead) return reject(dead);
        waiting.set(++id, { resolve, reject });
        worker.postMessage({ jsonrpc: '2.0', id, method, params });
      }),
    notify: (method, params) => worker.postMessage({ jsonrpc: '2.0', method, params }),
  };
}
