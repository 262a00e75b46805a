/** Finding and comparing in a real Chromium under the strict policy: what is left, what says so, what is kept. */

import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { everydayWork } from '../support/yardstick.ts';
import { useBrowser } from './browser.ts';
import { box, chips, count, filterButton, filterOf, focused, lanes, open, type Shown, sheet } from './filters-page.ts';
import { manyEvents, update } from './fixture.ts';
import { settle, type TimelinePage } from './page.ts';
import { realisticEvents } from './realistic-events.ts';

const openPage = useBrowser();
let timeline: TimelinePage;

async function show(...shown: Shown): Promise<Page> {
  timeline = await open(openPage, ...shown);
  return timeline.page;
}

describe('searching', () => {
  it('finds by other names of records and lanes, in any script, case and order', async () => {
    const named = { ...realisticEvents()[0]!, aliases: ['Түрк кеңеши'] };
    const { laneNames } = update([]);
    const person = { 'kassym-jomart-tokayev': { name: 'Kassym-Jomart Tokayev', aliases: ['Токаев'] } };
    const page = await show([...realisticEvents().slice(1), named], {}, { laneNames: { ...laneNames, person } });
    for (const query of ['ТҮРК КЕҢЕШИ', 'турк кенеши', 'baku "ots summit"', 'sümmıt BAKU 7th']) {
      await page.fill('.search-input', query);
      expect(await count(page), query).toBe('1 of 73');
    }
    await page.fill('.search-input', 'токаев');
    expect(Number((await count(page))?.split(' ')[0])).toBeGreaterThan(5);
    await page.fill('.search-input', 'vision-of the turkic');
    expect(await count(page)).toBe('1 of 73');
  });

  it('goes to the first match with Enter or ↓, empties with Esc, and leaves with the next', async () => {
    const page = await show();
    await page.keyboard.press('/');
    expect(await page.locator('.search-input').evaluate((it) => it === document.activeElement)).toBe(true);
    for (const key of ['Enter', 'ArrowDown']) {
      await page.fill('.search-input', 'cica');
      await page.locator('.search-input').press(key);
      await settle(page);
      expect(await focused(page)).toContain('Sixth CICA summit, Astana');
      const glyph = (await page.locator('.item:focus .glyph').boundingBox())!;
      expect(glyph.x).toBeGreaterThan(170);
      await page.keyboard.press('/');
    }
    await page.keyboard.press('Escape');
    expect(await page.locator('.search-input').inputValue()).toBe('');
    expect(await count(page)).toBe('74 of 74');
    await page.keyboard.press('Escape');
    expect(await page.locator('.item:focus').count()).toBe(1);
  });

  it('keeps the focus when nothing is found, and clears from the empty page', async () => {
    const page = await show();
    await filterButton(page).click();
    await box(page, /^Organization of Turkic/).check();
    await box(page, /^Cybersecurity/).check();
    await page.keyboard.press('Escape');
    await page.fill('.search-input', ' visa ');
    await page.keyboard.press('Enter');
    expect(await page.locator('.search-input').evaluate((it) => it === document.activeElement)).toBe(true);
    expect(await page.locator('.empty h2').textContent()).toBe('No events match “visa” in OTS and Cybersecurity');
    await page.waitForFunction(() =>
      document.querySelector('[aria-live]')?.textContent?.startsWith('No events match “visa”'),
    );
    await page.locator('.empty').getByRole('button', { name: 'Clear search and filters' }).click();
    expect(await count(page)).toBe('74 of 74');
    expect(await page.locator('.search-input').evaluate((it) => it === document.activeElement)).toBe(true);
  });

  it('leaves Clear within reach on the empty page of a low panel', async () => {
    const page = await show(undefined, { width: 320, height: 260 });
    await page.fill('.search-input', 'nothing that could ever be found in here');
    const clear = page.locator('.empty').getByRole('button');
    await clear.scrollIntoViewIfNeeded();
    const [inner, outer] = [(await clear.boundingBox())!, (await page.locator('.empty').boundingBox())!];
    expect(inner.y + inner.height).toBeLessThanOrEqual(outer.y + outer.height);
    await clear.click();
    expect(await count(page)).toBe('74 of 74');
  });

  it('is smooth at 10,000 events, and groups thousands', async () => {
    const page = await show(manyEvents(10_000));
    expect(await count(page)).toBe('10,000 of 10,000');
    const times: number[] = [];
    for (const query of ['w', 'wa', 'wat', 'wate', 'water', 'water ', 'water 9', 'water 99']) {
      times.push(
        await page.evaluate((text) => {
          const field = document.querySelector<HTMLInputElement>('.search-input')!;
          field.value = text;
          const began = performance.now();
          field.dispatchEvent(new Event('input', { bubbles: true }));
          return performance.now() - began;
        }, query),
      );
    }
    expect(await count(page)).toMatch(/^\d{2,3} of 10,000$/);
    // A busy machine disturbs most of them, and hardly all.
    const [again = 0] = times.splice(5, 1);
    expect(Math.min(...times) / (await page.evaluate(everydayWork))).toBeLessThan(15);
    expect(again, 'a blank asks for nothing new').toBeLessThan(Math.max(...times));
  }, 90_000);
});

