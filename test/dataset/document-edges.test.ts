/** A document that is broken, empty or oddly written: what it is taken for, and where its parts are shown all the same. */
import { describe, expect, it } from 'vitest';
import { SourceDocument } from '../../server/dataset/document.ts';
import type { Path } from '../../server/dataset/yaml/tree.ts';
import { YamlDocument } from '../../server/dataset/yaml/yaml.ts';

const documentOf = (text: string, claimed = false) =>
  new SourceDocument('file:///a.yaml', new YamlDocument(text), 0, { claimed });
const shownAt = (text: string, { start, end }: { start: number; end: number }) => text.slice(start, end);

it.each<[text: string, path: Path, on: 'key' | 'value', shown: string]>([
  ['# nothing\n', [], 'value', '# nothing'],
  ['# nothing\n', ['name'], 'value', '# nothing'],
  ['name: A\n', ['nothing', 'at', 'all'], 'value', 'name'],
  [': A\n', [''], 'key', ':'],
  ['parties: [{: A}]\n', ['parties', 0, ''], 'key', ':'],
  ['kind: person\nparties:\n  - &none\n  - a\n', ['parties', 0], 'value', 'kind: person'],
  ['kind: person\nparties:\n  - !!null\n  - a\n', ['parties', 0], 'value', 'kind: person'],
])('of %j, %j (its %s) is shown at %j', (text, path, on, shown) => {
  expect(shownAt(text, documentOf(text).spanOf(path, on))).toBe(shown);
});

it.each<[text: string, path: Path, shown: string]>([
  ['name: Aigul\n', ['name'], 'Aigul'],
  ['{ kind: person, name }\n', ['name'], 'name'],
  ['kind: person\nname: A\n', ['born', 'city'], 'kind: person'],
  ['aliases: [Айгүл, A]\n', ['aliases'], 'aliases'],
  ['aliases:\n  - Айгүл\n  - A\n', ['aliases'], 'aliases'],
  ['kind: summit\nhosts: { country: KAZ }\n', ['hosts'], 'hosts'],
  ['parties:\n  - state: KAZ\n    joined: 2009\n', ['parties', 0], 'state'],
  ['parties:\n  - - KAZ\n    - AZE\n', ['parties', 0], 'KAZ'],
  ['parties:\n  - - - KAZ\n', ['parties', 0], 'KAZ'],
  ['parties: [[[], KAZ]]\n', ['parties', 0], '[]'],
  ['parties: [[{ : KAZ }]]\n', ['parties', 0], '{ : KAZ }'],
  ['parties: [{ : KAZ }]\n', ['parties', 0], '{ : KAZ }'],
  ['- - \n  - KAZ\n', [0], '- \n  - KAZ'],
])('of %j, what is wrong with %j is marked at %j', (text, path, shown) => {
  expect(shownAt(text, documentOf(text).markOf(path)).trimEnd()).toBe(shown);
});

it.each([
  ['kind: person\nid: a\n', 'kind: person'],
  ['kind: { person: a }\nid: a\n', 'kind'],
  ['kind: [person]\n', 'kind'],
  ['{ kind, id: a }\n', 'kind'],
  ['id: a\nname: A\n', 'id'],
  ['- a\n- b\n', 'a'],
  ['Astana', 'Astana'],
  ['# only a remark', '# only a remark'],
  ['\n\n  # a remark\r\n# another\r\n', '# a remark'],
  ['', ''],
])('for %j as a whole stands %j', (text, shown) => {
  expect(shownAt(text, documentOf(text).headSpan)).toBe(shown);
});

describe('a text with errors', () => {
  const text = 'kind: person\nname: "A" B\nborn: 1970\nhome: "C" D\nnote: E\n';
  const doubtful = (line: string) => {
    const start = text.indexOf(line);
    return documentOf(text).isDoubtful({ start, end: start + line.length });
  };

  it('is doubtful on each line that has one, and on no other', () => {
    expect(documentOf(text).yaml.errors).toHaveLength(2);
    const lines = ['kind: person', 'name: "A" B', 'born: 1970', 'home: "C" D', 'note: E'];
    expect(lines.map(doubtful)).toEqual([false, true, false, true, false]);
  });

  it('is doubtful where any part of such a line is meant', () => {
    expect(['name', '"A"', 'B', 'home', 'D', 'person\nna', 'B\nborn', 'no'].map(doubtful)).toEqual([
      true,
      true,
      true,
      true,
      true,
      true,
      true,
      false,
    ]);
  });

  it.each([
    ['[[]', '[[]', true],
    ['kind: person\nname: >- &a', 'name', true],
    ['kind: person\nname: >- &a', 'kind', false],
    ['- - \n  \n  b', '- -', true],
    ['- - \n  \n  b', '  \n', true],
    ['- - \n  \n  b', 'b', false],
  ])('of %j, where something is missing at the end of a line, %j is doubtful: %s', (broken, part, isDoubtful) => {
    const start = broken.lastIndexOf(part);
    const end = start + part.trimEnd().length;
    expect(documentOf(broken).yaml.errors.map(({ message }) => message)).toEqual(['Something is missing here.']);
    expect(documentOf(broken).isDoubtful({ start, end })).toBe(isDoubtful);
  });
});

describe('a document', () => {
  it.each([
    ['kind: person\nid: a\n', 'record'],
    ['name: "A" B\nkind: person\n', 'record'],
    ['kind: person\n  id: a\n', 'record'],
    ['kind: "person"  # who?\n  id: a\n', 'record'],
    ['- a\nkind: person\n', 'record'],
    ['*nothing\nkind: person\n', 'record'],
    ['kind: planet\n  id: a\n', 'foreign'],
    ['name: "A" B\n', 'foreign'],
    ['note: |\n  kind: person\n', 'foreign'],
    ['- |\n kind: person\n', 'foreign'],
    ['"\nkind: person\n"\n', 'foreign'],
    ['name: A\n', 'foreign'],
    ['', 'foreign'],
  ])('%j is taken for a %s', (text, role) => {
    expect(documentOf(text).role).toBe(role);
  });

  it.each([
    ['name: A\n', 'claimed'],
    ['Astana\n', 'claimed'],
    ['~\n', 'claimed'],
    ['null\n', 'claimed'],
    ['# nothing yet\n', 'foreign'],
    ['\n', 'foreign'],
    ['', 'foreign'],
    ['kind: person\n', 'record'],
  ])('%j is taken for a %s one where a manifest says that its file holds records', (text, role) => {
    expect(documentOf(text, true).role).toBe(role);
  });
});
