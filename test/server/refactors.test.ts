/** Refactorings through the real server: who is offered what, and what becomes of the files. */
import { afterEach, describe, expect, it } from 'vitest';
import type { CodeAction, CodeActionContext, Position, WorkspaceEdit } from 'vscode-languageserver/node';
import { changesOf } from '../support/editor.ts';
import { ABLE, ServerSession } from '../support/server.ts';

const SUMMIT =
  '# Мира 🌍\n\nid: x-summit\nkind: summit\nname: X\norganization: ots\nstatus: held\ndate: 2025\nchair: { person: Sadyr Japarov }\n';
const NAME = { line: 8, character: 20 };
const KIND = { line: 3, character: 8 };
const SORT = 'source.sortKeys.securityInitiatives';

let session: ServerSession;
afterEach(async () => {
  expect(await session.stop()).toBe(0);
});

async function start(client: object = {}, text = SUMMIT): Promise<void> {
  session = await new ServerSession({
    'a.yaml': text,
    'data/people/mira.yaml': 'kind: person\nid: mira\nname: Mira\n',
  }).start({ client });
  await session.open('a.yaml', text);
  await session.waitFor('a.yaml', () => true);
}

const actionsAt = (at: Position, context: Partial<CodeActionContext> = {}, uri = session.uri('a.yaml')) =>
  session.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri },
    range: { start: at, end: at },
    context: { diagnostics: [], ...context },
  });

const withClient = (workspaceEdit: object, codeAction: object = ABLE.textDocument.codeAction) => ({
  capabilities: {
    ...ABLE,
    textDocument: { ...ABLE.textDocument, codeAction },
    workspace: { ...ABLE.workspace, workspaceEdit },
  },
});

const kindsOf = (actions: readonly CodeAction[]) => [...new Set(actions.map(({ kind }) => kind))];
const newTexts = (edit: WorkspaceEdit | undefined) =>
  Object.values(changesOf(edit)).flatMap((edits) => edits.map(({ newText }) => newText));

describe('refactorings', () => {
  it('are announced, each by its kind', async () => {
    await start();
    const provider = session.initialized.capabilities.codeActionProvider as { codeActionKinds: string[] };
    expect(provider.codeActionKinds).toEqual(
      expect.arrayContaining([
        'quickfix',
        'refactor.extract.record',
        'refactor.rewrite.addRequired',
        'refactor.rewrite.longDate',
        'refactor.rewrite.plainDate',
        'refactor.rewrite.blockStyle',
        'refactor.rewrite.flowStyle',
        'refactor.rewrite.quotes',
        'refactor.rewrite.sortKeys',
        SORT,
      ]),
    );
  });

  it('are given by kind, and as the cursor moves not at all', async () => {
    await start();
    expect(kindsOf(await actionsAt(NAME, { only: ['refactor'] })).every((kind) => kind?.startsWith('refactor.'))).toBe(
      true,
    );
    expect(kindsOf(await actionsAt(NAME, { only: ['refactor.extract'] }))).toEqual(['refactor.extract.record']);
    expect(kindsOf(await actionsAt(NAME, { only: ['refactor.rewrite.quotes'] }))).toEqual(['refactor.rewrite.quotes']);
    expect(kindsOf(await actionsAt(NAME, { only: ['refactor.inline'] }))).toEqual([]);
    expect(kindsOf(await actionsAt(NAME, { only: ['quickfix'] })).filter((kind) => kind !== 'quickfix')).toEqual([]);
    expect(kindsOf(await actionsAt(NAME))).toEqual(expect.arrayContaining(['refactor.extract.record']));
    expect(kindsOf(await actionsAt(NAME, { triggerKind: 2 })).filter((kind) => kind !== 'quickfix')).toEqual([]);
  });

  it('make a record where the dataset has its others, and refer to it', async () => {
    await start();
    const [action] = await actionsAt(NAME, { only: ['refactor.extract'] });
    const uri = session.uri('data/people/sadyr-japarov.yaml');
    expect(action?.edit?.documentChanges).toEqual([
      {
        textDocument: { uri: session.uri('a.yaml'), version: 1 },
        edits: [
          { range: { start: { line: 8, character: 17 }, end: { line: 8, character: 30 } }, newText: 'sadyr-japarov' },
        ],
      },
      { kind: 'create', uri, options: { ignoreIfExists: true } },
      expect.objectContaining({ textDocument: { uri, version: null } }),
    ]);
    expect(newTexts(action?.edit)).toContain('kind: person\nid: sadyr-japarov\nname: Sadyr Japarov\n');
  });

  it('sort the keys of a file for those who ask for that, as it is saved', async () => {
    await start();
    const [action, ...others] = await actionsAt({ line: 0, character: 0 }, { only: [SORT] });
    expect(others).toEqual([]);
    expect(newTexts(action?.edit)).toEqual(['kind: summit', 'id: x-summit']);
    expect(kindsOf(await actionsAt(KIND))).not.toContain(SORT);
  });

  it('make files only for clients that can', async () => {
    await start(withClient({ documentChanges: true }));
    expect(kindsOf(await actionsAt(NAME, { only: ['refactor.extract'] }))).toEqual([]);
  });

  it('are plain changes for clients that know no others', async () => {
    await start(withClient({}));
    const [action] = await actionsAt(KIND, { only: ['refactor.rewrite.sortKeys'] });
    expect(Object.keys(action?.edit?.changes ?? {})).toEqual([session.uri('a.yaml')]);
  });

  it('are not for clients that know only commands', async () => {
    await start(withClient({}, {}));
    expect(await actionsAt(KIND)).toEqual([]);
  });

  it('leave the registry alone', async () => {
    await start();
    const uri = 'security-initiatives-registry:/organizations/ots.yaml';
    expect(await actionsAt({ line: 1, character: 5 }, {}, uri)).toEqual([]);
  });

  it('count columns beyond ASCII as the client does', async () => {
    const text = 'kind: person\nid: mira\nname: Mira\naliases: [🌍🌍, "Əlí"]\n';
    await start({ capabilities: { ...ABLE, general: { positionEncodings: ['utf-8'] } } }, text);
    const [action] = await actionsAt({ line: 3, character: 23 }, { only: ['refactor.rewrite.quotes'] });
    const [edit] = Object.values(changesOf(action?.edit)).flat();
    expect(edit).toEqual({
      range: { start: { line: 3, character: 20 }, end: { line: 3, character: 27 } },
      newText: 'Əlí',
    });
  });
});
