/** What a hand does on a timeline: drags it, pans it with Shift and the wheel, zooms it with Ctrl and the wheel; as real input. */
import type { Browser, Page } from 'playwright-core';
import { BEGIN, CATEGORIES, END, type Frames, framesOf, type TraceEvent } from './frames.ts';

/** Somewhere among the events of a page of 900 × 600 px. */
const AT = { x: 560, y: 320 };
/** No gesture goes on for longer, ms. */
const LONGEST = 15_000;

export interface Gesture {
  readonly name: string;
  readonly steps: number;
  readonly begin: (page: Page) => Promise<void>;
  readonly step: (page: Page, number: number) => Promise<void>;
  readonly end: (page: Page) => Promise<void>;
}

/** `steps` of each; every gesture ends about where it began. */
export function gestures(steps: number): Gesture[] {
  const half = steps / 2;
  return [
    {
      name: 'dragging',
      steps,
      begin: (page) => page.mouse.down(),
      // To the left and back, so far that what is beyond the screen must be drawn.
      step: (page, number) => page.mouse.move(AT.x + 340 - 14 * Math.abs(half - number), AT.y),
      end: (page) => page.mouse.up(),
    },
    withWheel('panning with the wheel', 'Shift', steps, (number) => (number < half ? 40 : -40)),
    withWheel('zooming', 'Control', steps, (number) => (number < half ? -30 : 30)),
  ];
}

function withWheel(name: string, key: string, steps: number, delta: (number: number) => number): Gesture {
  return {
    name,
    steps,
    begin: (page) => page.keyboard.down(key),
    step: (page, number) => page.mouse.wheel(0, delta(number)),
    end: (page) => page.keyboard.up(key),
  };
}

/** Makes a gesture, a step a frame, and says how the frames went. */
export async function traced(browser: Browser, page: Page, gesture: Gesture): Promise<Frames> {
  await page.mouse.move(AT.x, AT.y);
  await gesture.begin(page);
  await gesture.step(page, 0); // what is done only once is over with it
  await browser.startTracing(page, { categories: CATEGORIES });
  await page.evaluate((name) => void performance.mark(name), BEGIN);
  const begun = performance.now();
  for (let number = 1; number < gesture.steps && performance.now() - begun < LONGEST; number++) {
    await gesture.step(page, number);
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
  await page.evaluate((name) => void performance.mark(name), END);
  const trace = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  await gesture.end(page);
  return framesOf(trace.traceEvents);
}
