/** Whoever applies every change of a timeline has what someone who asks now gets. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Workspace } from '../../server/dataset/workspace.ts';
import { Converter } from '../../server/features/convert.ts';
import type { TimelineEvent, TimelineUpdate } from '../../server/protocol.ts';
import { rules } from '../../server/rules/index.ts';
import { TimelineFeed } from '../../server/timeline/feed.ts';
import { makeWorkspace, ROOT } from '../support/fixture.ts';

const id = fc.constantFrom('a', 'b', 'c');
const date = fc.constantFrom('2025-10-07', '2025-10', '2017-41', '2024-11-06/..', '2025-8-1', '');
const organization = fc.constantFrom('ots', 'csto', 'mine', 'nobody');
const summit = fc
  .tuple(id, date, organization)
  .map(
    ([key, when, of]) =>
      `kind: summit\nid: ${key}\nname: Summit ${key}\norganization: ${of}\nstatus: held\ndate: ${when}\n`,
  );
const proposal = fc
  .tuple(id, id)
  .map(
    ([key, at]) =>
      `kind: proposal\nid: ${key}\ntitle: P ${key}\ntype: position\nstatus: proposed\nparties: [{ state: KAZ }]\nmade_at: ${at}\ndomains: []\n`,
  );
const own = fc.constantFrom('Mine', 'Ours').map((name) => `kind: organization\nid: mine\nname: ${name}\ntype: forum\n`);
const text = fc.array(fc.oneof(summit, proposal, own), { maxLength: 3 }).map((documents) => documents.join('---\n'));
const step = fc.record({ file: fc.constantFrom('x', 'y', 'z'), text: fc.option(text, { nil: undefined }) });

describe('a timeline feed', () => {
  it('gives, change by change, what a fresh one gives at once', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
        const workspace = makeWorkspace({}, rules);
        const feed = feedOf(workspace);
        const shown = new Shown(feed.whole());
        for (const { file, text } of steps) {
          workspace.apply([{ uri: `${ROOT}/${file}.yaml`, text }]);
          workspace.check();
          const update = feed.changes(workspace.takeStale());
          if (update) shown.apply(update);
        }
        expect(shown.events()).toEqual(new Shown(feedOf(workspace).whole()).events());
        expect(shown.events()).toEqual(new Shown(feed.whole()).events());
      }),
      { numRuns: 200 },
    );
  });

  it('tells of a lane whose record has another name', () => {
    const workspace = makeWorkspace({ 'mine.yaml': 'kind: organization\nid: mine\nname: Mine\ntype: forum\n' }, rules);
    workspace.apply([
      { uri: `${ROOT}/s.yaml`, text: 'kind: summit\nid: s\nname: S\norganization: mine\nstatus: held\ndate: 2025\n' },
    ]);
    workspace.check();
    workspace.takeStale();
    const feed = feedOf(workspace);
    expect(feed.whole().laneNames.organization).toEqual({ mine: { name: 'Mine' } });
    workspace.apply([
      { uri: `${ROOT}/mine.yaml`, text: 'kind: organization\nid: mine\nname: Ours\nabbreviation: O\ntype: forum\n' },
    ]);
    workspace.check();
    expect(feed.changes(workspace.takeStale())).toMatchObject({
      revision: 2,
      events: [],
      laneNames: { organization: { mine: { name: 'Ours', short: 'O' } } },
    });
  });
});

function feedOf(workspace: Workspace): TimelineFeed {
  return new TimelineFeed(ROOT, workspace, new Converter(workspace, { spelled: (uri) => uri }));
}

/** What a client knows after some updates. */
class Shown {
  readonly #events = new Map<string, TimelineEvent>();
  #revision: number;

  constructor(whole: TimelineUpdate) {
    this.#revision = whole.revision;
    for (const event of whole.events) this.#events.set(event.key, event);
  }

  apply(update: TimelineUpdate): void {
    expect(update.revision).toBe(this.#revision + 1);
    this.#revision = update.revision;
    for (const key of update.removed) this.#events.delete(key);
    for (const event of update.events) this.#events.set(event.key, event);
  }

  events(): TimelineEvent[] {
    return [...this.#events.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
  }
}
