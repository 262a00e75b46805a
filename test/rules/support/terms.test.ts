/** Terms of a chair: which one comes before another, which counts on a day, and when nobody can say. */
import { describe, expect, it } from 'vitest';
import { chair, files, session } from '../chair-records.ts';
import { messagesOf } from '../support.ts';

const csto = { organization: 'csto' };
const KGZ = chair('csto-chair-2025-kgz', 'KGZ', '2025-01-01', '2025-12-31', csto);
const next = (more = {}, from = '2026-01-01') => chair('csto-chair-2026', 'TJK', from, undefined, { ...csto, ...more });
const broken = (text: string, ...others: string[]) => messagesOf('rotation-broken', text, files(...others));

const meeting = (state: string, date: string) => session('meeting', 'KGZ', date, { chair: `{ state: ${state} }` });
const chaired = (text: string, ...others: string[]) => messagesOf('summit-chair-mismatch', text, files(...others));

describe('no term comes before one', () => {
  it.each([
    ['that names itself', next({ predecessor: 'csto-chair-2026' }, '2026')],
    ['that names no term, but a list', next({ predecessor: '[csto-chair-2025-kgz]' })],
    ['that has no id', next({ predecessor: 'csto-chair-2025-kgz' }).replace(/^id: .*\n/m, '')],
  ])('%s', (_which, text) => {
    expect(broken(text, KGZ)).toEqual([]);
  });

  it('that names one of another organization', () => {
    const other = chair('csto-chair-2025-kgz', 'KGZ', '2025-01-01', '2025-12-31');
    expect(broken(next({ predecessor: 'csto-chair-2025-kgz' }), other)).toEqual([]);
  });
});

describe('of two terms that ended on one day', () => {
  it.each([
    ['a', 'b'],
    ['b', 'a'],
  ])('the one that began later comes before the next: %s, %s', (first, second) => {
    const long = chair(first, 'RUS', '2024-01-01', '2025-12-31', csto);
    const short = chair(second, 'KGZ', '2025-01-01', '2025-12-31', csto);
    expect(broken(next(), long, short)).toEqual([expect.stringMatching(/^After Kyrgyzstan /)]);
  });
});

describe('of two terms of one time', () => {
  it('the same one comes before the next, in whichever order they are read', () => {
    const a = chair('a', 'RUS', '2025-01-01', '2025-12-31', csto);
    const b = chair('b', 'KGZ', '2025-01-01', '2025-12-31', csto);
    for (const files of [
      { '1.yaml': a, '2.yaml': b },
      { '1.yaml': b, '2.yaml': a },
    ]) {
      expect(messagesOf('rotation-broken', next(), files)).toEqual([expect.stringMatching(/^After Kyrgyzstan /)]);
    }
  });
});

describe('of two terms of one id and time', () => {
  it('the same one comes before the next, in whichever order they are read', () => {
    const term = (state: string) => chair('a', state, '2025-01-01', '2025-12-31', csto);
    const following = next().replace('TJK', 'KAZ');
    const told = [files(term('RUS'), term('KGZ')), files(term('KGZ'), term('RUS'))].map((both) =>
      messagesOf('rotation-broken', following, both),
    );
    expect(told).toEqual([[expect.stringMatching(/^After Russia /)], [expect.stringMatching(/^After Russia /)]]);
  });
});

describe('the chair of a meeting', () => {
  it('is known where the meeting is dated to a month of the term', () => {
    const term = chair('ots-chair-2024-kgz', 'KGZ', '2024-11-06', '2025-10-07');
    expect(chaired(meeting('UZB', '2025-05'), term)).toHaveLength(1);
  });

  it.each([
    ['2022/2024', 1],
    ['2021/2024', 0],
  ])('is known where the meeting is dated to three years, not to four: %s', (date, told) => {
    expect(chaired(meeting('UZB', date), chair('ots-chair', 'KGZ', '2019-01-01', '2026-01-01'))).toHaveLength(told);
  });

  it('is not known where two terms have begun on one day and none has ended', () => {
    const terms = [chair('a', 'KGZ', '2024-11-06'), chair('b', 'KAZ', '2024-11-06')] as const;
    expect(chaired(meeting('UZB', '2025-05-05'), ...terms)).toEqual([]);
    expect(chaired(meeting('UZB', '2025-05-05'), terms[0])).toHaveLength(1);
  });
});
