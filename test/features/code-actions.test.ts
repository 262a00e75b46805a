/** Quick fixes as LSP has them: what becomes of files that a fix makes, renames or removes, and who is offered them. */

import { describe, expect, it } from 'vitest';
import type { RenameFile } from 'vscode-languageserver-types';
import { codeActions } from '../../server/features/code-actions.ts';
import { Converter } from '../../server/features/convert.ts';
import { rules } from '../../server/rules/index.ts';
import { makeWorkspace, ROOT } from '../support/fixture.ts';

const BODY = 'kind: organization\nid: x-body\nname: Body\ntype: body\nparent: x-none\n';
const URI = `${ROOT}/organizations/a body.yaml`;
const EVERYTHING = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
const ABLE = {
  createsFiles: true,
  renamesFiles: true,
  deletesFiles: true,
  goToCommand: 'show' as string | undefined,
  rulePage: undefined,
};

function actions(client: typeof ABLE, spelled = (uri: string) => uri) {
  const workspace = makeWorkspace({}, rules);
  workspace.apply([{ uri: URI, text: BODY }]);
  workspace.check();
  return codeActions(workspace, URI, EVERYTHING, new Converter(workspace, { spelled }), client);
}

const titles = (client: typeof ABLE) => actions(client).map(({ title }) => title);

describe('a fix that renames a file', () => {
  it('names the new file in the same folder, in the spelling that the client has', () => {
    const spelled = (uri: string) => uri.replaceAll(' ', '%20').replace('file:', 'vscode-vfs:');
    const action = actions(ABLE, spelled).find(({ title }) => title.startsWith('Rename the file'));
    const expected: RenameFile = {
      kind: 'rename',
      oldUri: 'vscode-vfs:///dataset/organizations/a%20body.yaml',
      newUri: 'vscode-vfs:///dataset/organizations/x-body.yaml',
    };
    expect(action?.edit).toEqual({ documentChanges: [expected] });
  });

  it('is offered only to who can', () => {
    expect(titles(ABLE)).toContain('Rename the file to `x-body.yaml`');
    expect(titles({ ...ABLE, renamesFiles: false })).not.toContain('Rename the file to `x-body.yaml`');
  });
});

describe('a fix that changes a text', () => {
  const offered = (documentChanges: boolean) => {
    const workspace = makeWorkspace({ 'a.yaml': 'kind: summit\nid: a\nname: A\ndate: 2020\n' }, rules);
    const converter = new Converter(workspace, { spelled: (uri) => uri, documentChanges, versionOf: () => 3 });
    const all = codeActions(workspace, `${ROOT}/a.yaml`, EVERYTHING, converter, ABLE);
    return all.find(({ edit }) => edit?.changes ?? edit?.documentChanges)?.edit;
  };

  it('has the form that the client knows, the plain one where it knows no other', () => {
    const place = { line: 2, character: 7 };
    const edits = [{ range: { start: place, end: place }, newText: '\norganization:\nstatus:' }];
    const uri = `${ROOT}/a.yaml`;
    expect(offered(false)).toEqual({ changes: { [uri]: edits } });
    expect(offered(true)).toEqual({ documentChanges: [{ textDocument: { uri, version: 3 }, edits }] });
  });
});

describe('a fix that goes to another place', () => {
  const offered = (client: typeof ABLE) => {
    const person = 'kind: person\nid: mira\nname: Mira\n';
    const workspace = makeWorkspace({ 'mira.yaml': person, 'more.yaml': `# All others\n---\n${person}` }, rules);
    const converter = new Converter(workspace, { spelled: (uri) => uri });
    return codeActions(workspace, `${ROOT}/mira.yaml`, EVERYTHING, converter, client);
  };

  it('shows it with the command of the client', () => {
    const action = offered(ABLE).find(({ title }) => title === 'Go to the other `mira`');
    const range = { start: { line: 3, character: 4 }, end: { line: 3, character: 8 } };
    const place = { uri: `${ROOT}/more.yaml`, range };
    expect(action?.command).toEqual({ title: 'Go to the other `mira`', command: 'show', arguments: [place] });
    expect(action?.edit).toBeUndefined();
  });

  it('is offered only to who can', () => {
    expect(offered({ ...ABLE, goToCommand: undefined })).toEqual([]);
  });
});

