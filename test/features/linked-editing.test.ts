/** Linked editing: an anchor and its aliases change together, and what can be typed into their names. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { YamlDocument } from '../../server/dataset/yaml/yaml.ts';
import { linkedEditing } from '../../server/features/linked-editing.ts';
import { openEditor, textAfter } from '../support/editor.ts';
import { lineEnds } from '../support/fixture.ts';

function linkedAt(text: string) {
  const editor = openEditor({ 'a.yaml': text });
  const linked = linkedEditing(editor.workspace, editor.uri, editor.cursor, editor.converter);
  return { editor, linked, marked: editor.marked.map(({ range }) => range) };
}

describe.each(lineEnds)('linked editing with %s', (_, convert) => {
  it.each([
    ['on an anchor', 'host: &⟦h$0⟧ AZE\nplace: { state: *⟦h⟧ }\nchair: { state: *⟦h⟧ }\n'],
    ['on an alias', 'host: &⟦h⟧ AZE\nplace: { state: *⟦$0h⟧ }\n'],
    ['in a merge', 'place: &⟦p⟧ { city: Баку 🙂, state: AZE }\nchair:\n  <<: *⟦p$0⟧\n'],
    ['in Cyrillic', 'host: &⟦хоз$0яин🙂⟧ AZE\nplace: { city: 🙂, state: *⟦хозяин🙂⟧ }\n'],
    ['for the last anchor of a name', 'spare: [&h 1, *h]\nhost: &⟦h⟧ AZE\nplace: { state: *⟦h⟧$0 }\nother: &h 1\n'],
    ['below a slip', 'name: "S\nhost: &⟦h⟧ AZE\nplace: { state: *⟦h⟧$0 }\n'],
  ])('links the names %s', (_name, text) => {
    const { linked, marked } = linkedAt(convert(`# 🙂\nkind: summit\n${text}---\na: &h 1\nb: *h\n`));
    expect(linked?.ranges).toEqual(marked);
  });

  it.each([
    ['an anchor without aliases', 'host: &h$0 AZE\n'],
    ['an alias without an anchor', 'host: *h$0\nchair: { state: *h }\n'],
    ['the sign before a name', 'host: $0&h AZE\nplace: { state: *h }\n'],
    ['an id', 'id: s$0\nparent: s\n'],
    ['a text with such signs', 'name: R&D$0\ntheme: "R&D *D"\n'],
    ['a comment', 'host: &h AZE # &h$0\nplace: { state: *h }\n'],
  ])('leaves alone %s', (_name, text) => {
    expect(linkedAt(convert(`kind: summit\n${text}`)).linked).toBeUndefined();
  });
});

describe('linked editing', () => {
  const TEXT = 'host: &h AZE\nplace: { state: *h }\nchair: &c { state: *h$0, person: x }\nnote: [*c,*h]\n';

  it('leaves every value as it is, whatever name is typed that may be typed', () => {
    const { editor, linked } = linkedAt(TEXT);
    const before = new YamlDocument(editor.workspace.textOf(editor.uri)!);
    const isName = new RegExp(`^(?:${linked!.wordPattern})$`);
    const name = fc.string({
      unit: fc.constantFrom('a', 'я', '🙂', '-', '&', '*', '"', '#', '.', '!'),
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(name, (typed) => {
        fc.pre(isName.test(typed) && typed !== 'c');
        const text = textAfter(
          editor,
          linked!.ranges.map((range) => ({ range, newText: typed })),
        );
        const after = new YamlDocument(text);
        expect(after.errors).toEqual([]);
        expect(after.value).toEqual(before.value);
      }),
    );
  });

  it.each(['a b', 'a,b', '[a', 'a}', '', 'a\n'])('takes no name such as %j', (typed) => {
    expect(new RegExp(`^(?:${linkedAt(TEXT).linked!.wordPattern})$`).test(typed)).toBe(false);
  });
});
