/** `target-before-proposal`: proposals that are to be carried out before they were made. */
import { describe, expect, it } from 'vitest';
import { lineEnds } from '../support/fixture.ts';
import { messagesOf, problemsOf } from './support.ts';

const RULE = 'target-before-proposal';
const IDEA =
  'kind: proposal\nid: idea\ntitle: An idea\ntype: hold-event\nparties: [{ organization: eu }]\ndomains: []\n';
const aimed = (target: string, made: string) => `${IDEA}status: proposed\ntarget: ${target}\n${made}\n`;
const SUMMIT = {
  'paris.yaml': 'kind: summit\nid: paris\nname: Paris\norganization: eu\nstatus: held\ndate: { value: 2025-06-01 }\n',
};

describe('target-before-proposal', () => {
  it('tells of a target in 2024 proposed in 2025', () => {
    const text = aimed('{ date: 2024, host: FRA }', 'date: 2025');
    const [problem, ...others] = problemsOf(RULE, text);
    expect(problem?.message).toBe('This is before the proposal was made in 2025: correct one of the two dates.');
    expect(text.slice(problem?.span.start, problem?.span.end)).toBe('2024');
    expect(problem?.related).toEqual([
      { kind: 'proposal', id: 'idea', path: ['date'], message: 'Made: some time in 2025' },
    ]);
    expect(others).toEqual([]);
  });

  it('leads nowhere in a record that has no id yet', () => {
    const [problem] = problemsOf(RULE, aimed('{ date: 2024 }', 'date: 2025').replace('id: idea\n', ''));
    expect(problem?.related).toEqual([]);
  });

  it('takes the date of the meeting where the proposal has none, and leads there', () => {
    const text = aimed('{ date: { value: 2025-05, text: in May, basis: resolved } }', 'made_at: paris');
    const [problem] = problemsOf(RULE, text, SUMMIT);
    expect(problem?.message).toBe('This is before the proposal was made on 1 June 2025: correct one of the two dates.');
    expect(text.slice(problem?.span.start, problem?.span.end)).toBe('2025-05');
    expect(problem?.related).toEqual([
      { kind: 'summit', id: 'paris', path: ['date', 'value'], message: 'Made: 1 June 2025' },
    ]);
  });

  it.each([
    ['a target in the same year', '{ date: 2025 }', 'date: 2025-06-01'],
    ['a target on the day', '{ date: 2025-06-01 }', 'date: 2025-06-01'],
    ['a target later on', '{ date: 2026 }', 'date: 2025-06-01'],
    ['a target since long ago', '{ date: 2020/.. }', 'date: 2025-06-01'],
    ['a target that is not certain', '{ date: 2024~ }', 'date: 2025-06-01'],
    ['a proposal of which the day is not certain', '{ date: 2024 }', 'date: 2025-06-01?'],
    ['a proposal made some time before', '{ date: 2024 }', 'date: ../2025-06-01'],
    ['a proposal without a date', '{ date: 2024 }', 'note: x'],
    ['a proposal whose date is open', '{ date: 2024 }', 'made_at: paris\ndate: { text: in spring }'],
    ['a meeting that nobody knows', '{ date: 2024 }', 'made_at: rome'],
    ['a meeting that is no id', '{ date: 2024 }', 'made_at: [paris]'],
    ['a target without a date', '{ place: Paris }', 'date: 2025'],
    ['a target that is open', '{ date: { text: last year } }', 'date: 2025'],
    ['a target that is no map', '2024', 'date: 2025'],
    ['a target whose date is none', '{ date: 2024-13 }', 'date: 2025'],
    ['a target the wrong way round', '{ date: 2024-05/2024-04 }', 'date: 2025'],
    ['a proposal dated the wrong way round', '{ date: 2024 }', 'date: 2026/2025'],
    ['a line that cannot be read', '{ date: 2024, place: "Paris }', 'date: 2025'],
  ])('says nothing of %s', (_, target, made) => {
    expect(messagesOf(RULE, aimed(target, made), SUMMIT)).toEqual([]);
  });
});

describe.each(lineEnds)('with %s', (_, convert) => {
  it('target-before-proposal marks the date alone', () => {
    const target = '\n  # Когда? 🕊\n  date:\n    text: \'2024?\'\n    value: "2024" # as printed';
    const text = convert(aimed(target, 'date: 2025'));
    const [problem] = problemsOf(RULE, text);
    expect(text.slice(problem?.span.start, problem?.span.end)).toBe('"2024"');
  });
});
