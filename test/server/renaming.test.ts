/** Renaming through the real server: ids and anchors in texts, files in the explorer, and clients that can do less. */
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Range, WorkspaceEdit } from 'vscode-languageserver/node';
import { changesOf } from '../support/editor.ts';
import { ABLE, ServerSession } from '../support/server.ts';

const PERSON = 'kind: person\nid: mira\nname: Mira\n';
const SUMMIT =
  'kind: summit\nid: one\nname: First\norganization: ots\nstatus: held\ndate: 2025-10-07\nchair: { person: mira }\n';
const FILES = { 'persons/mira.yaml': PERSON, 'summits/one.yaml': SUMMIT };
const ID = { line: 1, character: 6 };
const REFERENCE = { line: 6, character: 20 };
const OPERATIONS = { willRename: true, didCreate: true, didRename: true, didDelete: true };

let session: ServerSession;
afterEach(async () => {
  expect(await session.stop()).toBe(0);
});

async function start(workspace: object = {}, textDocument: object = {}): Promise<void> {
  const capabilities = {
    ...ABLE,
    workspace: { ...ABLE.workspace, ...workspace },
    textDocument: { ...ABLE.textDocument, ...textDocument },
  };
  session = await new ServerSession(FILES).start({ client: { capabilities } });
}

const rename = (name: string, position: object, newName: string): Promise<WorkspaceEdit | null> =>
  session.connection.sendRequest('textDocument/rename', {
    textDocument: { uri: session.uri(name) },
    position,
    newName,
  });
const willRename = (...files: readonly (readonly [before: string, after: string])[]): Promise<WorkspaceEdit | null> =>
  session.connection.sendRequest('workspace/willRenameFiles', {
    files: files.map(([before, after]) => ({ oldUri: session.uri(before), newUri: session.uri(after) })),
  });

describe('renaming a record', () => {
  it('gives edits with the versions of open texts, and the file after them', async () => {
    await start();
    await session.open('summits/one.yaml', SUMMIT);
    await session.change('summits/one.yaml', `# Встреча\n${SUMMIT}`);
    const below = { ...REFERENCE, line: REFERENCE.line + 1 };
    const prepared = await session.at<{ range: Range; placeholder: string }>(
      'prepareRename',
      'summits/one.yaml',
      below,
    );
    expect(prepared).toEqual({
      range: { start: { line: 7, character: 17 }, end: { line: 7, character: 21 } },
      placeholder: 'mira',
    });
    const edit = await rename('summits/one.yaml', below, 'mira-serik');
    expect(edit?.documentChanges).toEqual([
      {
        textDocument: { uri: session.uri('persons/mira.yaml'), version: null },
        edits: [
          { range: { start: ID, end: { line: 1, character: 8 } }, newText: 'mira-serik' },
          { range: expect.anything(), newText: '\nformer_ids:\n  - mira' },
        ].map((each, index) =>
          index === 0 ? { ...each, range: { start: { line: 1, character: 4 }, end: { line: 1, character: 8 } } } : each,
        ),
      },
      {
        textDocument: { uri: session.uri('summits/one.yaml'), version: 2 },
        edits: [{ range: prepared.range, newText: 'mira-serik' }],
      },
      { kind: 'rename', oldUri: session.uri('persons/mira.yaml'), newUri: session.uri('persons/mira-serik.yaml') },
    ]);
  });

  it('tells why something keeps its name', async () => {
    await start();
    expect(session.initialized.capabilities.renameProvider).toEqual({ prepareProvider: true });
    await expect(session.at('prepareRename', 'summits/one.yaml', { line: 3, character: 15 })).rejects.toMatchObject({
      code: -32803,
      message: expect.stringMatching(/^The organization `ots` comes with the extension/),
    });
    await expect(rename('persons/mira.yaml', ID, 'Not one')).rejects.toMatchObject({
      code: -32803,
      message: expect.stringMatching(/^`Not one` is no id\./),
    });
    const shipped = { textDocument: { uri: 'security-initiatives-registry:/organizations/ots.yaml' }, position: ID };
    await expect(
      session.connection.sendRequest('textDocument/rename', { ...shipped, newName: 'x' }),
    ).rejects.toMatchObject({ code: -32803 });
  });

  it('edits texts alone for a client that can do no more', async () => {
    await start({ workspaceEdit: {} }, { rename: {} });
    expect(session.initialized.capabilities.renameProvider).toBe(true);
    const edit = await rename('persons/mira.yaml', ID, 'new');
    expect(edit?.documentChanges).toBeUndefined();
    expect(Object.keys(changesOf(edit)).sort()).toEqual([
      session.uri('persons/mira.yaml'),
      session.uri('summits/one.yaml'),
    ]);
  });

  it('renames anchors, too', async () => {
    await start();
    await session.open('summits/two.yaml', 'host: &host AZE\nplace: { state: *host }\n');
    const edit = await rename('summits/two.yaml', { line: 1, character: 18 }, 'state');
    expect(changesOf(edit)[session.uri('summits/two.yaml')]?.map(({ newText }) => newText)).toEqual(['state', 'state']);
  });
});

