/** What a layout consists of: items in lanes, each with its place. All x are px from 1970-01-01T00:00Z. */
import type { TimelineEvent } from '../../../server/protocol.ts';
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
  laneKey: string;
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
  /** Px they would like to take, and what the prefix alone takes. */
  wanted: number;
  prefixWidth: number;
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
  key: string;
  name: string;
  /** Px below the first lane's top. */
  top: number;
  height: number;
  /** Number of events in the lane, clustered ones included. */
  count: number;
  /** By time, then key: the order of the arrow keys. */
  items: Item[];
}

export interface Layout {
  lanes: Lane[];
  /** Sum of the lanes' heights. */
  height: number;
  pxPerMs: number;
  detail: Detail;
}
