/** Wheel, hand and keys on the timeline, with few and with 10,000 events: what moves, how far, and what stays where it is. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { SavedState } from '../../client/timeline/webview/saved-state.ts';
import { useBrowser } from './browser.ts';
import { event, manyEvents, update } from './fixture.ts';
import { type Harness, settle, type TimelinePage } from './page.ts';
import { realisticEvents } from './realistic-events.ts';

const DAY = 86_400_000;
/** Width of the lane heads and of the plot in a panel of 900 px. */
const HEAD = 176;
const PLOT = 724;
/** Some place among the lanes. */
const AT = { x: 600, y: 320 };
const DATASETS = [
  ['few events', realisticEvents],
  ['10,000 events', () => manyEvents(10_000)],
] as const;

const openPage = useBrowser();
let timeline: TimelinePage;

async function show(events = realisticEvents(), options: Parameters<Harness['open']>[0] = {}): Promise<Page> {
  timeline = await openPage(options);
  await timeline.send({ type: 'update', update: update(events) });
  await timeline.page.mouse.move(AT.x, AT.y);
  return timeline.page;
}

interface Seen {
  /** Days since 1970 at the left and the right edge of the plot. */
  left: number;
  right: number;
  pxPerDay: number;
  scroll: number;
}

async function seen(page: Page): Promise<Seen> {
  await settle(page);
  const { view, scroll } = (await timeline.state()) as SavedState;
  const { center, pxPerDay } = view!;
  const half = PLOT / 2 / pxPerDay;
  return { left: center / DAY - half, right: center / DAY + half, pxPerDay, scroll };
}

async function wheel(page: Page, delta: { x?: number; y?: number }, key?: string): Promise<Seen> {
  if (key) await page.keyboard.down(key);
  await page.mouse.wheel(delta.x ?? 0, delta.y ?? 0);
  if (key) await page.keyboard.up(key);
  return seen(page);
}

/** Days since 1970 below an x of the page. */
const dayAt = ({ left, pxPerDay }: Seen, x: number) => left + (x - HEAD) / pxPerDay;

