/** Document symbols: the outline of a file as people read it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DocumentSymbol, type Range, type SymbolInformation, SymbolKind } from 'vscode-languageserver-types';
import { kinds } from '../../server/dataset/schema.ts';
import { documentSymbols } from '../../server/features/document-symbols.ts';
import { signOf } from '../../server/features/symbol-names.ts';
import { type Editor, openEditor } from '../support/editor.ts';
import { lineEnds, ROOT } from '../support/fixture.ts';

function symbolsIn({ workspace, uri, converter }: Editor, file = uri): DocumentSymbol[] {
  return documentSymbols(workspace, file, converter, { symbolTree: true }) as DocumentSymbol[];
}

/** Name and detail of each symbol, indented as they stand in one another. */
function outline(symbols: readonly DocumentSymbol[], indent = ''): string[] {
  return symbols.flatMap(({ name, detail, children }) => [
    `${indent}${name}${detail === undefined ? '' : ` | ${detail}`}`,
    ...outline(children ?? [], `${indent}  `),
  ]);
}

function textOf({ workspace, uri, converter }: Editor, { start, end }: Range): string {
  const text = workspace.textOf(uri)!;
  return text.slice(converter.offset(uri, start), converter.offset(uri, end)).replaceAll('\r', '');
}

const SUMMIT = `# Саммит 🙂
kind: summit
id: gabala
name: "Саммит в Габале 🙂"
organization: ots
date: { value: 2025-10-07, text: Oct. 7 }
place: { city: Gabala, state: AZE }
host: &h AZE
participants:
  - { state: KAZ, role: member, person: toqaev }
  # Nobody was named.
  - state: *h
  - person: nobody
topics: [water, energy]
previous_dates:
- date: 2025-09
quotes:
  - text: >-
      We must act

      together
    speaker: toqaev
citations:
  - { source: report, supports: [date, place] }
  -
moon: { phase: full }
---
kind: person
id: toqaev
name: Қасым-Жомарт Тоқаев
offices:
  - { title: President, state: KAZ, from: 2019-03-20 }
---
kind: source
id: report
title: A report of the summit
`;

describe.each(lineEnds)('the outline with %s', (_, convert) => {
  it('has records, their properties, and maps and lists by what they are about', () => {
    const editor = openEditor({ 'a.yaml': convert(SUMMIT) });
    expect(outline(symbolsIn(editor))).toEqual([
      'Саммит в Габале 🙂 | summit · gabala',
      '  kind | summit',
      '  id | gabala',
      '  name | Саммит в Габале 🙂',
      '  organization | ots · Organization of Turkic States',
      '  date | 7 October 2025',
      '  place | Gabala · AZE · Azerbaijan',
      '  host | AZE · Azerbaijan',
      '  participants | 3 entries',
      '    KAZ · Kazakhstan | toqaev · Қасым-Жомарт Тоқаев · member',
      '    AZE · Azerbaijan',
      '    nobody',
      '  topics | 2 entries',
      '    water',
      '    energy',
      '  previous_dates | 1 entry',
      '    some time in September 2025',
      '  quotes | 1 entry',
      '    We must act together | toqaev · Қасым-Жомарт Тоқаев',
      '  citations | 2 entries',
      '    report · A report of the summit',
      '      supports | 2 entries',
      '        date',
      '        place',
      '    entry 2',
      '  moon | full',
      'Қасым-Жомарт Тоқаев | person · toqaev',
      '  kind | person',
      '  id | toqaev',
      '  name | Қасым-Жомарт Тоқаев',
      '  offices | 1 entry',
      '    President | KAZ · Kazakhstan · from 20 March 2019',
      'A report of the summit | source · report',
      '  kind | source',
      '  id | report',
      '  title | A report of the summit',
    ]);
  });

  it('goes to ids, keys and first values', () => {
    const editor = openEditor({ 'a.yaml': convert(SUMMIT) });
    const [summit] = symbolsIn(editor);
    expect(textOf(editor, summit!.selectionRange)).toBe('gabala');
    expect(textOf(editor, summit!.range)).toMatch(/^kind: summit\n.*\nmoon: \{ phase: full \}$/s);
    const participants = summit!.children!.find(({ name }) => name === 'participants')!;
    expect(textOf(editor, participants.selectionRange)).toBe('participants');
    expect(participants.children!.map(({ range }) => textOf(editor, range))).toEqual([
      '- { state: KAZ, role: member, person: toqaev }',
      '- state: *h',
      '- person: nobody',
    ]);
    expect(textOf(editor, participants.children![2]!.selectionRange)).toBe('person: nobody');
  });

  it('is a flat list for clients that know no other, with the names of what each stands in', () => {
    const { workspace, uri, converter } = openEditor({
      'a.yaml': convert('kind: summit\nid: a\nplace: { city: x }\ntopics: [water]\n'),
    });
    const symbols = documentSymbols(workspace, uri, converter, { symbolTree: false }) as SymbolInformation[];
    expect(symbols.map(({ name, containerName }) => [name, containerName])).toEqual([
      ['a', undefined],
      ['kind', 'a'],
      ['id', 'a'],
      ['place', 'a'],
      ['topics', 'a'],
      ['water', 'topics'],
    ]);
    expect(symbols[3]!.location).toMatchObject({ uri, range: { start: { line: 2, character: 0 } } });
  });

  it('stands while text is broken', () => {
    const editor = openEditor({
      'a.yaml': convert('kind: summit\nid: a\nname: "Oops\nplace: { city: x\nhost: AZE\nparticipants:\n  - {'),
    });
    expect(outline(symbolsIn(editor))).toEqual(
      expect.arrayContaining(['Oops | summit · a', '  host | AZE · Azerbaijan']),
    );
  });

  it('of a file with very many records ends with their maps and lists, in the same places', () => {
    const record =
      'kind: summit # x\nid: "a"\nname: Ä 🙂\nparticipants:\n  - { state: KAZ }\n\nplace:\n  city: x\n# end\n';
    const editor = openEditor({ 'a.yaml': convert(Array(101).fill(record).join('---\n')) });
    const few = openEditor({ 'a.yaml': convert(record) });
    const symbols = symbolsIn(editor);
    expect(symbols).toHaveLength(101);
    expect(outline(symbols.slice(-1))).toEqual(['Ä 🙂 | summit · a', '  participants | 1 entry', '  place | x']);
    const whole = symbolsIn(few)[0]!;
    const [participants] = whole.children!.filter(({ name }) => name === 'participants');
    expect(symbols[0]!.range).toEqual(whole.range);
    expect(symbols[0]!.selectionRange).toEqual(whole.selectionRange);
    expect(symbols[0]!.children![0]!.range).toEqual(participants!.range);
  });
});

