/** Sorted keys as a refactoring of one record, and as an action for a whole file. */
import { describe, expect, it } from 'vitest';
import { sortKeysInFile } from '../../../server/features/refactors/index.ts';
import { changesOf, openEditor, textAfter } from '../../support/editor.ts';
import { lineEnds } from '../../support/fixture.ts';
import { textAfterChoice, titles } from './support.ts';

const TITLE = "Sort keys in the schema's order";
const [MIXED, SORTED] = ['name: Мира 🌍 # c\nid: mira\nkind: person\n', 'kind: person\nid: mira\nname: Мира 🌍 # c\n'];

describe.each(lineEnds)('with %s', (_, convert) => {
  it('the record at the cursor is sorted, and no other', () => {
    const text = convert(`${MIXED}---\n$0${MIXED}`);
    expect(textAfterChoice(text, TITLE)).toBe(convert(`${MIXED}---\n${SORTED}`));
  });

  it('all records of a file are sorted at once', () => {
    const editor = openEditor({ 'a.yaml': convert(`${MIXED}---\n${SORTED}---\n${MIXED}`) });
    const [action] = sortKeysInFile(editor.workspace, editor.uri, editor.converter);
    const edits = changesOf(action?.edit)[editor.uri]!;
    expect(textAfter(editor, edits)).toBe(convert(`${SORTED}---\n${SORTED}---\n${SORTED}`));
  });
});

describe('sorting', () => {
  it.each([
    ['all is in order', `$0${SORTED}`],
    ['the text is broken', `$0note: "\n${MIXED}`],
    ['it is no record', '$0id: mira\nkinds: person\n'],
  ])('is not offered where %s', (_name, text) => {
    expect(titles(text, 'refactor.rewrite.sortKeys')).toEqual([]);
    const editor = openEditor({ 'a.yaml': text });
    expect(sortKeysInFile(editor.workspace, editor.uri, editor.converter)).toEqual([]);
  });
});
