/** Choosing in a real Chromium under the strict policy: what is left, what says so, what is kept. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useBrowser } from './browser.ts';
import {
  box,
  chips,
  count,
  filterButton,
  filterOf,
  focused,
  group,
  JOINT,
  lanes,
  open,
  type Shown,
  sheet,
  worldly,
} from './filters-page.ts';
import { event, update } from './fixture.ts';
import { settle, type TimelinePage } from './page.ts';

const openPage = useBrowser();
let timeline: TimelinePage;

async function show(...shown: Shown): Promise<Page> {
  timeline = await open(openPage, ...shown);
  return timeline.page;
}

describe('the sheet', () => {
  it('opens below the bar, takes the focus, and gives it back with Esc', async () => {
    const page = await show();
    expect(await filterButton(page).getAttribute('aria-expanded')).toBe('false');
    await filterButton(page).click();
    expect(await filterButton(page).getAttribute('aria-expanded')).toBe('true');
    expect(await sheet(page).isVisible()).toBe(true);
    expect(await page.evaluate(() => document.activeElement?.closest('fieldset')?.dataset.facet)).toBe('organization');
    await page.keyboard.press('Escape');
    expect(await sheet(page).isVisible()).toBe(false);
    expect(await focused(page)).toBe('Filter');
  });

  it('has a group for each facet, its values counted and the most used first', async () => {
    const page = await show();
    await filterButton(page).click();
    for (const name of ['Organization', 'State', 'Person', 'Domain', 'Status', 'Kind']) {
      expect(await group(page, name).isVisible(), name).toBe(true);
    }
    const counts = await group(page, 'Kind').locator('.choice-count').allTextContents();
    expect(counts.map(Number)).toEqual([...counts.map(Number)].sort((a, b) => b - a));
    expect(counts.reduce((sum, one) => sum + Number(one), 0)).toBe(74);
  });

  it('leaves any of a facet and all of them across, and says how many at once', async () => {
    const page = await show();
    await filterButton(page).click();
    await box(page, /^Shanghai/).check();
    expect(await count(page)).toBe('12 of 74');
    await box(page, /^Conference on/).check();
    expect(await count(page)).toBe('15 of 74');
    expect(await lanes(page)).toHaveLength(2);
    await box(page, /^Summits/).check();
    expect(await count(page)).toBe('11 of 74');
    expect(await filterButton(page).getAttribute('aria-label')).toBe('Filter: 3 chosen');
    expect(await filterOf(timeline)).toEqual({
      text: '',
      facets: { organization: ['sco', 'cica'], kind: ['summit'] },
      compare: [],
    });
    await page.waitForFunction(() => document.querySelector('[aria-live]')?.textContent === '11 of 74 events');
    await group(page, 'Organization').getByRole('button', { name: 'Clear organization' }).click();
    expect(await box(page, /^Shanghai/).isChecked()).toBe(false);
    await page.getByRole('button', { name: 'Clear search and filters' }).click();
    expect(await count(page)).toBe('74 of 74');
    expect(await sheet(page).getByRole('checkbox', { checked: true }).count()).toBe(0);
  });

  it('tells with each value what choosing it gives', async () => {
    const page = await show();
    await filterButton(page).click();
    await box(page, /^Organization of Turkic/).check();
    for (const [name, one] of [
      ['Domain', 'Cybersecurity'],
      ['Status', 'Held'],
      ['State', 'Kazakhstan'],
    ] as const) {
      const choice = group(page, name).locator('.choice', { hasText: one });
      const promised = await choice.locator('.choice-count').textContent();
      await choice.locator('input').check();
      expect(await count(page), one).toBe(`${promised} of 74`);
      await choice.locator('input').uncheck();
    }
  });

  it('is walked and used by keyboard alone, and keeps the focus on what is ticked', async () => {
    const page = await show();
    await page.keyboard.press('Tab');
    while ((await focused(page)) !== 'Filter') await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const first = await page.evaluate(() => document.activeElement?.closest('label')?.textContent);
    await page.keyboard.press('Space');
    expect(await page.evaluate(() => document.activeElement?.closest('label')?.textContent)).toBe(first);
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).checked)).toBe(true);
    expect(await count(page)).not.toBe('74 of 74');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    while (!(await focused(page)).startsWith('Remove organization')) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await count(page)).toBe('74 of 74');
    expect(await focused(page)).toBe('Filter');
  });

  it('shows what is ticked in forced colours', async () => {
    const page = await show();
    await page.emulateMedia({ forcedColors: 'active' });
    await filterButton(page).click();
    await box(page, /^Held/).check();
    const [tick, ground] = await box(page, /^Held/).evaluate((it) => [
      getComputedStyle(it, '::before').backgroundColor,
      getComputedStyle(it).backgroundColor,
    ]);
    expect(tick).not.toBe(ground);
  });

  it('follows edits while it is open, and keeps what is chosen and focused', async () => {
    const page = await show();
    await filterButton(page).click();
    await box(page, /^Türkiye/).check();
    const more = event({ kind: 'summit', id: 'new', title: 'New', date: '2025-01-01', org: ['ots'], state: ['TUR'] });
    const before = Number(
      await group(page, 'State').locator('.choice', { hasText: 'Türkiye' }).locator('.choice-count').textContent(),
    );
    await timeline.send({ type: 'update', update: update([more], { whole: false, revision: 2 }) });
    const choice = group(page, 'State').locator('.choice', { hasText: 'Türkiye' });
    expect(await choice.locator('.choice-count').textContent()).toBe(String(before + 1));
    expect(await choice.locator('input').isChecked()).toBe(true);
    expect(await choice.locator('input').evaluate((it) => it === document.activeElement)).toBe(true);
  });

  it.each([
    [600, 400],
    [320, 480],
    [900, 300],
  ])('leaves the drawing its room at %d × %d, and scrolls', async (width, height) => {
    const page = await show(undefined, { width, height });
    await filterButton(page).click();
    await settle(page);
    const stage = (await page.locator('.stage').boundingBox())!;
    expect(stage.height).toBeGreaterThan(height * 0.25);
    expect(await page.evaluate(() => document.documentElement.scrollHeight <= innerHeight)).toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await box(page, /^Proposals/).check();
    expect(await count(page)).toMatch(/^\d+ of 74$/);
  });
});

describe('many values', () => {
  it('are few at first, all on demand, and found by name or by another name', async () => {
    const page = await show(...worldly(10_000));
    await filterButton(page).click();
    const states = group(page, 'State');
    expect(await states.getByRole('checkbox').count()).toBe(8);
    await states.getByRole('button', { name: 'Show all 200' }).click();
    expect(await states.getByRole('checkbox').count()).toBe(200);
    await states.getByRole('button', { name: 'Show fewer' }).click();
    await states.getByRole('textbox', { name: 'Find state' }).fill('держава 137');
    expect(await states.locator('.choice-name').allTextContents()).toEqual(['State 137']);
    await states.getByRole('checkbox').check();
    expect(await count(page)).toBe('50 of 10,000');
    await page.getByRole('textbox', { name: 'Find state' }).press('Escape');
    expect(await sheet(page).isVisible(), 'Esc has emptied the field only').toBe(true);
    expect(await states.locator('.choice-name').allTextContents()).toContain('State 137');
    await states.getByRole('textbox').fill('no such state');
    expect(await states.textContent()).toContain('Nothing is called “no such state”');
  }, 90_000);

  it('never fill the page: thousands of persons are found by name', async () => {
    const page = await show(...worldly(6000));
    await filterButton(page).click();
    const persons = group(page, 'Person');
    await persons.getByRole('button', { name: /^Show all/ }).click();
    expect(await persons.getByRole('checkbox').count()).toBe(200);
    expect(await persons.textContent()).toContain('more can be found by name');
  }, 90_000);
});

describe('chips', () => {
  it('tell what is chosen while the sheet is closed, and take it back', async () => {
    const page = await show();
    await filterButton(page).click();
    await box(page, /^Organization of Turkic/).check();
    await box(page, /^Kazakhstan/).check();
    await box(page, /^Held/).check();
    expect(await chips(page).count()).toBe(0);
    await page.keyboard.press('Escape');
    expect(await chips(page).allTextContents()).toEqual(['OTS', 'Kazakhstan', 'Held']);
    await page.getByRole('button', { name: 'Remove organization OTS' }).click();
    expect(await chips(page).allTextContents()).toEqual(['Kazakhstan', 'Held']);
    expect(await focused(page)).toBe('Remove state Kazakhstan');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    expect(await chips(page).count()).toBe(0);
    expect(await count(page)).toBe('74 of 74');
    expect(await focused(page)).toBe('Filter');
  });

  it('stay in one line however many they are', async () => {
    const [events, , names] = worldly(400);
    const state = Array.from({ length: 20 }, (_, n) => `S${n}`);
    const page = await show(events, { state: { filter: { text: '', facets: { state }, compare: [] } } }, names);
    expect(await chips(page).count()).toBe(20);
    const line = (await page.locator('.choices').boundingBox())!;
    expect(line.height).toBeLessThan(40);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await page.getByRole('button', { name: 'Remove state State 19', exact: true }).focus();
    const last = (await page.getByRole('button', { name: 'Remove state State 19', exact: true }).boundingBox())!;
    expect(last.x + last.width).toBeLessThanOrEqual(900);
  });
});

describe('a saved filter', () => {
  it('comes back with its chips, ticks and words', async () => {
    const page = await show();
    await filterButton(page).click();
    await box(page, /^Kazakhstan/).check();
    await page.fill('.search-input', 'summit');
    await settle(page);
    const state = await timeline.state();
    const before = await count(page);
    await page.close();
    const again = await show(undefined, { state });
    expect(await count(again)).toBe(before);
    expect(await chips(again).allTextContents()).toEqual(['Kazakhstan']);
    expect(await again.locator('.search-input').inputValue()).toBe('summit');
    await filterButton(again).click();
    expect(await box(again, /^Kazakhstan/).isChecked()).toBe(true);
  });

  it('shows and takes back what nobody has any more', async () => {
    const filter = { text: '', facets: { organization: ['gone'], colour: ['red'], kind: [7] }, compare: [] };
    const page = await show(undefined, { state: { filter } });
    expect(await count(page)).toBe('0 of 74');
    expect(await page.locator('.empty h2').textContent()).toBe('No events in gone');
    await filterButton(page).click();
    expect(await box(page, /^gone/).isChecked()).toBe(true);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Remove organization gone' }).click();
    expect(await count(page)).toBe('74 of 74');
  });
});

describe('hostile names', () => {
  it('are text wherever they stand, and keys are only keys', async () => {
    const evil = '<img src=x onerror=alert(1)>';
    const hostile = event({
      kind: 'summit',
      id: 'evil',
      title: evil,
      date: '2025-10-07',
      org: [evil, 'constructor', '__proto__'],
      state: [evil],
      domain: [evil],
      status: evil,
    });
    const page = await show([hostile, JOINT]);
    await filterButton(page).click();
    await box(page, evil).first().check();
    await page.keyboard.press('Escape');
    expect(await chips(page).allTextContents()).toEqual([evil]);
    await page.getByRole('button', { name: `Remove organization ${evil}` }).click();
    await filterButton(page).click();
    await page.getByRole('combobox', { name: 'First organization to compare' }).selectOption('__proto__');
    await page.getByRole('combobox', { name: 'Second organization to compare' }).selectOption(evil);
    await sheet(page).getByRole('button', { name: 'Compare', exact: true }).click();
    expect(await page.locator('.comparison').textContent()).toContain(`__proto__ 1, ${evil} 1, 1 shared`);
    await page.fill('.search-input', evil.repeat(2));
    expect(await page.locator('.empty h2').textContent()).toContain(evil);
    expect(await page.locator('img').count()).toBe(0);
  });
});
