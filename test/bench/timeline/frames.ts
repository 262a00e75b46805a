/** What a trace of the browser says about frames: how long the page's thread worked for each. */

/** The parts of an event of Chromium's trace format that are read here; times are µs. */
export interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
}

/** Categories that hold all of it. */
export const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'blink.user_timing'];

/** Marks that the page makes around what is measured. */
export const BEGIN = 'measured-begin';
export const END = 'measured-end';

/**
 * What the page's main thread did for each frame in which the page heard of the pointer or the wheel, ms: scripts, style,
 * layout, painting. A frame is over when the thread hands it to the compositor.
 */
export function workOf(trace: readonly TraceEvent[]): number[] {
  const begin = trace.find(({ name }) => name === BEGIN);
  const end = trace.find(({ name }) => name === END);
  if (!begin || !end) throw new Error('The trace does not hold what was measured.');
  const own = trace
    .filter(({ pid, tid, ts }) => pid === begin.pid && tid === begin.tid && ts >= begin.ts && ts <= end.ts)
    .sort((a, b) => a.ts - b.ts);
  const shown = own.filter(({ name }) => name === 'Commit').map(({ ts }) => ts);
  const tasks = own.filter(({ name }) => name === 'RunTask');
  const heard = own.filter(({ name }) => name === 'EventDispatch').map(({ ts }) => ts);
  return shown.flatMap((from, index) => {
    const to = shown[index + 1];
    if (to === undefined || !heard.some((ts) => ts > from && ts <= to)) return [];
    return tasks.reduce((sum, { ts, dur = 0 }) => sum + overlap(ts, ts + dur, from, to), 0) / 1000;
  });
}

function overlap(start: number, end: number, from: number, to: number): number {
  return Math.max(0, Math.min(end, to) - Math.max(start, from));
}
