/** The timeline in a real Chromium under the strict policy: what is drawn, what is posted, what is kept. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { SavedState } from '../../client/timeline/webview/saved-state.ts';
import { useBrowser } from './browser.ts';
import { event, manyEvents, update } from './fixture.ts';
import { type Harness, settle, type TimelinePage } from './page.ts';
import { realisticEvents } from './realistic-events.ts';

const GABALA = 'summit/ots-summit-2025-gabala';
const openPage = useBrowser();
let timeline: TimelinePage;

async function show(events = realisticEvents(), options: Parameters<Harness['open']>[0] = {}): Promise<Page> {
  timeline = await openPage(options);
  await timeline.send({ type: 'update', update: update(events) });
  return timeline.page;
}

/** The drawn item of a record, by what a screen reader says of it. */
const named = (page: Page, title: string) => page.locator(`.item[aria-label^="${title},"]`).first();
/** Shows everything: the first view leaves out what is far from all else. */
async function fitAll(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Fit everything/ }).click();
  // On a busy machine the view is saved a while after it has come to rest.
  let before: string;
  let after = '';
  do {
    before = after;
    await settle(page);
    after = JSON.stringify(await timeline.state());
  } while (after !== before);
}
const opened = async () => (await timeline.posted()).filter(({ type }) => type === 'open');
const transformOf = (page: Page) => page.locator('.world').getAttribute('transform');

describe('drawing', () => {
  it('breaks no policy, says it is ready, and shows lanes with their events', async () => {
    const page = await show();
    expect((await timeline.posted())[0]).toEqual({ type: 'ready', revision: 0 });
    expect(await page.locator('.lane[role=group]').count()).toBeGreaterThanOrEqual(3);
    expect(await page.locator('.lane').first().getAttribute('aria-label')).toBe(
      'Collective Security Treaty Organization, 21 events',
    );
    expect(await page.locator('.count').textContent()).toBe('73 of 73');
    expect(await page.locator('[style]:not(.sheet):not(.card):not(.surface):not(html)').count()).toBe(0);
  });

  it.each([
    ['2025-10-07', 'date-point', '.glyph.shape', false],
    ['2025-10', 'date-bracket', '.glyph.bracket', true],
    ['2025-33', 'date-bracket', '.glyph.bracket', true],
    ['2025-41', 'date-bracket', '.glyph.bracket', true],
    ['2025', 'date-bracket', '.glyph.bracket', true],
    ['2025-01-10/2025-12-01', 'date-bar', '.glyph.bar', false],
    ['2025-01-10/..', 'date-bar', '.glyph.bar', false],
    ['../2025-01-10', 'date-bar', '.glyph.bar', false],
  ])('draws %s as %s', async (when, className, glyph, hollow) => {
    const page = await show([
      event({ kind: 'summit', id: 'x', title: 'X', date: when, status: 'held' }),
      event({ kind: 'summit', id: 'first', title: 'First', date: '2024-01-01' }),
      event({ kind: 'summit', id: 'last', title: 'Last', date: '2026-12-01' }),
    ]);
    const item = named(page, 'X');
    expect(await item.getAttribute('class')).toContain(className);
    const fill = await item.locator(glyph).evaluate((element) => getComputedStyle(element).fill);
    expect(fill === 'none').toBe(hollow);
  });

  it('says doubt in words and in the outline, not by colour alone', async () => {
    const page = await show([
      event({ kind: 'summit', id: 'c', title: 'Circa', date: '2025-03-01~', status: 'held' }),
      event({ kind: 'summit', id: 'q', title: 'Perhaps', date: '2025-06-01?', status: 'held' }),
    ]);
    expect(await named(page, 'Circa').locator('text').textContent()).toBe('c. Circa');
    expect(await named(page, 'Circa').locator('.whisker').count()).toBe(1);
    const perhaps = named(page, 'Perhaps');
    expect(await perhaps.locator('text').textContent()).toBe('? Perhaps');
    expect(await perhaps.locator('.glyph').evaluate((it) => getComputedStyle(it).strokeDasharray)).not.toBe('none');
  });

  it('shows a hostile title as text', async () => {
    const title = '<img src=x onerror=alert(1)>';
    const hostile = event({
      kind: 'summit',
      id: 'evil',
      title,
      date: '2025-10-07',
      org: [title],
      problems: [{ severity: 'error', message: title }],
    });
    const page = await show([hostile]);
    expect(await page.locator('.mark text').first().textContent()).toBe(title);
    await page.locator('.mark .label').hover();
    await settle(page);
    expect(await page.locator('.card').textContent()).toContain(`Error: ${title}`);
    expect(await page.locator('img').count()).toBe(0);
  });

  it('marks a record with problems and says which in its card', async () => {
    const page = await show();
    await page.fill('.search-input', 'water resources');
    await settle(page);
    expect(await page.locator('.has-problems .badge.error').count()).toBe(1);
    await page.locator('.badge.error').hover();
    await settle(page);
    expect(await page.locator('.card').textContent()).toContain('did you mean “made_at”?');
  });

  it('draws 10,000 events with few nodes, and moves one group while panning', async () => {
    const page = await show(manyEvents(10_000));
    const count = () => page.locator('svg.surface *').count();
    expect(await count()).toBeLessThan(1200);
    for (let step = 0; step < 6; step++) {
      await page.keyboard.press('+');
      await settle(page);
      expect(await count()).toBeLessThan(1200);
    }
    const rows = await placesOf(page);
    const before = await transformOf(page);
    await page.mouse.move(600, 300);
    await page.keyboard.down('Shift');
    await page.mouse.wheel(0, 40);
    await page.keyboard.up('Shift');
    await settle(page);
    expect(await transformOf(page)).not.toBe(before);
    const after = await placesOf(page);
    expect(after).toEqual(rows);
  });

  it('says what it has nothing to show for', async () => {
    const page = await show([]);
    expect(await page.locator('.empty').textContent()).toContain('No dated records yet');
    await timeline.send({ type: 'update', update: update(realisticEvents(), { revision: 2 }) });
    expect(await page.locator('.empty').isVisible()).toBe(false);
    await page.fill('.search-input', 'nothing like it');
    expect(await page.locator('.empty').textContent()).toContain('No events match “nothing like it”');
    await page.locator('.empty button').click();
    expect(await page.locator('.count').textContent()).toBe('73 of 73');
  });

  it('shows a banner over the last good version while a file is broken', async () => {
    const page = await show();
    const broken = ['file:///dataset/summits/gabala.yaml'];
    await timeline.send({ type: 'update', update: update([], { whole: false, revision: 2, broken }) });
    expect(await page.locator('.banner').textContent()).toBe(
      'gabala.yaml can’t be read right now; showing the last good version',
    );
    expect(await page.locator('.item').count()).toBeGreaterThan(20);
    await timeline.send({ type: 'update', update: update([], { whole: false, revision: 3 }) });
    expect(await page.locator('.banner').isVisible()).toBe(false);
  });
});

