/** Reading YAML: where documents begin, what is kept between edits, and how each slip is told without losing the rest. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pathAt, placeAt } from '../../../server/dataset/yaml/tree.ts';
import { documentStarts, parseYaml, YamlDocument } from '../../../server/dataset/yaml/yaml.ts';
import { lineEnds, parseFixture } from '../../support/fixture.ts';

/** A slip in the third line of a record, its place marked. */
const SLIPS: readonly (readonly [name: string, lines: string])[] = [
  ['a double quote that is not closed', 'name: ⟦"⟧Gabala summit'],
  ['a single quote that is not closed', "name: ⟦'⟧Gabala summit"],
  ['an open quote before a comment', 'name: ⟦"⟧Gabala # in October'],
  ['an open quote after letters beyond ASCII and an emoji', 'theme: Қауіпсіздік 😀\nname: ⟦"⟧Gəbələ 😀'],
  ['an open quote over two lines', 'note: ⟦"⟧one\n  two'],
  ['an open quote around a key', '⟦"⟧name: Gabala'],
  ['an open quote in a flow map', 'place: { city: ⟦"⟧Gabala, state: AZE }'],
  ['an open quote in a list', 'aliases:\n  - ⟦"⟧one\n  - two'],
  ['a flow map that is not closed', 'place: ⟦{⟧ city: Gabala'],
  ['a flow list that is not closed', 'topics: ⟦[⟧energy, water'],
  ['a flow list in a flow map', 'place: { city: Gabala, venue: ⟦[⟧1, 2 }'],
  ['a bracket too many', 'place: { city: Gabala }⟦}⟧'],
  ['a tab that indents', 'place:\n⟦\t⟧city: Gabala'],
  ['a tab after blanks', 'place:\n  ⟦\t⟧city: Gabala'],
  ['a colon in a plain value', 'name: ⟦Gabala: the summit⟧'],
  ['a key without a colon', '⟦name⟧'],
  ['a colon without a blank', '⟦name:Gabala⟧'],
  ['a line too deep', 'name: Gabala\n    ⟦theme⟧: peace'],
  ['a line not deep enough', 'place:\n    city: Gabala\n  ⟦state⟧: AZE'],
  ['lines not deep enough', 'place:\n    city: Gabala\n  ⟦state⟧: AZE\n  venue: Hall\n  note: In October'],
  ['lines too deep under a value in quotes', "name: 'Gabala'\n    ⟦theme⟧: peace\n    host: AZE"],
  ['an alias on a line too deep', "name: 'Gabala'\n    ⟦theme⟧: *peace"],
  ['a key among the entries of a list', 'aliases:\n  - one\n  ⟦b⟧: c'],
  ['an at sign', 'name: ⟦@⟧gabala'],
  ['a percent sign', 'name: ⟦%⟧gabala'],
  ['an alias without an anchor', 'name: ⟦*gabala⟧'],
  ['text after a closing quote', 'name: "Gabala" ⟦summit⟧'],
  ['text after a closing bracket', 'name: [Gabala] ⟦summit⟧'],
  ['an unknown escape', 'name: "C:⟦\\d⟧"'],
  ['text on the line of a block scalar', 'note: |⟦junk⟧\n  text'],
];

describe.each(lineEnds)('a slip, with %s', (_, convert) => {
  it.each(SLIPS)('%s is one problem and costs nothing else', (_, lines) => {
    const { text, ranges } = parseFixture(
      convert(`kind: summit\nid: gabala\n${lines}\nstatus: held\ndate: 2025-10-07\n`),
    );
    const { value, errors } = new YamlDocument(text);
    expect(errors.map(({ span }) => span)).toEqual(ranges);
    expect(value).toMatchObject({ kind: 'summit', id: 'gabala', status: 'held', date: '2025-10-07' });
  });

  it.each(SLIPS)('%s leaves the other documents alone', (_, lines) => {
    const other = convert('---\nkind: person\nid: sadyr\nname: Sadyr\n');
    const broken = convert(`---\nkind: summit\n${parseFixture(lines).text}\n`);
    const placed = parseYaml(other + broken + other);
    expect(placed.map(({ document }) => document.errors.length)).toEqual([0, 1, 0]);
    expect(placed.map(({ start }) => start)).toEqual([0, other.length, other.length + broken.length]);
  });
});

describe('a value in a broken passage', () => {
  it('is the text without its stray quote, and is marked as a guess', () => {
    const document = new YamlDocument('kind: summit\nname: "Gabala\nid: gabala\n');
    expect(document.value).toMatchObject({ name: 'Gabala' });
    expect(document.place(['name'])?.value).toMatchObject({ broken: true });
    expect(document.place(['id'])?.value).toMatchObject({ broken: false });
  });

  it('is told for each of several slips', () => {
    const { errors } = new YamlDocument('a: "x\nb: @\nc: [1\nd: 4\n');
    expect(errors).toHaveLength(3);
  });

  it('ends with one problem where nesting is deeper than any reader can go', () => {
    const { errors, value } = new YamlDocument('['.repeat(20_000));
    expect(errors.length).toBeGreaterThan(0);
    expect(value).toBeDefined();
  });
});

describe('a comment at the margin', () => {
  it.each(lineEnds)('may stand below a value in braces, %s', (_, withEnds) => {
    const { errors, value } = new YamlDocument(withEnds('{\n  a: &one "1"\n# so\n  , b: *one }\n'));
    expect([errors, value]).toEqual([[], { a: '1', b: '1' }]);
  });

  it.each(lineEnds)('may part a text from its dash, %s', (_, withEnds) => {
    const document = new YamlDocument(withEnds('-\n\n# so\n  one\n- two\n'));
    expect(document.value).toEqual(['one', 'two']);
    expect(document.place([1])?.value).toMatchObject({ value: 'two' });
  });

  it.each(lineEnds)('is no comment where it touches the value, %s', (_, withEnds) => {
    const { errors } = new YamlDocument(withEnds('{\n  a: &one "1"# so\n  , b: *one }\n'));
    expect(errors).toHaveLength(1);
  });
});

