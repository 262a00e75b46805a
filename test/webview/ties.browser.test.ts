/** Ties, storylines and hand-overs in a real Chromium: lines that show on selection, where they lead, and what they leave alone. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useBrowser } from './browser.ts';
import { event, manyEvents, update } from './fixture.ts';
import { type Harness, settle, type TimelinePage } from './page.ts';
import { realisticEvents } from './realistic-events.ts';
import { COUNCIL, DECLARATION, ISTANBUL, storiedEvents } from './story-fixture.ts';
import { MAIN_THEMES, themed } from './themes.ts';

const GABALA = 'summit/ots-summit-2025-gabala';
const openPage = useBrowser();
let timeline: TimelinePage;

async function show(events = storiedEvents(), options: Parameters<Harness['open']>[0] = {}): Promise<Page> {
  timeline = await openPage({ width: 1400, height: 800, ...options });
  await timeline.send({ type: 'update', update: update(events) });
  return timeline.page;
}

const choose = async (page: Page, key: string | null) => {
  await timeline.send({ type: 'select', key, reveal: true });
  await settle(page);
};
const ties = (page: Page) => page.locator('.tie');
const sayings = async (page: Page) => (await page.locator('.tie > title').allTextContents()).sort();
const opened = async () => (await timeline.posted()).filter(({ type }) => type === 'open');

/** Distance in px between where a line ends and the glyph of the item it leads to. */
async function missBy(page: Page, tie: string, item: string): Promise<number> {
  const end = await page
    .locator('.tie', { hasText: tie })
    .locator('.tie-line')
    .evaluate((line) => {
      const path = line as SVGPathElement;
      const { x, y } = path.getPointAtLength(path.getTotalLength()).matrixTransform(path.getScreenCTM()!);
      return { x, y };
    });
  const box = (await page.locator(`.item[aria-label^="${item},"] .glyph`).first().boundingBox())!;
  const away = (value: number, from: number, to: number) => Math.max(from - value, value - to, 0);
  return Math.max(away(end.x, box.x, box.x + box.width), away(end.y, box.y, box.y + box.height));
}

