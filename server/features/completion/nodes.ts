/** The outline of a YAML text that may be broken: maps, lists and texts as far as their lines tell, and where the cursor stands. */
import type { Span } from '../../dataset/text.ts';
import type { Path, YamlRecord, YamlValue } from '../../dataset/yaml/tree.ts';

/** A place for a value: an entry of a map, an item of a list, or the document itself. */
export interface Holder {
  /** The map or list around it; absent for the document. */
  readonly parent: MapNode | SeqNode | undefined;
  readonly step: string | number;
  value: OutlineNode | undefined;
  /** The cursor is on it, so that it does not count as being there already. */
  active: boolean;
}

export interface MapNode {
  readonly type: 'map';
  readonly holder: Holder;
  /** Of the first key; counts for block maps only. */
  readonly column: number;
  readonly entries: Holder[];
}

export interface SeqNode {
  readonly type: 'seq';
  readonly holder: Holder;
  /** Of the dashes; counts for block lists only. */
  readonly column: number;
  readonly items: Holder[];
}

export interface TextNode {
  readonly type: 'text';
  readonly text: string;
  readonly plain: boolean;
}

export type OutlineNode = MapNode | SeqNode | TextNode;

/** A map or list that is still open at some line, and the column that its next entry must have. */
export interface Frame {
  readonly column: number;
  readonly node: MapNode | SeqNode;
  /** The newest entry when the frame was looked at, and whether it had no value yet. */
  readonly last: Holder | undefined;
  readonly lastEmpty: boolean;
}

/** A quotation mark around the cursor. */
export interface Quote {
  readonly mark: '"' | "'";
  readonly closed: boolean;
}

/** What the cursor is on, in terms of the outline; offsets count from the document's beginning. */
export type Mark =
  /** Where nothing can be completed: in a comment, a block scalar, beside finished text. */
  | { readonly type: 'none' }
  | {
      readonly type: 'key';
      readonly map: MapNode;
      readonly entry: Holder | undefined;
      readonly span: Span;
      readonly quote: Quote | undefined;
      readonly flow: boolean;
      /** A colon follows already. */
      readonly colon: boolean;
      readonly lead: string;
      readonly tail: string;
    }
  | {
      readonly type: 'value';
      readonly holder: Holder;
      readonly span: Span;
      /** Where everything after the colon or the dash begins. */
      readonly from: number;
      readonly quote: Quote | undefined;
      readonly flow: boolean;
      /** The column of keys nested in this value. */
      readonly column: number;
      /** A nested map can begin right here, as after a dash. */
      readonly opensMap: boolean;
      readonly lead: string;
      readonly tail: string;
    }
  /** A line of its own, empty or with a text that is no key yet: its indentation tells what it belongs to. */
  | {
      readonly type: 'line';
      readonly root: Holder;
      readonly frames: readonly Frame[];
      /** Where an entry is wanted: an empty line among deeper ones is one of theirs. */
      readonly column: number;
      /** Where the text stands, or the cursor. */
      readonly indent: number;
      readonly lineStart: number;
      readonly span: Span;
      readonly tabs: boolean;
      /** Stands for the text itself, so that deeper lines below it are found as its value. */
      readonly entry: Holder | undefined;
    };

export function newHolder(parent: Holder['parent'], step: string | number, active = false): Holder {
  return { parent, step, value: undefined, active };
}

export function newMap(holder: Holder, column: number): MapNode {
  const node: MapNode = { type: 'map', holder, column, entries: [] };
  holder.value = node;
  return node;
}

export function newSeq(holder: Holder, column: number): SeqNode {
  const node: SeqNode = { type: 'seq', holder, column, items: [] };
  holder.value = node;
  return node;
}

/** Adds an entry to a map, or an item to a list. */
export function addEntry(map: MapNode, key: string, active = false): Holder {
  const holder = newHolder(map, key, active);
  map.entries.push(holder);
  return holder;
}

export function addItem(seq: SeqNode, active = false): Holder {
  const holder = newHolder(seq, seq.items.length, active);
  seq.items.push(holder);
  return holder;
}

/** Keys and indices from the document down to a place. */
export function pathOf(holder: Holder): Path {
  const path: (string | number)[] = [];
  for (let at: Holder | undefined = holder; at?.parent; at = at.parent.holder) path.unshift(at.step);
  return path;
}

/** The outline as a value; every scalar is a text, and what the cursor is on is left out. */
export function plainOf(node: OutlineNode | undefined): YamlValue {
  if (!node) return null;
  if (node.type === 'text') return node.text;
  if (node.type === 'seq') return node.items.map((item) => plainOf(item.value));
  const record: Record<string, YamlValue> = Object.create(null);
  for (const { step, value, active } of node.entries) if (!active || value) record[step] = plainOf(value);
  return record satisfies YamlRecord;
}
