/** What records put on the timeline: honest dates, lanes, links. */
import { describe, expect, it } from 'vitest';
import { laneName, type TimelineEntry, timelineEntries } from '../../server/dataset/timeline.ts';
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

  it('has a proposal in the lanes of each state and person that made it, once', () => {
    const parties = '[{ state: KAZ, person: tokayev }, { state: KGZ, person: japarov }, { state: KAZ }]';
    const made = proposal('date: 2025\n').replace('[{ state: KAZ }]', parties);
    expect(entries(made)['proposal/council']?.lanes).toMatchObject({
      state: ['KAZ', 'KGZ'],
      person: ['tokayev', 'japarov'],
    });
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

  it('knows a record by every other name it has, in any script', () => {
    const named = SUMMIT.replace(
      'date:',
      'names: [{ text: Габалинский саммит, lang: ru }, { text: 12th Summit }]\naliases: [Qabala, Qabala]\nformer_ids: [qabala]\ndate:',
    );
    expect(entries(named)['summit/gabala']?.aliases).toEqual(['Габалинский саммит', 'Qabala']);
    expect(entries(SUMMIT)['summit/gabala']).not.toHaveProperty('aliases');
    const target = proposal('date: 2025\ntarget: { date: 2026 }\naliases: [The council]\n');
    expect(entries(target)['proposal/council#target']?.aliases).toEqual(['The council']);
  });

  it('knows organizations, states and persons by theirs, beside the names that are shown', () => {
    const { dataset } = makeWorkspace(
      { 'tokayev.yaml': 'kind: person\nid: tokayev\nname: Kassym-Jomart Tokayev\naliases: [Токаев]\n' },
      [],
    );
    const name = (kind: string, id: string) => laneName(dataset.find(kind, id)!.record);
    expect(name('person', 'tokayev')).toEqual({ name: 'Kassym-Jomart Tokayev', aliases: ['Токаев'] });
    expect(name('organization', 'ots')).toMatchObject({ name: 'Organization of Turkic States', short: 'OTS' });
    expect(name('organization', 'ots').aliases).toEqual(
      expect.arrayContaining(['Turkic Council', 'Организация тюркских государств']),
    );
    expect(name('organization', 'ots').aliases).not.toContain('OTS');
    expect(name('state', 'KAZ')).toMatchObject({ short: 'KAZ' });
    expect(name('state', 'KAZ').aliases).toContain('Казахстан');
  });

  it('calls a term in the chair by who chairs what', () => {
    const term = 'kind: chairmanship\nid: term\norganization: csto\nstate: KGZ\nfrom: 2025-01-01\n';
    expect(entries(term)['chairmanship/term']?.title).toBe('CSTO chair: Kyrgyzstan');
    const unknown = term.replace('csto', 'nobody').replace('KGZ', 'XXX');
    expect(entries(unknown)['chairmanship/term']?.title).toBe('nobody chair: XXX');
    expect(entries(term.replace('state: KGZ\n', ''))['chairmanship/term']?.title).toBe('term');
  });

  it('ties meetings, documents, terms and organizations to one another', () => {
    const links = (document: string) => Object.values(entries(document))[0]?.links;
    expect(
      links(`${SUMMIT}parent: jubilee\noutcomes: [{ document: declaration }, { decision: To meet again }]\n`),
    ).toEqual([
      { to: 'summit/jubilee', type: 'parent' },
      { to: 'document/declaration', type: 'outcome' },
    ]);
    const declaration = 'kind: document\nid: d\ntitle: D\ntype: declaration\nadopted: 2025\n';
    expect(links(`${declaration}adopted_at: gabala\nrelates_to: [charter]\n`)).toEqual([
      { to: 'summit/gabala', type: 'made-at' },
      { to: 'document/charter', type: 'related' },
    ]);
    const term = 'kind: chairmanship\nid: term\norganization: csto\nstate: KGZ\nfrom: 2025-01-01\n';
    expect(links(`${term}predecessor: before\ndecided: { summit: gabala }\npriorities: [council]\n`)).toEqual([
      { to: 'chairmanship/before', type: 'predecessor' },
      { to: 'summit/gabala', type: 'decided' },
      { to: 'proposal/council', type: 'priority' },
    ]);
    const body = 'kind: organization\nid: body\nname: Body\ntype: body\nfounded: { signed: 2025 }\n';
    expect(links(`${body}parent: ots\npredecessor: old\n`)).toEqual([
      { to: 'organization/ots', type: 'parent' },
      { to: 'organization/old', type: 'predecessor' },
    ]);
  });

  it('has a document in the lanes of its meeting where it names no organization, and in those of its topics', () => {
    const document = 'kind: document\nid: d\ntitle: D\ntype: declaration\nadopted_at: gabala\ntopics: [energy]\n';
    expect(entries(SUMMIT, document)['document/d']?.lanes).toMatchObject({ organization: ['ots'], domain: ['energy'] });
  });

  it('takes an end that is not known for as open as one that is still to come', () => {
    const term = (dates: string) =>
      entries(`kind: chairmanship\nid: term\norganization: csto\nstate: KGZ\n${dates}`)['chairmanship/term']?.date;
    expect(term('from: 2025-01-01\n')?.open).toBe('end');
    const founded = (date: string) =>
      entries(`kind: organization\nid: o\nname: O\ntype: forum\nfounded: { signed: ${date} }\n`)['organization/o']
        ?.date;
    expect(founded('/2020')).toMatchObject({ open: 'start', min: null });
    expect(founded('2020/')).toMatchObject({ open: 'end', max: null });
    expect(founded('2020')?.open).toBeNull();
  });

  it('leaves out what has no date, and what has no id', () => {
    expect(entries(SUMMIT.replace('date: 2025-10-07\n', ''), SUMMIT.replace('id: gabala\n', ''))).toEqual({});
  });
});
