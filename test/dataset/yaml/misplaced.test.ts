/** What stands where it cannot, and what is missing at the end of a text: the whole of each message, what it marks, what is still read. */
import { describe, expect, it } from 'vitest';
import { YamlDocument } from '../../../server/dataset/yaml/yaml.ts';
import { lineEnds, parseFixture } from '../../support/fixture.ts';
import { type Broken, beginsWith, COLON, COMMA, DEEPER, DOUBLE, LIST, MAP, noKey, stray, TAB } from './messages.ts';

const COMMA_TOO_MANY = 'This comma has nothing before it: remove it.';
const COLON_AT_END = 'A value that ends in a colon needs quotes around it.';
const COLUMN = 'This line begins in another column than its neighbours: indent it as they are.';
const ENTRY_BELOW =
  'A list begins on the line below its key: write it there, or put text that begins with `-` in quotes.';
const ENTRY_AMONG_KEYS =
  'An entry of a list cannot stand among the keys of a map: give the list a key of its own, or remove the `-`.';
const DASH_IN_BRACKETS = 'Entries of a list in brackets have no `-`: remove it.';
const APOSTROPHE = "An apostrophe ends text in single quotes: write it twice (`''`), or use double quotes.";
const QUOTE = 'A double quote ends text in double quotes: write `\\"` inside, or use single quotes around it.';
const WIDE = 'This is a wide colon (U+FF1A): write `:` and a blank.';
const ESCAPE = 'This escape is unknown in double quotes: write `\\\\` for a backslash, or use single quotes.';
const notBlank = (code: string) => `This is not a blank but the character ${code}: write an ordinary blank.`;
const afterMark = (mark: string) =>
  `Text after \`${mark}\` begins on the next line: write it there, or put the whole value in quotes.`;
const missingBefore = (key: string) => `A comma is missing before \`${key}\`.`;

const TEXTS: readonly Broken[] = [
  ["note: 'O'⟦zbekiston - x'⟧", APOSTROPHE, { note: 'O' }],
  ["parties:\n  - note: 'O'⟦zbekiston'⟧", APOSTROPHE, { parties: [{ note: 'O' }] }],
  ["note: '90'⟦90s'⟧", APOSTROPHE, { note: '90' }],
  ["note: 'a'⟦)b⟧", stray(')b'), { note: 'a' }],
  ['note: "90"⟦90s"⟧', QUOTE, { note: '90' }],
  ['note: "a"⟦)b⟧', stray(')b'), { note: 'a' }],
  ['note: "a: | b" ⟦c⟧', stray('c'), { note: 'a: | b' }],
  ['note: "a: >b" ⟦c⟧', stray('c'), { note: 'a: >b' }],
  ['note:  | ⟦text⟧', afterMark('|'), { note: '| text' }],
  ['note: |  ⟦text⟧', afterMark('|'), { note: '|  text' }],
  ['note: >- ⟦text⟧', afterMark('>-'), { note: '>- text' }],
  ['note: |2 ⟦text⟧', afterMark('|2'), { note: '|2 text' }],
  ['parties:\n  - note: | ⟦text⟧', afterMark('|'), { parties: [{ note: '| text' }] }],
  ['note: ⟦"⟧a, b', DOUBLE, { note: 'a, b' }],
  ['aliases:\n  - ⟦"⟧a, b', DOUBLE, { aliases: ['a, b'] }],
  ['note: ⟦"⟧ abc', DOUBLE, { note: 'abc' }],
  ['place:\n  ⟦"⟧city: A\n  state: B', DOUBLE, { place: { state: 'B' } }],
  ['note: ⟦!e!x⟧ word', 'This tag is unknown: remove it, or put the value in quotes.', { note: 'word' }],
];

