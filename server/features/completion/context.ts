/** Where the cursor stands in the model: which map wants a key, which field wants a value, and how the text must be put there. */
import type { Span } from '../../dataset/text.ts';
import type { Path, YamlValue } from '../../dataset/yaml/tree.ts';
import { lineEnd } from '../line-lexer.ts';
import {
  type Frame,
  type Holder,
  type MapNode,
  type Mark,
  pathOf,
  plainOf,
  type Quote,
  type SeqNode,
} from './nodes.ts';
import { outline, STEP } from './outline.ts';

interface Common {
  /** What is replaced; counts from the document's beginning. */
  readonly span: Span;
  /** The part of the word that stands before the cursor. */
  readonly typed: string;
  readonly flow: boolean;
  /** Put before and after what is inserted: blanks, line ends, dashes, brackets. */
  readonly lead: string;
  readonly tail: string;
  readonly quote: Quote | undefined;
  /** In block style the column of the key, or of keys nested in the value. */
  readonly column: number;
}

/** A map that wants a key. */
export interface KeySlot extends Common {
  readonly on: 'key';
  /** Of the map. */
  readonly path: Path;
  readonly present: ReadonlySet<string>;
  /** The key alone is wanted: a colon, a text or deeper lines follow. */
  readonly bare: 'colon' | 'value' | undefined;
}

/** A place that wants a value. */
export interface ValueSlot extends Common {
  readonly on: 'value';
  readonly path: Path;
  /** What the list around it holds already. */
  readonly siblings: readonly string[];
  /** A nested map or list can begin right here; otherwise it needs a new line. */
  readonly opensMap: boolean;
  /** What nested keys or lists replace: all after the colon, or one word. */
  readonly nested: Span;
  /** More text stands on the line behind a nested key. */
  readonly followed: boolean;
}

export type Slot = KeySlot | ValueSlot;

/** The cursor in its document. */
export interface Context {
  /** Best first; empty where there is nothing to complete. */
  readonly slots: readonly Slot[];
  /** The document as far as it can be read; what is being typed is left out. */
  readonly value: YamlValue;
}

/** Looks at one document's text; `cursor` counts from its beginning. Never throws. */
export function contextAt(text: string, cursor: number): Context {
  const { root, mark } = outline(text, cursor);
  return { slots: slotsOf(text, cursor, mark), value: plainOf(root.value) };
}

function slotsOf(text: string, cursor: number, mark: Mark): Slot[] {
  if (mark.type === 'none') return [];
  if (mark.type === 'line') return lineSlots(text, cursor, mark);
  const { span, flow, lead, tail, quote } = mark;
  const common = { span, typed: text.slice(span.start, Math.max(span.start, cursor)), flow, lead, tail, quote };
  if (mark.type === 'key') {
    const bare = mark.colon ? 'colon' : undefined;
    return [
      { ...common, on: 'key', path: pathOf(mark.map.holder), present: keysOf(mark.map), bare, column: mark.map.column },
    ];
  }
  const { holder, opensMap } = mark;
  // The value stands further down.
  if (holder.value?.type === 'text' && !quote && isEmpty(text, span)) return [];
  if (holder.value && holder.value.type !== 'text') {
    // A word after a dash, with the item's other keys below it.
    if (!opensMap || holder.value.type !== 'map' || holder.value.column !== mark.column) return [];
    return [keySlot(text, holder.value, { ...common, span: wordAt(text, cursor, span) ?? span, column: mark.column })];
  }
  const nested = opensMap
    ? (wordAt(text, cursor, span) ?? span)
    : { start: flow ? span.start : mark.from, end: span.end };
  return [
    {
      ...common,
      on: 'value',
      path: pathOf(holder),
      column: mark.column,
      siblings: siblingsOf(holder),
      opensMap,
      nested,
      followed: isFollowed(text, nested.end),
    },
  ];
}

type LineMark = Extract<Mark, { type: 'line' }>;

/** A line of its own belongs to the innermost map or list that its column allows. */
function lineSlots(text: string, cursor: number, mark: LineMark): Slot[] {
  const { frames, column } = mark;
  const line = new Line(text, cursor, mark);
  const [frame, around] = frames;
  if (!frame) {
    const root = mark.root.value;
    if (root?.type === 'seq') return [];
    return root?.type === 'map' ? [line.key(root)] : [line.fresh(mark.root)];
  }
  const { node, last } = frame;
  if (column === frame.column && node.type === 'map') return [line.key(node)];
  if (column === frame.column) {
    const list = node as SeqNode;
    // A list may stand right below its key: the line is then one of the map's as much as of the list's.
    if (around?.column === column && around.node.type === 'map') return [line.key(around.node), line.item(list)];
    return [line.item(list)];
  }
  const inner = last?.value;
  if (last && frame.lastEmpty) {
    if (!inner) return [line.fresh(last)];
    return inner.type === 'map' ? [line.key(inner)] : inner.type === 'seq' ? [line.item(inner)] : [];
  }
  if (inner?.type === 'map') return [line.key(inner)];
  if (inner?.type === 'seq') return [line.item(inner)];
  if (mark.span.start < mark.span.end && !isEmpty(text, mark.span)) return [];
  return [node.type === 'map' ? line.key(node) : line.item(node)];
}

