/** Numbers of meetings: which meetings count in which series, and what is told of those that nobody has. */
import { describe, expect, it } from 'vitest';
import { messagesOf, recordOf, titlesOf } from '../support.ts';

const RULE = 'ordinal-sequence';

/** A meeting of the Council of a league; further lines, or others in place of the usual ones, by key. */
function meeting(id: string, ordinal: number | '', date: string, other: Record<string, string> = {}): string {
  return recordOf({
    kind: 'summit',
    id,
    name: `Meeting ${id}`,
    organization: 'league',
    body: 'council',
    format: 'regular',
    ordinal: String(ordinal),
    status: 'held',
    date,
    ...other,
  });
}

function league(series: string): Record<string, string> {
  return {
    'league.yaml': `kind: organization\nid: league\nname: League\ntype: organization\n${series}`,
    'council.yaml': 'kind: organization\nid: council\nname: Council\ntype: body\nparent: league\n',
  };
}

const LEAGUE = league('');

describe('a series does not count', () => {
  it.each([
    [
      'the meetings of a body among those of its organization',
      meeting('b', 1, '2025', { body: '' }),
      { ...LEAGUE, 'a.yaml': meeting('a', 1, '2024') },
    ],
    [
      'meetings of a sort that is not numbered',
      meeting('b', 1, '2025', { format: 'extraordinary' }),
      { ...LEAGUE, 'a.yaml': meeting('a', 1, '2024', { format: 'extraordinary' }) },
    ],
    [
      'meetings that do not say which of two numbered sorts they are of',
      meeting('b', 1, '2025', { format: '' }),
      {
        ...league('series: [{ body: council, format: regular }, { body: council, format: informal }]\n'),
        'a.yaml': meeting('a', 1, '2024'),
      },
    ],
    [
      'meetings before its first',
      meeting('b', 1, '2025'),
      { ...league('series: [{ body: council, first: 2010 }]\n'), 'a.yaml': meeting('a', 1, '2005') },
    ],
  ])('%s', (_what, text, others) => {
    expect(messagesOf(RULE, text, others)).toEqual([]);
  });

  it('the levels of a body apart', () => {
    const others = { ...LEAGUE, 'a.yaml': meeting('a', 1, '2024', { level: 'ministers' }) };
    expect(messagesOf(RULE, meeting('b', 1, '2025', { level: 'heads-of-state' }), others)).toEqual([
      'Another meeting of this series (some time in 2024) has number 1, too: give one of them its own.',
    ]);
  });
});

describe('a second record of one meeting', () => {
  it('has its number, and is told as a second record only', () => {
    const held = (id: string, ordinal: number, date: string) =>
      meeting(id, ordinal, date, { place: '{ city: Almaty, state: KAZ }' });
    const others = { ...LEAGUE, 'a.yaml': held('a', 1, '2023-05-05'), 'b.yaml': held('b', 2, '2024-05-05') };
    const again = held('c', 2, '2024-05-05');
    expect(messagesOf(RULE, again, others)).toEqual([]);
    expect(messagesOf('duplicate-summit', again, others)).toHaveLength(1);
    expect(messagesOf(RULE, held('c', 2, '2024-06-06'), others)).toEqual([
      'Another meeting of this series (5 May 2024) has number 2, too: give one of them its own.',
    ]);
  });
});

describe('the number that is offered', () => {
  const run = { 'y.yaml': meeting('y', 3, '2013'), 'z.yaml': meeting('z', 4, '2014') };

  it('is one less than that of the first meeting, where there is such a number', () => {
    const second = { ...LEAGUE, ...run, 'x.yaml': meeting('x', 2, '2012') };
    expect(titlesOf(RULE, meeting('w', 7, '2010'), second)).toEqual(['Write `1`']);
    expect(titlesOf(RULE, meeting('w', 7, '2010'), { ...second, 'v.yaml': meeting('v', 1, '2011') })).toEqual([]);
  });
});

describe('numbers that nobody has', () => {
  const FIRST = { ...LEAGUE, 'a.yaml': meeting('a', 1, '2010-06-01') };

  it('are told from the first to the last, but for those of meetings that were cancelled', () => {
    const cancelled = (ordinal: number, date: string) => meeting(`c${ordinal}`, ordinal, date, { status: 'cancelled' });
    const others = { ...FIRST, 'c.yaml': cancelled(2, '2011'), 'd.yaml': cancelled(5, '2012') };
    expect(messagesOf(RULE, meeting('z', 6, '2014'), others)).toEqual([
      'No meeting of this series has a number from 3 to 4: the one before this (1 June 2010) has number 1. Correct the number, or add what is missing.',
    ]);
    expect(titlesOf(RULE, meeting('z', 6, '2014'), others)).toEqual(['Write `3`']);
  });

  it('are offered to nobody where a meeting between may have one of them', () => {
    const others = { ...FIRST, 'm.yaml': meeting('m', '', '2012') };
    expect(messagesOf(RULE, meeting('z', 5, '2014'), others)).toHaveLength(1);
    expect(titlesOf(RULE, meeting('z', 5, '2014'), others)).toEqual([]);
  });

  it('may be those of a meeting on the very day', () => {
    const others = { ...FIRST, 'm.yaml': meeting('m', '', '2014-06-02') };
    expect(messagesOf(RULE, meeting('z', 3, '2014-06-02'), others)).toEqual([]);
  });

  it('are none of a meeting that does not say of which sort it is', () => {
    const others = { ...FIRST, 'm.yaml': meeting('m', '', '2012', { format: '' }) };
    expect(messagesOf(RULE, meeting('z', 3, '2014'), others)).toHaveLength(1);
  });

  it.each([
    ['2020', '2005'],
    ['2005', '2020'],
  ])('are none of meetings long before and after: %s, %s', (one, other) => {
    const others = { ...FIRST, 'm.yaml': meeting('m', '', one), 'n.yaml': meeting('n', '', other) };
    expect(titlesOf(RULE, meeting('z', 3, '2014'), others)).toEqual(['Write `2`']);
  });
});
