/** `proposal-outside-summit`: what lies outside a meeting for certain, and the date that it takes. */
import { describe, expect, it } from 'vitest';
import { lineEnds } from '../support/fixture.ts';
import { messagesOf, problemsOf, type Story, tell, titlesOf } from './support.ts';

const SUMMIT = 'kind: summit\nid: gabala\nname: Gabala summit\norganization: x-org\nstatus: held\ndate: 2025-10-07\n';
const PROPOSAL =
  'kind: proposal\nid: idea\ntitle: An idea\ntype: position\nparties: [{ state: KAZ }]\nmade_at: gabala\n';
const END = 'domains: []\nstatus: proposed\n';
const summit = (date: string) => ({ 'gabala.yaml': SUMMIT.replace('2025-10-07', date) });

const STORIES: Readonly<Record<string, Story>> = {
  'a date before the meeting': {
    before: `${PROPOSAL}date: 2025-09-07 # c\n${END}`,
    fix: 'Write `2025-10-07`',
    after: `${PROPOSAL}date: 2025-10-07 # c\n${END}`,
    others: summit('2025-10-07'),
  },
  'a meeting of several days': {
    before: `${PROPOSAL}date: { value: "2025-09-02", text: on Tuesday }\n${END}`,
    fix: 'Write `2025-08-31/2025-09-01`',
    after: `${PROPOSAL}date: { value: "2025-08-31/2025-09-01", text: on Tuesday }\n${END}`,
    others: summit('{ value: 2025-08-31/2025-09-01, text: two days }'),
  },
  'a meeting of which only the year is known': {
    before: `${PROPOSAL}date: 2024-10-07\n${END}`,
    fix: 'Write `2025`',
    after: `${PROPOSAL}date: 2025\n${END}`,
    others: summit('2025'),
  },
};

describe.each(lineEnds)('with %s', (_, convert) => {
  it.each(Object.entries(STORIES))('%s', (_name, story) => tell('proposal-outside-summit', story, convert));
});

describe('proposal-outside-summit', () => {
  it.each([
    ['on the day', '2025-10-07', '2025-10-07'],
    ['in the month', '2025-10', '2025-10-07'],
    ['within its days', '2025-08-31', '2025-08-31/2025-09-01'],
    ['on a day of the month that is all one knows of the meeting', '2025-10-17', '2025-10'],
    ['dated wrongly otherwise', '2025-8-1', '2025-10-07'],
    ['at a meeting whose date is no date', '2025-10-17', 'soon'],
    ['at a meeting whose date is not resolved', '2025-10-17', '{ text: next year }'],
  ])('says nothing of a proposal %s', (_, date, held) => {
    expect(messagesOf('proposal-outside-summit', `${PROPOSAL}date: ${date}\n${END}`, summit(held))).toEqual([]);
  });

  it('says nothing where the meeting is unknown', () => {
    expect(messagesOf('proposal-outside-summit', `${PROPOSAL}date: 2020\n${END}`)).toEqual([]);
  });

  it('names the date of the meeting, and leads to it', () => {
    const text = `${PROPOSAL}date: 2025-10-17\n${END}`;
    const [problem] = problemsOf('proposal-outside-summit', text, summit('{ value: 2025-10-07 }'));
    expect(problem?.message).toBe('The meeting at which this was made has another date: 7 October 2025.');
    expect(problem?.related).toEqual([
      { kind: 'summit', id: 'gabala', path: ['date', 'value'], message: 'The meeting: 7 October 2025' },
    ]);
    expect(titlesOf('proposal-outside-summit', text, summit('2025-10-07'))).toEqual(['Write `2025-10-07`']);
  });
});
