/** What a layout consists of: items in lanes, each with its place. All x are px from 1970-01-01T00:00Z. */
import type { TimelineEvent } from '../../../../server/protocol.ts';
import type { DateForm } from './extent.ts';

/** How dense a layout may be. */
export interface Detail {
  /** Rows of marks a lane may have before it clusters. */
  rows: number;
  /** Least distance in px between the starts of two neighbours in a row. */
  slot: number;
}

interface Box {
  /** Unique on the screen: an event in two lanes gives two items. */
  id: string;
  /** Row within the marks, or within the bands, of its lane. */
  row: number;
  /** Glyph without label, px. */
  x0: number;
  x1: number;
  /** Vertical middle, px below the lane's top. */
  y: number;
  /** Time it covers, ms UTC. */
  start: number;
  end: number;
}

export interface MarkItem extends Box {
  type: 'mark';
  event: TimelineEvent;
  form: DateForm;
  openStart: boolean;
  openEnd: boolean;
  prefix: string;
  /** The label stands inside the glyph and sticks to the left edge of the screen. */
  inside: boolean;
  /** Left edge of the text (prefix and title) in px; meaningless for the position of a sticky label. */
  labelX: number;
  /** Px that prefix and title may take. */
  labelRoom: number;
}

export interface BandItem extends Box {
  type: 'band';
  event: TimelineEvent;
  form: DateForm;
  openStart: boolean;
  openEnd: boolean;
  /** Place among the lane's bands by time: neighbours are tinted in turns. */
  turn: number;
}

export interface ClusterItem extends Box {
  type: 'cluster';
  events: TimelineEvent[];
}

export type Item = MarkItem | BandItem | ClusterItem;

export interface Lane {
  readonly key: string;
  readonly name: string;
  /** Px below the first lane's top. */
  readonly top: number;
  readonly height: number;
  /** Number of events in the lane, clustered ones included. */
  readonly count: number;
  /** Whether some of them are in clusters. */
  readonly clustered: boolean;
  /** Number of items. Their places, from 0 on, go by time, then row: the order of the arrow keys. */
  readonly size: number;
  /** All of them; dear where there are many and few are wanted. */
  readonly items: readonly Item[];
  at(place: number): Item | undefined;
  /** The place of the item with an id, or -1. */
  placeOf(id: string): number;
  /** The place of an event's item, or of the cluster that holds it, or -1. */
  placeOfEvent(key: string): number;
  /** The place of what is nearest to an instant (ms UTC), of those whose vertical middle (px below the top) counts, or -1. */
  nearest(time: number, counts?: (y: number) => boolean): number;
  /** The places of what reaches into a window: px of world x, px below the lane's top. */
  within(left: number, right: number, top: number, bottom: number): number[];
}

export interface Layout {
  lanes: readonly Lane[];
  /** Sum of the lanes' heights. */
  height: number;
  pxPerMs: number;
  detail: Detail;
}
