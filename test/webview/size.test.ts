/** The page is read whole each time a panel opens: its script stays small. */
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { PAGE, smaller } from '../../esbuild.page.mjs';

const MAIN = fileURLToPath(new URL('../../client/timeline/webview/main.ts', import.meta.url));

it('The page, as it is delivered, has a script of at most 60,000 bytes', async () => {
  const { outputFiles } = await build({ ...PAGE, entryPoints: [MAIN], minify: true, write: false });
  const script = await smaller(outputFiles[0]!.text);
  expect(gzipSync(script, { level: 9 }).length).toBeLessThanOrEqual(60_000);
});