describe('the outline', () => {
  it('of a manifest has its parts, that of foreign YAML is empty', () => {
    const editor = openEditor({
      'initiatives.yaml': 'dataset: Test\ntoday: 2025-10-07\nrules:\n  uncited: off\n',
      'b.yaml': 'services:\n  web: { image: x }\n',
    });
    expect(outline(symbolsIn(editor))).toEqual(['dataset | Test', 'today | 7 October 2025', 'rules | 1 entry']);
    expect(symbolsIn(editor, `${ROOT}/b.yaml`)).toEqual([]);
    expect(symbolsIn(editor, `${ROOT}/none.yaml`)).toEqual([]);
  });

  it('of a registry file is there, too', () => {
    const symbols = symbolsIn(openEditor({ 'a.yaml': '' }), 'security-initiatives-registry:/states/KAZ.yaml');
    expect(symbols[0]).toMatchObject({ name: 'Kazakhstan', detail: 'state · KAZ' });
  });

  it('has signs for what entries are', () => {
    const text =
      'kind: summit\nid: a\ntopics: [water]\nparticipants: [{ state: KAZ }]\nodd: [1, true, x, [y]]\n---\nkind: organization\nid: b\nrotation: [KAZ]\n';
    const [summit, organization] = symbolsIn(openEditor({ 'a.yaml': text }));
    const signs = (record: DocumentSymbol, name: string) =>
      record.children!.find((part) => part.name === name)!.children!.map(({ kind }) => kind);
    expect(signs(summit!, 'topics')).toEqual([SymbolKind.String]);
    expect(signs(summit!, 'participants')).toEqual([SymbolKind.Object]);
    expect(signs(summit!, 'odd')).toEqual([SymbolKind.Number, SymbolKind.Boolean, SymbolKind.String, SymbolKind.Array]);
    expect(signs(organization!, 'rotation')).toEqual([signOf('state')]);
  });

  it('has a sign for every kind, and not the same for all', () => {
    const signs = kinds.map(signOf);
    expect(signs).not.toContain(SymbolKind.Object);
    expect(new Set(signs).size).toBe(kinds.length);
  });

  it('does not drown in aliases that multiply, or in long texts', () => {
    const levels = Array.from(
      { length: 30 },
      (_, i) => `m${i}: &m${i} { x: ${i ? `*m${i - 1}` : 'a'}, y: ${i ? `*m${i - 1}` : 'b'} }`,
    );
    const editor = openEditor({
      'a.yaml': `kind: summit\nid: a\nname: "${'ж 🙂 '.repeat(50_000)}"\n${levels.join('\n')}\n`,
    });
    const [summit] = symbolsIn(editor);
    expect(summit!.name.length).toBeLessThan(250);
    expect(summit!.children!.length).toBe(33);
    const big = `base: &base\n${'  - { a: b, c: d }\n'.repeat(3000)}`;
    const aliases = openEditor({ 'a.yaml': `kind: summit\n${big}topics:\n${'  - *base\n'.repeat(3000)}` });
    expect(symbolsIn(aliases)[0]!.children!.map(({ children }) => children?.length)).toEqual([undefined, 3000, 3000]);
  });

  it('has names, and ranges that lie within one another, in any text', () => {
    const piece = fc.constantFrom(
      ...[
        '\n',
        '\n  ',
        '\n- ',
        '- ',
        'kind: summit\n',
        'id: a\n',
        'name: b\n',
        'place:',
        'participants:',
        '{',
        '}',
        '[',
        ']',
      ],
      ...[', ', ': ', '"', "'", ' # x', '|\n', '🙂', '\r\n', '---\n', '&a ', '*a', '<<: ', '? '],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const editor = openEditor({ 'a.yaml': '' });
        editor.workspace.apply([{ uri: editor.uri, text: `kind: summit\n${pieces.join('')}` }]);
        const offsets = ({ start, end }: Range) =>
          [editor.converter.offset(editor.uri, start), editor.converter.offset(editor.uri, end)] as const;
        const visit = (symbol: DocumentSymbol, outer: readonly [number, number]) => {
          const [range, selection] = [offsets(symbol.range), offsets(symbol.selectionRange)];
          expect(symbol.name).not.toBe('');
          expect(range[0]).toBeGreaterThanOrEqual(outer[0]);
          expect(range[1]).toBeLessThanOrEqual(outer[1]);
          expect(selection[0]).toBeGreaterThanOrEqual(range[0]);
          expect(selection[1]).toBeLessThanOrEqual(range[1]);
          for (const child of symbol.children ?? []) visit(child, range);
        };
        for (const symbol of symbolsIn(editor)) visit(symbol, [0, Number.POSITIVE_INFINITY]);
      }),
      { numRuns: 1000 },
    );
  });
});
