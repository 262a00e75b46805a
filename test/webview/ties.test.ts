/** What is tied to what, the curves between them, the steps of a story and the hand-overs of a chair: what holds at any scale. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeHandover, handoverMarks, handoversOf } from '../../client/timeline/drawing/handovers.ts';
import { Links } from '../../client/timeline/drawing/links.ts';
import { TimelineModel } from '../../client/timeline/drawing/model.ts';
import { describeMark, storyOf } from '../../client/timeline/drawing/story.ts';
import { lineEnds, linePath, MOST_TIES, pointAt, standsIn, tieLines } from '../../client/timeline/drawing/ties.ts';
import type { TimelineEvent } from '../../server/protocol.ts';
import { share } from '../support/share.ts';
import { anEvent, layoutOf, PX_PER_DAY, someEvents } from './arbitrary.ts';
import { date, event, update } from './fixture.ts';
import { realisticEvents } from './realistic-events.ts';
import { BISHKEK, COUNCIL, DECLARATION, ISTANBUL, SAMARKAND, storiedEvents } from './story-fixture.ts';

const scale = fc.double({ min: 0.001, max: 900, noNaN: true });
const EVERYWHERE = { clip0: Number.NEGATIVE_INFINITY, clip1: Number.POSITIVE_INFINITY };

describe('links', () => {
  it('lead both ways, each pair once, and say it from the side that says more', () => {
    const summit = event({ kind: 'summit', id: 's', title: 'S', date: '2025-01-01' });
    const paper = event({ kind: 'document', id: 'd', title: 'D', date: '2025-01-02' });
    const links = new Links([
      { ...summit, links: [{ to: paper.key, type: 'outcome' }] },
      { ...paper, links: [{ to: summit.key, type: 'made-at' }] },
    ]);
    const tie = { from: paper.key, to: summit.key, type: 'made-at' };
    expect(links.tiesOf(summit.key)).toEqual([tie]);
    expect(links.tiesOf(paper.key)).toEqual([tie]);
  });

  it('lead from a proposal to its target, its meetings and the documents of its steps', () => {
    const links = new Links(storiedEvents());
    expect(links.tiesOf(COUNCIL).map(({ to, type }) => [to, type])).toEqual([
      [ISTANBUL, 'made-at'],
      [`${COUNCIL}#target`, 'target'],
      ['proposal/kaz-ots-cybersecurity-council-2025', 'related'],
      [SAMARKAND, 'step'],
      [BISHKEK, 'step'],
      [DECLARATION, 'step'],
    ]);
    expect(links.tiesOf(BISHKEK)).toContainEqual({ from: COUNCIL, to: BISHKEK, type: 'step' });
  });

  it('find a record by its facet where it has no entry of its own, and leave out what is not on the timeline', () => {
    const target = event({ kind: 'proposal', id: 'p', facet: 'target', title: 'T', date: '2026' });
    const other = event({
      kind: 'proposal',
      id: 'q',
      title: 'Q',
      date: '2025',
      links: [
        { to: 'proposal/p', type: 'related' },
        { to: 'state/KAZ', type: 'related' },
        { to: 'proposal/q', type: 'related' },
      ],
    });
    const links = new Links([target, other]);
    expect(links.find('proposal/p')).toBe(target);
    expect(links.find('constructor')).toBeUndefined();
    expect(links.tiesOf('proposal/q')).toEqual([{ from: 'proposal/q', to: 'proposal/p#target', type: 'related' }]);
  });

  it('are those of the present state of the model', () => {
    const model = new TimelineModel();
    model.apply(update(storiedEvents()));
    expect(model.links.tiesOf(COUNCIL)).toHaveLength(6);
    model.apply(update([], { whole: false, revision: 2, removed: [DECLARATION, SAMARKAND] }));
    expect(model.links.tiesOf(COUNCIL)).toHaveLength(4);
  });
});

/** Events, each tied to some others. */
const tiedEvents = fc
  .tuple(someEvents(), fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 90 }))
  .map(([events, pairs]) =>
    events.map((each, index) => {
      const to = pairs
        .filter(([from]) => from % events.length === index)
        .map(([, other]) => events[other % events.length]!.key);
      return { ...each, links: to.map((key) => ({ to: key, type: 'related' as const })) };
    }),
  );

/** All lines of a layout. */
function linesOf(events: readonly TimelineEvent[], pxPerDay: number, clip = EVERYWHERE) {
  const links = new Links(events);
  const layout = layoutOf(events, pxPerDay);
  const ties = [...new Set(events.flatMap(({ key }) => links.tiesOf(key)))];
  const stands = standsIn(layout, 'organization', (key) => links.find(key));
  return { lines: tieLines(ties, stands, clip), stands };
}

