/** Whatever a client sends, in any order: each request has one answer, nothing fails, and what follows is as if nothing had been. */
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver/node';
import { ServerSession } from '../support/server.ts';
import { badHello, message, placed, URIS } from './messages-arbitrary.ts';
import { type Sent, Storm } from './messages-storm.ts';

const SUMMIT = `kind: summit
id: gabala
name: 12th Summit
organization: ots
status: held
date: 2025-10-07
host: AZE
citations: [{ source: communique }]
---
kind: source
id: communique
publisher: Secretariat
`;
const WRONG = 'kind: person\nid: speaker\nname: A Speaker\noffices:\n  - { title: Minister, state: AZX }\n';
const NAME = 'summits/gabala.yaml';

/** The answers that a request may have instead of a result: of JSON-RPC invalid, unknown; of LSP called off, refused with a reason. */
const REFUSALS = [-32600, -32601, -32602, -32800, -32803];

/** Those before hello: not yet, or a hello that is none. */
const NOT_YET = [-32002, -32602];

let folder: string;
let fresh: unknown;

beforeAll(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'initiatives-')));
  const session = new ServerSession(
    { 'initiatives.yaml': 'dataset: D\n', [NAME]: SUMMIT, 'persons/speaker.yaml': WRONG },
    folder,
  );
  const storm = new Storm(session);
  await session.start();
  fresh = await sanity(session, storm);
  await session.leave();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What an ordinary client sees of the dataset. */
async function sanity(session: ServerSession, storm: Storm) {
  const expected = { [session.uri('persons/speaker.yaml')]: 1, [session.uri(NAME)]: 1 };
  const counts = () => Object.fromEntries([...storm.shown].map(([uri, all]) => [uri, all.length]).sort());
  await session.open(NAME, SUMMIT.replace('host: AZE', 'host: AZX'));
  await session.hasReadAll();
  await storm.until(
    () => JSON.stringify(counts()) === JSON.stringify(expected),
    () => `the problems of the dataset, which are ${JSON.stringify(counts())}`,
  );
  const at = { line: 3, character: 16 };
  const textDocument = { uri: session.uri(NAME) };
  const of = (method: string, more: object = {}) =>
    session.connection.sendRequest(`textDocument/${method}`, { textDocument, ...more });
  const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
  return {
    shown: Object.fromEntries([...storm.shown].sort()) as Record<string, Diagnostic[]>,
    hover: await session.at('hover', NAME, at),
    completion: await session.at('completion', NAME, at),
    definition: await session.at('definition', NAME, at),
    references: await session.at('references', NAME, { line: 10, character: 6 }, { context: {} }),
    symbols: await of('documentSymbol'),
    hints: await of('inlayHint', { range }),
    lenses: await of('codeLens'),
    tokens: await of('semanticTokens/full'),
    actions: await of('codeAction', { range, context: { diagnostics: [] } }),
    found: await session.connection.sendRequest('workspace/symbol', { query: 'gabala' }),
  };
}

/** Closes what a storm may have opened, and puts folders and settings back. */
function calm(session: ServerSession): Sent[] {
  const places = URIS.map((uri) => ({ uri, name: 'n' }));
  const root = [{ uri: '{folder}', name: 'root' }];
  session.settings = null;
  return placed(
    [
      ...URIS.map((uri) => ({ method: 'textDocument/didClose', params: { textDocument: { uri } } })),
      { method: 'workspace/didChangeConfiguration', params: { settings: null } },
      { method: 'workspace/didChangeWorkspaceFolders', params: { event: { added: [], removed: places } } },
      { method: 'workspace/didChangeWorkspaceFolders', params: { event: { added: root, removed: [] } } },
    ],
    session.uri('').replace(/\/$/, ''),
  );
}

/** What the server asks of a client. */
const ASKED = [
  'workspace/configuration',
  'client/registerCapability',
  'window/workDoneProgress/create',
  'workspace/inlayHint/refresh',
  'workspace/codeLens/refresh',
  'workspace/semanticTokens/refresh',
];
/** How a client meets what it is asked in a storm; `undefined` is nonsense. */
const MANNERS: Readonly<Record<string, (after: Promise<null>) => Promise<null> | null | undefined>> = {
  answers: () => null,
  refuses: () => {
    throw new Error('not today');
  },
  'answers when the storm is over': (after) => after,
  'answers nonsense': () => JSON.parse('[{ "constructor": 5 }]'),
};

/** A server's life: a storm before hello, one after it, ordinary work, and a storm after goodbye. */
async function weather(
  before: readonly Sent[],
  messages: readonly Sent[],
  after: readonly Sent[],
  manner: string,
  settings: unknown,
): Promise<void> {
  const session = new ServerSession({}, folder);
  const root = session.uri('').replace(/\/$/, '');
  const storm = new Storm(session);
  let end = (_: null) => {};
  const over = new Promise<null>((resolve) => {
    end = resolve;
  });
  let isOver = false;
  session.settings = settings;
  for (const method of manner === 'answers' ? [] : ASKED) {
    session.connection.onRequest(method, () => (isOver ? [null] : MANNERS[manner]!(over)));
  }
  try {
    storm.send(placed(named('before', before), root));
    await session.start();
    storm.send(placed(messages, root));
    await storm.answered();
    isOver = true;
    end(null);
    storm.send(calm(session));
    expect(await sanity(session, storm)).toEqual(fresh);

    const ended = new Promise((resolve) => session.process.once('exit', resolve));
    await session.connection.sendRequest('shutdown');
    storm.send(placed(named('after', after), root));
    await storm.answered();
    await session.connection.sendNotification('exit');
    expect(await ended).toBe(0);
  } finally {
    session.process.kill();
    session.connection.dispose();
  }
  for (const [id, all] of storm.answers) {
    for (const { error } of all) expect(wrongWith(String(id), error), JSON.stringify([id, error])).toBe(undefined);
  }
  expect(storm.answeredTooOften).toEqual([]);
  expect(storm.errors).toEqual([]);
}

it('leaves the server as it was', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(badHello, message), { maxLength: 6 }),
      fc.array(message, { minLength: 1, maxLength: 120, size: 'max' }),
      fc.array(message, { maxLength: 6 }),
      fc.constantFrom(...Object.keys(MANNERS)),
      fc.jsonValue(),
      weather,
    ),
    { numRuns: 5, timeout: 60_000 },
  );
}, 120_000);

/** The same messages with ids that say when they are sent. */
function named(when: string, messages: readonly Sent[]): Sent[] {
  return messages.map((sent) => (sent.id === undefined ? sent : { ...sent, id: `${when} ${sent.id}` }));
}

/** What is wrong with how a request has been answered, by when it was sent. */
function wrongWith(id: string, error: { code: number; message: string } | undefined): string | undefined {
  if (error && /\n|Cannot read prop|undefined|is not a function/.test(error.message)) return 'not for people';
  const code = error?.code ?? 0;
  if (id.startsWith('before')) return NOT_YET.includes(code) ? undefined : 'too early';
  if (id.startsWith('after')) return code === -32600 ? undefined : 'too late';
  return code === 0 || REFUSALS.includes(code) ? undefined : 'of no known kind';
}
