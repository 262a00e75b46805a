/** The whole page by keyboard: from the first stop of Tab to the last, through the drawing, and what is said aloud on the way. */

import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { SavedState } from '../../client/timeline/webview/saved-state.ts';
import { everydayWork } from '../support/yardstick.ts';
import { useBrowser } from './browser.ts';
import { event, manyEvents, update } from './fixture.ts';
import { walk } from './keyboard-walk.ts';
import { type Harness, settle, type TimelinePage } from './page.ts';
import { realisticEvents } from './realistic-events.ts';
import { MAIN_THEMES, themed } from './themes.ts';

const openPage = useBrowser();
let timeline: TimelinePage;

async function show(events = realisticEvents(), options: Parameters<Harness['open']>[0] = {}): Promise<Page> {
  timeline = await openPage({ ...themed('dark modern'), ...options });
  await timeline.send({ type: 'update', update: update(events) });
  return timeline.page;
}

/** Thirty events of one day, which no zoom can part, and one of long ago. */
const CROWD = [
  ...Array.from({ length: 30 }, (_, index) =>
    event({ kind: 'proposal', id: `p${index}`, title: `Proposal ${index + 1}`, date: '2025-10-07' }),
  ),
  event({ kind: 'summit', id: 'old', title: 'Old', date: '2015-01-01' }),
];

const label = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
const view = async () => ((await timeline.state()) as SavedState).view!;

async function enterDrawing(page: Page): Promise<void> {
  await page.locator('.item[tabindex="0"]').focus();
}

/** Waits until the live region says something like this. */
async function hears(page: Page, words: string): Promise<void> {
  await page.locator('[aria-live=polite]', { hasText: words }).waitFor({ state: 'attached' });
}

describe('Tab', () => {
  const STOPS = [
    'select Lanes by',
    'input Search titles and names',
    'button Filter',
    'button Show as a timeline',
    'button Show as a table',
    'button Go to today',
    'button Fit everything',
    'button Zoom out',
    'button Zoom in',
    'button Save the timeline as…',
    'button Details of the selected record',
    'button Keys and gestures',
    'item',
    'slider Time on screen',
  ];

  it.each(MAIN_THEMES)('goes from the first stop to the last and back in %s, and shows each', async (theme) => {
    const page = await show(realisticEvents(), themed(theme));
    const there = await walk(page, 'Tab');
    expect(there.map(({ name }) => name)).toEqual(STOPS);
    const back = await walk(page, 'Shift+Tab');
    expect(back.map(({ name }) => name)).toEqual([...STOPS].reverse());
    const weak = [...there, ...back].filter(({ ring, contrast }) => ring < 2 || contrast < 3);
    expect(weak).toEqual([]);
  });

  it.each([
    ['the table', (page: Page) => page.getByRole('button', { name: 'Show as a table' }).click()],
    ['the sheet of filters', (page: Page) => page.getByRole('button', { name: /^Filter/ }).click()],
    ['the details', (page: Page) => page.getByRole('button', { name: /^Details/ }).click()],
  ] as const)('shows where it is in %s as well', async (_, act) => {
    for (const theme of MAIN_THEMES) {
      const page = await show(realisticEvents(), { ...themed(theme), width: 1000 });
      await timeline.send({ type: 'select', key: 'proposal/kaz-ots-water-programme', reveal: true });
      await act(page);
      await settle(page);
      // From the first stop of all, wherever the focus is now.
      await page.locator('.dimension').focus();
      const stops = await walk(page, 'Tab');
      expect(stops.filter(({ ring, contrast }) => ring < 2 || contrast < 3)).toEqual([]);
      expect(stops.length).toBeGreaterThan(8);
      if (theme !== MAIN_THEMES.at(-1)) await page.close();
    }
  });

  it('has one stop in the drawing, however many events there are', async () => {
    const page = await show(manyEvents(10_000));
    const stops = await walk(page, 'Tab');
    expect(stops.filter(({ name }) => name === 'item')).toHaveLength(1);
    expect(stops).toHaveLength(STOPS.length);
  });
});

