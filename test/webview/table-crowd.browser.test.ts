/** The table in a real Chromium: many thousands of events, and events that come and go. */
import { describe, expect, it } from 'vitest';
import type { TimelineEvent } from '../../server/protocol.ts';
import { everydayWork } from '../support/yardstick.ts';
import { useBrowser } from './browser.ts';
import { event, manyEvents, update } from './fixture.ts';
import { settle, type TimelinePage } from './page.ts';
import { realisticEvents } from './realistic-events.ts';
import { focused, frame, openTable, rowOf, rows, type Shown, scroller, seen } from './table-page.ts';

const BAKU = 'summit/ots-summit-2019-baku';
const openPage = useBrowser();
let timeline: TimelinePage;

async function show(...shown: Shown) {
  timeline = await openTable(openPage, ...shown);
  return timeline.page;
}

const from = (first: number, count: number) => Array.from({ length: count }, (_, index) => first + index);

describe('10,000 events', () => {
  it('have rows only near the screen, each in its place: at the top, in the middle, at the end', async () => {
    const page = await show(manyEvents(10_000));
    expect(await page.getByRole('grid').getAttribute('aria-rowcount')).toBe('10001');
    const height = await scroller(page).evaluate((it) => it.scrollHeight);
    expect(await seen(page)).toEqual(from(2, (await seen(page)).length));
    for (const share of [0.001, 0.37, 0.5, 0.999, 1]) {
      const top = await scroller(page).evaluate((it, part) => {
        it.scrollTop = Math.round((it.scrollHeight - it.clientHeight) * part);
        return it.scrollTop;
      }, share);
      await frame(page);
      const numbers = await seen(page);
      expect(numbers.length).toBeGreaterThan(18);
      expect(numbers).toEqual(from(numbers[0]!, numbers.length));
      expect(await scroller(page).evaluate((it) => it.scrollTop)).toBe(top);
      expect(await scroller(page).evaluate((it) => it.scrollHeight)).toBe(height);
      expect(await rows(page).count()).toBeLessThan(90);
    }
    expect((await seen(page)).at(-1)).toBe(10_001);
  });

  it('scroll without a jump, in frames that do little', async () => {
    const page = await show(manyEvents(10_000));
    const work = await page.evaluate(async () => {
      const scroller = document.querySelector('.table-scroller')!;
      const next = () => new Promise((resolve) => requestAnimationFrame(resolve));
      const times: number[] = [];
      for (let step = 1; step <= 60; step++) {
        const wanted = step * 333;
        scroller.scrollTop = wanted;
        await next();
        const began = performance.now();
        scroller.dispatchEvent(new Event('scroll'));
        scroller.getBoundingClientRect();
        times.push(performance.now() - began);
        if (scroller.scrollTop !== wanted) throw new Error(`jumped from ${wanted} to ${scroller.scrollTop}`);
      }
      return times.sort((a, b) => a - b);
    });
    expect(work[30]! / (await page.evaluate(everydayWork))).toBeLessThan(2);
  });

  it('sort by any column in some times what sorting words alone takes', async () => {
    const page = await show(manyEvents(10_000), { width: 1400 });
    for (const name of ['Title', 'Organization', 'Status', 'Date', 'Problems']) {
      const took = await page.evaluate(async (label) => {
        const button = [...document.querySelectorAll<HTMLElement>('.sorter')].find((it) => it.textContent === label)!;
        let best = Infinity;
        for (let click = 0; click < 3; click++) {
          const began = performance.now();
          button.click();
          await new Promise(requestAnimationFrame);
          document.body.getBoundingClientRect();
          best = Math.min(best, performance.now() - began);
        }
        return best;
      }, name);
      expect(took / (await page.evaluate(everydayWork)), name).toBeLessThan(30);
      expect((await seen(page))[0]).toBe(2);
    }
  });

  it('keep the row with the focus however far one scrolls, and let keys go on from it', async () => {
    const page = await show(manyEvents(10_000));
    await rows(page).nth(5).focus();
    const key = await focused(page);
    await scroller(page).evaluate((it) => it.scrollTo(0, 120_000));
    await frame(page);
    expect(await focused(page)).toBe(key);
    expect(await seen(page)).toEqual(from((await seen(page))[0]!, (await seen(page)).length));
    await page.keyboard.press('ArrowDown');
    expect(await page.locator(':focus').getAttribute('aria-rowindex')).toBe('8');
    expect(await seen(page)).toContain(8);
    await page.keyboard.press('End');
    expect(await page.locator(':focus').getAttribute('aria-rowindex')).toBe('10001');
    expect(await page.locator('tbody [tabindex="0"]').count()).toBe(1);
  });
});

describe('live updates', () => {
  const change = (events: TimelineEvent[], removed: string[] = [], revision = 2) =>
    timeline.send({ type: 'update', update: update(events, { whole: false, revision, removed }) });
  const early = (id: string) => event({ kind: 'summit', id, title: `Early ${id}`, date: '1999-01-01' });

  it('push rows in above without moving what is looked at', async () => {
    const page = await show(manyEvents(10_000));
    await scroller(page).evaluate((it) => it.scrollTo(0, 40_013));
    await frame(page);
    const at = (await page.evaluate(() => {
      const row = document.elementFromPoint(60, 300)?.closest('tr');
      return [row?.getAttribute('data-key'), row?.getBoundingClientRect().top];
    })) as [string, number];
    await change([early('a'), early('b'), early('c')]);
    const box = (await rowOf(page, at[0]).boundingBox())!;
    expect(box.y).toBeCloseTo(at[1], 0);
    expect(await page.getByRole('grid').getAttribute('aria-rowcount')).toBe('10004');
  });

  it('leave the focus on its row, whatever happens to others, and to the row itself', async () => {
    const page = await show();
    await rowOf(page, BAKU).focus();
    const baku = realisticEvents().find(({ key }) => key === BAKU)!;
    await change([{ ...baku, title: 'Baku, renamed' }, early('a')]);
    expect(await focused(page)).toBe(BAKU);
    expect(await rowOf(page, BAKU).locator('.words').nth(1).textContent()).toBe('Baku, renamed');
    await page.keyboard.press('ArrowRight');
    await change([{ ...baku, title: 'Baku, once more' }], [], 3);
    expect(await focused(page)).toBe('date');
    await page.keyboard.press('ArrowLeft');
    const number = await page.locator(':focus').getAttribute('aria-rowindex');
    await change([], [BAKU], 4);
    expect(await page.locator(':focus').getAttribute('aria-rowindex')).toBe(number);
  });

  it('keep the selection, and what the table is sorted by', async () => {
    const page = await show(realisticEvents(), {
      state: { sort: { column: 'title', descending: true }, dataset: 'file:///dataset' },
    });
    await timeline.send({ type: 'select', key: BAKU, reveal: true });
    await change([early('a')]);
    expect(await page.locator('tr[aria-selected="true"]').getAttribute('data-key')).toBe(BAKU);
    expect(await page.getByRole('columnheader', { name: 'Title' }).getAttribute('aria-sort')).toBe('descending');
  });

  it('and leaving for the drawing keep the place', async () => {
    const page = await show(manyEvents(1000));
    await scroller(page).evaluate((it) => it.scrollTo(0, 9000));
    await frame(page);
    const before = await seen(page);
    await page.getByRole('button', { name: 'Show as a timeline' }).click();
    await settle(page);
    await page.getByRole('button', { name: 'Show as a table' }).click();
    await settle(page);
    expect(await seen(page)).toEqual(before);
  });
});