const LISTS: readonly Broken[] = [
  ['participants: ⟦-⟧', ENTRY_BELOW, { participants: null }],
  ['participants:  ⟦- state⟧', ENTRY_BELOW, { participants: null }],
  ['aliases:\n  - a\n  ⟦--b⟧', COLUMN, { aliases: ['a'] }],
  ['aliases: [""⟦a⟧, b]', COMMA, {}],
  ['aliases: ["a\\\\" ⟦b⟧]', COMMA, {}],
  ['aliases: ["\\\\" ⟦b⟧]', COMMA, {}],
  ["aliases: ['a\\' ⟦b⟧]", COMMA, {}],
  ["aliases: ['a\\'⟦b⟧]", COMMA, {}],
  ['aliases: ["a\\\\"⟦b⟧]', COMMA, {}],
  ['aliases: ["a" ⟦b⟧: c]', missingBefore('b'), {}],
  ['aliases: [⟦-⟧ a,\n  ⟦-⟧ b]', [DASH_IN_BRACKETS, DASH_IN_BRACKETS], { aliases: ['a', 'b'] }],
  ['place:\n  city: [A]\n\n⟦-⟧ b', ENTRY_AMONG_KEYS, { place: { city: ['A'] } }],
  ['aliases: [a: { b: 1 }\n  ⟦c⟧: 2]', missingBefore('c'), { aliases: [{ a: { b: 1 } }, { c: 2 }] }],
  ['place: { city: "A"\n  ⟦state⟧: B }', missingBefore('state'), { place: { city: 'A', state: 'B' } }],
  ['place: { city: [A]\n  ⟦state⟧: B }', missingBefore('state'), { place: { city: ['A'], state: 'B' } }],
  ['aliases: [a,⟦,⟧ b]\nnote: [c,⟦,⟧ d]', [COMMA_TOO_MANY, COMMA_TOO_MANY], { aliases: ['a', 'b'], note: ['c', 'd'] }],
  ['aliases: ["a" ⟦"⟧b"]\nnote: ⟦@⟧a', [COMMA, beginsWith('`@`')], { note: '@a' }],
  ['place: ⟦{⟧ city: A\n# so', MAP, { place: { city: 'A' } }],
  ['place: ⟦{⟧ city { state: A', MAP, {}],
  ['place: { city: A, other: ⟦[⟧a, b }\naliases: ["a" ⟦"⟧b"]', [LIST, COMMA], {}],
  ['place: { a: "1"⟦#⟧\n  , b: 2 }', noKey('#'), { place: { a: '1', b: 2 } }],
];

const LINES: readonly Broken[] = [
  ['⟦Совет mode：hybrid⟧', noKey('Совет mode：hybrid'), {}],
  ['mode ⟦：⟧hybrid', WIDE, {}],
  ['name: "Gabala"⟦\u00a0⟧', notBlank('U+00A0'), { name: 'Gabala' }],
  ['name: "Gabala"⟦\u2028⟧', notBlank('U+2028'), { name: 'Gabala' }],
  ['place: { city: "A"⟦\u3000⟧}', notBlank('U+3000'), { place: { city: 'A' } }],
  ['name: ⟦Gabala:⟧', COLON_AT_END, { name: 'Gabala:' }],
  ['name: ⟦Gabala:⟧ # c', COLON_AT_END, { name: 'Gabala:' }],
  ['note: ⟦a: b:⟧', COLON, { note: 'a: b:' }],
  ['note: ⟦: x⟧', COLON, { note: ': x' }],
  ['note: ⟦a: b: c⟧', COLON, { note: 'a: b: c' }],
  ['note: ⟦"a: b": c⟧', COLON, {}],
  ['note: ⟦who? me: you⟧', COLON, { note: 'who? me: you' }],
  ['name: ⟦Gabala:⟧\n   ⟦b⟧: c', [COLON_AT_END, DEEPER], { name: 'Gabala:' }],
  [
    'list:\n  -⟦\t⟧state: KAZ\n    role: x\nnote: ⟦@⟧a',
    [TAB, beginsWith('`@`')],
    { list: [{ state: 'KAZ', role: 'x' }] },
  ],
  ['place:\n    city: A\n  ⟦state⟧: B\n ⟦venue⟧: C', [COLUMN, COLUMN], { place: { city: 'A' } }],
  ['note: "a⟦\\q⟧"\n⟦a⟧\n⟦b⟧\nc: 1', [ESCAPE, noKey('a'), noKey('b')], { note: 'a\\q', c: 1 }],
  ['note: >⟦x⟧\n⟦\'y\'⟧\naliases: ["a" ⟦"⟧b"]', [stray('x'), noKey("'y'"), COMMA], {}],
  ['note:\n  a\n⟦#⟧ c\n  b: c', COLUMN, { note: 'a', b: 'c' }],
  ['⟦"k⟧\n  l": m\nplace: { a: b\n ⟦c⟧: d }', [noKey('"k'), missingBefore('c')], {}],
];

describe.each(lineEnds)('with %s', (_, convert) => {
  describe.each([
    ['texts', TEXTS],
    ['lists and braces', LISTS],
    ['lines', LINES],
  ])('%s', (_name, all) => {
    it.each(all)('%j', (marked, message, value) => {
      const { text, ranges } = parseFixture(convert(`kind: summit\n${marked}\nhost: AZE\n`));
      const document = new YamlDocument(text);
      expect(document.errors).toEqual([message].flat().map((each, i) => ({ span: ranges[i], message: each })));
      expect(document.value).toMatchObject({ kind: 'summit', host: 'AZE', ...value });
    });
  });
});