/** Makes slots for a line of its own, mending the indentation where it fits nothing. */
class Line {
  readonly #text: string;
  readonly #cursor: number;
  readonly #mark: LineMark;

  constructor(text: string, cursor: number, mark: LineMark) {
    this.#text = text;
    this.#cursor = cursor;
    this.#mark = mark;
  }

  /** A key of a map that is there. */
  key(map: MapNode): KeySlot {
    const common = { ...this.#common(map.column), span: this.#span(map.column, true) };
    return keySlot(this.#text, map, common, this.#mark.entry?.value !== undefined);
  }

  /** One more item of a list that is there. */
  item(list: SeqNode): ValueSlot {
    const { column } = list;
    const common = this.#common(column);
    return {
      ...common,
      lead: `${common.lead}- `,
      on: 'value',
      path: [...pathOf(list.holder), list.items.length],
      span: this.#span(column),
      nested: this.#span(column, true),
      followed: isFollowed(this.#text, this.#span(column, true).end),
      column: column + STEP,
      siblings: textsOf(list.items),
      opensMap: true,
    };
  }

  /** A value that begins on this line: of a key above, or the document's own. */
  fresh(holder: Holder): ValueSlot {
    const frame: Frame | undefined = this.#mark.frames[0];
    const least = frame ? frame.column + STEP : 0;
    const column = this.#mark.tabs ? least : this.#mark.column;
    return {
      ...this.#common(column),
      on: 'value',
      path: pathOf(holder),
      span: this.#span(column),
      nested: this.#span(column, true),
      followed: isFollowed(this.#text, this.#span(column, true).end),
      siblings: siblingsOf(holder),
      opensMap: true,
    };
  }

  #common(column: number): Omit<Common, 'span'> {
    const { span } = this.#mark;
    const typed = this.#text.slice(span.start, Math.max(span.start, this.#cursor));
    const lead = this.#fits(column) ? '' : ' '.repeat(column);
    return { typed, flow: false, lead, tail: '', quote: undefined, column };
  }

  /** What is replaced: the text or one word of it, and with it the indentation where that must change. */
  #span(column: number, word = false): Span {
    const { span, lineStart } = this.#mark;
    const text = (word ? wordAt(this.#text, this.#cursor, span) : undefined) ?? span;
    return this.#fits(column) ? text : { start: lineStart, end: text.end };
  }

  #fits(column: number): boolean {
    return column === this.#mark.indent && !this.#mark.tabs;
  }
}

function keySlot(text: string, map: MapNode, common: Common, linesFollow = false): KeySlot {
  const present = keysOf(map);
  const bare = linesFollow || isFollowed(text, common.span.end) ? 'value' : undefined;
  return { ...common, on: 'key', path: pathOf(map.holder), present, bare };
}

function keysOf(map: MapNode): Set<string> {
  return new Set(map.entries.filter((entry) => !entry.active).map(({ step }) => String(step)));
}

function siblingsOf(holder: Holder): string[] {
  return holder.parent?.type === 'seq' ? textsOf(holder.parent.items.filter((item) => item !== holder)) : [];
}

function textsOf(items: readonly Holder[]): string[] {
  return items.flatMap(({ value }) => (value?.type === 'text' ? [value.text] : []));
}

/** The first word of a passage when the cursor is in it: what a key replaces. */
function wordAt(text: string, cursor: number, span: Span): Span | undefined {
  const length = text.slice(span.start, span.end).search(/\s|$/);
  const end = span.start + length;
  if (cursor > end) return undefined;
  return text.slice(end, span.end).trim() === '' ? span : { start: span.start, end };
}

function isEmpty(text: string, span: Span): boolean {
  return text.slice(span.start, span.end).trim() === '';
}

/** Whether anything but a comment stands between an offset and the end of its line. */
function isFollowed(text: string, at: number): boolean {
  return /^[ \t]*[^\s#]/.test(text.slice(at, lineEnd(text, at)));
}
