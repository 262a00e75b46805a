/** A lane that is laid out. It makes an item when someone asks for it, because few of very many are ever drawn. */
import { doubtPrefix, extentOf } from './extent.ts';
import type { Item, Lane } from './items.ts';
import * as size from './metrics.ts';
import { IN_PILL, labelXOf, type Packing } from './rows.ts';

/** No glyph begins farther left of its time than this, px. */
const WIDEST = 20;

/** Ends the id of a cluster. */
const CLUSTER = '\u0000+';

/** The id of an event within a lane; a NUL parts the two, which neither can hold. */
export function itemId(laneKey: string, eventKey: string): string {
  return `${laneKey}\u0000${eventKey}`;
}

/** Px from a lane's top to its first row of marks. */
export function marksTop(bandRows: number): number {
  return size.LANE_PAD + (bandRows ? bandRows * size.BAND_ROW + 3 : 0);
}

/** Height of a lane, px. */
export function laneHeight({ glyphs, rows }: Packing): number {
  return Math.max(size.LANE_MIN, marksTop(glyphs.lane.bandRows) + rows * size.ROW + size.LANE_PAD);
}

/** What stands in a lane, in columns: first all marks, then the bands, then the pills. All px but for the times, ms UTC. */
interface Entries {
  readonly start: Float64Array;
  readonly end: Float64Array;
  readonly x0: Float64Array;
  /** With the label. */
  readonly x1: Float64Array;
  readonly row: Int32Array;
  readonly y: Float64Array;
  /** Those that are items, by start, then row. */
  readonly order: Uint32Array;
}

export class LaidLane implements Lane {
  readonly key: string;
  readonly name: string;
  readonly top: number;
  readonly height: number;
  readonly count: number;
  declare readonly items: readonly Item[];
  readonly #packing: Packing;
  readonly #firstBand: number;
  readonly #firstPill: number;
  readonly #made = new Map<number, Item>();
  #known: Entries | null = null;
  #all: readonly Item[] | null = null;

  constructor(packing: Packing, top: number) {
    const { key, name, bands, marks } = packing.glyphs.lane;
    this.#packing = packing;
    this.key = key;
    this.name = name;
    this.top = top;
    this.height = laneHeight(packing);
    this.count = marks.length + bands.length;
    this.#firstBand = marks.length;
    this.#firstPill = marks.length + bands.length;
    // Its own property, like the others: two lanes are the same when these are.
    Object.defineProperty(this, 'items', { get: () => this.#allItems(), enumerable: true });
  }

  get clustered(): boolean {
    return this.#packing.pills.length > 0;
  }

  get size(): number {
    return this.#entries.order.length;
  }

  at(place: number): Item | undefined {
    const entry = this.#entries.order[place];
    return entry === undefined ? undefined : this.#item(entry);
  }

  placeOf(id: string): number {
    const own = itemId(this.key, '');
    if (!id.startsWith(own)) return -1;
    const isPill = id.endsWith(CLUSTER);
    const key = id.slice(own.length, isPill ? -CLUSTER.length : undefined);
    return this.#entries.order.findIndex(
      (entry) => entry >= this.#firstPill === isPill && this.#firstKey(entry) === key,
    );
  }

  placeOfEvent(key: string): number {
    const { glyphs, row, pills, overflow } = this.#packing;
    const { order } = this.#entries;
    const mark = glyphs.lane.marks.findIndex((event) => event.key === key);
    if (mark >= 0 && row[mark] === IN_PILL) {
      const index = overflow.indexOf(mark);
      return order.indexOf(this.#firstPill + pills.findIndex(({ from, to }) => from <= index && index < to));
    }
    if (mark >= 0) return order.indexOf(mark);
    const band = glyphs.lane.bands.findIndex(({ event }) => event.key === key);
    return band < 0 ? -1 : order.indexOf(this.#firstBand + band);
  }

  nearest(time: number, counts: (y: number) => boolean = () => true): number {
    const { order, start, end, y } = this.#entries;
    let [best, least] = [-1, Number.POSITIVE_INFINITY];
    for (let place = 0; place < order.length; place++) {
      const entry = order[place]!;
      // From the middle, so that a long band does not attract everything beneath it.
      const distance = Math.abs((start[entry]! + end[entry]!) / 2 - time);
      if (distance < least && counts(y[entry]!)) [best, least] = [place, distance];
    }
    return best;
  }

  within(left: number, right: number, top: number, bottom: number): number[] {
    const { order, start, x0, x1, y } = this.#entries;
    const { pxPerMs } = this.#packing.glyphs;
    const found: number[] = [];
    for (let place = 0; place < order.length; place++) {
      const entry = order[place]!;
      if (start[entry]! * pxPerMs - WIDEST > right) break; // and so do all that follow
      if (x0[entry]! > right || x1[entry]! < left) continue;
      const isBand = entry >= this.#firstBand && entry < this.#firstPill; // it is as high as its lane
      if (isBand || (y[entry]! + size.ROW > top && y[entry]! - size.ROW < bottom)) found.push(place);
    }
    return found;
  }

  #allItems(): readonly Item[] {
    this.#all ??= Array.from(this.#entries.order, (entry) => this.#item(entry));
    return this.#all;
  }

  get #entries(): Entries {
    this.#known ??= entriesOf(this.#packing);
    return this.#known;
  }

  /** The key of an entry's event, or of the first in a pill. */
  #firstKey(entry: number): string {
    const { glyphs, pills, overflow } = this.#packing;
    const { marks, bands } = glyphs.lane;
    if (entry >= this.#firstPill) return marks[overflow[pills[entry - this.#firstPill]!.from]!]!.key;
    return entry < this.#firstBand ? marks[entry]!.key : bands[entry - this.#firstBand]!.event.key;
  }

  #item(entry: number): Item {
    let item = this.#made.get(entry);
    if (!item) {
      item = this.#make(entry);
      this.#made.set(entry, item);
    }
    return item;
  }

