/** What stands on the timeline: which of several dates, which lanes and ties, and when two steps are one. */
import { describe, expect, it } from 'vitest';
import { laneName, type TimelineEntry, timelineEntries } from '../../../server/dataset/timeline.ts';
import { makeWorkspace } from '../../support/fixture.ts';

/** What the first of some documents puts there. */
function entries(...documents: string[]): TimelineEntry[] {
  const workspace = makeWorkspace(Object.fromEntries(documents.map((text, i) => [`${i}.yaml`, text])), []);
  return timelineEntries(workspace.documentsOf('file:///dataset/0.yaml')[0]!, workspace.reader());
}

const entry = (...documents: string[]) => entries(...documents)[0];
const summit = (fields: string) => `kind: summit\nid: gabala\nname: Gabala summit\norganization: ots\n${fields}`;
const proposal = (fields: string) => `kind: proposal\nid: council\ntitle: Council\n${fields}`;
const body = (fields: string, id = 'body') => `kind: organization\nid: ${id}\nname: Body\n${fields}`;
const MET = summit('status: held\ndate: 2025-10-07\n');
const TERM = 'kind: chairmanship\nid: term\norganization: csto\nstate: KGZ\nfrom: 2025-01-01\n';
const DECLARATION = 'kind: document\nid: declaration\ntitle: Declaration\nadopted: 2026-03-01\n';
const story = (fields: string, ...others: string[]) =>
  (entry(proposal(fields), ...others)?.story ?? []).map(({ status, date }) => `${status} ${date.edtf}`);

describe('a date', () => {
  it.each<[date: string, approximate: boolean, uncertain: boolean]>([
    ['2025', false, false],
    ['2025~', true, false],
    ['2025?', false, true],
    ['2024~/2025', true, false],
    ['2024/2025~', true, false],
    ['2024?/2025', false, true],
    ['2024/2025?', false, true],
  ])('%s is as sure as it says', (date, approximate, uncertain) => {
    expect(entry(summit(`date: ${date}\n`))?.date).toMatchObject({ approximate, uncertain });
  });

  it('may have a time of day', () => {
    expect(entry(summit('date: 2025-10-07T12:00Z\n'))?.date.edtf).toBe('2025-10-07T12:00Z');
  });

  it.each(['[2025]', 'true', '~', '{}', '{ value: [2025] }'])('is none where there is %s', (date) => {
    expect(entries(summit(`date: ${date}\n`))).toEqual([]);
  });

  it('of a term goes on where no end is known', () => {
    expect(entry(TERM)?.date).toMatchObject({ edtf: '2025-01-01/..', words: 'since 1 January 2025' });
    for (const from of ['', 'from: [2025-01-01]\n']) {
      expect(entries(TERM.replace('from: 2025-01-01\n', `${from}to: 2025\n`))).toEqual([]);
    }
  });

  it('of a founding that took years is that of some moment', () => {
    expect(entry(body('founded: { signed: 2020/2022 }\n'))?.date).toMatchObject({
      shape: 'moment',
      precision: 'other',
    });
  });

  it('of a proposal is its own before that of its meeting', () => {
    expect(entry(proposal('date: 2025-09/2025-10\nmade_at: gabala\n'), MET)?.date).toMatchObject({
      edtf: '2025-09/2025-10',
      shape: 'period',
    });
  });
});

describe('lanes', () => {
  it('of a proposal are those whom it is addressed to, else of its meeting or its term', () => {
    const lane = (fields: string) => entry(proposal(`date: 2025\n${fields}`), MET, TERM)?.lanes.organization;
    expect(lane('addressed_to: { organization: csto }\nmade_at: gabala\n')).toEqual(['csto']);
    expect(lane('made_at: gabala\n')).toEqual(['ots']);
    expect(lane('context: term\n')).toEqual(['csto']);
    expect(lane('addressed_to: ~\n')).toEqual([]);
  });

  it('of a document are its own before those of its meeting', () => {
    expect(entry(`${DECLARATION}organization: csto\nadopted_at: gabala\n`, MET)?.lanes.organization).toEqual(['csto']);
  });

  it('of an organization are the topmost it is a part of, and the state of its seat', () => {
    const founded = 'founded: { signed: 2020 }\n';
    expect(entry(body(`${founded}parent: ots\nseat: { state: KAZ }\n`))?.lanes).toEqual({
      organization: ['ots'],
      state: ['KAZ'],
      kind: ['organization'],
    });
    expect(entry(body(`${founded}parent: nobody\n`))?.lanes.organization).toEqual(['nobody']);
    expect(entry(body(`${founded}parent: body\n`))?.lanes.organization).toEqual([]);
  });

  it('are found within nine steps', () => {
    const chain = Array.from({ length: 10 }, (_, i) => body(`parent: b${i + 1}\n`, `b${i}`));
    const lane = (from: string) =>
      entry(summit(`date: 2025\nbody: ${from}\n`).replace('organization: ots\n', ''), ...chain);
    expect(lane('b1')?.lanes.organization).toEqual(['b10']);
    expect(lane('b0')?.lanes.organization).toEqual([]);
  });

  it('are of texts alone', () => {
    const odd =
      'date: 2025\norganization: 7\nhost: ""\nchair: ~\nparticipants: [~, { state: 7 }, { person: "" }]\ntopics: [7, ""]\n';
    expect(entry(summit(odd).replace('organization: ots\n', ''))?.lanes).toEqual({
      organization: [],
      state: [],
      person: [],
      domain: [],
      kind: ['summit'],
    });
  });

  it('have a short name and others only where there are some', () => {
    const { dataset } = makeWorkspace({ 'a.yaml': 'kind: person\nid: a\nname: A. B.\n' }, []);
    expect(laneName(dataset.find('person', 'a')!.record)).toStrictEqual({ name: 'A. B.' });
  });
});