describe('pointer', () => {
  it('opens without taking the focus on a click, and with it on a double click', async () => {
    const page = await show();
    await fitAll(page);
    await named(page, '7th OTS summit, Baku').locator('.glyph').click();
    expect(await opened()).toEqual([{ type: 'open', key: 'summit/ots-summit-2019-baku', focus: false }]);
    // The card may open a while after the first click, and should neither do so between the two that follow nor move what
    // they are meant for.
    await page.getByRole('complementary', { name: 'Details' }).waitFor();
    await settle(page);
    await named(page, '8th OTS summit, Istanbul').locator('.label').dblclick();
    expect((await opened()).at(-1)).toEqual({ type: 'open', key: 'summit/ots-summit-2021-istanbul', focus: true });
  });

  it('scrolls lanes with the wheel, pans with Shift, zooms at the pointer with Ctrl', async () => {
    const page = await show();
    await page.mouse.move(600, 300);
    await page.mouse.wheel(0, 100);
    await settle(page);
    expect(await page.locator('.scroller').evaluate((it) => it.scrollTop)).toBe(100);
    await page.keyboard.press('0');
    await settle(page);
    const under = await timeAt(page, 600);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -300);
    await page.keyboard.up('Control');
    await settle(page);
    expect(await timeAt(page, 600)).toBeCloseTo(under, -1);
    const { view } = (await timeline.state()) as SavedState;
    await page.keyboard.down('Shift');
    await page.mouse.wheel(0, 100);
    await page.keyboard.up('Shift');
    await settle(page);
    const moved = ((await timeline.state()) as SavedState).view!;
    expect(((moved.center - view!.center) / 86_400_000) * moved.pxPerDay).toBeCloseTo(100, 0);
  });

  it('pans and scrolls by dragging, and a drag is no click', async () => {
    const page = await show();
    await page.keyboard.press('+');
    await settle(page);
    const before = ((await timeline.state()) as SavedState).view!;
    const box = (await page.locator('.mark .glyph').nth(3).boundingBox())!;
    await page.mouse.move(box.x + 3, box.y + 3);
    await page.mouse.down();
    await page.mouse.move(box.x - 40, box.y - 30, { steps: 4 });
    await page.mouse.up();
    await settle(page);
    const after = (await timeline.state()) as SavedState;
    expect(((after.view!.center - before.center) / 86_400_000) * before.pxPerDay).toBeCloseTo(43, 0);
    expect(after.scroll).toBe(33);
    expect(await opened()).toEqual([]);
  });

  it('zooms into a cluster, and shows all rows where zooming cannot part it', async () => {
    const crowd = Array.from({ length: 30 }, (_, index) =>
      event({ kind: 'proposal', id: `p${index}`, title: `P${index}`, date: '2025-10-07' }),
    );
    const page = await show([...crowd, event({ kind: 'summit', id: 'old', title: 'Old', date: '2015-01-01' })]);
    expect(await page.locator('.cluster text').textContent()).toBe('+16');
    await page.locator('.cluster').click();
    await settle(page);
    expect(await page.locator('.cluster').count()).toBe(0);
    await page.locator('.lane-action').click();
    await settle(page);
    expect(await page.locator('.cluster').count()).toBe(1);
    expect(await opened()).toEqual([]);
  });
});

