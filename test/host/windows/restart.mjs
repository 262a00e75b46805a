// The one test that no extension host can run, as it does not live to see the end: a reload of the window.
import { join } from 'node:path';
import { ROOT } from '../paths.mjs';
import { showTimelineToSide } from '../timeline-button.mjs';
import { frameInWebview, openWindow, windowAddress } from '../workbench.mjs';
import { copySample } from '../workspace.mjs';
import { EXTENSION, tell } from './outside.mjs';

const RECORD = 'summits/ots-summit-2025-gabala.yaml';
const ITEM = '[data-key="summit/ots-summit-2025-gabala"]';
const SEARCHED = 'Gabala';
const LANES = 'state';
/** VS Code writes what it will restore every few seconds; in milliseconds, and generously. */
const PATIENCE = 60_000;
const TITLE = 'the timeline comes back after a reload of the window, with lanes, search and selection';

/**
 * Opens the timeline in a window of the server build, reloads the window, and looks whether the timeline is there.
 * @param {import('./outside.mjs').Host} host
 * @returns {Promise<boolean>} whether it is; what went wrong is printed
 */
export async function testRestart({ server, browser }) {
  const { workspace } = await copySample();
  const content = { folder: workspace, extension: ROOT };
  const page = await openWindow({ browser, server, content: { ...content, file: join(workspace, RECORD) } });
  return tell({ title: TITLE, name: 'after-restart' }, page, () =>
    // Not `reload`: with a file in its address a window opens that file instead of what was open.
    restart(page, windowAddress(server, content)),
  );
}

/** @param {import('playwright-core').Page} page */
async function restart(page, address) {
  const timeline = frameInWebview(page, EXTENSION);
  await showTimelineToSide(page);
  await timeline.locator(ITEM).first().waitFor();
  await timeline.locator('.dimension').selectOption(LANES);
  await timeline.locator('.search-input').fill(SEARCHED);
  await untilStored(page);
  await page.goto(address, { waitUntil: 'domcontentloaded' });
  await timeline.locator(`.selected${ITEM}`).first().waitFor();
  const searched = await timeline.locator('.search-input').inputValue();
  if (searched !== SEARCHED) throw new Error(`The search box has "${searched}".`);
  const lanes = await timeline.locator('.dimension').inputValue();
  if (lanes !== LANES) throw new Error(`Lanes are by "${lanes}".`);
}

/** Waits until VS Code has written the search down; nothing announces that it has. */
async function untilStored(page) {
  const end = Date.now() + PATIENCE;
  while (!(await page.evaluate(isStored, SEARCHED))) {
    if (Date.now() > end) throw new Error(`VS Code has not stored the timeline's state within ${PATIENCE / 1000} s.`);
    await page.waitForTimeout(250);
  }
}

/**
 * Runs in the page: whether VS Code's storage in the browser holds a state of the timeline with this search.
 * @param {string} searched
 */
async function isStored(searched) {
  const done = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const { indexedDB } = /** @type {any} */ (globalThis);
  for (const { name } of await indexedDB.databases()) {
    const database = await done(indexedDB.open(name));
    try {
      for (const store of database.objectStoreNames) {
        const values = await done(database.transaction(store).objectStore(store).getAll());
        // The state is JSON within JSON, as deep as editors are nested, so that quotes come with backslashes.
        const pattern = new RegExp(`text\\\\*":\\\\*"${searched}`);
        if (values.some((value) => typeof value === 'string' && pattern.test(value))) return true;
      }
    } finally {
      database.close();
    }
  }
  return false;
}
