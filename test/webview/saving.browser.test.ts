/** Saving the timeline from its page: the menu, and the files that come of it, looked at with other eyes than those that made them. */
import pixelmatch from 'pixelmatch';
import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import type { FromWebview, TimelineEvent, TimelineFormat } from '../../server/protocol.ts';
import { useBrowser } from './browser.ts';
import { event, manyEvents, update } from './fixture.ts';
import { type Harness, settle, type TimelinePage } from './page.ts';
import { realisticEvents } from './realistic-events.ts';

const openPage = useBrowser();
let timeline: TimelinePage;

async function show(
  events: TimelineEvent[] = realisticEvents(),
  options: Parameters<Harness['open']>[0] = {},
): Promise<Page> {
  timeline = await openPage(options);
  await timeline.send({ type: 'update', update: update(events) });
  return timeline.page;
}

type Saved = Extract<FromWebview, { type: 'save' | 'saveHtml' }>;

/** What the page has handed over to be written. */
async function saved(): Promise<Saved> {
  await timeline.page.waitForFunction(() => window.posted.some(({ type }) => type.startsWith('save')));
  return (await timeline.posted()).find((message): message is Saved => message.type.startsWith('save'))!;
}

async function save(format: 'svg' | 'png'): Promise<string> {
  await timeline.send({ type: 'export', format });
  const message = await saved();
  if (message.type !== 'save') throw new Error(`It saved ${message.type}.`);
  expect(message.format).toBe(format);
  return message.content;
}

/** What another program's XML parser says of a text. */
async function parsed(text: string) {
  const page = await timeline.page.context().browser()!.newPage();
  const read = await page.evaluate((source) => {
    const root = new DOMParser().parseFromString(source, 'image/svg+xml').documentElement;
    const all = [root, ...root.querySelectorAll('*')];
    return {
      name: root.localName,
      namespace: root.namespaceURI,
      failure: root.querySelector('parsererror')?.textContent ?? null,
      width: Number(root.getAttribute('width')),
      height: Number(root.getAttribute('height')),
      role: root.getAttribute('role'),
      title: root.querySelector(':scope > title')?.textContent ?? '',
      description: root.querySelector(':scope > desc')?.textContent ?? '',
      elements: [...new Set(all.map(({ localName }) => localName))].sort(),
      attributes: [...new Set(all.flatMap((element) => element.getAttributeNames()))].sort(),
      values: all.flatMap((element) => [...element.attributes].map(({ value }) => value)),
      texts: [...root.querySelectorAll('text')].map(({ textContent }) => textContent ?? ''),
      tips: [...root.querySelectorAll('g > title')].map(({ textContent }) => textContent ?? ''),
    };
  }, text);
  await page.close();
  return read;
}

const button = (page: Page) => page.getByRole('button', { name: 'Save the timeline as…' });
const focused = (page: Page) =>
  page.evaluate(() => {
    const { activeElement } = document;
    return activeElement?.querySelector('.menu-label')?.textContent ?? activeElement?.getAttribute('aria-label');
  });

describe('the menu', () => {
  it('opens below its button, and a choice saves', async () => {
    const page = await show();
    expect(await page.getByRole('menu').count()).toBe(0);
    await button(page).click();
    expect(await button(page).getAttribute('aria-expanded')).toBe('true');
    expect(await page.getByRole('menuitem').count()).toBe(3);
    await page.getByRole('menuitem', { name: 'SVG picture' }).click();
    expect((await saved()).type).toBe('save');
    expect(await page.getByRole('menu').count()).toBe(0);
    expect(await focused(page), 'the button has the focus again').toBe('Save the timeline as…');
  });

  it('goes by arrows, Home, End and first letters, and Esc closes it', async () => {
    const page = await show();
    await button(page).focus();
    const went: (string | null | undefined)[] = [];
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'Home', 'End', 'p', 's']) {
      await page.keyboard.press(key);
      went.push(await focused(page));
    }
    const [svg, png, web] = ['SVG picture', 'PNG picture', 'Web page'];
    expect(went).toEqual([svg, png, web, svg, web, svg, web, png, svg]);
    await page.keyboard.press('Escape');
    expect(await page.getByRole('menu').count()).toBe(0);
    expect(await focused(page)).toBe('Save the timeline as…');
    await page.keyboard.press('ArrowUp');
    expect(await focused(page)).toBe(web);
    await page.keyboard.press('Tab');
    expect(await page.getByRole('menu').count(), 'Tab leaves it').toBe(0);
  });

  it('fits into a narrow panel', async () => {
    const page = await show(realisticEvents(), { width: 320, height: 400 });
    await button(page).click();
    const box = await page.getByRole('menu').boundingBox();
    expect(box!.x).toBeGreaterThanOrEqual(0);
    expect(box!.x + box!.width).toBeLessThanOrEqual(320);
  });
});