describe.each(DATASETS)('with %s', (_, events) => {
  it('the wheel scrolls lanes, and time with Shift or sideways', async () => {
    const page = await show(events());
    const first = await seen(page);
    const scrolled = await wheel(page, { y: 60 });
    expect(scrolled).toEqual({ ...first, scroll: 60 });
    await page.keyboard.press('+');
    await page.keyboard.press('+');
    const before = await seen(page);
    const panned = await wheel(page, { y: 50 }, 'Shift');
    expect((panned.left - before.left) * before.pxPerDay).toBeCloseTo(50, 0);
    const back = await wheel(page, { x: -50 });
    expect(back.left).toBeCloseTo(before.left, 0);
    expect([panned.pxPerDay, panned.scroll, back.scroll]).toEqual([before.pxPerDay, before.scroll, before.scroll]);
  });

  it.each(['Control', 'Meta'])('the wheel with %s zooms at the pointer', async (key) => {
    const page = await show(events());
    await page.keyboard.press('+');
    const before = await seen(page);
    const closer = await wheel(page, { y: -120 }, key);
    expect(closer.pxPerDay).toBeGreaterThan(before.pxPerDay * 1.2);
    expect(Math.abs(dayAt(closer, AT.x) - dayAt(before, AT.x)) * closer.pxPerDay).toBeLessThan(2);
    const back = await wheel(page, { y: 120 }, key);
    expect(back.pxPerDay).toBeCloseTo(before.pxPerDay, 5);
    expect(Math.abs(dayAt(back, AT.x) - dayAt(before, AT.x)) * back.pxPerDay).toBeLessThan(2);
  });

  // Fingers part to 1.7 times and more; a touchpad's pinch comes as turns of the wheel, several of them in one.
  it.each([
    ['touch', 1.7],
    ['mouse', 1.15],
  ] as const)('a pinch zooms where the fingers are, as a %s does it', async (gestureSourceType, atLeast) => {
    const page = await show(events(), { touch: true });
    await page.keyboard.press('+');
    const before = await seen(page);
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Input.synthesizePinchGesture', { ...AT, scaleFactor: 2, relativeSpeed: 2000, gestureSourceType });
    const closer = await seen(page);
    expect(closer.pxPerDay).toBeGreaterThan(before.pxPerDay * atLeast);
    expect(Math.abs(dayAt(closer, AT.x) - dayAt(before, AT.x)) * closer.pxPerDay).toBeLessThan(30);
  });

  it('one sees no less than a day and no more than the full extent and a tenth', async () => {
    const all = events();
    const page = await show(all);
    let now = await seen(page);
    for (let step = 0; step < 8; step++) now = await wheel(page, { y: -600 }, 'Control');
    expect(now.right - now.left).toBeCloseTo(1, 5);
    for (let step = 0; step < 8; step++) now = await wheel(page, { y: 600 }, 'Control');
    const ends = all.flatMap(({ date: { min, max } }) => [min, max]).filter((at) => at !== null);
    const extent = (Math.max(...ends) - Math.min(...ends)) / DAY;
    expect(now.right - now.left).toBeCloseTo(extent * 1.1, 0);
    expect(now.left).toBeLessThan(Math.min(...ends) / DAY);
    expect(now.right).toBeGreaterThan(Math.max(...ends) / DAY);
    const beyond = await wheel(page, { y: 500 }, 'Shift');
    expect(beyond).toEqual(now);
    await page.keyboard.press('+');
    await page.keyboard.press('0');
    expect((await seen(page)).pxPerDay).toBeCloseTo(now.pxPerDay, 5);
  });

  it('a hand’s breadth of panning moves one group, and draws anew only after half a screen', async () => {
    const page = await show(events());
    for (let step = 0; step < 4; step++) await page.keyboard.press('+');
    await settle(page);
    await page.evaluate(watchMutations);
    for (let step = 0; step < 8; step++) await wheel(page, { y: 44 }, 'Shift');
    const near = await page.evaluate(() => window.mutations);
    expect(near.drawn).toBe(0);
    expect(near.moves).toBeGreaterThan(0);
    expect(near.mostMovesInFrame).toBe(1);
    // Beside it only what is to stay in sight: labels of bars, names on the axis.
    expect(near.others).toEqual([]);
    await wheel(page, { y: 44 }, 'Shift');
    expect((await page.evaluate(() => window.mutations)).drawn).toBeGreaterThan(0);
  });

  it('panning all the way moves no item to another row', async () => {
    const page = await show(events());
    for (let step = 0; step < 3; step++) await page.keyboard.press('+');
    await settle(page);
    await wheel(page, { y: -100_000 }, 'Shift');
    const rows: Record<string, string> = {};
    for (let step = 0; step < 12; step++) {
      for (const [label, place] of Object.entries(await placesOf(page))) {
        rows[label] ??= place;
        expect(place, label).toBe(rows[label]);
      }
      await wheel(page, { y: 500 }, 'Shift');
    }
    expect(Object.keys(rows).length).toBeGreaterThan(40);
  });

  it('what is drawn stays below about a thousand elements, whatever one does', async () => {
    const page = await show(events(), { width: 1400, height: 800 });
    const count = () => page.locator('svg.surface *').count();
    await page.keyboard.press('0');
    for (let step = 0; step < 9; step++) {
      await settle(page);
      expect(await count(), `after ${step} steps`).toBeLessThan(1000);
      await page.keyboard.press('+');
    }
    await page.keyboard.press('0');
    await settle(page);
    const showAll = page.locator('.lane-action');
    if ((await showAll.count()) > 0) await showAll.first().click();
    await settle(page);
    expect(await count(), 'with a lane that shows all').toBeLessThan(1000);
  });
});

