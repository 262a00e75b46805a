/** Where the focus is and how it shows: for tests that use the page by keyboard alone. */
import type { Page } from 'playwright-core';

export interface Stop {
  /** "button Filter", as a screen reader would have it; an item of the drawing is "item". */
  name: string;
  /** Width of the outline in px, and its contrast with the page; 0 where nothing shows the focus. */
  ring: number;
  contrast: number;
}

/** What has the focus, or null once it has left the page. */
export function focused(page: Page): Promise<Stop | null> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
    /** Relative luminance, as WCAG has it, of colours painted one over the other. */
    const luminance = (...colors: string[]): number => {
      for (const color of colors) {
        canvas.fillStyle = color;
        canvas.fillRect(0, 0, 1, 1);
      }
      const [r = 0, g = 0, b = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map((channel) => {
        const value = channel / 255;
        return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const ground = getComputedStyle(document.body).backgroundColor;
    const contrastOf = (color: string): number => {
      const [line, beneath] = [luminance(ground, color), luminance(ground)];
      return (Math.max(line, beneath) + 0.05) / (Math.min(line, beneath) + 0.05);
    };
    const label = element.getAttribute('aria-label') ?? element.textContent?.trim() ?? '';
    const role = element.getAttribute('role') ?? element.tagName.toLowerCase();
    const name = element.matches('.item') ? 'item' : `${role} ${label.replace(/ \(.*\)$/, '')}`;
    const drawn = element.querySelector(':scope > .ring, :scope > .overview-frame');
    if (drawn) {
      const { display, strokeWidth, stroke } = getComputedStyle(drawn);
      return { name, ring: display === 'none' ? 0 : Number.parseFloat(strokeWidth), contrast: contrastOf(stroke) };
    }
    // A field shows the focus with the frame that it stands in.
    const rings = [element, element.parentElement!].map((one) => getComputedStyle(one));
    const ring = rings.find(({ outlineStyle }) => outlineStyle === 'solid' || outlineStyle === 'auto');
    return {
      name,
      ring: ring ? Number.parseFloat(ring.outlineWidth) : 0,
      contrast: ring ? contrastOf(ring.outlineColor) : 0,
    };
  });
}

/** Everything that Tab, or Shift+Tab, comes to until the focus leaves the page. */
export async function walk(page: Page, key: 'Tab' | 'Shift+Tab'): Promise<Stop[]> {
  const stops: Stop[] = [];
  for (;;) {
    await page.keyboard.press(key);
    const stop = await focused(page);
    if (!stop || stops.length > 60) return stops;
    stops.push(stop);
  }
}
