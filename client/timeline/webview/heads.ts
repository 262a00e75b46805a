/** The lane heads: the column of names at the left that stays while time pans, each name staying in sight while its lane is. */
import type { Lane } from '../drawing/items.ts';
import { AXIS } from '../drawing/metrics.ts';
import type { TextRuler } from '../drawing/text.ts';
import { countOf } from '../drawing/words.ts';
import { svg } from './svg.ts';

const LINE = 15;
const PAD = 12;

interface Head {
  group: SVGGElement;
  words: SVGGElement;
  height: number;
  signature: string;
}

export class Heads {
  readonly root = svg('g', { class: 'heads', 'aria-hidden': 'true' });
  readonly #ground = svg('rect', { class: 'head-ground', x: 0, y: 0 });
  readonly #lanes = svg('g');
  readonly #corner = svg('g', { class: 'corner' });
  readonly #edge = svg('path', { class: 'head-edge' });
  readonly #heads = new Map<string, Head>();
  #shown: Lane[] = [];

  constructor() {
    this.root.append(this.#ground, this.#lanes, this.#corner, this.#edge);
  }

  /** Draws the heads of `lanes`; `caption` names the dimension in the corner. Sizes in px. */
  draw(options: {
    lanes: Lane[];
    width: number;
    height: number;
    caption: string;
    expanded: ReadonlySet<string>;
    ruler: TextRuler;
    boldRuler: TextRuler;
  }): void {
    const { lanes, width, height, caption, expanded, ruler, boldRuler } = options;
    this.#ground.setAttribute('width', String(width));
    this.#ground.setAttribute('height', String(height));
    this.#edge.setAttribute('d', `M${width - 0.5} 0V${height}`);
    this.#corner.replaceChildren(
      svg('rect', { class: 'head-ground', x: 0, y: 0, width, height: AXIS }),
      svg('text', { class: 'caption', x: PAD, y: AXIS - 9 }, caption),
      svg('path', { class: 'axis-line', d: `M0 ${AXIS - 0.5}H${width}` }),
    );
    const gone = new Set(this.#heads.keys());
    for (const lane of lanes) {
      gone.delete(lane.key);
      const clustered = lane.items.some((item) => item.type === 'cluster');
      const action = expanded.has(lane.key) ? 'Show fewer' : clustered ? 'Show all' : '';
      const signature = [lane.name, lane.height, lane.count, width, action].join('\u0000');
      const known = this.#heads.get(lane.key);
      if (known?.signature === signature) continue;
      known?.group.remove();
      const head = this.#build(lane, width, action, signature, ruler, boldRuler);
      this.#heads.set(lane.key, head);
      this.#lanes.append(head.group);
    }
    for (const key of gone) {
      this.#heads.get(key)?.group.remove();
      this.#heads.delete(key);
    }
    this.#shown = lanes;
  }

  /** Moves the heads with the lanes; `scroll` in px. */
  scrollTo(scroll: number): void {
    for (const lane of this.#shown) {
      const head = this.#heads.get(lane.key);
      if (!head) continue;
      head.group.setAttribute('transform', `translate(0,${AXIS + lane.top - scroll})`);
      const stuck = Math.max(0, Math.min(scroll - lane.top, lane.height - head.height));
      head.words.setAttribute('transform', `translate(0,${stuck})`);
    }
  }

  #build(lane: Lane, width: number, action: string, signature: string, ruler: TextRuler, boldRuler: TextRuler): Head {
    const room = width - 2 * PAD;
    const most = Math.max(1, Math.min(3, Math.floor((lane.height - 10 - LINE) / LINE)));
    const lines = wrap(lane.name, room, most, boldRuler);
    const words = svg('g');
    let y = 19;
    for (const line of lines) {
      words.append(svg('text', { class: 'lane-name', x: PAD, y }, line));
      y += LINE;
    }
    const count = ruler.fit(countOf(lane.count, 'event'), room) || String(lane.count);
    words.append(svg('text', { class: 'lane-count', x: PAD, y }, count));
    if (action) {
      const x = PAD + ruler.width(count) + 8;
      const inline = x + ruler.width(action) <= width - 6;
      if (!inline) y += LINE;
      const button = svg('text', { class: 'lane-action', x: inline ? x : PAD, y, 'data-lane': lane.key }, action);
      if (y + 4 <= lane.height) words.append(button);
    }
    if (lines.join(' ') !== lane.name) words.append(svg('title', {}, lane.name));
    const line = svg('path', { class: 'lane-line', d: `M0 ${lane.height - 0.5}H${width}` });
    const group = svg('g', { class: 'head' }, line, words);
    return { group, words, height: y + 8, signature };
  }
}

/** Breaks `text` into at most `most` lines of `room` px; the last one is cut with "…" when there is more. */
export function wrap(text: string, room: number, most: number, ruler: TextRuler): string[] {
  const lines: string[] = [];
  let rest = text.split(/\s+/).filter(Boolean);
  while (rest.length && lines.length < most) {
    if (lines.length === most - 1) {
      lines.push(ruler.fit(rest.join(' '), room) || `${rest[0]?.slice(0, 3)}…`);
      break;
    }
    let taken = 1;
    while (taken < rest.length && ruler.width(rest.slice(0, taken + 1).join(' ')) <= room) taken++;
    lines.push(ruler.fit(rest.slice(0, taken).join(' '), room) || `${rest[0]?.slice(0, 3)}…`);
    rest = rest.slice(taken);
  }
  return lines;
}