describe('rows', () => {
  it('go by id where events are on one day, whatever order they come in', async () => {
    const ids = ['d', 'b', 'e', 'a', 'c'];
    const page = await show(ids.map((id) => event({ kind: 'proposal', id, title: `P ${id}`, date: '2025-10-07' })));
    const places = Object.entries(await placesOf(page)).sort(
      ([, a], [, b]) => Number(a.split(' ')[1]) - Number(b.split(' ')[1]),
    );
    expect(places.map(([label]) => label.slice(2, 3))).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('stay under the pointer when lanes grow while one zooms', async () => {
    const page = await show(manyEvents(10_000));
    await page.keyboard.press('0');
    await settle(page);
    await wheel(page, { y: 900 });
    const lane = () =>
      page.evaluate(({ x, y }) => {
        const lanes = [...document.querySelectorAll('.lane')];
        const box = (it: Element) => it.querySelector('.lane-line')!.getBoundingClientRect();
        return lanes.find((it) => box(it).bottom >= y)?.getAttribute('aria-label') ?? `none at ${x}`;
      }, AT);
    const held = await lane();
    const before = await seen(page);
    for (let step = 0; step < 12; step++) await wheel(page, { y: -60 }, 'Control');
    expect(await lane()).toBe(held);
    for (let step = 0; step < 12; step++) await wheel(page, { y: 60 }, 'Control');
    expect((await seen(page)).scroll).toBe(before.scroll);
  });
});

describe('a cluster', () => {
  it('opens to its extent on a click', async () => {
    const page = await show(manyEvents(10_000));
    await page.keyboard.press('0');
    await settle(page);
    const cluster = page.locator('.cluster').nth(3);
    const words = /events?, (\d+ \w+ \d+) to (\d+ \w+ \d+),/.exec((await cluster.getAttribute('aria-label')) ?? '');
    const [from, to] = words!.slice(1).map((day) => Date.parse(`${day} UTC`) / DAY);
    await cluster.click();
    const now = await seen(page);
    expect(now.left).toBeLessThan(from!);
    expect(now.right).toBeGreaterThan(to!);
    expect(to! - from!).toBeGreaterThan((now.right - now.left) * 0.5);
  });
});

declare global {
  interface Window {
    mutations: { moves: number; mostMovesInFrame: number; drawn: number; others: string[] };
  }
}

/** Counts what changes in the drawing: moves of the world, by frame, elements come and gone, and all else by name. */
function watchMutations(): void {
  const counts = { moves: 0, mostMovesInFrame: 0, drawn: 0, others: [] as string[] };
  window.mutations = counts;
  let inFrame = 0;
  const frame = (): void => {
    inFrame = 0;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  const observer = new MutationObserver((records) => {
    for (const { type, target, attributeName } of records) {
      const element = target as Element;
      if (type === 'childList') counts.drawn++;
      else if (element.matches('.world')) counts.mostMovesInFrame = Math.max(counts.mostMovesInFrame, ++inFrame);
      else if (!element.matches('.item > g, .axis *'))
        counts.others.push(
          `${element.parentElement?.getAttribute('class')} > ${element.tagName}.${element.getAttribute('class')} ${attributeName}`,
        );
      if (element.matches('.world') && type === 'attributes') counts.moves++;
    }
  });
  observer.observe(document.querySelector('svg.surface')!, { subtree: true, childList: true, attributes: true });
}

/** Lane, top of the lane and height in it, of all items that are drawn, by label. */
async function placesOf(page: Page): Promise<Record<string, string>> {
  return page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll('.item')].map((item) => [
        item.getAttribute('aria-label'),
        `${item.closest('.lane')?.getAttribute('transform')} ${/,(-?\d+)\)/.exec(item.getAttribute('transform') ?? '')?.[1]}`,
      ]),
    ),
  );
}
