/** What the tests of the table have in common: how it is opened, and where things stand on the page. */
import type { Locator, Page } from 'playwright-core';
import type { SavedState } from '../../client/timeline/webview/saved-state.ts';
import type { TimelineEvent } from '../../server/protocol.ts';
import { update } from './fixture.ts';
import type { Harness, TimelinePage } from './page.ts';
import { realisticEvents } from './realistic-events.ts';

export type Shown = [
  events?: TimelineEvent[],
  options?: { state?: Partial<SavedState>; width?: number; height?: number },
];

/** Opens the table of these events; `state` is what the panel was left with. */
export async function openTable(
  openPage: Harness['open'],
  ...[events = realisticEvents(), { state, ...options } = {}]: Shown
): Promise<TimelinePage> {
  const timeline = await openPage({ ...options, state: { mode: 'table', ...state } });
  await timeline.send({ type: 'update', update: update(events) });
  return timeline;
}

export const rows = (page: Page): Locator => page.locator('tbody tr[data-key]');
export const rowOf = (page: Page, key: string): Locator => page.locator(`tr[data-key="${key}"]`);
export const sorter = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });
export const scroller = (page: Page): Locator => page.locator('.table-scroller');
export const titles = (page: Page): Promise<string[]> => page.locator('tbody th .words').allTextContents();
export const opened = async (timeline: TimelinePage): Promise<unknown[]> =>
  (await timeline.posted()).filter(({ type }) => type === 'open');

/** What has the focus: the key of a row, the column of a cell, or the words of anything else. */
export function focused(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const element = document.activeElement;
    return (
      element?.getAttribute('data-key') ??
      (element?.closest('tbody') ? element.className : (element?.textContent ?? null))
    );
  });
}

/** The numbers of the rows on screen below the head, from top to bottom, by what is at each place. */
export function seen(page: Page): Promise<number[]> {
  return page.evaluate(() => {
    const { left, top, bottom } = document.querySelector('.table-scroller')!.getBoundingClientRect();
    const head = document.querySelector('thead')!.getBoundingClientRect();
    const found: number[] = [];
    for (let y = Math.max(top, head.bottom) + 2; y < bottom - 2; y += 6) {
      const row = document.elementFromPoint(left + 40, y)?.closest('tr');
      const number = Number(row?.getAttribute('aria-rowindex') ?? Number.NaN);
      if (found.at(-1) !== number) found.push(number);
    }
    return found;
  });
}

/** A frame later, so that what scrolling leads to is there. */
export const frame = (page: Page): Promise<unknown> =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