/** Texts whose last line has no end. */
const ENDS: readonly (readonly [marked: string, message: string | readonly string[], value: unknown])[] = [
  ['note: ⟦"⟧', DOUBLE, { note: '' }],
  ['note: ⟦"⟧a\\"', DOUBLE, { note: 'a\\"' }],
  ['note: ⟦"⟧\\"', DOUBLE, { note: '\\"' }],
  ['note: ⟦"⟧a\\\\\\"', DOUBLE, { note: 'a\\\\\\"' }],
  ['⟦"⟧a\\"', DOUBLE, null],
  ['a: &a 1\nnote: "a\\\\"', [], { a: 1, note: 'a\\' }],
  ['a: &a 1\nnote: "\\\\"', [], { a: 1, note: '\\' }],
  ['note: [a]⟦\r⟧', 'Something is missing here.', { note: ['a'] }],
  ['note: "a" ⟦"b\\"⟧', stray('"b\\"'), { note: 'a' }],
  ['kind: summit\nmode⟦：⟧hybrid', WIDE, { kind: 'summit', 'mode：hybrid': null }],
  ['kind: summit\n⟦-⟧b', 'An entry of a list needs a blank after `-`.', { kind: 'summit', '-b': null }],
  ['kind: summit\n⟦-⟧ b', ENTRY_AMONG_KEYS, { kind: 'summit', '': null }],
  ['kind: summit\n⟦-⟧', ENTRY_AMONG_KEYS, { kind: 'summit', '': null }],
  ['kind: summit\n⟦{ a: b }⟧', noKey('{ a: b }'), { kind: 'summit', '': null }],
  ['- { a: b }: c\n  ⟦mode⟧', noKey('mode'), [{ '': 'c', mode: null }]],
  ['aliases: ["a" ⟦"⟧b"]\n⟦mode⟧', [COMMA, noKey('mode')], { aliases: [{ a: 'b' }], mode: null }],
  ["aliases: ⟦[⟧a, b\n'y'\nmode", LIST, { aliases: ['a', 'b'], y: null, mode: null }],
  ['  # c\nnote: a\n   ⟦b⟧: c', DEEPER, { note: 'a' }],
  ['note:\n a\n⟦#⟧ c\n  ⟦b⟧\n ⟦i⟧\n# c', [COLUMN, noKey('b'), noKey('i')], { note: 'a', i: null }],
  ['mode: x # c\n  &b \n⟦place⟧:\n    city: A', COLUMN, { mode: 'x', place: { city: 'A' } }],
  [
    '\nname: "a" ⟦b⟧\nplace:\n    city: A\n  ⟦state⟧: B',
    [stray('b'), COLUMN],
    { name: 'a', place: { city: 'A' }, state: 'B' },
  ],
];

describe('a text without an end of its last line', () => {
  it.each(ENDS)('%j', (marked, message, value) => {
    const { text, ranges } = parseFixture(marked);
    const document = new YamlDocument(text);
    expect(document.errors).toEqual([message].flat().map((each, i) => ({ span: ranges[i], message: each })));
    expect(document.value).toEqual(value);
  });
});

it('a tab before a line in braces that is not deep enough is told of before the brace', () => {
  const { text, ranges } = parseFixture('place:\n  venue: ⟦{⟧\n ⟦\t⟧city: A }\n');
  expect(new YamlDocument(text).errors).toEqual([
    { span: ranges[1], message: TAB },
    { span: ranges[0], message: MAP },
  ]);
});

describe('what is left of a conflict of versions', () => {
  it.each([
    ['its beginning and end', '⟦<<<<<<< HEAD⟧\na: 1\n⟦>>>>>>> x⟧', ['<<<<<<< HEAD', '>>>>>>> x']],
    ['its middle and end', '⟦=======⟧\na: 1\n⟦>>>>>>> x⟧', ['=======', '>>>>>>> x']],
    ['its end', 'a: 1\n⟦>>>>>>> x⟧', ['>>>>>>> x']],
  ])('is told of line by line: %s', (_, marked, rows) => {
    const { text, ranges } = parseFixture(`kind: summit\n${marked}\n`);
    const { errors, value } = new YamlDocument(text);
    expect(errors).toEqual(rows.map((row, i) => ({ span: ranges[i], message: noKey(row) })));
    expect(value).toMatchObject({ kind: 'summit', a: 1 });
  });
});
