/** What goes on paper, in a real Chromium: the drawing on pages, every row, nothing cut off, and everything as before afterwards. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { SavedState } from '../../client/timeline/webview/saved-state.ts';
import { useBrowser } from './browser.ts';
import { event, manyEvents, update } from './fixture.ts';
import { type Harness, settle, type TimelinePage } from './page.ts';
import { realisticEvents } from './realistic-events.ts';
import { themed } from './themes.ts';

const openPage = useBrowser();
let timeline: TimelinePage;

async function show(events = realisticEvents(), options: Parameters<Harness['open']>[0] = {}): Promise<Page> {
  timeline = await openPage({ ...themed('dark modern'), ...options });
  await timeline.send({ type: 'update', update: update(events) });
  return timeline.page;
}

/** Shows the page as it goes on paper `width` px wide. */
async function onPaper(page: Page, width = 1032): Promise<void> {
  await page.setViewportSize({ width, height: 700 });
  await page.emulateMedia({ media: 'print' });
  await page.locator('.paper > :is(table, p)').first().waitFor();
}

async function onScreen(page: Page): Promise<void> {
  await page.emulateMedia({ media: 'screen' });
  await page.waitForFunction(() => document.querySelector('.paper')?.childElementCount === 0);
}

/** How many pages a PDF has, by its own count. */
function pagesOf(pdf: Buffer): number {
  return Math.max(...[...pdf.toString('latin1').matchAll(/\/Count (\d+)/g)].map(([, count]) => Number(count)));
}

const words = (page: Page) => page.locator('.paper').evaluate((it) => it.textContent ?? '');

