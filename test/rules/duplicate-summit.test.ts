/** `duplicate-summit`: one meeting in two records, under any name of its place; meetings that are not one. */
import { describe, expect, it } from 'vitest';
import { messagesOf, problemsOf, recordOf } from './support.ts';

const RULE = 'duplicate-summit';

/** A meeting of the OTS heads of state at Gabala; other lines in place of the usual ones, by key. */
function meeting(id: string, other: Record<string, string> = {}): string {
  return recordOf({
    kind: 'summit',
    id,
    name: `Meeting ${id}`,
    organization: 'ots',
    body: 'ots-chs',
    status: 'held',
    date: '2025-10-07',
    place: '{ city: Gabala, state: AZE }',
    ...other,
  });
}

const at = (city: string, state = 'AZE') => ({ place: `{ city: ${city}, state: ${state} }` });
const GABALA = { 'gabala.yaml': meeting('gabala') };

describe('duplicate-summit', () => {
  it('tells of Gabala and Qabala, at both records, and leads from each to the other', () => {
    const qabala = meeting('qabala', at('Qabala'));
    const [problem, ...others] = problemsOf(RULE, qabala, GABALA);
    expect(others).toEqual([]);
    expect(problem?.message).toBe(
      '`gabala` seems to tell of this meeting, too: one body, one place, and both have it on 7 October 2025. Merge the two.',
    );
    expect(problem?.related).toEqual([
      { kind: 'summit', id: 'gabala', path: [], message: 'The other record of the meeting' },
    ]);
    expect(qabala.slice(problem?.span.start, problem?.span.end)).toBe('Meeting qabala');
    const [back] = problemsOf(RULE, GABALA['gabala.yaml'], { 'qabala.yaml': qabala });
    expect(back?.related[0]?.id).toBe('qabala');
  });

  it.each([
    ['in Azerbaijani', at('Qəbələ'), at('Gəbələ')],
    ['in Russian', at('Габала'), {}],
    ['in another case', at('GABALA'), {}],
    [
      'by its name at the time',
      { place: '{ city: Astana, state: KAZ }' },
      { place: '{ city: Nur-Sultan, state: KAZ }' },
    ],
    [
      'by its name at the time in one record',
      { place: '{ city: Novograd, state: KAZ, name_at_the_time: Staroград }' },
      { place: '{ city: Staroград, state: KAZ }' },
    ],
    ['without its state', { place: '{ city: Qabala }' }, {}],
    ['without its city', { place: '{ state: AZE }' }, {}],
    ['by its host alone', { place: '', host: 'AZE' }, {}],
    ['as a meeting on the screen, twice', { place: '', mode: 'online' }, { place: '', mode: 'online' }],
    ['as a village that the registry does not know', at('Нижний Посёлок', 'RUS'), at('Nizhnii Poselok', 'RUS')],
  ])('knows a place %s', (_, one, other) => {
    const found = messagesOf(RULE, meeting('qabala', one), { 'gabala.yaml': meeting('gabala', other) });
    expect(found).toHaveLength(1);
  });

  it('finds the other of the day among meetings of other days', () => {
    const others = { 'm.yaml': meeting('m', { date: '2025-10-20' }), 'z.yaml': meeting('z', at('Qabala')) };
    expect(messagesOf(RULE, meeting('a'), others)).toHaveLength(1);
    expect(messagesOf(RULE, others['z.yaml'], { 'a.yaml': meeting('a'), 'm.yaml': others['m.yaml'] })).toHaveLength(1);
  });

  it.each([
    ['overlapping days', '2025-10-06/2025-10-07', '2025-10-07/2025-10-08'],
    ['a day within several', '2025-10-07', '2025-10-05/2025-10-09'],
    ['the long form', '{ value: 2025-10-07, text: Oct. 7 }', '2025-10-07'],
  ])('tells of %s', (_, date, other) => {
    expect(messagesOf(RULE, meeting('q', { date }), { 'g.yaml': meeting('g', { date: other }) })).toHaveLength(1);
  });

  it.each([
    ['another day', { date: '2025-10-08' }],
    ['a month in which the other was', { date: '2025-10' }],
    ['about that day', { date: '2025-10-07~' }],
    ['a day that is uncertain', { date: '2025-10-07?' }],
    ['no day', { date: '' }],
    ['a date that is none', { date: '7 Oct 2025' }],
    ['a date that ends before it starts', { date: '2025-10-08/2025-10-06' }],
    ['a year later', { date: '2026-10-07', status: 'planned' }],
    ['another city', at('Baku')],
    ['a city of that name in another state', at('Gabala', 'KAZ')],
    ['another body', { body: 'ots-cfm' }],
    ['another organization', { organization: 'csto', body: 'csto-csc' }],
    [
      'another organization, with this one as a guest',
      { organization: 'csto', participants: '[{ organization: ots }]' },
    ],
    ['another level', { level: 'foreign-ministers' }],
    ['a part of the other', { parent: 'gabala' }],
    ['a place that is not known, and no host', { place: '', name: 'Summit' }],
    ['an organization that is a list', { organization: '[ots]' }],
    ['an organization that is not there yet', { organization: '~' }],
    ['a place that is a text', { place: 'Gabala' }],
    ['a city that is a map', { place: '{ city: {}, state: [] }' }],
  ])('says nothing of %s', (_, other) => {
    const level = 'level' in other ? { level: 'heads-of-state' } : {};
    const gabala = { 'gabala.yaml': meeting('gabala', level) };
    expect(messagesOf(RULE, meeting('other', other), gabala)).toEqual([]);
    expect(messagesOf(RULE, gabala['gabala.yaml'], { 'other.yaml': meeting('other', other) })).toEqual([]);
  });

  it('says nothing of the audience within the meeting of the secretaries, nor of two sittings of one conference', () => {
    const sitting = (id: string, name: string) => meeting(id, { parent: 'gabala', name });
    expect(
      messagesOf(RULE, sitting('a', 'Sitting on energy'), {
        ...GABALA,
        'b.yaml': sitting('b', 'Sitting on transport'),
      }),
    ).toEqual([]);
    expect(
      messagesOf(RULE, sitting('a', 'Sitting on energy'), {
        ...GABALA,
        'b.yaml': sitting('b', 'The sitting on energy'),
      }),
    ).toHaveLength(1);
  });

  it('goes by level and name where no body is named', () => {
    const ministers = (id: string, name: string, other = {}) =>
      meeting(id, { body: '', level: 'ministers', name, organization: 'asean', ...other });
    const transport = ministers('a', 'Conference of Ministers of Transport in Gabala');
    const found = (text: string) => messagesOf(RULE, transport, { 'b.yaml': text });
    expect(found(ministers('b', 'ASEAN conference of ministers of transport, Qabala', at('Qabala')))).toHaveLength(1);
    expect(found(ministers('b', 'Conference of Ministers of Energy in Gabala'))).toEqual([]);
    expect(found(ministers('b', 'Conference of Ministers of Transport', { level: 'experts' }))).toEqual([]);
  });

  it('knows a record without its body again by its level, where an organization has one body of that level', () => {
    const found = (level: string) => messagesOf(RULE, meeting('q', { body: '', level }), GABALA);
    expect(found('heads-of-state')).toHaveLength(1);
    expect(found('heads-of-government')).toEqual([]);
    expect(found('')).toEqual([]);
  });

  it('asks a state of the dataset that takes the place of the registry for its cities', () => {
    const aze = (cities: string) => ({ 'AZE.yaml': `kind: state\nid: AZE\nname: Azerbaijan\ncities: ${cities}\n` });
    const qabala = meeting('qabala', at('Qabala'));
    expect(messagesOf(RULE, qabala, { ...GABALA, ...aze('[]') })).toEqual([]);
    expect(messagesOf(RULE, qabala, { ...GABALA, ...aze('[{ name: Qabala, aliases: [~, Gabala] }, x]') })).toHaveLength(
      1,
    );
  });

  it('tells of three records of one meeting at each of them', () => {
    const files = { ...GABALA, 'c.yaml': meeting('c') };
    expect(problemsOf(RULE, meeting('b'), files)[0]?.related[0]?.id).toBe('c');
    expect(problemsOf(RULE, meeting('d'), files)[0]?.related[0]?.id).toBe('c');
  });

  it('names of several the one that began first', () => {
    const files = {
      'a.yaml': meeting('a', { date: '2025-10-07/2025-10-08' }),
      'b.yaml': meeting('b', { date: '2025-10-06/2025-10-07' }),
    };
    expect(problemsOf(RULE, meeting('c'), files)[0]?.related[0]?.id).toBe('b');
  });

  it('leaves records that share an id to `duplicate-id`', () => {
    expect(messagesOf(RULE, meeting('gabala'), GABALA)).toEqual([]);
  });

  it('is silent on a line that cannot be read', () => {
    expect(messagesOf(RULE, meeting('q', { name: 'Meeting: "' }), GABALA)).toEqual([]);
  });
});

