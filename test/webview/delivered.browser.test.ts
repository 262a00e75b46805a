/** The page as it is delivered: its script is small, since it is read whole each time a panel opens, and nothing of it is lost. */
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PAGE } from '../../client/timeline/build/page.mjs';
import { update } from './fixture.ts';
import { type Harness, settle, startHarness } from './page.ts';
import { realisticEvents } from './realistic-events.ts';

const MAIN = fileURLToPath(new URL('../../client/timeline/webview/main.ts', import.meta.url));

let script: string;
let harness: Harness;

beforeAll(async () => {
  const { outputFiles } = await build({ ...PAGE, entryPoints: [MAIN], minify: true, write: false });
  script = outputFiles[0]!.text;
  harness = await startHarness(script);
});

afterAll(() => harness.close());

it('has a script of at most 60,000 bytes', () => {
  expect(gzipSync(script, { level: 9 }).length).toBeLessThanOrEqual(60_000);
});

it('is zoomed by the wheel, dragged, clicked and double-clicked, and complains of nothing', async () => {
  const { page, complaints, send, posted } = await harness.open();
  await send({ type: 'update', update: update(realisticEvents()) });
  const place = () => page.locator('.world').getAttribute('transform');
  const marks = () => page.locator('.item').count();

  await page.mouse.move(500, 300);
  const before = await marks();
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -600);
  await page.keyboard.up('Control');
  await settle(page);
  expect(await marks()).not.toBe(before);

  const start = await place();
  await page.mouse.down();
  await page.mouse.move(380, 300, { steps: 4 });
  await page.mouse.up();
  await settle(page);
  expect(await place()).not.toBe(start);

  await page.keyboard.press('0');
  await settle(page);
  await page.locator('.item.mark .glyph').first().dblclick();
  await settle(page);
  expect((await posted()).filter(({ type }) => type === 'open')).toMatchObject([{ focus: false }, { focus: true }]);
  await page.keyboard.press('?');
  expect(await page.locator('.legend-glyph').count()).toBeGreaterThan(15);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Show as a table' }).click();
  expect(await page.locator('tbody tr[data-key]').count()).toBeGreaterThan(10);
  expect(complaints).toEqual([]);
  await page.close();
});
