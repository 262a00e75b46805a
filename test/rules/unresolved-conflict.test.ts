/** `unresolved-conflict`: what sources state, what is kept, and who has said why. */
import { describe, expect, it } from 'vitest';
import { rules } from '../../server/rules/index.ts';
import { lineEnds, makeWorkspace, ROOT } from '../support/fixture.ts';
import { messagesOf, problemsOf } from './support.ts';

const RULE = 'unresolved-conflict';
const meeting = (date: string) =>
  `kind: summit\nid: astana\nname: Session\norganization: csto\nstatus: held\ndate: ${date}\n`;
const chair = (date: string, id = 'chair') =>
  `kind: chairmanship\nid: ${id}\norganization: csto\nstate: KGZ\nfrom: 2025\ndecided: { summit: astana, date: ${date} }\n`;
const proposal = (fields: string) =>
  `kind: proposal\nid: idea\ntitle: An idea\ntype: position\nparties: [{ state: KAZ }]\ndomains: []\nstatus: proposed\n${fields}\n`;
const paper = (fields: string) =>
  `kind: document\nid: paper\ntitle: A paper\ntype: plan\nadopted_at: astana\n${fields}\n`;
const STATED = (day: string, more = '') => `{ value: 2024-11-28, basis: resolved, stated: 2024-11-${day}${more} }`;

describe('unresolved-conflict in one record', () => {
  it('tells of a stated date that is not the one kept', () => {
    const text = meeting('{ value: 2024-11-28, stated: 2024-11-24 }');
    const [problem, ...others] = problemsOf(RULE, text);
    expect(problem?.message).toBe(
      'The source has 24 November 2024, and 28 November 2024 is kept here: say in `note` why, and in `basis` how you know.',
    );
    expect(text.slice(problem?.span.start, problem?.span.end)).toBe('2024-11-24');
    expect(others).toEqual([]);
  });

  it.each([
    ['a basis that explains nothing', meeting('{ value: 2024-11-28, stated: 2024-11-24, basis: stated }')],
    ['an empty note', meeting('{ value: 2024-11-28, stated: 2024-11-24, note: " " }')],
    ['a moment', 'kind: source\nid: a\npublisher: A\npublished: { value: 2017-07-18, stated: 2017-07-17T18:00 }\n'],
    ['a step', proposal('history: [{ status: proposed, date: { value: 2025, stated: 2024 } }]')],
    ['words that cannot be read', meeting('\n  value: 2024-11-28\n  stated: 2024-11-24\n  text: "Nov" 24')],
  ])('tells of it with %s', (_, text) => expect(messagesOf(RULE, text)).toHaveLength(1));

  it.each([
    ['one that is resolved', '{ value: 2024-11-28, stated: 2024-11-24, basis: resolved }'],
    ['one with a note', '{ value: 2024-11-28, stated: 2024-11-24, note: TASS has the 24th. }'],
    ['the same date', '{ value: 2024-11-28, stated: 2024-11-28 }'],
    ['a coarse date that the day is in', '{ value: 2024-11-28, stated: 2024-11 }'],
    ['a day within the days', '{ value: 2024-11-28/2024-11-29, stated: 2024-11-29 }'],
    ['a date that is not certain', '{ value: 2024-11-28, stated: 2024-11-24? }'],
    ['a date that is none', '{ value: 2024-11-28, stated: 2024-11-31 }'],
    ['a date the wrong way round', '{ value: 2024-11-28, stated: 2024-11-24/2024-11-23 }'],
    ['a date that is still open', '{ text: in November, stated: 2024-11-24 }'],
    ['dates of odd sorts', '{ value: [2024-11-28], stated: { value: 2024-11-24 } }'],
    ['a line that cannot be read', '{ value: 2024-11-28, stated: 2024-11-24, note: "TASS }'],
    ['a value on a line that cannot be read', '\n  value: "2024-11-28" or so\n  stated: 2024-11-24'],
  ])('says nothing of %s', (_, date) => expect(messagesOf(RULE, meeting(date))).toEqual([]));
});

