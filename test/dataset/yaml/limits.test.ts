/** How deep, how long and how wrong a text may be, so that reading it ends in time. */
import { describe, expect, it } from 'vitest';
import { YamlDocument } from '../../../server/dataset/yaml/yaml.ts';

const lines = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => line(i)).join('');
const atSign = 'A value cannot begin with `@`: put it in quotes.';

/** Ways to nest maps and lists, with an anchor in the middle: without it the reader of plain YAML would take the text. */
const NESTED: readonly (readonly [name: string, nested: (depth: number) => string])[] = [
  ['lists in brackets', (depth) => `${'['.repeat(depth)}&a a${']'.repeat(depth)}`],
  ['maps in braces', (depth) => `${'{ a: '.repeat(depth)}&a a${' }'.repeat(depth)}`],
  ['dashes on one line', (depth) => `${'- '.repeat(depth)}&a a`],
  ['dashes on lines of their own', (depth) => `${lines(depth, (i) => `${' '.repeat(i)}-\n`)}${' '.repeat(depth)}&a a`],
  ['keys on lines of their own', (depth) => `${lines(depth, (i) => `${' '.repeat(i)}a:\n`)}${' '.repeat(depth)}&a a`],
];

describe.each(NESTED)('%s', (_, nested) => {
  it('may stand in one another two hundred times', () => {
    const { errors, value } = new YamlDocument(nested(201));
    expect(errors).toEqual([]);
    expect(JSON.stringify(value)).toContain('"a"');
  });

  it('are told of once when they stand in one another more often', () => {
    const { errors, value } = new YamlDocument(nested(202));
    expect(errors.map(({ message }) => message)).toEqual(['This document cannot be read: it is nested too deeply.']);
    expect(value).toBeNull();
  });
});

it('a long text with many brackets is read in spite of a slip', () => {
  const entries = lines(700, (i) => `  - { state: KAZ, number: ${i} }\n`);
  const { errors, value } = new YamlDocument(`kind: summit\nhost: @AZE\nparticipants:\n${entries}`);
  expect(errors.map(({ message }) => message)).toEqual([atSign]);
  const { participants } = value as { participants: readonly unknown[] };
  expect(participants).toHaveLength(700);
  expect(participants.at(-1)).toEqual({ state: 'KAZ', number: 699 });
});

describe('slips without end', () => {
  const slips = lines(30, (i) => `key${i}: @x\n`);
  const told = (text: string) => new YamlDocument(text).errors.map(({ message }) => message);
  const padded = (length: number) => `${slips}#${' '.repeat(length - slips.length - 1)}`;

  it('are told of twenty times', () => {
    expect(told(slips)).toEqual(Array.from({ length: 20 }, () => atSign));
  });

  it('are told of fewer times the longer a text is, and at least twice', () => {
    expect([25_000, 25_001, 125_000, 400_000].map((length) => told(padded(length)).length)).toEqual([20, 19, 4, 2]);
  });
});

it('five million characters are the longest text that is looked into', () => {
  const head = 'kind: *summit\n#';
  const { errors } = new YamlDocument(head + ' '.repeat(5_000_000 - head.length));
  expect(errors.map(({ message }) => message)).toEqual([
    'No anchor `&summit` stands before this alias: quote the text if it is no alias.',
  ]);
});
