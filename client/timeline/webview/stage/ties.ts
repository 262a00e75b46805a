/** The lines that tie the selected or focused record to others, and the storyline of a proposal. The card says the same in words. */
import type { LaneDimension, TimelineEvent } from '../../../../server/protocol.ts';
import { SCREEN } from '../../drawing/ink.ts';
import type { Item, Layout } from '../../drawing/layout/items.ts';
import { type Links, recordOf, type Tied } from '../../drawing/links.ts';
import { type Story, storyOf, storyShapes } from '../../drawing/story.ts';
import type { TextRuler } from '../../drawing/text.ts';
import {
  lineEnds,
  lineFrom,
  linePath,
  type Stands,
  standsIn,
  TIE_WORDS,
  type TieLine,
  tieLines,
} from '../../drawing/ties.ts';
import { svg, toElement } from '../svg.ts';
import type { Clip } from './paint-items.ts';
import { type Screen, Signposts } from './signposts.ts';

/** Whose ties are shown: a record that is selected, and an entry that has the focus; by keys. */
export interface Chosen {
  readonly links: Links;
  readonly selected: string | null;
  readonly focused: string | null;
}

export interface TiesScene {
  /** null while nothing is selected or has the focus. */
  readonly chosen: Chosen | null;
  readonly layout: Layout;
  readonly dimension: LaneDimension;
}

export class Ties {
  /** Lines, behind the items. */
  readonly back = svg('g', { class: 'ties', 'aria-hidden': 'true' });
  /** The storyline and signposts, before them. */
  readonly front = svg('g', { class: 'ties-front', 'aria-hidden': 'true' });
  readonly #story = svg('g', { class: 'story' });
  readonly #signposts = new Signposts();
  #signature: readonly unknown[] = [];
  #tied: ReadonlySet<string> = new Set();

  constructor() {
    this.front.append(this.#story, this.#signposts.element);
  }

  /** Whether an item shows, or holds, what is tied to the chosen records. */
  holds(item: Item): boolean {
    if (this.#tied.size === 0) return false;
    if (item.type !== 'cluster') return this.#tied.has(item.event.key);
    return item.events.some(({ key }) => this.#tied.has(key));
  }

  /** Draws what has changed; true if so. */
  draw({ chosen, layout, dimension }: TiesScene, clip: Clip, ruler: TextRuler): boolean {
    const { links, selected, focused } = chosen ?? {};
    const drawnFrom = chosen ? [links, selected, focused, layout, clip.anchor, clip.clip0, clip.clip1] : [];
    if (drawnFrom.length === this.#signature.length && drawnFrom.every((part, at) => part === this.#signature[at])) {
      return false;
    }
    this.#signature = drawnFrom;
    if (!chosen) {
      this.#tied = new Set();
      this.#show([], null, clip);
      this.#signposts.set([], ruler);
      return true;
    }
    const { records, ties } = around(chosen);
    const stands = standsIn(layout, dimension, (key) => chosen.links.find(key));
    const told = tell(chosen, stands, layout.pxPerMs, ruler);
    const steps = told ? stepLines(told, ties, chosen.links, stands, clip) : [];
    const others = ties.filter((tie) => !steps.some((line) => line.tie.from === tie.from && line.tie.to === tie.to));
    const lines = [...steps, ...tieLines(others, stands, clip)];
    const ends = ties.flatMap(({ from, to }) => [from, to]);
    this.#tied = new Set(ends.filter((key) => !records.has(recordOf(key))));
    this.#show(lines, told, clip, chosen.links);
    const posts = lines.map((line) => {
      const own = records.has(recordOf(line.tie.from)) ? 'start' : 'end';
      const event = chosen.links.find(own === 'start' ? line.tie.to : line.tie.from);
      return {
        line,
        own,
        key: event?.key ?? '',
        title: event?.title ?? '',
        words: sayTie(line.tie, chosen.links),
      } as const;
    });
    this.#signposts.set(posts, ruler);
    return true;
  }

  /** Keeps signposts at the edges of what is on screen. */
  stick(screen: Screen): void {
    this.#signposts.stick(screen);
  }

  #show(lines: readonly TieLine[], told: Told | null, clip: Clip, links?: Links): void {
    this.back.replaceChildren(
      ...lines.map((line) => {
        const d = linePath(line, clip.anchor);
        return svg(
          'g',
          { class: `tie tie-${line.tie.type}` },
          svg('title', {}, links ? sayTie(line.tie, links) : ''),
          svg('path', { class: 'tie-reach', d }),
          svg('path', { class: 'tie-line', d }),
          svg('path', { class: 'tie-ends', d: lineEnds(line, clip.anchor) }),
        );
      }),
    );
    const shapes = told ? storyShapes(told.story, told.event.kind, clip, SCREEN) : [];
    this.#story.replaceChildren(...shapes.map(toElement));
  }
}

/** A proposal whose story is drawn. */
interface Told {
  readonly event: TimelineEvent;
  readonly story: Story;
}

/** The chosen records and all their ties. */
function around({ links, selected, focused }: Chosen): {
  records: ReadonlySet<string>;
  ties: readonly Tied[];
} {
  const records = new Set([selected, focused].flatMap((key) => (key === null ? [] : [recordOf(key)])));
  return { records, ties: [...new Set([...records].flatMap((record) => links.tiesOf(record)))] };
}

/** The story of the selected proposal where its item is, in its main lane. */
function tell({ links, selected }: Chosen, stands: Stands, pxPerMs: number, ruler: TextRuler): Told | null {
  const entries = selected === null ? [] : links.entriesOf(recordOf(selected));
  const event = entries.find((entry) => entry.story);
  const stand = entries.flatMap(({ key }) => stands(key))[0];
  const story = event?.story && stand ? storyOf(event.story, stand, pxPerMs, (text) => ruler.width(text)) : null;
  return event && story ? { event, story } : null;
}

/** Lines from the marks of a story to the meetings and documents of its steps. */
function stepLines({ event, story }: Told, ties: readonly Tied[], links: Links, stands: Stands, clip: Clip): TieLine[] {
  const lines = new Map<string, TieLine>();
  for (const { steps, x } of story.marks) {
    for (const named of steps.flatMap(({ summit, document }) => [summit, document])) {
      const to = named === undefined ? undefined : links.find(named)?.key;
      if (to === undefined) continue;
      const tie = ties.find((each) => each.from === event.key && each.to === to) ?? {
        from: event.key,
        to,
        type: 'step',
      };
      const line = lineFrom(tie, { x, y: story.y }, stands(to), clip);
      if (line) lines.set(`${x} ${to}`, line);
    }
  }
  return [...lines.values()];
}

function sayTie({ from, to, type }: Tied, links: Links): string {
  return `${links.find(from)?.title ?? from}: ${TIE_WORDS[type]} ${links.find(to)?.title ?? to}`;
}
