/** The timeline as a file of its own, opened from the disk without a network: the same page with the same interactions. */
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Opening } from '../../client/timeline/drawing/picture/saved-page.ts';
import { standalonePage } from '../../client/timeline/export/page.ts';
import type { TimelineDetails, TimelineEvent, TimelineUpdate } from '../../server/protocol.ts';
import { launchChromium } from '../host/chromium.mjs';
import { event, manyEvents, update } from './fixture.ts';
import { bundled, settle } from './page.ts';
import { realisticEvents } from './realistic-events.ts';

const HOSTILE = '</script><img src=x onerror=alert(1)>\u2028<!--<script>&quot;';
const GABALA = 'summit/ots-summit-2025-gabala';
const DETAILS: TimelineDetails = {
  facts: [{ label: 'Theme', text: 'Regional peace and security' }],
  citations: [],
  related: [],
};

let browser: Browser;
let bundle: { script: string; style: string };
let folder = '';
let page: Page;
let requests: string[] = [];
let complaints: string[] = [];

beforeAll(async () => {
  const [script, style] = await Promise.all([bundled('main.ts'), bundled('timeline.css')]);
  bundle = { script, style };
  browser = await launchChromium();
  folder = mkdtempSync(join(tmpdir(), 'initiatives-offline-'));
}, 300_000);
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});
afterEach(async () => {
  await page?.close();
  expect(complaints, 'policy violations and errors').toEqual([]);
  expect(
    requests.filter((url) => !/^(file|blob):/.test(url)),
    'what was asked of a network',
  ).toEqual([]);
});

interface Saved {
  events?: TimelineEvent[];
  more?: Partial<TimelineUpdate>;
  state?: Opening;
}

function textOf({ events = realisticEvents(), more = {}, state = {} }: Saved = {}) {
  const timeline = {
    update: update(events, { dataset: 'Eurasian security initiatives', ...more }),
    details: { [GABALA]: DETAILS },
  };
  return standalonePage({ ...bundle, timeline, state });
}

/** Opens a page as someone does who has been sent it; the machine has no network. */
async function open(text: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  const file = join(folder, 'timeline.html');
  writeFileSync(file, text);
  const context = await browser.newContext({ viewport: { width: 1000, height: 640 }, ...options });
  await context.setOffline(true);
  page = await context.newPage();
  requests = [];
  complaints = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(pathToFileURL(file).href);
  if (options.javaScriptEnabled !== false) await settle(page);
  return page;
}

const item = (key: string) => page.locator(`.item[data-key="${key}"]`).first();
const search = () => page.getByRole('textbox', { name: /search/i });
const count = () => page.locator('.count').textContent();

/** Chooses from the menu that saves, and gives what the browser has saved. */
async function save(choice: string): Promise<{ name: string; text: string }> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the timeline as…' }).click();
  await page.getByRole('menuitem', { name: choice }).click();
  const file = await download;
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
}

describe('the file', () => {
  it('holds everything, and its policy lets in nothing but its own script and style', async () => {
    const text = await textOf();
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(text)?.[1] ?? '';
    const script = /<script>(.*?)<\/script>/s.exec(text)?.[1] ?? '';
    const style = /<style>(.*?)<\/style>/s.exec(text)?.[1] ?? '';
    const hash = (content: string) => `'sha256-${createHash('sha256').update(content).digest('base64')}'`;
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      `script-src ${hash(script)}`,
      `style-src ${hash(style)}`,
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    expect(text).not.toMatch(/<(link|img|iframe|script src)/);
    expect(text).toContain('<html lang="en">');
    expect(text).not.toContain('sourceMappingURL');
  });

  it('is not ended early by a title or a script with line ends of another system', async () => {
    const { script, style } = bundle;
    bundle = { script: `${script.replaceAll('\n', '\r\n')}\r\n"</script><!--";`, style: `${style}\r\n/* </style> */` };
    try {
      const events = [event({ kind: 'summit', id: 'a', title: HOSTILE, date: '2025-10-07' })];
      const text = await textOf({ events, more: { title: HOSTILE } });
      await open(text);
      expect(await page.title()).toBe(`${HOSTILE} – Timeline`);
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(HOSTILE);
      expect(await page.locator('.item').getAttribute('aria-label')).toContain(HOSTILE);
      expect(await page.locator('img').count()).toBe(0);
      expect(await page.locator('script').count()).toBe(2);
    } finally {
      bundle = { script, style };
    }
  });

  it('says without scripts what it needs', async () => {
    await open(await textOf(), { javaScriptEnabled: false });
    expect(await page.locator('h1').textContent()).toBe('Eurasian security initiatives');
    expect(await page.locator('noscript').innerText()).toContain('let it run');
  });
});

