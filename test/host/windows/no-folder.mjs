// The very first window: no folder is open. The view says what to do, and its buttons ask for a folder.
import { ROOT } from '../paths.mjs';
import { openWindow, screenshot } from '../workbench.mjs';
import { tell } from './outside.mjs';

const TITLE = 'where no folder is open the view says so, and leads to folders and to a copy of the sample';
const PATIENCE = 20_000;

/**
 * @param {import('./outside.mjs').Host} host
 * @returns {Promise<boolean>} whether it is so; what went wrong is printed
 */
export async function testNoFolder({ server, browser }) {
  const page = await openWindow({ browser, server, content: { extension: ROOT } });
  page.setDefaultTimeout(PATIENCE);
  return tell({ title: TITLE, name: 'no-folder' }, page, async () => {
    await page.locator('.activitybar').getByRole('tab', { name: 'Initiatives' }).click();
    const welcome = page.locator('.sidebar .welcome-view');
    await welcome.getByText('No folder is open').waitFor();
    await welcome.getByRole('button', { name: 'Open Folder' }).waitFor();
    await screenshot(page, 'no-folder-welcome');
    await welcome.getByRole('button', { name: 'Copy the Sample Dataset' }).click();
    const dialog = page.locator('.quick-input-widget', { hasText: 'Copy the Sample Dataset' });
    await dialog.getByRole('button', { name: 'Copy Here' }).waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  });
}
