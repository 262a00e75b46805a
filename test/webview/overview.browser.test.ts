/** The overview below the drawing, in a real Chromium: what it shows, and every way to move its window. */
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { SavedState } from '../../client/timeline/webview/saved-state.ts';
import { useBrowser } from './browser.ts';
import { event, manyEvents, update } from './fixture.ts';
import { type Harness, settle, type TimelinePage } from './page.ts';
import { realisticEvents } from './realistic-events.ts';

const DAY = 86_400_000;
const openPage = useBrowser();
let timeline: TimelinePage;

async function show(events = realisticEvents(), options: Parameters<Harness['open']>[0] = {}): Promise<Page> {
  timeline = await openPage(options);
  await timeline.send({ type: 'update', update: update(events) });
  return timeline.page;
}

describe('the overview', () => {
  it('says on how much of the time the window is, in words and beside it', async () => {
    const page = await show();
    await page.keyboard.press('t');
    await settle(page);
    const { start, end } = await onScreen();
    const words = await sliderOf(page).getAttribute('aria-valuetext');
    expect(words).toBe(`${month(start)} to ${month(end - 1)}`);
    expect(await page.locator('.overview-range').textContent()).toMatch(/^[A-Z][a-z]{2} \d{4} – [A-Z][a-z]{2} \d{4}$/);
    const [least, now, most] = await Promise.all(
      ['min', 'now', 'max'].map(async (name) => Number(await sliderOf(page).getAttribute(`aria-value${name}`))),
    );
    expect(least).toBeLessThan(now!);
    expect(now).toBeLessThan(most!);
  });

  it('draws its window over what is on screen, as near as a pixel, and follows every move of the drawing', async () => {
    const page = await show(realisticEvents(), { width: 1200, height: 700 });
    for (const key of ['0', '+', '+', 't', '-', '+', '+', '+']) {
      await page.keyboard.press(key);
      await settle(page);
      await expectWindowOnScreen(page);
    }
    await page.mouse.move(700, 300);
    await page.keyboard.down('Shift');
    for (let turn = 0; turn < 5; turn++) await page.mouse.wheel(0, 90);
    await page.keyboard.up('Shift');
    await settle(page);
    await expectWindowOnScreen(page);
  });

  it('moves the drawing while the window is dragged, and keeps the scale to the last bit', async () => {
    const page = await show();
    await page.keyboard.press('+');
    await page.keyboard.press('+');
    await settle(page);
    const before = await onScreen();
    const box = (await sliderOf(page).boundingBox())!;
    await drag(page, box.x + box.width / 2, 60);
    const after = await onScreen();
    expect(after.pxPerDay).toBe(before.pxPerDay);
    expect((after.start - before.start) / DAY).toBeCloseTo((60 / (await pxPerDay(page))) * 1, -2);
    expect((await sliderOf(page).boundingBox())!.x).toBeCloseTo(box.x + 60, -0.5);
    expect(await timeline.posted()).toEqual([{ type: 'ready', revision: 0 }]);
    expect(await page.locator('.overview [style]').count()).toBe(0);
  });

  it('resizes the window by its edges, the other one standing still', async () => {
    const page = await show();
    await page.keyboard.press('+');
    await page.keyboard.press('+');
    await settle(page);
    const before = await onScreen();
    const box = (await sliderOf(page).boundingBox())!;
    await drag(page, box.x + box.width, 50);
    const wider = await onScreen();
    expect(Math.abs(wider.start - before.start)).toBeLessThan(DAY);
    expect(wider.end).toBeGreaterThan(before.end);
    await drag(page, box.x, 30);
    const narrower = await onScreen();
    expect(Math.abs(narrower.end - wider.end)).toBeLessThan(DAY);
    expect(narrower.start).toBeGreaterThan(wider.start);
    await expectWindowOnScreen(page);
  });

  it('never turns the window over, however far an edge is dragged', async () => {
    const page = await show();
    await page.keyboard.press('+');
    await settle(page);
    const before = await onScreen();
    const box = (await sliderOf(page).boundingBox())!;
    await drag(page, box.x, 700);
    const after = await onScreen();
    expect(Math.abs(after.end - before.end)).toBeLessThan(DAY);
    expect((after.end - after.start) / DAY).toBeCloseTo(1, 5);
    // What is a day in ten years can still be seen and grabbed, on both sides and in the middle.
    const small = (await sliderOf(page).boundingBox())!;
    expect(small.width).toBeGreaterThanOrEqual(10);
    for (const edge of ['start', 'end']) {
      const grip = (await page.locator(`[data-edge=${edge}]`).boundingBox())!;
      expect(grip.width).toBeGreaterThanOrEqual(8);
    }
    expect(await topmost(page, small.x + small.width / 2, small.y + 10)).toContain('overview-frame');
    await drag(page, small.x + small.width / 2, -100);
    const moved = await onScreen();
    expect(moved.start).toBeLessThan(after.start);
    expect((moved.end - moved.start) / DAY).toBeCloseTo(1, 5);
  });

  it('can be grabbed by either edge when it covers everything', async () => {
    const page = await show();
    await page.keyboard.press('0');
    await settle(page);
    const box = (await page.locator('.overview-strip').boundingBox())!;
    const before = await onScreen();
    for (const [x, edge] of [
      [box.x + 4, 'start'],
      [box.x + box.width - 4, 'end'],
    ] as const) {
      expect(
        await page.evaluate(([x, y]) => document.elementFromPoint(x!, y!)?.getAttribute('data-edge'), [x, box.y + 5]),
      ).toBe(edge);
    }
    await drag(page, box.x + box.width - 4, -300);
    const after = await onScreen();
    expect(Math.abs(after.start - before.start)).toBeLessThan(DAY);
    expect(after.end).toBeLessThan(before.end - 1000 * DAY);
  });

  it('jumps where one clicks outside the window, and shows all on a double click', async () => {
    const page = await show();
    await page.keyboard.press('+');
    await page.keyboard.press('+');
    await settle(page);
    const strip = (await page.locator('.overview-strip').boundingBox())!;
    const before = await onScreen();
    await page.mouse.click(strip.x + strip.width * 0.75, strip.y + 20);
    await settle(page);
    const after = await onScreen();
    expect(after.pxPerDay).toBe(before.pxPerDay);
    const box = (await sliderOf(page).boundingBox())!;
    expect(box.x + box.width / 2).toBeCloseTo(strip.x + strip.width * 0.75, -1);
    await page.mouse.dblclick(box.x + box.width / 2, box.y + 20);
    await settle(page);
    const all = await onScreen();
    await page.keyboard.press('0');
    await settle(page);
    expect(await onScreen()).toEqual(all);
    expect(all.end - all.start).toBeGreaterThan(after.end - after.start);
  });

  it('takes the wheel as the drawing does', async () => {
    const page = await show();
    const box = (await sliderOf(page).boundingBox())!;
    const [x, y] = [box.x + box.width / 4, box.y + 12];
    await page.mouse.move(x, y);
    await page.mouse.wheel(0, 100);
    await settle(page);
    expect(await page.locator('.scroller').evaluate((it) => it.scrollTop)).toBe(100);
    const before = await onScreen();
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -300);
    await page.keyboard.up('Control');
    await settle(page);
    const closer = await onScreen();
    expect(closer.pxPerDay).toBeGreaterThan(before.pxPerDay * 1.5);
    // The instant a quarter into the window stays a quarter into it.
    const quarter = (view: { start: number; end: number }) => view.start + (view.end - view.start) / 4;
    expect(Math.abs(quarter(closer) - quarter(before)) / (before.end - before.start)).toBeLessThan(0.02);
    await page.keyboard.down('Shift');
    await page.mouse.wheel(0, 100);
    await page.keyboard.up('Shift');
    await settle(page);
    const panned = await onScreen();
    expect(((panned.start - closer.start) / DAY) * closer.pxPerDay).toBeCloseTo(100, 0);
  });

  it('is one slider for the keyboard: arrows pan, Shift resizes, Home and End go to the ends', async () => {
    const page = await show();
    for (const key of ['0', '+', '+', '+']) {
      await page.keyboard.press(key);
      await settle(page);
    }
    await sliderOf(page).focus();
    expect(await page.locator('.overview [tabindex="0"]').count()).toBe(1);
    const heard: (string | null)[] = [];
    const press = async (key: string) => {
      await page.keyboard.press(key);
      await settle(page);
      heard.push(await sliderOf(page).getAttribute('aria-valuetext'));
      return onScreen();
    };
    const first = await press('Home');
    const right = await press('ArrowRight');
    expect(right.start - first.start).toBeCloseTo((first.end - first.start) / 10, -6);
    expect(right.pxPerDay).toBe(first.pxPerDay);
    expect(await press('ArrowLeft')).toEqual(first);
    const page1 = await press('PageUp');
    expect(page1.start - first.start).toBeCloseTo((first.end - first.start) * 0.9, -6);
    const longer = await press('Shift+ArrowRight');
    expect(longer.start).toBeCloseTo(page1.start, -6);
    expect((longer.end - longer.start) / (page1.end - page1.start)).toBeCloseTo(1.1, 3);
    const shorter = await press('Shift+ArrowLeft');
    expect(shorter.end).toBeLessThan(longer.end);
    const last = await press('End');
    expect(last.start).toBeGreaterThan(page1.start);
    expect(new Set(heard).size).toBeGreaterThan(4);
    // Other keys are the drawing's, from here too.
    await page.keyboard.press('0');
    await settle(page);
    expect((await onScreen()).pxPerDay).toBeLessThan(last.pxPerDay);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('class'))).toBe('overview-window');
  });

  it('shows a focus ring of two pixels for the keyboard', async () => {
    const page = await show();
    await page.locator('.item[tabindex="0"]').focus();
    for (let press = 0; press < 12; press++) {
      await page.keyboard.press('Tab');
      if (await sliderOf(page).evaluate((it) => it === document.activeElement)) break;
    }
    const ring = await page.locator('.overview-frame').evaluate((it) => getComputedStyle(it).strokeWidth);
    expect(ring).toBe('2px');
  });

  it.each([
    { width: 900, height: 600, shown: true },
    { width: 400, height: 420, shown: true },
    { width: 340, height: 600, shown: false },
    { width: 900, height: 260, shown: false },
  ])('at $width × $height: shown is $shown', async ({ width, height, shown }) => {
    const page = await show(realisticEvents(), { width, height });
    expect(await page.locator('.overview').isVisible()).toBe(shown);
    // The lanes end where the strip begins.
    const scroller = (await page.locator('.scroller').boundingBox())!;
    expect(scroller.y + scroller.height).toBeCloseTo(shown ? height - 39 : height, 0);
  });

  it('comes and goes with the room, without a jump in time', async () => {
    const page = await show();
    const before = await onScreen();
    await page.setViewportSize({ width: 900, height: 250 });
    await settle(page);
    expect(await page.locator('.overview').isVisible()).toBe(false);
    await page.setViewportSize({ width: 900, height: 600 });
    await settle(page);
    expect(await page.locator('.overview').isVisible()).toBe(true);
    expect(await onScreen()).toEqual(before);
    await expectWindowOnScreen(page);
  });

  it('shows what the filter keeps', async () => {
    const page = await show();
    const picture = () => page.locator('.overview-moments').getAttribute('d');
    const all = await picture();
    await page.fill('.search-input', 'declaration');
    await settle(page);
    const few = await picture();
    expect(few).not.toBe(all);
    await page.fill('.search-input', '');
    await settle(page);
    expect(await picture()).toBe(all);
  });

  it('says what happens where the pointer is', async () => {
    const page = await show([
      event({ kind: 'summit', id: 'a', title: 'A', date: '2021-06-07' }),
      event({ kind: 'summit', id: 'b', title: 'B', date: '2021-06-07' }),
      event({ kind: 'document', id: 'c', title: 'C', date: '2021-01-01/2022-12-31' }),
      event({ kind: 'document', id: 'd', title: 'D', date: '2030' }),
    ]);
    const strip = (await page.locator('.overview-strip').boundingBox())!;
    const [first, last] = await horizon(page);
    const heard = async (day: string) => {
      const part = (Date.parse(day) / DAY + 0.5 - first) / (last - first);
      await page.mouse.move(strip.x + part * strip.width, strip.y + 10);
      return page.locator('.overview-strip').getAttribute('title');
    };
    expect(await heard('2021-06-07')).toMatch(/2021: 2 events, 1 under way$/);
    expect(await heard('2022-03-01')).toMatch(/2022: 1 under way$/);
    expect(await heard('2030-05-01')).toMatch(/2030: about 1 event$/);
    expect(await heard('2027-01-01')).toMatch(/2027: nothing$|2026 .*: nothing$/);
  });

  it('draws its picture once, and only moves the window while time pans, also with 10,000 events', async () => {
    const page = await show(manyEvents(10_000));
    for (const key of ['+', '+', '+']) {
      await page.keyboard.press(key);
      await settle(page);
    }
    await page.evaluate(() => {
      const seen: string[] = [];
      const note = (records: MutationRecord[]) => {
        for (const { type, attributeName, target } of records) {
          seen.push(`${type} ${attributeName ?? ''} ${(target as Element).getAttribute?.('class') ?? ''}`);
        }
      };
      const watch = new MutationObserver(note);
      watch.observe(document.querySelector('.overview')!, { subtree: true, childList: true, attributes: true });
      Object.assign(window, { seen });
    });
    await page.mouse.move(600, 300);
    await page.keyboard.down('Shift');
    for (let turn = 0; turn < 10; turn++) await page.mouse.wheel(0, -60);
    await page.keyboard.up('Shift');
    await settle(page);
    const seen = await page.evaluate(() => [...new Set((window as unknown as { seen: string[] }).seen)]);
    expect(seen.length).toBeGreaterThan(0);
    for (const change of seen) {
      expect(change).toMatch(
        /^attributes (x|d|width|aria-value\w+) overview-(window|frame|bar|veil|grip)$|^childList {2}overview-range/,
      );
    }
    await expectWindowOnScreen(page);
  });

  it('is a quiet strip when there is one event, or all on one day', async () => {
    const one = event({ kind: 'summit', id: 'a', title: 'A', date: '2025-10-07', status: 'held' });
    const page = await show([one]);
    expect(await page.locator('.overview-year').count()).toBeGreaterThan(0);
    await sliderOf(page).focus();
    for (const key of ['ArrowRight', 'Shift+ArrowLeft', 'PageDown', 'Home', 'End', 'Shift+Home', 'Shift+End']) {
      await page.keyboard.press(key);
      await settle(page);
      await expectWindowOnScreen(page);
    }
  });

  it('follows a new today and a wider horizon', async () => {
    const page = await show();
    const years = () => page.locator('.overview-year').allTextContents();
    const before = await years();
    const today = '2099-01-01';
    await timeline.send({ type: 'update', update: update([], { whole: false, revision: 2, today }) });
    await settle(page);
    expect(await years()).not.toEqual(before);
    expect((await years()).at(-1)).toMatch(/^20[89]\d|^2100/);
    await expectWindowOnScreen(page);
  });
});

