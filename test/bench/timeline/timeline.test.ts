/** What is read from a trace, what the table says of a tool that was stopped, and that both timelines get the same events. */
import { describe, expect, it } from 'vitest';
import { misses } from '../limits.ts';
import { markdown } from '../report.ts';
import { factor, rowOf, stoppedRow } from '../rows.ts';
import { type TraceEvent, workOf } from './frames.ts';
import { dataFor } from './pages.ts';

const at = (name: string, ts: number, dur?: number, tid = 1): TraceEvent => ({
  name,
  pid: 7,
  tid,
  ts,
  ...(dur !== undefined && { dur }),
});

describe('the work for frames in a trace', () => {
  it('is what the thread did for those in which the page heard of a hand', () => {
    const trace = [
      at('Commit', 500), // before anything is measured
      at('measured-begin', 1000),
      at('Commit', 2000),
      at('RunTask', 3000, 1500),
      at('EventDispatch', 3100),
      at('RunTask', 9000, 4000, 2), // another thread
      at('RunTask', 17_000, 4000), // half of it belongs to the next frame
      at('Commit', 19_000),
      at('Commit', 40_000), // nobody did anything
      at('EventDispatch', 41_000),
      at('Commit', 60_000),
      at('measured-end', 61_000),
      at('EventDispatch', 62_000),
    ];
    expect(workOf(trace)).toEqual([3.5, 0]);
  });

  it('is asked of a trace that holds it', () => {
    expect(() => workOf([at('Commit', 1)])).toThrow('does not hold what was measured');
  });
});

describe('a tool that was stopped', () => {
  it('shows how long it was given, and how many times better ours is at least', () => {
    const rows = stoppedRow('timeline of 100,000 events', 'first paint', [800, 600, 700], 60_000);
    const report = markdown({ machine: 'here', peers: 'others', rows, sizes: [] });
    expect(report).toMatch(/first paint \| 700 ms \| 798 ms \| > 60 s \| +– \| +> 86 × \|/);
  });
});

describe('a short run', () => {
  it('holds the first paint of 10,000 events to a tenth of the other one’s', () => {
    const paint = (theirs: number) =>
      rowOf('timeline of 10,000 events', 'first paint', 'ms', { ours: [100], theirs: [theirs] });
    expect(factor(paint(1000)[0]!)).toBe(10);
    expect(misses(paint(1000))).toEqual([]);
    expect(misses(paint(900))).toEqual([
      'timeline of 10,000 events, first paint: 9.0 times better, and it must be 10 times.',
    ]);
  });
});

describe('data for both timelines', () => {
  it('is the same events', () => {
    const ours = JSON.parse(dataFor('ours', 300)) as { events: { key: string; date: { min: number } }[] };
    const theirs = JSON.parse(dataFor('clustered', 300)) as { items: { id: string; start: number }[] };
    expect(theirs.items.map(({ id, start }) => [id, start])).toEqual(ours.events.map((it) => [it.key, it.date.min]));
  });
});
