/** Slips that the YAML library takes for something else: each is told once, at the few characters at fault, and hurts nothing around it. */
import { describe, expect, it } from 'vitest';
import { YamlDocument } from '../../../server/dataset/yaml/yaml.ts';
import { lineEnds, parseFixture } from '../../support/fixture.ts';

const SLIPS: readonly [name: string, marked: string, message: RegExp][] = [
  ['a comma missing on a line', 'place: { city: Gabala ⟦state⟧: AZE }', /^A comma is missing before `state`/],
  ['a comma missing at the end of a line', 'place: { city: Gabala\n  ⟦state⟧: AZE }', /^A comma is missing before/],
  ['a comma too many', 'aliases: [a,⟦,⟧ b]', /^This comma has nothing before it/],
  ['a comma at the beginning', 'aliases: [⟦,⟧ a]', /^This comma has nothing before it/],
  ['an apostrophe in single quotes', "note: 'O'⟦zbekiston'⟧", /^An apostrophe ends text in single quotes/],
  ['quotes in quotes', 'note: "say "⟦hi" there"⟧', /^A double quote ends text in double quotes/],
  ['text beside a block mark', 'note: | ⟦text⟧', /^Text after `\|` begins on the next line/],
  ['a list beside its key', 'participants: ⟦- state⟧', /^A list begins on the line below its key/],
  ['a list entry among keys', 'place:\n  city: A\n  ⟦-⟧ b', /^An entry of a list cannot stand among the keys/],
  ['a list entry among the outermost keys', '⟦-⟧ mode: hybrid', /^An entry of a list cannot stand among the keys/],
  ['a list entry without its blank', 'aliases:\n  - a\n  ⟦-b⟧', /^An entry of a list needs a blank after `-`/],
  ['a value that begins with an ampersand', 'note: ⟦&⟧ co', /^A value cannot begin with `&`/],
  ['a value that begins with a question mark', 'note: ⟦?⟧ a', /^A value cannot begin with `\?`/],
  ['a line one column off', 'list:\n  - state: KAZ\n   ⟦role⟧: member', /^This line begins in another column/],
  ['a tab in a flow map', 'place: {\n⟦\t⟧city: A }', /^A tab cannot indent/],
  ['a blank that is none', 'mode:⟦\u00a0⟧hybrid', /^This is not a blank but the character U\+00A0/],
  ['a wide colon', 'mode⟦：⟧hybrid', /^This is a wide colon/],
  ['a control character', 'note: a⟦\u0000⟧b', /^The character U\+0000 may not stand in a YAML file/],
  ['half of a surrogate pair', 'note: a⟦\ud800⟧b', /^The character U\+D800 may not/],
  [
    'a conflict of versions',
    '⟦<<<<<<<⟧ HEAD\nmode: hybrid\n=======\nmode: online\nlevel: mixed\n>>>>>>> theirs',
    /^A merge has left two versions/,
  ],
];

describe.each(lineEnds)('with %s', (_, convert) => {
  it.each(SLIPS)('%s', (_name, marked, message) => {
    const { text, ranges } = parseFixture(convert(`kind: summit # Совет 🙂\n${marked}\nhost: AZE\n`));
    const { errors, value } = new YamlDocument(text);
    expect(errors.map(({ span }) => span)).toEqual(ranges);
    expect(errors[0]!.message).toMatch(message);
    expect(value).toMatchObject({ kind: 'summit', host: 'AZE' });
  });
});

describe('what is no slip', () => {
  it.each([
    'note: 🙂 – “a” Привет ñ\u0085\n',
    "note: 'O''zbekiston'\n",
    'note: a, b - c ? d & e\n',
    'note: |\n  <<<<<<< not at the margin\n  =======\n  >>>>>>> x\n',
    '=======: 1\n',
    'aliases: [a, b,]\n',
    'note: >-\n  a: b\n',
    '\ufeffkind: summit\n',
  ])('%j', (text) => expect(new YamlDocument(text).errors).toEqual([]));

  it('keeps the first version where a merge has left two', () => {
    const text = 'a: 1\n<<<<<<< HEAD\nb: ours\n||||||| base\nb: base\n=======\nb: theirs\n>>>>>>> other\nc: 2\n';
    const { errors, value } = new YamlDocument(text);
    expect(errors).toHaveLength(1);
    expect(value).toEqual({ a: 1, b: 'ours', c: 2 });
  });
});
