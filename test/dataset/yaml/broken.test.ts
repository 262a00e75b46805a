/** What is said of a text that cannot be read: the whole of each message, what it marks, and what is still read. */
import { describe, expect, it } from 'vitest';
import { YamlDocument } from '../../../server/dataset/yaml/yaml.ts';
import { lineEnds, parseFixture } from '../../support/fixture.ts';
import { type Broken, beginsWith, COLON, COMMA, DEEPER, DOUBLE, LIST, MAP, noKey, stray, TAB } from './messages.ts';

const SINGLE = "This single quote is not closed: add `'` at the end of the text it opens.";

const QUOTES: readonly Broken[] = [
  ['note: ⟦"⟧abc', DOUBLE, { note: 'abc' }],
  ["note: ⟦'⟧abc", SINGLE, { note: 'abc' }],
  ['note: ⟦"⟧', DOUBLE, { note: '' }],
  ["note: ⟦'⟧", SINGLE, { note: '' }],
  ['note: ⟦"⟧a\\"', DOUBLE, { note: 'a\\"' }],
  ['note: ⟦"⟧\\"', DOUBLE, { note: '\\"' }],
  ['note: ⟦"⟧a\\\\\\"  ', DOUBLE, { note: 'a\\\\\\"' }],
  ['note: ⟦"⟧abc # no comment  ', DOUBLE, { note: 'abc # no comment' }],
  ['place: { city: ⟦"⟧Gabala, state: AZE }', DOUBLE, { place: { city: 'Gabala', state: 'AZE' } }],
  ['aliases: [⟦"⟧a, b]', DOUBLE, { aliases: ['a', 'b'] }],
  ['⟦"⟧mode: hybrid', DOUBLE, {}],
  [
    'note: "a⟦\\q⟧"',
    'This escape is unknown in double quotes: write `\\\\` for a backslash, or use single quotes.',
    { note: 'a\\q' },
  ],
];

const BRACKETS: readonly Broken[] = [
  ['aliases: ⟦[⟧a, b', LIST, { aliases: ['a', 'b'] }],
  ['aliases: ⟦[⟧a\nmode: hybrid', LIST, { aliases: ['a'], mode: 'hybrid' }],
  ['note: ⟦[⟧', LIST, { note: [] }],
  ['note: ⟦{⟧', MAP, { note: {} }],
  ['place: ⟦{⟧ city: A', MAP, { place: { city: 'A' } }],
  ['place: { city: A, other: ⟦[⟧a, b }', LIST, { place: { city: 'A', other: ['a', 'b'] } }],
  ['aliases: [a, ⟦{⟧ b: c ]', MAP, { aliases: ['a', { b: 'c' }] }],
  ['aliases: ⟦[⟧a: b', LIST, { aliases: [{ a: 'b' }] }],
  ['aliases: ⟦[⟧a: b, c', LIST, { aliases: [{ a: 'b' }, 'c'] }],
  ['aliases: ⟦[⟧a: [b, c]', LIST, { aliases: [{ a: ['b', 'c'] }] }],
  ['aliases: [a]⟦]⟧', stray(']'), { aliases: ['a'] }],
  ['place: ⟦}⟧', stray('}'), { place: null }],
  ['place: { city: A } ⟦}⟧', stray('}'), { place: { city: 'A' } }],
];

const COMMAS: readonly Broken[] = [
  ['aliases: ["a" ⟦"⟧b"]', COMMA, {}],
  ["aliases: ['a' ⟦b⟧]", COMMA, {}],
  ['aliases: ["a" ⟦"⟧b", c]', COMMA, {}],
  ['aliases: ["a"\n  ⟦"⟧b"]', COMMA, {}],
  ['place: { x: ["a" ⟦"⟧b"] }', COMMA, {}],
  ['place: { a: "b" ⟦c⟧: d, e: f }', 'A comma is missing before `c`.', { place: { a: 'b', e: 'f' } }],
  ['place: { "city" ⟦"Gabala" }⟧', noKey('"Gabala" }'), {}],
  ['place: { a: "b" ⟦c⟧: d }\nnote: ⟦@⟧a', ['A comma is missing before `c`.', beginsWith('`@`')], { note: '@a' }],
  ['aliases: ⟦,⟧', beginsWith('`,`'), { aliases: ',' }],
];

