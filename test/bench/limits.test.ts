/** When a short run fails: on what is too few times better, or too many times worse than at another size; never on a time. */
import { describe, expect, it } from 'vitest';
import { misses } from './limits.ts';
import { type Row, rowOf } from './rows.ts';

const row = (where: string, what: string, ours: number, theirs?: number, unit: Row['unit'] = 'ms'): Row[] =>
  rowOf(where, what, unit, { ours: [ours], theirs: theirs === undefined ? [] : [theirs] });

describe('a short run', () => {
  it('fails where a keystroke is not many times faster than theirs, however fast it is', () => {
    expect(misses(row('1 record', 'keystroke → problems, new key', 5, 200))).toEqual([]);
    expect(misses(row('1 record', 'keystroke → problems, new key', 0.5, 5))).toEqual([
      '1 record, keystroke → problems, new key: 10.0 times better, and it must be 20 times.',
    ]);
  });

  it('fails where keystrokes get slower as datasets grow', () => {
    const what = 'slowest median beside the fastest';
    expect(misses(row('keystroke curve', what, 1.9, undefined, '×'))).toEqual([]);
    expect(misses(row('keystroke curve', what, 3.4, undefined, '×'))).toEqual([
      'keystroke curve, slowest median beside the fastest: 3.4 times, and it may be 3 times.',
    ]);
  });

  it('says nothing of what only ours does, however long it takes', () => {
    expect(misses(row('cold start on 1,000 files', 'longest block of the event loop', 900))).toEqual([]);
    expect(misses(row('keystroke curve', 'keystroke → problems, 10 files', 900))).toEqual([]);
  });
});