describe('keyboard', () => {
  it('is one tab stop, walks a lane in time, opens with Enter, and clears with Esc', async () => {
    const page = await show();
    expect(await page.locator('.item[tabindex="0"]').count()).toBe(1);
    await page.locator('.item[tabindex="0"]').focus();
    await page.keyboard.press('Home');
    const walked: string[] = [];
    for (let step = 0; step < 40; step++) {
      walked.push((await focusedLabel(page)) ?? '');
      await page.keyboard.press('ArrowRight');
    }
    const places = [...new Set(walked)].map((label) => /(\d+) of (\d+)$/.exec(label)?.slice(1).map(Number) ?? []);
    expect(places.map(([place]) => place)).toEqual(places.map((_, index) => index + 1));
    expect(places).toHaveLength(places[0]?.[1] ?? 0);
    expect(await page.locator('.item[tabindex="0"]').count()).toBe(1);
    await page.keyboard.press('Enter');
    expect((await opened()).at(-1)).toMatchObject({ focus: true });
    expect(await page.locator('.item.selected').count()).toBeGreaterThan(0);
    await page.keyboard.press('Escape');
    expect(await page.locator('.item.selected').count()).toBe(0);
  });

  it('goes to the next lane, and brings what has the focus on screen', async () => {
    const page = await show();
    await page.locator('.item[tabindex="0"]').focus();
    const labels = [await focusedLabel(page)];
    for (let step = 0; step < 5; step++) {
      await page.keyboard.press('ArrowDown');
      await settle(page);
      labels.push(await focusedLabel(page));
      const box = (await page.locator('.item:focus .glyph').boundingBox())!;
      expect(box.y).toBeGreaterThan(80);
      expect(box.y + box.height).toBeLessThan(600);
    }
    expect(labels.at(-1)).toContain('No organization');
  });

  it('searches, zooms, fits and goes to today by key, and leaves keys to the search box', async () => {
    const page = await show();
    await page.keyboard.press('/');
    await page.keyboard.type('t0+f');
    expect(await page.locator('.search-input').inputValue()).toBe('t0+f');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    const before = (await timeline.state()) as SavedState;
    await page.keyboard.press('+');
    await settle(page);
    expect(((await timeline.state()) as SavedState).view!.pxPerDay).toBeGreaterThan(before.view!.pxPerDay * 1.5);
    await page.keyboard.press('t');
    await settle(page);
    const pill = (await page.locator('.today-pill').boundingBox())!;
    expect(pill.x + pill.width / 2).toBeCloseTo((900 + 176) / 2, -2);
    await page.keyboard.press('0');
    await settle(page);
    expect(((await timeline.state()) as SavedState).view!.pxPerDay).toBeLessThan(before.view!.pxPerDay);
  });

  it('adds up steps of zooming that follow one another quickly', async () => {
    const page = await show();
    const before = ((await timeline.state()) as SavedState).view!;
    await page.evaluate(() => {
      for (let step = 0; step < 3; step++) document.dispatchEvent(new KeyboardEvent('keydown', { key: '+' }));
    });
    await settle(page);
    const after = ((await timeline.state()) as SavedState).view!;
    expect(after.pxPerDay / before.pxPerDay).toBeCloseTo(1.6 ** 3, 5);
  });

  it('keeps the focus where it is while updates arrive', async () => {
    const page = await show();
    await page.locator('.item[tabindex="0"]').focus();
    await page.keyboard.press('ArrowRight');
    const label = await focusedLabel(page);
    const more = event({ kind: 'summit', id: 'new', title: 'A new one', date: '2021-01-01', org: ['sco'] });
    await timeline.send({ type: 'update', update: update([more], { whole: false, revision: 2 }) });
    expect(await focusedLabel(page)).toBe(label);
  });
});