describe('an item', () => {
  it('is named by title, date in words, lane and place, in a lane that has a name', async () => {
    const page = await show();
    const lanes = await page.locator('.lane').evaluateAll((groups) =>
      groups.map((group) => ({
        role: group.getAttribute('role'),
        label: group.getAttribute('aria-label') ?? '',
        items: [...group.querySelectorAll('.item')].map((item) => item.getAttribute('aria-label') ?? ''),
      })),
    );
    const events = realisticEvents();
    for (const { role, label: lane, items } of lanes) {
      expect(role).toBe('group');
      const [, name = '', count = ''] = /^(.+), (\d+) events?$/.exec(lane) ?? [];
      expect(name).not.toBe('');
      for (const item of items) {
        const known = events.find(({ title, date }) => item.startsWith(`${title}, ${date.words}, `));
        expect(known, item).toBeDefined();
        expect(item).toMatch(new RegExp(`, ${name}, \\d+ of ${count}$`));
        if (known?.problems.length) expect(item).toContain(', 1 problem, ');
      }
    }
  });

  it('is told from the one that has the focus by more than its place', async () => {
    const page = await show();
    await timeline.send({ type: 'select', key: 'summit/ots-summit-2024-bishkek', reveal: true });
    await enterDrawing(page);
    await settle(page);
    const looks = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((ring) => {
          const { strokeWidth, fill } = getComputedStyle(ring);
          return { width: Number.parseFloat(strokeWidth), filled: fill !== 'none' };
        });
    const selected = await looks('.item.selected > .ring');
    const focused = await looks('.item:focus > .ring');
    expect(selected.filled).toBe(true);
    expect(focused.width).toBeGreaterThan(selected.width);
  });
});

describe('the drawing', () => {
  it('goes through time and lanes by arrows, even before anything has the focus', async () => {
    const page = await show();
    await page.keyboard.press('ArrowRight');
    expect(await label(page)).toMatch(/, \d+ of \d+$/);
    await page.keyboard.press('Home');
    expect(await label(page)).toMatch(/, 1 of \d+$/);
    await page.keyboard.press('End');
    expect(await label(page)).toMatch(/, (\d+) of \1$/);
  });

  it('goes a screen of lanes at a time, to the last and back to the first', async () => {
    const page = await show(realisticEvents(), { height: 400 });
    await enterDrawing(page);
    const heights: number[] = [];
    const note = async () => {
      const { scroll } = (await timeline.state()) as SavedState;
      heights.push(scroll + (await page.locator('.item:focus .glyph').boundingBox())!.y);
    };
    await note();
    for (let step = 0; step < 12; step++) {
      await page.keyboard.press('PageDown');
      await settle(page);
      await note();
    }
    expect(heights).toEqual([...heights].sort((a, b) => a - b));
    expect(await label(page)).toContain('No organization');
    for (let step = 0; step < 12; step++) await page.keyboard.press('PageUp');
    expect(await label(page)).toContain('Collective Security Treaty Organization');
  });

  it('moves time and lanes under the focus with Shift', async () => {
    const page = await show();
    await page.keyboard.press('+');
    await settle(page);
    await enterDrawing(page);
    const focused = await label(page);
    await settle(page);
    const before = await view();
    const { scroll } = (await timeline.state()) as SavedState;
    await page.keyboard.press('Shift+ArrowRight');
    await settle(page);
    const after = await view();
    expect(after.center).toBeGreaterThan(before.center);
    expect(after.pxPerDay).toBe(before.pxPerDay);
    await page.keyboard.press('Shift+ArrowDown');
    await settle(page);
    expect(((await timeline.state()) as SavedState).scroll).toBe(scroll + 66);
    expect(await label(page)).toBe(focused);
    await hears(page, 'Showing ');
  });

  it('shows all rows of a lane and fewer again, and keeps the focus on what it was on', async () => {
    const page = await show(CROWD);
    await enterDrawing(page);
    await page.keyboard.press('End');
    expect(await label(page)).toMatch(/^16 events, /);
    await page.keyboard.press('e');
    await hears(page, 'Organization of Turkic States shows 31 events');
    expect(await page.locator('.cluster').count()).toBe(0);
    const inCluster = await label(page);
    expect(inCluster).toMatch(/^Proposal \d+, /);
    await page.keyboard.press('e');
    await hears(page, 'shows fewer rows');
    expect(await label(page)).toMatch(/^16 events, /);
  });

  it('opens a group that no zoom can part with Enter', async () => {
    const page = await show(CROWD);
    await enterDrawing(page);
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await settle(page);
    while ((await page.locator('.cluster').count()) > 0) {
      await page.keyboard.press('End');
      await page.keyboard.press('Enter');
      await settle(page);
    }
    expect(await label(page)).toMatch(/^Proposal \d+, /);
  });

  it('closes the card beside an item with Esc, whether it came by pointer or by focus', async () => {
    const page = await show();
    await page.locator('.item .glyph.shape').nth(3).hover();
    await page.locator('.card:visible').waitFor();
    await page.keyboard.press('Escape');
    expect(await page.locator('.card').isVisible()).toBe(false);
    await page.mouse.move(5, 5);
    await page.keyboard.press('ArrowRight');
    await page.locator('.card:visible').waitFor();
    await page.keyboard.press('Escape');
    expect(await page.locator('.card').isVisible()).toBe(false);
    expect(await label(page)).toMatch(/ of \d+$/);
  });

  it('is quick with 10,000 events', async () => {
    const page = await show(manyEvents(10_000));
    await enterDrawing(page);
    const took = await page.evaluate(() => {
      const times: number[] = [];
      for (const key of ['ArrowRight', 'ArrowDown', 'ArrowRight', 'PageDown', 'End', 'ArrowUp', 'Home', 'PageUp']) {
        const start = performance.now();
        document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
        times.push(performance.now() - start);
      }
      return times.sort((a, b) => a - b)[times.length >> 1]!;
    });
    expect(took / (await page.evaluate(everydayWork))).toBeLessThan(8);
    expect(await label(page)).toMatch(/ of \d+$/);
  });
});