describe('paper', () => {
  it('has nothing on the screen, and is there while the page is printed', async () => {
    const page = await show();
    expect(await page.locator('.paper').isVisible()).toBe(false);
    expect(await page.locator('.paper > *').count()).toBe(0);
    await page.evaluate(() => {
      addEventListener('afterprint', () => document.body.setAttribute('data-printed', 'yes'));
      addEventListener('beforeprint', () => {
        document.body.setAttribute('data-rows', String(document.querySelectorAll('.paper tbody tr').length));
      });
    });
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(await page.locator('body').getAttribute('data-rows')).toBe('73');
    expect(pagesOf(pdf)).toBeGreaterThanOrEqual(4);
    expect(pagesOf(pdf)).toBeLessThan(12);
    expect(await page.locator('body').getAttribute('data-printed')).toBe('yes');
    expect(await page.locator('.paper > *').count()).toBe(0);
  });

  it('shows title, day, every event in the drawing and in a row, what signs and short names mean, and no control', async () => {
    const page = await show();
    await onPaper(page);
    const text = await words(page);
    expect(text).toContain('Eurasian security initiatives');
    expect(text).toContain('as of 22 November 2025');
    expect(text).toContain('OTS: Organization of Turkic States');
    expect(await page.locator('.paper .item:visible').count()).toBeGreaterThan(70);
    expect(await page.locator('.paper tbody tr:visible').count()).toBe(73);
    expect(await page.locator('.paper caption').textContent()).toBe('73 events by date');
    for (const gone of [
      '.toolbar',
      '.drawing',
      '.table',
      '.overview',
      '.details',
      '.page-head',
      'h1.visually-hidden',
    ]) {
      expect(await page.locator(`${gone}:visible`).count(), gone).toBe(0);
    }
    expect(await page.locator('.paper').innerText()).toContain('7th OTS summit, Baku');
  });

  it('tells what is filtered, and shows no more', async () => {
    const page = await show();
    await page.fill('.search-input', 'baku');
    await settle(page);
    await onPaper(page);
    expect(await words(page)).toContain('only “baku”');
    expect(await page.locator('.paper tbody tr').count()).toBe(1);
  });

  it('has its rows in the order of the table', async () => {
    const page = await show(realisticEvents(), { state: { sort: { column: 'title', descending: true } } });
    await onPaper(page);
    expect(await page.locator('.paper caption').textContent()).toBe('73 events by title, descending');
    const titles = await page.locator('.paper tbody th').allTextContents();
    expect(titles.at(-1)).toBe('7th OTS summit, Baku');
  });

  it.each(['dark modern', 'high contrast', 'light modern'] as const)(
    'is black on white in the theme %s',
    async (name) => {
      const page = await show(realisticEvents(), themed(name));
      await onPaper(page);
      const looks = await page.evaluate(() => {
        const canvas = document.createElement('canvas').getContext('2d')!;
        const rgb = (color: string): number[] => {
          canvas.clearRect(0, 0, 1, 1);
          canvas.fillStyle = color;
          canvas.fillRect(0, 0, 1, 1);
          return [...canvas.getImageData(0, 0, 1, 1).data.slice(0, 3)];
        };
        const of = (selector: string) => rgb(getComputedStyle(document.querySelector(selector)!).color);
        return {
          cell: of('.paper td'),
          code: of('.paper code'),
          scheme: getComputedStyle(document.documentElement).colorScheme,
          body: getComputedStyle(document.body).backgroundColor,
        };
      });
      expect(looks.cell).toEqual([0, 0, 0]);
      expect(Math.max(...looks.code)).toBeLessThan(120);
      expect(looks.scheme).toBe('light only');
      expect(looks.body).toBe('rgba(0, 0, 0, 0)');
    },
  );

  it.each([680, 965, 1032])('cuts nothing off where it is %d px wide', async (width) => {
    const long = event({
      kind: 'proposal',
      id: 'long',
      title: `A ${'very '.repeat(60)}long title, and Donaudampfschifffahrtsgesellschaftskapitänspatentverordnung${'x'.repeat(80)}`,
      date: 'from nowhere',
      org: ['ots', 'csto', 'sco', 'cica', 'tcci'],
      status: 'under-consideration',
    });
    const page = await show([...realisticEvents(), { ...long, date: realisticEvents()[0]!.date }]);
    await onPaper(page, width);
    const over = await page.evaluate(() => {
      const edge = document.documentElement.clientWidth;
      return [...document.querySelectorAll('.paper td, .paper th, .paper p, .paper-part')]
        .filter((it) => it.scrollWidth > it.clientWidth + 1 || it.getBoundingClientRect().right > edge + 1)
        .map((it) => `${it.className.toString()} ${it.textContent}`);
    });
    expect(over.filter((it) => !it.startsWith('[object'))).toEqual([]);
    const parts = await page
      .locator('.paper-part')
      .evaluateAll((all) => all.map((it) => it.getBoundingClientRect().width));
    expect(Math.min(...parts)).toBeCloseTo(width, -1);
  });

  it('has all rows of 10,000 events, under heads that repeat, and gathers what is dense in the drawing', async () => {
    const page = await show(manyEvents(10_000));
    await onPaper(page);
    expect(await page.locator('.paper tbody tr').count()).toBe(10_000);
    const look = await page.evaluate(() => ({
      head: getComputedStyle(document.querySelector('.paper thead')!).display,
      row: getComputedStyle(document.querySelector('.paper tbody tr')!).breakInside,
      part: getComputedStyle(document.querySelector('.paper-part')!).breakInside,
    }));
    expect(look).toEqual({ head: 'table-header-group', row: 'avoid', part: 'avoid' });
    expect(await page.locator('.paper-source .cluster').count()).toBeGreaterThan(10);
  }, 120_000);

  it('shows hostile words as words', async () => {
    const title = '"><img src=x onerror=alert(1)>';
    const page = await show([
      event({ kind: title, id: 'evil', title, date: '2025', org: [title], domain: [title], status: title }),
    ]);
    await onPaper(page);
    expect(await page.locator('.paper tbody th').textContent()).toBe(title);
    expect(await page.locator('img').count()).toBe(0);
  });

  it('says so when there is nothing', async () => {
    const page = await show([]);
    await onPaper(page);
    expect(await words(page)).toBe('Eurasian security initiativesThere are no dated records to show.');
  });

  it.each(['drawing', 'table'] as const)('leaves the %s on the screen as it was', async (mode) => {
    const page = await show(manyEvents(600), { state: { mode } });
    const scroller = page.locator(mode === 'table' ? '.table-scroller' : '.scroller');
    await scroller.evaluate((it) => it.scrollTo(0, 700));
    await timeline.send({ type: 'select', key: 'summit/nowhere', reveal: false });
    await settle(page);
    const look = async () => ({
      top: await scroller.evaluate((it) => it.scrollTop),
      state: (await timeline.state()) as SavedState,
      first: await page
        .locator(mode === 'table' ? 'tbody tr[data-key]' : '.item')
        .first()
        .getAttribute('data-key'),
    });
    const before = await look();
    expect(before.top).toBe(700);
    await page.pdf();
    await settle(page);
    expect(await look()).toEqual(before);
    await page.emulateMedia({ media: 'print' });
    await page.locator('.paper table').waitFor();
    await onScreen(page);
    await settle(page);
    expect(await look()).toEqual(before);
  });
});
