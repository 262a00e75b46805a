// The very first window: no folder is open. The view says what to do, and leads to a dataset of one's own.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onCleanUp } from '../cleanup.mjs';
import { ROOT } from '../paths.mjs';
import { openWindow, screenshot } from '../workbench.mjs';
import { answerPath, tell } from './outside.mjs';

const TITLE = 'where no folder is open the view leads to a copy of the sample, and that to its records';
const PATIENCE = 20_000;

/**
 * @param {import('./outside.mjs').Host} host
 * @returns {Promise<boolean>} whether it is so; what went wrong is printed
 */
export async function testNoFolder({ server, browser }) {
  const home = await mkdtemp(join(tmpdir(), 'vscode-home-'));
  onCleanUp(() => rm(home, { recursive: true, force: true, maxRetries: 3 }));
  const page = await openWindow({ browser, server, content: { extension: ROOT } });
  page.setDefaultTimeout(PATIENCE);
  return tell({ title: TITLE, name: 'no-folder' }, page, async () => {
    await page.locator('.activitybar').getByRole('tab', { name: 'Initiatives' }).click();
    const welcome = page.locator('.sidebar .welcome-view');
    await welcome.getByText('No folder is open').waitFor();
    await screenshot(page, 'no-folder-welcome');
    await welcome.getByRole('button', { name: 'Copy the Sample Dataset' }).click();

    await answerPath(page, `${home}/`, '/');
    const question = page.locator('.monaco-dialog-box', { hasText: 'The sample dataset is copied' });
    await question.waitFor();
    await screenshot(page, 'no-folder-copied');
    await question.getByRole('button', { name: 'Open', exact: true }).click();

    await page.locator('.tab.active', { hasText: 'ots-summit-2025-gabala.yaml' }).waitFor();
    await page.locator('.activitybar').getByRole('tab', { name: 'Initiatives' }).click();
    await page.locator('.sidebar .monaco-list-row:has-text("OTS")').first().waitFor();
  });
}
