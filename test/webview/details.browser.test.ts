/** The card of the selected record in a real Chromium: how it opens and closes, what it shows, where it leads, what it leaves alone. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { SavedState } from '../../client/timeline/webview/saved-state.ts';
import type { TimelineDetails, TimelineEvent } from '../../server/protocol.ts';
import { useBrowser } from './browser.ts';
import { event, manyEvents, update } from './fixture.ts';
import { type Harness, settle, type TimelinePage } from './page.ts';
import { realisticEvents } from './realistic-events.ts';
import { BISHKEK, COUNCIL, councilDetails, storiedEvents } from './story-fixture.ts';

const openPage = useBrowser();
let timeline: TimelinePage;

async function show(events = storiedEvents(), options: Parameters<Harness['open']>[0] = {}): Promise<Page> {
  timeline = await openPage(options);
  await timeline.send({ type: 'update', update: update(events) });
  return timeline.page;
}

/** Shows the proposal with all that the host knows of it. */
async function showCouncil(options: Parameters<Harness['open']>[0] = {}): Promise<Page> {
  const page = await show(storiedEvents(), options);
  await timeline.send({ type: 'select', key: COUNCIL, reveal: true });
  await page.keyboard.press('d');
  await timeline.send({ type: 'details', key: COUNCIL, details: councilDetails() });
  await settle(page);
  return page;
}

const card = (page: Page) => page.getByRole('complementary', { name: 'Details' });
const named = (page: Page, title: string) => page.locator(`.item[aria-label^="${title},"]`).first();
const posted = async (type: string) => (await timeline.posted()).filter((message) => message.type === type);
const viewOf = async () => ((await timeline.state()) as SavedState).view!;
/** Days since 1970 at the left edge of the plot. */
async function leftEdge(page: Page): Promise<number> {
  const { center, pxPerDay } = await viewOf();
  const plot = await page.locator('.scroller').evaluate((it) => it.clientWidth);
  const head = innerHead(await page.evaluate(() => innerWidth));
  return center / 86_400_000 - (plot - head) / 2 / pxPerDay;
}
const innerHead = (width: number) => (width < 640 ? 112 : 176);

