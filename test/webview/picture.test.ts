/** The still picture of a timeline: everything in it, nothing beyond its edges, and of a size that can be opened. */
import { describe, expect, it } from 'vitest';
import { Arrangement } from '../../client/timeline/drawing/arrangement.ts';
import { EVERYTHING, type Filter } from '../../client/timeline/drawing/filter/filter.ts';
import { PAPER } from '../../client/timeline/drawing/ink.ts';
import type { Horizon } from '../../client/timeline/drawing/layout/extent.ts';
import { TimelineModel } from '../../client/timeline/drawing/model.ts';
import { type Picture, picture, withRoom } from '../../client/timeline/drawing/picture/picture.ts';
import { averageRulers } from '../../client/timeline/drawing/picture/picture-font.ts';
import type { Shape } from '../../client/timeline/drawing/shapes.ts';
import type { TimelineEvent } from '../../server/protocol.ts';
import { event, manyEvents, update } from './fixture.ts';
import { realisticEvents } from './realistic-events.ts';

const { ruler, boldRuler } = averageRulers();

interface Wanted {
  width?: number;
  filter?: Filter;
  range?: Horizon;
}

function drawn(events: TimelineEvent[], { width = 1200, filter = EVERYTHING, range }: Wanted = {}): Picture {
  const model = new TimelineModel();
  model.apply(update(events));
  const arrangement = new Arrangement(model, 'organization', filter, []);
  arrangement.refresh();
  const shown = range ?? withRoom(arrangement.horizon!, width);
  return picture({ model, arrangement, range: shown, width, ink: PAPER, ruler, boldRuler });
}

/** Every shape with where its origin is, px. */
function* placed(shape: Shape, x = 0, y = 0): Generator<{ shape: Shape; x: number; y: number }> {
  const [, dx = 0, dy = 0] = /^translate\((.+),(.+)\)$/.exec(String(shape.attributes.transform ?? '')) ?? [];
  const [left, top] = [x + Number(dx), y + Number(dy)];
  yield { shape, x: left, y: top };
  for (const child of shape.children) if (typeof child !== 'string') yield* placed(child, left, top);
}

const items = ({ shape }: Picture) =>
  [...placed(shape)].filter((it) => /^item /.test(String(it.shape.attributes.class)));
const textsOf = ({ shape }: Picture) =>
  [...placed(shape)].flatMap((it) =>
    it.shape.name === 'text' ? [{ ...it, words: String(it.shape.children[0]) }] : [],
  );

describe('a picture', () => {
  it('shows where one term of a chair follows another, and leads nowhere', () => {
    const signs = [...placed(drawn(realisticEvents(), { width: 2400 }).shape)].filter(
      ({ shape }) => shape.attributes.class === 'handover',
    );
    const said = signs.map(({ shape }) => (shape.children[0] as Shape).children[0]);
    expect(said).toContain('Hand-over: Uzbekistan → Kazakhstan, 3 November 2023');
    expect(signs.every(({ shape }) => shape.attributes['data-follow'] === null)).toBe(true);
  });

  it.each([700, 1200, 2400])('%d px wide holds every event once in each of its lanes', (width) => {
    const whole = drawn(realisticEvents(), { width });
    expect(whole.shown).toBe(73);
    expect(items(whole)).toHaveLength(73);
    expect(whole.width).toBe(width);
  });

  it.each([500, 900, 1600])('%d px wide has all words within its edges', (width) => {
    const whole = drawn(realisticEvents(), { width });
    for (const { shape, x, y, words } of textsOf(whole)) {
      const { x: own = 0, 'text-anchor': anchor, 'font-size': size = 12 } = shape.attributes;
      const length = (ruler.width(words) * Number(size)) / 12;
      const left = x + Number(own) - (anchor === 'middle' ? length / 2 : 0);
      expect(left, words).toBeGreaterThanOrEqual(0);
      expect(left + length, words).toBeLessThanOrEqual(whole.width);
      expect(y, words).toBeLessThanOrEqual(whole.height);
    }
  });

  it('leaves out what lies outside its time, and the rows and lanes that this would need', () => {
    const range = { start: Date.UTC(2024, 0), end: Date.UTC(2025, 0) };
    const part = drawn(realisticEvents(), { range });
    expect(part.shown).toBeLessThan(30);
    expect(part.height).toBeLessThan(drawn(realisticEvents()).height);
    const words = textsOf(part).map((text) => text.words);
    expect(words.some((text) => text.startsWith('11th OTS summit'))).toBe(true);
    expect(words).not.toContain('12th OTS summit, Gabala');
    expect(words.join('\n')).not.toContain('Turkic Chamber');
    expect(words).not.toContain('Today');
  });

  it('says what it is of, and what its filter leaves', () => {
    const filter = { text: 'summit', facets: { organization: ['ots', 'sco'], status: ['held'] }, compare: [] };
    const words = textsOf(drawn(realisticEvents(), { filter })).map((text) => text.words);
    expect(words[0]).not.toBe('');
    expect(words.find((text) => text.includes('of 73 events'))).toMatch(/; only “summit”, OTS or SCO, held$/i);
  });

  it('explains just the signs that are in it', () => {
    const only = drawn([event({ kind: 'summit', id: 'a', title: 'A', date: '2025-10-07', status: 'held' })]);
    const words = textsOf(only).map((text) => text.words);
    expect(words).toEqual(expect.arrayContaining(['Summit', 'Held, adopted or done']));
    expect(words.join('\n')).not.toMatch(/Document|Planned|“c\.”|chair|error/);
  });

  it('of many events gathers what is dense and loses none', () => {
    const whole = drawn(manyEvents(10_000), { width: 1600 });
    expect(whole.shown).toBe(10_000);
    expect(whole.height).toBeLessThanOrEqual(17_000);
    expect(textsOf(whole).some(({ words }) => /^\+\d+$/.test(words))).toBe(true);
  });

  it('is the same whatever order events come in', () => {
    const events = realisticEvents();
    expect(drawn([...events].reverse()).shape).toEqual(drawn(events).shape);
  });
});