describe('what is said aloud', () => {
  it('is the time on screen once it is there, how many are found, and what is selected', async () => {
    const page = await show();
    await page.keyboard.press('0');
    await hears(page, 'Showing ');
    await page.keyboard.press('/');
    await page.keyboard.type('gabala');
    await hears(page, '2 of 73 events');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Space');
    await hears(page, 'Selected ');
    expect((await timeline.posted()).filter(({ type }) => type === 'open')).toMatchObject([{ focus: false }]);
  });

  it('is said once: the card is hidden from screen readers, and only one place speaks', async () => {
    const page = await show(realisticEvents());
    expect(await page.locator('.card').getAttribute('aria-hidden')).toBe('true');
    await timeline.send({
      type: 'update',
      update: update([], { whole: false, revision: 2, broken: ['file:///dataset/a.yaml'] }),
    });
    const speaking = page.locator('[aria-live], [role=status], [role=alert]').filter({ hasText: 'a.yaml' });
    await speaking.first().waitFor({ state: 'attached' });
    await settle(page);
    expect(await speaking.count()).toBe(1);
  });
});

describe('the sheet of keys', () => {
  it('opens with ?, keeps the focus within, and gives it back', async () => {
    const page = await show();
    await enterDrawing(page);
    const before = await label(page);
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys and gestures' }).waitFor();
    const place = await view();
    await page.keyboard.press('+');
    await page.keyboard.press('t');
    for (let step = 0; step < 5; step++) {
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.querySelector('.item:focus, .toolbar :focus'))).toBeNull();
    }
    await page.keyboard.press('Escape');
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await label(page)).toBe(before);
    await settle(page);
    expect(await view()).toEqual(place);
  });

  it('tells of every key, and closes with ?, its button or a click beside it', async () => {
    const page = await show();
    const open = () => page.getByRole('button', { name: 'Keys and gestures' }).click();
    await open();
    const keys = await page.getByRole('dialog').locator('kbd').allTextContents();
    for (const key of ['←', '↑', 'Home', 'Page Up', 'Enter', 'Space', 'E', 'D', 'Esc', '+', '0', 'F', 'T', '/', '?'])
      expect(keys).toContain(key);
    await page.keyboard.press('?');
    expect(await page.getByRole('dialog').count()).toBe(0);
    await open();
    await page.getByRole('button', { name: 'Close' }).click();
    expect(await page.getByRole('dialog').count()).toBe(0);
    await open();
    await page.mouse.click(4, 300);
    expect(await page.getByRole('dialog').count()).toBe(0);
  });
});