const KEYS: readonly Broken[] = [
  ['⟦mode⟧', noKey('mode'), {}],
  ['⟦mode⟧ # c', noKey('mode'), {}],
  ['⟦mode hybrid⟧  # c', noKey('mode hybrid'), {}],
  ['place:\n  city: A\n  ⟦&a⟧', noKey('&a'), { place: { city: 'A' } }],
  ['place:\n  city: A\n  ⟦!a⟧ # c', noKey('!a'), { place: { city: 'A' } }],
  ['place:\n  city: A\n  ⟦&a⟧  \n\n  # c\n\n', noKey('&a'), { place: { city: 'A' } }],
  ['⟦mode⟧\n\n\nlevel: mixed', noKey('mode'), { level: 'mixed' }],
  ['⟦mode:hybrid⟧', noKey('mode:hybrid'), {}],
  ['⟦a⟧\n⟦b⟧\nc: 1', [noKey('a'), noKey('b')], { c: 1 }],
  ['note: ⟦a: b⟧', COLON, { note: 'a: b' }],
  ['note: ⟦a: b⟧ # c', COLON, { note: 'a: b' }],
  ['note: ⟦x: "y"⟧', COLON, { note: 'x: "y"' }],
  ['note: a\n   ⟦b⟧: c\n   d: e', DEEPER, { note: 'a' }],
  ['note: a\n    ⟦b⟧: c\n\n    # c\n    d: e\n  f: g', DEEPER, { note: 'a' }],
  ['note: a\n ⟦b⟧: c', DEEPER, { note: 'a' }],
];

const VALUES: readonly Broken[] = [
  ['note: ⟦@⟧a', beginsWith('`@`'), { note: '@a' }],
  ['note: ⟦`⟧a`', beginsWith('a backtick'), { note: '`a`' }],
  ['note: ⟦%⟧a', beginsWith('`%`'), { note: '%a' }],
  ['note: ⟦?⟧', beginsWith('`?`'), { note: null }],
  ['note: ⟦!<x⟧', 'This tag is unknown: remove it, or put the value in quotes.', { note: null }],
  ['note: &a ⟦&b⟧ c', 'This is not YAML: a node can have at most one anchor.', { note: 'c' }],
  ['place:\n⟦\t⟧city: A', TAB, { place: { city: 'A' } }],
  ['place:\n  ⟦\t⟧city: A', TAB, { place: { city: 'A' } }],
  ['note: "a" ⟦1234567890123456789⟧', stray('1234567890123456789'), { note: 'a' }],
  ['note: "a" ⟦12345678901234567890⟧', stray('12345678901234567890'), { note: 'a' }],
  ['note: "a" ⟦123456789012345678901⟧', stray('12345678901234567890…'), { note: 'a' }],
  ['note: >⟦x⟧', stray('x'), { note: '>x' }],
  ['note: |-⟦+⟧\n  a', stray('+'), {}],
  ['note: |+⟦-⟧\n  a', stray('-'), {}],
  ['note: >-⟦-⟧\n  a', stray('-'), {}],
  ['note: |1⟦2⟧\n  a', stray('2'), {}],
];

describe.each(lineEnds)('with %s', (_, convert) => {
  describe.each([
    ['quotes', QUOTES],
    ['brackets', BRACKETS],
    ['commas', COMMAS],
    ['keys', KEYS],
    ['values', VALUES],
  ])('%s', (_name, all) => {
    it.each(all)('%j', (marked, message, value) => {
      const { text, ranges } = parseFixture(convert(`kind: summit\n${marked}\nhost: AZE\n`));
      const document = new YamlDocument(text);
      expect(document.errors).toEqual([message].flat().map((each, i) => ({ span: ranges[i], message: each })));
      expect(document.value).toMatchObject({ kind: 'summit', host: 'AZE', ...value });
    });
  });
});

