/** The table in a real Chromium: going through it with keys, and what is selected in it. */
import { describe, expect, it } from 'vitest';
import type { SavedState } from '../../client/timeline/webview/saved-state.ts';
import { useBrowser } from './browser.ts';
import { manyEvents } from './fixture.ts';
import { settle, type TimelinePage } from './page.ts';
import { focused, opened, openTable, rowOf, rows, type Shown, scroller, seen, sorter } from './table-page.ts';

const BAKU = 'summit/ots-summit-2019-baku';
const GABALA = 'summit/ots-summit-2025-gabala';
const openPage = useBrowser();
let timeline: TimelinePage;

async function show(...shown: Shown) {
  timeline = await openTable(openPage, ...shown);
  return timeline.page;
}

describe('keyboard', () => {
  it('has one stop in the head and one in the rows, and goes from row to row', async () => {
    const page = await show();
    expect(await page.locator('.table [tabindex="0"]').count()).toBe(2);
    await sorter(page, 'Date').focus();
    await page.keyboard.press('Tab');
    const keys = await rows(page).evaluateAll((all) => all.map((row) => row.getAttribute('data-key')));
    expect(await focused(page)).toBe(keys[0]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toBe(keys[2]);
    await page.keyboard.press('ArrowUp');
    expect(await focused(page)).toBe(keys[1]);
    await page.keyboard.press('End');
    expect(await rows(page).last().getAttribute('aria-rowindex')).toBe('74');
    expect(await focused(page)).toBe(await rows(page).last().getAttribute('data-key'));
    await page.keyboard.press('PageUp');
    await page.keyboard.press('PageUp');
    const at = await page.locator(':focus').getAttribute('aria-rowindex');
    expect(Number(at)).toBeGreaterThan(25);
    expect(Number(at)).toBeLessThan(50);
    expect(await seen(page)).toContain(Number(at));
    await page.keyboard.press('Home');
    expect(await focused(page)).toBe(keys[0]);
    expect(await page.locator('.table [tabindex="0"]').count()).toBe(2);
    expect(await opened(timeline)).toEqual([]);
  });

  it('selects with Space, goes there with Enter, and clears with Esc', async () => {
    const page = await show();
    await rowOf(page, BAKU).focus();
    await page.keyboard.press(' ');
    await settle(page);
    expect(await opened(timeline)).toEqual([{ type: 'open', key: BAKU, focus: false }]);
    expect(await rowOf(page, BAKU).getAttribute('aria-selected')).toBe('true');
    expect(await focused(page)).toBe(BAKU);
    await page.keyboard.press('Enter');
    expect((await opened(timeline)).at(-1)).toEqual({ type: 'open', key: BAKU, focus: true });
    await page.keyboard.press('Escape');
    await settle(page);
    expect(await page.locator('tr[aria-selected="true"]').count()).toBe(0);
  });

  it('walks the head from column to column, and the cells of a row', async () => {
    const page = await show();
    await rows(page).first().focus();
    await page.keyboard.press('ArrowUp');
    expect(await focused(page)).toBe('Date');
    await page.keyboard.press('ArrowRight');
    expect(await focused(page)).toBe('Title');
    await page.keyboard.press('End');
    expect(await focused(page)).toBe('Problems');
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await settle(page);
    expect(await timeline.state()).toMatchObject({ sort: { column: 'title' } });
    expect(await focused(page)).toBe('Title');
    await page.keyboard.press('ArrowDown');
    expect(await page.locator(':focus').getAttribute('aria-rowindex')).toBe('2');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await focused(page)).toBe('title');
    expect(await page.locator('tbody [tabindex="0"]').count()).toBe(1);
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    expect(await page.locator(':focus').getAttribute('aria-rowindex')).toBe('2');
  });

  it('comes to the selected row from the search box', async () => {
    const page = await show();
    await timeline.send({ type: 'select', key: GABALA, reveal: false });
    await page.keyboard.press('/');
    await page.keyboard.press('ArrowDown');
    await settle(page);
    expect(await focused(page)).toBe(GABALA);
    expect(await seen(page)).toContain(Number(await rowOf(page, GABALA).getAttribute('aria-rowindex')));
  });

  it('finds the row of today with T, and leaves the drawing that is not there alone', async () => {
    const page = await show();
    await rows(page).first().focus();
    const before = (await timeline.state()) as SavedState;
    await page.keyboard.press('+');
    await page.keyboard.press('0');
    await page.keyboard.press('f');
    await page.keyboard.press('t');
    await settle(page);
    expect(await focused(page)).toBe('summit/csto-csc-2025');
    expect(await seen(page)).toContain(Number(await page.locator(':focus').getAttribute('aria-rowindex')));
    expect(((await timeline.state()) as SavedState).view).toEqual(before.view);
    expect(await page.getByRole('button', { name: /^Zoom|^Fit/ }).count()).toBe(0);
    await rows(page).first().focus();
    await page.getByRole('button', { name: /^Go to today/ }).click();
    expect(await rowOf(page, 'summit/csto-csc-2025').isVisible()).toBe(true);
  });

  it('sees the ring of a row whole, below the head and above the end', async () => {
    const page = await show(manyEvents(300));
    await rows(page).first().focus();
    for (const key of [
      ...Array<string>(25).fill('ArrowDown'),
      ...Array<string>(25).fill('ArrowUp'),
      'PageDown',
      'End',
    ]) {
      await page.keyboard.press(key);
      const row = (await page.locator(':focus').boundingBox())!;
      const head = (await page.locator('thead').boundingBox())!;
      expect(row.y).toBeGreaterThanOrEqual(head.y + head.height - 1);
      expect(row.y + row.height).toBeLessThanOrEqual(601);
    }
    const ring = await page.locator(':focus').evaluate((it) => getComputedStyle(it).outlineWidth);
    expect(ring).toBe('2px');
  });
});

