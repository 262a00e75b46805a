/** The table in a real Chromium under the strict policy: rows and sorting. */
import { describe, expect, it } from 'vitest';
import { useBrowser } from './browser.ts';
import { event, manyEvents } from './fixture.ts';
import { settle, type TimelinePage } from './page.ts';
import { realisticEvents } from './realistic-events.ts';
import {
  focused,
  frame,
  opened,
  openTable,
  rowOf,
  rows,
  type Shown,
  scroller,
  seen,
  sorter,
  titles,
} from './table-page.ts';

const BAKU = 'summit/ots-summit-2019-baku';
const openPage = useBrowser();
let timeline: TimelinePage;

async function show(...shown: Shown) {
  timeline = await openTable(openPage, ...shown);
  return timeline.page;
}

describe('rows', () => {
  it('tell of the same events as the drawing, in a table with a caption, heads and numbered rows', async () => {
    const page = await show();
    const grid = page.getByRole('grid', { name: 'Eurasian security initiatives: 73 events by date' });
    expect(await grid.count()).toBe(1);
    expect(await grid.getAttribute('aria-rowcount')).toBe('74');
    expect(await page.getByRole('columnheader').allTextContents()).toEqual([
      'Date',
      'Title',
      'Kind',
      'Status',
      'Organization',
      'Problems',
    ]);
    expect(await page.locator('.count').textContent()).toContain('73 of 73');
    const baku = rowOf(page, BAKU);
    expect(await baku.getByRole('rowheader').textContent()).toContain('7th OTS summit, Baku');
    expect((await baku.getByRole('gridcell').allTextContents()).map((words) => words.trim())).toEqual([
      '2019-10-15',
      'Summit',
      'Held',
      'OTS',
      '',
    ]);
    expect(await baku.locator('td.status svg path').count()).toBeGreaterThan(0);
    expect(await page.locator('[style]:not(.sheet):not(.card):not(.surface):not(html)').count()).toBe(0);
  });

  it('say how many problems a record has, how bad they are, and what they say', async () => {
    const wrong = event({
      kind: 'summit',
      id: 'wrong',
      title: 'Wrong',
      date: '2025-10-07',
      problems: [
        { severity: 'warning', message: 'No source' },
        { severity: 'error', message: 'Unknown state “KAZZ”' },
      ],
    });
    const page = await show([wrong]);
    expect(await page.locator('td.problems').innerText()).toContain('2');
    expect(await page.locator('td.problems').textContent()).toContain('1 error, 1 warning');
    expect(await rowOf(page, wrong.key).getAttribute('title')).toBe('Warning: No source\nError: Unknown state “KAZZ”');
  });

  it('follow the filter, and go with their head where nothing is left', async () => {
    const page = await show();
    await page.fill('.search-input', 'baku');
    await settle(page);
    expect(await titles(page)).toEqual(['7th OTS summit, Baku']);
    await page.fill('.search-input', 'nothing like it');
    await settle(page);
    expect(await page.locator('.empty').isVisible()).toBe(true);
    expect(await page.locator('.sorter:visible').count()).toBe(0);
    await page.locator('.empty button').click();
    await settle(page);
    expect(await page.getByRole('grid').getAttribute('aria-rowcount')).toBe('74');
    expect((await seen(page))[0]).toBe(2);
  });

  it('show hostile words as words', async () => {
    const title = '"><img src=x onerror=alert(1)>';
    const evil = event({
      kind: title,
      id: 'evil',
      title,
      date: '2025-10-07',
      org: [title, 'constructor'],
      state: [title],
      domain: [title],
      status: title,
      problems: [{ severity: 'error', message: title }],
    });
    const page = await show([evil], { width: 1400 });
    for (const column of ['title', 'kind', 'status', 'organization', 'state', 'domain']) {
      expect(await page.locator(`tbody .${column}`).textContent()).toContain(title.slice(0, -1));
    }
    expect(await page.locator('td.organization').textContent()).toContain('constructor');
    await page.locator('tbody th').click();
    expect(await opened(timeline)).toEqual([{ type: 'open', key: evil.key, focus: false }]);
    expect(await page.locator('img').count()).toBe(0);
  });

  it.each([320, 480, 700, 900, 1150, 1400])('have date and title and nothing cut off at %d px', async (width) => {
    const page = await show(realisticEvents(), { width });
    expect(await scroller(page).evaluate((it) => it.scrollWidth - it.clientWidth)).toBe(0);
    const shown = await page
      .locator('thead th')
      .evaluateAll((cells) =>
        cells.filter((cell) => (cell as HTMLElement).offsetWidth > 0).map((cell) => cell.className),
      );
    expect(shown.slice(0, 2)).toEqual(['date', 'title']);
    expect(shown.at(-1)).toBe('problems');
    expect(shown.length).toBe(width > 1240 ? 8 : width > 1060 ? 7 : width > 760 ? 6 : 3);
    const title = (await page.locator('tbody th').first().boundingBox())!;
    expect(title.width).toBeGreaterThan(140);
    expect(await page.locator('tbody .second-line').first().isVisible()).toBe(width <= 760);
    if (width <= 760) expect(await rowOf(page, BAKU).locator('.second-line').textContent()).toBe('Held · Summit · OTS');
  });
});

describe('sorting', () => {
  it('by any column goes both ways, is said, and is kept', async () => {
    const page = await show();
    expect(await page.locator('th.date').first().getAttribute('aria-sort')).toBe('ascending');
    await sorter(page, 'Title').click();
    await settle(page);
    const up = await titles(page);
    expect(up[0]).toBe('7th OTS summit, Baku');
    expect(up[1]).toBe('8th OTS summit, Istanbul');
    expect(await page.locator('[aria-sort]').count()).toBe(1);
    expect(await page.getByRole('columnheader', { name: 'Title' }).getAttribute('aria-sort')).toBe('ascending');
    expect(await page.locator('caption').textContent()).toBe('Eurasian security initiatives: 73 events by title');
    await sorter(page, 'Title').click();
    await settle(page);
    expect(await page.getByRole('columnheader', { name: 'Title' }).getAttribute('aria-sort')).toBe('descending');
    expect((await titles(page))[0]).not.toBe(up[0]);
    expect(await timeline.state()).toMatchObject({ sort: { column: 'title', descending: true } });
    await page.locator('[aria-live=polite]', { hasText: 'Sorted by title, descending' }).waitFor({ state: 'attached' });
    for (const name of ['Kind', 'Status', 'Organization', 'Date']) {
      await sorter(page, name).click();
      expect(await page.getByRole('columnheader', { name }).getAttribute('aria-sort')).toBe('ascending');
    }
  });

  it('by problems begins with the worst', async () => {
    const page = await show();
    await sorter(page, 'Problems').click();
    await settle(page);
    expect(await rows(page).first().locator('td.problems').textContent()).toContain('error');
  });

  it('begins at the top again, and follows a row that has the focus', async () => {
    const page = await show(manyEvents(10_000));
    await scroller(page).evaluate((it) => it.scrollTo(0, 50_000));
    await frame(page);
    await sorter(page, 'Title').click();
    await settle(page);
    expect((await seen(page))[0]).toBe(2);
    const state = { sort: { column: 'title', descending: true } } as const;
    await rows(page).nth(3).focus();
    const key = await focused(page);
    await page.evaluate(() => document.querySelector<HTMLElement>('th.title .sorter')?.click());
    await settle(page);
    expect(await timeline.state()).toMatchObject(state);
    expect(await focused(page)).toBe(key);
    expect(await seen(page)).toContain(Number(await page.locator(':focus').getAttribute('aria-rowindex')));
  });
});
