/** `ordinal-sequence`: numbers repeated, out of date order and skipped; partial datasets and coarse dates; the next number. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBefore, parseEdtf } from '../../server/dataset/dates/edtf.ts';
import { longestRun } from '../../server/rules/support/sequence.ts';
import { lineEnds } from '../support/fixture.ts';
import { messagesOf, problemsOf, recordOf, tell, titlesOf } from './support.ts';

const RULE = 'ordinal-sequence';

/** A meeting of the OTS Council of Heads of State; further lines, or others in place of the usual ones, by key. */
function meeting(id: string, ordinal: number | string, date: string, other: Record<string, string> = {}): string {
  return recordOf({
    kind: 'summit',
    id,
    name: `Meeting ${id}`,
    organization: 'ots',
    body: 'ots-chs',
    format: 'regular',
    ordinal: String(ordinal),
    status: 'held',
    date,
    ...other,
  });
}

const BISHKEK = { 'bishkek.yaml': meeting('bishkek', 11, '2024-11-06') };

describe('ordinal-sequence', () => {
  it('tells of Gabala 2025 as the 11th, which was Bishkek 2024, and leads there', () => {
    const [problem, ...others] = problemsOf(RULE, meeting('gabala', 11, '2025-10-07'), BISHKEK);
    expect(others).toEqual([]);
    expect(problem?.severity).toBe('error');
    expect(problem?.message).toBe(
      'Another meeting of this series (6 November 2024) has number 11, too: give one of them its own.',
    );
    expect(problem?.related).toEqual([
      { kind: 'summit', id: 'bishkek', path: ['ordinal'], message: 'Number 11: 6 November 2024' },
    ]);
    expect(messagesOf(RULE, BISHKEK['bishkek.yaml'], { 'gabala.yaml': meeting('gabala', 11, '2025-10-07') })).toEqual(
      [],
    );
  });

  it('tells of a number that stands before that of an earlier meeting', () => {
    const [problem] = problemsOf(RULE, meeting('gabala', 10, '2025-10-07'), BISHKEK);
    expect(problem?.severity).toBe('error');
    expect(problem?.message).toBe(
      'Number 10 is out of order: an earlier meeting of this series (6 November 2024) has number 11.',
    );
  });

  it('tells of the one wrong number among many, not of all that follow it', () => {
    const files = Object.fromEntries(
      [1, 2, 30, 4, 5].map((ordinal, i) => [`m${i}.yaml`, meeting(`m${i}`, ordinal, `201${i}-06-01`)]),
    );
    const told = Object.entries(files).map(([name, text]) => messagesOf(RULE, text, { ...files, [name]: '' }));
    expect(told).toEqual([
      [],
      [],
      ['Number 30 is out of order: a later meeting of this series (1 June 2014) has number 5.'],
      [],
      [],
    ]);
  });

  it('warns of a number that nobody has, at the meeting after it', () => {
    const [problem] = problemsOf(RULE, meeting('gabala', 13, '2025-10-07'), BISHKEK);
    expect(problem?.severity).toBe('warning');
    expect(problem?.message).toBe(
      'No meeting of this series has number 12: the one before this (6 November 2024) has number 11. Correct the number, or add what is missing.',
    );
    expect(messagesOf(RULE, meeting('almaty', 3, '2011-10-21'), BISHKEK)).toEqual([]);
    expect(messagesOf(RULE, BISHKEK['bishkek.yaml'], { 'a.yaml': meeting('almaty', 3, '2011-10-21') })).toEqual([
      'No meeting of this series has a number from 4 to 10: the one before this (21 October 2011) has number 3. Correct the number, or add what is missing.',
    ]);
  });

  it.each([
    ['of a series that the dataset joins in its middle', 12, '2025-10-07', {}],
    ['of a meeting without a number', '', '2025-10-07', {}],
    ['of a second body', 11, '2025-10-07', { body: 'ots-cfm' }],
    ['of another organization', 11, '2025-10-07', { organization: 'csto', body: 'csto-csc' }],
    ['of an informal meeting, which is told otherwise', 11, '2025-10-07', { format: 'informal' }],
    ['of a meeting before the first one, which is told otherwise', 11, '2009-10-03', {}],
    ['of a meeting that was cancelled', 11, '2025-10-07', { status: 'cancelled' }],
    ['of a meeting that was put off', 11, '2025-10-07', { status: 'postponed' }],
    ['of another year that may be this one', 12, '2024', {}],
    ['of a date that may be earlier', 10, '2025~', {}],
    ['of a date that is uncertain', 10, '2025-10-07?', {}],
    ['of a date that is none', 10, '2025-8-1', {}],
    ['of a date that is missing', 10, '', {}],
    ['of a date that ends before it starts', 10, '2025-10-08/2025-10-07', {}],
    ['of a number that is text', '"11"', '2025-10-07', {}],
    ['of a number that is half one', 11.5, '2025-10-07', {}],
    ['of a number that is none', 0, '2025-10-07', {}],
    ['of a body that is not there yet', 11, '2025-10-07', { body: '~' }],
    ['of a body that is a list', 11, '2025-10-07', { body: '[ots-chs]' }],
    ['of a format that is a map', 11, '2025-10-07', { format: '{}' }],
  ])('says nothing %s', (_, ordinal, date, other) => {
    expect(messagesOf(RULE, meeting('gabala', ordinal, date, other), BISHKEK)).toEqual([]);
  });

  it('counts a meeting without a format, whose number says that it is a regular one', () => {
    expect(messagesOf(RULE, meeting('gabala', 11, '2025-10-07', { format: '' }), BISHKEK)).toHaveLength(1);
  });

  it('reads dates in their long form', () => {
    const date = '{ value: 2025-10-07, text: Oct. 7, basis: resolved }';
    expect(messagesOf(RULE, meeting('gabala', 10, date), BISHKEK)).toHaveLength(1);
  });

  it('leaves a second record of one meeting to `duplicate-summit`', () => {
    const place = { place: '{ city: Gabala, state: AZE }' };
    const qabala = { 'q.yaml': meeting('qabala', 12, '2025-10-07', { place: '{ city: Qabala, state: AZE }' }) };
    const gabala = meeting('gabala', 12, '2025-10-07', place);
    expect(messagesOf(RULE, gabala, qabala)).toEqual([]);
    expect(messagesOf('duplicate-summit', gabala, qabala)).toHaveLength(1);
    const baku = { 'baku.yaml': meeting('baku', 12, '2025-10-07', { place: '{ city: Baku, state: AZE }' }) };
    expect(messagesOf(RULE, gabala, baku)).toHaveLength(1);
  });

  it('says nothing of numbers skipped where meetings without a number may have them', () => {
    const between = { ...BISHKEK, 'x.yaml': meeting('x', '', '2025-05'), 'y.yaml': meeting('y', '', '2025') };
    expect(messagesOf(RULE, meeting('gabala', 14, '2025-10-07'), between)).toEqual([]);
    expect(messagesOf(RULE, meeting('gabala', 15, '2025-10-07'), between)).toHaveLength(1);
    const outside = { ...BISHKEK, 'x.yaml': meeting('x', '', '2024-10'), 'y.yaml': meeting('y', '', '2025-10-08') };
    expect(messagesOf(RULE, meeting('gabala', 13, '2025-10-07'), outside)).toHaveLength(1);
  });

  it('takes the number of a cancelled meeting for one that somebody has', () => {
    const cancelled = { ...BISHKEK, 'x.yaml': meeting('x', 12, '2025-02', { status: 'cancelled' }) };
    expect(messagesOf(RULE, meeting('gabala', 13, '2025-10-07'), cancelled)).toEqual([]);
  });

  it('does not look through a number that is far away', () => {
    expect(messagesOf(RULE, meeting('gabala', 9_000_000_000, '2025-10-07'), BISHKEK)).toHaveLength(1);
  });

  it('leaves out records that share an id', () => {
    const twice = { ...BISHKEK, 'again.yaml': meeting('bishkek', 12, '2024-11-07') };
    expect(messagesOf(RULE, meeting('gabala', 11, '2025-10-07'), twice)).toEqual([]);
  });

  it('counts what the organization says that it counts', () => {
    const elders = {
      'elders.yaml':
        'kind: organization\nid: x-org\nname: Org\ntype: forum\nseries: [{ body: x-elders, format: forum }]\n---\nkind: organization\nid: x-elders\nname: Elders\ntype: body\nparent: x-org\n',
      'one.yaml': meeting('one', 1, '2024', { organization: 'x-org', body: 'x-elders', format: 'forum' }),
    };
    const second = (format: string) => meeting('two', 1, '2025', { organization: 'x-org', body: 'x-elders', format });
    expect(messagesOf(RULE, second('forum'), elders)).toHaveLength(1);
    expect(messagesOf(RULE, second('regular'), elders)).toEqual([]);
  });

  it('counts each level of an organization apart where no body is named', () => {
    const eu = (id: string, level: string) =>
      meeting(id, 3, `20${id.slice(1)}`, { organization: 'eu', body: '', level });
    const first = { 'first.yaml': eu('e20', 'foreign-ministers') };
    expect(messagesOf(RULE, eu('e21', 'foreign-ministers'), first)).toHaveLength(1);
    expect(messagesOf(RULE, eu('e21', 'experts'), first)).toEqual([]);
  });

  it('counts back where every other meeting is later', () => {
    const later = { ...BISHKEK, 'gabala.yaml': meeting('gabala', 12, '2025-10-07') };
    expect(titlesOf(RULE, meeting('astana', 12, '2023-11-03'), later)).toEqual(['Write `10`']);
    const first = Object.fromEntries([1, 2].map((n) => [`m${n}.yaml`, meeting(`m${n}`, n, `201${n}-06-01`)]));
    expect(titlesOf(RULE, meeting('zero', 2, '2010-06-01'), first)).toEqual([]);
  });

  it('offers no number where the next one is taken', () => {
    const files = { ...BISHKEK, 'baku.yaml': meeting('baku', 12, '2026-11') };
    expect(titlesOf(RULE, meeting('gabala', 11, '2025-10-07'), files)).toEqual([]);
  });

  it('is silent on a line that cannot be read', () => {
    expect(messagesOf(RULE, meeting('gabala', '11 "', '2025-10-07'), BISHKEK)).toEqual([]);
  });
});

