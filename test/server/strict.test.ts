/** Clients that offer nothing: the server asks them for nothing, and all it announces works all the same. */
import { describe, expect, it } from 'vitest';
import { ABLE, ServerSession } from '../support/server.ts';

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
url: https://example.org/communique
`;
const WRONG = 'kind: person\nid: speaker\nname: A Speaker\noffices:\n  - { title: Minister, state: AZX }\n';

/** What the server may send to a client of any kind. */
const TO_ANYONE = ['textDocument/publishDiagnostics', 'window/logMessage', 'window/showMessage'];

/** Methods of the server that it sends unasked; a client answers none of them unless it has `offered` to. */
async function strict(client: object, offered: Readonly<Record<string, unknown>> = {}) {
  const session = new ServerSession({ 'summits/gabala.yaml': SUMMIT, 'persons/speaker.yaml': WRONG });
  const unoffered: string[] = [];
  const requests = [
    'window/workDoneProgress/create',
    'client/registerCapability',
    'workspace/inlayHint/refresh',
    'workspace/codeLens/refresh',
    'workspace/semanticTokens/refresh',
    'workspace/workspaceFolders',
    'workspace/configuration',
  ];
  for (const method of requests) {
    session.connection.onRequest(method, () => {
      if (method in offered) return offered[method];
      unoffered.push(method);
      throw new Error(`${method} is not offered`);
    });
  }
  session.connection.onRequest((method) => {
    unoffered.push(method);
    throw new Error(`${method} is not offered`);
  });
  session.connection.onNotification((method) => {
    if (!TO_ANYONE.includes(method) && !(method in offered)) unoffered.push(method);
  });
  await session.start({ client: { workspaceFolders: null, ...client } });
  return { session, unoffered };
}

const range = { start: { line: 0, character: 0 }, end: { line: 13, character: 0 } };
const options = { tabSize: 2, insertSpaces: true };
const summit = (session: ServerSession) => ({ textDocument: { uri: session.uri('summits/gabala.yaml') } });
const atHost = { position: { line: 6, character: 7 } };

/** For each capability that a server can announce, requests that it has to answer. */
const REQUESTS: Readonly<Record<string, readonly (readonly [method: string, params: object])[]>> = {
  completionProvider: [['completion', atHost]],
  hoverProvider: [['hover', atHost]],
  definitionProvider: [['definition', atHost]],
  referencesProvider: [['references', { ...atHost, context: { includeDeclaration: true } }]],
  documentHighlightProvider: [['documentHighlight', atHost]],
  linkedEditingRangeProvider: [['linkedEditingRange', atHost]],
  documentSymbolProvider: [['documentSymbol', {}]],
  documentLinkProvider: [['documentLink', {}]],
  foldingRangeProvider: [['foldingRange', {}]],
  selectionRangeProvider: [['selectionRange', { positions: [atHost.position] }]],
  codeActionProvider: [['codeAction', { range, context: { diagnostics: [] } }]],
  codeLensProvider: [['codeLens', {}]],
  inlayHintProvider: [['inlayHint', { range }]],
  semanticTokensProvider: [
    ['semanticTokens/full', {}],
    ['semanticTokens/range', { range }],
  ],
  documentFormattingProvider: [['formatting', { options }]],
  documentRangeFormattingProvider: [
    ['rangeFormatting', { range, options }],
    ['rangesFormatting', { ranges: [range], options }],
  ],
  documentOnTypeFormattingProvider: [['onTypeFormatting', { ...atHost, ch: '\n', options }]],
  renameProvider: [['rename', { position: { line: 1, character: 6 }, newName: 'baku' }]],
  documentColorProvider: [['documentColor', {}]],
  signatureHelpProvider: [['signatureHelp', atHost]],
};
/** Those that are about the whole dataset, or no requests of their own. */
const OTHERS = [
  'textDocumentSync',
  'positionEncoding',
  'workspace',
  'workspaceSymbolProvider',
  'executeCommandProvider',
];

describe.each([
  ['offers nothing', { capabilities: {} }],
  ['offers empty groups', { capabilities: { workspace: {}, textDocument: {}, window: {}, general: {} } }],
  ['says no to all', { capabilities: refused(ABLE) }],
])('a client that %s', (_, client) => {
  it('is asked for nothing, and gets an answer to everything', async () => {
    const { session, unoffered } = await strict(client);
    const { capabilities } = session.initialized;
    await session.open('summits/gabala.yaml', SUMMIT.replace('host: AZE', 'host: AZX'));
    await session.waitFor('summits/gabala.yaml', (all) => all.some(({ code }) => code === 'unknown-reference'));
    await session.waitFor('persons/speaker.yaml', (all) => all.some(({ code }) => code === 'unknown-reference'));
    await session.change('summits/gabala.yaml', SUMMIT);
    await session.waitFor('summits/gabala.yaml', (all) => all.length === 0);

    const announced = Object.keys(capabilities).filter((name) => !OTHERS.includes(name));
    expect(announced.filter((name) => !(name in REQUESTS))).toEqual([]);
    for (const [method, params] of announced.flatMap((name) => REQUESTS[name]!)) {
      const answer = await session.connection.sendRequest(`textDocument/${method}`, { ...summit(session), ...params });
      expect(answer, method).toBeDefined();
    }
    if (capabilities.workspaceSymbolProvider) {
      expect(await session.connection.sendRequest('workspace/symbol', { query: '12th' })).not.toEqual([]);
    }

    session.write('persons/speaker.yaml', WRONG.replace('AZX', 'AZE'));
    await session.changedOnDisk('persons/speaker.yaml', 2);
    await session.waitFor('persons/speaker.yaml', (all) => all.length === 0);
    await session.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await session.close('summits/gabala.yaml');
    expect(await session.stop()).toBe(0);
    expect(unoffered).toEqual([]);
  });
});

it('a client that offers progress sees it grow to its end, and one of its own for each reading', async () => {
  const steps: { token: unknown; value: { kind: string; percentage?: number } }[] = [];
  const { session, unoffered } = await strict(
    { capabilities: { window: { workDoneProgress: true } } },
    { 'window/workDoneProgress/create': null, '$/progress': null },
  );
  const ended = new Promise<void>((resolve) => {
    session.connection.onUnhandledProgress((params) => {
      steps.push(params as (typeof steps)[number]);
      if (steps.at(-1)!.value.kind === 'end') resolve();
    });
  });
  await ended;
  expect(unoffered).toEqual([]);
  expect(new Set(steps.map(({ token }) => token)).size).toBe(1);
  const values = steps.map(({ value }) => value);
  expect(values.map(({ kind }) => kind)).toEqual(['begin', ...values.slice(2).map(() => 'report'), 'end']);
  const percentages = values.flatMap(({ percentage }) => percentage ?? []);
  expect(percentages).toEqual([...percentages].sort((a, b) => a - b));
  expect([percentages[0], percentages.at(-1)]).toEqual([0, 100]);
  await session.stop();
});

it('a client that never answers when progress is offered is served all the same', async () => {
  const session = new ServerSession({ 'persons/speaker.yaml': WRONG });
  session.connection.onRequest('window/workDoneProgress/create', () => new Promise(() => {}));
  await session.start();
  await session.waitFor('persons/speaker.yaml', (all) => all.length === 1);
  await session.stop();
});

it('a client that watches no files has the disk looked at when it saves', async () => {
  const { session } = await strict({ capabilities: {} });
  expect(session.initialized.capabilities.textDocumentSync).toMatchObject({ save: true });
  await session.open('summits/gabala.yaml', SUMMIT);
  await session.waitFor('persons/speaker.yaml', (all) => all.length === 1);
  session.write('persons/speaker.yaml', WRONG.replace('AZX', 'AZE'));
  session.write('persons/other.yaml', WRONG.replace('id: speaker', 'id: other'));
  await session.connection.sendNotification('textDocument/didSave', summit(session));
  await session.waitFor('persons/speaker.yaml', (all) => all.length === 0);
  await session.waitFor('persons/other.yaml', (all) => all.length === 1);
  session.remove('persons');
  await session.connection.sendNotification('textDocument/didSave', summit(session));
  await session.waitFor('persons/other.yaml', (all) => all.length === 0);
  await session.stop();
});

it('a client that refuses what it has offered is served all the same', async () => {
  const session = new ServerSession({ 'persons/speaker.yaml': WRONG });
  for (const method of ['window/workDoneProgress/create', 'client/registerCapability', 'workspace/configuration']) {
    session.connection.onRequest(method, () => {
      throw new Error('not today');
    });
  }
  await session.start();
  await session.waitFor('persons/speaker.yaml', (all) => all.length === 1);
  expect(await session.at('hover', 'persons/speaker.yaml', { line: 0, character: 1 })).not.toBeNull();
  await session.stop();
});

/** Capabilities with every yes made a no, and every list empty. */
function refused(value: unknown): unknown {
  if (value === true) return false;
  if (Array.isArray(value)) return [];
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, refused(inner)]));
}
