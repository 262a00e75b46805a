/** `online-with-place`: meetings by video link in a city, and meetings in person that are nowhere. */
import { describe, expect, it } from 'vitest';
import { lineEnds } from '../support/fixture.ts';
import { messagesOf, problemsOf } from './support.ts';

const RULE = 'online-with-place';
const meeting = (more: string, status = 'held') =>
  `kind: summit\nid: summit\nname: A summit\norganization: gcc\nstatus: ${status}\ndate: 2021-01-05\n${more}\n`;

describe('online-with-place', () => {
  it.each([
    ['city', 'mode: online\nplace: { state: SAU, city: AlUla }', 'AlUla'],
    ['venue', 'mode: online\nplace:\n  venue: Maraya', 'Maraya'],
    ['former name', 'place: { name_at_the_time: Nur-Sultan }\nmode: online', 'Nur-Sultan'],
  ])('tells of an online meeting with a %s', (_, more, marked) => {
    const text = meeting(more);
    const [problem, ...others] = problemsOf(RULE, text);
    expect(problem?.message).toBe(
      'This meeting was online, so it was held in no city: take the place out, or write `hybrid`.',
    );
    expect(text.slice(problem?.span.start, problem?.span.end)).toBe(marked);
    expect(others).toEqual([]);
  });

  it('tells of planned online meetings in a city, too', () => {
    expect(messagesOf(RULE, meeting('mode: online\nplace: { city: AlUla }', 'planned'))).toHaveLength(1);
  });

  it.each([
    ['no place', 'mode: in-person'],
    ['an empty place', 'mode: in-person\nplace: {}'],
    ['a host alone', 'mode: in-person\nhost: SAU'],
    ['a parent that has no place either', 'mode: in-person\nparent: around'],
  ])('tells of a meeting held in person with %s', (_, more) => {
    const text = meeting(more);
    const around = 'kind: summit\nid: around\nname: Around\norganization: gcc\nstatus: held\ndate: 2021\n';
    const [problem, ...others] = problemsOf(RULE, text, { 'around.yaml': around });
    expect(problem?.message).toBe('This meeting was held in person, but where? Add its `place`.');
    expect(text.slice(problem?.span.start, problem?.span.end)).toBe('in-person');
    expect(others).toEqual([]);
  });

  it('takes the place of the meeting around it', () => {
    const around =
      'kind: summit\nid: around\nname: Around\norganization: gcc\nstatus: held\ndate: 2021\nplace: { state: SAU }\n';
    const text = meeting('mode: in-person\nparent: around');
    expect(messagesOf(RULE, text, { 'around.yaml': around })).toEqual([]);
  });

  it.each([
    ['an online meeting with a state', meeting('mode: online\nplace: { state: SAU }')],
    ['an online meeting without a place', meeting('mode: online')],
    ['a hybrid meeting with a city', meeting('mode: hybrid\nplace: { city: AlUla }')],
    ['a hybrid meeting without one', meeting('mode: hybrid')],
    ['a meeting in person in a state', meeting('mode: in-person\nplace: { state: SAU }')],
    ['a meeting of no known mode', meeting('note: x')],
    ['a meeting in person still to come', meeting('mode: in-person', 'planned')],
    ['a meeting in person that did not take place', meeting('mode: in-person', 'cancelled')],
    ['a place half typed', meeting('mode: in-person\nplace:')],
    ['a place that is a text', meeting('mode: in-person\nplace: AlUla')],
    ['a place that is an empty text', meeting('mode: in-person\nplace: ""')],
    ['a place that is a number', meeting('mode: in-person\nplace: 7')],
    ['a place that is a list', meeting('mode: online\nplace: [AlUla]')],
    ['a city that is a list', meeting('mode: online\nplace: { city: [AlUla] }')],
    ['an empty city', meeting('mode: online\nplace: { city: "" }')],
    ['a mode that is none', meeting('mode: onlin\nplace: { city: AlUla }')],
    ['a mode that is a list', meeting('mode: [online]\nplace: { city: AlUla }')],
    ['a mode on a line that cannot be read', meeting('place: { city: AlUla }\nmode: "online" x')],
    ['a line that cannot be read', meeting('mode: online\nplace: { city: "AlUla }')],
    ['a text that breaks off', meeting('mode: in-person\n"place: { city: AlUla }')],
    ['other records', 'kind: document\nid: a\ntitle: A\ntype: plan\nmode: online\nplace: { city: AlUla }\n'],
  ])('says nothing of %s', (_, text) => expect(messagesOf(RULE, text)).toEqual([]));
});

describe.each(lineEnds)('with %s', (_, convert) => {
  it('online-with-place marks the city alone', () => {
    const text = convert(meeting('mode: online\nplace:\n  # Где? 🕊\n  city: "العلا" # there\n  state: SAU'));
    const [problem] = problemsOf(RULE, text);
    expect(text.slice(problem?.span.start, problem?.span.end)).toBe('"العلا"');
  });
});