describe('ties', () => {
  it('show on selection, lead to what is tied both ways, and go with it', async () => {
    const page = await show();
    expect(await ties(page).count()).toBe(0);
    await choose(page, GABALA);
    expect(await ties(page).count()).toBeGreaterThan(8);
    expect(await sayings(page)).toContain('OTS+ format: made at 12th OTS summit, Gabala');
    expect(await page.locator('.item.tied').count()).toBeGreaterThan(8);
    expect(await missBy(page, 'OTS+ format', '12th OTS summit, Gabala')).toBeLessThan(12);
    await choose(page, COUNCIL);
    expect(await sayings(page)).toEqual([
      'A council on cybersecurity: aims at Target: a council on cybersecurity',
      'A council on cybersecurity: is related to Cybersecurity Council within the OTS',
      'A council on cybersecurity: made at 8th OTS summit, Istanbul',
      'A council on cybersecurity: on its way at 11th OTS summit, Bishkek',
      'A council on cybersecurity: on its way at 9th OTS summit, Samarkand',
      'A council on cybersecurity: on its way at Bishkek Declaration',
    ]);
    await choose(page, null);
    expect(await ties(page).count()).toBe(0);
    expect(await page.locator('.item.tied').count()).toBe(0);
  });

  it('end where their items are, in every lane and at every scale', async () => {
    const page = await show();
    await page.selectOption('.dimension', 'kind');
    await choose(page, COUNCIL);
    for (const key of ['', '+', '+', '-', '-', '-']) {
      if (key) await page.keyboard.press(key);
      await settle(page);
      expect(await missBy(page, 'made at', '8th OTS summit, Istanbul')).toBeLessThan(12);
    }
  });

  it('move with the drawing while one pans and scrolls', async () => {
    const page = await show(storiedEvents(), { width: 900, height: 420 });
    await choose(page, COUNCIL);
    await page.mouse.move(600, 300);
    await page.keyboard.down('Shift');
    await page.mouse.wheel(0, 60);
    await page.keyboard.up('Shift');
    await page.mouse.wheel(0, -30);
    await settle(page);
    expect(await missBy(page, 'made at', '8th OTS summit, Istanbul')).toBeLessThan(12);
  });

  it('show for what keys bring the focus to as well, beside those of the selection', async () => {
    const page = await show();
    await choose(page, COUNCIL);
    const alone = await ties(page).count();
    await page.locator('.item[tabindex="0"]').focus();
    await page.locator(`.item[data-key="${GABALA}"]`).focus();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowRight');
    await settle(page);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-key'))).toBe(GABALA);
    expect(await ties(page).count()).toBeGreaterThan(alone);
    await page.keyboard.press('/');
    await settle(page);
    expect(await ties(page).count()).toBe(alone);
  });

  it('follow edits: a tie that is gone is no longer drawn', async () => {
    const page = await show();
    await choose(page, COUNCIL);
    const before = await ties(page).count();
    const removed = [DECLARATION, 'proposal/kaz-ots-cybersecurity-council-2025'];
    await timeline.send({ type: 'update', update: update([], { whole: false, revision: 2, removed }) });
    expect(await ties(page).count()).toBe(before - 2);
  });

  it('say at the edge of the screen what is beyond it, and a click goes there', async () => {
    const page = await show();
    await choose(page, COUNCIL);
    await page.keyboard.press('f');
    await settle(page);
    const post = page.locator('.signpost:visible', { hasText: '9th OTS summit, Samarkand' });
    const box = (await post.boundingBox())!;
    expect(box.x + box.width).toBeGreaterThan(1300);
    expect(box.x + box.width).toBeLessThanOrEqual(1400);
    const boxes = await page
      .locator('.signpost:visible')
      .evaluateAll((all) => all.map((it) => it.getBoundingClientRect().toJSON() as DOMRect));
    for (const [index, a] of boxes.entries()) {
      for (const b of boxes.slice(index + 1))
        expect(a.bottom <= b.top || b.bottom <= a.top || a.right <= b.left || b.right <= a.left).toBe(true);
    }
    await post.click();
    await settle(page);
    expect(await opened()).toEqual([{ type: 'open', key: 'summit/ots-summit-2022-samarkand', focus: false }]);
    expect(await page.locator('.item.selected').getAttribute('data-key')).toBe('summit/ots-summit-2022-samarkand');
  });

  it('are told apart by their dashes, and say nothing to a screen reader', async () => {
    const page = await show();
    await choose(page, COUNCIL);
    const dashes = await page
      .locator('.tie')
      .evaluateAll((all) =>
        Object.fromEntries(
          all.map((it) => [it.getAttribute('class'), getComputedStyle(it.querySelector('.tie-line')!).strokeDasharray]),
        ),
      );
    expect(Object.keys(dashes).sort()).toEqual([
      'tie tie-made-at',
      'tie tie-related',
      'tie tie-step',
      'tie tie-target',
    ]);
    expect(new Set(Object.values(dashes)).size).toBe(4);
    expect(await page.locator('.ties[aria-hidden=true]').count()).toBe(1);
    expect(await page.locator('.ties-front[aria-hidden=true]').count()).toBe(1);
  });

  it.each(MAIN_THEMES)('stand out from the ground in %s', async (theme) => {
    const page = await show(storiedEvents(), themed(theme));
    await choose(page, COUNCIL);
    const [line, ground] = await page.evaluate(() => [
      getComputedStyle(document.querySelector('.tie-line')!).stroke,
      getComputedStyle(document.body).backgroundColor,
    ]);
    expect(contrast(line!, ground!)).toBeGreaterThan(3);
  });

  it('of a record to which hundreds are tied stay few, and a frame short', async () => {
    const hub = event({ kind: 'summit', id: 'hub', title: 'Hub', date: '2015-06-01', org: ['org-1'] });
    const many = manyEvents(10_000).map((each) => ({ ...each, links: [{ to: hub.key, type: 'made-at' as const }] }));
    const page = await show([hub, ...many]);
    await choose(page, hub.key);
    expect(await ties(page).count()).toBeLessThanOrEqual(40);
    expect(await ties(page).count()).toBeGreaterThan(10);
    expect(await page.locator('svg.surface *').count()).toBeLessThan(1600);
    await page.keyboard.press('+');
    await settle(page);
    expect(await page.locator('.signpost:visible').count()).toBeLessThanOrEqual(8);
  });

  it('shows a hostile title as text', async () => {
    const title = '<script>alert(1)</script>';
    const page = await show([
      event({ kind: 'summit', id: 'a', title, date: '2024-01-01', links: [{ to: 'summit/b', type: 'related' }] }),
      event({ kind: 'summit', id: 'b', title, date: '2025-01-01' }),
    ]);
    await choose(page, 'summit/a');
    expect(await page.locator('.tie > title').textContent()).toBe(`${title}: is related to ${title}`);
    expect(await page.locator('.tie script').count()).toBe(0);
  });
});

