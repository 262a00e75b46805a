/** `source-before-event`: sources that tell of what was still to come when they were published. */
import { describe, expect, it } from 'vitest';
import { lineEnds } from '../support/fixture.ts';
import { messagesOf, problemsOf } from './support.ts';

const RULE = 'source-before-event';
const source = (published: string, id = 'report') => ({
  [`${id}.yaml`]: `kind: source\nid: ${id}\npublisher: An agency\n${published}`,
});
const OLD = source('published: 2025-10-06\n');
const meeting = (citations = '[{ source: report }]', date = '2025-10-07', status = 'held') =>
  `kind: summit\nid: kuala-lumpur\nname: A summit\norganization: asean\nstatus: ${status}\ndate: ${date}\ncitations: ${citations}\n`;
const PROPOSAL =
  'kind: proposal\nid: idea\ntitle: An idea\ntype: position\nparties: [{ organization: eu }]\ndomains: []\nstatus: proposed\n';
const DOCUMENT = 'kind: document\nid: paper\ntitle: A paper\ntype: declaration\n';

describe('source-before-event', () => {
  it('tells of a report of 6 October for a meeting of 7 October, and leads to both dates', () => {
    const text = meeting();
    const [problem, ...others] = problemsOf(RULE, text, source('published: 2025-10-06T23:50+04:00\n'));
    expect(problem?.message).toBe(
      'This was published on 6 October 2025, before what it is named for (7 October 2025): correct one of the dates, or say in `supports` what it foresaw.',
    );
    expect(text.slice(problem?.span.start, problem?.span.end)).toBe('report');
    expect(problem?.related).toEqual([
      { kind: 'source', id: 'report', path: ['published'], message: 'Published: 6 October 2025' },
      { kind: 'summit', id: 'kuala-lumpur', path: ['date'], message: 'Later: 7 October 2025' },
    ]);
    expect(others).toEqual([]);
  });

  it.each([
    ['a meeting of several days', meeting(undefined, '2025-10-07/2025-10-08'), OLD],
    ['a meeting of a later month', meeting(undefined, '2025-10'), source('published: 2025-09\n')],
    ['what only a witness can tell', meeting('[{ source: report, supports: [date, participants] }]'), OLD],
    ['what is named among odd things', meeting('[{ source: report, supports: [7, null, participants] }]'), OLD],
    ['a part of it', meeting('[{ source: report, supports: [outcomes.0.document] }]'), OLD],
    ['a date in the long form', meeting(undefined, '{ value: 2025-10-07, text: Oct. 7, basis: resolved }'), OLD],
    ['a source with dates in the long form', meeting(), source('published: { value: 2025-10-06T10:00, text: x }\n')],
    ['what nobody in the west can have seen', meeting(), source('published: 2025-10-06T18:59-05:00\n')],
    ['a source that was last changed before', meeting(), source('published: 2025-09\nupdated: 2025-10-05\n')],
    [
      'a source that was last changed before, at an hour',
      meeting(),
      source('published: 2025-09\nupdated: 2025-10-05T10:00\n'),
    ],
    [
      'a source that was last changed before, in the long form',
      meeting(),
      source('published: 2025-09\nupdated: { value: 2025-10-05, text: Oct. 5 }\n'),
    ],
    ['a proposal', `${PROPOSAL}date: 2025-10-07\ncitations: [{ source: report }]\n`, OLD],
    [
      'a proposal that has the date of its meeting',
      `${PROPOSAL}made_at: kuala-lumpur\ncitations: [{ source: report }]\n`,
      { ...OLD, 'kuala-lumpur.yaml': meeting('[]') },
    ],
    ['a quote', `${PROPOSAL}date: 2025-10-07\nquotes: [{ text: Let us, source: report }]\n`, OLD],
    ['a step', `${PROPOSAL}history: [{ status: proposed, date: 2025-10-07, source: report }]\n`, OLD],
    ['a document', `${DOCUMENT}adopted: 2025-10-07\ncitations: [{ source: report }]\n`, OLD],
    [
      'a document of a meeting',
      `${DOCUMENT}adopted_at: kuala-lumpur\ncitations: [{ source: report, supports: [adopted_at] }]\n`,
      { ...OLD, 'kuala-lumpur.yaml': meeting('[]') },
    ],
  ])('tells of a source that is older than %s', (_, text, others) => {
    const [problem, ...more] = problemsOf(RULE, text, others);
    expect(text.slice(problem?.span.start, problem?.span.end)).toBe('report');
    expect(more).toEqual([]);
  });

  it('leads to a date of publication in the long form', () => {
    const [problem] = problemsOf(RULE, meeting(), source('published: { value: 2025-10-06, text: Monday }\n'));
    expect(problem?.related[0]?.path).toEqual(['published', 'value']);
  });

  it.each([
    [
      'a step',
      `${PROPOSAL}history: [{ status: proposed, date: 2025-10-07, source: report }]\n`,
      'proposal',
      'idea',
      ['history', 0, 'date'],
    ],
    [
      'the meeting of a proposal',
      `${PROPOSAL}made_at: kuala-lumpur\ncitations: [{ source: report }]\n`,
      'summit',
      'kuala-lumpur',
      ['date'],
    ],
  ])('leads to the date of %s', (_, text, kind, id, path) => {
    const [problem] = problemsOf(RULE, text, { ...OLD, 'kuala-lumpur.yaml': meeting('[]') });
    expect(problem?.related[1]).toEqual({ kind, id, path, message: 'Later: 7 October 2025' });
  });

  it('leads nowhere in a record that has no id yet', () => {
    const [problem] = problemsOf(RULE, meeting().replace('id: kuala-lumpur\n', ''), OLD);
    expect(problem?.related.map(({ message }) => message)).toEqual(['Published: 6 October 2025']);
  });

  it('goes by the first of the days on which a document was adopted and signed', () => {
    const paper = (adopted: string, signed: string) =>
      `${DOCUMENT}adopted: ${adopted}\nsigned: ${signed}\ncitations: [{ source: report }]\n`;
    expect(problemsOf(RULE, paper('2025-10-08', '2025-10-06'), OLD)).toEqual([]);
    expect(problemsOf(RULE, paper('2025-10-06', '2025-10-08'), OLD)).toEqual([]);
    expect(problemsOf(RULE, paper('2025-10-08', '2025-10-07'), OLD)).toHaveLength(1);
  });

  it('tells once of a source that is named twice', () => {
    const text = `${meeting()}quotes: [{ text: Let us, source: report }]\n`;
    expect(problemsOf(RULE, text, OLD)).toHaveLength(1);
  });

  it('does not speak of `supports` where there is none', () => {
    const text = `${PROPOSAL}history: [{ status: proposed, date: 2025-10-07, source: report }]\n`;
    expect(messagesOf(RULE, text, OLD)).toEqual([
      'This was published on 6 October 2025, before what it is named for (7 October 2025): correct one of the dates.',
    ]);
  });

  it.each([
    ['a report of the day', meeting(), source('published: 2025-10-07\n')],
    ['a report of the day, at its place', meeting(), source('published: 2025-10-07T00:10+14:00\n')],
    [
      'a report from the far west, where it is the evening before',
      meeting(),
      source('published: 2025-10-06T19:00-05:00\n'),
    ],
    ['a report from the west to the second', meeting(), source('published: 2025-10-06T23:30:15.5-0330\n')],
    ['a report from the west in the long form', meeting(), source('published: { value: 2025-10-06T20:00-04 }\n')],
    [
      'a report that was changed in the west on the evening before',
      meeting(),
      source('published: 2025-10-05\nupdated: 2025-10-06T23:00-08:00\n'),
    ],
    ['a report of the month', meeting(), source('published: 2025-10\n')],
    ['a report of which the day is not certain', meeting(), source('published: 2025-10-06~\n')],
    ['a report without a date', meeting(), source('')],
    ['a report whose date is none', meeting(), source('published: 2025-13-06\n')],
    ['a report that was changed later', meeting(), source('published: 2025-10-06\nupdated: 2025-10-08\n')],
    ['a report that was changed, nobody knows when', meeting(), source('published: 2025-10-06\nupdated: later\n')],
    ['a plan', meeting(undefined, '2026-01', 'planned'), OLD],
    ['a meeting that was put off', meeting(undefined, '2025-10-07', 'postponed'), OLD],
    ['a meeting that did not take place', meeting(undefined, '2025-10-07', 'cancelled'), OLD],
    ['a coarse date', meeting(undefined, '2025-10'), OLD],
    ['a half of a year', meeting(undefined, '2025-41'), source('published: 2025-07-17T18:00\n')],
    ['an announcement', meeting('[{ source: report, supports: [name, date, place.city, theme] }]'), OLD],
    ['a meeting still to come, of which another rule speaks', meeting(undefined, '2026-10-07'), OLD],
    ['a source that nobody knows', meeting('[{ source: another }]'), OLD],
    ['a source that is no id', meeting('[{ source: [report] }, null, report]'), OLD],
    ['citations that are no list', meeting('{ source: report }'), OLD],
    ['a date that is none', meeting(undefined, 'soon'), OLD],
    [
      'a document whose own date is none, whenever its meeting was',
      `${DOCUMENT}adopted: soon\nadopted_at: kuala-lumpur\ncitations: [{ source: report }]\n`,
      { ...OLD, 'kuala-lumpur.yaml': meeting('[]') },
    ],
    ['steps of what has none', `${meeting('[]')}history: [{ date: 2025-10-07, source: report }]\n`, OLD],
    ['dates the wrong way round', meeting(undefined, '2025-10-09/2025-10-07'), OLD],
    ['the target of a proposal', `${PROPOSAL}target: { date: 2026 }\ncitations: [{ source: report }]\n`, OLD],
    ['the purpose of a proposal', `${PROPOSAL}date: 2025-10-07\npurpose: [{ text: x, source: report }]\n`, OLD],
    ['a plan that was changed', `${meeting('[]')}previous_dates: [{ date: 2025-10-30, source: report }]\n`, OLD],
    [
      'a document signed after its adoption',
      `${DOCUMENT}adopted: 2025-10-05\nsigned: 2025-10-07\ncitations: [{ source: report }]\n`,
      OLD,
    ],
    [
      'a document that enters into force later',
      `${DOCUMENT}adopted: 2025-10-05\nin_force: 2026\ncitations: [{ source: report }]\n`,
      OLD,
    ],
    [
      'a term that was decided before',
      'kind: chairmanship\nid: c\norganization: asean\nstate: PHL\nfrom: 2026-01-01\ncitations: [{ source: report }]\n',
      OLD,
    ],
    [
      'a history out of order',
      `${PROPOSAL}history: [{ status: agreed, date: 2025-10-07, source: report }, { status: agreed, date: 2025-10-05 }]\n`,
      OLD,
    ],
    ['a line that cannot be read', `${meeting('[]')}quotes:\n  - { text: "x, source: report }\n`, OLD],
  ])('says nothing of %s', (_, text, others) => expect(messagesOf(RULE, text, others)).toEqual([]));
});

describe.each(lineEnds)('with %s', (_, convert) => {
  it('source-before-event marks the id of the source', () => {
    const text = convert(meeting('\n  # Саммит 🕊\n  - source: "report" # Trend\n    locator: §3'));
    const [problem] = problemsOf(RULE, text, OLD);
    expect(text.slice(problem?.span.start, problem?.span.end)).toBe('"report"');
  });
});
