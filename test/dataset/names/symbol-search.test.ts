/** The search for records: which come first, and that it costs little and fails never. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexOf } from '../../../server/dataset/dataset.ts';
import { SourceDocument } from '../../../server/dataset/document.ts';
import { hasNearly, isOfBeginnings } from '../../../server/dataset/names/abbreviation.ts';
import { searchRecords } from '../../../server/dataset/names/symbol-search.ts';
import type { RecordDocument } from '../../../server/dataset/record-index.ts';
import { YamlDocument } from '../../../server/dataset/yaml/yaml.ts';

/** Persons with these names; the id says which it is. */
function persons(names: readonly string[]): RecordDocument[] {
  const documents = names.map((name, i) => {
    const text = `kind: person\nid: p${i}x\nname: ${JSON.stringify(name)}\n`;
    return new SourceDocument(`file:///${i}.yaml`, new YamlDocument(text), 0);
  });
  return [...(indexOf(documents).byKind.get('person') ?? [])];
}

function found(names: readonly string[], query: string, limit = 100): string[] {
  return searchRecords(persons(names), [], query, limit).map(({ document }) => document.record.label);
}

describe('the order of what is found', () => {
  it('is whole names, beginnings, later words, all words, parts of words, abbreviations', () => {
    const names = ['Xgaba', 'Gx abc', 'Gabala', 'Summit in Gabala', 'Gaba', 'Go abaco'];
    expect(found(names, 'gaba')).toEqual(['Gaba', 'Gabala', 'Summit in Gabala', 'Xgaba', 'Go abaco']);
    expect(found(['Gabala in summer', 'A summit', 'Summit of Gabala'], 'summ gab')).toEqual([
      'Gabala in summer',
      'Summit of Gabala',
    ]);
  });

  it('has shorter names first, then ids in order', () => {
    expect(found(['Gabala West', 'Gabala', 'Gabala East'], 'gab')).toEqual(['Gabala', 'Gabala West', 'Gabala East']);
  });

  it('has records of one id by their places, whichever came first', () => {
    const [first, second] = persons(['Gabala', 'Gabala']).map((person, index) => {
      const text = 'kind: person\nid: gabala\nname: Gabala\n';
      return new SourceDocument('file:///twins.yaml', new YamlDocument(text), 100 * index) as typeof person;
    });
    for (const came of [
      [first!, second!],
      [second!, first!],
    ]) {
      expect(searchRecords(came, [], 'gab', 10).map(({ document }) => document.start)).toEqual([0, 100]);
      expect(searchRecords(came, [], '', 1).map(({ document }) => document.start)).toEqual([0]);
    }
  });

  it('has the own before the shipped', () => {
    const hits = searchRecords(persons(['Gabala of our own']), persons(['Gabala']), 'gab', 10);
    expect(hits.map(({ isOwn }) => isOwn)).toEqual([true, false]);
  });

  it('has guesses only where there is nothing else', () => {
    expect(found(['Gabala', 'Gebala'], 'gabala')).toEqual(['Gabala']);
    expect(found(['Gabala', 'Baku'], 'gabbala')).toEqual(['Gabala']);
    expect(found(['Gabala', 'Baku'], 'gbl')).toEqual(['Gabala']);
    expect(found(['Gabala', 'Baku'], 'gbz')).toEqual([]);
  });

  it('ends at the limit', () => {
    const names = Array.from({ length: 50 }, (_, i) => `Name ${'x'.repeat(50 - i)}`);
    expect(found(names, 'name', 3)).toEqual([names[49], names[48], names[47]]);
    expect(found(names, 'name', 0)).toEqual([]);
  });
});

describe('an abbreviation', () => {
  const word = fc.stringMatching(/^[a-z]{1,8}$/);
  it('of the beginnings of some words is known for one', () => {
    const parts = fc.array(fc.tuple(word, fc.nat({ max: 4 })), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(parts, (taken) => {
        const name = taken.map(([text]) => text).join(' ');
        const letters = taken.map(([text, length]) => text.slice(0, length)).join('');
        fc.pre(letters !== '');
        expect(isOfBeginnings(name, 0, name.length, letters)).toBe(true);
      }),
    );
  });

  it.each([
    ['otsgab', true],
    ['osg', true],
    ['ots2025', true],
    ['gabots', false],
    ['tsgab', false],
    ['otsgaz', false],
  ])('%s', (letters, expected) => {
    const name = 'ots summit 2025 gabala';
    expect(isOfBeginnings(name, 0, name.length, letters)).toBe(expected);
  });
});

describe('a slip', () => {
  it.each([
    ['gabalas', true],
    ['gabla', true],
    ['gablaa', true],
    ['gabela', true],
    ['gabelo', false],
    ['kabala', false],
    ['gabol', true],
    ['gaala', true],
    ['gaabala', true],
    ['gbaala', true],
    ['gaxyla', false],
    ['gaxbla', false],
    ['gaaxla', false],
    ['gaabxy', false],
  ])('%s', (word, expected) => {
    expect(hasNearly('\nsummit in gabala\nother\n', word)).toBe(expected);
  });
});

it('any text can be searched for', () => {
  const records = persons(['Габала 🙂', 'İlham', '東京', 'a'.repeat(5000), '']);
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ maxLength: 200 })), (query) => {
      const hits = searchRecords(records, [], query, 3);
      expect(hits.length).toBeLessThanOrEqual(3);
    }),
  );
  expect(searchRecords(records, [], '東', 3)).toHaveLength(1);
});