describe('unresolved-conflict between records', () => {
  it('tells of 24 and 28 November for one meeting, once, and leads to the other date', () => {
    const files = { 'astana.yaml': meeting(STATED('28')), 'chair.yaml': chair(STATED('24')) };
    const [problem, ...others] = problemsOf(RULE, files['chair.yaml'], { 'astana.yaml': files['astana.yaml'] });
    expect(problem?.message).toBe(
      'Another record states 28 November 2024 for this meeting: find out which is right, and say in `note` how you know.',
    );
    expect(files['chair.yaml'].slice(problem?.span.start, problem?.span.end)).toBe('2024-11-24');
    expect(problem?.related).toEqual([
      { kind: 'summit', id: 'astana', path: ['date', 'stated'], message: 'Stated there: 28 November 2024' },
    ]);
    expect(others).toEqual([]);
    expect(messagesOf(RULE, files['astana.yaml'], { 'chair.yaml': files['chair.yaml'] })).toEqual([]);
  });

  it.each([
    ['the adoption of a document', paper(`adopted: ${STATED('24')}`)],
    ['its signing', paper(`signed: ${STATED('24')}`)],
    ['a proposal', proposal(`made_at: astana\ndate: ${STATED('24')}`)],
    ['a step', proposal(`history: [{ status: proposed, summit: astana, date: ${STATED('24')} }]`)],
  ])('hears %s, too', (_, text) => {
    expect(messagesOf(RULE, text, { 'astana.yaml': meeting(STATED('28')) })).toHaveLength(1);
  });

  it.each([
    ['the adoption of a document', paper(`adopted: ${STATED('24')}`), ['adopted', 'stated']],
    ['its signing', paper(`signed: ${STATED('24')}`), ['signed', 'stated']],
    ['a proposal', proposal(`made_at: astana\ndate: ${STATED('24')}`), ['date', 'stated']],
    [
      'a step',
      proposal(`history: [{ status: announced }, { status: proposed, summit: astana, date: ${STATED('24')} }]`),
      ['history', 1, 'date', 'stated'],
    ],
  ])('leads to the date of %s', (_, text, path) => {
    const later = proposal(`made_at: astana\ndate: ${STATED('28')}`).replace('id: idea', 'id: later');
    const related = problemsOf(RULE, later, { 'other.yaml': text }).flatMap((problem) => problem.related ?? []);
    expect(related).toEqual([expect.objectContaining({ path, message: 'Stated there: 24 November 2024' })]);
  });

  it('keeps apart the meetings that one proposal names', () => {
    const steps = 'history: [{ status: agreed, summit: bishkek, date: { value: 2025-11-27, stated: 2025-11-27 } }]';
    const text = proposal(`made_at: astana\ndate: ${STATED('28')}\n${steps}`);
    expect(messagesOf(RULE, text, { 'astana.yaml': meeting(STATED('28')) })).toEqual([]);
  });

  it('tells apart what one record states in two places', () => {
    const text = proposal(
      `made_at: astana\ndate: ${STATED('28')}\nhistory: [{ status: proposed, summit: astana, date: ${STATED('24')} }]`,
    );
    const found = problemsOf(RULE, text, { 'astana.yaml': meeting(STATED('28')) });
    expect(found.map(({ span }) => text.slice(span.start, span.end))).toEqual(['2024-11-24']);
  });

  it('compares what others state of a meeting that states nothing, or is not there', () => {
    const other = { 'chair.yaml': chair(STATED('24')) };
    expect(messagesOf(RULE, paper(`adopted: ${STATED('28')}`), other)).toHaveLength(1);
    expect(
      messagesOf(RULE, paper(`adopted: ${STATED('28')}`), { ...other, 'm.yaml': meeting('2024-11') }),
    ).toHaveLength(1);
  });

  it('tells of a third date that no note speaks of', () => {
    const noted = { 'astana.yaml': meeting(STATED('24', ', note: The session was on the 28th.')) };
    expect(messagesOf(RULE, chair(STATED('28')), noted)).toEqual([]);
    expect(messagesOf(RULE, chair(STATED('26', ', note: Some have the 26th.')), noted)).toHaveLength(1);
  });

  it.each([
    ['the same date', STATED('28'), STATED('28')],
    ['a note that knows of it', STATED('28'), STATED('24', ', note: The session was on the 28th.')],
    ['a coarse date', STATED('28'), '{ value: 2024-11-28, basis: resolved, stated: 2024-11 }'],
    ['a meeting that states nothing', '2024-11-28', STATED('24')],
    ['a term that states nothing', STATED('28'), '2024-11-24'],
    ['a stated date that is none', STATED('28'), STATED('31')],
    [
      'two days of one meeting',
      '{ value: 2024-11-27/2024-11-28, stated: 2024-11-28 }',
      '{ value: 2024-11-27, stated: 2024-11-27 }',
    ],
  ])('says nothing of %s', (_, held, decided) => {
    expect(messagesOf(RULE, chair(decided), { 'astana.yaml': meeting(held) })).toEqual([]);
  });

  it('hears each date once, however many records state it', () => {
    const [usual, other] = [STATED('24'), STATED('28')];
    const many = Array.from({ length: 9 }, (_, i) => [`${i}.yaml`, chair(usual, `a${i}`)]);
    const files = { ...Object.fromEntries(many), 'b.yaml': chair(other, 'b') };
    expect(messagesOf(RULE, chair(other, 'c'), files)).toHaveLength(1);
    expect(messagesOf(RULE, chair(usual, 'c'), files)).toHaveLength(1);
  });

  it('remembers eight dates of one meeting', () => {
    const wide = ['2024', '2024-11', '2023/2024', '2024/2025', '2023/2025', '2022/2024', '2022/2025', '2022/2026'];
    const told = (dates: readonly string[]) => {
      const terms = dates.map((stated, i) =>
        chair(`{ value: 2024-11-28, basis: resolved, stated: ${stated} }`, `a${i}`),
      );
      const others = { 'wide.yaml': terms.join('---\n'), 'b.yaml': chair(STATED('24'), 'b') };
      return messagesOf(RULE, chair(STATED('28'), 'c'), others);
    };
    expect(told(wide.slice(1))).toHaveLength(1);
    expect(told(wide)).toEqual([]);
  });

  it('hears a date again that comes without the note of another record', () => {
    const noted = { 'astana.yaml': meeting(STATED('24', ', note: The session was on the 28th.')) };
    expect(messagesOf(RULE, chair(STATED('28'), 'b'), noted)).toEqual([]);
    expect(messagesOf(RULE, chair(STATED('28'), 'b'), { ...noted, 'a.yaml': chair(STATED('24'), 'a') })).toHaveLength(
      1,
    );
  });

  it('hears a date again of which another note speaks', () => {
    const noted = { 'astana.yaml': meeting(STATED('24', ', note: The session was on the 28th.')) };
    const odd = '{ value: 2024-11-26, basis: resolved, stated: 2024-11-24, note: It was on the 26th. }';
    expect(messagesOf(RULE, chair(STATED('28'), 'b'), { ...noted, 'a.yaml': chair(odd, 'a') })).toHaveLength(1);
  });

  it('tells of it at the later of two ids, whichever file comes first', () => {
    const first = { 'z.yaml': chair(STATED('28'), 'a') };
    expect(messagesOf(RULE, chair(STATED('24'), 'b'), first)).toHaveLength(1);
    const last = { 'a.yaml': chair(STATED('28'), 'z') };
    expect(messagesOf(RULE, chair(STATED('24'), 'b'), last)).toEqual([]);
  });

  it('says nothing of records that share an id, which cannot be told apart', () => {
    const others = { 'astana.yaml': meeting(STATED('28')), 'twin.yaml': chair('2024-11-28') };
    expect(messagesOf(RULE, chair(STATED('24')), others)).toEqual([]);
  });

  it('follows the other record', () => {
    const workspace = makeWorkspace({ 'chair.yaml': chair(STATED('24')), 'astana.yaml': meeting(STATED('28')) }, rules);
    const told = () => workspace.problemsOf(`${ROOT}/chair.yaml`).filter(({ rule }) => rule === RULE).length;
    expect(told()).toBe(1);
    workspace.apply([{ uri: `${ROOT}/astana.yaml`, text: meeting(STATED('24')) }]);
    workspace.check();
    expect(told()).toBe(0);
    workspace.apply([{ uri: `${ROOT}/astana.yaml`, text: meeting(STATED('25')) }]);
    workspace.check();
    expect(told()).toBe(1);
  });
});

describe.each(lineEnds)('with %s', (_, convert) => {
  it('unresolved-conflict marks the date that is stated', () => {
    const text = convert(meeting("\n  # ТАСС 🕊\n  stated: '2024-11-24' # garbled\n  value: 2024-11-28"));
    const [problem] = problemsOf(RULE, text);
    expect(text.slice(problem?.span.start, problem?.span.end)).toBe("'2024-11-24'");
  });
});
