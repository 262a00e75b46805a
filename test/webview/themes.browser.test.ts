/** Colours and motion: only the theme's colours, told apart without any, and nothing moves for whoever wants no motion. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useBrowser } from './browser.ts';
import { event, update } from './fixture.ts';
import { settle, type TimelinePage } from './page.ts';
import { realisticEvents } from './realistic-events.ts';
import { isThemeVariable, themed } from './themes.ts';

const STYLES = new URL('../../client/timeline/webview/styles/', import.meta.url);
/** On paper colours are paper's: there is no theme. */
const SHEETS = readdirSync(STYLES)
  .filter((name) => name.endsWith('.css') && name !== 'print.css')
  .map((name) => [name, readFileSync(new URL(name, STYLES), 'utf8').replace(/\/\*.*?\*\//gs, '')] as const);

const GABALA = 'summit/ots-summit-2025-gabala';
const open = useBrowser();
let timeline: TimelinePage;

async function show(events = realisticEvents(), options: Parameters<typeof open>[0] = {}): Promise<Page> {
  timeline = await open({ ...themed('dark modern'), ...options });
  await timeline.send({ type: 'update', update: update(events) });
  return timeline.page;
}

describe('the style sheets', () => {
  it.each(SHEETS)('%s names no colour of its own but as a fallback', (_, css) => {
    expect([...withoutFallbacks(css).matchAll(COLOR)].map(([color]) => color)).toEqual([]);
  });

  it.each(SHEETS)('%s names only colours and fonts that VS Code has', (_, css) => {
    const named = [...css.matchAll(/--vscode-([\w-]+)/g)].map(([, id = '']) => id);
    expect(named.filter((id) => !isThemeVariable(id))).toEqual([]);
  });

  it('let the theme’s colours step back where the system forces its own', () => {
    const forced = SHEETS.find(([name]) => name === 'forced-colors.css')?.[1] ?? '';
    const own = SHEETS.filter(([name]) => !['theme.css', 'offline.css', 'forced-colors.css'].includes(name));
    const named = own.flatMap(([, css]) => [...css.matchAll(/--vscode-(?!font|editor-font)[\w-]+/g)].map(([id]) => id));
    expect([...new Set(named)].filter((id) => !forced.includes(`${id}: initial;`))).toEqual([]);
  });

  it.each(SHEETS)('%s lets nothing move for longer than 150 ms', (_, css) => {
    const moving = [...css.matchAll(/(?:animation|transition)(?:-duration|-delay)?:[^;]*/g)].map(([text]) => text);
    const times = moving.flatMap((text) =>
      [...text.matchAll(/([\d.]+)(ms|s)\b/g)].map(([, n, unit]) => Number(n) * (unit === 's' ? 1000 : 1)),
    );
    expect(times.filter((time) => time > 150)).toEqual([]);
    expect(css).not.toContain('infinite');
  });
});

/** Colours as numbers or by the names that people give them; the system's own, such as CanvasText, are none of these. */
const COLOR =
  /#[\da-f]{3,8}\b|\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch)a?\(|(?<=[:\s(,])(?:white|black|red|green|blue|gr[ae]y|silver|orange|yellow|purple|navy|teal|maroon|pink|brown|gold)(?=[\s;,)])/gi;

/** Declarations whose `var(--vscode-…, fallback)` have lost their fallbacks. */
function withoutFallbacks(css: string): string {
  let text = css;
  for (let before = ''; before !== text; ) {
    before = text;
    text = text.replace(
      /var\(\s*(--vscode-[\w-]+)\s*,(?:[^()]|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))*\)/g,
      'var($1)',
    );
  }
  return text;
}

describe('without colour', () => {
  it('every status and every kind is still told by its shape', async () => {
    const statuses = ['held', 'planned', 'confirmed', 'current', 'cancelled', 'postponed'];
    const kinds = ['summit', 'proposal', 'document', 'organization'];
    const events = kinds.flatMap((kind, row) =>
      statuses.map((status, column) =>
        event({ kind, id: `${kind}-${status}`, title: 'x', date: `20${10 + column * 2}-0${row * 2 + 1}-01`, status }),
      ),
    );
    const page = await show(events, { width: 1200 });
    await page.emulateMedia({ forcedColors: 'active' });
    await page.keyboard.press('0');
    await settle(page);
    const looks = await page.locator('.item.mark').evaluateAll((items) =>
      items.map((item) => {
        const drawn = [...item.querySelectorAll('.glyph, .sign')].map((part) => {
          const { fill, strokeDasharray } = getComputedStyle(part);
          return `${part.getAttribute('d')} ${fill} ${strokeDasharray}`;
        });
        return drawn.join(' ');
      }),
    );
    expect(looks).toHaveLength(kinds.length * statuses.length);
    expect(new Set(looks).size).toBe(looks.length);
  });

  it('which events are selected, focused or have problems is seen by outlines and signs', async () => {
    const page = await show();
    await page.emulateMedia({ forcedColors: 'active' });
    await timeline.send({ type: 'select', key: GABALA, reveal: true });
    const ring = page.locator('.item.selected > .ring').first();
    const { stroke, width } = await ring.evaluate((it) => {
      const style = getComputedStyle(it);
      return { stroke: style.stroke, width: style.strokeWidth };
    });
    expect(stroke).not.toBe('none');
    expect(Number.parseFloat(width)).toBeGreaterThanOrEqual(1);
    expect(await page.locator('.has-problems .badge').count()).toBeGreaterThan(0);
  });
});

describe('motion', () => {
  /** Zooms by key and tells where the drawing was in each frame until it has rested for some. */
  const framesOfZoom = (page: Page) =>
    page.evaluate(async () => {
      const now = () =>
        `${document.querySelector('.world')?.getAttribute('transform')} ${document.querySelector('.tick')?.getAttribute('d')}`;
      const frame = () => new Promise(requestAnimationFrame);
      const seen = [now()];
      const start = performance.now();
      let last = start;
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '+', bubbles: true }));
      for (let quiet = 0; quiet < 12; ) {
        await frame();
        const place = now();
        if (place === seen.at(-1)) quiet++;
        else {
          quiet = 0;
          last = performance.now();
          seen.push(place);
        }
      }
      return { moves: seen.length - 1, took: last - start };
    });

  const CALM = [
    ['VS Code’s setting', { body: 'vscode-dark vscode-reduce-motion' }, null],
    ['the system’s setting', {}, 'reduce'],
  ] as const;

  it.each(CALM)(
    'is none by %s: the view jumps in one frame, and nothing is animated',
    async (_, options, reducedMotion) => {
      timeline = await open({ ...themed('dark modern'), ...options });
      const { page } = timeline;
      await page.emulateMedia({ reducedMotion });
      await timeline.send({ type: 'update', update: update(realisticEvents()) });
      expect((await framesOfZoom(page)).moves).toBe(1);
      await page.locator('.item .glyph.shape').nth(3).hover();
      await page.locator('.card:visible').waitFor();
      expect(await animations(page)).toEqual([]);
      await page.keyboard.press('?');
      expect(await animations(page)).toEqual([]);
    },
  );

  it('is otherwise quick: over within 150 ms', async () => {
    const page = await show();
    const { moves, took } = await framesOfZoom(page);
    expect(moves).toBeGreaterThan(1);
    // One frame more for the last step, and some for a machine that has other things to do.
    expect(took).toBeLessThan(400);
    await page.locator('.item .glyph.shape').nth(3).hover();
    await page.locator('.card:visible').waitFor();
    for (const duration of await animations(page)) expect(duration).toBeLessThanOrEqual(150);
  });
});

/** Durations of whatever is animated right now, ms. */
function animations(page: Page): Promise<number[]> {
  return page.evaluate(() =>
    document.getAnimations().map((one) => Number(one.effect?.getComputedTiming().duration ?? 0)),
  );
}
