// The one test for which the extension must be broken: the server's script cannot be read, as after a half-finished update.
import { SAMPLE } from '../paths.mjs';
import { openWorkbench, startWebServer } from '../web/server.mjs';
import { screenshot } from '../workbench.mjs';
import { tell } from './outside.mjs';

const TITLE = 'a server that cannot start in its worker is told of in words, with a way to start it again';
const TOLD = 'The language server of Security Initiatives keeps crashing';
const PATIENCE = 30_000;

/**
 * @param {import('./outside.mjs').Host} host
 * @returns {Promise<boolean>} whether it is; what went wrong is printed
 */
export async function testWorkerFailure({ browser }) {
  const { origin } = await startWebServer({ folder: SAMPLE });
  const context = await browser.newContext({ viewport: { width: 1400, height: 860 } });
  let isBroken = true;
  // On the context, as workers, too, ask through it.
  await context.route('**/extension/dist/server.js', (route) =>
    isBroken
      ? route.fulfill({ contentType: 'text/javascript', body: "throw new Error('half a script')" })
      : route.continue(),
  );
  const page = await context.newPage();
  return tell({ title: TITLE, name: 'worker-failure' }, page, async () => {
    await openWorkbench(page, origin);
    const told = page.waitForEvent('console', { predicate: (it) => it.text().includes(TOLD), timeout: PATIENCE });
    await page.locator('.explorer-folders-view').getByText('initiatives.yaml').click();
    await told;
    // Driven by tests, VS Code keeps what it has to say behind its bell.
    await page.locator('[id="status.notifications"] a').click();
    const notification = page.locator('.notification-list-item', { hasText: TOLD });
    await notification.waitFor();
    await screenshot(page, 'worker-failure-told');
    isBroken = false;
    await notification.getByRole('button', { name: 'Restart' }).click();
    // A breadcrumb beyond the file is what the server knows of the text.
    await page.locator('.breadcrumbs-control .monaco-breadcrumb-item >> nth=1').waitFor({ timeout: PATIENCE });
  });
}