describe('host', () => {
  it('outlines the selected record, scrolls to it only if off-screen, and never answers', async () => {
    const page = await show();
    await fitAll(page);
    const before = await timeline.state();
    await timeline.send({ type: 'select', key: 'summit/csto-csc-2019', reveal: true });
    const item = named(page, 'Collective Security Council, Bishkek');
    expect(await item.getAttribute('aria-current')).toBe('true');
    expect(await item.locator('.ring').isVisible()).toBe(true);
    expect(await timeline.state()).toMatchObject({ view: (before as SavedState).view, scroll: 0 });
    await timeline.send({ type: 'select', key: 'document/nowhere', reveal: true });
    await settle(page);
    expect(((await timeline.state()) as SavedState).scroll).toBeGreaterThan(100);
    const box = (await page.locator('.item.selected .glyph').boundingBox())!;
    expect(box.y).toBeLessThan(600);
    await timeline.send({ type: 'select', key: null, reveal: false });
    expect(await page.locator('.item.selected').count()).toBe(0);
    expect(await opened()).toEqual([]);
  });

  it('applies changes without moving the view or dropping the selection', async () => {
    const page = await show();
    await timeline.send({ type: 'select', key: GABALA, reveal: true });
    await page.keyboard.press('+');
    await settle(page);
    const before = (await timeline.state()) as SavedState;
    const renamed = { ...realisticEvents().find(({ key }) => key === GABALA)!, title: 'Twelfth summit' };
    const change = update([renamed], { whole: false, revision: 2, removed: ['summit/ots-summit-2019-baku'] });
    await timeline.send({ type: 'update', update: change });
    expect(await named(page, 'Twelfth summit').getAttribute('aria-current')).toBe('true');
    expect(await page.locator('.count').textContent()).toBe('72 of 72');
    expect(await timeline.state()).toEqual(before);
  });

  it('asks again when it missed an update', async () => {
    await show();
    await timeline.send({ type: 'update', update: update([], { whole: false, revision: 7 }) });
    expect((await timeline.posted()).at(-1)).toEqual({ type: 'ready', revision: 1 });
  });

  it('comes back as it was left', async () => {
    const page = await show();
    await page.selectOption('.dimension', 'state');
    await page.fill('.search-input', 'kaz');
    await page.keyboard.press('Escape');
    await page.fill('.search-input', 'summit');
    await page.locator('.scroller').evaluate((it) => it.scrollTo(0, 90));
    await timeline.send({ type: 'select', key: GABALA, reveal: false });
    await page.locator('.surface').click({ position: { x: 700, y: 20 } });
    await page.keyboard.press('+');
    await settle(page);
    const state = await timeline.state();
    expect(state).toMatchObject({ dimension: 'state', filter: { text: 'summit' }, selection: GABALA });
    await page.close();
    const again = await show(realisticEvents(), { state });
    expect(await timeline.state()).toEqual(state);
    expect(await again.locator('.search-input').inputValue()).toBe('summit');
    expect(await again.locator('.dimension').inputValue()).toBe('state');
  });

  it('forgives a state it cannot read', async () => {
    const page = await show(realisticEvents(), {
      state: { view: 'x', dimension: 7, expanded: {}, scroll: -4, filter: null },
    });
    expect(await page.locator('.count').textContent()).toBe('73 of 73');
  });
});

async function focusedLabel(page: Page): Promise<string | null> {
  return page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? null);
}

/** Where items stand within their lanes, by label. */
async function placesOf(page: Page): Promise<Record<string, string>> {
  return page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll('.item')].map((item) => [
        item.getAttribute('aria-label'),
        /,(-?\d+)\)/.exec(item.getAttribute('transform') ?? '')?.[1],
      ]),
    ),
  );
}

/** Days since 1970 below an x of the page, from the saved state. */
async function timeAt(page: Page, x: number): Promise<number> {
  const { view } = (await timeline.state()) as SavedState;
  const plot = await page.locator('.scroller').evaluate((it) => it.clientWidth - 176);
  return view!.center / 86_400_000 + (x - 176 - plot / 2) / view!.pxPerDay;
}
