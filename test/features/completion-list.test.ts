/** Completions as LSP has them: what each item brings along, and what it leaves out for editors that can do less. */
import { describe, expect, it } from 'vitest';
import { CompletionItemKind, InsertTextFormat, InsertTextMode, MarkupKind } from 'vscode-languageserver-types';
import { type CompletionClient, completionList, resolveCompletion } from '../../server/features/completion-list.ts';
import { openEditor } from '../support/editor.ts';

const JAPAROV = { 'persons/japarov.yaml': 'kind: person\nid: sadyr-japarov\nname: Sadyr Japarov\n' };

/** An editor that can do everything. */
const ABLE: CompletionClient = {
  snippets: true,
  snippetTransforms: true,
  insertsAsIs: true,
  choosesInsertMode: true,
  labelDetails: true,
  completionKinds: Object.values(CompletionItemKind).map(Number),
  completionMarkup: MarkupKind.Markdown,
  resolves: true,
  suggestCommand: 'suggest',
};

/** An editor that says nothing of what it can do. */
const PLAIN: CompletionClient = {
  snippets: false,
  snippetTransforms: false,
  insertsAsIs: false,
  choosesInsertMode: false,
  labelDetails: false,
  completionKinds: undefined,
  completionMarkup: MarkupKind.PlainText,
  resolves: false,
  suggestCommand: undefined,
};

/** The list at `$0`, and an item of it by its label. */
function ask(marked: string, client: CompletionClient) {
  const editor = openEditor({ ...JAPAROV, 'draft.yaml': marked });
  const { workspace, converter, uri, cursor } = editor;
  const list = completionList(workspace, uri, cursor, converter, client);
  const item = (label: string) => {
    const found = list.items.find((one) => one.label === label);
    if (!found) throw new Error(`No "${label}" among: ${list.items.map((one) => one.label).join(', ')}`);
    return found;
  };
  return { ...editor, item };
}

const MEMBERS = 'kind: proposal\nparties:\n  - person: $0\n';

describe('a completion', () => {
  it('of a record is resolved to its card, and stays as it is once the record has gone', () => {
    const { item, workspace, uri } = ask(MEMBERS, ABLE);
    const japarov = item('sadyr-japarov');
    expect(japarov.kind).toBe(CompletionItemKind.Reference);
    expect(japarov.documentation).toBeUndefined();
    expect(japarov.data).toEqual({ uri, kind: 'person', id: 'sadyr-japarov' });
    const { documentation, ...rest } = resolveCompletion(japarov, workspace, ABLE);
    expect(rest).toEqual(japarov);
    expect(documentation).toMatchObject({ kind: 'markdown', value: expect.stringContaining('Sadyr Japarov') });
    workspace.apply([{ uri: [...workspace.uris].find((file) => file.includes('japarov'))!, text: undefined }]);
    expect(resolveCompletion(japarov, workspace, ABLE)).toBe(japarov);
  });

  it('brings its card along where the editor does not ask again', () => {
    const japarov = ask(MEMBERS, PLAIN).item('sadyr-japarov');
    expect(japarov.data).toBeUndefined();
    expect(japarov.documentation).toMatchObject({
      kind: 'plaintext',
      value: expect.stringContaining('Sadyr Japarov'),
    });
  });

  it('shows what it is beside its label where the editor can', () => {
    const able = ask(MEMBERS, ABLE).item('sadyr-japarov');
    expect(able.labelDetails).toEqual({ description: able.detail });
    expect(able.detail).toBeTruthy();
    const plain = ask(MEMBERS, PLAIN).item('sadyr-japarov');
    expect(plain).not.toHaveProperty('labelDetails');
    expect(plain.detail).toBe(able.detail);
  });

  it('has a sign that the editor knows', () => {
    const kindFor = (completionKinds: readonly number[] | undefined) =>
      ask('kind: summit\nstatus: $0\n', { ...ABLE, completionKinds }).item('held').kind;
    expect(kindFor([CompletionItemKind.EnumMember])).toBe(CompletionItemKind.EnumMember);
    expect(kindFor([CompletionItemKind.Text])).toBe(CompletionItemKind.Value);
    expect(kindFor(undefined)).toBe(CompletionItemKind.Value);
    const reference = ask(MEMBERS, PLAIN).item('sadyr-japarov');
    expect(reference.kind).toBe(CompletionItemKind.Reference);
  });

  it('is a snippet only where the editor knows them', () => {
    const able = ask('$0', ABLE).item('person');
    expect(able.insertTextFormat).toBe(InsertTextFormat.Snippet);
    expect(able.textEdit?.newText).toContain('name: ${1:');
    expect(able.insertTextMode).toBe(InsertTextMode.asIs);
    const plain = ask('$0', PLAIN).item('person');
    expect(plain.insertTextFormat).toBe(InsertTextFormat.PlainText);
    expect(plain.textEdit?.newText).not.toContain('$');
    expect(plain).not.toHaveProperty('insertTextMode');
  });

  it('opens the list again where something is left to choose and the editor has a command for it', () => {
    const marked = 'kind: summit\nsta$0\n';
    expect(ask(marked, ABLE).item('status').command).toEqual({ title: '', command: 'suggest' });
    expect(ask(marked, PLAIN).item('status')).not.toHaveProperty('command');
  });

  it('of several lines leaves the indentation to editors that add it themselves', () => {
    const marked = '  kind: proposal\n  addressed_to: $0\n';
    const insertedBy = (insertsAsIs: boolean) =>
      ask(marked, { ...PLAIN, insertsAsIs }).item('organization').textEdit?.newText;
    expect(insertedBy(true)).toBe('\n    organization: ');
    expect(insertedBy(false)).toBe('\n  organization: ');
  });
});