function sliderOf(page: Page): Locator {
  return page.getByRole('slider', { name: 'Time on screen' });
}

async function drag(page: Page, x: number, by: number): Promise<void> {
  const strip = (await page.locator('.overview-strip').boundingBox())!;
  await page.mouse.move(x, strip.y + 12);
  await page.mouse.down();
  await page.mouse.move(x + by, strip.y + 12, { steps: 6 });
  await page.mouse.up();
  await settle(page);
}

/** The time on screen, from the saved state. */
async function onScreen(): Promise<{ start: number; end: number; pxPerDay: number }> {
  const { view } = (await timeline.state()) as SavedState;
  const plot = await timeline.page.evaluate(() => {
    const head = document.querySelector('.head-ground')!.getAttribute('width');
    return document.querySelector('.scroller')!.clientWidth - Number(head);
  });
  const half = (plot / 2 / view!.pxPerDay) * DAY;
  return { start: view!.center - half, end: view!.center + half, pxPerDay: view!.pxPerDay };
}

/** The days of the whole strip, as it announces them, and px for one of them. */
async function pxPerDay(page: Page): Promise<number> {
  const [first, last] = await horizon(page);
  return (await page.locator('.overview-strip').evaluate((it) => it.clientWidth)) / (last - first);
}

async function horizon(page: Page): Promise<[number, number]> {
  const read = async (name: string) => Number(await sliderOf(page).getAttribute(`aria-value${name}`));
  return [await read('min'), await read('max')];
}

async function expectWindowOnScreen(page: Page): Promise<void> {
  const [{ start, end }, [first, last]] = [await onScreen(), await horizon(page)];
  const strip = (await page.locator('.overview-strip').boundingBox())!;
  const box = (await sliderOf(page).boundingBox())!;
  const x = (day: number) => strip.x + ((Math.min(last, Math.max(first, day)) - first) / (last - first)) * strip.width;
  const [left, right] = [x(start / DAY), x(end / DAY)];
  if (right - left > 14) {
    expect(Math.abs(box.x - left)).toBeLessThan(2.5);
    expect(Math.abs(box.x + box.width - right)).toBeLessThan(2.5);
  } else {
    expect(box.x).toBeLessThanOrEqual(left + 2);
    expect(box.x + box.width).toBeGreaterThanOrEqual(right - 2);
  }
}

async function topmost(page: Page, x: number, y: number): Promise<string> {
  return page.evaluate(([x, y]) => document.elementFromPoint(x!, y!)?.getAttribute('class') ?? '', [x, y]);
}

function month(ms: number): string {
  return new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(ms);
}