describe('two records, whichever of them comes first', () => {
  const CLUB = {
    'club.yaml': 'kind: organization\nid: club\nname: Blue Club\ntype: organization\n',
    'bodies.yaml': ['council', 'board']
      .map((id) => `kind: organization\nid: ${id}\nname: ${id}\ntype: body\nparent: club\nlevel: ministers\n`)
      .join('---\n'),
  };
  /** How many of two records are told of the other one; the lines of a body of ministers in place of the usual ones. */
  const told = (one: Record<string, string>, other: Record<string, string>) => {
    const usual = { organization: 'club', body: 'council' };
    return [
      [one, other],
      [other, one],
    ].map(([first, second]) => {
      const [a, b] = [meeting('energy', { ...usual, ...first }), meeting('water', { ...usual, ...second })];
      return (
        messagesOf(RULE, a, { ...CLUB, 'b.yaml': b }).length + messagesOf(RULE, b, { ...CLUB, 'a.yaml': a }).length
      );
    });
  };
  const NO_BODY = { body: '', level: 'ministers' };

  it.each([
    ['one body, whatever they are called', {}, {}],
    ['one body, one of them within a conference', { parent: 'conference' }, {}],
    ['one body, each within a conference of its own', { parent: 'conference' }, { parent: 'congress' }],
    ['alike names, one of them without body and level', { name: 'Trade' }, { name: 'Trade', body: '' }],
    ['alike names, one of them without a body', { name: 'Trade' }, { name: 'Trade', ...NO_BODY }],
    ['names that say nothing but whose they are', { name: 'Blue Club', ...NO_BODY }, { name: 'Blue Club', ...NO_BODY }],
    ['names of which half the words are the same', { name: 'Trade', ...NO_BODY }, { name: 'Trade tax', ...NO_BODY }],
    ['one state', { place: '{ city: Gabala }' }, {}],
    ['a city in no state', { place: '{ city: Gabala }' }, { place: '{ city: Gabala }' }],
    ['a state, and no city', { place: '{ state: AZE }' }, {}],
    [
      'a name at the time',
      { place: '{ city: Novograd, state: KAZ, name_at_the_time: Starograd }' },
      { place: '{ city: Starograd, state: KAZ }' },
    ],
  ])('are one meeting: %s', (_, one, other) => expect(told(one, other)).toEqual([2, 2]));

  it.each([
    ['two bodies of one level', {}, { body: 'board' }],
    ['two bodies of one level, and alike names', { name: 'Trade' }, { name: 'Trade', body: 'board' }],
    ['other names', NO_BODY, NO_BODY],
    ['no names', { name: '', ...NO_BODY }, { name: '', ...NO_BODY }],
    ['empty names', { name: '""', ...NO_BODY }, { name: '""', ...NO_BODY }],
    ['names that are no text', { name: '[Trade]', ...NO_BODY }, { name: '[Trade]', ...NO_BODY }],
    ['no places', { place: '' }, { place: '' }],
    ['no place, and a screen', { place: '' }, { place: '', mode: 'online' }],
    ['two cities in no state', { place: '{ city: Gabala }' }, { place: '{ city: Baku }' }],
    ['a day, and the month that it ends', { date: '2025-10-31' }, { date: '2025-10' }],
  ])('are two: %s', (_, one, other) => expect(told(one, other)).toEqual([0, 0]));

  it('are two on different days, also while a third goes on', () => {
    const third = meeting('third', { date: '2025-10-01/2025-10-30', ...at('Baku') });
    const [one, other] = [meeting('a', { date: '2025-10-06' }), meeting('b', { date: '2025-10-08' })];
    expect(messagesOf(RULE, one, { 'third.yaml': third, 'b.yaml': other })).toEqual([]);
    expect(messagesOf(RULE, other, { 'third.yaml': third, 'a.yaml': one })).toEqual([]);
  });

  it.each([
    ['a', 'b'],
    ['b', 'a'],
  ])('are told of by what their names say beside their own cities, not those of others (%s)', (first, second) => {
    const talks = (id: string, city: string, date: string, state = 'KAZ') =>
      meeting(id, { ...NO_BODY, organization: 'asean', name: `Trade in ${city}`, date, ...at(city, state) });
    const texts = [
      talks(`${first}-1`, 'Gabala', '2025-10-01', 'AZE'),
      talks(`${second}-1`, 'Qabala', '2025-10-01', 'AZE'),
      talks(`${first}-2`, 'Astana', '2025-10-02'),
      talks(`${second}-2`, 'Akmola', '2025-10-02'),
      talks(`${first}-3`, 'Astana', '2025-10-03'),
      talks(`${second}-3`, 'Nur-Sultan', '2025-10-03'),
    ];
    const found = texts.map((text) =>
      messagesOf(RULE, text, { 'others.yaml': texts.filter((other) => other !== text).join('---\n') }),
    );
    expect(found.map(({ length }) => length)).toEqual([1, 1, 1, 1, 1, 1]);
  });
});
