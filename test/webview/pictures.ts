/** Pictures that are kept to see whether a page still looks as it did, on machines that draw letters in the same way. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import pixelmatch from 'pixelmatch';
import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { withPalette } from '../host/palette.mjs';

const KEPT = new URL('pictures/', import.meta.url);
/** Where the picture and what differs go when a page looks different. */
const SEEN = new URL('../../out/pictures/', import.meta.url);
const FINGERPRINT = new URL('fingerprint.json', KEPT);

/** Whether pictures are taken anew instead of compared: `UPDATE_PICTURES=1`. */
export const UPDATE = process.env.UPDATE_PICTURES === '1';

/** The share of pixels that may differ: edges of letters and lines fall a little differently from time to time. */
const MOST = 0.002;

/** How this machine draws: the widths of a few texts and the browser's major version. */
export async function fingerprint(page: Page): Promise<string> {
  const version = page.context().browser()?.version().split('.')[0];
  const widths = await page.evaluate(() => {
    const context = document.createElement('canvas').getContext('2d')!;
    const fonts = ['12px system-ui', '600 13px system-ui', '14px monospace'];
    const texts = ['Organization of Turkic States', 'Қазақстан 2025', '“c. ? +12”'];
    return fonts.flatMap((font) =>
      texts.map((text) => {
        context.font = font;
        return Math.round(context.measureText(text).width * 100) / 100;
      }),
    );
  });
  return `{\n  "chromium": ${JSON.stringify(version)},\n  "widths": [${widths.join(', ')}]\n}\n`;
}

/** The fingerprint of the machine on which the kept pictures were taken; '' when there are none. */
export function keptFingerprint(): string {
  return existsSync(FINGERPRINT) ? readFileSync(FINGERPRINT, 'utf8') : '';
}

/** Keeps a fingerprint with the pictures that are taken anew. */
export function keepFingerprint(text: string): void {
  mkdirSync(KEPT, { recursive: true });
  writeFileSync(FINGERPRINT, text);
}

/**
 * Compares the page with the kept picture of that name, or keeps a new one. What is wrong comes in words, with the path of
 * a picture of the difference; null when all is well.
 */
export async function comparePicture(page: Page, name: string): Promise<string | null> {
  const taken = withPalette(await page.screenshot({ animations: 'disabled', caret: 'hide' }));
  const path = new URL(`${name}.png`, KEPT);
  if (UPDATE) {
    writeFileSync(path, taken);
    return null;
  }
  if (!existsSync(path)) return `There is no picture of ${name} yet: take it with UPDATE_PICTURES=1.`;
  const [seen, kept] = [PNG.sync.read(taken), PNG.sync.read(readFileSync(path))];
  const { width, height } = kept;
  if (seen.width !== width || seen.height !== height) return `${name} is ${seen.width} × ${seen.height} px`;
  const difference = new PNG({ width, height });
  const pixels = pixelmatch(seen.data, kept.data, difference.data, width, height, { threshold: 0.1 });
  if (pixels <= width * height * MOST) return null;
  mkdirSync(SEEN, { recursive: true });
  const shown = new URL(`${name}-difference.png`, SEEN);
  writeFileSync(new URL(`${name}.png`, SEEN), taken);
  writeFileSync(shown, PNG.sync.write(difference));
  return `${pixels} pixels differ: see ${fileURLToPath(shown)}, and take the picture anew if it is meant so`;
}