describe('renaming a file', () => {
  it('is asked about by clients that can, and answered with edits under its old name', async () => {
    await start({ fileOperations: OPERATIONS });
    const { fileOperations } = session.initialized.capabilities.workspace ?? {};
    expect(Object.keys(fileOperations ?? {})).toEqual(['willRename', 'didCreate', 'didRename', 'didDelete']);
    const changes = changesOf(await willRename(['persons/mira.yaml', 'persons/mira-serik.yaml']));
    expect(Object.keys(changes)).toEqual([session.uri('persons/mira.yaml'), session.uri('summits/one.yaml')]);
    expect(changes[session.uri('summits/one.yaml')]?.[0]?.newText).toBe('mira-serik');
  });

  it('changes nothing where no id follows', async () => {
    await start({ fileOperations: OPERATIONS });
    expect(await willRename(['persons/mira.yaml', 'people/mira.yaml'])).toBeNull();
    expect(await willRename(['persons/mira.yaml', 'persons/Mira Serik.yaml'])).toBeNull();
    expect(await willRename(['persons/mira.yaml', '../mira-serik.yaml'])).toBeNull();
    expect(await willRename(['persons', 'people'])).toBeNull();
  });

  it('changes nothing more where it follows the rename of its record', async () => {
    await start({ fileOperations: OPERATIONS });
    expect((await rename('persons/mira.yaml', ID, 'new'))?.documentChanges).toHaveLength(3);
    // Editors make the edits in turn, and ask before the file gets its name.
    await session.open('persons/mira.yaml', PERSON);
    await session.change('persons/mira.yaml', PERSON.replace('mira', 'new\nformer_ids:\n  - mira'));
    expect(await willRename(['persons/mira.yaml', 'persons/new.yaml'])).toBeNull();
  });

  it('is not announced to clients that do not ask', async () => {
    await start();
    expect(session.initialized.capabilities.workspace?.fileOperations).toEqual({});
  });
});

describe('a client that watches no files', () => {
  const watchless = { fileOperations: OPERATIONS, didChangeWatchedFiles: {} };
  const told = (method: string, files: readonly object[]) =>
    session.connection.sendNotification(`workspace/${method}`, { files });
  const isLost = (name: string, lost: boolean) =>
    session.waitFor(name, (all) => all.some(({ code }) => code === 'unknown-reference') === lost);

  it('tells of files that come and go', async () => {
    await start(watchless);
    await isLost('summits/one.yaml', false);
    session.remove('persons/mira.yaml');
    await told('didDeleteFiles', [{ uri: session.uri('persons/mira.yaml') }]);
    await isLost('summits/one.yaml', true);
    session.write('persons/mira.yaml', PERSON);
    await told('didCreateFiles', [{ uri: session.uri('persons/mira.yaml') }]);
    await isLost('summits/one.yaml', false);
  });

  it('tells of folders that get another name', async () => {
    await start(watchless);
    await session.waitFor('summits/one.yaml', (all) => all.length > 0);
    renameSync(join(session.folder, 'summits'), join(session.folder, 'meetings'));
    await told('didRenameFiles', [{ oldUri: session.uri('summits'), newUri: session.uri('meetings') }]);
    await session.waitFor('meetings/one.yaml', (all) => all.length > 0);
    await session.waitFor('summits/one.yaml', (all) => all.length === 0);
  });
});
