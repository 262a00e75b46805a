/** Changes of a timeline are right and no more than needed, whatever is borrowed from other records: stories, names, ties, problems. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Workspace } from '../../server/dataset/workspace.ts';
import { Converter } from '../../server/features/convert.ts';
import type { LaneDimension, LaneNames, TimelineUpdate } from '../../server/protocol.ts';
import { rules } from '../../server/rules/index.ts';
import { TimelineFeed } from '../../server/timeline/feed.ts';
import { makeWorkspace, ROOT } from '../support/fixture.ts';

const id = fc.constantFrom('a', 'b', 'constructor');
const organization = fc.constantFrom('ots', 'csto', 'mine', 'nobody', '__proto__');
const name = fc.constantFrom('Mine', 'Ours');
const RECORDS = fc.oneof(
  fc
    .tuple(id, organization, fc.constantFrom('2025-10-07', '2017-41', '2024-11-06/..', '2025-8-1', ''))
    .map(
      ([key, of, date]) =>
        `kind: summit\nid: ${key}\nname: S ${key}\norganization: ${of}\nstatus: held\ndate: ${date}\noutcomes: [{ document: ${key} }]\n`,
    ),
  fc
    .tuple(id, id, id, fc.constantFrom('proposed', 'adopted', 'implemented'))
    .map(
      ([key, at, by, status]) =>
        `kind: proposal\nid: ${key}\ntitle: P ${key}\ntype: position\nstatus: ${status}\nparties: [{ state: KAZ, person: ${by} }]\nmade_at: ${at}\nhistory: [{ status: ${status}, document: ${by} }]\nresult: { organization: mine }\n`,
    ),
  fc
    .tuple(id, id, id)
    .map(
      ([key, at, by]) =>
        `kind: proposal\nid: ${key}\ntitle: P ${key}\ntype: position\nstatus: adopted\nparties: [{ state: KAZ }]\ncontext: ${at}\nhistory: [{ status: proposed, summit: ${by} }, { status: adopted }]\nresult: { document: ${by} }\ntarget: { date: 2026 }\n`,
    ),
  fc
    .tuple(id, id, fc.constantFrom('adopted: 2025-10-08\n', 'signed: 2024\n', ''))
    .map(([key, at, when]) => `kind: document\nid: ${key}\ntitle: D\ntype: charter\nadopted_at: ${at}\n${when}`),
  fc
    .tuple(id, organization, fc.constantFrom('2024', '2025-01-01'))
    .map(([key, of, from]) => `kind: chairmanship\nid: ${key}\norganization: ${of}\nstate: KAZ\nfrom: ${from}\n`),
  fc
    .tuple(
      fc.constantFrom('mine', 'ots', '__proto__'),
      name,
      fc.constantFrom('', 'abbreviation: M\n', 'aliases: [Notre]\n', 'parent: csto\n', 'founded: { signed: 2020 }\n'),
    )
    .map(([key, called, more]) => `kind: organization\nid: ${key}\nname: ${called}\ntype: forum\n${more}`),
  fc
    .tuple(id, name, fc.constantFrom('', 'aliases: [Nan]\n'))
    .map(([key, called, more]) => `kind: person\nid: ${key}\nname: ${called}\n${more}`),
  name.map((called) => `kind: state\nid: KAZ\nname: ${called}\n`),
);
const BROKEN = fc.constantFrom('kind: summit\nid: a\nname: "open\n', 'kind: person\nid: [\n');
const text = fc
  .array(fc.oneof({ weight: 12, arbitrary: RECORDS }, { weight: 1, arbitrary: BROKEN }), { maxLength: 4 })
  .map((documents) => documents.join('---\n'));
const edit = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.record({
      file: fc.constantFrom('x.yaml', 'y.yaml', 'z.yaml'),
      text: fc.option(text, { nil: undefined }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      file: fc.constant('initiatives.yaml'),
      text: fc.option(fc.constantFrom('dataset: One\n', 'dataset: Two\ntoday: 2020-01-01\n'), { nil: undefined }),
    }),
  },
);

describe('the changes of a timeline', () => {
  it('give, one after the other, what a fresh one gives at once', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 12 }), (edits) => {
        const shown = new Shown(makeWorkspace({}, rules));
        for (const { file, text } of edits) shown.edit(file, text);
        const fresh = feedOf(shown.workspace).whole();
        // What a broken text said before is shown until it can be read again.
        if (fresh.broken.length === 0)
          expect([...shown.events.keys()].sort()).toEqual(fresh.events.map(({ key }) => key).sort());
        for (const event of fresh.events) expect(shown.events.get(event.key)).toEqual(event);
        for (const [dimension, names] of Object.entries(fresh.laneNames)) {
          const known = shown.names[dimension as LaneDimension];
          for (const [key, label] of Object.entries(names)) expect(known[key]).toEqual(label);
        }
        const { title, today, broken } = fresh;
        expect(shown.last).toMatchObject({ title, today, broken });
        if (broken.length === 0) expect(shown.feed.whole().laneNames).toEqual(fresh.laneNames);
      }),
      { numRuns: 250 },
    );
  });

  it('move what was proposed at a meeting, and the steps taken there, with the meeting', () => {
    const shown = new Shown(
      makeWorkspace(
        {
          'summit.yaml': SUMMIT,
          'made.yaml': `${PROPOSAL}id: made\nmade_at: gabala\n`,
          'dated.yaml': `${PROPOSAL}id: dated\nmade_at: gabala\ndate: 2025-10-01\n`,
          'step.yaml': `${PROPOSAL}id: step\ndate: 2025-01\nhistory: [{ status: proposed, summit: gabala }]\n`,
          'apart.yaml': `${PROPOSAL}id: apart\ndate: 2025-01\n`,
          'document.yaml': 'kind: document\nid: d\ntitle: D\ntype: charter\nadopted_at: gabala\n',
        },
        [],
      ),
    );
    const update = shown.edit('summit.yaml', SUMMIT.replace('2025-10-07', '2025-10-09'));
    expect(update?.events.map(({ key, date }) => `${key} ${date.edtf}`).sort()).toEqual([
      'document/d 2025-10-09',
      'proposal/made 2025-10-09',
      'proposal/step 2025-01',
      'summit/gabala 2025-10-09',
    ]);
    expect(shown.events.get('proposal/step')?.story?.map(({ date }) => date.edtf)).toContain('2025-10-09');
  });

  it('say nothing where an edit changes nothing that is shown', () => {
    const shown = new Shown(
      makeWorkspace({ 'summit.yaml': SUMMIT, 'made.yaml': `${PROPOSAL}id: made\nmade_at: gabala\n` }, []),
    );
    expect(shown.edit('summit.yaml', `${SUMMIT}note: Nothing that is drawn.\n`)).toBeUndefined();
    expect(shown.edit('made.yaml', `${PROPOSAL}id: made\nmade_at: gabala\nquotes: [{ text: Q }]\n`)).toBeUndefined();
  });

  it('tell of one record of a file with many, of all that have moved, and of none that has moved back', () => {
    const records = Array.from({ length: 300 }, (_, i) => SUMMIT.replace('id: gabala', `id: s${i}`));
    const text = records.join('---\n');
    const shown = new Shown(makeWorkspace({ 'all.yaml': text }, []));
    const renamed = shown.edit('all.yaml', text.replace('id: s150\nname: S', 'id: s150\nname: Renamed'));
    expect(renamed?.events.map(({ key }) => key)).toEqual(['summit/s150']);
    expect(shown.edit('all.yaml', text)?.events).toHaveLength(1);
    expect(shown.edit('all.yaml', `# A line more.\n${text}`)?.events).toHaveLength(300);
    expect(shown.edit('all.yaml', `# Another line.\n${text}`)).toBeUndefined();
    expect(shown.events.get('summit/s0')?.location.range.start).toEqual({ line: 2, character: 4 });
  });

  it('name a lane anew when its record comes, goes, or gets another id', () => {
    const mine = (key: string) => `kind: organization\nid: ${key}\nname: My own\naliases: [Notre]\ntype: forum\n`;
    const shown = new Shown(makeWorkspace({ 'summit.yaml': SUMMIT.replace('ots', 'mine') }, []));
    const lane = () => shown.names.organization.mine;
    expect(lane()).toEqual({ name: 'mine' });
    const update = shown.edit('mine.yaml', mine('mine'));
    expect(update).toMatchObject({ events: [], laneNames: { organization: { mine: { name: 'My own' } } } });
    expect(lane()).toEqual({ name: 'My own', aliases: ['Notre'] });
    shown.edit('mine.yaml', mine('other'));
    expect(lane()).toEqual({ name: 'mine' });
    shown.edit('mine.yaml', mine('mine'));
    shown.edit('mine.yaml', undefined);
    expect(lane()).toEqual({ name: 'mine' });
  });

  it('bring back the name that the registry has once the dataset has none of its own', () => {
    const shown = new Shown(
      makeWorkspace({ 'summit.yaml': SUMMIT, 'ots.yaml': 'kind: organization\nid: ots\nname: Ours\n' }, []),
    );
    expect(shown.names.organization.ots).toEqual({ name: 'Ours' });
    shown.edit('ots.yaml', undefined);
    expect(shown.names.organization.ots).toMatchObject({ name: 'Organization of Turkic States', short: 'OTS' });
  });

  it('title a term in the chair by the present names', () => {
    const term = 'kind: chairmanship\nid: term\norganization: mine\nstate: KGZ\nfrom: 2025-01-01\n';
    const shown = new Shown(makeWorkspace({ 'term.yaml': term }, []));
    expect(shown.events.get('chairmanship/term')?.title).toBe('mine chair: Kyrgyzstan');
    const update = shown.edit(
      'mine.yaml',
      'kind: organization\nid: mine\nname: My own\nabbreviation: MO\ntype: forum\n',
    );
    expect(update?.events.map(({ title }) => title)).toEqual(['MO chair: Kyrgyzstan']);
  });

  it('have lanes of any name, even those that every object has', () => {
    const shown = new Shown(
      makeWorkspace(
        {
          'a.yaml': SUMMIT.replace('ots', '__proto__').replace('date:', 'host: constructor\ntopics: [toString]\ndate:'),
        },
        [],
      ),
    );
    const { organization, state, domain } = JSON.parse(JSON.stringify(shown.feed.whole().laneNames)) as LaneNames;
    expect(Object.entries(organization)).toEqual([['__proto__', { name: '__proto__' }]]);
    expect(Object.entries(state)).toEqual([['constructor', { name: 'constructor' }]]);
    expect(Object.entries(domain)).toEqual([['toString', { name: 'ToString' }]]);
  });

  it('tell of another title and of another day though no event has changed', () => {
    const shown = new Shown(makeWorkspace({ 'summit.yaml': SUMMIT, 'initiatives.yaml': 'dataset: One\n' }, []));
    expect(shown.edit('initiatives.yaml', 'dataset: Two\n')).toMatchObject({ title: 'Two', events: [], revision: 2 });
    expect(shown.edit('initiatives.yaml', 'dataset: Two\ntoday: 2026-01-01\n')).toMatchObject({ today: '2026-01-01' });
    expect(shown.feed.changes([])).toBeUndefined();
  });

  it('keep what a broken text said, with what others borrow of it, until it can be read again', () => {
    const shown = new Shown(
      makeWorkspace({ 'summit.yaml': SUMMIT, 'made.yaml': `${PROPOSAL}id: made\nmade_at: gabala\n` }, []),
    );
    const before = shown.events.get('proposal/made');
    shown.edit('summit.yaml', `"${SUMMIT}`);
    expect(shown.last.broken).toEqual([`${ROOT}/summit.yaml`]);
    expect(shown.events.get('proposal/made')).toEqual(before);
    expect(shown.events.has('summit/gabala')).toBe(true);
    expect(shown.edit('summit.yaml', SUMMIT)).toMatchObject({ broken: [], removed: [] });
  });
});

const SUMMIT = 'kind: summit\nid: gabala\nname: S\norganization: ots\nstatus: held\ndate: 2025-10-07\n';
const PROPOSAL = 'kind: proposal\ntitle: P\ntype: position\nstatus: proposed\nparties: [{ state: KAZ }]\ndomains: []\n';

function feedOf(workspace: Workspace): TimelineFeed {
  return new TimelineFeed(ROOT, workspace, new Converter(workspace, { spelled: (uri) => uri }));
}

/** What a client shows after some updates. */
class Shown {
  readonly workspace: Workspace;
  readonly feed: TimelineFeed;
  readonly events = new Map<string, TimelineUpdate['events'][number]>();
  readonly names: LaneNames;
  last: TimelineUpdate;

  constructor(workspace: Workspace) {
    this.workspace = workspace;
    workspace.check();
    workspace.takeStale();
    this.feed = feedOf(workspace);
    this.last = this.feed.whole();
    this.names = this.last.laneNames;
    for (const event of this.last.events) this.events.set(event.key, event);
  }

  /** Changes a file, or removes it without a text. @returns the update that comes of it, if any */
  edit(file: string, text: string | undefined): TimelineUpdate | undefined {
    this.workspace.apply([{ uri: `${ROOT}/${file}`, text }]);
    this.workspace.check();
    const update = this.feed.changes(this.workspace.takeStale());
    if (!update) return undefined;
    expect(update.revision).toBe(this.last.revision + 1);
    this.last = update;
    for (const key of update.removed) this.events.delete(key);
    for (const event of update.events) this.events.set(event.key, event);
    for (const [dimension, names] of Object.entries(update.laneNames) as [LaneDimension, LaneNames[LaneDimension]][]) {
      for (const [key, label] of Object.entries(names)) this.names[dimension][key] = label;
    }
    return update;
  }
}
