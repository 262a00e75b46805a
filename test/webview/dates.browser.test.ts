/** Dates are drawn as what they are: every form that the core reads, measured in a real Chromium against the calendar. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { timelineEntries } from '../../server/dataset/timeline.ts';
import type { TimelineDate, TimelineEvent } from '../../server/protocol.ts';
import { makeWorkspace } from '../support/fixture.ts';
import { useBrowser } from './browser.ts';
import { eventAt } from './core-dates.ts';
import { TODAY, update } from './fixture.ts';
import { settle, type TimelinePage } from './page.ts';
import { MAIN_THEMES, themed } from './themes.ts';

const DAY = 86_400_000;
const DOUBTS = ['~', '?', '%'];
/** Moments, from the finest to the coarsest. */
const MOMENTS = [
  '2025-10-07',
  '2025-10',
  '2025-34',
  '2025-36',
  '2025-21',
  '2025-40',
  '2025-41',
  '2025',
  '202X',
  '20XX',
];
const PERIODS = [
  '2025-10-07/2025-10-09',
  '2025-09/2025-11',
  '2024-06-15/2025',
  '2023/2025-05-17',
  '2023-33/2025-41',
  '2025-21/2025-23',
  '2024-11-06/2025-10-07',
];
const OPEN = ['2024-05/..', '2024/', '2025-10-07/..', '../2025-05', '/2025', '../2025-10-07'];
/** Px a day: decades, years, months, days. */
const SCALES = [0.055, 0.5, 3, 20, 180];
const [HEAD, WIDTH] = [176, 1200];
const PLOT = WIDTH - HEAD;
const CENTER = Date.UTC(2025, 9, 1);

const openPage = useBrowser();
let timeline: TimelinePage;

