/** The story of a proposal: made, discussed, adopted, carried out, each step on its day as far as that is known. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { schemaAt } from '../../server/dataset/schema.ts';
import { type TimelineEntry, timelineEntries } from '../../server/dataset/timeline.ts';
import { makeWorkspace } from '../support/fixture.ts';

const SUMMIT = 'kind: summit\nid: gabala\nname: Gabala summit\norganization: ots\nstatus: held\ndate: 2025-10-07\n';
const DECLARATION =
  'kind: document\nid: declaration\ntitle: Declaration\ntype: declaration\nadopted: 2026-03-01\nsigned: 2026-03-02\n';

/** The proposal's entry, with what else there is in the dataset. */
function entry(fields: string, ...others: string[]): TimelineEntry | undefined {
  const proposal = `kind: proposal\nid: council\ntitle: Council\ntype: establish-body\nparties: [{ state: KAZ }]\ndomains: []\n${fields}`;
  const workspace = makeWorkspace({ 'all.yaml': [proposal, ...others].join('---\n') }, []);
  const view = workspace.derive(timelineEntries);
  const all = [...view.pending].flatMap((document) => view.run(document, workspace.reader()));
  return all.find(({ key }) => key === 'proposal/council');
}

/** The steps in short: status, day, meeting, document. */
function story(fields: string, ...others: string[]): string[] {
  return (entry(fields, ...others)?.story ?? []).map(({ status, date, summit, document }) =>
    [status, date.edtf, summit, document].filter((part) => part !== undefined).join(' '),
  );
}

