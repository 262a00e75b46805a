// The one test for which the extension must be broken: the server's script cannot be read, as after a half-finished update.
import { launchChromium } from '../chromium.mjs';
import { onCleanUp } from '../cleanup.mjs';
import { SAMPLE } from '../paths.mjs';
import { screenshot } from '../workbench.mjs';
import { openWorkbench, startWebServer } from './server.mjs';

const TITLE = 'a server that cannot start in its worker is told of in words, with a way to start it again';
const TOLD = 'The language server of Security Initiatives keeps crashing';
const PATIENCE = 30_000;

/** @returns {Promise<boolean>} whether it is; what went wrong is printed */
export async function testWorkerFailure() {
  const { origin } = await startWebServer({ folder: SAMPLE });
  const browser = await launchChromium();
  onCleanUp(() => browser.close());
  const context = await browser.newContext({ viewport: { width: 1400, height: 860 } });
  let isBroken = true;
  // On the context, as workers, too, ask through it.
  await context.route('**/extension/dist/server.js', (route) =>
    isBroken
      ? route.fulfill({ contentType: 'text/javascript', body: "throw new Error('half a script')" })
      : route.continue(),
  );
  const page = await context.newPage();
  try {
    await openWorkbench(page, origin);
    const told = page.waitForEvent('console', { predicate: (it) => it.text().includes(TOLD), timeout: PATIENCE });
    await page.locator('.explorer-folders-view').getByText('initiatives.yaml').click();
    await told;
    // Driven by tests, VS Code keeps what it has to say behind its bell.
    await page.locator('[id="status.notifications"] a').click();
    const notification = page.locator('.notification-list-item', { hasText: TOLD });
    await notification.waitFor();
    await screenshot(page, 'worker-failure');
    isBroken = false;
    await notification.getByRole('button', { name: 'Restart' }).click();
    // A breadcrumb beyond the file is what the server knows of the text.
    await page.locator('.breadcrumbs-control .monaco-breadcrumb-item >> nth=1').waitFor({ timeout: PATIENCE });
    console.log(`  ✔ ${TITLE}\n`);
    return true;
  } catch (error) {
    console.error(`  ✖ ${TITLE}\n${error.message}\nSee ${await screenshot(page, 'worker-failure')}\n`);
    return false;
  }
}
