// What the README's pictures show: which file, with what changed in it, and what is done before the picture is taken.
import { showTimelineToSide } from './timeline-button.mjs';
import { frameInWebview } from './workbench.mjs';

const EXTENSION = 'security-initiatives.security-initiatives';
const GABALA = 'summits/ots-summit-2025-gabala.yaml';
const COUNCIL = 'proposals/kaz-ots-cybersecurity-council-2025.yaml';

/**
 * @typedef {object} Scene
 * @property {string} name the picture's name
 * @property {string} file what the editor shows, from the dataset's root
 * @property {{ width: number, height: number }} size of the window in CSS pixels
 * @property {boolean} [view] whether the Initiatives view stands beside the text, and nothing else
 * @property {(text: string) => string} [prepare] changes the file before VS Code sees it
 * @property {(page: import('playwright-core').Page) => Promise<void>} act resolves when the window shows what it should
 */

/** @type {Scene[]} */
export const SCENES = [
  {
    name: 'error',
    file: GABALA,
    size: { width: 1000, height: 620 },
    prepare: (text) => replaced(text, 'host: AZE', 'host: AZX'),
    act: async (page) => {
      await oneProblem(page);
      await toLine(page, 1);
      await page.keyboard.press('F8'); // the next problem, shown inline
      await page.locator('.marker-widget').waitFor();
    },
  },
  {
    name: 'completion',
    file: GABALA,
    size: { width: 1000, height: 620 },
    prepare: (text) => replaced(text, 'organization: ots\n', 'organization:\n'),
    act: async (page) => {
      await oneProblem(page);
      await toLine(page, 4);
      await page.keyboard.press('End');
      await page.keyboard.type(' Тур', { delay: 60 });
      const list = page.locator('.suggest-widget.visible');
      await list.locator('.monaco-list-row').first().waitFor();
      await page.keyboard.press('Control+Space'); // the card beside the list
      await page.locator('.suggest-details-container').waitFor();
    },
  },
  {
    name: 'reading',
    file: GABALA,
    size: { width: 1000, height: 620 },
    act: async (page) => {
      await page.locator('.codelens-decoration a').first().waitFor();
      await toLine(page, 17);
      await page.keyboard.press('End');
      await page.keyboard.press('Control+K');
      await page.keyboard.press('Control+I'); // what the cursor is on, as when the pointer rests there
      await page.locator('.monaco-hover:visible .rendered-markdown').first().waitFor();
    },
  },
  {
    name: 'initiatives',
    file: COUNCIL,
    size: { width: 1600, height: 860 },
    view: true,
    act: async (page) => {
      await toLine(page, 3);
      await showTimelineToSide(page);
      await page.locator('.sidebar .monaco-list-row.selected:has-text("Cybersecurity Council")').waitFor();
      const timeline = frameInWebview(page, EXTENSION);
      await timeline.locator('.selected[data-key="proposal/kaz-ots-cybersecurity-council-2025"]').waitFor();
      await page.mouse.move(700, 18); // where nothing tells of itself
      await page.waitForTimeout(1000); // until the drawing has come to rest
    },
  },
  {
    name: 'timeline',
    file: COUNCIL,
    size: { width: 1600, height: 860 },
    act: async (page) => {
      await toLine(page, 3);
      await showTimelineToSide(page);
      const timeline = frameInWebview(page, EXTENSION);
      await timeline.locator('.selected[data-key="proposal/kaz-ots-cybersecurity-council-2025"]').waitFor();
      await timeline.locator('[aria-label^="Details of"]').click();
      await timeline.locator('.details-sources').waitFor();
      await dragSash(page, -260);
      await timeline.locator('.search-input').fill('Turkic States');
      await timeline.locator('.count:has-text("50 of")').waitFor();
      for (const name of ['Fit everything', 'Zoom in', 'Today']) {
        await timeline.getByRole('button', { name: new RegExp(`^(Go to )?${name}`, 'i') }).click();
      }
      await page.mouse.move(100, 100);
      await page.waitForTimeout(1000); // until the drawing has come to rest
    },
  },
];

/**
 * Waits until the file has one problem, so that the dataset has been read and nothing else looks wrong.
 * @param {import('playwright-core').Page} page
 */
async function oneProblem(page) {
  await page.locator('.tab.active .tab-label[aria-label*="1 problem in this file"]').waitFor();
}

/**
 * Moves the line between the text and what is beside it.
 * @param {import('playwright-core').Page} page
 * @param {number} by in CSS pixels, to the right
 */
async function dragSash(page, by) {
  const box = await page.locator('.editor-group-container').nth(1).boundingBox();
  if (!box) throw new Error('There is nothing beside the text.');
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x, y);
  await page.mouse.down();
  await page.mouse.move(box.x + by, y, { steps: 10 });
  await page.mouse.up();
  await page.mouse.move(box.x + by - 100, box.y + 15);
  await page.waitForTimeout(1000); // until the line between them is no longer lit, and the drawing has settled
}

/**
 * Puts the cursor at the beginning of a line, counted from 1, as a person would.
 * @param {import('playwright-core').Page} page
 * @param {number} line
 */
async function toLine(page, line) {
  await page.locator('.monaco-editor .view-line').first().click();
  await page.keyboard.press('Control+g');
  const input = page.locator('.quick-input-widget');
  await input.locator('input').fill(`:${line}`);
  await page.keyboard.press('Enter');
  await input.waitFor({ state: 'hidden' });
}

/** Replaces what must be there: a scene should fail when the sample has changed under it. */
function replaced(text, old, now) {
  if (!text.includes(old)) throw new Error(`The sample no longer has ${JSON.stringify(old)}.`);
  return text.replace(old, now);
}