describe('opening', () => {
  it('follows a click on a record, and is closed by its button, which gives the focus back', async () => {
    const page = await show();
    expect(await card(page).count()).toBe(0);
    await named(page, 'Sixth CICA summit, Astana').locator('.glyph').click();
    await card(page).waitFor();
    expect(await card(page).getByRole('heading', { level: 2 }).textContent()).toBe('Sixth CICA summit, Astana');
    expect(await posted('details')).toEqual([{ type: 'details', key: 'summit/cica-summit-2022' }]);
    await card(page).getByRole('button', { name: 'Close details' }).focus();
    await page.keyboard.press('Enter');
    expect(await card(page).count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toContain(
      'Sixth CICA summit',
    );
    await settle(page);
    expect((await timeline.state()) as SavedState).toMatchObject({ selection: 'summit/cica-summit-2022' });
  });

  it('is done and undone by key, by button and by Esc', async () => {
    const page = await show();
    await page.keyboard.press('d');
    expect(await card(page).textContent()).toContain('No record is selected');
    await page.getByRole('button', { name: /^Details of the selected record/ }).click();
    expect(await card(page).count()).toBe(0);
    await page.keyboard.press('D');
    await timeline.send({ type: 'select', key: COUNCIL, reveal: false });
    await card(page).getByRole('button', { name: 'Close details' }).focus();
    await page.keyboard.press('Escape');
    expect(await card(page).count()).toBe(0);
    expect(await page.locator('.item.selected').count()).toBeGreaterThan(0);
    await page.keyboard.press('Escape');
    expect(await page.locator('.item.selected').count()).toBe(0);
  });

  it.each([900, 600])(
    'moves nothing under the pointer in a panel %i px wide, so that a double click still hits',
    async (width) => {
      const page = await show(storiedEvents(), { width });
      const places = (): Promise<Record<string, number>> =>
        page
          .locator('.item .glyph')
          .evaluateAll((all) =>
            Object.fromEntries(
              all.map((it) => [it.parentElement?.getAttribute('aria-label'), it.getBoundingClientRect().x]),
            ),
          );
      const before = { places: await places(), left: await leftEdge(page) };
      const item = named(page, 'Collective Security Council, online').locator('.glyph');
      await item.dblclick();
      await settle(page);
      await card(page).waitFor();
      expect(await posted('open')).toEqual([
        { type: 'open', key: 'summit/csto-csc-2020', focus: false },
        { type: 'open', key: 'summit/csto-csc-2020', focus: true },
      ]);
      expect(await leftEdge(page)).toBeCloseTo(before.left, 1);
      const after = await places();
      for (const [label, x] of Object.entries(after)) {
        if (label in before.places && x > 200) expect(Math.abs(x - before.places[label]!), label).toBeLessThan(1.5);
      }
      await page.keyboard.press('d');
      await settle(page);
      expect(await leftEdge(page)).toBeCloseTo(before.left, 1);
    },
  );

  it('waits where it would lie under the pointer, and then brings what was chosen back in sight', async () => {
    const page = await show();
    const item = named(page, 'First CSTO conference on cybersecurity').locator('.label');
    const box = (await item.boundingBox())!;
    expect(box.x).toBeGreaterThan(560);
    await item.dblclick();
    expect((await posted('open')).map((message) => 'focus' in message && message.focus)).toEqual([false, true]);
    await card(page).waitFor();
    await settle(page);
    const edge = (await card(page).boundingBox())!.x;
    const now = (await named(page, 'First CSTO conference on cybersecurity').locator('.glyph').boundingBox())!;
    expect(now.x + now.width).toBeLessThan(edge);
  });

  it('lays nothing out anew: rows stay as they were, also among 10,000 events', async () => {
    const page = await show(manyEvents(10_000), { width: 1000, height: 700 });
    const rows = () =>
      page
        .locator('.item')
        .evaluateAll((all) =>
          Object.fromEntries(
            all.map((it) => [
              it.getAttribute('aria-label'),
              /,(-?\d+)\)/.exec(it.getAttribute('transform') ?? '')?.[1],
            ]),
          ),
        );
    const before = await rows();
    await page.keyboard.press('d');
    await settle(page);
    const after = Object.entries(await rows());
    expect(after.length).toBeGreaterThan(50);
    for (const [label, row] of after) if (label in before) expect(row, label).toBe(before[label]);
  });

  it('stands beside a wide drawing and below a narrow one', async () => {
    const page = await showCouncil({ width: 760, height: 600 });
    const wide = (await card(page).boundingBox())!;
    expect(wide.x + wide.width).toBeCloseTo(760, 0);
    expect(wide.height).toBeGreaterThan(500);
    await page.setViewportSize({ width: 600, height: 600 });
    await settle(page);
    const narrow = (await card(page).boundingBox())!;
    expect(narrow.width).toBeCloseTo(600, 0);
    expect(narrow.height).toBeLessThanOrEqual(600 * 0.45);
    expect(narrow.y + narrow.height).toBeCloseTo(600, 0);
    await page.setViewportSize({ width: 320, height: 480 });
    await settle(page);
    expect(await card(page).evaluate((it) => it.scrollWidth <= it.clientWidth)).toBe(true);
  });

  it('outlives the page, with the view as it was', async () => {
    const page = await showCouncil();
    const state = await timeline.state();
    expect(state).toMatchObject({ details: true });
    await page.close();
    const again = await show(storiedEvents(), { state });
    expect(await timeline.state()).toEqual(state);
    expect(await card(again).getByRole('heading', { level: 2 }).textContent()).toBe('A council on cybersecurity');
  });
});