describe('ties', () => {
  it('run from item to item, ending beside each and in its time', () => {
    fc.assert(
      fc.property(tiedEvents, scale, (events, pxPerDay) => {
        const { lines, stands } = linesOf(events, pxPerDay);
        expect(lines.length).toBeLessThanOrEqual(MOST_TIES);
        for (const line of lines) {
          for (const [key, end] of [
            [line.tie.from, pointAt(line, 0)],
            [line.tie.to, pointAt(line, 1)],
          ] as const) {
            const near = stands(key).some(
              ({ x0, x1, y }) => end.x > x0 - 30 && end.x < x1 + 30 && Math.abs(end.y - y) < 10,
            );
            expect(near).toBe(true);
          }
        }
      }),
    );
  });

  it('stay within what is drawn, however far the other end is', () => {
    fc.assert(
      fc.property(tiedEvents, scale, share, (events, pxPerDay, stop) => {
        const layout = layoutOf(events, pxPerDay);
        const xs = layout.lanes.flatMap(({ items }) => items.map(({ x0 }) => x0));
        const clip0 = xs.length > 0 ? Math.min(...xs) + stop * (Math.max(...xs) - Math.min(...xs)) - 900 : 0;
        const clip = { clip0, clip1: clip0 + 1800 };
        for (const line of linesOf(events, pxPerDay, clip).lines) {
          for (const { x } of line.points) {
            expect(x).toBeGreaterThanOrEqual(clip0 - 60); // as far as a curve bows around a mark
            expect(x).toBeLessThanOrEqual(clip.clip1 + 60);
          }
          expect(linePath(line, clip0) + lineEnds(line, clip0)).not.toMatch(/NaN|Infinity|e[+-]/);
        }
      }),
    );
  });

  it('are drawn within each lane that has both ends, else between the nearest', () => {
    const summit = event({ kind: 'summit', id: 's', title: 'S', date: '2025-01-01', org: ['a', 'b', 'c'] });
    const made = (id: string, org: string[]) =>
      event({ kind: 'proposal', id, title: id, date: '2024-06-01', org, links: [{ to: summit.key, type: 'made-at' }] });
    const lanes = (org: string[]) => linesOf([summit, made('p', org)], 1).lines.length;
    expect(lanes(['a', 'b'])).toBe(2);
    expect(lanes(['d'])).toBe(1);
  });

  it('have no line within one "+n", and one from it to what stands elsewhere', () => {
    const crowd = Array.from({ length: 40 }, (_, index) =>
      event({
        kind: 'proposal',
        id: `p${String(index).padStart(2, '0')}`,
        title: 'P',
        date: '2025-01-01',
        links: [
          { to: 'proposal/p39', type: 'related' },
          { to: 'summit/later', type: 'made-at' },
        ],
      }),
    );
    const { lines, stands } = linesOf(
      [...crowd, event({ kind: 'summit', id: 'later', title: 'L', date: '2026-01-01' })],
      1,
    );
    const inCluster = (key: string) => stands(key)[0]?.item.type === 'cluster';
    expect(inCluster('proposal/p39')).toBe(true);
    expect(lines.some(({ tie }) => tie.to === 'proposal/p39' && inCluster(tie.from))).toBe(false);
    expect(lines.some(({ tie }) => tie.to === 'summit/later' && inCluster(tie.from))).toBe(true);
  });
});

const STATUSES = ['announced', 'proposed', 'under-consideration', 'agreed', 'adopted', 'implemented'];

/** The story of an event that stands in a layout with others. */
function told(events: readonly TimelineEvent[], key: string, pxPerDay: number) {
  const layout = layoutOf(events, pxPerDay);
  const stand = standsIn(layout, 'organization', (wanted) => events.find((each) => each.key === wanted))(key)[0]!;
  const { story = [] } = events.find((each) => each.key === key)!;
  return { stand, story: storyOf(story, stand, pxPerDay * PX_PER_DAY, (text) => text.length * 6) };
}

