/** Who answers a query and who does not: names as they are written, abbreviated, with a slip, or with letters left out. */
import { describe, expect, it } from 'vitest';
import { indexOf } from '../../../server/dataset/dataset.ts';
import { SourceDocument } from '../../../server/dataset/document.ts';
import { searchRecords } from '../../../server/dataset/names/symbol-search.ts';
import type { RecordDocument } from '../../../server/dataset/record-index.ts';
import { YamlDocument } from '../../../server/dataset/yaml/yaml.ts';

/** Bodies with these names; the more a name stands behind, the later its id. */
function bodies(names: readonly string[], more = ''): RecordDocument[] {
  const documents = names.map((name, i) => {
    const text = `kind: organization\nid: ${String.fromCharCode(97 + i)}\nname: ${JSON.stringify(name)}\n${more}`;
    return new SourceDocument(`file:///${i}.yaml`, new YamlDocument(text), 0);
  });
  return [...(indexOf(documents).byKind.get('organization') ?? [])];
}

function found(query: string, names: readonly string[], shipped: readonly string[] = []): string[] {
  return searchRecords(bodies(names), bodies(shipped), query, 100).map(({ document }) => document.record.label);
}

describe('a query', () => {
  it.each<[what: string, query: string, names: string[], answers: string[]]>([
    ['of nothing but blanks is answered by all', '  ', ['Forum', 'Bank'], ['Forum', 'Bank']],
    ['of signs alone is answered by none', '!?', ['Forum', 'Bank'], []],
    ['of other letters is answered by none', 'tr', ['Forum', 'Bank'], []],
    ['of two words wants both', 'bank zzz', ['Bank of Asia'], []],
    ['of two words wants them at the beginnings of words', 'sia bank', ['Bank of Asia'], []],
    [
      'of two words prefers the shorter name, and words to parts of words',
      'asia ban',
      ['Bank of Central Asia', 'Eurasia Bank', 'Bank of Asia'],
      ['Bank of Asia', 'Bank of Central Asia', 'Eurasia Bank'],
    ],
    [
      'of letters is answered by the beginnings of words',
      'ba',
      ['Bank', 'Board of Auditors'],
      ['Bank', 'Board of Auditors'],
    ],
    ['may have blanks between such letters', 'bo fau', ['Board of Auditors'], ['Board of Auditors']],
    ['of two letters is answered by a word that has both', 'bk', ['Bank'], ['Bank']],
    ['of one letter prefers the shorter name, wherever the letter stands', 'k', ['Bank', 'Oka'], ['Oka', 'Bank']],
    ['of letters left out wants them in their order', 'nkb', ['Bank'], []],
    ['of letters left out wants each as often as it is asked for', 'bnn', ['Bank'], []],
    ['of letters left out wants the first at the beginning of a word', 'ak', ['Bank'], []],
    ['of letters left out wants them near to one another', 'bj', ['Bank of the Azerbaijani'], []],
    ['of letters left out prefers the shorter name', 'bnk', ['Bank of Asia', 'Bank'], ['Bank', 'Bank of Asia']],
    ['with a slip is answered by a word of five letters', 'forom', ['Forum'], ['Forum']],
    ['with a slip in a short word is not answered', 'bonk', ['Bank'], []],
    ['may have a slip in a long word beside a short one', 'the foorum', ['The Forum'], ['The Forum']],
    ['may have no slip in the short word', 'teh foorum', ['The Forum'], []],
    ['with a slip wants the other words, too', 'the foorum', ['Theatre Union'], []],
    ['with a slip prefers the shorter name', 'foorum', ['Forum of Asia', 'Forum'], ['Forum', 'Forum of Asia']],
  ])('%s', (_what, query, names, answers) => {
    expect(found(query, names)).toEqual(answers);
  });

  it('is cut where no name is as long', () => {
    const name = 'Union '.repeat(20).trim();
    expect(found(`${name.slice(0, 100)} and more`, [name])).toEqual([name]);
    expect(found(`${name.slice(0, 90)} and more`, [name])).toEqual([]);
  });

  it('of more than thirty letters abbreviates nothing', () => {
    const name = 'ab'.repeat(40);
    expect(found('a'.repeat(30), [name])).toEqual([name]);
    for (const letters of ['a'.repeat(31), 'a'.repeat(32), 'b'.repeat(32)]) expect(found(letters, [name])).toEqual([]);
  });

  it('is answered by what it may abbreviate where fewer than ten are called so', () => {
    const called = Array.from({ length: 9 }, (_, i) => `Bau ${i}`);
    expect(found('boa', [...called, 'Board of Auditors', 'Bank of Asia'])).toEqual([
      'Board of Auditors',
      'Bank of Asia',
    ]);
    expect(found('bau', [...called, 'Bank Audit'])).toEqual([...called, 'Bank Audit']);
    expect(found('bau', [...called, 'Bau 9', 'Bank Audit'])).toEqual([...called, 'Bau 9']);
  });

  it('is answered by other names and former ids as by names', () => {
    const [body] = bodies(['Bank'], 'aliases: [Union of Savings, Treasury]\nformer_ids: [asian-reserve]\n');
    const isFound = (query: string) => searchRecords([body!], [], query, 10).length === 1;
    expect(['savings', 'savnigs', 'tresaury', 'uos', 'asian-reserve', 'reserve', 'resevre'].map(isFound)).toEqual(
      Array(7).fill(true),
    );
    expect(isFound('bankunion')).toBe(false);
  });

  it('tells own records from shipped ones', () => {
    const hits = (query: string) =>
      searchRecords(bodies(['Bank of our own']), bodies(['Bank']), query, 10).map(({ document, isOwn }) => [
        document.record.label,
        isOwn,
      ]);
    expect(hits('ban')).toEqual([
      ['Bank of our own', true],
      ['Bank', false],
    ]);
    expect(hits('')).toEqual([['Bank of our own', true]]);
  });

  it('is answered by no more than are wanted, the best of them', () => {
    const names = ['Bank of Central Asia', 'Bank', 'Eurobank', 'Bank of Asia', 'The Bank'];
    const best = (limit: number) =>
      searchRecords(bodies(names), [], 'bank', limit).map(({ document }) => document.record.label);
    expect(best(5)).toEqual(['Bank', 'Bank of Asia', 'Bank of Central Asia', 'The Bank', 'Eurobank']);
    for (const limit of [0, 1, 2, 3, 4]) expect(best(limit)).toEqual(best(5).slice(0, limit));
  });

  it('counts the whole of the name that answers, and no other', () => {
    const [, ...others] = bodies(['', 'Bank of Asia', 'Bo Audit']);
    const known = [...bodies(['Some other name'], 'aliases: [Bank Asia, Bo Au]\n'), ...others];
    const best = (query: string) => searchRecords(known, [], query, 10).map(({ document }) => document.record.label);
    expect(best('ban')).toEqual(['Some other name', 'Bank of Asia']);
    expect(best('boau')).toEqual(['Some other name', 'Bo Audit']);
    expect(found('bank', ['Central Asian Bank', 'My Bank of Asia'])).toEqual(['My Bank of Asia', 'Central Asian Bank']);
  });

  it('is answered by records of one name in the order of their ids, those without one first', () => {
    const documents = ['id: KAZ\n', 'id: KGZ\n', '', 'id: AZE\n'].map((id, i) => {
      const text = `kind: state\n${id}name: Bank\n`;
      return new SourceDocument(`file:///${i}.yaml`, new YamlDocument(text), 0) as RecordDocument;
    });
    const ids = searchRecords(documents, [], 'bank', 10).map(({ document }) => document.record.id);
    expect(ids).toEqual([undefined, 'AZE', 'KAZ', 'KGZ']);
  });
});
