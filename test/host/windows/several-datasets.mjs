// A window with several datasets, one of them within another: the view keeps them apart, and commands ask which one is meant.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onCleanUp } from '../cleanup.mjs';
import { ROOT } from '../paths.mjs';
import { showTimelineToSide } from '../timeline-button.mjs';
import { frameInWebview, openWindow, screenshot } from '../workbench.mjs';
import { EXTENSION, runCommand, tell } from './outside.mjs';

const TITLE = 'several datasets in a window stand apart, also one within another, and commands ask which one is meant';
const PATIENCE = 20_000;
const FILES = {
  'shanghai/media/initiatives.yaml': 'dataset: Media Forums\n',
  'shanghai/media/forum.yaml':
    'kind: summit\nid: forum\nname: Media Forum\nlevel: experts\norganization: sco\nstatus: held\ndate: 2025-05-23\n',
  'turkic/initiatives.yaml': 'dataset: Turkic States\n',
  'turkic/summits/bishkek.yaml':
    'kind: summit\nid: bishkek\nname: Summit in Bishkek\nlevel: heads-of-state\norganization: ots\nstatus: held\ndate: 2024-11-06\n',
  'shanghai/initiatives.yaml': 'dataset: Shanghai Cooperation\n',
  'shanghai/summits/astana.yaml':
    'kind: summit\nid: astana\nname: Summit in Astana\nlevel: heads-of-state\norganization: sco\nstatus: held\ndate: 2024-07-04\n',
  'shanghai/summits/tianjin.yaml':
    'kind: summit\nid: tianjin\nname: Summit in Tianjin\nlevel: heads-of-state\norganization: sco\nstatus: held\ndate: 2025-08-31/2025-09-01\n',
};

/**
 * @param {import('./outside.mjs').Host} host
 * @returns {Promise<boolean>} whether it is so; what went wrong is printed
 */
export async function testSeveralDatasets({ server, browser }) {
  const folder = await mkdtemp(join(tmpdir(), 'vscode-several-'));
  onCleanUp(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }));
  for (const [path, text] of Object.entries(FILES)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  const page = await openWindow({ browser, server, content: { folder, extension: ROOT } });
  page.setDefaultTimeout(PATIENCE);
  return tell({ title: TITLE, name: 'several-datasets' }, page, () => use(page));
}

/** @param {import('playwright-core').Page} page */
async function use(page) {
  await page.locator('.activitybar').getByRole('tab', { name: 'Initiatives' }).click();
  const rows = page.locator('.sidebar .monaco-list-row');
  const tree = [
    'Media Forums',
    'Shanghai Cooperation Organisation',
    'Shanghai Cooperation',
    'Shanghai Cooperation Organisation',
    'Turkic States',
    'Organization of Turkic States',
  ];
  await rows.nth(tree.length - 1).waitFor();
  for (const [i, title] of tree.entries()) await rows.nth(i).filter({ hasText: title }).waitFor();

  const asked = page.locator('.quick-input-widget');
  for (const title of ['Show Summary of Dataset', 'Show Timeline', 'Export Dataset…', 'New Record…']) {
    await runCommand(page, title);
    for (const dataset of ['Turkic States', 'Shanghai Cooperation'])
      await asked.locator('.monaco-list-row', { hasText: dataset }).waitFor();
    await screenshot(page, `several-datasets-${title.split(' ')[0]?.toLowerCase()}`);
    await page.keyboard.press('Escape');
    await asked.waitFor({ state: 'hidden' });
  }

  await runCommand(page, 'Show Summary of Dataset');
  await asked.locator('.monaco-list-row', { hasText: 'Shanghai Cooperation' }).click();
  await page.locator('.tab.active', { hasText: 'Summary of Shanghai Cooperation' }).waitFor();

  // The timeline of a record is that of its own dataset.
  await rows.nth(3).locator('.monaco-tl-twistie').click();
  await rows.filter({ hasText: 'Summit in Tianjin' }).dblclick();
  await showTimelineToSide(page, { file: 'tianjin.yaml' });
  const timeline = frameInWebview(page, EXTENSION);
  await timeline.locator('[data-key="summit/tianjin"]').first().waitFor();
  if ((await timeline.locator('[data-key="summit/bishkek"]').count()) > 0)
    throw new Error('The timeline shows what is in the other dataset.');

  await rows.nth(1).locator('.monaco-tl-twistie').click();
  await rows.filter({ hasText: 'Media Forum' }).nth(1).dblclick();
  await showTimelineToSide(page, { file: 'forum.yaml' });
  await page.locator('.tab', { hasText: 'Media Forums – Timeline' }).waitFor();
}
