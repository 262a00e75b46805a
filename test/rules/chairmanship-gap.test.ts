/** `chairmanship-gap`: times without a chair, and all that may fill them. */
import { describe, expect, it } from 'vitest';
import { rules } from '../../server/rules/index.ts';
import { lineEnds, makeWorkspace, parseFixture, ROOT } from '../support/fixture.ts';
import { CSTO, chair, files, organization, session } from './chair-records.ts';
import { messagesOf, problemsOf } from './support.ts';

const RULE = 'chairmanship-gap';
const tur = (to?: string) => chair('ots-chair-2021-tur', 'TUR', '2021-11-12', to);
const kaz = (from: string, more = {}) => chair('ots-chair-2023-kaz', 'KAZ', from, undefined, more);
const messages = (text: string, ...others: string[]) => messagesOf(RULE, text, files(...others));

describe.each(lineEnds)('with %s', (_, convert) => {
  it('marks the beginning of the later term and leads to the end of the earlier one', () => {
    const text = convert(kaz('{ value: ⟦"2023-11-03"⟧, text: күзде }'));
    const [problem, ...others] = problemsOf(RULE, text, files(tur('{ value: 2022-11-11 }')));
    expect(others).toEqual([]);
    expect(problem?.span).toEqual(parseFixture(text).ranges[0]);
    expect(problem?.severity).toBe('warning');
    expect(problem?.related).toEqual([
      {
        kind: 'chairmanship',
        id: 'ots-chair-2021-tur',
        path: ['to', 'value'],
        message: 'The term before ended: 11 November 2022',
      },
    ]);
  });
});

