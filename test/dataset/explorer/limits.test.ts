/** How many records stand side by side before they are told apart, how many are found, and what comes first among equals. */
import { describe, expect, it } from 'vitest';
import { type Grouping, Tree } from '../../../server/dataset/explorer/tree.ts';
import { makeWorkspace } from '../../support/fixture.ts';
import { outline } from '../../support/outline.ts';

const treeOf = (records: readonly string[], grouping: Grouping = 'organization', query = '') =>
  Tree.of(makeWorkspace({ 'a.yaml': records.join('---\n') }, []), { grouping, query });

const several = (count: number, record: (at: number) => string) => Array.from({ length: count }, (_, at) => record(at));
const summit = (id: string, date: string, name = id) =>
  `kind: summit\nid: ${id}\nname: ${name}\norganization: ots\nstatus: held\ndate: '${date}'\nhost: AZE\n`;
const plan = (id: string) => `kind: document\nid: ${id}\ntitle: ${id}\ntype: plan\norganization: ots\n`;
const person = (id: string, name: string) => `kind: person\nid: ${id}\nname: "${name}"\n`;
const source = (id: string, published: string) => `kind: source\nid: ${id}\npublished: '${published}'\n`;
const body = (id: string, parent: string) =>
  `kind: organization\nid: ${id}\nname: ${id}\ntype: body\nparent: ${parent}\n`;

/** The labels or steps below the first branch at the top. */
const below = (tree: Tree) => outline(tree, 1).slice(1);

describe('side by side stand', () => {
  it('ten records of several kinds; of eleven, each kind but the first has a branch', () => {
    const meeting = summit('gabala', '2025-10-07');
    expect(below(treeOf([meeting, ...several(9, (at) => plan(`d${at}`))]))).toHaveLength(10);
    expect(below(treeOf([meeting, ...several(10, (at) => plan(`d${at}`))]))).toEqual([
      '  summit/gabala',
      '  kind Documents 10',
    ]);
  });

  it('a hundred records of one kind; one more, and there are years', () => {
    const meetings = several(101, (at) => summit(`s${at}`, at % 2 ? '2024-11-06' : '2025-10-07'));
    expect(below(treeOf(meetings.slice(1)))).toHaveLength(100);
    expect(below(treeOf(meetings))).toEqual(['  year 2025 51', '  year 2024 50']);
  });

  it('a hundred of a year; one more, and there are months', () => {
    const meetings = (count: number) =>
      several(count, (at) => summit(`s${at}`, at === 0 ? '2024-11-06' : at % 2 ? '2025-03-01' : '2025-10-07'));
    const last = (tree: Tree) => tree.childrenOf(tree.childrenOf(tree.roots[0]!)[0]!).map(({ label }) => label);
    expect(last(treeOf(meetings(101)))).toHaveLength(100);
    expect(last(treeOf(meetings(102)))).toEqual(['October 2025', 'March 2025']);
  });

  it('a hundred without dates; one more, and there are first letters, for names without any, too', () => {
    const people = several(101, (at) => person(`p${at}`, ['—', 'ömer', '7 Sages'][at % 3]!));
    expect(below(treeOf(people.slice(1)))).toHaveLength(100);
    const tree = treeOf(people);
    expect(below(tree)).toEqual(['  letter … 34', '  letter 7 33', '  letter O 34']);
    expect(tree.at(['kind:person', 'letter:O', 'person/p1'])!.label).toBe('ömer');
    expect(tree.at(['kind:person', 'letter:…'])!.members).toHaveLength(34);
  });

  it('all of one letter, however many', () => {
    const tree = treeOf(several(150, (at) => person(`p${at}`, `Ali ${at}`)));
    expect(below(tree)).toEqual(['  letter A 150']);
    expect(tree.childrenOf(tree.at(['kind:person', 'letter:A'])!)).toHaveLength(150);
  });
});

it('branches are found again by what they are', () => {
  const tree = treeOf([
    ...several(60, (at) => source(`a${at}`, '2024-03-01')),
    ...several(120, (at) => source(`b${at}`, at % 2 ? '2025-03-01' : '2025-10-07')),
    source('c', '201X'),
  ]);
  expect(below(tree)).toEqual(['  year 2025 120', '  year 2024 60', '  none 1']);
  for (const way of [
    ['kind:source', 'year:2024', 'source/a7'],
    ['kind:source', 'year:2025', 'month:2025-10', 'source/b0'],
    ['kind:source', 'none:year', 'source/c'],
  ]) {
    const [kind, id] = way.at(-1)!.split('/') as [string, string];
    expect(tree.wayTo(kind, id).map(({ step }) => step)).toEqual(way);
    expect(tree.at(way)!.step).toBe(way.at(-1));
  }
});

describe('first comes', () => {
  const steps = (records: readonly string[]) => below(treeOf(records)).map((line) => line.trim());

  it('the newest, by its first day; of one day by name, of one name by id', () => {
    const records = [
      summit('g', '2024'),
      summit('f', '2025-10-07', 'Beta 10'),
      summit('e', '2025-10-07', 'beta 2'),
      summit('d', '2025-10-07', 'Alpha'),
      summit('c', '2025-10-07', 'Alpha'),
      summit('b', '2025-10'),
      summit('a', '../2026'),
    ];
    const order = ['a', 'c', 'd', 'e', 'f', 'b', 'g'].map((id) => `summit/${id}`);
    expect(steps(records)).toEqual(order);
    expect(steps([...records].reverse())).toEqual(order);
  });

  it('a capital before a small letter, where names differ in nothing else', () => {
    const records = [plan('x'), plan('y')].map((text, at) => text.replace(/title: ./, `title: ${'aA'[at]}`));
    expect(steps(records)).toEqual(['document/y', 'document/x']);
    expect(steps([...records].reverse())).toEqual(['document/y', 'document/x']);
  });

  it('what has a date', () => {
    const undated = summit('a', '').replace("date: ''\n", '');
    expect(steps([undated, summit('b', '1992-10-30')])).toEqual(['summit/b', 'summit/a']);
  });
});

it.each([
  ['9999-12-31', 'year 9999 1'],
  ['Y10000', 'none 1'],
  ['0000-24', 'year 0000 1'],
  ['-0001', 'none 1'],
  ['2025-12-31/2026-01-02', 'year 2025 1'],
  ['2025-10~', 'year 2025 1'],
])('of %s the year is told where years have four digits: %s', (date, branch) => {
  expect(outline(treeOf([summit('gabala', date)], 'year'))).toEqual([branch, '  summit/gabala']);
});

it('a thousand records are found, and of more it is said that there are more', () => {
  const meetings = several(1001, (at) => summit(`s${at}`, '2025', `Meeting ${at}`));
  const [all, cut] = [treeOf(meetings.slice(1), 'year', 'meeting'), treeOf(meetings, 'year', 'meeting')];
  expect([all.found, all.isCut]).toEqual([1000, false]);
  expect([cut.found, cut.isCut]).toEqual([1000, true]);
  expect(treeOf(meetings.slice(0, 3), 'year', ' ').found).toBeUndefined();
});

it('the way leads as deep as a thousand records', () => {
  const tree = treeOf(several(1001, (at) => body(`b${at}`, at === 0 ? 'none' : `b${at - 1}`)));
  expect(tree.wayTo('organization', 'b999')).toHaveLength(1000);
  expect(tree.wayTo('organization', 'b1000')).toEqual([]);
  expect(tree.wayTo('organization', 'nobody')).toEqual([]);
});
