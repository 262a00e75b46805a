/** Document highlight: what the file says of the record or anchor under the cursor, and silence elsewhere. */

import { describe, expect, it } from 'vitest';
import { DocumentHighlightKind } from 'vscode-languageserver-types';
import { registry, registryText } from '../../server/dataset/registry.ts';
import { highlights } from '../../server/features/highlights.ts';
import { openEditor } from '../support/editor.ts';
import { lineEnds } from '../support/fixture.ts';

const CYRILLIC = '# Саммит в Ташкенте 🙂\nkind: person\nid: sadyr-japarov\nname: Садыр Жапаров 🙂\n---\n';

function highlighted(text: string) {
  const { workspace, converter, uri, cursor, marked } = openEditor({ 'a.yaml': text });
  return { found: highlights(workspace, uri, cursor, converter), marked: marked.map(({ range }) => range) };
}

/** The `⟦…⟧` are what is highlighted; the one that is written to is number `written`, counted from none. */
function expectHighlights(text: string, written?: number): void {
  const { found, marked } = highlighted(text);
  expect(found).toEqual(
    marked.map((range, index) => ({
      range,
      kind: index === written ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
    })),
  );
}

describe.each(lineEnds)('highlights with %s', (_, convert) => {
  describe.each([
    ['', ''],
    [' below Cyrillic and emoji', CYRILLIC],
  ])('of records%s', (_name, above) => {
    it.each([
      ['an id', 'kind: summit\nid: ⟦gab$0ala⟧\nname: gabala\n---\nkind: summit\nid: s\nparent: ⟦"gabala"⟧\n', 0],
      ['an id below its reference', 'kind: summit\nparent: ⟦gabala⟧\nid: ⟦gab$0ala⟧\n', 1],
      ['a reference', 'kind: summit\nid: s\nparent: ⟦gab$0ala⟧\n---\nkind: summit\nid: ⟦gabala⟧\n', 1],
      [
        'a reference to another file',
        'kind: summit\nid: s\nhost: ⟦AZE$0⟧ # AZE\nplace: { city: AZE, state: ⟦AZE⟧ }\n',
        undefined,
      ],
      ['a reference to nobody', 'kind: summit\nid: s\nparent: ⟦$0nobody⟧\nchair: { person: nobody }\n', undefined],
      ['a text that counts twice', 'kind: summit\nid: s\nplace: &p { state: ⟦A$0ZE⟧ }\nchair: *p\n', undefined],
      ['a text behind an anchor', 'kind: summit\nid: s\nhost: &h ⟦A$0ZE⟧\nplace: { state: ⟦*h⟧ }\n', undefined],
    ])('show all places of the file that name the record: %s', (_case, text, written) => {
      expectHighlights(convert(above + text), written);
    });
  });

  it.each([
    ['an anchor', 'host: &⟦$0h⟧ AZE\nplace: { state: *⟦h⟧ }\n', 0],
    ['an alias', 'host: &⟦h⟧ AZE\nplace: { state: *⟦h⟧$0 }\n', 0],
    ['an alias without an anchor', 'place: { state: *⟦h⟧$0 }\nhost: &h AZE\n', undefined],
  ])('show an anchor with its aliases: %s', (_name, text, written) => {
    expectHighlights(convert(`${CYRILLIC}kind: summit\n${text}---\na: &h 1\nb: *h\n`), written);
  });

  it.each([
    ['a key', 'ho$0st: AZE\n'],
    ['an enumeration', 'status: hel$0d\n'],
    ['prose', 'theme: the Gabala su$0mmit\n'],
    ['a comment', '# su$0mmit\n'],
    ['an empty line', '\n$0\n'],
  ])('are none on %s of a record, which no editor should take for leave to look for words', (_name, text) => {
    expect(highlighted(convert(`kind: summit\nid: s\n${text}`)).found).toEqual([]);
  });

  it('leave documents that are no records to others, but for their anchors', () => {
    expect(highlighted(convert('jobs:\n  bu$0ild: build\n')).found).toBeUndefined();
    expectHighlights(convert('jobs: &⟦j⟧ 1\nother: *⟦j$0⟧\n'), 0);
  });

  it('work beside what is broken', () => {
    expectHighlights(
      convert('kind: summit\nid: ⟦gab$0ala⟧\nname: "S\n---\nkind: summit\nname: [\nparent: ⟦gabala⟧\n'),
      0,
    );
  });
});

describe('highlights', () => {
  it('work in documents of the registry, whoever has taken their place', () => {
    const { workspace, converter } = openEditor({ 'a.yaml': 'kind: organization\nid: ots\n' });
    const [ots] = [...registry().byId.get('ots')!];
    const found = highlights(workspace, ots!.uri, ots!.start + ots!.spanOf(['id']).start, converter)!;
    const lines = registryText(ots!.uri)!.split('\n');
    expect(found.map(({ range }) => lines[range.start.line])).toContain('parent: ots');
    const written = found.filter(({ kind }) => kind === DocumentHighlightKind.Write);
    expect(written.map(({ range }) => lines[range.start.line])).toEqual(['id: ots']);
  });
});