describe('the page', () => {
  it('shows the dataset with its title and day, from the disk and without a network', async () => {
    await open(await textOf({ more: { today: '2025-10-31' } }));
    expect(await page.title()).toBe('Eurasian security initiatives – Timeline');
    expect(await page.locator('.page-head').innerText()).toContain('As of 31 October 2025');
    expect(await page.locator('.lane[role=group]').count()).toBeGreaterThanOrEqual(3);
    expect(await count()).toBe('73 of 73');
    const { bottom, height } = await page.evaluate(() => {
      const box = document.querySelector('.timeline')?.getBoundingClientRect();
      return { bottom: box?.bottom, height: innerHeight };
    });
    expect(bottom, 'it ends where the window ends').toBeCloseTo(height, 0);
  });

  it('filters, zooms, selects with the keyboard and shows details, as in the editor', async () => {
    await open(await textOf());
    await search().fill('gabala');
    expect(await count()).toMatch(/^\d of 73$/);
    await search().press('Enter');
    const names = () => page.locator('.axis .tick-label').allTextContents();
    const before = await names();
    for (let step = 0; step < 4; step++) await page.keyboard.press('+');
    await settle(page);
    expect(await names()).not.toEqual(before);
    await page.keyboard.press('0');
    await settle(page);
    await item(GABALA).locator('.glyph').first().click();
    await item(GABALA).and(page.locator('.selected')).waitFor();
    await page.getByText(DETAILS.facts[0]!.text).waitFor();
    await page.getByRole('button', { name: 'Show as a table' }).click();
    await page.locator('.table').waitFor();
  });

  it('opens with the lanes, the filter and the time that it was saved with, however wide the window', async () => {
    const range = { start: Date.UTC(2024, 0), end: Date.UTC(2026, 0) };
    const state: Opening = {
      dimension: 'state',
      filter: { text: '', facets: { organization: ['ots'] }, compare: [] },
      range,
    };
    for (const width of [700, 1400]) {
      await page?.close();
      await open(await textOf({ state }), { viewport: { width, height: 600 } });
      expect(await page.locator('.dimension').inputValue()).toBe('state');
      expect(await count()).not.toBe('73 of 73');
      const years = await page.locator('.axis .tick-label.strong').allTextContents();
      expect(years.join(' ')).toMatch(/2024.*2025/);
    }
  });

  it('keeps its state over a reload', async () => {
    await open(await textOf());
    await search().fill('gabala');
    const kept = await count();
    await page.waitForFunction(() => history.state?.timeline?.filter?.text === 'gabala');
    await page.reload();
    await settle(page);
    expect(await search().inputValue()).toBe('gabala');
    expect(await count()).toBe(kept);
  });

  it.each([
    ['SVG picture', 'Eurasian security initiatives timeline.svg', /^<\?xml .*<svg .*<\/svg>\n$/s],
    ['PNG picture', 'Eurasian security initiatives timeline.png', /^\ufffdPNG\r\n/],
    ['Web page', 'Eurasian security initiatives timeline.html', /^<!DOCTYPE html>\n<html lang="en">.*<\/html>\n$/s],
  ])('saves itself as %s', async (choice, name, content) => {
    await open(await textOf());
    const saved = await save(choice);
    expect(saved.name).toBe(name);
    expect(saved.text).toMatch(content);
  });

  it('makes a web page of itself that opens as it is now, and so on', async () => {
    await open(await textOf());
    await search().fill('gabala');
    const kept = await count();
    for (let generation = 0; generation < 2; generation++) {
      const { text } = await save('Web page');
      await page.close();
      await open(text);
      expect(await search().inputValue()).toBe('gabala');
      expect(await count()).toBe(kept);
      expect(await page.locator('main').count()).toBe(1);
    }
  });

  it.each(['light', 'dark'] as const)(
    'wears the colours of a %s scheme, dark on light or light on dark',
    async (colorScheme) => {
      await open(await textOf(), { colorScheme });
      const [text, ground] = await page.evaluate(() => {
        const style = getComputedStyle(document.body);
        const sum = (color: string) =>
          (color.match(/[\d.]+/g) ?? []).slice(0, 3).reduce((all, part) => all + Number(part), 0);
        return [sum(style.color), sum(style.backgroundColor)];
      });
      expect(text > ground).toBe(colorScheme === 'dark');
    },
  );

  it('shows 10,000 events', async () => {
    await open(await textOf({ events: manyEvents(10_000) }));
    expect((await count())?.replace(/\D/g, '')).toBe('1000010000');
    expect(await page.locator('.item').count()).toBeGreaterThan(20);
  });
});