describe('the story of a proposal', () => {
  const stories = fc
    .tuple(someEvents(40), fc.array(fc.tuple(anEvent, fc.constantFrom(...STATUSES)), { minLength: 1, maxLength: 6 }))
    .filter(([events]) => events.length > 0)
    .map(([events, steps]) => {
      const story = steps
        .map(([{ date: when }, status]) => ({ status, date: { ...when, shape: 'moment' as const } }))
        .sort((a, b) => (a.date.min ?? a.date.max ?? 0) - (b.date.min ?? b.date.max ?? 0));
      return [{ ...events[0]!, story }, ...events.slice(1)];
    });

  it('has every step in one mark, marks apart, and words only where nothing else is written', () => {
    fc.assert(
      fc.property(stories, scale, (events, pxPerDay) => {
        const { story, stand } = told(events, events[0]!.key, pxPerDay);
        if (!story) return;
        const steps = (events[0] as TimelineEvent).story ?? [];
        expect(story.marks.flatMap((mark) => mark.steps)).toHaveLength(steps.length);
        for (const [index, { x, label }] of story.marks.entries()) {
          const next = story.marks[index + 1];
          expect(x).toBeGreaterThanOrEqual(story.x0);
          expect(x).toBeLessThanOrEqual(story.x1);
          if (next) expect(next.x - x).toBeGreaterThanOrEqual(12);
          if (!label) continue;
          const end = label.x + label.text.length * 5.5;
          if (next) expect(end).toBeLessThan(next.x);
          for (const item of stand.lane.items) {
            if (Math.abs(stand.lane.top + item.y - label.y) >= 14) continue;
            expect(item.x1 < label.x || item.x0 > end, `${item.id} under ${label.text}`).toBe(true);
          }
        }
      }),
    );
  });

  it('takes steps together that would overlap, and parts them when one comes closer', () => {
    const events = storiedEvents();
    const far = told(events, COUNCIL, 0.001).story!;
    expect(far.marks).toHaveLength(1);
    expect(describeMark(far.marks[0]!).split('\n')).toHaveLength(4);
    expect(told(events, COUNCIL, 2).story!.marks).toHaveLength(4);
  });

  it('says of a step within a month that it lies somewhere within', () => {
    const { marks } = told(storiedEvents(), COUNCIL, 2).story!;
    expect(marks.map(({ span }) => span && Math.round(span.x1 - span.x0))).toEqual([null, 60, null, 62]);
  });

  it('is not told where its one step is the proposal itself', () => {
    const alone = event({ kind: 'proposal', id: 'p', title: 'P', date: '2025-01-01' });
    const first = { status: 'announced', date: date('2025-01-01') };
    expect(told([{ ...alone, story: [first] }], alone.key, 5).story).toBeNull();
    const later = { status: 'adopted', date: date('2025-03-01') };
    expect(told([{ ...alone, story: [later] }], alone.key, 5).story?.marks).toHaveLength(1);
    const undated = { status: 'adopted', date: { ...date('../..'), min: null, max: null } };
    expect(told([{ ...alone, story: [undated] }], alone.key, 5).story).toBeNull();
  });
});

describe('hand-overs', () => {
  const term = (state: string, when: string, more: Partial<TimelineEvent> = {}): TimelineEvent => ({
    ...event({ kind: 'chairmanship', id: `${state}-${when}`, title: `Chair: ${state}`, date: when, state: [state] }),
    ...more,
  });
  const between = (from: TimelineEvent, to: TimelineEvent) => handoversOf([from, to]).get(to.key)?.[0]?.type;
  const { laneNames } = update([]);

  it.each([
    ['2023-01-01/2023-12-31', '2024-01-01/2024-12-31', 'handover'],
    ['2023-01-01/2024-01-01', '2024-01-01/2024-12-31', 'handover'],
    ['2023-01-01/..', '2024-01-01/2024-12-31', 'handover'],
    ['2023-01-01/2023-11-30', '2024-01-01/2024-12-31', 'gap'],
    ['2023-01-01/2024-02-01', '2024-01-01/2024-12-31', 'overlap'],
    ['2023-01/2023-12', '2024-01/2024-12', 'handover'],
    ['2022/2023', '2024/2025', 'handover'],
    ['2020/2021', '2025/2026', 'gap'],
  ])('%s and then %s: %s', (first, second, type) => {
    expect(between(term('KGZ', first), term('TUR', second))).toBe(type);
  });

  it('go by the predecessor that the record names, and leave those who share a chair in peace', () => {
    const [a, b] = [term('KGZ', '2020-01-01/2020-12-31'), term('TUR', '2021-01-01/2021-12-31')];
    const c = term('UZB', '2022-01-01/2022-12-31', { links: [{ to: a.key, type: 'predecessor' }] });
    expect(handoversOf([a, b, c]).get(c.key)).toMatchObject([{ from: a, to: c, type: 'gap' }]);
    const shared = [term('AZE', '2021-01-01/2021-12-31'), b];
    expect([...handoversOf(shared).values()]).toEqual([]);
    expect(handoversOf([a, ...shared]).get(a.key)).toHaveLength(2);
  });

  it('are told in words', () => {
    const handovers = handoversOf(realisticEvents());
    const ofTurkey = handovers.get('chairmanship/ots-chair-2021-tur')!;
    expect(ofTurkey.map((each) => describeHandover(each, laneNames))).toEqual([
      'Hand-over: Azerbaijan → Türkiye, 12 November 2021',
      'Hand-over: Türkiye → Uzbekistan, 11 November 2022',
    ]);
    const gap = handovers.get('chairmanship/csto-chair-2022-blr')![0]!;
    expect(describeHandover(gap, laneNames)).toBe(
      'Gap between terms: Tajikistan until 16 September 2021, Belarus from 23 November 2022',
    );
  });

  it('stand on the border of both bands, or at the end of the one that a lane has, and never crowd', () => {
    fc.assert(
      fc.property(scale, (pxPerDay) => {
        const events = new TimelineModel();
        events.apply(update(realisticEvents()));
        const lane = layoutOf(events.events, pxPerDay).lanes.find(({ key }) => key === 'ots')!;
        const marks = handoverMarks(lane, lane.items, 'organization', events.handovers, laneNames);
        for (const [index, { x, words }] of marks.entries()) {
          expect(
            lane.items.some((item) => item.type === 'band' && item.x0 === x),
            words,
          ).toBe(true);
          const next = marks[index + 1];
          if (next) expect(next.x - x).toBeGreaterThanOrEqual(22);
        }
        if (pxPerDay > 1) expect(marks).toHaveLength(5);
      }),
    );
  });
});
