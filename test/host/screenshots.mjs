// Makes the README's pictures from a real VS Code: `node test/host/screenshots.mjs [scene …]`, all scenes by default.
import { readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { launchChromium } from './chromium.mjs';
import { main, onCleanUp } from './cleanup.mjs';
import { PICTURES, ROOT } from './paths.mjs';
import { SCENES } from './scenes.mjs';
import { startVSCodeServer } from './vscode-server.mjs';
import { openWindow, screenshot } from './workbench.mjs';
import { copySample } from './workspace.mjs';

const SIZE = { width: 1400, height: 860 };
const SCALE = 1.5;

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
async function take({ name, file, prepare, act }, { browser, server }) {
  const { workspace: folder } = await copySample();
  const path = join(folder, file);
  if (prepare) await writeFile(path, prepare(await readFile(path, 'utf8')));
  const page = await openWindow({
    browser,
    server,
    content: { folder, extension: ROOT, file: path },
    size: SIZE,
    scale: SCALE,
  });
  try {
    await page.locator('.monaco-editor .view-line').first().waitFor();
    await act(page);
    return await screenshot(page, name, PICTURES);
  } catch (cause) {
    const picture = await screenshot(page, `scene-${name}-failed`);
    throw new Error(`The scene "${name}" can't be played: see ${picture}.`, { cause });
  } finally {
    await page.close();
  }
}
