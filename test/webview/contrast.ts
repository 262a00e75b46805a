/** Measures contrast where axe-core cannot: what texts and marks of a drawing are painted with, against the pixels beneath them. */
import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';

/** What is measured, from the top of the drawing down: each layer is hidden before it and those below are looked at. */
const LAYERS = [
  { of: 'text', selector: 'svg text', paint: 'fill' },
  { of: 'mark', selector: '.sign, .badge, .whisker', paint: 'either' },
  { of: 'mark', selector: '.tag', paint: 'stroke' },
  { of: 'mark', selector: '.item .glyph, .today-line', paint: 'stroke' },
  { of: 'mark', selector: '.today-pill rect, svg.icon path', paint: 'either' },
  { of: 'mark', selector: '.selected > .ring, .item:focus-visible > .ring', paint: 'stroke' },
] as const;

/** WCAG 2.2, 1.4.3 and 1.4.11. */
const LEAST = { text: 4.5, mark: 3 };

/** A share of the pixels beneath may have less contrast: a line that crosses a label, the outline around a sign. */
const CROSSED = { text: 0.2, mark: 0.5 };

interface Painted {
  what: string;
  /** 0 to 255, and alpha from 0 to 1. */
  color: [number, number, number, number];
  box: { x: number; y: number; width: number; height: number };
}

/** Texts below 4.5 : 1 and marks below 3 : 1, each once, in words; and how many have been measured. */
export async function weakContrasts(page: Page): Promise<{ weak: string[]; measured: number }> {
  const weak = new Set<string>();
  let measured = 0;
  for (const { of, selector, paint } of LAYERS) {
    const painted = await page.evaluate(hideLayer, { selector, paint });
    const picture = PNG.sync.read(await page.screenshot());
    for (const { what, color, box } of painted) {
      const ratio = contrastOver(picture, color, box, CROSSED[of]);
      if (ratio === null) continue;
      measured++;
      if (ratio < LEAST[of]) weak.add(`${what} ${ratio.toFixed(2)}`);
    }
  }
  await page.evaluate(() => {
    for (const element of document.querySelectorAll('[visibility=hidden]')) element.removeAttribute('visibility');
  });
  return { weak: [...weak].sort(), measured };
}

/** Runs in the page: hides what the selector matches and says what of it is on screen, and how it is painted. */
function hideLayer({ selector, paint }: { selector: string; paint: 'fill' | 'stroke' | 'either' }): Painted[] {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
  const rgba = (color: string, opacity: number): Painted['color'] => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    const [r = 0, g = 0, b = 0, a = 0] = canvas.getImageData(0, 0, 1, 1).data;
    return [r, g, b, (a / 255) * opacity];
  };
  /** Where an element can be seen at all: lanes pass beneath the axis and the heads. */
  const visible = (element: Element): DOMRect => {
    const surface = element.closest('svg.surface')?.getBoundingClientRect();
    const box = element.getBoundingClientRect();
    if (!surface) return box;
    const ground = document.querySelector('.head-ground')?.getBoundingClientRect();
    const left = element.closest('.heads') ? surface.left : (ground?.right ?? surface.left);
    const axis = document.querySelector('.corner .head-ground')?.getBoundingClientRect();
    const top = element.closest('.axis, .corner') ? surface.top : (axis?.bottom ?? surface.top);
    const x = Math.max(box.left, left);
    const y = Math.max(box.top, top);
    return new DOMRect(x, y, Math.min(box.right, innerWidth) - x, Math.min(box.bottom, surface.bottom) - y);
  };
  const painted: Painted[] = [];
  for (const element of document.querySelectorAll(selector)) {
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    const style = getComputedStyle(element);
    let opacity = 1;
    for (let up: Element | null = element; up; up = up.parentElement) opacity *= Number(getComputedStyle(up).opacity);
    const stroked = paint === 'stroke' || (paint === 'either' && style.stroke !== 'none');
    const color = stroked ? style.stroke : style.fill;
    const { x, y, width, height } = visible(element);
    const name = `${element.tagName}.${(element.getAttribute('class') ?? '').replaceAll(' ', '.')}`;
    const tone = /tone-\w+/.exec(element.closest('.item')?.getAttribute('class') ?? '')?.[0] ?? '';
    // The letters of a line of text leave room above and below; a path without width is as wide as its line.
    const gap = element.tagName === 'text' ? Math.round(height / 5) : 0;
    const box = { x, y: y + gap, width: Math.max(width, 1), height: Math.max(height - 2 * gap, 1) };
    if (color !== 'none' && box.width > 0 && width > -1 && height > 0) {
      painted.push({ what: `${name} ${tone}`.trim(), color: rgba(color, opacity), box });
    }
    element.setAttribute('visibility', 'hidden');
  }
  return painted;
}

/** The contrast that all but a share of the box's pixels have with the colour; null when the box is off the picture. */
function contrastOver(
  picture: PNG,
  [r, g, b, a]: Painted['color'],
  box: Painted['box'],
  crossed: number,
): number | null {
  const ratios: number[] = [];
  const [right, bottom] = [Math.min(picture.width, box.x + box.width), Math.min(picture.height, box.y + box.height)];
  for (let y = Math.max(0, Math.round(box.y)); y < bottom; y++) {
    for (let x = Math.max(0, Math.round(box.x)); x < right; x++) {
      const at = (y * picture.width + x) * 4;
      const beneath = [picture.data[at] ?? 0, picture.data[at + 1] ?? 0, picture.data[at + 2] ?? 0] as const;
      const over = [r, g, b].map((value, index) => value * a + (beneath[index] ?? 0) * (1 - a));
      ratios.push(contrast(luminance(over), luminance(beneath)));
    }
  }
  ratios.sort((one, other) => one - other);
  return ratios[Math.floor(ratios.length * crossed)] ?? null;
}

/** Relative luminance as WCAG defines it; channels from 0 to 255. */
function luminance(channels: readonly number[]): number {
  const [r = 0, g = 0, b = 0] = channels.map((channel) => {
    const value = channel / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: number, other: number): number {
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}