describe('documents', () => {
  it('begin at each marker, after their own comments and directives', () => {
    expect(documentStarts('a: 1\n---\nb: 2\n')).toEqual([0, 5]);
    expect(documentStarts('# a comment\n---\nb: 2\n')).toEqual([0]);
    expect(documentStarts('a: 1\n...\n# of the second\n---\nb: 2\n')).toEqual([0, 9]);
    expect(documentStarts('a: x---y\nb: |\n  ---\nc: ----\n')).toEqual([0]);
    expect(documentStarts('---\r\na: 1\r\n--- # comment\r\nb: 2\r\n')).toEqual([0, 11]);
    expect(documentStarts('...\na: 1\n')).toEqual([0, 4]);
    expect(documentStarts('')).toEqual([0]);
  });

  it('know of repeated keys before anyone has read their values', () => {
    expect(new YamlDocument('a: { b: 1, b: 2 }\n').repeatsKeys).toBe(true);
    expect(new YamlDocument('a: { b: 1 }\nb: 2\n').repeatsKeys).toBe(false);
  });

  it('are taken over when their text is the same, wherever they have moved', () => {
    const before = parseYaml('a: 1\n---\nb: 2\n---\nc: 3\n');
    const after = parseYaml('a: 1\n---\nb: 22\n---\nx: 0\n---\nc: 3\n', before);
    expect(after[0]!.document).toBe(before[0]!.document);
    expect(after.at(-1)!.document).toBe(before.at(-1)!.document);
    expect(after.at(-1)!.start).toBe(24);
    expect(after.slice(1, 3).map(({ document }) => document.value)).toEqual([{ b: 22 }, { x: 0 }]);
  });

  it('cover the text without gaps, and are what a fresh reading gives, whatever the edit', () => {
    const piece = fc.constantFrom(
      '---\n',
      '...\n',
      'a: 1\n',
      'b: "x\n',
      '- y\n',
      '# c\n',
      '\n',
      '%YAML 1.2\n',
      'k: |\n  t\n',
    );
    const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const edited = parseYaml(after, parseYaml(before));
        expect(edited.map(({ document }) => document.text).join('')).toBe(after);
        const plain = (placed: typeof edited) =>
          placed.map(({ start, document }) => [start, document.value, document.errors]);
        expect(plain(edited)).toEqual(plain(parseYaml(after)));
      }),
    );
  });
});

describe('anchors and merges', () => {
  const text = 'base: &base { state: KAZ, role: member }\nother:\n  <<: *base\n  role: guest\nlist: [*base]\n';

  it('are followed for values', () => {
    expect(new YamlDocument(text).value).toEqual({
      base: { state: 'KAZ', role: 'member' },
      other: { role: 'guest', state: 'KAZ' },
      list: [{ state: 'KAZ', role: 'member' }],
    });
  });

  it('share the values of what they stand for, so that a list in each entry of a long one stays small', () => {
    const { map, list, all } = new YamlDocument('map: &m { a: 1 }\nlist: &l [1]\nall: [*m, *l]\n').value as {
      [key: string]: readonly unknown[];
    };
    expect(all).toEqual([{ a: 1 }, [1]]);
    expect(all![0]).toBe(map);
    expect(all![1]).toBe(list);
  });

  it('that stand for too much are told of, and empty', () => {
    const levels = Array.from({ length: 5 }, (_, i) => `l${i + 1}: &l${i + 1} [${`*l${i}, `.repeat(10)}]\n`);
    const { errors, value } = new YamlDocument(`l0: &l0 some words\n${levels.join('')}`);
    expect(errors.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^The aliases up to here stand for more than 10\d{4} characters, which is too much/),
    ]);
    expect(value).toMatchObject({ l5: expect.arrayContaining([null]) });
  });

  it('are followed to where a value stands', () => {
    const { root } = new YamlDocument(text);
    const merged = placeAt(root, ['other', 'state'])!.value!;
    expect(text.slice(merged.start, merged.end)).toBe('KAZ');
    expect(placeAt(root, ['list', 0, 'role'])!.value).toBe(placeAt(root, ['base', 'role'])!.value);
    expect(placeAt(root, ['list', 1])).toBeUndefined();
  });

  it('of an alias within its own anchor end', () => {
    expect(() => JSON.stringify(new YamlDocument('a: &a [1, *a]\n').errors)).not.toThrow();
  });

  it('keep keys such as __proto__ as keys', () => {
    const { value } = new YamlDocument('__proto__: { kind: summit }\n');
    expect(Object.keys(value as object)).toEqual(['__proto__']);
    expect((value as Record<string, unknown>).kind).toBeUndefined();
  });
});

describe('the path at an offset', () => {
  it.each([
    ['na$0me: x\n', ['name'], 'key'],
    ['place: { city: Ga$0bala }\n', ['place', 'city'], 'value'],
    ['list:\n  - a: 1\n  - a: 2$0\n', ['list', 1, 'a'], 'value'],
    ['place:$0\n', ['place'], 'value'],
  ] as const)('%j', (marked, path, on) => {
    const { text, cursor } = parseFixture(marked);
    expect(pathAt(new YamlDocument(text).root, cursor)).toMatchObject({ path, on });
  });
});
