/** What keys, merges and aliases stand for, how much they may, and what stands at a path or an offset. */
import { describe, expect, it } from 'vitest';
import { pathAt } from '../../../server/dataset/yaml/tree.ts';
import { YamlDocument } from '../../../server/dataset/yaml/yaml.ts';
import { parseFixture } from '../../support/fixture.ts';

const lines = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => line(i)).join('');

describe('keys and merges', () => {
  it.each([
    ['a key that is a list has no text', '? [KAZ, UZB]\n: members\n', { '': 'members' }],
    ['a key that is an alias has the text it stands for', 'a: &k host\n*k : KAZ\n', { a: 'host', host: 'KAZ' }],
    ['a sign of merging in quotes is a key', 'a: &a { x: 1 }\n"<<": *a\n', { a: { x: 1 }, '<<': { x: 1 } }],
    [
      'a merge leaves the other maps around it alone',
      'a: &a { state: KAZ }\nb:\n  <<: *a\n  place: { city: Astana }\n',
      { a: { state: 'KAZ' }, b: { state: 'KAZ', place: { city: 'Astana' } } },
    ],
    [
      'of several maps that are merged the first counts',
      'a: &a { x: 1 }\nb: &b { x: 2, y: 3 }\nc: { <<: [*a, *b] }\n',
      { a: { x: 1 }, b: { x: 2, y: 3 }, c: { x: 1, y: 3 } },
    ],
    ['of what is no map nothing is merged', 'a: &a text\nb: { <<: [*a, 1, [c]], d: 2 }\n', { a: 'text', b: { d: 2 } }],
    [
      'of an alias without an anchor nothing is merged',
      'a: { <<: *gone, b: 1 }\nc: { <<: [*gone], d: 2 }\n',
      { a: { b: 1 }, c: { d: 2 } },
    ],
    ['a time with a tag is the text that is written', 'date: !!timestamp 2025-10-07\n', { date: '2025-10-07' }],
  ])('%s', (_, text, value) => {
    expect(new YamlDocument(text).value).toEqual(value);
  });

  it('are followed through twenty maps that merge one another, and no further', () => {
    const { value } = new YamlDocument(
      `m0: &m0 { x: 1 }\n${lines(22, (i) => `m${i + 1}: &m${i + 1} { <<: *m${i} }\n`)}`,
    );
    expect(value).toMatchObject({ m20: { x: 1 }, m21: { x: 1 }, m22: {} });
    expect((value as { m22: object }).m22).not.toHaveProperty('x');
  });
});

describe('aliases', () => {
  /** A text with a comment that makes it as long as is wanted. */
  const padded = (text: string, length: number) => `${text}#${' '.repeat(length - text.length - 1)}`;
  const note = `a: &a ${'w'.repeat(2000)}\n`;
  const many = (name: string, count: number) => `[${`*${name}, `.repeat(count)}]\n`;

  // What stands for more than 100,000 characters and four times the text is too much.
  it.each([
    ['a text', `${note}b: ${many('a', 60)}`, 60 * 2000],
    ['a list of aliases', `${note}b: *a\nc: &c [*a]\nd: ${many('c', 60)}`, 2 * 2000 + 60 * 2004],
  ])('to %s may stand for just so much', (_, text, all) => {
    const length = (all - 100_000) / 4;
    expect(new YamlDocument(padded(text, length)).errors).toEqual([]);
    const { errors } = new YamlDocument(padded(text, length - 1));
    const last = text.lastIndexOf('*');
    expect(errors).toEqual([
      {
        span: { start: last, end: last + 2 },
        message: `The aliases up to here stand for more than ${all - 4} characters, which is too much: this one counts as empty. Use fewer of them.`,
      },
    ]);
  });

  it('keep blanks that are none to YAML where a text ends in one', () => {
    const text = 'a: &a Astana\nb: Gabala\u00a0\nc: *a\n';
    const { start, end } = new YamlDocument(text).place(['b'])!.value!;
    expect(text.slice(start, end)).toBe('Gabala\u00a0');
  });
});

describe('the place at a path', () => {
  it.each([
    ['in an empty document', '# nothing\n', ['a']],
    ['behind an alias without an anchor', 'a: *gone\n', ['a', 'b']],
    ['behind an alias without an anchor, by number', 'a: *gone\n', ['a', 0]],
    ['in a text', 'a: KAZ\n', ['a', 0]],
    ['behind the end of a list', 'a: [KAZ]\n', ['a', 1]],
    ['in a list, by a name', 'a: [KAZ]\n', ['a', 'length']],
    ['in a list, by a number that is a name', 'a: [KAZ]\n', ['a', '0']],
  ])('is none %s', (_, text, path) => {
    expect(new YamlDocument(text).place(path)).toBeUndefined();
  });

  it('is that of a key that is a number, too', () => {
    expect(new YamlDocument('a: { 0: KAZ }\n').place(['a', 0])?.value).toMatchObject({ value: 'KAZ' });
  });
});

describe('the path at an offset', () => {
  it.each([
    ['$0name: x\n', ['name'], 'key'],
    ['name$0: x\n', ['name'], 'key'],
    ['a: x\n$0name: y\n', ['name'], 'key'],
    ['a: x\nname: $0y\n', ['name'], 'value'],
    ['a: x\nname: y$0\n', ['name'], 'value'],
    ['a: [$0KAZ, UZB]\n', ['a', 0], 'value'],
    ['a: [KAZ, UZB$0]\n', ['a', 1], 'value'],
  ] as const)('%j', (marked, path, on) => {
    const { text, cursor } = parseFixture(marked);
    expect(pathAt(new YamlDocument(text).root, cursor)).toMatchObject({ path, on });
  });

  it.each([
    '$0# nothing\n',
    '$0\nname: x\n',
    'name: $0  x\n',
    'name: x\n\n$0\nhost: KAZ\n',
    'a: [KAZ, $0  UZB]\n',
    'a: x\n\n$0\n',
  ])('is none in %j', (marked) => {
    const { text, cursor } = parseFixture(marked);
    expect(pathAt(new YamlDocument(text).root, cursor)).toBeUndefined();
  });
});
