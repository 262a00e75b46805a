/** What records put on the timeline: honest dates, lanes, links. */
import { describe, expect, it } from 'vitest';
import { type TimelineEntry, timelineEntries } from '../../server/dataset/timeline.ts';
import { makeWorkspace } from '../support/fixture.ts';

function entries(...documents: string[]): Record<string, TimelineEntry> {
  const workspace = makeWorkspace({ 'all.yaml': documents.join('---\n') }, []);
  const view = workspace.derive(timelineEntries);
  const all = [...view.pending].flatMap((document) => view.run(document, workspace.reader()));
  return Object.fromEntries(all.map((entry) => [entry.key, entry]));
}

const day = (text: string) => Date.parse(`${text}T00:00:00Z`);

const SUMMIT = `kind: summit
id: gabala
name: 12th Summit
organization: ots
status: held
date: 2025-10-07
host: AZE
participants:
  - { state: KAZ, person: tokayev }
topics: [energy]
`;
const proposal = (more: string) =>
  `kind: proposal\nid: council\ntitle: Council\ntype: establish-body\nstatus: proposed\nparties: [{ state: KAZ }]\ndomains: [energy]\n${more}`;

describe('the timeline', () => {
  it('has a summit on its day, in the lanes of its organization, host, people and topics', () => {
    expect(entries(SUMMIT)['summit/gabala']).toMatchObject({
      title: '12th Summit',
      role: 'mark',
      status: 'held',
      date: {
        min: day('2025-10-07'),
        max: day('2025-10-08'),
        precision: 'day',
        shape: 'moment',
        words: '7 October 2025',
      },
      lanes: {
        organization: ['ots'],
        state: ['AZE', 'KAZ'],
        person: ['tokayev'],
        domain: ['energy'],
        kind: ['summit'],
      },
    });
  });

  it('has a meeting known to the half-year as some moment in it', () => {
    const half = entries(SUMMIT.replace('2025-10-07', '{ value: 2017-41, text: the second half of the year }'));
    expect(half['summit/gabala']?.date).toMatchObject({
      min: day('2017-07-01'),
      max: day('2018-01-01'),
      precision: 'half',
      shape: 'moment',
      words: 'some time in the second half of 2017',
    });
  });

  it('puts a proposal without a date on its summit, and ties the two', () => {
    const { 'proposal/council': council } = entries(SUMMIT, proposal('made_at: gabala\n'));
    expect(council?.date.edtf).toBe('2025-10-07');
    expect(council?.lanes.organization).toEqual(['ots']);
    expect(council?.links).toEqual([{ to: 'summit/gabala', type: 'made-at' }]);
  });

  it('puts a proposal of a chairmanship programme somewhere within the term', () => {
    const term = 'kind: chairmanship\nid: term\norganization: csto\nstate: KGZ\nfrom: 2025-01-01\nto: 2025-12-31\n';
    const { 'proposal/council': council, 'chairmanship/term': chair } = entries(term, proposal('context: term\n'));
    expect(chair).toMatchObject({ role: 'band', date: { shape: 'period' }, lanes: { organization: ['csto'] } });
    expect(council?.date).toMatchObject({ shape: 'moment', min: day('2025-01-01'), max: day('2026-01-01') });
    expect(council?.date.words).toBe('some time from 1 January 2025 to 31 December 2025');
  });

  it('shows what a proposal aims at beside it', () => {
    const all = entries(proposal('date: 2025-10-07\ntarget: { date: 2026 }\n'));
    expect(all['proposal/council']?.links).toContainEqual({ to: 'proposal/council#target', type: 'target' });
    expect(all['proposal/council#target']).toMatchObject({ title: 'Target: Council', date: { precision: 'year' } });
  });

  it('finds the organization of a body that is a part of a part', () => {
    const meeting = SUMMIT.replace('organization: ots', 'body: csto-working-group-afghanistan');
    expect(entries(meeting)['summit/gabala']?.lanes.organization).toEqual(['csto']);
  });

  it('takes a founding before a day for a moment, not for a period that lasted', () => {
    const centre = 'kind: organization\nid: centre\nname: Centre\ntype: centre\nfounded: { in_force: ../2025-10-07 }\n';
    expect(entries(centre)['organization/centre']?.date).toMatchObject({
      shape: 'moment',
      min: null,
      max: day('2025-10-08'),
    });
  });

  it('leaves out what has no date, and what has no id', () => {
    expect(entries(SUMMIT.replace('date: 2025-10-07\n', ''), SUMMIT.replace('id: gabala\n', ''))).toEqual({});
  });
});
