/** Random events and layouts for property tests of the webview. */
import fc from 'fast-check';
import { groupByLane } from '../../client/timeline/drawing/lanes.ts';
import { horizonOf } from '../../client/timeline/drawing/layout/extent.ts';
import type { Layout } from '../../client/timeline/drawing/layout/items.ts';
import { layoutTimeline } from '../../client/timeline/drawing/layout/layout.ts';
import { compareEvents } from '../../client/timeline/drawing/model.ts';
import type { TimelineEvent } from '../../server/protocol.ts';
import { event } from './fixture.ts';

export const PX_PER_DAY = 1 / 86_400_000;

const day = fc
  .record({
    year: fc.integer({ min: 2015, max: 2026 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  })
  .map(({ year, month, day }) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);

const when = fc.oneof(
  { weight: 5, arbitrary: day },
  day.map((text) => text.slice(0, 7)),
  day.map((text) => text.slice(0, 4)),
  day.map((text) => `${text.slice(0, 4)}-40`),
  fc.tuple(day, day).map((days) => [...days].sort().join('/')),
  day.map((text) => `${text}/..`),
  day.map((text) => `../${text}`),
);

export const anEvent: fc.Arbitrary<TimelineEvent> = fc
  .record({
    number: fc.integer({ min: 0, max: 60 }),
    kind: fc.constantFrom('summit', 'proposal', 'document', 'chairmanship'),
    when,
    doubt: fc.constantFrom('', '', '', '~', '?', '%'),
    org: fc.subarray(['ots', 'csto', 'sco'], { maxLength: 2 }),
    title: fc.string({ minLength: 1, maxLength: 40 }),
  })
  .map(({ number, kind, when, doubt, org, title }) =>
    event({ kind, id: `r-${number}`, title, date: `${when}${doubt}`, org, status: 'held' }),
  );

/** Events with unique keys, in any order. */
export const someEvents = (maxLength = 80): fc.Arbitrary<TimelineEvent[]> =>
  fc.uniqueArray(anEvent, { selector: ({ key }) => key, maxLength });

/** A layout as the app makes it, with letters 6 px wide. */
export function layoutOf(events: readonly TimelineEvent[], pxPerDay: number, expanded: string[] = []): Layout {
  const sorted = [...events].sort(compareEvents);
  const names = { organization: {}, state: {}, person: {}, domain: {}, kind: {} };
  return layoutTimeline(groupByLane(sorted, 'organization', names), {
    pxPerMs: pxPerDay * PX_PER_DAY,
    horizon: horizonOf(
      sorted.map(({ date }) => date),
      null,
    ) ?? { start: 0, end: 1 },
    labelWidth: (text) => text.length * 6,
    viewport: { width: 800, height: 500 },
    expanded: new Set(expanded),
  });
}
