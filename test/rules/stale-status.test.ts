/** `stale-status`: plans that are past and things done that are still to come, as of 31 October 2025. */
import { describe, expect, it } from 'vitest';
import { parseEdtf } from '../../server/dataset/dates/edtf.ts';
import { rules } from '../../server/rules/index.ts';
import { lineEnds, makeWorkspace, ROOT } from '../support/fixture.ts';
import { messagesOf, problemsOf } from './support.ts';

const summit = (status: string, date: string) =>
  `kind: summit\nid: gabala\nname: Gabala summit\norganization: asean\nstatus: ${status}\ndate: ${date}\n`;
const chair = (status: string, from: string, to = '') =>
  `kind: chairmanship\nid: chair\norganization: au\nstate: AGO\nfrom: ${from}\n${to && `to: ${to}\n`}status: ${status}\n`;

describe('stale-status', () => {
  it.each([
    [
      'a planned meeting that is past',
      summit('planned', '2025-10-07'),
      'The date of this meeting is past: 7 October 2025. Write whether it was `held`, `postponed` or `cancelled`.',
    ],
    [
      'a confirmed one of which only the month is known, and which was to last',
      summit('confirmed', '{ value: 2025-08/2025-09, text: before autumn }'),
      'The date of this meeting is past: from August 2025 to September 2025. Write whether it was `held`, `postponed` or `cancelled`.',
    ],
    [
      'a held meeting that is still to come',
      summit('held', '2026'),
      'The date of this meeting is still to come: some time in 2026. Until then it is `planned`.',
    ],
    [
      'an announced term that has begun',
      chair('announced', '2025-02-15'),
      'The beginning of this term is past: 15 February 2025. Write `current`.',
    ],
    [
      'an announced term that is over',
      chair('announced', '2023', '2024'),
      'The end of this term is past: some time in 2024. Write `ended`.',
    ],
    [
      'a current term that is over',
      chair('current', '2024-02-17', '2025-02-15'),
      'The end of this term is past: 15 February 2025. Write `ended`.',
    ],
    [
      'a current term that is still to begin',
      chair('current', '2025-11-01'),
      'The beginning of this term is still to come: 1 November 2025. Until then it is `announced`.',
    ],
    [
      'a term that is said to have ended and lasts',
      chair('ended', '2025-01-01', '2025-12-31'),
      'The end of this term is still to come: 31 December 2025. Until then it is `current`.',
    ],
    [
      'a term that is said to have ended and has not begun',
      chair('ended', '2026-01-01', '2026-12-31'),
      'The beginning of this term is still to come: 1 January 2026. Until then it is `announced`.',
    ],
  ])('tells of %s', (_, text, message) => {
    const [problem, ...others] = problemsOf('stale-status', text);
    expect(problem?.message).toBe(message);
    expect(text.slice(problem?.span.start, problem?.span.end)).toBe(/status: (\w+)/.exec(text)?.[1]);
    expect(others).toEqual([]);
  });

  it.each([
    ['a meeting planned for today', summit('planned', '2025-10-31')],
    ['a meeting planned for this month', summit('planned', '2025-10')],
    ['a meeting planned for this year', summit('planned', '2025')],
    ['a meeting under way', summit('planned', '2025-10-30/2025-11-02')],
    ['a meeting under way, of which one says it is held', summit('held', '2025-10-30/2025-11-02')],
    ['a meeting planned for about then', summit('planned', '2025-10-07~')],
    ['a meeting of which one is not sure', summit('held', '2026-01-01?')],
    ['a meeting held some time', summit('held', '../2027')],
    ['a meeting that was postponed', summit('postponed', '2025-10-07')],
    ['a meeting that was cancelled', summit('cancelled', '2025-10-07')],
    ['a meeting whose date is open', summit('planned', '{ text: soon }')],
    ['a meeting whose date is none', summit('planned', '2025-8-1')],
    ['a meeting whose dates are the wrong way round', summit('planned', '2025-10-07/2025-10-06')],
    ['a status that is none', summit('plannedd', '2025-10-07')],
    ['a status by a name of every object', summit('constructor', '2025-10-07')],
    ['a status that is not there yet', summit('', '2025-10-07')],
    ['a status that is a list', summit('[planned]', '2025-10-07')],
    ['a date that is a list', summit('planned', '[2025-10-07]')],
    ['a term that began at some time of the year', chair('announced', '2025')],
    ['a term that ends today', chair('current', '2024-10-31', '2025-10-31')],
    ['a term without an end', chair('ended', '2024')],
    ['a term that is announced', chair('announced', '2026', '2026')],
    ['a status on a line that cannot be read', summit('planned "', '2025-10-07')],
    [
      'a proposal whose target is past',
      'kind: proposal\nid: p\ntitle: P\ntype: position\nparties: [{ state: KAZ }]\ndomains: []\nstatus: proposed\ntarget: { date: 2024 }\n',
    ],
  ])('says nothing of %s', (_, text) => expect(messagesOf('stale-status', text)).toEqual([]));

  it('follows what the manifest takes for today', () => {
    const files = { 'gabala.yaml': summit('planned', '2025-10-07'), 'initiatives.yaml': 'dataset: D\n' };
    const workspace = makeWorkspace(files, rules);
    const stale = () => workspace.problemsOf(`${ROOT}/gabala.yaml`).some(({ rule }) => rule === 'stale-status');
    expect(stale()).toBe(true);
    workspace.apply([{ uri: `${ROOT}/initiatives.yaml`, text: 'dataset: D\ntoday: 2025-10-01\n' }]);
    workspace.check();
    expect(stale()).toBe(false);
    workspace.configure({ rules: {}, today: parseEdtf('2025-10-31')! });
    expect(stale()).toBe(false);
  });
});

describe.each(lineEnds)('with %s', (_, convert) => {
  it('stale-status marks the status alone', () => {
    const text = convert(`# Саммит 🕊\n${summit('"planned" # yet', '2025-10-07')}`);
    const [problem] = problemsOf('stale-status', text);
    expect(text.slice(problem?.span.start, problem?.span.end)).toBe('"planned"');
  });
});