describe('the story of a proposal', () => {
  it('shows when it is selected: a mark a step at its date, on a line along its row', async () => {
    const page = await show();
    expect(await page.locator('.story-mark').count()).toBe(0);
    await choose(page, COUNCIL);
    const titles = await page.locator('.story-mark > title').allTextContents();
    expect(titles).toEqual([
      'Announced, 2021-11-12',
      'Under consideration, some time in 2022-11',
      'Adopted, 2024-11-06',
      'Implemented, about some time in 2025-03',
    ]);
    const glyph = (await page.locator(`.item[data-key="${COUNCIL}"] .glyph`).boundingBox())!;
    const bishkek = (await page
      .locator('.item[aria-label^="11th OTS summit, Bishkek,"] .glyph')
      .first()
      .boundingBox())!;
    const marks = await page
      .locator('.story-mark circle')
      .evaluateAll((all) => all.map((it) => it.getBoundingClientRect().toJSON() as DOMRect));
    const middle = ({ x, width }: { x: number; width: number }) => x + width / 2;
    expect(middle(marks[0]!)).toBeCloseTo(middle(glyph), -1);
    expect(middle(marks[2]!)).toBeCloseTo(middle(bishkek), -1);
    for (const mark of marks) expect(mark.y - glyph.y).toBeLessThan(22);
    await choose(page, ISTANBUL);
    expect(await page.locator('.story-mark').count()).toBe(0);
  });

  it('takes steps together as a count when one goes far away, and parts them again', async () => {
    const page = await show(storiedEvents(), { width: 640 });
    await choose(page, COUNCIL);
    await page.keyboard.press('0');
    for (let step = 0; step < 3; step++) await page.keyboard.press('-');
    await settle(page);
    const stack = page.locator('.story-mark', { has: page.locator('.story-stack') });
    expect(await stack.count()).toBeGreaterThan(0);
    expect(Number(await stack.first().locator('text').textContent())).toBeGreaterThan(1);
    for (let step = 0; step < 6; step++) await page.keyboard.press('+');
    await settle(page);
    expect(await page.locator('.story-stack').count()).toBe(0);
  });

  it('says its words where there is room', async () => {
    const alone = storiedEvents().filter(({ key }) => key.startsWith(COUNCIL));
    const page = await show(alone);
    await choose(page, COUNCIL);
    expect(await page.locator('.story-label').allTextContents()).toEqual([
      'Announced',
      'Under consideration',
      'Adopted',
      'c. Implemented',
    ]);
  });

  it('leads from a step to its document by a click', async () => {
    const page = await show();
    await choose(page, COUNCIL);
    await page.locator('.story-mark', { hasText: 'Adopted' }).click();
    expect(await opened()).toEqual([{ type: 'open', key: DECLARATION, focus: false }]);
  });
});

describe('hand-overs', () => {
  it('stand on the border of two terms and say who follows whom', async () => {
    const page = await show(realisticEvents());
    const says = await page.locator('.handover > title').allTextContents();
    expect(says).toContain('Hand-over: Kazakhstan → Kyrgyzstan, 6 November 2024');
    const sign = (await page
      .locator('.handover', { hasText: 'Kazakhstan → Kyrgyzstan, 6' })
      .locator('path')
      .first()
      .boundingBox())!;
    const band = (await page.locator('.band[data-key="chairmanship/ots-chair-2024-kgz"] .strip').boundingBox())!;
    expect(sign.x + sign.width / 2).toBeCloseTo(band.x, -1);
    expect(says).toContain('Gap between terms: Tajikistan until 16 September 2021, Belarus from 23 November 2022');
    expect(await page.locator('.handovers[aria-hidden=true]').count()).toBe(1);
  });

  it('show in the lane of a state where the other took over', async () => {
    const page = await show(realisticEvents());
    await page.selectOption('.dimension', 'state');
    await settle(page);
    const says = await page.locator('.handover > title').allTextContents();
    expect(says.filter((words) => words.includes('Azerbaijan →'))).toHaveLength(1);
    expect(says.filter((words) => words.includes('→ Azerbaijan'))).toHaveLength(1);
    expect(await page.locator('.handover.gap').count()).toBe(0);
  });

  it('are drawn anew when terms change', async () => {
    const page = await show(realisticEvents());
    const before = await page.locator('.handover').count();
    const removed = ['chairmanship/ots-chair-2022-uzb'];
    await timeline.send({ type: 'update', update: update([], { whole: false, revision: 2, removed }) });
    expect(await page.locator('.handover > title').allTextContents()).toContain(
      'Gap between terms: Türkiye until 11 November 2022, Kazakhstan from 3 November 2023',
    );
    expect(await page.locator('.handover').count()).toBe(before - 1);
  });
});

/** Contrast of two colours as `rgb(r, g, b)`, after WCAG 2. */
function contrast(one: string, other: string): number {
  const luminance = (color: string): number => {
    const [r = 0, g = 0, b = 0] = (color.match(/[\d.]+/g) ?? []).map((part) => {
      const value = Number(part) / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}
