// Makes the extension's icon from its drawing: `npm run icon` after a change to images/icon.svg.
import { readFile, writeFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { launchChromium } from './chromium.mjs';
import { main, onCleanUp } from './cleanup.mjs';
import { drawnIcon } from './drawn-icon.mjs';
import { ICON, ICON_DRAWING, ROOT } from './paths.mjs';

await main(async () => {
  const browser = await launchChromium();
  onCleanUp(() => browser.close());
  await writeFile(ICON, await drawnIcon(browser, await readFile(ICON_DRAWING, 'utf8')));
  console.log(relative(ROOT, ICON));
});
