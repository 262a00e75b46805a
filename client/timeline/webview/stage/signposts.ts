/** At the edge of the screen, where a tie leads off it: what is at its other end. A click goes there. */
import type { TextRuler } from '../../drawing/text.ts';
import { type Point, pointAt, type TieLine } from '../../drawing/ties.ts';
import { svg } from '../svg.ts';

/** A line with the end that is at hand, and what is at the other. */
export interface Post {
  readonly line: TieLine;
  readonly own: 'start' | 'end';
  readonly key: string;
  readonly title: string;
  /** What the tie means, for whoever points at it. */
  readonly words: string;
}

/** What is on screen: px of world x, px below the first lane's top; `anchor` is the origin of what is drawn. */
export interface Screen {
  readonly anchor: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** No more of them than one can read. */
const MOST = 8;
const HEIGHT = 18;
const PAD = 6;
/** Widest text, px. */
const WIDEST = 170;
/** From an edge, and from another post, px. */
const INSET = 4;
const GAP = 3;
/** Around the end that is at hand: no post hides what it belongs to. */
const OWN = 36;

const ARROWS = { left: '←', right: '→', up: '↑', down: '↓' } as const;
type Way = keyof typeof ARROWS;

interface Drawn {
  readonly group: SVGGElement;
  readonly text: SVGTextElement;
  readonly words: string;
  readonly width: number;
}

export class Signposts {
  readonly element = svg('g', { class: 'signposts' });
  #posts: readonly Post[] = [];
  readonly #drawn = new Map<Post, Drawn>();
  #ruler!: TextRuler;

  set(posts: readonly Post[], ruler: TextRuler): void {
    this.#posts = posts;
    this.#ruler = ruler;
    this.#drawn.clear();
    this.element.replaceChildren();
  }

  /** Shows those whose line leaves the screen, where it does. */
  stick(screen: Screen): void {
    const exits = this.#posts.map((post) => exitOf(post, screen));
    const taken: Box[] = exits.flatMap((exit) => (exit ? [around(exit.own)] : []));
    let shown = 0;
    for (const [index, post] of this.#posts.entries()) {
      const exit = shown < MOST ? exits[index] : null;
      if (!exit) {
        this.#drawn.get(post)?.group.setAttribute('display', 'none');
        continue;
      }
      const { group, text, words, width } = this.#postOf(post);
      const box = placed(exit, width, screen, taken);
      if (!box) {
        group.setAttribute('display', 'none');
        continue;
      }
      taken.push(box);
      shown++;
      group.removeAttribute('display');
      group.setAttribute('transform', `translate(${Math.round(box.x - screen.anchor)},${Math.round(box.y)})`);
      const said = exit.way === 'right' ? `${words} ${ARROWS.right}` : `${ARROWS[exit.way]} ${words}`;
      if (text.textContent !== said) text.textContent = said;
    }
  }

  /** Made when it is first needed: most lines end on screen. */
  #postOf(post: Post): Drawn {
    let drawn = this.#drawn.get(post);
    if (!drawn) {
      const words = this.#ruler.fit(post.title, WIDEST);
      const width = Math.ceil(this.#ruler.width(`${words} ${ARROWS.right}`)) + 2 * PAD;
      const text = svg('text', { x: PAD, y: HEIGHT / 2, dy: '0.35em' });
      const box = svg('rect', { width, height: HEIGHT, rx: 4 });
      const attributes = { class: 'signpost', 'data-follow': post.key };
      drawn = { text, words, width, group: svg('g', attributes, svg('title', {}, post.words), box, text) };
      this.#drawn.set(post, drawn);
      this.element.append(drawn.group);
    }
    return drawn;
  }
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

interface Exit extends Point {
  readonly way: Way;
  /** The end that is on screen. */
  readonly own: Point;
}

function around({ x, y }: Point): Box {
  return { x: x - OWN / 2, y: y - HEIGHT / 2, width: OWN };
}

/** Where a line whose own end is on screen leaves it; null if it does not. */
function exitOf({ line, own }: Post, screen: Screen): Exit | null {
  const at = (way: number): Point => pointAt(line, own === 'start' ? way : 1 - way);
  const near = at(0);
  if (!isWithin(near, screen) || isWithin(at(1), screen)) return null;
  let [inside, outside] = [0, 1];
  for (let step = 1; step < 16; step++) {
    if (isWithin(at(step / 16), screen)) inside = step / 16;
    else {
      outside = step / 16;
      break;
    }
  }
  for (let step = 0; step < 8; step++) {
    const middle = (inside + outside) / 2;
    if (isWithin(at(middle), screen)) inside = middle;
    else outside = middle;
  }
  const { x, y } = at(outside);
  const way = x < screen.left ? 'left' : x > screen.right ? 'right' : y < screen.top ? 'up' : 'down';
  return { x, y, way, own: near };
}

function isWithin({ x, y }: Point, { left, right, top, bottom }: Screen): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}

/** The place of a post at its edge, as near to its exit as there is room; null if there is none. */
function placed({ x, y, way }: Exit, width: number, screen: Screen, taken: readonly Box[]): Box | null {
  const left = screen.left + INSET;
  const right = screen.right - width - INSET;
  const top = screen.top + INSET;
  const bottom = screen.bottom - HEIGHT - INSET;
  const across = way === 'up' || way === 'down';
  const wanted = {
    x: across ? x - width / 2 : way === 'left' ? left : right,
    y: across ? (way === 'up' ? top : bottom) : y - HEIGHT / 2,
  };
  const xs = across
    ? [wanted.x, ...taken.flatMap((box) => [box.x + box.width + GAP, box.x - width - GAP])]
    : [wanted.x];
  const ys = across ? [wanted.y] : [wanted.y, ...taken.flatMap((box) => [box.y + HEIGHT + GAP, box.y - HEIGHT - GAP])];
  const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(value, most));
  return (
    xs
      .flatMap((boxX) => ys.map((boxY) => ({ x: clamp(boxX, left, right), y: clamp(boxY, top, bottom), width })))
      .sort((a, b) => distance(a, wanted) - distance(b, wanted))
      .find((box) => taken.every((other) => !overlap(box, other))) ?? null
  );
}

function distance(a: Point, b: Point): number {
  return Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width + GAP && b.x < a.x + a.width + GAP && Math.abs(a.y - b.y) < HEIGHT + GAP;
}
