/** The axis, what sticks to the edges, and today, in a real Chromium: from one day to all there is, near and far. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { SavedState } from '../../client/timeline/webview/saved-state.ts';
import { useBrowser } from './browser.ts';
import { eventAt } from './core-dates.ts';
import { event, manyEvents, TODAY, update } from './fixture.ts';
import { type Harness, settle, type TimelinePage } from './page.ts';
import { realisticEvents } from './realistic-events.ts';

const openPage = useBrowser();
let timeline: TimelinePage;

async function show(
  events = realisticEvents(),
  { today = TODAY, ...options }: Parameters<Harness['open']>[0] & { today?: string } = {},
): Promise<Page> {
  timeline = await openPage({ body: 'vscode-dark vscode-reduce-motion', ...options });
  await timeline.send({ type: 'update', update: update(events, { today }) });
  return timeline.page;
}

describe('the axis', () => {
  it.each([
    ['seventy events', realisticEvents, 900],
    ['seventy events in a narrow panel', realisticEvents, 360],
    ['10,000 events', () => manyEvents(10_000), 1200],
  ])('has two tiers whose names keep apart and to their cells at every scale: %s', async (_, events, width) => {
    const page = await show(events(), { width, height: 500 });
    await press(page, '0');
    const tiers = new Set<string>();
    for (let step = 0; step < 24; step++) {
      await expectTidyAxis(page);
      tiers.add((await namesOf(page, 'lower'))[0] ?? '');
      await press(page, '+');
    }
    // All the way to a single day across the screen.
    expect((await view()).pxPerDay).toBeCloseTo(await plotOf(page), 0);
    expect((await namesOf(page, 'lower')).join()).toMatch(/^[A-Z][a-z]{2} \d{1,2} [A-Z]/);
    expect((await namesOf(page, 'upper')).join()).toMatch(/^[A-Z][a-z]+ \d{4}/);
    expect(tiers.size).toBeGreaterThan(4);
    // And, from there, day by day: whatever part of two days is on screen, one of them is named.
    for (let step = 0; step < 6; step++) {
      await pan(page, 130);
      await expectTidyAxis(page);
    }
  });

  it.each([
    ['long before our time', ['-0500', '-0044-03-15', '0001', '0622-07-16']],
    ['at the ends of four digits', ['0001-01-01', '9999-12-31']],
    ['five hundred years', ['1500', '1648-10-24', '1999', '2000-01-01/2000-12-31']],
    ['a single event', ['2025-10-07']],
    ['all on one day', ['2025-10-07', '2025-10-07~', '2025-10-07?', '2025-10-07/2025-10-07']],
    ['open at both ends', ['../2019-05', '2021/..', '/2020', '2022-03-01/']],
    ['beyond the calendar of any state', ['Y-200000', 'Y200000']],
    ['a century and a decade', ['19XX', '201X', '2020']],
  ])('names %s', async (_, texts) => {
    const events = texts.map((text, index) => eventAt(text, { id: `event-${index}`, title: `On ${text}` }));
    const page = await show(events);
    for (const key of ['0', '+', '+', '+', '+', '-', '-', '+', '+', '+', '+', '+', '+', '+', '+']) {
      await press(page, key);
      await expectTidyAxis(page);
    }
    await press(page, '0');
    for (const text of texts) {
      const box = (await itemOf(page, `On ${text}`).locator('.glyph').boundingBox())!;
      expect(box.x + box.width, text).toBeGreaterThan(176);
      expect(box.x, text).toBeLessThan(900);
    }
  });
});

describe('what sticks', () => {
  it('is the name of a lane while its many rows scroll', async () => {
    const crowd = Array.from({ length: 120 }, (_, index) =>
      event({ kind: 'proposal', id: `p${index}`, title: `P${index}`, date: '2025-10-07', org: ['ots'] }),
    );
    const page = await show([...crowd, eventAt('2025-10-07', { org: ['sco'] })]);
    await page.locator('.lane-action').click();
    await settle(page);
    const head = page.locator('.lane-name', { hasText: 'Organization of' });
    const axis = (await page.locator('.axis-line').first().boundingBox())!.y;
    for (const scroll of [0, 300, 900, 1800]) {
      await page.locator('.scroller').evaluate((it, top) => it.scrollTo(0, top), scroll);
      await settle(page);
      const box = (await head.first().boundingBox())!;
      expect(box.y).toBeGreaterThan(axis - 1);
      expect(box.y).toBeLessThan(axis + 40);
    }
    await pan(page, 200);
    expect((await head.first().boundingBox())!.x).toBeLessThan(40);
  });

  it('is the label of a bar that begins off-screen, as far as the bar goes', async () => {
    const page = await show([
      eventAt('1990-01-01/2036-12-31', { title: 'A long treaty' }),
      eventAt('1950', { title: 'Early' }),
      eventAt('2080', { title: 'Late' }),
    ]);
    await press(page, '0', '+', '+', '+', '+', '+', 't');
    const item = itemOf(page, 'A long treaty');
    const edge = 176;
    const seen: number[] = [];
    for (let step = 0; step < 24 && (await item.count()) > 0; step++) {
      const [bar, label] = await Promise.all([
        item.locator('.glyph').boundingBox(),
        item.locator('.label').boundingBox(),
      ]);
      if (!bar || !label) break;
      if (bar.x < edge && bar.x + bar.width > edge + 200) {
        expect(label.x).toBeGreaterThanOrEqual(edge);
        expect(label.x).toBeLessThan(edge + 40);
        seen.push(label.x);
      }
      if (bar.x + bar.width > edge) expect(label.x + label.width).toBeLessThanOrEqual(bar.x + bar.width + 1);
      await pan(page, step < 14 ? 150 : -310);
    }
    expect(seen.length).toBeGreaterThan(4);
  });
});

describe('today', () => {
  it('is a line with its name, in the middle of its day', async () => {
    const page = await show();
    await press(page, 't');
    const pill = (await page.locator('.today-pill rect').boundingBox())!;
    const line = (await page.locator('.today-line').boundingBox())!;
    expect(await page.locator('.today-pill').textContent()).toBe('Today');
    expect(await page.locator('.today-line title').textContent()).toBe('Today, 22 November 2025');
    expect(pill.x + pill.width / 2).toBeCloseTo((900 + 176) / 2, -0.5);
    expect(line.x + line.width / 2).toBeCloseTo(pill.x + pill.width / 2, -0.5);
    expect(line.height).toBeGreaterThan(300);
    await press(page, ...Array<string>(24).fill('+'), 't');
    expect(await namesOf(page, 'lower')).toContain('Sat 22 November');
  });

  it.each(['0001-01-01', '1453-05-29', '2525-01-01', '9999-12-31'])(
    'may be %s: T goes there, 0 shows it with all',
    async (today) => {
      const page = await show(realisticEvents(), { today });
      const inSight = async () => {
        const pill = (await page.locator('.today-pill rect').boundingBox())!;
        return pill.x >= 176 && pill.x + pill.width <= 900;
      };
      for (let step = 0; step < 4; step++) await press(page, '+');
      await press(page, 't');
      expect(await inSight()).toBe(true);
      await expectTidyAxis(page);
      await press(page, '0');
      expect(await inSight()).toBe(true);
      await expectTidyAxis(page);
    },
  );

  it('keeps its name whole at the edges for as long as its line is in sight', async () => {
    const page = await show(realisticEvents(), { height: 400 });
    await press(page, '0', '+', '+', 't');
    for (let step = 0, gone = false; step < 60 && !gone; step++) {
      await pan(page, step < 22 ? 17 : -40);
      const [line, pill] = await page.evaluate(() =>
        ['.today-line', '.today-pill rect'].map((name) => document.querySelector(name)!.getBoundingClientRect()),
      );
      const x = line!.x + line!.width / 2;
      gone = step > 22 && x > 900;
      if (x < 176 || x > 900) continue;
      expect(pill!.left).toBeGreaterThanOrEqual(175.5);
      expect(pill!.right).toBeLessThanOrEqual(900.5);
      expect(Math.abs(pill!.left + pill!.width / 2 - x)).toBeLessThan(pill!.width / 2 + 3);
      await expectTidyAxis(page);
    }
  });

  it('moves on at midnight, and nothing else does', async () => {
    const page = await show();
    await press(page, 't', '+', '+', '+', '+', '+', '+');
    const before = await view();
    const was = (await page.locator('.today-pill rect').boundingBox())!.x;
    const change = update([], { whole: false, revision: 2, today: '2025-11-23' });
    await timeline.send({ type: 'update', update: change });
    await settle(page);
    const is = (await page.locator('.today-pill rect').boundingBox())!.x;
    expect(is - was).toBeCloseTo(before.pxPerDay, -0.5);
    expect(await view()).toEqual(before);
    expect(await page.locator('.today-line title').textContent()).toBe('Today, 23 November 2025');
  });

  it('is left out, and T does nothing, where the host cannot say what day it is', async () => {
    const page = await show(realisticEvents(), { today: 'soon' });
    const before = await view();
    await press(page, 't');
    expect(await view()).toEqual(before);
    expect(await page.locator('.today-pill, .today-line, .overview-today').count()).toBe(0);
  });
});

describe('fitting', () => {
  it('shows all with 0, what the filter keeps while there is one, and the selected record with F', async () => {
    const page = await show();
    await press(page, '+', '+', '+', '+', '+', '0');
    for (const title of ['7th OTS summit, Baku', 'Vision of the Turkic World – 2040']) {
      const box = (await itemOf(page, title).first().locator('.glyph').boundingBox())!;
      expect(box.x).toBeGreaterThan(170);
      expect(box.x + box.width).toBeLessThan(900);
    }
    await timeline.send({ type: 'select', key: 'summit/ots-summit-2019-baku', reveal: false });
    await press(page, 'f');
    const fitted = await view();
    expect(Math.abs(fitted.center / 86_400_000 - Date.UTC(2019, 9, 15) / 86_400_000)).toBeLessThan(20);
    expect((await plotOf(page)) / fitted.pxPerDay).toBeLessThan(80);
    await page.fill('.search-input', 'declaration');
    await page
      .locator('.surface')
      .focus()
      .catch(() => undefined);
    await page.keyboard.press('Escape');
    await page.fill('.search-input', 'declaration');
    await page.locator('.item[tabindex="0"]').focus();
    await press(page, '0');
    expect((await plotOf(page)) / (await view()).pxPerDay).toBeLessThan(1000);
  });
});

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key);
    await frame(page);
  }
}

/** Until what has been asked for is drawn: nothing moves step by step here. */
async function frame(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let count = 0; count < 2; count++) await new Promise(requestAnimationFrame);
  });
}

