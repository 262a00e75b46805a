/** What the tests of finding, choosing and comparing have in common: events, and where things stand on the page. */
import type { Locator, Page } from 'playwright-core';
import type { SavedState } from '../../client/timeline/webview/saved-state.ts';
import type { TimelineEvent, TimelineUpdate } from '../../server/protocol.ts';
import { event, manyEvents, update } from './fixture.ts';
import { type Harness, settle, type TimelinePage } from './page.ts';
import { realisticEvents } from './realistic-events.ts';

/** A meeting of two organizations. */
export const JOINT = event({
  kind: 'summit',
  id: 'joint',
  title: 'Joint meeting',
  date: '2024-09-01',
  org: ['ots', 'csto'],
  domain: ['cybersecurity'],
  status: 'held',
});

export type Shown = [
  events?: TimelineEvent[],
  options?: Parameters<Harness['open']>[0],
  more?: Partial<TimelineUpdate>,
];

/** Opens a page of 74 events, or of others. */
export async function open(openPage: Harness['open'], ...[events, options, more]: Shown): Promise<TimelinePage> {
  const timeline = await openPage(options);
  await timeline.send({ type: 'update', update: update(events ?? [...realisticEvents(), JOINT], more) });
  return timeline;
}

export const filterButton = (page: Page): Locator => page.getByRole('button', { name: /^Filter/ });
export const sheet = (page: Page): Locator => page.getByRole('region', { name: 'Filters' });
export const group = (page: Page, name: string): Locator => sheet(page).getByRole('group', { name, exact: true });
export const box = (page: Page, name: RegExp | string): Locator => sheet(page).getByRole('checkbox', { name });
export const chips = (page: Page): Locator => page.getByRole('list', { name: 'Chosen values' }).getByRole('listitem');
export const count = (page: Page): Promise<string | null> => page.locator('.count').textContent();
export const lanes = (page: Page): Promise<(string | null)[]> =>
  page.locator('.lane').evaluateAll((all) => all.map((lane) => lane.getAttribute('aria-label')));
export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.className ?? '');

/** The filter as it is saved, which is a while after it was set. */
export async function filterOf(timeline: TimelinePage): Promise<SavedState['filter']> {
  await settle(timeline.page);
  return ((await timeline.state()) as SavedState).filter;
}

/** A dataset with many states and persons, as those of the world are. */
export function worldly(events: number): Required<Shown> {
  const state = Object.fromEntries(
    Array.from({ length: 200 }, (_, n) => [`S${n}`, { name: `State ${n}`, aliases: [`Держава ${n}`] }]),
  );
  const all = manyEvents(events).map((one, n) => ({
    ...one,
    lanes: { ...one.lanes, state: [`S${n % 200}`], person: n % 3 ? [`person-${n % 5000}`] : [] },
  }));
  return [all, {}, { laneNames: { ...update([]).laneNames, state } }];
}