describe('what a date is drawn as', () => {
  it.each(SCALES)(
    'at %d px a day: a day is a dot, anything coarser a hollow bracket over all of it',
    async (pxPerDay) => {
      const drawn = await drawnAt(withDoubt(MOMENTS), pxPerDay);
      expect(drawn.size).toBeGreaterThan(10);
      for (const [text, glyph] of drawn) {
        const { date } = eventAt(text);
        const [x0, x1] = [xOf(date.min!, pxPerDay), xOf(date.max!, pxPerDay)];
        if (date.precision === 'day') {
          expect(glyph.classes, text).toContain('date-point');
          expect(Math.abs((glyph.x0 + glyph.x1) / 2 - (x0 + x1) / 2), text).toBeLessThan(1.6);
          expect(glyph.x1 - glyph.x0, text).toBeLessThan(15);
          continue;
        }
        expect(glyph.classes, text).toContain('date-bracket');
        expect(glyph.fill, text).toBe('none');
        expect(glyph.d, text).not.toContain('Z');
        // Dashes: gaps in the path itself, so that no style sheet can close them.
        if (x1 - x0 > 40) expect(glyph.d.split('M').length, text).toBeGreaterThan(4);
        expectOver(text, glyph, x0, x1, 22);
      }
    },
  );

  it.each(SCALES)('at %d px a day: a period is a solid bar from its first day to its last', async (pxPerDay) => {
    const drawn = await drawnAt(withDoubt(PERIODS), pxPerDay);
    expect(drawn.size).toBeGreaterThan(10);
    for (const [text, glyph] of drawn) {
      const { date } = eventAt(text);
      expect(glyph.classes, text).toContain('date-bar');
      expect(glyph.fill, text).not.toBe('none');
      expect(glyph.d, text).toMatch(/Z$/);
      expect(glyph.height, text).toBeLessThan(18.5);
      expectOver(text, glyph, xOf(date.min!, pxPerDay), xOf(date.max!, pxPerDay), 14);
    }
  });

  it.each(SCALES)('at %d px a day: an end that is not known is an arrow, and none that is', async (pxPerDay) => {
    const drawn = await drawnAt(withDoubt(OPEN), pxPerDay);
    expect(drawn.size).toBeGreaterThan(10);
    for (const [text, glyph] of drawn) {
      const { date } = eventAt(text);
      expect(glyph.classes, text).toContain('date-bar');
      const [x0, x1] = [date.min, date.max].map((end) => (end === null ? null : xOf(end, pxPerDay)));
      if (x0 != null && x0 > HEAD) expect(Math.abs(glyph.x0 - x0), text).toBeLessThan(2);
      if (x1 != null && x1 < WIDTH) expect(Math.abs(glyph.x1 - x1), text).toBeLessThan(2);
      // The bar goes on to where all ends; its tip is higher than the bar.
      if (pxPerDay > 0.2) continue;
      expect(glyph.height, text).toBeGreaterThan(18.5);
    }
  });

  it('says doubt in words and in its outline, whatever the form', async () => {
    for (const pxPerDay of [0.055, 3]) {
      // An end that fades may be far off when one looks closer.
      for (const forms of pxPerDay > 1 ? [MOMENTS, PERIODS] : [MOMENTS, PERIODS, OPEN]) {
        for (const [text, glyph] of await drawnAt(withDoubt(forms), pxPerDay)) {
          const { approximate, uncertain } = eventAt(text).date;
          const prefix = `${approximate ? 'c. ' : ''}${uncertain ? '? ' : ''}`;
          expect(glyph.label.startsWith(prefix.trimEnd()), `${glyph.label} for ${text}`).toBe(true);
          expect(/^(c\.|\?)/.test(glyph.label), `${glyph.label} for ${text}`).toBe(prefix !== '');
          expect(glyph.fades, text).toBe(approximate);
          expect(glyph.dashes, text).toBe(uncertain);
        }
      }
    }
  });

  it('reads a date in its long form as the same in its short one', async () => {
    const summit = (id: string, date: string): string =>
      `kind: summit\nid: ${id}\nname: ${id}\norganization: ots\nstatus: held\ndate: ${date}\n`;
    const records = [
      summit('short', '2025-41~'),
      summit('long', '{ value: 2025-41~, text: about the end of the year }'),
      summit('year', '{ value: 2025 }'),
      summit('plain', '2025'),
    ];
    const page = await show(entriesOf(records.join('---\n')), 0.5);
    const boxes = await glyphsOf(page);
    expect(boxes.size).toBe(4);
    for (const [one, other] of [
      ['short', 'long'],
      ['year', 'plain'],
    ] as const) {
      const [a, b] = [boxes.get(one)!, boxes.get(other)!];
      expect([a.x0, a.x1, a.d, a.classes]).toEqual([b.x0, b.x1, b.d, b.classes]);
    }
  });

  it('keeps the chairmanships to the same rules', async () => {
    const chairs = ['2024-11-06/2025-10-07', '2025-10-07/..', '2026', '2023-11~/2024-11-06', '2027-01-01/2027-12-31?'];
    const events = chairs.map((text) =>
      eventAt(text, { kind: 'chairmanship', id: text, title: text, org: [text], state: ['KAZ'], status: 'current' }),
    );
    const page = await show(events, 0.5);
    const drawn = await glyphsOf(page);
    expect(drawn.get('2026')).toMatchObject({ fill: 'none', classes: expect.stringContaining('date-bracket') });
    for (const text of chairs.filter((text) => text !== '2026')) {
      expect(drawn.get(text)!.fill, text).not.toBe('none');
      expect(drawn.get(text)!.fades, text).toBe(text.includes('~'));
      expect(drawn.get(text)!.dashes, text).toBe(text.includes('?'));
    }
  });

  it('tells a reversed period and a year without end, and stays whole', async () => {
    const page = await show(
      [eventAt('2025/2020', { org: ['a'] }), eventAt('XXXX', { org: ['b'] }), eventAt('2025', { org: ['c'] })],
      0.5,
    );
    expect(await page.locator('.item .glyph').count()).toBe(3);
  });
});

describe('what shapes mean', () => {
  it.each(MAIN_THEMES)('is told on the sheet of keys in %s, every kind, status and form of date', async (theme) => {
    timeline = await openPage({ ...themed(theme), height: 900 });
    const { page } = timeline;
    await timeline.send({ type: 'update', update: update([eventAt('2025')]) });
    await page.keyboard.press('?');
    const legend = page.locator('.legend');
    await legend.locator('h2').scrollIntoViewIfNeeded();
    const words = (await legend.locator('dd').allTextContents()).join('\n');
    for (const word of [
      'Summit',
      'Source',
      'Held, adopted',
      'Under consideration',
      'Postponed',
      'Some time within',
      'About then',
    ]) {
      expect(words).toContain(word);
    }
    // Each with a glyph that is drawn, has a name and keeps to its place.
    const glyphs = await legend.locator('.legend-glyph').evaluateAll((pictures) =>
      pictures.map((picture) => {
        const [box, own] = [picture.getBoundingClientRect(), picture.firstElementChild!.getBoundingClientRect()];
        const next = picture.closest('div')!.querySelector('dd')!.getBoundingClientRect();
        return {
          name: picture.getAttribute('aria-label') ?? '',
          shown: own.width > 5 && own.height > 5,
          gap: next.left - own.right,
          down: own.bottom - box.bottom,
        };
      }),
    );
    expect(glyphs.length).toBe(await legend.locator('dd').count());
    for (const { name, shown, gap, down } of glyphs) {
      expect(name).not.toBe('');
      expect(shown, name).toBe(true);
      expect(gap, name).toBeGreaterThan(2);
      expect(down, name).toBeLessThan(2);
    }
    expect(new Set(glyphs.map(({ name }) => name)).size).toBe(glyphs.length);
    await page.keyboard.press('Escape');
    expect(await legend.isVisible()).toBe(false);
  });
});