describe('a fix that makes a file', () => {
  it('makes it below the root, with its text', () => {
    const action = actions(ABLE).find(({ title }) => title.startsWith('Create '));
    const uri = `${ROOT}/organizations/x-none.yaml`;
    expect(action?.edit?.documentChanges).toMatchObject([
      { kind: 'create', uri },
      { textDocument: { uri }, edits: [{ newText: 'kind: organization\nid: x-none\nname:\ntype:\n' }] },
    ]);
  });

  it('is not offered where a file of that name holds something else', () => {
    const files = { 'organizations/x-none.yaml': '# nothing yet\n', 'organizations/x-body.yaml': BODY };
    const workspace = makeWorkspace(files, rules);
    const converter = new Converter(workspace, { spelled: (uri) => uri });
    const found = codeActions(workspace, `${ROOT}/organizations/x-body.yaml`, EVERYTHING, converter, ABLE);
    expect(found.map(({ title }) => title)).not.toContain('Create the organization `x-none`');
  });

  it('is offered only to who can', () => {
    expect(titles(ABLE)).toContain('Create the organization `x-none`');
    expect(titles({ ...ABLE, createsFiles: false })).not.toContain('Create the organization `x-none`');
  });
});

describe('a fix that removes a file', () => {
  const meeting = (id: string) =>
    `kind: summit\nid: ${id}\nname: Summit\norganization: ots\nbody: ots-chs\nstatus: held\ndate: 2025-10-07\nplace: { city: Gabala }\n`;
  const merge = (client: typeof ABLE) => {
    const files = { 'a.yaml': meeting('a'), 'b.yaml': meeting('b') };
    const workspace = makeWorkspace(files, rules);
    const found = codeActions(
      workspace,
      `${ROOT}/b.yaml`,
      EVERYTHING,
      new Converter(workspace, { spelled: (uri) => uri }),
      client,
    );
    return found.find(({ title }) => title.startsWith('Merge into `a`'));
  };

  it('edits the other files first', () => {
    expect(merge(ABLE)?.edit?.documentChanges).toMatchObject([
      { textDocument: { uri: `${ROOT}/a.yaml` }, edits: [{ newText: '\nformer_ids: [b]' }] },
      { kind: 'delete', uri: `${ROOT}/b.yaml` },
    ]);
  });

  it('is offered only to who can', () => {
    expect(merge({ ...ABLE, deletesFiles: false })).toBeUndefined();
  });
});

describe('a certain fix', () => {
  it('brings along the one for all such problems, of the file and of the dataset, once each', () => {
    const person = (from: string, to: string) =>
      `kind: person\nid: mira\nname: Mira\noffices: [{ title: President, state: KGZ, from: ${from}, to: ${to} }]\n`;
    const files = {
      'mira.yaml': person('2020-8-1', '2021-9-1'),
      'b.yaml': person('2020-8-1', '2021').replace('mira', 'b'),
    };
    const workspace = makeWorkspace(files, rules);
    const converter = new Converter(workspace, { spelled: (uri) => uri });
    const offered = codeActions(workspace, `${ROOT}/mira.yaml`, EVERYTHING, converter, ABLE);
    expect(offered.map(({ title }) => title).filter((title) => /bad-date|2020|2021/.test(title))).toEqual([
      'Write 2020-08-01',
      'Write 2021-09-01',
      'Fix all `bad-date` problems in this file',
      'Fix all `bad-date` problems in the dataset',
    ]);
  });
});