describe.each(lineEnds)('with %s', (_, convert) => {
  it.each([
    ['a repeated number', 11, 12],
    ['one out of order', 9, 12],
    ['one too many', 13, 12],
  ])('mends %s, with all else as it is', (_name, wrong, right) => {
    const story = (ordinal: number) => meeting('габала', `${ordinal} # counted by hand`, '2025-10-07');
    tell(RULE, { before: story(wrong), fix: `Write \`${right}\``, after: story(right), others: BISHKEK }, convert);
  });
});

describe('the longest run', () => {
  const date = fc.constantFrom(
    '2001',
    '2001-03',
    '2001-03-04',
    '2002',
    '2002/2003',
    '2003-07',
    '2003-07-01~',
    '../2002',
  );
  const items = fc.array(
    fc.record({ ordinal: fc.integer({ min: 1, max: 5 }), date: date.map((text) => parseEdtf(text)!) }),
    {
      maxLength: 7,
    },
  );
  type Items = { readonly ordinal: number; readonly date: NonNullable<ReturnType<typeof parseEdtf>> }[];
  const agree = (run: Items) =>
    run.every((a, i) => run.every((b, j) => i >= j || (a.ordinal < b.ordinal && isBefore(b.date, a.date) !== 'yes')));

  it('has no contradiction, and no choice of the same items has more', () => {
    fc.assert(
      fc.property(items, (all) => {
        const run = longestRun(all);
        expect(agree(run)).toBe(true);
        const sorted = [...all].sort((a, b) => a.ordinal - b.ordinal);
        for (let choice = 0; choice < 2 ** sorted.length; choice++) {
          const chosen = sorted.filter((_, i) => choice & (1 << i));
          if (chosen.length > run.length) expect(agree(chosen)).toBe(false);
        }
      }),
    );
  });
});
