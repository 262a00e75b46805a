/** TimelineJS, read by TimelineJS itself in a real Chromium. */
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { timelinejs } from '../../server/exports/timelinejs.ts';
import { launchChromium } from '../host/chromium.mjs';
import { oddFiles } from './odd-dataset.ts';
import { type DatasetOptions, exportDataset, write } from './support.ts';

const SCRIPT = createRequire(import.meta.url).resolve('@knight-lab/timelinejs/dist/js/timeline.js');
const SUMMIT = 'kind: summit\nid: gabala\nname: Gabala summit\norganization: ots\nstatus: held\n';

interface Timeline {
  readonly config: { getErrors(): readonly unknown[] } | null;
}

declare global {
  interface Window {
    readonly TL: { Timeline: new (element: string, data: unknown, options: object) => Timeline };
    timeline: Timeline;
  }
}

interface Json {
  readonly title: { text: { headline: string; text: string } };
  readonly events: readonly Slide[];
  readonly eras: readonly Slide[];
}

interface Slide {
  readonly unique_id: string;
  readonly group?: string;
  readonly start_date: object;
  readonly end_date?: object;
  readonly display_date?: string;
  readonly text: { headline: string; text: string };
}

async function exported(files: Record<string, string>, options: DatasetOptions = {}) {
  const { text, summary } = await write(timelinejs, exportDataset(files, options));
  return { json: JSON.parse(text()) as Json, summary, text: text() };
}