describe('content', () => {
  it('says what the record says: date, lanes, facts, problems, story, sources and what it is tied to', async () => {
    const page = await showCouncil();
    const text = async (selector: string) => (await card(page).locator(selector).allTextContents()).join(' | ');
    expect(await text('.details-kind')).toBe('Proposal·Implemented');
    expect(await text('.details-parts > .details-date')).toBe('2021-11-12');
    expect(await text('dt')).toBe('Organization | States | Person | Domain | Type | Purpose');
    expect(await text('.details-problems li')).toBe(
      'Error: “mad_at” is not a field of a proposal; did you mean “made_at”? | Warning: The source of 2022 says “club”.',
    );
    expect(await card(page).locator('ol > li').count()).toBe(4);
    expect(await text('ol > li:nth-child(3)')).toBe(
      'Adopted2024-11-06At 11th OTS summit, BishkekIn Bishkek Declaration',
    );
    expect(await text('h3')).toBe('Problems | Storyline | Sources | Refers to | Referred to by');
    expect(await text('blockquote')).toBe('Предлагаю создать Совет по кибербезопасности.');
    expect(await text('.details-sources li:nth-child(2)')).toBe('Bishkek Declaration, textSupports the whole record');
    const link = card(page).getByRole('link');
    expect(await link.textContent()).toBe('www.akorda.kz/ru/речь-2021');
    expect(await link.getAttribute('rel')).toContain('noopener');
  });

  it('leads to records: in the card, in the drawing and in the text', async () => {
    const page = await showCouncil();
    await card(page).locator('ol').getByRole('button', { name: '11th OTS summit, Bishkek' }).click();
    await settle(page);
    expect((await posted('open')).at(-1)).toEqual({ type: 'open', key: BISHKEK, focus: false });
    expect((await posted('details')).at(-1)).toEqual({ type: 'details', key: BISHKEK });
    expect(await card(page).getByRole('heading', { level: 2 }).textContent()).toBe('11th OTS summit, Bishkek');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('11th OTS summit, Bishkek');
    const item = (await named(page, '11th OTS summit, Bishkek').locator('.glyph').boundingBox())!;
    expect(item.x).toBeLessThan((await card(page).boundingBox())!.x);
    await card(page).getByRole('button', { name: 'Open in the text' }).click();
    expect((await posted('open')).at(-1)).toEqual({ type: 'open', key: BISHKEK, focus: true });
  });

  it('stays when a source is opened that is not on the timeline', async () => {
    const page = await showCouncil();
    await card(page).getByRole('button', { name: 'Speech at the eighth summit of the Turkic Council' }).click();
    expect((await posted('open')).at(-1)).toEqual({ type: 'open', key: 'source/akorda-2021', focus: false });
    await timeline.send({ type: 'select', key: 'source/akorda-2021', reveal: true });
    expect(await card(page).getByRole('heading', { level: 2 }).textContent()).toBe('A council on cybersecurity');
    await timeline.send({ type: 'select', key: null, reveal: false });
    expect(await card(page).getByRole('heading', { level: 2 }).textContent()).toBe('No record is selected');
  });

  it('is there at once, and fills up without flicker when the host answers', async () => {
    const page = await show();
    await timeline.send({ type: 'select', key: COUNCIL, reveal: true });
    await page.keyboard.press('d');
    expect(await card(page).textContent()).toContain('Implemented');
    expect(await card(page).locator('[aria-busy=true]').count()).toBe(1);
    await card(page).getByText('Reading the record…').waitFor();
    await timeline.send({ type: 'details', key: 'summit/other', details: { facts: [], citations: [], related: [] } });
    expect(await card(page).locator('[aria-busy=true]').count()).toBe(1);
    await timeline.send({ type: 'details', key: COUNCIL, details: null });
    expect(await card(page).locator('[aria-busy=true]').count()).toBe(0);
    expect(await card(page).getByText('Reading the record…').isVisible()).toBe(false);
  });

  it('follows edits without losing scroll or focus, and touches nothing while nothing has changed', async () => {
    const page = await showCouncil({ height: 420 });
    const related = card(page).getByRole('button', { name: 'Kazakhstan' });
    await related.focus();
    await card(page).evaluate((it) => it.scrollTo(0, 500));
    await related.evaluate((it) => {
      (it as HTMLElement & { same?: boolean }).same = true;
    });
    const isSame = () => related.evaluate((it) => (it as HTMLElement & { same?: boolean }).same === true);
    const other = event({ kind: 'summit', id: 'other', title: 'Other', date: '2020-01-01' });
    await timeline.send({ type: 'update', update: update([other], { whole: false, revision: 2 }) });
    expect(await posted('details')).toHaveLength(2);
    expect(await isSame()).toBe(true);
    const changed: TimelineDetails = { ...councilDetails(), facts: [{ label: 'Type', text: 'Hold event' }] };
    await timeline.send({ type: 'details', key: COUNCIL, details: changed });
    expect(await card(page).textContent()).toContain('Hold event');
    expect(await isSame()).toBe(false);
    expect(await related.evaluate((it) => it === document.activeElement)).toBe(true);
    expect(await card(page).evaluate((it) => it.scrollTop)).toBeGreaterThan(400);
    await timeline.send({
      type: 'update',
      update: update([], { whole: false, revision: 3, removed: [COUNCIL, `${COUNCIL}#target`] }),
    });
    expect(await card(page).getByRole('heading', { level: 2 }).textContent()).toBe('No record is selected');
  });

  it('shows hostile titles, quotes and addresses as text', async () => {
    const title = '<img src=x onerror=alert(1)>\u202eevil';
    const hostile: TimelineEvent = {
      ...event({ kind: 'proposal', id: 'evil', title, date: '2025-01-01', org: [title], status: title }),
      story: [{ status: title, date: realisticEvents()[0]!.date, summit: title, document: 'constructor' }],
      problems: [{ severity: 'error', message: title }],
    };
    const page = await show([hostile]);
    await timeline.send({ type: 'select', key: hostile.key, reveal: true });
    await page.keyboard.press('d');
    const citation = { key: title, title, publisher: title, quote: title, locator: title, supports: [title] };
    await timeline.send({
      type: 'details',
      key: hostile.key,
      details: {
        facts: [{ label: title, text: title }],
        citations: [
          { ...citation, url: 'javascript:alert(1)' },
          { ...citation, url: `https://example.org/${title}` },
        ],
        related: [{ key: '__proto__', kind: title, title, role: title, direction: 'named-by' }],
      },
    });
    expect(await card(page).locator('img').count()).toBe(0);
    expect(await card(page).locator('blockquote').first().textContent()).toBe(title);
    expect(await card(page).locator('a').count()).toBe(1);
    expect(await card(page).locator('[href^="javascript" i]').count()).toBe(0);
    expect(await card(page).textContent()).toContain('javascript:alert(1)');
    await card(page).locator('.details-related').getByRole('button').click();
    expect((await posted('open')).at(-1)).toEqual({ type: 'open', key: '__proto__', focus: false });
  });

  it('is read in its own direction, and breaks words that are too long', async () => {
    const title = `قمة ${'لا'.repeat(200)}`;
    const page = await show([event({ kind: 'summit', id: 'x', title, date: '2025-01-01' })]);
    await timeline.send({ type: 'select', key: 'summit/x', reveal: true });
    await page.keyboard.press('d');
    const heading = card(page).getByRole('heading', { level: 2 });
    expect(await heading.evaluate((it) => getComputedStyle(it).direction)).toBe('rtl');
    expect(await card(page).evaluate((it) => it.scrollWidth <= it.clientWidth)).toBe(true);
  });
});

