/** The extension's icon: what the drawing shows, in the size that galleries ask for, and seen on light and dark grounds. */
import { readFileSync } from 'node:fs';
import pixelmatch from 'pixelmatch';
import type { Browser } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../host/chromium.mjs';
import { drawnIcon, ICON_SIZE } from '../host/drawn-icon.mjs';

const read = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url));

describe('the icon', () => {
  const { icon } = JSON.parse(read('package.json').toString('utf8')) as { icon: string };
  const kept = PNG.sync.read(read(icon));
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  }, 300_000);
  afterAll(() => browser?.close());

  it('is a square of the size that galleries ask for', () => {
    expect([kept.width, kept.height]).toEqual([ICON_SIZE, ICON_SIZE]);
  });

  it('is what its drawing shows; `npm run icon` makes it anew', async () => {
    const drawn = PNG.sync.read(await drawnIcon(browser, read('images/icon.svg').toString('utf8')));
    const different = pixelmatch(drawn.data, kept.data, undefined, ICON_SIZE, ICON_SIZE, { threshold: 0.1 });
    expect(different).toBeLessThan(ICON_SIZE);
  });

  it('has no ground of its own, and stands out from white and from black', () => {
    const at = (x: number, y: number) => [...kept.data.subarray((y * ICON_SIZE + x) * 4, (y * ICON_SIZE + x) * 4 + 4)];
    expect(at(0, 0)[3]).toBe(0);
    const [red, green, blue, alpha] = at(60, 60) as [number, number, number, number];
    expect(alpha).toBe(255);
    const brightness = luminance(red, green, blue);
    expect((1 + 0.05) / (brightness + 0.05)).toBeGreaterThan(3);
    expect((brightness + 0.05) / 0.05).toBeGreaterThan(3);
  });
});

/** WCAG 2.2, relative luminance. */
function luminance(...channels: [red: number, green: number, blue: number]): number {
  const [red, green, blue] = channels.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