describe('comparing', () => {
  async function compare(page: Page, first: string, second: string, domain = ''): Promise<void> {
    await filterButton(page).click();
    await page.getByRole('combobox', { name: 'First organization to compare' }).selectOption(first);
    await page.getByRole('combobox', { name: 'Second organization to compare' }).selectOption(second);
    await page.getByRole('combobox', { name: 'Domain to compare on' }).selectOption(domain);
    await sheet(page).getByRole('button', { name: 'Compare', exact: true }).click();
    await settle(page);
  }

  it('puts two lanes beside each other on one domain, and counts them', async () => {
    const page = await show();
    await compare(page, 'ots', 'csto', 'cybersecurity');
    expect(await lanes(page)).toEqual([
      'Organization of Turkic States, 2 events',
      'Collective Security Treaty Organization, 2 events',
    ]);
    expect(await page.locator('.comparison').textContent()).toContain('OTS 2, CSTO 2, 1 shared');
    expect(await chips(page).allTextContents()).toEqual(['Cybersecurity']);
    expect(await count(page)).toBe('3 of 74');
    expect(await filterOf(timeline)).toEqual({
      text: '',
      facets: { domain: ['cybersecurity'] },
      compare: ['ots', 'csto'],
    });
    await page.getByRole('button', { name: 'Stop comparing' }).click();
    expect(await lanes(page)).toHaveLength(3);
    expect(await page.locator('.comparison').isVisible()).toBe(false);
  });

  it('keeps their order, keeps a lane that has nothing, and outlives a reload', async () => {
    const page = await show();
    await compare(page, 'tcci', 'ots');
    await page.fill('.search-input', 'summit');
    await settle(page);
    const expected = ['Turkic Chamber of Commerce and Industry, ', 'Organization of Turkic States, '];
    const heads = async (on: Page): Promise<boolean> =>
      (await lanes(on)).every((lane, index) => lane?.startsWith(expected[index]!));
    expect(await heads(page)).toBe(true);
    expect(await page.locator('.lane-count').first().textContent()).toBe('No events');
    const state = await timeline.state();
    await page.close();
    const again = await show(undefined, { state });
    expect(await lanes(again)).toHaveLength(2);
    expect(await heads(again)).toBe(true);
    await filterButton(again).click();
    const first = again.getByRole('combobox', { name: 'First organization to compare' });
    expect(await first.inputValue()).toBe('tcci');
  });

  it('compares up to four, waits for two, and ends when lanes are made of something else', async () => {
    const page = await show();
    await filterButton(page).click();
    const go = sheet(page).getByRole('button', { name: 'Compare', exact: true });
    const select = (name: string): Locator => page.getByRole('combobox', { name: `${name} organization to compare` });
    expect(await select('Third').isVisible()).toBe(false);
    await select('First').selectOption('sco');
    expect(await go.isDisabled()).toBe(true);
    await select('Second').selectOption('sco');
    expect(await go.isDisabled()).toBe(true);
    await select('Second').selectOption('ots');
    await select('Third').selectOption('csto');
    await select('Fourth').selectOption('cica');
    await go.click();
    await settle(page);
    expect((await filterOf(timeline)).compare).toEqual(['sco', 'ots', 'csto', 'cica']);
    expect(await page.locator('.comparison').textContent()).toMatch(/SCO \d+, OTS \d+, CSTO \d+, CICA \d+, 1 shared/);
    await page.selectOption('.dimension', 'state');
    await settle(page);
    expect(await page.locator('.comparison').isVisible()).toBe(false);
    expect((await filterOf(timeline)).compare).toEqual([]);
    await filterButton(page).click();
    await page.getByRole('combobox', { name: 'First state to compare' }).selectOption('KAZ');
    expect(await page.getByRole('combobox', { name: 'Second state to compare' }).inputValue()).toBe('');
  });

  it('forgives a saved comparison that names a lane twice, and too many', async () => {
    const compare = ['ots', 'ots', 'csto', 'sco', 'cica', 'tcci'];
    const page = await show(undefined, { state: { filter: { compare, facets: { kind: ['summit', 'summit'] } } } });
    expect(await lanes(page)).toHaveLength(4);
    expect(await chips(page).allTextContents()).toEqual(['Summits']);
  });

  it('offers first what is chosen', async () => {
    const page = await show();
    await filterButton(page).click();
    await box(page, /^Shanghai/).check();
    await box(page, /^Organization of Turkic/).check();
    await sheet(page).getByRole('button', { name: 'Compare', exact: true }).click();
    expect(await filterOf(timeline)).toEqual({ text: '', facets: {}, compare: ['sco', 'ots'] });
  });

  it('walks past an empty lane with the arrow keys', async () => {
    const page = await show(undefined, {
      state: { filter: { text: 'summit', facets: {}, compare: ['ots', 'tcci', 'sco'] } },
    });
    await page.locator('.item[tabindex="0"]').focus();
    await page.keyboard.press('Home');
    for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toContain('Shanghai Cooperation Organisation');
  });
});