/** Waits until the view has come to rest and is saved. */
async function rest(page: Page): Promise<void> {
  let before: string;
  let after = '';
  do {
    before = after;
    await settle(page);
    after = JSON.stringify(await timeline.state());
  } while (after !== before);
}

async function pan(page: Page, px: number): Promise<void> {
  await page.mouse.move(600, 300);
  await page.keyboard.down('Shift');
  await page.mouse.wheel(0, px);
  await page.keyboard.up('Shift');
  await frame(page);
}

async function view(): Promise<{ center: number; pxPerDay: number }> {
  await rest(timeline.page);
  return ((await timeline.state()) as SavedState).view!;
}

function plotOf(page: Page): Promise<number> {
  return page.locator('.scroller').evaluate((it) => {
    return it.clientWidth - Number(document.querySelector('.head-ground')!.getAttribute('width'));
  });
}

function itemOf(page: Page, title: string) {
  return page.locator(`.item[aria-label^="${title},"]`);
}

interface AxisBoxes {
  edge: number;
  right: number;
  names: { tier: 'upper' | 'lower'; text: string; x0: number; x1: number; y0: number; y1: number }[];
  ticks: { tier: 'upper' | 'lower'; x: number }[];
  pill: { x0: number; x1: number } | null;
}

function boxesOf(page: Page): Promise<AxisBoxes> {
  return page.evaluate(() => {
    const scroller = document.querySelector('.scroller')!.getBoundingClientRect();
    const head = Number(document.querySelector('.head-ground')!.getAttribute('width'));
    const tier = (element: Element) => (element.classList.contains('strong') ? ('upper' as const) : ('lower' as const));
    const pill = document.querySelector('.today-pill rect')?.getBoundingClientRect();
    return {
      edge: scroller.left + head,
      right: scroller.left + document.querySelector('.scroller')!.clientWidth,
      names: [...document.querySelectorAll('.axis .tick-label:not([visibility=hidden])')].map((element) => {
        const { left, right, top, bottom } = element.getBoundingClientRect();
        return { tier: tier(element), text: element.textContent ?? '', x0: left, x1: right, y0: top, y1: bottom };
      }),
      ticks: [...document.querySelectorAll<SVGPathElement>('.axis .tick')].flatMap((element) => {
        const shift = element.getScreenCTM()!.e;
        const lines = element.getAttribute('d')!.matchAll(/M(-?[\d.]+)/g);
        return [...lines].map(([, x]) => ({ tier: tier(element), x: shift + Number(x) }));
      }),
      pill: pill ? { x0: pill.left, x1: pill.right } : null,
    };
  });
}

