/** The lane heads on the page: the column at the left that stays while time pans, each name staying in sight while its lane is. */
import * as l10n from '@vscode/l10n';
import { cornerShapes, headEdge, headGround, headShapes, laneLine } from '../../drawing/head.ts';
import type { Ink } from '../../drawing/ink.ts';
import type { Lane } from '../../drawing/layout/items.ts';
import { AXIS } from '../../drawing/layout/metrics.ts';
import type { TextRuler } from '../../drawing/text.ts';
import { svg, toElement } from '../svg.ts';

interface Head {
  group: SVGGElement;
  words: SVGGElement;
  height: number;
  signature: string;
}

export interface HeadsScene {
  lanes: Lane[];
  /** Of the column, px. */
  width: number;
  height: number;
  /** Names what lanes are made of. */
  caption: string;
  /** Keys of lanes that show all their rows. */
  expanded: ReadonlySet<string>;
  ruler: TextRuler;
  boldRuler: TextRuler;
  ink: Ink;
}

export class Heads {
  readonly root = svg('g', { class: 'heads', 'aria-hidden': 'true' });
  readonly #ground = svg('g');
  readonly #lanes = svg('g');
  readonly #corner = svg('g', { class: 'corner' });
  readonly #heads = new Map<string, Head>();
  #frame = '';
  #shown: Lane[] = [];

  constructor() {
    this.root.append(this.#ground, this.#lanes, this.#corner);
  }

  draw(scene: HeadsScene): void {
    this.#drawFrame(scene);
    const { lanes, width, expanded } = scene;
    const gone = new Set(this.#heads.keys());
    for (const lane of lanes) {
      gone.delete(lane.key);
      const action = expanded.has(lane.key) ? l10n.t('Show fewer') : lane.clustered ? l10n.t('Show all') : '';
      const signature = [lane.name, lane.height, lane.count, width, action].join('\u0000');
      const known = this.#heads.get(lane.key);
      if (known?.signature === signature) continue;
      known?.group.remove();
      const head = build(lane, action, signature, scene);
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

  #drawFrame({ width, height, caption, ink }: HeadsScene): void {
    const frame = `${width} ${height} ${caption}`;
    if (this.#frame === frame) return;
    this.#frame = frame;
    this.#ground.replaceChildren(toElement(headGround(width, height, ink)));
    this.#corner.replaceChildren(
      ...cornerShapes(width, caption, ink).map(toElement),
      toElement(headEdge(width, height, ink)),
    );
  }
}

function build(lane: Lane, action: string, signature: string, scene: HeadsScene): Head {
  const { width, ruler, boldRuler, ink } = scene;
  const { words: shapes, height } = headShapes(lane, { width, action, ruler, boldRuler, ink });
  const words = svg('g', {}, ...shapes.map(toElement));
  const group = svg('g', { class: 'head' }, toElement(laneLine(lane, 0, width, ink)), words);
  return { group, words, height, signature };
}