describe('selection', () => {
  it('goes from the table to the text and the drawing', async () => {
    const page = await show();
    await rowOf(page, BAKU).click();
    await settle(page);
    expect(await opened(timeline)).toEqual([{ type: 'open', key: BAKU, focus: false }]);
    await page.getByRole('button', { name: 'Show as a timeline' }).click();
    await settle(page);
    expect(await page.locator('.item.selected').count()).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Show as a table' }).click();
    await settle(page);
    expect(await rowOf(page, BAKU).getAttribute('aria-selected')).toBe('true');
  });

  it('comes from the text, scrolls only where it must, and posts nothing', async () => {
    const page = await show();
    await timeline.send({ type: 'select', key: BAKU, reveal: true });
    expect(await scroller(page).evaluate((it) => it.scrollTop)).toBe(0);
    await timeline.send({ type: 'select', key: GABALA, reveal: true });
    await settle(page);
    expect(await page.locator('tr[aria-selected="true"]').getAttribute('data-key')).toBe(GABALA);
    expect(await seen(page)).toContain(Number(await rowOf(page, GABALA).getAttribute('aria-rowindex')));
    const scrolled = await scroller(page).evaluate((it) => it.scrollTop);
    expect(scrolled).toBeGreaterThan(100);
    await timeline.send({ type: 'select', key: null, reveal: false });
    await timeline.send({ type: 'select', key: 'summit/nowhere', reveal: true });
    expect(await scroller(page).evaluate((it) => it.scrollTop)).toBe(scrolled);
    expect(await opened(timeline)).toEqual([]);
  });

  it('marks the record wherever it stands in the rows', async () => {
    const page = await show();
    await timeline.send({ type: 'select', key: 'proposal/kgz-csto-conference', reveal: true });
    await settle(page);
    expect(await page.locator('tr[aria-selected="true"]').getAttribute('data-key')).toBe(
      'proposal/kgz-csto-conference#target',
    );
  });

  it('lets a double click go where the first click was, though details open beside it', async () => {
    const page = await show();
    await rows(page).nth(8).dblclick();
    const key = await rows(page).nth(8).getAttribute('data-key');
    await settle(page);
    expect(await opened(timeline)).toEqual([
      { type: 'open', key, focus: false },
      { type: 'open', key, focus: true },
    ]);
    const row = (await page.locator('tr[aria-selected="true"]').boundingBox())!;
    expect(row.y + row.height).toBeLessThanOrEqual(601);
  });

  it('leaves words that someone drags over to be copied', async () => {
    const page = await show();
    const box = (await rowOf(page, BAKU).locator('th .words').boundingBox())!;
    await page.mouse.move(box.x + 2, box.y + 8);
    await page.mouse.down();
    await page.mouse.move(box.x + 90, box.y + 8, { steps: 4 });
    await page.mouse.up();
    expect(await page.evaluate(() => String(getSelection()).length)).toBeGreaterThan(5);
    expect(await opened(timeline)).toEqual([]);
  });
});
