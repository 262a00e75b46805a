/** Formatting as editors ask for it: their options, ranges, encodings, and what may not be edited. */
import { describe, expect, it } from 'vitest';
import { registryDocuments } from '../../server/dataset/registry.ts';
import { Converter } from '../../server/features/convert.ts';
import { formatting, rangesFormatting } from '../../server/features/formatting.ts';
import { openEditor, textAfter } from '../support/editor.ts';
import { lineEnds, parseFixture } from '../support/fixture.ts';

const TABS = { tabSize: 8, insertSpaces: false };

describe.each(lineEnds)('with %s', (_, convert) => {
  const MESSY = convert(
    '# Саммит 🙂\nkind: summit\nid: x\nplace:\n\tcity: 1\n'.replace('\t', '     ') +
      'topics:\n- energy   \n- space\nname: "Ә  \n     б"\n',
  );
  const NEAT = convert(
    '# Саммит 🙂\nkind: summit\nid: x\nplace:\n  city: 1\ntopics:\n  - energy   \n  - space\nname: "Ә  \n  б"\n',
  );

  it('formatting gives two blanks a level, whatever tabs are to the client', () => {
    const editor = openEditor({ 'a.yaml': MESSY });
    const edits = formatting(editor.workspace, editor.uri, editor.converter, TABS);
    expect(textAfter(editor, edits)).toBe(NEAT);
    expect(edits.map(({ range, newText }) => [range.start.line, range.start.character, newText])).toEqual([
      [4, 2, ''],
      [6, 0, '  '],
      [7, 0, '  '],
      [9, 2, ''],
    ]);
  });

  it('formatting takes blanks from the ends of lines where the client says so', () => {
    const editor = openEditor({ 'a.yaml': MESSY });
    const options = { ...TABS, trimTrailingWhitespace: true, insertFinalNewline: true, trimFinalNewlines: true };
    const edits = formatting(editor.workspace, editor.uri, editor.converter, options);
    expect(textAfter(editor, edits)).toBe(NEAT.replace('energy   ', 'energy'));
  });

  it('formatting sorts keys where that is switched on', () => {
    const editor = openEditor({ 'a.yaml': convert('name: X\nkind: person\noffices:\n    - 1\nid: XXX\n') });
    const edits = formatting(editor.workspace, editor.uri, editor.converter, TABS, true);
    expect(textAfter(editor, edits)).toBe(convert('kind: person\nid: XXX\nname: X\noffices:\n  - 1\n'));
  });

  it('formatting of ranges takes each with what must move along', () => {
    const marked = convert(
      'kind: summit\ntopics:\n- ⟦energy⟧\n- space\nplace:\n   city: X\nchair:\n    ⟦state⟧: AZE\n',
    );
    const editor = openEditor({ 'a.yaml': marked });
    const ranges = editor.marked.map(({ range }) => range);
    const edits = rangesFormatting(editor.workspace, editor.uri, editor.converter, ranges);
    expect(textAfter(editor, edits)).toBe(
      convert('kind: summit\ntopics:\n  - energy\n  - space\nplace:\n   city: X\nchair:\n  state: AZE\n'),
    );
  });

  it('formatting leaves a broken document alone, but not its neighbours', () => {
    const documents = (indent: string) =>
      convert(
        `kind: state\nexists:\n${indent}from: 1991\n---\nkind: state\nname: "X\n    y: 1\n---\n${indent}kind: state\n`,
      );
    const editor = openEditor({ 'a.yaml': documents('    ') });
    const edits = formatting(editor.workspace, editor.uri, editor.converter, TABS);
    expect(textAfter(editor, edits)).toBe(documents('  ').replace('  kind', 'kind'));
  });
});

describe('formatting', () => {
  it('counts columns as the client does', () => {
    const { text } = parseFixture('kind: state\nname: 🙂\naliases: [ё,\n     🙂🙂 ]\n');
    const { workspace, uri } = openEditor({ 'a.yaml': text });
    const converter = new Converter(workspace, { spelled: (same) => same, encoding: 'utf-8' });
    expect(formatting(workspace, uri, converter, TABS)).toEqual([
      { range: { start: { line: 3, character: 2 }, end: { line: 3, character: 5 } }, newText: '' },
    ]);
  });

  it('knows the manifest, and documents that a manifest claims', () => {
    const manifest = 'name: X\nrecords:\n    - a.yaml\n';
    const editor = openEditor({ 'initiatives.yaml': manifest });
    const edits = formatting(editor.workspace, editor.uri, editor.converter, TABS);
    expect(textAfter(editor, edits)).toBe('name: X\nrecords:\n  - a.yaml\n');
  });

  it('has nothing for files that are none of ours, unknown, or the registry’s', () => {
    const { workspace, converter, uri } = openEditor({ 'a.yaml': 'on:\n    push: 1\n' });
    const registry = 'security-initiatives-registry:/organizations/ots.yaml';
    expect(registryDocuments(registry).length).toBeGreaterThan(0);
    for (const file of [uri, 'file:///nowhere.yaml', registry]) {
      expect(formatting(workspace, file, converter, { ...TABS, insertFinalNewline: true })).toEqual([]);
    }
  });
});
