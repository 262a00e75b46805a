/**
 * How the panel looks, with the example dataset: compared with pictures that a person has looked at. Take them anew with
 * `UPDATE_PICTURES=1 vitest run --config test/vitest.config.ts test/webview/looks`, and look at each.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Harness, settle, startHarness, type TimelinePage } from './page.ts';
import { comparePicture, fingerprint, keepFingerprint, keptFingerprint, UPDATE } from './pictures.ts';
import { sampleTimeline } from './sample.ts';
import { themed } from './themes.ts';

const COUNCIL = 'proposal/kaz-ots-cybersecurity-council-2025';
const { update, details } = sampleTimeline();
let harness: Harness;
/** Why pictures cannot be compared on this machine; '' when they can. */
let otherwise = '';

beforeAll(async () => {
  harness = await startHarness();
  const { page } = await harness.open(themed('dark modern'));
  const here = await fingerprint(page);
  await page.close();
  if (UPDATE) keepFingerprint(here);
  else if (here !== keptFingerprint())
    otherwise = 'The kept pictures are of a machine with other fonts or another Chromium.';
}, 300_000);
afterAll(() => harness?.close());

const SCENES: Readonly<Record<string, (timeline: TimelinePage) => Promise<void>>> = {
  drawing: select,
  table: async (timeline) => {
    await select(timeline);
    await timeline.page.getByRole('button', { name: 'Show as a table' }).click();
  },
  details: async (timeline) => {
    await timeline.page.getByRole('button', { name: /^Details/ }).click();
    await select(timeline);
    await timeline.send({ type: 'details', key: COUNCIL, details: details[COUNCIL] ?? null });
  },
};

/** A proposal is selected, in the midst of about two years. */
async function select(timeline: TimelinePage): Promise<void> {
  const { page } = timeline;
  await timeline.send({ type: 'select', key: COUNCIL, reveal: true });
  await page.keyboard.press('f');
  for (let step = 0; step < 6; step++) await page.keyboard.press('-');
  await settle(page);
  await timeline.send({ type: 'select', key: COUNCIL, reveal: true });
}

async function rest(page: Page): Promise<void> {
  // Nothing is hovered, and nothing blinks.
  await page.mouse.move(0, 0);
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await settle(page);
}

describe.each(['dark modern', 'light modern', 'high contrast'] as const)('in %s', (theme) => {
  it.each(Object.entries(SCENES))('the %s looks as it did', async (name, act) => {
    const timeline = await harness.open({ ...themed(theme), width: 1200, height: 760 });
    const { page, complaints } = timeline;
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await timeline.send({ type: 'update', update });
    await act(timeline);
    await rest(page);
    const wrong = otherwise === '' ? await comparePicture(page, `${name}-${theme.replaceAll(' ', '-')}`) : null;
    await page.close();
    expect(complaints).toEqual([]);
    if (otherwise) console.warn(otherwise);
    expect(wrong).toBeNull();
  });
});
