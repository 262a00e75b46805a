/** What a hand does on a timeline: drags it, pans it with Shift and the wheel, zooms it with Ctrl and the wheel; as real input. */
import type { Browser, Page } from 'playwright-core';
import { BEGIN, CATEGORIES, END, type TraceEvent, workOf } from './frames.ts';

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

export interface Frames {
  /** From the beginning of each frame to that of the next, ms. */
  readonly between: number[];
  /** What the page's main thread did for a frame, ms. */
  readonly work: number[];
}

/** Makes a gesture, each step as soon as the page has taken the one before, and says how the frames went. */
export async function traced(browser: Browser, page: Page, gesture: Gesture): Promise<Frames> {
  await page.mouse.move(AT.x, AT.y);
  await gesture.begin(page);
  await gesture.step(page, 0); // what is done only once is over with it
  await browser.startTracing(page, { categories: CATEGORIES });
  await page.evaluate(watchFrames, BEGIN);
  const begun = performance.now();
  for (let number = 1; number < gesture.steps && performance.now() - begun < LONGEST; number++) {
    await gesture.step(page, number);
  }
  const frames = await page.evaluate((name) => {
    performance.mark(name);
    return window.frameTimes.splice(0);
  }, END);
  const trace = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  await gesture.end(page);
  return {
    between: frames.slice(1).map((time, index) => time - frames[index]!),
    work: workOf(trace.traceEvents),
  };
}

declare global {
  interface Window {
    /** When frames have begun, ms. */
    frameTimes: number[];
  }
}

/** Makes a mark, and notes each frame from then on. */
function watchFrames(mark: string): void {
  const isWatching = 'frameTimes' in window;
  window.frameTimes = [];
  performance.mark(mark);
  if (isWatching) return;
  const note = (time: number): void => {
    window.frameTimes.push(time);
    requestAnimationFrame(note);
  };
  requestAnimationFrame(note);
}