  #make(entry: number): Item {
    const { glyphs, room, pills, overflow } = this.#packing;
    const { lane, inside, x0, x1 } = glyphs;
    const { start, end, row, y, x0: left, x1: right } = this.#entries;
    const times = { start: start[entry]!, end: end[entry]! };
    const box = { row: row[entry]!, y: y[entry]!, ...times };
    if (entry >= this.#firstPill) {
      const { from, to } = pills[entry - this.#firstPill]!;
      const events = overflow.slice(from, to).map((mark) => lane.marks[mark]!);
      const id = itemId(this.key, events[0]!.key) + CLUSTER;
      return { type: 'cluster', id, ...box, x0: left[entry]!, x1: right[entry]!, events };
    }
    if (entry >= this.#firstBand) {
      const { event, turn, form, openStart, openEnd } = lane.bands[entry - this.#firstBand]!;
      const id = itemId(this.key, event.key);
      const date = { form, openStart, openEnd };
      return { type: 'band', id, ...box, x0: left[entry]!, x1: right[entry]!, event, ...date, turn };
    }
    const event = lane.marks[entry]!;
    const { form, openStart, openEnd } = extentOf(event.date, lane.horizon);
    return {
      type: 'mark',
      id: itemId(this.key, event.key),
      ...box,
      x0: x0[entry]!,
      x1: x1[entry]!,
      event,
      form,
      openStart,
      openEnd,
      prefix: doubtPrefix(event.date),
      inside: inside[entry] === 1,
      labelX: labelXOf(glyphs, entry),
      labelRoom: room[entry]!,
    };
  }
}

function entriesOf({ glyphs, row: rows, room, pills, rows: count }: Packing): Entries {
  const { lane, pxPerMs } = glyphs;
  const { marks, bands } = lane;
  const total = marks.length + bands.length + pills.length;
  const column = () => new Float64Array(total);
  const [start, end, x0, x1, y] = [column(), column(), column(), column(), column()];
  const row = new Int32Array(total);
  const top = marksTop(lane.bandRows);
  start.set(lane.start);
  end.set(lane.end);
  x0.set(glyphs.x0);
  x1.set(glyphs.x1);
  row.set(rows);
  for (let mark = 0; mark < marks.length; mark++) {
    if (!glyphs.inside[mark]) x1[mark] = Math.max(x1[mark]!, labelXOf(glyphs, mark) + room[mark]!);
    y[mark] = top + (rows[mark]! + 0.5) * size.ROW;
  }
  for (const [turn, band] of bands.entries()) {
    const entry = marks.length + turn;
    start[entry] = band.start;
    end[entry] = band.end;
    x0[entry] = band.start * pxPerMs;
    x1[entry] = Math.max(band.end * pxPerMs, x0[entry]! + size.BAND_MIN);
    row[entry] = band.row;
    y[entry] = size.LANE_PAD - 2 + (band.row + 0.5) * size.BAND_ROW;
  }
  for (const [number, pill] of pills.entries()) {
    const entry = marks.length + bands.length + number;
    start[entry] = pill.start;
    end[entry] = pill.end;
    x0[entry] = pill.x0;
    x1[entry] = pill.x0 + size.PILL;
    row[entry] = count - 1;
    y[entry] = top + (count - 0.5) * size.ROW;
  }
  return { start, end, x0, x1, row, y, order: orderOf(lane.order, start, row) };
}

/** Marks by their starts are at hand; of those that start together, the one in the upper row comes first. */
function orderOf(marks: Uint32Array, start: Float64Array, row: Int32Array): Uint32Array {
  const compare = (a: number, b: number): number => start[a]! - start[b]! || row[a]! - row[b]! || b - a;
  const placed = marks.filter((mark) => row[mark] !== IN_PILL);
  for (let from = 0; from < placed.length; ) {
    let to = from + 1;
    while (to < placed.length && start[placed[to]!] === start[placed[from]!]) to++;
    if (to > from + 1) placed.subarray(from, to).sort(compare);
    from = to;
  }
  const others = Uint32Array.from({ length: start.length - marks.length }, (_, index) => marks.length + index);
  others.sort(compare);
  const order = new Uint32Array(placed.length + others.length);
  for (let [place, mark, other] = [0, 0, 0]; place < order.length; place++) {
    const takesMark = other >= others.length || (mark < placed.length && compare(placed[mark]!, others[other]!) <= 0);
    order[place] = takesMark ? placed[mark++]! : others[other++]!;
  }
  return order;
}
