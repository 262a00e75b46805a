// What the README's pictures show: which file, with what changed in it, and what is done before the picture is taken.
import { frameInWebview } from './workbench.mjs';

const EXTENSION = 'security-initiatives.security-initiatives';

/**
 * @typedef {object} Scene
 * @property {string} name the picture's name
 * @property {string} file what the editor shows, from the dataset's root
 * @property {(text: string) => string} [prepare] changes the file before VS Code sees it
 * @property {(page: import('playwright-core').Page) => Promise<void>} act resolves when the window shows what it should
 */

/** @type {Scene[]} */
export const SCENES = [
  {
    name: 'error',
    file: 'initiatives.yaml',
    prepare: (text) => `${text}\nbroken: [`,
    act: async (page) => {
      await page.locator('.squiggly-error').first().waitFor();
      await page.keyboard.press('F8'); // the next problem, shown inline
      await page.locator('.marker-widget').waitFor();
    },
  },
  {
    name: 'timeline',
    file: 'initiatives.yaml',
    act: async (page) => {
      await runCommand(page, 'Security Initiatives: Show Timeline');
      await frameInWebview(page, EXTENSION).locator('svg').first().waitFor();
    },
  },
];

/**
 * Runs a command by its title, as a person would: through the command palette.
 * @param {import('playwright-core').Page} page
 * @param {string} title
 */
export async function runCommand(page, title) {
  await page.keyboard.press('F1');
  const palette = page.locator('.quick-input-widget');
  await palette.locator('input').fill(`>${title}`);
  await palette.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().click();
  await palette.waitFor({ state: 'hidden' });
}