describe('the story of a proposal', () => {
  it('leads from its making over its history to the last step', () => {
    const history = `history:
  - { status: announced, date: 2025-09 }
  - { status: adopted, summit: gabala, document: declaration }
  - { status: implemented, date: 2026-06-30, document: declaration }
`;
    expect(story(`status: implemented\n${history}`, SUMMIT, DECLARATION)).toEqual([
      'announced 2025-09',
      'adopted 2025-10-07 summit/gabala document/declaration',
      'implemented 2026-06-30 document/declaration',
    ]);
  });

  it('begins with a step of its own where the history is silent on how it was made', () => {
    expect(story('status: proposed\nmade_at: gabala\n', SUMMIT)).toEqual(['proposed 2025-10-07 summit/gabala']);
    expect(story('status: announced\ndate: 2025-01-01~\n')).toEqual(['announced 2025-01-01~']);
    const adopted = 'status: adopted\ndate: 2025-08\nhistory: [{ status: adopted, date: 2025-10-07 }]\n';
    expect(story(adopted)).toEqual(['announced 2025-08', 'adopted 2025-10-07']);
    expect(story(`addressed_to: { organization: ots }\n${adopted}`)).toEqual([
      'proposed 2025-08',
      'adopted 2025-10-07',
    ]);
  });

  it('tells of the making once, and adds what the history leaves out', () => {
    const made = 'status: proposed\nmade_at: gabala\n';
    expect(story(`${made}history: [{ status: proposed }]\n`, SUMMIT)).toEqual(['proposed 2025-10-07 summit/gabala']);
    expect(story(`${made}history: [{ status: proposed, date: 2025-10 }]\n`, SUMMIT)).toEqual([
      'proposed 2025-10 summit/gabala',
    ]);
    const adopted = 'status: adopted\nmade_at: gabala\nhistory: [{ status: adopted, date: 2025-10-07 }]\n';
    expect(story(adopted, SUMMIT)).toEqual(['adopted 2025-10-07 summit/gabala']);
  });

  it('keeps an announcement apart from a proposal that came later', () => {
    const fields = 'status: proposed\nmade_at: gabala\nhistory: [{ status: announced, date: 2025-02-03 }]\n';
    expect(story(fields, SUMMIT)).toEqual(['announced 2025-02-03', 'proposed 2025-10-07 summit/gabala']);
  });

  it('tells of a proposal that came later once, where the history knows of it', () => {
    const history = 'history: [{ status: announced, date: 2025-02-03 }, { status: proposed, date: 2025-09 }]\n';
    expect(story(`status: proposed\nmade_at: gabala\n${history}`, SUMMIT)).toEqual([
      'announced 2025-02-03',
      'proposed 2025-09',
    ]);
  });

  it('dates a step by its meeting, and by its document where there is none', () => {
    const step = (rest: string) => `status: adopted\nhistory: [{ status: adopted, ${rest} }]\n`;
    expect(story(step('document: declaration'), DECLARATION)).toEqual(['adopted 2026-03-01 document/declaration']);
    const signed = DECLARATION.replace('adopted: 2026-03-01\n', '');
    expect(story(step('document: declaration'), signed)).toEqual(['adopted 2026-03-02 document/declaration']);
    const atSummit = 'kind: document\nid: declaration\ntitle: D\ntype: declaration\nadopted_at: gabala\n';
    expect(story(step('document: declaration'), atSummit, SUMMIT)).toEqual(['adopted 2025-10-07 document/declaration']);
    expect(story(step('document: declaration, summit: gabala'), DECLARATION, SUMMIT)).toEqual([
      'adopted 2025-10-07 summit/gabala document/declaration',
    ]);
  });

  it('leaves out steps that nobody can date', () => {
    const fields =
      'status: adopted\nhistory: [{ status: proposed, date: 2025 }, { status: agreed, summit: nowhere }, { status: adopted }]\n';
    expect(story(fields)).toEqual(['proposed 2025']);
    expect(entry('status: adopted\nhistory: [{ status: adopted }]\n')).toBeUndefined();
    expect(entry('status: adopted\ndate: 2025\nhistory: nothing\n')?.story).toHaveLength(1);
  });

  it('puts dates of different precision in the order in which they can have been', () => {
    const steps = (...dates: [string, string][]) =>
      story(
        `status: adopted\nhistory:\n${dates.map(([status, date]) => `  - { status: ${status}, date: ${date} }\n`).join('')}`,
      );
    // 2025 begins before 7 October does, and yet the adoption came after the announcement.
    expect(steps(['adopted', '2025'], ['announced', '2025-10-07'])).toEqual(['announced 2025-10-07', 'adopted 2025']);
    expect(steps(['implemented', '2024-12-31'], ['announced', '2025'])).toEqual([
      'implemented 2024-12-31',
      'announced 2025',
    ]);
    expect(steps(['adopted', '2017-07-17'], ['proposed', '../2017-07-17'])).toEqual([
      'proposed ../2017-07-17',
      'adopted 2017-07-17',
    ]);
  });

  it('takes a step within a period for a moment of it', () => {
    const days = SUMMIT.replace('2025-10-07', '2025-10-06/2025-10-07');
    expect(entry('status: proposed\nmade_at: gabala\n', days)?.story?.[0]?.date).toMatchObject({
      shape: 'moment',
      words: 'some time from 6 October 2025 to 7 October 2025',
    });
  });

  it('ends with a dated result that no step has told of', () => {
    const result = (what: string) => `status: implemented\ndate: 2025-10-07\nresult: { ${what} }\n`;
    expect(story(result('document: declaration'), DECLARATION)).toEqual([
      'announced 2025-10-07',
      'adopted 2026-03-01 document/declaration',
    ]);
    const forum = 'kind: summit\nid: forum\nname: Forum\norganization: ots\nstatus: held\ndate: 2026-05\n';
    expect(story(result('summit: forum'), forum)).toEqual(['announced 2025-10-07', 'implemented 2026-05 summit/forum']);
    const centre = 'kind: organization\nid: centre\nname: Centre\ntype: centre\nfounded: { signed: 2026-01-15 }\n';
    expect(story(result('organization: centre'), centre)).toEqual(['announced 2025-10-07', 'implemented 2026-01-15']);
    const running = result('organization: centre').replace('implemented', 'in-implementation');
    expect(story(running, centre)).toEqual(['announced 2025-10-07', 'in-implementation 2026-01-15']);
  });

  it('claims no result that a step has told of, that is still to come, or that the status denies', () => {
    const told = 'status: adopted\nresult: { document: declaration }\n';
    const step = 'history: [{ status: adopted, date: 2026-04, document: declaration }]\n';
    expect(story(told + step, DECLARATION)).toEqual(['adopted 2026-04 document/declaration']);
    const planned = 'kind: summit\nid: forum\nname: Forum\norganization: ots\nstatus: planned\ndate: 2026-05\n';
    expect(story('status: implemented\nresult: { summit: forum }\n', planned)).toEqual([]);
    expect(story('status: announced\nresult: { document: declaration }\n', DECLARATION)).toEqual([]);
  });

  it('claims no second adoption, whatever the step that has told of it', () => {
    const result = 'status: implemented\nresult: { document: declaration }\n';
    const adopted = 'history: [{ status: adopted, date: 2026-02 }]\n';
    expect(story(result + adopted, DECLARATION)).toEqual(['adopted 2026-02']);
    const agreed = 'history: [{ status: agreed, document: declaration }]\n';
    expect(story(result + agreed, DECLARATION)).toEqual(['agreed 2026-03-01 document/declaration']);
    const met = 'history: [{ status: agreed, summit: gabala }]\n';
    expect(story(`status: adopted\nresult: { summit: gabala }\n${met}`, SUMMIT)).toEqual([
      'agreed 2025-10-07 summit/gabala',
    ]);
  });

  it('takes what came of an adoption that it tells of for the carrying out', () => {
    const centre = 'kind: organization\nid: centre\nname: Centre\ntype: centre\nfounded: { signed: 2026-01-15 }\n';
    const adopted = 'status: adopted\nhistory: [{ status: adopted, date: 2025-10-07 }]\n';
    expect(story(`${adopted}result: { organization: centre }\n`, centre)).toEqual([
      'adopted 2025-10-07',
      'implemented 2026-01-15',
    ]);
  });

  it('gives a proposal without a date of its own a place on the timeline', () => {
    const fields = 'status: adopted\nhistory: [{ status: proposed, date: ../2017-07-17 }, { status: adopted }]\n';
    expect(entry(fields)?.date).toMatchObject({ min: null, shape: 'moment', words: 'some time until 17 July 2017' });
    const term = 'kind: chairmanship\nid: term\norganization: csto\nstate: KGZ\nfrom: 2025-01-01\nto: 2025-12-31\n';
    const announced = 'status: announced\ncontext: term\nhistory: [{ status: announced, date: 2025-09-12 }]\n';
    expect(entry(announced, term)?.date.edtf).toBe('2025-09-12');
  });

  it('ties the proposal to each meeting and document on its way, once', () => {
    const fields = `status: adopted
made_at: gabala
target: { summit: next }
result: { document: declaration }
relations: [{ type: repeats, proposal: earlier }, { type: same-as, proposal: council }]
history:
  - { status: proposed, summit: gabala }
  - { status: agreed, summit: ministers }
  - { status: adopted, document: declaration }
`;
    expect(entry(fields, SUMMIT)?.links).toEqual([
      { to: 'summit/gabala', type: 'made-at' },
      { to: 'summit/next', type: 'target' },
      { to: 'document/declaration', type: 'result' },
      { to: 'summit/ministers', type: 'step' },
      { to: 'proposal/earlier', type: 'related' },
    ]);
  });

  it('bears histories of any length and shape', () => {
    const long = Array.from({ length: 3000 }, (_, i) => `  - { status: agreed, date: ${1990 + (i % 40)} }\n`).join('');
    expect(entry(`status: agreed\nhistory:\n${long}`)?.story).toHaveLength(3000);
    for (const odd of ['[1, null, [], {}]', '{ status: adopted }', '[{ status: 1, date: 2025 }]', '"2025"']) {
      expect(story(`status: adopted\nhistory: ${odd}\n`)).toEqual([]);
    }
  });

  it('never puts a step before one that was certainly earlier', () => {
    const statuses = schemaAt('proposal', ['status'])!.values.map(({ value }) => value);
    const date = fc.constantFrom(
      ...[
        '2024',
        '2024-12-31',
        '2025',
        '2025-01',
        '2025-33',
        '2025-41',
        '../2024',
        '2025/..',
        '2026-01-01?',
        '2023/2026',
      ],
    );
    const step = fc.tuple(fc.constantFrom(...statuses), date);
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
        const lines = steps.map(([status, when]) => `  - { status: ${status}, date: ${when} }\n`).join('');
        const told = entry(`status: adopted\nhistory:${lines === '' ? ' []' : ''}\n${lines}`)?.story ?? [];
        expect(told).toHaveLength(steps.length);
        for (const [i, { date: earlier }] of told.entries()) {
          for (const { date: later } of told.slice(i + 1)) {
            const isAfter = later.max !== null && earlier.min !== null && later.max <= earlier.min;
            expect(isAfter).toBe(false);
          }
        }
      }),
      { numRuns: 150 },
    );
  });
});