it('nesting that no reader bears is told of once, on the first line', () => {
  const text = `kind: summit\nnote: ${'['.repeat(5000)}\n`;
  expect(new YamlDocument(text).errors).toEqual([
    {
      span: { start: 0, end: 12 },
      message: expect.stringMatching(/^This document cannot be read: it is nested too deeply\.$/),
    },
  ]);
});

it.each(['⟦&a⟧', '⟦&a⟧\n', '⟦&a⟧ \n\n', '⟦!a⟧ # c', '⟦!!str⟧\r\n\r\n'])(
  'an anchor or a tag alone is told once where it stands: %j',
  (last) => {
    const { text, ranges } = parseFixture(`kind: summit\n${last}`);
    const document = new YamlDocument(text);
    const alone = text.slice(ranges[0]!.start, ranges[0]!.end);
    expect(document.errors).toEqual([{ span: ranges[0], message: noKey(alone) }]);
    expect(document.value).toMatchObject({ kind: 'summit' });
  },
);

it.each(['[[]⟦⟧', '{ name: A # }⟦⟧', 'a: >- &a⟦⟧'])('something is missing at the end of %j', (marked) => {
  const { text, ranges } = parseFixture(marked);
  expect(new YamlDocument(text).errors).toEqual([{ span: ranges[0], message: 'Something is missing here.' }]);
});

it('a bracket that is not closed above a quote that is not is told once', () => {
  const { text, ranges } = parseFixture('[\n⟦"⟧]');
  expect(new YamlDocument(text).errors).toEqual([{ span: ranges[0], message: DOUBLE }]);
});

it.each([
  ['{ kind: summit, name: "Gabala"', MAP, { kind: 'summit', name: 'Gabala' }],
  ["['summit', 'Gabala'", LIST, ['summit', 'Gabala']],
])('%j lacks a bracket, and no quote', (text, message, value) => {
  const document = new YamlDocument(text);
  expect(document.errors).toEqual([{ span: { start: 0, end: 1 }, message }]);
  expect(document.value).toEqual(value);
});

describe('a line with `%` at the margin, and no `---` below it', () => {
  const DIRECTIVE =
    'A line that begins with `%` is a directive of YAML and needs a line `---` below: add it, or put `#` before the `%`.';

  it.each([
    ['⟦%⟧', null],
    ['⟦%⟧\n', null],
    ['# 50 %\n\n⟦% of all⟧\n\n\n', null],
    ['⟦%YAML 1.2⟧\nkind: summit\nnote: |\n  Of all\n  %\n', { kind: 'summit', note: 'Of all\n%\n' }],
    ['⟦%a⟧\r\n%b\r\nkind: summit\r\n', { kind: 'summit' }],
  ])('%j is told there, and nowhere else', (marked, value) => {
    const { text, ranges } = parseFixture(marked);
    const document = new YamlDocument(text);
    expect(document.errors).toEqual([{ span: ranges[0], message: DIRECTIVE }]);
    expect(document.value).toEqual(value);
  });

  it.each(['%YAML 1.2\n---\nkind: summit\n', '#%\nkind: summit\n'])('%j is right', (text) => {
    const document = new YamlDocument(text);
    expect(document.errors).toEqual([]);
    expect(document.value).toEqual({ kind: 'summit' });
  });

  it('is told beside what else is wrong', () => {
    const { text, ranges } = parseFixture('⟦%a⟧\nkind: summit\nnote: ⟦@⟧a\n');
    expect(new YamlDocument(text).errors).toEqual([
      { span: ranges[0], message: DIRECTIVE },
      { span: ranges[1], message: beginsWith('`@`') },
    ]);
  });
});

it('what is no plain YAML and too long to look into is told of once, on the first line', () => {
  const { errors, value } = new YamlDocument(`kind: *summit\n#${' '.repeat(5_000_000)}`);
  expect(errors).toEqual([
    { span: { start: 0, end: 13 }, message: expect.stringMatching(/and it is too long to find out what/) },
  ]);
  expect(value).toBeNull();
});