describe('ties', () => {
  it('of a proposal lead to its term, its steps and all that came of it', () => {
    const fields =
      'date: 2025\ncontext: term\nresult: { summit: forum, organization: centre }\nhistory: [{ status: agreed, document: declaration }]\n';
    expect(entry(proposal(fields))?.links).toEqual([
      { to: 'chairmanship/term', type: 'context' },
      { to: 'summit/forum', type: 'result' },
      { to: 'organization/centre', type: 'result' },
      { to: 'document/declaration', type: 'step' },
    ]);
  });

  it('of an aim lead back to what aims, where that is drawn', () => {
    const target = 'target: { date: 2026 }\n';
    const [, aim] = entries(proposal(`date: 2025\n${target}`));
    expect(aim).toMatchObject({ role: 'mark', links: [{ to: 'proposal/council', type: 'parent' }] });
    expect(entries(proposal(target)).map(({ key, links }) => [key, links])).toEqual([['proposal/council#target', []]]);
  });
});

it('what is no record is not drawn', () => {
  expect(entries('title: Minutes\ndate: 2025\n')).toEqual([]);
  expect(entries('kind: summit\ndate: 2025\n')).toEqual([]);
});

it('a term that names no organization is called by who chairs', () => {
  expect(entry(TERM.replace('organization: csto\n', ''))?.title).toBe('Chair: Kyrgyzstan');
});

it('what has no story says nothing of one', () => {
  const met = entry(summit('date: 2025\n'));
  expect(met).not.toHaveProperty('story');
  expect(entry(proposal('target: { date: 2026 }\n'))).not.toHaveProperty('story');
  expect(entry(proposal('context: term\n'), TERM)).not.toHaveProperty('story');
});

describe('the steps of a story', () => {
  it.each<[what: string, fields: string, steps: string[]]>([
    ['have a status', 'date: 2025\nhistory: [{ date: 2024 }]\n', ['announced 2025']],
    [
      'are one where they were at one time, whatever else lacks a status',
      'date: 2025\nhistory: [{ date: 2024 }, { status: agreed, date: 2025 }]\n',
      ['agreed 2025'],
    ],
    [
      'are one where they may have been at one time, however long that lasted',
      'date: 2025-10-07\nhistory: [{ status: announced, date: 2024/.. }]\n',
      ['announced 2024/..'],
    ],
    [
      'are one where the time before is open, too',
      'date: 1965\nhistory: [{ status: announced, date: ../1969 }]\n',
      ['announced ../1969'],
    ],
    [
      'are two on two days that follow one another',
      'date: 2025-10-07\nhistory: [{ status: announced, date: 2025-10-06 }]\n',
      ['announced 2025-10-06', 'proposed 2025-10-07'],
    ],
    [
      'are two where they only begin at one time',
      'date: 2025\nhistory: [{ status: adopted, date: 2025-01 }]\n',
      ['announced 2025', 'adopted 2025-01'],
    ],
    [
      'are two where they only end at one time',
      'date: 2025\nhistory: [{ status: adopted, date: 2025-12 }]\n',
      ['announced 2025', 'adopted 2025-12'],
    ],
    [
      'have no day from the making but that of the making itself',
      'date: 2025\nhistory: [{ status: proposed }, { status: adopted }]\n',
      ['proposed 2025'],
    ],
  ])('%s', (_what, fields, steps) => {
    expect(story(fields)).toEqual(steps);
  });

  it('have what came of a proposal once, whatever else they tell', () => {
    const centre = body('founded: { signed: 2026-01-15 }\n', 'centre');
    const made =
      'status: adopted\nhistory: [{ status: announced, date: 2025-09 }, { status: adopted, date: 2025-10 }]\n';
    expect(story(`${made}result: { organization: centre }\n`, centre)).toEqual([
      'announced 2025-09',
      'adopted 2025-10',
      'implemented 2026-01-15',
    ]);
    const agreed = 'history: [{ status: announced, date: 2025-09 }, { status: agreed, document: declaration }]\n';
    const result = 'status: implemented\nresult: { document: declaration }\n';
    expect(story(result + agreed, DECLARATION)).toEqual(['announced 2025-09', 'agreed 2026-03-01']);
    const met = 'history: [{ status: agreed, summit: gabala }]\n';
    expect(story(result + met, DECLARATION, MET)).toEqual(['agreed 2025-10-07', 'adopted 2026-03-01']);
  });

  it('have a meeting that came of a proposal, unless it is known not to have been held', () => {
    const result = 'status: implemented\nresult: { summit: gabala }\n';
    expect(story(result, summit('date: 2026-05\n'))).toEqual(['implemented 2026-05']);
    expect(story(result, summit('status: cancelled\ndate: 2026-05\n'))).toEqual([]);
  });
});
