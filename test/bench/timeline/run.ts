/** Our timeline beside vis-timeline in one Chromium, by turns, on the same events: first paint, frames, elements. */
import { setTimeout } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../../host/chromium.mjs';
import { type Row, rowOf, stoppedRow } from '../rows.ts';
import { grouped } from '../workloads.ts';
import { gestures, traced } from './gestures.ts';
import { layoutTimes } from './layouts.ts';
import { type Drawer, dataFor, type Pages, servePages } from './pages.ts';

export interface TimelineParts {
  /** The folder of our built page. */
  readonly webview: string;
  /** The folder of the package vis-timeline. */
  readonly peer: string;
  readonly smoke: boolean;
  readonly onCleanUp: (dispose: () => void | Promise<void>) => void;
}

/** Longest time, in ms, that a page may take for its first paint. */
const PATIENCE = 60_000;
/** Browser and vis-timeline are given so long to end, ms. */
const PARTING = 5_000;

const PAINT = 'first paint';
const NODES = 'elements in the page';

/** The parts of the run by their names: a number of events, with clusters or, where that can be borne, without. */
export function timelineParts(options: TimelineParts): [string, () => Promise<Row[]>][] {
  const counts = options.smoke ? [1000, 10_000] : [1000, 10_000, 100_000];
  const part = (where: string, count: number, theirs: Drawer): [string, () => Promise<Row[]>] => [
    where,
    () => measure(where, count, theirs, options),
  ];
  return [
    ...counts.map((count) => part(`timeline of ${grouped(count)} events`, count, 'clustered')),
    ...(options.smoke ? [] : [part('timeline of 1,000 events, theirs without clusters', 1000, 'stacked')]),
  ];
}

async function measure(
  where: string,
  count: number,
  theirs: Drawer,
  { webview, peer, smoke, onCleanUp }: TimelineParts,
): Promise<Row[]> {
  const pages = await servePages(webview, peer);
  onCleanUp(() => pages.close());
  const browser = await launchChromium();
  onCleanUp(() => browser.close());
  const rounds = smoke ? 3 : 5;
  const session = { browser, pages, steps: smoke ? 24 : 60 };
  const data = { ours: dataFor('ours', count), theirs: dataFor(theirs, count) };
  const results = { ours: new Result(), theirs: new Result() };
  for (let round = 0; round < rounds; round++) {
    const last = round === rounds - 1;
    if (!results.theirs.stopped) await results.theirs.measure(session, theirs, data.theirs, last);
    await results.ours.measure(session, 'ours', data.ours, last);
  }
  await within(PARTING, browser.close());
  pages.close();
  return rowsOf(where, results, layoutTimes(count));
}

interface Session {
  readonly browser: Browser;
  readonly pages: Pages;
  readonly steps: number;
}

/** What one of the two has taken. */
class Result {
  /** It was not done when its time was over. */
  stopped = false;
  readonly samples = new Map<string, number[]>();

  /** A fresh page; the last one is moved about, too. */
  async measure({ browser, pages, steps }: Session, drawer: Drawer, data: string, isLast: boolean): Promise<void> {
    const context = await browser.newContext({ viewport: { width: 900, height: 600 } });
    const page = await context.newPage();
    await page.goto(pages.address(drawer));
    await page.evaluate((json) => window.prepare(json), data);
    const paint = await within(PATIENCE, firstPaint(page));
    if (paint === undefined) this.stopped = true;
    else {
      this.#add(PAINT, paint);
      if (isLast) await this.#move(browser, page, steps);
    }
    await within(PARTING, context.close());
  }

  async #move(browser: Browser, page: Page, steps: number): Promise<void> {
    this.#add(NODES, await page.locator('body *').count());
    for (const gesture of gestures(steps)) {
      const { between, work } = await traced(browser, page, gesture);
      this.#add(`frame while ${gesture.name}`, ...between);
      this.#add(`work a frame while ${gesture.name}`, ...work);
    }
  }

  #add(what: string, ...values: number[]): void {
    this.samples.set(what, [...(this.samples.get(what) ?? []), ...values]);
  }
}

async function firstPaint(page: Page): Promise<number> {
  return page.evaluate(() => window.firstPaint());
}

/** `undefined` when the time, ms, is over first; what was waited for may then fail unheard. */
async function within<T>(time: number, work: Promise<T>): Promise<T | undefined> {
  const timer = new AbortController();
  work.catch(() => {});
  try {
    return await Promise.race([work, setTimeout(time, undefined, { signal: timer.signal })]);
  } finally {
    timer.abort();
  }
}

function rowsOf(where: string, { ours, theirs }: Record<'ours' | 'theirs', Result>, layouts: number[]): Row[] {
  const rows = [...ours.samples].flatMap(([what, values]) => {
    if (theirs.stopped && what === PAINT) return stoppedRow(where, what, values, PATIENCE);
    const unit = what === NODES ? 'elements' : 'ms';
    return rowOf(where, what, unit, { ours: values, theirs: theirs.samples.get(what) ?? [] });
  });
  return [...rows, ...rowOf(where, 'layout at a scale', 'ms', { ours: layouts, theirs: [] })];
}