describe('a picture', () => {
  it('is an SVG on its own that any XML parser reads, with no style, script or variable in it', async () => {
    await show();
    const text = await save('svg');
    const { texts, tips, values, ...read } = await parsed(text);
    expect(read).toMatchObject({
      name: 'svg',
      namespace: 'http://www.w3.org/2000/svg',
      failure: null,
      role: 'img',
      title: 'Eurasian security initiatives',
    });
    expect(read.description).toMatch(/^Timeline\. \d+ of 73 events, .* to .*, as of 22 November 2025$/);
    expect(read.elements).toEqual(
      expect.arrayContaining(['defs', 'desc', 'g', 'linearGradient', 'mask', 'path', 'rect', 'stop', 'svg', 'text']),
    );
    expect(read.elements).not.toContain('style');
    expect(read.elements).not.toContain('foreignObject');
    expect(read.attributes.filter((name) => name === 'style' || /^(on|data-|aria-)/.test(name))).toEqual([]);
    expect(values.filter((value) => /var\(|javascript:|file:/.test(value))).toEqual([]);
    for (const words of ['2025', 'Today', 'Organization of Turkic', 'Gabala Declaration', 'Planned or proposed'])
      expect(texts, words).toContain(words);
    expect(tips).toContain('Gabala Declaration\n2025-10-07\nAdopted');
  });

  it('holds every lane, also those that one would have to scroll to, and every row of them', async () => {
    const page = await show(realisticEvents(), { width: 700, height: 320 });
    await page.keyboard.press('0');
    const { texts } = await parsed(await save('svg'));
    expect(texts.join('\n')).toMatch(/Shanghai.*Turkic Chamber.*No organization/s);
    expect(texts.filter((text) => /^\+\d/.test(text))).toEqual([]);
  });

  it('shows the lanes, the filter and the time of the panel', async () => {
    const page = await show();
    await page.locator('.dimension').selectOption('state');
    await page.getByRole('textbox', { name: /search/i }).fill('sco');
    await settle(page);
    const { texts, description } = await parsed(await save('svg'));
    expect(texts).toContain('State');
    expect(description).toContain('only “sco”');
    expect(texts).not.toContain('Gabala Declaration');
  });

  it('takes titles as they are, and leaves out what XML cannot hold', async () => {
    const title = '</text><script>alert(1)</script> & "quoted" \u0000\u0008\ud800 ]]> <!-- 名前 العربية';
    await show([
      event({ kind: 'summit', id: 'a', title, date: '2025-10-07', problems: [{ severity: 'error', message: title }] }),
    ]);
    const { failure, elements, tips } = await parsed(await save('svg'));
    expect(failure).toBeNull();
    expect(elements).not.toContain('script');
    expect(tips[0]).toContain('</text><script>alert(1)</script> & "quoted"');
    expect(tips[0]).toContain('名前 العربية');
  });

  it('is the same as PNG, twice as large', async () => {
    await show();
    const png = PNG.sync.read(Buffer.from(await save('png'), 'base64'));
    await timeline.page.close();
    await show();
    const text = await save('svg');
    const { width, height } = await parsed(text);
    expect([png.width, png.height]).toEqual([2 * width, 2 * height]);
    const seen = PNG.sync.read(await photographed(text, width, height));
    const difference = pixelmatch(png.data, seen.data, undefined, png.width, png.height, { threshold: 0.25 });
    expect(difference / (png.width * png.height), 'share of pixels that differ').toBeLessThan(0.004);
  });

  it('of 10,000 events gathers what is dense, and stays of a size that can be opened', async () => {
    const page = await show(manyEvents(10_000));
    await page.keyboard.press('0');
    await settle(page);
    const png = PNG.sync.read(Buffer.from(await save('png'), 'base64'));
    expect(png.width * png.height).toBeLessThanOrEqual(64e6);
    expect(Math.max(png.width, png.height)).toBeLessThanOrEqual(16_384);
    expect(png.width).toBeGreaterThan(900);
  }, 60_000);

  it('is not made while there is nothing to draw, and the page says so', async () => {
    timeline = await openPage();
    await button(timeline.page).click();
    await timeline.page.getByRole('menuitem', { name: 'PNG picture' }).click();
    await timeline.page.getByRole('alert').getByText('There is nothing to save yet.').waitFor();
  });
});

describe('a web page', () => {
  it('is asked for with the state of this one and the time on screen', async () => {
    const page = await show();
    await page.getByRole('textbox', { name: /search/i }).fill('sco');
    await timeline.send({ type: 'export', format: 'html' satisfies TimelineFormat });
    const message = await saved();
    expect(message).toMatchObject({ type: 'saveHtml', state: { dimension: 'organization', filter: { text: 'sco' } } });
    const { range } = (message as { state: { range: { start: number; end: number } } }).state;
    expect(range.end - range.start).toBeGreaterThan(86_400_000);
  });
});

/** The SVG as a browser shows it in an `<img>`, at two pixels each. */
async function photographed(text: string, width: number, height: number): Promise<Buffer> {
  const browser = timeline.page.context().browser()!;
  const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: 2 });
  const source = `data:image/svg+xml;base64,${Buffer.from(text).toString('base64')}`;
  await page.setContent(`<body style="margin:0"><img src="${source}" style="display:block">`);
  await page.waitForFunction(() => document.querySelector('img')?.complete);
  const picture = await page.screenshot({ fullPage: true });
  await page.close();
  return picture;
}