/** Both tiers have a name in sight; no name reaches another, the today pill or beyond its cell. */
async function expectTidyAxis(page: Page): Promise<void> {
  const { edge, right, names, ticks, pill } = await boxesOf(page);
  for (const tier of ['upper', 'lower'] as const) {
    const row = names.filter((name) => name.tier === tier).sort((a, b) => a.x0 - b.x0);
    const borders = ticks.filter((tick) => tick.tier === tier).map(({ x }) => x);
    for (const [index, { text, x0, x1 }] of row.entries()) {
      if (index > 0) expect(x0, `${row[index - 1]!.text} | ${text}`).toBeGreaterThanOrEqual(row[index - 1]!.x1 - 0.5);
      for (const border of borders) {
        expect(border <= x0 + 1 || border >= x1 - 1, `a border at ${border} through ${text} at ${x0}–${x1}`).toBe(true);
      }
      if (tier === 'lower' && pill) expect(x1 <= pill.x0 + 1 || x0 >= pill.x1 - 1, `${text} and Today`).toBe(true);
    }
    const seen = row.filter(({ x0, x1 }) => x0 >= edge - 1 && x1 <= right + 1);
    const alone = tier === 'lower' && pill !== null && pill.x0 < right && pill.x1 > edge;
    if (!alone) expect(seen.length, `names of the ${tier} tier in sight`).toBeGreaterThan(0);
  }
  const [upper, lower] = (['upper', 'lower'] as const).map((tier) => names.find((name) => name.tier === tier));
  if (upper && lower) expect(upper.y1).toBeLessThanOrEqual(lower.y0 + 6);
}

async function namesOf(page: Page, tier: 'upper' | 'lower'): Promise<string[]> {
  const { names, edge, right } = await boxesOf(page);
  return names.filter((name) => name.tier === tier && name.x1 > edge && name.x0 < right).map(({ text }) => text);
}