describe('keys', () => {
  it('reach everything in the card, one after the other', async () => {
    const page = await showCouncil();
    await card(page).getByRole('button', { name: 'Close details' }).focus();
    const reached: string[] = [];
    for (let step = 0; step < 11; step++) {
      await page.keyboard.press('Tab');
      reached.push((await page.evaluate(() => document.activeElement?.textContent)) ?? '');
      const outline = await page.evaluate(() => getComputedStyle(document.activeElement!).outlineWidth);
      expect(outline, reached.at(-1)!).toBe('2px');
    }
    expect(reached).toEqual([
      'Open in the text',
      '8th OTS summit, Istanbul',
      '9th OTS summit, Samarkand',
      '11th OTS summit, Bishkek',
      'Bishkek Declaration',
      'Speech at the eighth summit of the Turkic Council',
      'www.akorda.kz/ru/речь-2021',
      'Bishkek Declaration, text',
      '8th OTS summit, Istanbul',
      'Kazakhstan',
      'Cybersecurity Council within the OTS',
    ]);
    await page.keyboard.press('Enter');
    expect((await posted('open')).at(-1)).toMatchObject({ key: 'proposal/kaz-ots-cybersecurity-council-2025' });
  });

  it('open and leave the card from the drawing', async () => {
    const page = await show();
    await page.locator('.item[tabindex="0"]').focus();
    await page.keyboard.press(' ');
    await card(page).waitFor();
    expect(await page.evaluate(() => document.activeElement?.classList.contains('item'))).toBe(true);
    await page.keyboard.press('Escape');
    expect(await card(page).count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.classList.contains('item'))).toBe(true);
    expect(await posted('open')).toHaveLength(1);
  });
});
