/** `duplicate-summit`: one meeting in two records, under any name of its place; meetings that are not one. */
import { describe, expect, it } from 'vitest';
import { messagesOf, problemsOf } from './support.ts';

const RULE = 'duplicate-summit';

/** A meeting of the OTS heads of state at Gabala; other lines in place of the usual ones, by key. */
function meeting(id: string, other: Record<string, string> = {}): string {
  const lines = {
    kind: 'summit',
    id,
    name: `Meeting ${id}`,
    organization: 'ots',
    body: 'ots-chs',
    status: 'held',
    date: '2025-10-07',
    place: '{ city: Gabala, state: AZE }',
    ...other,
  };
  return Object.entries(lines)
    .filter(([, value]) => value !== '')
    .map(([key, value]) => `${key}: ${value}\n`)
    .join('');
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
