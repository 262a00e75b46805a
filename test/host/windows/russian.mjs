// A window in Russian: what VS Code shows of us is in that language, and so is the page that a timeline is saved as.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../paths.mjs';
import { showTimelineToSide } from '../timeline-button.mjs';
import { frameInWebview, openWindow, screenshot } from '../workbench.mjs';
import { copySample } from '../workspace.mjs';
import { answerPath, EXTENSION, tell } from './outside.mjs';
import { withMistake } from './use.mjs';

const TITLE = 'in a Russian VS Code the view, problems, cards, the timeline and what it is saved as are in Russian';
const PATIENCE = 20_000;
const SELECTED = '[data-key="summit/ots-summit-2025-gabala"]';

/**
 * @param {import('./outside.mjs').Host} host
 * @returns {Promise<boolean>} whether it is so; what went wrong is printed
 */
export async function testRussian({ server, browser }) {
  const { workspace } = await copySample();
  const file = await withMistake(workspace);
  const page = await openWindow({
    browser,
    server,
    content: { folder: workspace, extension: ROOT, file },
    prepare: async (page) => {
      await page.addInitScript(() => {
        // What a language pack leaves in the page; no package holds one.
        /** @type {any} */ (globalThis)._VSCODE_NLS_LANGUAGE = 'ru';
      });
    },
  });
  page.setDefaultTimeout(PATIENCE);
  return tell({ title: TITLE, name: 'russian' }, page, () => use(page, workspace));
}

/**
 * @param {import('playwright-core').Page} page
 * @param {string} workspace
 */
async function use(page, workspace) {
  // Words of VS Code itself stay English: only a language pack has others.
  await page.locator('.tab.active .tab-label[aria-label*="1 problem in this file"]').waitFor();
  await page.locator('.monaco-editor .view-line').first().click();
  await page.keyboard.press('F8');
  await page
    .locator('.marker-widget')
    .filter({ hasText: /Записи вида «государство» с идентификатором `AZX` нет/ })
    .waitFor();
  await screenshot(page, 'russian-problem');
  await page.keyboard.press('Escape');

  await page.locator('.activitybar').getByRole('tab', { name: 'Инициативы' }).click();
  await page.locator('.sidebar .monaco-list-row:has-text("Organization of Turkic States")').first().waitFor();
  await showTimelineToSide(page, { title: 'Показать ленту времени сбоку' });
  const timeline = frameInWebview(page, EXTENSION);
  await timeline.locator(SELECTED).first().waitFor();
  await timeline.getByRole('button', { name: 'Вписать всё' }).click();

  const saved = join(workspace, 'лента.html');
  await timeline.getByRole('button', { name: 'Сохранить ленту времени как…' }).click();
  await timeline.getByRole('menuitem', { name: 'Веб-страница' }).click();
  await answerPath(page, saved, '.html');
  // Driven from outside, VS Code keeps what it has to say behind its bell.
  await page.locator('[id="status.notifications"] a').click();
  await page.locator('.notification-list-item', { hasText: 'Лента времени сохранена в' }).waitFor();
  await readAlone(page.context().browser(), saved);
}

/**
 * Opens the saved page as somebody does who has no VS Code.
 * @param {import('playwright-core').Browser | null} browser
 * @param {string} saved
 */
async function readAlone(browser, saved) {
  const page = await browser?.newPage({ viewport: { width: 1400, height: 860 } });
  if (!page) throw new Error('The browser is gone.');
  page.setDefaultTimeout(PATIENCE);
  await page.goto(pathToFileURL(saved).href);
  await page.locator('html[lang="ru"]').waitFor({ state: 'attached' });
  await page.locator(SELECTED).first().waitFor();
  await page.getByRole('button', { name: 'Вписать всё' }).click();
  await page.getByLabel('Поиск по заголовкам и названиям').waitFor();
  await screenshot(page, 'russian-saved');
}
