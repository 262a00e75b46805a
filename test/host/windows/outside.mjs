// A story that a script tells of a window from outside, for what no test within an extension host lives to see, or is let into.
import { screenshot } from '../workbench.mjs';

export const EXTENSION = 'security-initiatives.security-initiatives';

/**
 * What stories share.
 * @typedef {object} Host
 * @property {import('../vscode-server.mjs').VSCodeServer} server whose windows trust every folder, without any extension installed
 * @property {import('playwright-core').Browser} browser
 */

/**
 * Tells a story, prints how it went, and closes the window.
 * @param {object} story
 * @param {string} story.title what it shows
 * @param {string} story.name of the picture that is taken at its end
 * @param {import('playwright-core').Page} page the window
 * @param {() => Promise<void>} act rejects where the story goes wrong
 * @returns {Promise<boolean>} whether it went well
 */
export async function tell({ title, name }, page, act) {
  try {
    await act();
    await screenshot(page, name);
    console.log(`  ✔ ${title}\n`);
    return true;
  } catch (error) {
    console.error(`  ✖ ${title}\n${error.message}\nSee ${await screenshot(page, name)}\n`);
    return false;
  } finally {
    await page.context().close();
  }
}

/**
 * Runs a command by its title, as somebody who does not know its keys.
 * @param {import('playwright-core').Page} page
 * @param {string} title as the list of commands has it
 */
export async function runCommand(page, title) {
  await page.keyboard.press('F1');
  const box = page.locator('.quick-input-widget');
  await box.locator('input.input').fill(`>${title}`);
  await box.locator('.monaco-list-row', { hasText: title }).first().click();
}

/**
 * Accepts the path in VS Code's own dialog for files, which takes no key while it reads a folder.
 * @param {import('playwright-core').Page} page
 */
export async function acceptPath(page) {
  const input = page.locator('.quick-input-widget input.input');
  while (await input.isVisible()) {
    await page.keyboard.press('Enter');
    await page.waitForTimeout(100);
  }
}

/** Replaces what must be there: a story should fail when the sample has changed under it. */
export function replaced(text, old, now) {
  if (!text.includes(old)) throw new Error(`The sample no longer has ${JSON.stringify(old)}.`);
  return text.replace(old, now);
}
