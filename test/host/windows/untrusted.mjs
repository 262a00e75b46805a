// A window whose folder nobody has said to trust: VS Code takes away what could run its code, and nothing of ours.
import { ROOT } from '../paths.mjs';
import { startVSCodeServer } from '../vscode-server.mjs';
import { openWindow } from '../workbench.mjs';
import { copySample } from '../workspace.mjs';
import { tell } from './outside.mjs';
import { useAll, withMistake } from './use.mjs';

const TITLE = 'in a folder that is not trusted there are problems, completion, the timeline and the view as elsewhere';
const PATIENCE = 20_000;

/**
 * @param {import('./outside.mjs').Host} host
 * @returns {Promise<boolean>} whether it is so; what went wrong is printed
 */
export async function testUntrusted({ browser }) {
  const { workspace } = await copySample();
  const file = await withMistake(workspace);
  const server = await startVSCodeServer({ trusts: false });
  const page = await openWindow({ browser, server, content: { folder: workspace, extension: ROOT, file } });
  page.setDefaultTimeout(PATIENCE);
  return tell({ title: TITLE, name: 'untrusted' }, page, async () => {
    await page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor();
    await useAll(page);
    await page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor();
  });
}
