// A story that a script tells of a window from outside, for what no test within an extension host lives to see, or is let into.
import { screenshot } from '../workbench.mjs';

/** How often a dialog is looked at that tells nobody what becomes of it; in milliseconds. */
const POLL = 100;
/** How long a dialog takes at most to go that has heard its key; in milliseconds. */
const SETTLED = 2000;

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
 * Answers VS Code's own dialog for files. It proposes a path after it has opened, and takes no key while it reads a folder.
 * @param {import('playwright-core').Page} page
 * @param {string} path
 * @param {string} end how the proposed path ends
 */
export async function answerPath(page, path, end) {
  const input = page.locator('.quick-input-widget input.input');
  while (!(await input.inputValue()).endsWith(end)) await page.waitForTimeout(POLL);
  // It may propose once more.
  for (let calm = 0; calm < 5; calm++) {
    if ((await input.inputValue()) !== path) {
      await input.fill(path);
      calm = 0;
    }
    await page.waitForTimeout(POLL);
  }
  while (await input.isVisible()) {
    await page.keyboard.press('Enter');
    // Pressed once more after it has gone, the key would answer whatever comes next.
    await input.waitFor({ state: 'hidden', timeout: SETTLED }).catch((error) => {
      if (error.name !== 'TimeoutError') throw error;
    });
  }
}

/** Replaces what must be there: a story should fail when the sample has changed under it. */
export function replaced(text, old, now) {
  if (!text.includes(old)) throw new Error(`The sample no longer has ${JSON.stringify(old)}.`);
  return text.replace(old, now);
}
