/** Fixing all at once through the real server: what is offered where, and what becomes of the files. */
import { afterEach, describe, expect, it } from 'vitest';
import type { CodeAction, CodeActionContext, Range } from 'vscode-languageserver/node';
import { changesOf } from '../support/editor.ts';
import { ABLE, ServerSession } from '../support/server.ts';

const EXCEPTION = '  - { rule: bad-date, reason: as printed }\n';
const person = (id: string, exceptions = EXCEPTION) =>
  `kind: person\nid: ${id}\nname: Name\nexceptions:\n${exceptions}`;
const TWICE = `${EXCEPTION}  - { rule: duplicate-id, reason: x }\n`;
const FILES = { 'a.yaml': person('a', TWICE), 'b.yaml': person('b'), 'c.yaml': 'kind: person\nid: c\nname: C\n' };

const { codeActionLiteralSupport } = ABLE.textDocument.codeAction;
const AT_ONCE = {
  capabilities: {
    textDocument: { codeAction: { codeActionLiteralSupport } },
    workspace: { workspaceFolders: true, configuration: true },
  },
};
const IN_FILE = 'Fix all `unused-exception` problems in this file';
const IN_DATASET = 'Fix all `unused-exception` problems in the dataset';
const ALL_IN_FILE = 'Apply all certain fixes in this file';

describe.each([
  ['resolves edits', {}],
  ['takes edits at once', AT_ONCE],
])('with a client that %s', (_, client) => {
  let session: ServerSession;
  afterEach(async () => {
    expect(await session.stop()).toBe(0);
  });

  async function start(): Promise<void> {
    session = await new ServerSession(FILES).start({ client });
    await session.open('a.yaml', FILES['a.yaml']);
    await session.open('c.yaml', FILES['c.yaml']);
    await session.waitFor('a.yaml', (all) => all.length === 2);
    await session.waitFor('b.yaml', (all) => all.length === 1);
  }

  const actionsIn = (name: string, range: Range, context: Partial<CodeActionContext> = {}) =>
    session.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: session.uri(name) },
      range,
      context: { diagnostics: [], ...context },
    });

  /** The action of a title with its edit, asked for where the client resolves. */
  async function taken(actions: readonly CodeAction[], title: string): Promise<CodeAction> {
    const action = actions.find((candidate) => candidate.title === title)!;
    expect(action, `${title} is among ${actions.map((other) => other.title).join(', ')}`).toBeDefined();
    return action.edit ? action : session.connection.sendRequest('codeAction/resolve', action);
  }

  const editsOf = ({ edit }: CodeAction) =>
    Object.fromEntries(Object.entries(changesOf(edit)).map(([uri, edits]) => [uri.split('/').at(-1), edits]));
  const NOWHERE = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  const WHOLE_LIST = [{ range: { start: { line: 3, character: 0 }, end: { line: 6, character: 0 } }, newText: '' }];

  it('offers all certain fixes of a file as it is saved, and nothing where there is none', async () => {
    await start();
    const only = ['source.fixAll'];
    const actions = await actionsIn('a.yaml', NOWHERE, { only });
    expect(actions.map(({ kind, title }) => [kind, title])).toEqual([
      ['source.fixAll.securityInitiatives', ALL_IN_FILE],
    ]);
    expect(editsOf(await taken(actions, ALL_IN_FILE))).toEqual({ 'a.yaml': WHOLE_LIST });
    expect(await actionsIn('c.yaml', NOWHERE, { only })).toEqual([]);
  });

  it('gives each kind of action to those who ask for it', async () => {
    await start();
    const [{ range } = { range: NOWHERE }] = session.diagnosticsOf('a.yaml');
    const kinds = async (context: Partial<CodeActionContext>) =>
      [...new Set((await actionsIn('a.yaml', range, context)).map(({ kind }) => kind))].sort();
    const fixAll = 'source.fixAll.securityInitiatives';
    expect(await kinds({ only: ['quickfix'] })).toEqual(['quickfix']);
    expect(await kinds({ only: ['source'] })).toEqual([fixAll]);
    expect(await kinds({ only: [fixAll] })).toEqual([fixAll]);
    expect(await kinds({ only: ['source.fixAll.eslint', 'refactor.inline'] })).toEqual([]);
    const refactorings = await kinds({ only: ['refactor'] });
    expect(refactorings).toContain('refactor.rewrite.quotes');
    expect(await kinds({})).toEqual(['quickfix', ...refactorings, fixAll]);
    expect(await kinds({ only: [] })).toEqual(await kinds({}));
    expect(await kinds({ triggerKind: 2 }), 'as the cursor moves').toEqual(['quickfix']);
  });

  it('mends all problems of a rule in the file, with one edit', async () => {
    await start();
    const [{ range } = { range: NOWHERE }] = session.diagnosticsOf('a.yaml');
    const actions = await actionsIn('a.yaml', range);
    expect(editsOf(await taken(actions, IN_FILE))).toEqual({ 'a.yaml': WHOLE_LIST });
  });

  it('offers no more than the single fix where there is no other problem in the file', async () => {
    await start();
    const [{ range } = { range: NOWHERE }] = session.diagnosticsOf('b.yaml');
    const titles = (await actionsIn('b.yaml', range, { only: ['quickfix'] })).map(({ title }) => title);
    expect(titles).not.toContain(IN_FILE);
    expect(titles).toContain('Remove the exception for `bad-date`');
  });

  it('mends them in the whole dataset, once somebody has chosen so', async () => {
    await start();
    const [{ range } = { range: NOWHERE }] = session.diagnosticsOf('b.yaml');
    const actions = await actionsIn('b.yaml', range);
    if (client === AT_ONCE) {
      expect(actions.map(({ title }) => title)).not.toContain(IN_DATASET);
      return;
    }
    expect(actions.find(({ title }) => title === IN_DATASET)).not.toHaveProperty('edit');
    const edits = editsOf(await taken(actions, IN_DATASET));
    expect(Object.keys(edits).sort()).toEqual(['a.yaml', 'b.yaml']);
    expect(edits['a.yaml']).toEqual(WHOLE_LIST);
  });

  it('goes on telling what is wrong, as nothing is changed before the client does it', async () => {
    await start();
    await taken(await actionsIn('a.yaml', NOWHERE, { only: ['source'] }), ALL_IN_FILE);
    session.takePublished();
    await session.change('a.yaml', person('a'));
    await session.waitFor('a.yaml', (all) => all.length === 1);
    expect(session.takePublished()).toEqual(['a.yaml']);
  });
});
