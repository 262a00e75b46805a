/** What a mistyped id or name may have meant: remembered, and forgotten as soon as a name comes or goes that is near. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Lookalikes } from '../../../server/dataset/names/lookalikes.ts';
import { fold, isNear, nearest } from '../../../server/dataset/names/names.ts';
import { makeWorkspace, ROOT } from '../../support/fixture.ts';

const person = (id: string, name = id) => `kind: person\nid: ${id}\nname: ${name}\n`;

/** A dataset of persons, one a file, in which someone looks for what a text may mean. */
function persons(...ids: string[]) {
  const workspace = makeWorkspace(Object.fromEntries(ids.map((id) => [`${id}.yaml`, person(id)])), []);
  return {
    meant: (text: string) => workspace.dataset.lookalikes.of('person', fold(text)),
    write: (file: string, text: string | undefined) => workspace.apply([{ uri: `${ROOT}/${file}.yaml`, text }]),
  };
}

describe('what a text may mean', () => {
  it('is the nearest ids and names, three at most', () => {
    const { meant } = persons('sadyr', 'sadir', 'sadr', 'sady', 'serdar');
    expect(meant('sadyrr')).toHaveLength(3);
    expect(meant('sadyrr')[0]).toBe('sadyr');
    expect(meant('zzzzzz')).toEqual([]);
  });

  it('is whoever has it for a word of a name, where nothing is near and they are few', () => {
    const { meant, write } = persons('a');
    write('a', person('a', 'Sadyr Nurgojoevich Japarov'));
    write('b', person('b', 'Kanatbek Nurgojoevich'));
    expect(meant('Nurgojoevich')).toEqual(['a', 'b']);
    expect(meant('ojoev')).toEqual([]);
    for (const id of ['c', 'd']) write(id, person(id, `Nurgojoevich Longer Name Of ${id}`));
    expect(meant('Nurgojoevich')).toEqual([]);
  });

  it('is nobody who has a word of two letters in a name, and three at most who have one of three', () => {
    const { meant, write } = persons('a');
    const all = ['d', 'c', 'b'];
    for (const id of all) write(id, person(id, `Ali Xy Long Name Of ${id}`));
    expect(meant('xy')).toEqual([]);
    expect(meant('ali')).toEqual(['b', 'c', 'd']);
    write('e', person('e', 'Another Ali Among Many'));
    expect(meant('ali')).toEqual([]);
  });

  it('is three at most where many have the name that is near', () => {
    const { meant, write } = persons('a');
    for (const id of ['p', 'q', 'r', 's']) write(id, person(id, 'Sadyr'));
    expect(meant('sadyt')).toEqual(['p', 'q', 'r']);
  });

  it('is namesakes in the order of their ids, whether they are shipped or not', () => {
    const state = (id: string) => `kind: state\nid: ${id}\nname: Kazakhstan\n`;
    const { dataset } = makeWorkspace({ 'a.yaml': state('XYZ'), 'b.yaml': state('XAB') }, []);
    expect(dataset.lookalikes.of('state', 'kazakhsten')).toEqual(['KAZ', 'XAB', 'XYZ']);
  });

  it('follows names that come and go', () => {
    const { meant, write } = persons('sadyr', 'kassym');
    expect([meant('sadyt'), meant('kasym'), meant('ilham')]).toEqual([['sadyr'], ['kassym'], []]);
    write('sadyt', person('sadys'));
    expect([meant('sadyt'), meant('kasym')]).toEqual([['sadyr', 'sadys'], ['kassym']]);
    write('sadyr', undefined);
    expect(meant('sadyt')).toEqual(['sadys']);
    write('kassym', person('ilham'));
    expect([meant('kasym'), meant('ilhan')]).toEqual([[], ['ilham']]);
    write('sadyt', person('sadys', 'A Word Kasym Of Names'));
    expect(meant('kasym')).toEqual(['sadys']);
  });

  it('is looked for once, until a name is near that comes or goes', () => {
    let looks = 0;
    const { dataset } = makeWorkspace({ 'a.yaml': person('sadyr'), 'b.yaml': person('kassym') }, []);
    const lookalikes = new Lookalikes({
      eachOfKind: (kind) => {
        looks++;
        return dataset.eachOfKind(kind);
      },
      named: (kind, folded) => {
        looks++;
        return dataset.named(kind, folded);
      },
    });
    const ask = (text: string) => {
      const before = looks;
      lookalikes.of('person', text);
      return looks - before;
    };
    expect([ask('sadyt'), ask('sadyt'), ask('kasym'), ask('kasym')]).toEqual([2, 0, 1, 0]);
    const sadyt = { kind: 'person', folded: 'sadyt' };
    expect(lookalikes.forget([{ kind: 'person', name: 'sadys' }])).toEqual([sadyt]);
    expect(
      lookalikes.forget([
        { kind: 'person', name: 'sadys' },
        { kind: 'summit', name: 'kassym' },
      ]),
    ).toEqual([]);
    expect([ask('kasym'), ask('sadyt')]).toEqual([0, 2]);
    expect(lookalikes.forget([{ kind: 'person', name: 'the sadyt word' }])).toEqual([sadyt]);
    lookalikes.clear();
    expect([ask('kasym'), lookalikes.forget([{ kind: 'person', name: 'sadyt' }])]).toEqual([2, []]);
  });

  it('is looked for anew when all has been forgotten', () => {
    let { dataset } = makeWorkspace({ 'a.yaml': person('sadyr') }, []);
    const lookalikes = new Lookalikes({
      eachOfKind: (kind) => dataset.eachOfKind(kind),
      named: (kind, folded) => dataset.named(kind, folded),
    });
    expect(lookalikes.of('person', 'sadyt')).toEqual(['sadyr']);
    ({ dataset } = makeWorkspace({ 'a.yaml': person('sadys') }, []));
    lookalikes.clear();
    expect(lookalikes.of('person', 'sadyt')).toEqual(['sadys']);
  });
});

describe('nearness', () => {
  it.each([
    ['sadyr', 'sadyt', true],
    ['sadyr', 'sdayr', true],
    ['ab', 'ba', true],
    ['sadyr', 'Sadyr', true],
    ['sadyr', 'saddr', true],
    ['sadyr', 'sxxyr', false],
    ['sadyr', 'sadyrov', false],
    ['ca', 'abc', false],
  ])('of %s and %s is %s', (word, candidate, near) => expect(isNear(word, candidate)).toBe(near));

  it('is what the nearest are chosen by', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(nearest(a, [b], 1).length === 1).toBe(isNear(a, b));
      }),
    );
  });
});
