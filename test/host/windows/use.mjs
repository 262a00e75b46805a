// What somebody does in a first minute with the extension, by mouse and keys: sees a problem, completes, opens the timeline and the view.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { showTimelineToSide } from '../timeline-button.mjs';
import { frameInWebview } from '../workbench.mjs';
import { EXTENSION, replaced } from './outside.mjs';

const RECORD = 'summits/ots-summit-2025-gabala.yaml';
const CONTAINER = 'Initiatives';

/**
 * Puts a mistake into a record of the sample.
 * @param {string} workspace a copy of the sample
 * @returns {Promise<string>} the record's path
 */
export async function withMistake(workspace) {
  const record = join(workspace, RECORD);
  await writeFile(record, replaced(await readFile(record, 'utf8'), 'host: AZE', 'host: AZX'));
  return record;
}

/**
 * @param {import('playwright-core').Page} page with the record in front that has the mistake
 */
export async function useAll(page) {
  await page.locator('.tab.active .tab-label[aria-label*="1 problem in this file"]').waitFor();
  await page.locator('.monaco-editor .view-line').first().click();
  await page.keyboard.press('F8');
  await page.locator('.marker-widget').filter({ hasText: /AZX/ }).waitFor();
  await page.keyboard.press('Escape');

  // The cursor stands before the word at fault; other letters of the same state, in another script, find it.
  await page.keyboard.press('Control+Shift+ArrowRight');
  await page.keyboard.type('Азер', { delay: 60 });
  await page.locator('.suggest-widget.visible .monaco-list-row:has-text("AZE")').first().waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.tab.active .tab-label:not([aria-label*="problem"])').waitFor();

  await showTimelineToSide(page);
  const timeline = frameInWebview(page, EXTENSION);
  await timeline.locator('[data-key="summit/ots-summit-2025-gabala"]').first().waitFor();

  await page.locator('.activitybar').getByRole('tab', { name: CONTAINER }).click();
  await page.locator('.sidebar .monaco-list-row:has-text("OTS")').first().waitFor();
}