describe('TimelineJS', () => {
  it('has a slide for a meeting with its facts and sources', async () => {
    const { json, summary } = await exported({
      'a.yaml': `${SUMMIT}date: 2025-10-07\ntheme: Peace & <b>security</b>\ncitations: [{ source: trend }]\n`,
      't.yaml': 'kind: source\nid: trend\ntitle: Leaders\npublisher: Trend\nurl: https://trend.example/a?b&c\n',
      'initiatives.yaml': 'dataset: A > B\ndescription: All of it.\nlicense: CC0-1.0\n',
    });
    expect(summary).toEqual({ written: 1, noun: ['slide or era', 'slides and eras'], leftOut: [] });
    expect(json.title.text).toEqual({ headline: 'A &gt; B', text: '<p>All of it.</p><p>License: CC0-1.0</p>' });
    const [{ text, ...slide }] = json.events as [Slide];
    expect(slide).toEqual({
      unique_id: 'summit-gabala',
      group: 'Meetings',
      start_date: { year: 2025, month: 10, day: 7 },
    });
    expect(text.headline).toBe('Gabala summit');
    expect(text.text).toContain('<p>Theme: Peace &amp; &lt;b&gt;security&lt;/b&gt;</p>');
    expect(text.text).toContain('<p>Source: <a href="https://trend.example/a?b&amp;c">Leaders</a> (Trend)</p>');
  });

  it.each([
    ['2025-10', { year: 2025, month: 10 }, undefined, 'some time in October 2025'],
    ['2025', { year: 2025 }, undefined, 'some time in 2025'],
    ['2017-41', { year: 2017, month: 7 }, undefined, 'some time in the second half of 2017'],
    ['201X', { year: 2010 }, undefined, 'some time in 201X'],
    ['2025-10-07~', { year: 2025, month: 10, day: 7 }, undefined, 'about 7 October 2025'],
    ['2025-08-31/2025-09-01', { year: 2025, month: 8, day: 31 }, { year: 2025, month: 9, day: 1 }, undefined],
    ['2017/2019-02', { year: 2017, month: 1, day: 1 }, { year: 2019, month: 2, day: 28 }, 'from 2017 to February 2019'],
    ['2024-11-06/..', { year: 2024, month: 11, day: 6 }, undefined, 'since 6 November 2024'],
    ['-0044-03-15', { year: -44, month: 3, day: 15 }, undefined, undefined],
  ])('shows %s as honestly as it can', async (date, start, end, words) => {
    const { json } = await exported({ 'a.yaml': `${SUMMIT}date: ${date}\n` });
    const [slide] = json.events;
    expect([slide!.start_date, slide!.end_date, slide!.display_date]).toEqual([start, end, words]);
  });

  it('counts what has no beginning, or ends before it', async () => {
    const { json, summary } = await exported({
      'a.yaml': `${SUMMIT}date: ../2025\n---\n${SUMMIT.replace('gabala', 'b')}date: 2025/2024\n`,
    });
    expect(json.events).toEqual([]);
    expect(summary.leftOut).toEqual(['Left out: 2 dates of which TimelineJS could not tell where to begin or end.']);
  });

  it('has terms as eras, and lets those that go on end today', async () => {
    const { json } = await exported({
      'a.yaml': 'kind: chairmanship\nid: a\norganization: ots\nstate: KGZ\nfrom: 2024-11-06\nto: 2025-10-07\n',
      'b.yaml': 'kind: chairmanship\nid: b\norganization: ots\nstate: AZE\nfrom: 2025-10-07\n',
      'c.yaml': 'kind: chairmanship\nid: c\norganization: ots\nstate: TUR\nfrom: 2026-10-07\n',
      'd.yaml': 'kind: chairmanship\nid: d\norganization: ots\nstate: UZB\nfrom: 2025\nto: 2025\n',
      'e.yaml': 'kind: chairmanship\nid: e\norganization: ots\nstate: KAZ\nfrom: 2025-02-03\nto: 2025-02-03\n',
    });
    expect(json.eras.map(({ text, end_date }) => [text.headline, end_date])).toEqual([
      ['OTS chair: Kyrgyzstan', { year: 2025, month: 10, day: 7 }],
      ['OTS chair: Azerbaijan', { year: 2026, month: 1, day: 1 }],
      ['OTS chair: Uzbekistan', { year: 2025, month: 12, day: 31 }],
      ['OTS chair: Kazakhstan', { year: 2025, month: 2, day: 3, hour: 23 }],
    ]);
  });

  it('gives each slide an id of its own, whatever the id of its record', async () => {
    const files = { ...oddFiles(), 'a.yaml': 'kind: proposal\nid: p\ndate: 2025\ntarget: { date: 2026 }\n' };
    const { json } = await exported(files);
    const ids = [...json.events, ...json.eras].map(({ unique_id: id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[\w-]+$/.test(id))).toEqual([]);
  });
});

describe('the page that TimelineJS makes of it', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium({ headless: true });
  }, 300_000);
  afterAll(() => browser?.close());

  /** A page on which TimelineJS has made what it can of a timeline; nothing else can be loaded. */
  async function shown(text: string): Promise<{ page: Page; errors: readonly string[]; complaints: string[] }> {
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on('dialog', (dialog) => {
      complaints.push(dialog.message());
      dialog.dismiss().catch((error: unknown) => complaints.push(String(error)));
    });
    await page.route('**/*', (route) => route.fulfill({ status: 200, contentType: 'text/css', body: '' }));
    await page.setContent('<div id="timeline" style="width: 900px; height: 600px"></div>');
    await page.addScriptTag({ path: SCRIPT });
    await page.evaluate((json) => {
      window.timeline = new window.TL.Timeline('timeline', JSON.parse(json), { language: 'en' });
    }, text);
    await page.waitForFunction(() => window.timeline.config);
    const errors = await page.evaluate(() => window.timeline.config!.getErrors().map(String));
    return { page, errors, complaints };
  }

  it('shows a slide and a mark for each event', async () => {
    const { text } = await exported({
      'a.yaml': `${SUMMIT}date: 2025-10-07\ntheme: <script>alert(1)</script>\n`,
      'b.yaml': 'kind: document\nid: d\ntitle: "<img src=x onerror=alert(2)>"\ntype: declaration\nadopted: 2025-10\n',
      'c.yaml': 'kind: chairmanship\nid: c\norganization: ots\nstate: KGZ\nfrom: 2024-11-06\nto: 2025-10-07\n',
    });
    const { page, errors, complaints } = await shown(text);
    await page.waitForFunction(() => document.querySelectorAll('.tl-slide').length === 3);
    expect(errors).toEqual([]);
    const headlines = await page.locator('.tl-slide h2.tl-headline').allTextContents();
    expect(headlines.map((headline) => headline.trim()).sort()).toEqual(
      ['Document: <img src=x onerror=alert(2)>', 'Gabala summit', 'dataset'].sort(),
    );
    expect(await page.locator('.tl-slide img').count()).toBe(0);
    expect(await page.locator('.tl-timeera').count()).toBeGreaterThan(0);
    expect(await page.locator('.tl-timemarker').count()).toBe(2);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('finds nothing wrong with any oddity', async () => {
    const { text, json } = await exported(oddFiles());
    const { page, errors, complaints } = await shown(text);
    await page.waitForFunction(
      (count) => document.querySelectorAll('.tl-slide').length === count,
      json.events.length + 1,
    );
    expect(errors).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  });
});
