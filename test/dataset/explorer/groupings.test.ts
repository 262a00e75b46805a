/** A dataset as a tree by state, domain, status and year: which branches there are, and in which order. */
import { describe, expect, it } from 'vitest';
import { outline } from '../../support/outline.ts';
import { COUNCIL, EARLIER, SUMMIT, treeOf } from './records.ts';

describe('the tree by something else', () => {
  const files = {
    'a.yaml': SUMMIT,
    'b.yaml': COUNCIL,
    'c.yaml': 'kind: person\nid: p\nname: Person\noffices: [{ title: X, state: KAZ }]\n',
    'd.yaml': `${EARLIER}---\nkind: source\nid: s\npublisher: Trend\n`,
  };

  it('has a record below each state that takes part', () => {
    expect(outline(treeOf(files, 'state'))).toEqual([
      'state/AZE 1',
      '  summit/gabala',
      'state/KAZ 2',
      '  proposal/council',
      '  person/p',
      'state/KGZ 1',
      '  summit/bishkek',
      'kind Sources 1',
      '  source/s',
    ]);
  });

  it('has a state that nobody knows by its id', () => {
    expect(outline(treeOf({ 'a.yaml': SUMMIT.replace('AZE', 'AZX') }, 'state'))).toEqual([
      'value AZX 1',
      '  summit/gabala',
    ]);
  });

  it('has a record of a state once, where others stand below it, and what is of no kind of theirs apart', () => {
    const states = ['KAZ', 'KGZ'].map((id) => `kind: state\nid: ${id}\nname: ${id}\n`);
    const tree = treeOf({ 'a.yaml': EARLIER, 'b.yaml': states.join('---\n') }, 'state');
    expect(outline(tree)).toEqual(['state/KGZ 1', '  summit/bishkek', 'kind States 1', '  state/KAZ']);
  });

  it('has a record below each of its domains, and those without one apart', () => {
    expect(outline(treeOf(files, 'domain'))).toEqual([
      'value Cybersecurity 1',
      '  proposal/council',
      'value Youth 1',
      '  proposal/council',
      'none 2',
      '  summit/gabala',
      '  summit/bishkek',
      'kind Persons 1',
      '  person/p',
      'kind Sources 1',
      '  source/s',
    ]);
  });

  it('has statuses in the order in which they follow each other', () => {
    const planned = SUMMIT.replaceAll('gabala', 'later').replace('held', 'planned');
    expect(outline(treeOf({ 'a.yaml': SUMMIT, 'b.yaml': planned, 'c.yaml': COUNCIL }, 'status'), 0)).toEqual([
      'value Planned 1',
      'value Proposed 1',
      'value Held 1',
    ]);
  });

  it('has years, the newest first: that of its meeting for what has none of its own', () => {
    expect(outline(treeOf(files, 'year'))).toEqual([
      'year 2025 2',
      '  summit/gabala',
      '  proposal/council',
      'year 2024 1',
      '  summit/bishkek',
      'none 1',
      '  source/s',
      'kind Persons 1',
      '  person/p',
    ]);
  });

  it('has the newest year first, whichever is read first', () => {
    expect(outline(treeOf({ 'a.yaml': EARLIER, 'b.yaml': SUMMIT }, 'year'), 0)).toEqual(['year 2025 1', 'year 2024 1']);
    expect(outline(treeOf({ 'a.yaml': SUMMIT, 'b.yaml': EARLIER }, 'year'), 0)).toEqual(['year 2025 1', 'year 2024 1']);
  });

  it.each([
    ['0170-01-01', 'year 0170 1'],
    ['0000', 'year 0000 1'],
    ['Y170000002', 'none 1'],
    ['../2020', 'year 2020 1'],
    ['2020/..', 'year 2020 1'],
    ['2020-24', 'year 2020 1'],
    ['201X', 'none 1'],
    ['-0044-03', 'none 1'],
  ])('takes any date, such as %s', (date, branch) => {
    const tree = treeOf({ 'a.yaml': SUMMIT.replace('2025-10-07', `'${date}'`) }, 'year');
    expect(outline(tree)).toEqual([branch, '  summit/gabala']);
  });
});
