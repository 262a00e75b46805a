// Makes the README's pictures from a real VS Code: `node test/host/screenshots.mjs [scene …]`, all scenes by default.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { launchChromium } from './chromium.mjs';
import { main, onCleanUp } from './cleanup.mjs';
import { withPalette } from './palette.mjs';
import { PICTURES, ROOT } from './paths.mjs';
import { SCENES } from './scenes.mjs';
import { startVSCodeServer } from './vscode-server.mjs';
import { openWindow, screenshot } from './workbench.mjs';
import { copySample } from './workspace.mjs';

const SCALE = 1.5;

/** A tidy window: the text, and nothing beside it that is not the extension's. */
const SETTINGS = {
  'workbench.activityBar.location': 'hidden',
  'workbench.statusBar.visible': false,
  'workbench.layoutControl.enabled': false,
  'window.commandCenter': false,
  'breadcrumbs.enabled': false,
  'editor.minimap.enabled': false,
  'editor.fontSize': 14,
  'editor.wordWrap': 'on',
  'editor.scrollbar.horizontal': 'hidden',
  'editor.overviewRulerBorder': false,
  'editor.unicodeHighlight.ambiguousCharacters': false,
};

await main(async () => {
  const wanted = process.argv.slice(2);
  const unknown = wanted.find((name) => !SCENES.some((scene) => scene.name === name));
  if (unknown) throw new Error(`There's no scene "${unknown}", only ${SCENES.map(({ name }) => name).join(', ')}.`);

  const server = await startVSCodeServer();
  const browser = await launchChromium();
  onCleanUp(() => browser.close());
  for (const scene of SCENES.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
    const picture = await take(scene, { browser, server });
    console.log(relative(ROOT, picture));
  }
});

/**
 * Each scene has its own copy of the dataset and its own window, so that none sees what another one did.
 * @param {import('./scenes.mjs').Scene} scene
 * @param {{ browser: import('playwright-core').Browser, server: import('./vscode-server.mjs').VSCodeServer }} host
 */
async function take({ name, file, size, view = false, prepare, act }, { browser, server }) {
  const { workspace: folder } = await copySample();
  await mkdir(join(folder, '.vscode'));
  await writeFile(join(folder, '.vscode/settings.json'), JSON.stringify(SETTINGS));
  const path = join(folder, file);
  if (prepare) await writeFile(path, prepare(await readFile(path, 'utf8')));
  const page = await openWindow({
    browser,
    server,
    content: { folder, extension: ROOT, file: path },
    size,
    scale: SCALE,
  });
  try {
    await page.locator('.monaco-editor .view-line').first().waitFor();
    await hideSideBar(page);
    if (view) await showInitiatives(page);
    await act(page);
    const picture = await screenshot(page, name, PICTURES);
    await writeFile(picture, withPalette(await readFile(picture)));
    return picture;
  } catch (cause) {
    const picture = await screenshot(page, `scene-${name}-failed`);
    throw new Error(`The scene "${name}" can't be played: see ${picture}.`, { cause });
  } finally {
    await page.close();
  }
}

/** A key for it is ignored until VS Code knows its keys, so it is pressed until it works. */
async function hideSideBar(page) {
  const sideBar = page.locator('.part.sidebar');
  for (let left = 20; left > 0 && (await sideBar.isVisible()); left--) {
    await page.keyboard.press('Control+b');
    await page.waitForTimeout(500);
  }
  await page.mouse.move(300, 300); // off the edge, which lights up under a pointer
}

/** From the command palette, as the activity bar is hidden. */
async function showInitiatives(page) {
  await page.keyboard.press('F1');
  const input = page.locator('.quick-input-widget input').first();
  await input.fill('>Initiatives: Focus on Initiatives View');
  await page.locator('.quick-input-list .monaco-list-row').first().waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.sidebar .monaco-list-row').first().waitFor();
}