/** Each date as it is and with every qualifier on each of its sides that is a date; digits left open take none. */
function withDoubt(texts: string[]): string[] {
  return texts.flatMap((text) => {
    const sides = text.split('/');
    const doubted = sides.flatMap((side, place) =>
      /^\d[\d-]+$/.test(side) ? DOUBTS.map((doubt) => sides.with(place, `${side}${doubt}`).join('/')) : [],
    );
    return [text, ...doubted];
  });
}

interface Glyph {
  classes: string;
  x0: number;
  x1: number;
  height: number;
  d: string;
  fill: string;
  label: string;
  /** Whether its ends fade out: by a mask, or dashes that thin out beside it. */
  fades: boolean;
  /** Whether its outline is dashed. */
  dashes: boolean;
}

async function show(events: TimelineEvent[], pxPerDay: number): Promise<Page> {
  await timeline?.page.close();
  const state = { dataset: 'file:///dataset', view: { center: CENTER, pxPerDay } };
  timeline = await openPage({ state, width: WIDTH, height: 3200 });
  // Far off, so that every scale is allowed.
  const ends = ['2000-01-01', '2050-01-01'].map((text) =>
    eventAt(text, { id: `end ${text}`, title: `end ${text}`, org: ['~'] }),
  );
  await timeline.send({ type: 'update', update: update([...events, ...ends]) });
  await settle(timeline.page);
  return timeline.page;
}

/** Glyphs of dates, each in a lane of its own, as far as they are on screen; by the date's text. */
async function drawnAt(texts: string[], pxPerDay: number): Promise<Map<string, Glyph>> {
  const events = texts.map((text, index) =>
    eventAt(text, { title: text, org: [`lane ${String(index).padStart(3, '0')}`] }),
  );
  const onScreen = ({ min, max }: TimelineDate) =>
    (min === null || xOf(min, pxPerDay) < WIDTH - 5) && (max === null || xOf(max, pxPerDay) > HEAD + 5);
  const drawn = await glyphsOf(await show(events, pxPerDay));
  const seen = events.filter(({ date }) => onScreen(date)).map(({ title }) => title);
  expect([...drawn.keys()].filter((title) => seen.includes(title)).sort()).toEqual([...seen].sort());
  return new Map(seen.map((title) => [title, drawn.get(title)!]));
}

async function glyphsOf(page: Page): Promise<Map<string, Glyph>> {
  const found = await page.locator('.item').evaluateAll((items) =>
    items.map((item): [string, Glyph] => {
      const glyph = item.querySelector('.glyph')!;
      const { left, right, height } = glyph.getBoundingClientRect();
      const style = getComputedStyle(glyph);
      const label = item.querySelector('.label')?.textContent ?? '';
      const title = item.getAttribute('aria-label')!.split(', ')[0]!;
      return [
        title,
        {
          classes: item.getAttribute('class') ?? '',
          x0: left,
          x1: right,
          height,
          d: glyph.getAttribute('d') ?? '',
          fill: style.fill,
          label,
          fades: glyph.hasAttribute('mask') || item.querySelector('.whisker') !== null,
          dashes: style.strokeDasharray !== 'none',
        },
      ];
    }),
  );
  return new Map(found.filter(([title]) => !title.startsWith('end ')));
}

/** Where an instant stands on the page. */
function xOf(ms: number, pxPerDay: number): number {
  return HEAD + PLOT / 2 + ((ms - CENTER) / DAY) * pxPerDay;
}

/** Over [x0, x1], as far as that is on screen, and no more; or `least` px around its middle where it is narrower. */
function expectOver(text: string, glyph: Glyph, x0: number, x1: number, least: number): void {
  const clamp = (x: number) => Math.max(HEAD, Math.min(WIDTH, x));
  const middle = (x0 + x1) / 2;
  const [from, to] = x1 - x0 < least ? [middle - least / 2, middle + least / 2] : [x0, x1];
  expect(Math.abs(clamp(glyph.x0) - clamp(from)), `start of ${text}`).toBeLessThan(2);
  expect(Math.abs(clamp(glyph.x1) - clamp(to)), `end of ${text}`).toBeLessThan(2);
}

/** What records in YAML put on the timeline. */
function entriesOf(yaml: string): TimelineEvent[] {
  const workspace = makeWorkspace({ 'all.yaml': yaml }, []);
  const view = workspace.derive(timelineEntries);
  const start = { line: 0, character: 0 };
  return [...view.pending]
    .flatMap((document) => view.run(document, workspace.reader()))
    .map((entry) => ({ ...entry, problems: [], location: { uri: TODAY, range: { start, end: start } } }));
}
