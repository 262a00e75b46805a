/** The browser of a test file: started once for all, its page closed after each test, which must have complained of nothing. */
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { type Harness, startHarness, type TimelinePage } from './page.ts';

/** Registers what a test file needs before and after; answers how its tests open a page. */
export function useBrowser(): Harness['open'] {
  let harness: Harness;
  let timeline: TimelinePage | undefined;
  beforeAll(async () => {
    harness = await startHarness();
  }, 300_000);
  afterAll(() => harness?.close());
  afterEach(async () => {
    const complaints = timeline?.complaints ?? [];
    await timeline?.page.close();
    timeline = undefined;
    expect(complaints, 'policy violations and errors').toEqual([]);
  });
  return async (options) => {
    timeline = await harness.open(options);
    return timeline;
  };
}
