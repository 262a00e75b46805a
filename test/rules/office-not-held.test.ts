/** `office-not-held`: former and future officers, by the word of the office or the capacity. */
import { describe, expect, it } from 'vitest';
import { messagesOf, problemsOf } from './support.ts';

const RULE = 'office-not-held';
const ELBASY = {
  'persons/nursultan-nazarbayev.yaml':
    'kind: person\nid: nursultan-nazarbayev\nname: Nursultan Nazarbayev\noffices:\n  - { title: President, state: KAZ, from: 1991, to: 2019 }\n',
};
const person = (offices: string) => ({
  'persons/mira.yaml': `kind: person\nid: mira\nname: Mira Lund\noffices: ${offices}\n`,
});
const summit = (date: string, entry: string) =>
  `kind: summit\nid: meeting\nname: Meeting\norganization: osce\nstatus: held\ndate: ${date}\nparticipants:\n  - ${entry}\n`;

describe(RULE, () => {
  it('tells of Nazarbayev as President in 2025, and leads to his term', () => {
    const entry = '{ state: KAZ, person: nursultan-nazarbayev, role: member, office: President }';
    const [problem] = problemsOf(RULE, summit('2025-10-07', entry), ELBASY);
    const { document, span, message, related } = problem!;
    expect(document.yaml.text.slice(span.start, span.end)).toBe('President');
    expect(message).toBe(
      'Nursultan Nazarbayev did not hold this office on 7 October 2025. Write the one held then, or name who held it.',
    );
    expect(related).toEqual([
      { kind: 'person', id: 'nursultan-nazarbayev', path: ['offices', 0], message: 'President: from 1991 to 2019' },
    ]);
  });

  it('takes the day of a proposal from its meeting, or from its own date', () => {
    const proposal = (lines: string) =>
      `kind: proposal\nid: idea\ntitle: Idea\ntype: position\nparties: [{ state: KAZ, person: nursultan-nazarbayev, office: President of Kazakhstan }]\n${lines}domains: [energy]\nstatus: proposed\n`;
    const others = { ...ELBASY, 'summits/meeting.yaml': summit('2021-11-12', '{ state: KAZ }') };
    expect(messagesOf(RULE, proposal('made_at: meeting\n'), others)).toHaveLength(1);
    expect(messagesOf(RULE, proposal('date: 2020\n'), others)).toHaveLength(1);
    expect(messagesOf(RULE, proposal('date: 2017-07\n'), others)).toEqual([]);
    expect(messagesOf(RULE, proposal(''), others)).toEqual([]);
  });

  it('tells an office from a lower one', () => {
    const others = person(
      '[{ title: Vice President, state: NOR, from: 2015 }, { title: President, state: NOR, from: 2020-05 }]',
    );
    const said = (date: string, office: string) =>
      messagesOf(RULE, summit(date, `{ state: NOR, person: mira, office: ${office} }`), others).length;
    expect([said('2018', 'President'), said('2018', 'Vice President of Norway'), said('2021', 'PRESIDENT')]).toEqual([
      1, 0, 0,
    ]);
    expect(said('2020', 'President')).toBe(0);
  });

  it('counts every term of an office, and its first and last day', () => {
    const others = person(
      '[{ title: Prime Minister, state: NOR, to: 2001-10-19 }, { title: Prime Minister, state: NOR, from: 2005-10-17 }]',
    );
    const said = (date: string) =>
      messagesOf(RULE, summit(date, '{ state: NOR, person: mira, office: Prime minister }'), others).length;
    expect(['2001-10-19', '2003', '2005', '2005-10-17', '2003~'].map(said)).toEqual([0, 1, 0, 0, 0]);
  });

  it('tells some offices by the capacity', () => {
    const at = (date: string, capacity: string) =>
      messagesOf(RULE, summit(date, `{ state: KAZ, person: nursultan-nazarbayev, capacity: ${capacity} }`), ELBASY)
        .length;
    expect([at('2025', 'head-of-state'), at('2010', 'head-of-state'), at('2025', 'representative')]).toEqual([1, 0, 0]);
    const minister = person('[{ title: President, state: NOR, to: 2010 }, { title: Regent, state: NOR, from: 2012 }]');
    expect(messagesOf(RULE, summit('2020', '{ state: NOR, person: mira, capacity: head-of-state }'), minister)).toEqual(
      [],
    );
  });

  it('marks the capacity, and looks at all offices of the person', () => {
    const others = person('[{ title: President, state: NOR, to: 2010 }, { title: Regent, state: NOR, to: 2012 }]');
    const text = summit('2020', '{ state: NOR, person: mira, capacity: head-of-state }');
    expect(problemsOf(RULE, text, others).map(({ span }) => text.slice(span.start, span.end))).toEqual([
      'head-of-state',
    ]);
  });

  it('compares no titles that are signs alone', () => {
    const others = person('[{ title: "-", state: NOR, to: 2010 }]');
    expect(messagesOf(RULE, summit('2020', '{ state: NOR, person: mira, office: "…" }'), others)).toEqual([]);
  });

  it('knows offices of organizations', () => {
    const others = person('[{ title: Secretary-General, organization: ots, from: 2022-11 }]');
    const said = (date: string) =>
      messagesOf(RULE, summit(date, '{ organization: ots, person: mira, office: Secretary General }'), others).length;
    expect([said('2021'), said('2023')]).toEqual([1, 0]);
    expect(
      messagesOf(RULE, summit('2021', '{ state: NOR, person: mira, office: Secretary General of the OTS }'), others),
    ).toHaveLength(1);
  });

  const MINISTER = person('[{ title: Minister of Foreign Affairs, state: NOR, to: 2010 }]');
  it.each([
    ['an office that the record does not have', '{ state: NOR, person: mira, office: President }'],
    ['an office in other words', '{ state: NOR, person: mira, office: Foreign Minister }'],
    ['an office of another state', '{ state: SWE, person: mira, office: Minister of Foreign Affairs }'],
    ['no office', '{ state: NOR, person: mira }'],
    ['an unknown person', '{ state: NOR, person: mirra, office: Minister of Foreign Affairs }'],
    ['an office without a person', '{ state: NOR, office: Minister of Foreign Affairs }'],
    ['odd values', '{ state: NOR, person: mira, office: [Minister], capacity: {} }'],
    ['signs alone', '{ state: NOR, person: mira, office: "…" }'],
  ])('says nothing of %s', (_, entry) => {
    expect(messagesOf(RULE, summit('2025-10-07', entry), MINISTER)).toEqual([]);
  });

  it('says nothing of dates that are open, turned round or missing', () => {
    const entry = '{ state: NOR, person: mira, office: Minister of Foreign Affairs }';
    for (const date of ['../2025', '2025/2020', '{ text: once }', 'soon', '[2025]'])
      expect(messagesOf(RULE, summit(date, entry), MINISTER), date).toEqual([]);
    const odd = person('[{ title: Minister of Foreign Affairs, state: NOR, from: 2012, to: 2010 }, 7]');
    expect(messagesOf(RULE, summit('2025', entry), odd)).toEqual([]);
  });
});