describe('chairmanship-gap', () => {
  it('says between which days nobody was in the chair', () => {
    expect(messages(kaz('2023-11-03'), tur('2022-11-11'))).toEqual([
      'Nobody chairs the OTS between 11 November 2022, when Türkiye left the chair, and 3 November 2023: add the term in between, or correct the dates.',
    ]);
  });

  it('is told once, at the later term', () => {
    expect(messages(tur('2022-11-11'), kaz('2023-11-03'))).toEqual([]);
  });

  it('counts from the term that lasted longest', () => {
    const short = chair('a', 'UZB', '2022-01-01', '2022-02-01');
    const problems = problemsOf(RULE, kaz('2023-11-03'), files(tur('2022-11-11'), short));
    expect(problems.map(({ related }) => related[0]?.id)).toEqual(['ots-chair-2021-tur']);
  });

  it('tells of each gap where it ends', () => {
    const [a, b] = [chair('a', 'KAZ', '2010', '2011'), chair('b', 'KGZ', '2014', '2015')];
    const c = chair('c', 'TUR', '2018', '2019');
    const workspace = makeWorkspace(files(c, a, b), rules);
    const told = ['other-1', 'other-2', 'other-3'].map(
      (name) => workspace.problemsOf(`${ROOT}/${name}.yaml`).filter(({ rule }) => rule === RULE).length,
    );
    expect(told).toEqual([1, 0, 1]);
  });

  it('goes by the days of terms, whatever their ids', () => {
    const [z, m] = [chair('z', 'KAZ', '2010', '2011'), chair('m', 'KGZ', '2014', '2015')];
    const [problem] = problemsOf(RULE, chair('a', 'TUR', '2018', '2019'), files(m, z));
    expect(problem?.related[0]?.id).toBe('m');
  });

  it('does without the name of a state that nobody knows', () => {
    expect(messages(kaz('2023-11-03'), chair('a', 'Turkestan', '2021', '2022-11-11'))).toEqual([
      expect.stringContaining('11 November 2022, when the last chair known left'),
    ]);
  });

  it('ends when the term in between is added', () => {
    const uzb = chair('ots-chair-2022-uzb', 'UZB', '2022-11-11', '2023-11-03');
    expect(messages(kaz('2023-11-03'), tur('2022-11-11'), uzb)).toEqual([]);
  });

  it.each([
    ['terms that share the day of a hand-over', kaz('2022-11-11'), tur('2022-11-11')],
    ['terms of which one begins on the day after', kaz('2023-01-01'), tur('2022-12-31')],
    ['a coarse end that may reach the next beginning', kaz('2022-11-30'), tur('2022')],
    ['a coarse beginning that may follow at once', kaz('2022'), tur('2022-03-01')],
    ['coarse terms year by year', kaz('2023'), tur('2022')],
    ['an approximate end', kaz('2023-11-03'), tur('2022~')],
    ['an uncertain beginning', kaz('2023-11-03?'), tur('2022-11-11')],
    ['a term before that has no end', kaz('2023-11-03'), tur()],
    ['a term before whose end has only words yet', kaz('2023-11-03'), tur('{ text: with the next summit }')],
    ['the first term', kaz('2023-11-03'), ''],
    ['two terms without a beginning', chair('b', 'KAZ', undefined, '2021'), chair('a', 'TUR', undefined, '2020')],
    ['terms of two organizations', kaz('2023-11-03', { organization: 'csto' }), tur('2022-11-11')],
    ['a term before that ends before it starts', kaz('2023-11-03'), tur('2020-11-11')],
    [
      'an organization that nobody knows',
      kaz('2023-11-03', { organization: 'x' }),
      tur('2022').replace('ots\n', 'x\n'),
    ],
    ['an end that is no date', kaz('2023-11-03'), tur('last year')],
  ])('says nothing of %s', (_, text, other) => {
    expect(messages(text, other)).toEqual([]);
  });

  it('leaves the future open', () => {
    const [now, later] = [
      chair('a', 'KGZ', '2025-01-01', '2025-12-31', CSTO),
      chair('b', 'RUS', '2028', undefined, CSTO),
    ];
    expect(messages(later, now)).toEqual([]);
  });

  it('lets a term without a date fill any time', () => {
    const undated = chair('a', 'UZB', '{ text: after the Istanbul summit }');
    expect(messages(kaz('2023-11-03'), tur('2022-11-11'), undated)).toEqual([]);
    const ended = chair('a', 'UZB', '{ text: long ago }', '2022-12-31');
    expect(messages(kaz('2023-11-03'), tur('2022-11-11'), ended)).toHaveLength(1);
  });

  it('trusts a term that names its predecessor elsewhere, or one that is missing here', () => {
    const before = chair('cst-chair', 'RUS', '2001', '2002', { organization: 'cst' });
    const early = chair('a', 'ARM', '2003-01-01', '2003-02-01', { organization: 'csto' });
    const next = (predecessor: string) =>
      chair('b', 'RUS', '2004-06-18', undefined, { organization: 'csto', predecessor });
    expect(messages(next('cst-chair'), early, before)).toEqual([]);
    expect(messages(next('csto-chair-2004-kgz'), early)).toEqual([]);
    expect(messages(next('a'), early)).toHaveLength(1);
  });

  it('leaves it to the hand-over rule where the beginning is the mistake', () => {
    const [aze, kgz] = [
      chair('a', 'KAZ', '2023-11-03', '2024-11-06'),
      chair('b', 'KGZ', '2025-01-01', undefined, { predecessor: 'a' }),
    ];
    const summit = session('bishkek', 'KGZ', '2024-11-06');
    expect(messages(kgz, aze)).toHaveLength(1);
    expect(messages(kgz, aze, summit)).toEqual([]);
    expect(messagesOf('handover-mismatch', kgz, files(aze, summit))).toHaveLength(1);
  });

  it('says nothing of terms from before the organization was founded, or from after its end', () => {
    const own = { organization: 'baltic-forum' };
    const terms = [chair('a', 'EST', '1990-01-01', '1990-12-31', own), chair('b', 'LVA', '1995-01-01', undefined, own)];
    const told = (more: Record<string, string>) => messages(terms[1]!, terms[0]!, organization('baltic-forum', more));
    expect(told({})).toHaveLength(1);
    expect(told({ founded: '{ signed: 1989 }' })).toHaveLength(1);
    expect(told({ founded: '{ signed: 1992 }' })).toEqual([]);
    expect(told({ dissolved: '1993' })).toEqual([]);
  });
});
