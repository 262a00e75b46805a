/** That nobody is left out: axe-core and contrast in every theme, the whole page by keyboard, and what is said aloud. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { TimelineDetails } from '../../server/protocol.ts';
import { complaintsOfAxe } from './axe.ts';
import { useBrowser } from './browser.ts';
import { weakContrasts } from './contrast.ts';
import { manyEvents, update } from './fixture.ts';
import { settle, type TimelinePage } from './page.ts';
import { realisticEvents } from './realistic-events.ts';
import { MAIN_THEMES, THEME_NAMES, type ThemeName, themed } from './themes.ts';

const GABALA = 'summit/ots-summit-2025-gabala';
/** An answer with something of everything. */
const DETAILS: TimelineDetails = {
  facts: [{ label: 'Place', text: 'Gabala' }],
  citations: [
    {
      key: 'source/gabala-speech',
      title: 'Speech in Gabala',
      publisher: 'Akorda',
      published: '7 October 2025',
      url: 'https://example.org/speech',
      locator: 'paragraph 4',
      quote: 'We propose a council.',
      supports: ['date'],
    },
  ],
  related: [
    {
      key: 'document/gabala-declaration-2025',
      kind: 'document',
      title: 'Gabala Declaration',
      role: 'Outcome',
      direction: 'names',
      when: '7 October 2025',
    },
  ],
};
const openPage = useBrowser();
let timeline: TimelinePage;

/** A theme, or the system's own colours forced upon the page. */
type Look = ThemeName | 'forced colours';

async function open(look: Look, size: { width?: number; height?: number } = {}): Promise<Page> {
  timeline = await openPage({ ...themed(look === 'forced colours' ? 'dark modern' : look), ...size });
  if (look === 'forced colours') await timeline.page.emulateMedia({ forcedColors: 'active' });
  return timeline.page;
}

async function show(events = realisticEvents(), more: Parameters<typeof update>[1] = {}): Promise<void> {
  await timeline.send({ type: 'update', update: update(events, more) });
}

/** What can be on the page, each with all that it brings along. */
const SCENES: Readonly<Record<string, { size?: { width: number; height: number }; act(page: Page): Promise<void> }>> = {
  'the drawing with a selection and a card': {
    async act(page) {
      await show();
      await timeline.send({ type: 'select', key: GABALA, reveal: true });
      await page.locator('.item.selected .glyph').first().hover();
      await page.locator('.card:visible').waitFor();
    },
  },
  'the details of a record': {
    size: { width: 1000, height: 600 },
    async act(page) {
      await show();
      await fitAll(page);
      await page.locator(`.item[data-key="${GABALA}"] .glyph`).first().click();
      await page.locator('.details:visible').waitFor();
      await timeline.send({ type: 'details', key: GABALA, details: DETAILS });
    },
  },
  'the table': {
    async act(page) {
      await show();
      await timeline.send({ type: 'select', key: GABALA, reveal: true });
      await page.getByRole('button', { name: 'Show as a table' }).click();
      await page.getByRole('table').or(page.getByRole('grid')).first().waitFor();
    },
  },
  'the sheet of filters': {
    async act(page) {
      await show();
      await page.getByRole('button', { name: /^Filter/ }).click();
      await page.getByRole('checkbox').first().check();
      await page.getByRole('group').first().waitFor();
    },
  },
  'the menu that saves': {
    async act(page) {
      await show();
      await page.getByRole('button', { name: /^Save/ }).click();
      await page.getByRole('menu').waitFor();
    },
  },
  'the sheet of keys': {
    async act(page) {
      await show();
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor();
    },
  },
  'an empty dataset': { act: () => show([]) },
  'a dataset that is still read': { act: async () => {} },
  'a search that finds nothing': {
    async act(page) {
      await show();
      await page.fill('.search-input', 'nothing like it');
    },
  },
  'a banner over a broken file': { act: () => show(realisticEvents(), { broken: ['file:///dataset/gabala.yaml'] }) },
  '10,000 events': { act: () => show(manyEvents(10_000)) },
  'a narrow panel': { size: { width: 320, height: 500 }, act: () => show() },
};

describe('axe finds nothing to say about', () => {
  const looks: Look[] = [...MAIN_THEMES, 'forced colours'];
  const cases = Object.entries(SCENES).flatMap(([name, scene]) => looks.map((look) => [name, look, scene] as const));
  it.each(cases)('%s in %s', async (_, look, { size, act }) => {
    const page = await open(look, size);
    await act(page);
    await settle(page);
    expect(await complaintsOfAxe(page)).toEqual([]);
  });
});

async function fitAll(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Fit everything/ }).click();
  await settle(page);
}

describe('contrast', () => {
  it.each([...THEME_NAMES, 'forced colours'] as const)('is enough for every word and mark in %s', async (look) => {
    const page = await open(look, { width: 1200, height: 900 });
    await show();
    // All at once, so that nothing is measured on its way.
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await fitAll(page);
    await page.locator('.item[tabindex="0"]').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Escape');
    await settle(page);
    await timeline.send({ type: 'select', key: 'summit/ots-summit-2024-bishkek', reveal: true });
    await settle(page);
    const { weak, measured } = await weakContrasts(page);
    expect(weak).toEqual([]);
    expect(measured).toBeGreaterThan(150);
  });
});
