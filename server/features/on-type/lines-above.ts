/** What the lines above a line tell of it, read one by one, so that broken text costs no more than its own line. */
import {
  blockColon,
  closingQuote,
  commentStart,
  gluedColon,
  isBlank,
  lineEnd,
  nextLine,
  skipBlanks,
  skipProperties,
} from '../line-lexer.ts';

/** A block map or list that is open, and whether its last entry has no value so far. */
export interface Frame {
  readonly type: 'map' | 'list';
  readonly column: number;
  isOpen: boolean;
}

/** The last entry: the column of its key, else of its dash, and what it has for a value. */
export interface Entry {
  readonly column: number;
  readonly isKey: boolean;
  value: 'none' | 'plain' | 'whole';
}

/** A bracket that is open: the column that closes it on a line of its own, and that of the lines within, once there is one. */
export interface Bracket {
  readonly base: number;
  inner: number | undefined;
}

/** A text over several lines, or a flow collection, that goes on. */
export type Inside =
  | { readonly type: 'literal'; readonly outer: number; hasText: boolean }
  | { readonly type: 'quote'; readonly outer: number; readonly close: number; hasText: boolean }
  | { readonly type: 'flow'; readonly outer: number; readonly brackets: Bracket[] };

/** The last line read: `other` is what nothing can be said of. */
export interface LastLine {
  readonly type: 'blank' | 'comment' | 'marker' | 'entry' | 'other';
  readonly indent: number;
}

const BLOCK_SCALAR = /^[|>][-+0-9]*[ \t]*(?:#.*)?$/;
const ENTRY = /^[ \t]*(?:- |["']?[\w-]+["']?:(?:\s|$))/m;

export class LinesAbove {
  /** Outermost first. */
  readonly frames: Frame[] = [];
  entry: Entry | undefined;
  inside: Inside | undefined;
  last: LastLine = { type: 'marker', indent: 0 };
  readonly #text: string;
  /** The line that all this is for: it counts as part of whatever is open. */
  readonly #until: number;

  /** Reads the lines of one document's text before the one that begins at `until`. */
  constructor(text: string, until: number) {
    this.#text = text;
    this.#until = until;
    for (let at = 0; at < until; at = nextLine(text, at)) this.#line(at);
  }

  #line(start: number): void {
    const text = this.#text;
    const end = lineEnd(text, start);
    const content = skipBlanks(text, start, end);
    const indent = content - start;
    const isBlankLine = content === end;
    if (isBlankLine) {
      this.last = { type: 'blank', indent };
      return;
    }
    if (this.#goesOn(start, content, end)) return;
    this.last = { type: 'entry', indent };
    if (text[content] === '#') this.last = { type: 'comment', indent };
    else if (text[start] === '%' || isMarker(text, start)) {
      this.frames.length = 0;
      this.entry = undefined;
      this.last = { type: skipBlanks(text, start + 3, end) === end ? 'marker' : 'other', indent: 0 };
    } else this.#read(start, content, end);
  }

  /** Whether a line belongs to a text or a flow collection that began above. */
  #goesOn(start: number, content: number, end: number): boolean {
    const { inside } = this;
    if (!inside) return false;
    const indent = content - start;
    if (inside.type === 'quote') {
      inside.hasText = true;
      if (inside.close < end) this.inside = undefined;
    } else if (indent <= inside.outer && !(inside.type === 'flow' && /[\]}]/.test(this.#text[content]!))) {
      this.inside = undefined;
      return false;
    } else if (inside.type === 'literal') inside.hasText = true;
    else {
      const bracket = inside.brackets.at(-1)!;
      if (!/[\]}]/.test(this.#text[content]!)) bracket.inner ??= indent;
      this.#flow(inside.brackets, content, end, Math.max(indent, inside.outer + 2));
    }
    this.last = { type: 'entry', indent };
    return true;
  }

  /** Reads dashes, a key, and the beginning of a value. */
  #read(start: number, content: number, end: number): void {
    const text = this.#text;
    let at = content;
    let isBeside = false;
    while (text[at] === '-' && isBlank(text[at + 1])) {
      this.#enter('list', at - start, isBeside);
      isBeside = true;
      this.entry = { column: at - start, isKey: false, value: 'none' };
      at = skipBlanks(text, at + 1, end);
    }
    const key = skipProperties(text, at, end);
    const startsFlow = text[key] === '{' || text[key] === '[';
    const block = startsFlow ? -1 : blockColon(text, key, end);
    const colon = block < 0 && !startsFlow ? gluedColon(text, key, end) : block;
    if (/^[?:](?:\s|$)/.test(text.slice(at, at + 2))) this.last = { ...this.last, type: 'other' };
    else if (colon >= 0) {
      this.#enter('map', at - start, isBeside);
      this.entry = { column: at - start, isKey: true, value: 'none' };
      this.#value(colon + 1, end);
    } else if (isBeside) this.#value(at, end);
    else this.#loose(content - start, at, end);
  }

  /** A line without dash or key: the value of the entry above, its next line, or a word that is no entry yet. */
  #loose(column: number, at: number, end: number): void {
    const { entry } = this;
    if (entry?.value === 'none' && column > entry.column) this.#value(at, end);
    else this.last = { ...this.last, type: 'other' };
  }

  /** Opens or goes on with the map or list at a column; `isBeside` has it begin beside a dash. */
  #enter(type: Frame['type'], column: number, isBeside: boolean): void {
    const { frames } = this;
    if (!isBeside) {
      while ((frames.at(-1)?.column ?? -1) > column) frames.pop();
      // A list may stand in the column of its key, and the next key ends it.
      if (type === 'map' && frames.at(-1)?.type === 'list' && frames.at(-1)!.column === column) frames.pop();
    }
    const top = frames.at(-1);
    if (top && !isBeside && top.type === type && top.column === column) {
      top.isOpen = true;
      return;
    }
    if (top) top.isOpen = false;
    frames.push({ type, column, isOpen: true });
  }

  #value(from: number, end: number): void {
    const { entry } = this;
    const text = this.#text;
    const at = skipProperties(text, from, end);
    if (!entry || at >= end || text[at] === '#') return;
    const top = this.frames.at(-1);
    if (top) top.isOpen = false;
    const outer = entry.column;
    entry.value = 'whole';
    if (BLOCK_SCALAR.test(text.slice(at, end))) this.inside = { type: 'literal', outer, hasText: false };
    else if (text[at] === '{' || text[at] === '[') {
      const brackets: Bracket[] = [];
      this.inside = { type: 'flow', outer, brackets };
      this.#flow(brackets, at, end, entry.isKey ? outer : outer + 2);
    } else if (text[at] === '"' || text[at] === "'") {
      const close = this.#closing(at, end, outer);
      if (close >= end) this.inside = { type: 'quote', outer, close, hasText: false };
    } else entry.value = 'plain';
  }

  /** Opens and closes brackets on the rest of a line; `base` is the column that the line hangs on. */
  #flow(brackets: Bracket[], from: number, end: number, base: number): void {
    const text = this.#text;
    const stop = commentStart(text, from, end);
    for (let at = from; at < stop; at++) {
      const character = text[at]!;
      const isQuote = (character === '"' || character === "'") && /[\s[{,:]/.test(text[at - 1] ?? ' ');
      if (isQuote) at = Math.max(at, closingQuote(text, at, stop));
      else if (character === '[' || character === '{') {
        brackets.push({ base: brackets.length === 0 ? base : Math.max(base, this.#inner(brackets)), inner: undefined });
      } else if (character === ']' || character === '}') brackets.pop();
      if (brackets.length === 0) break;
    }
    if (brackets.length === 0) this.inside = undefined;
  }

  /** Where a bracket that opens beside others closes: no further out than what stands in the outermost. */
  #inner(brackets: readonly Bracket[]): number {
    return this.inside?.type === 'flow' && brackets[0]!.base === this.inside.outer ? this.inside.outer + 2 : 0;
  }

  /** Where the quote at an offset is closed: on its line, or below where all that lies between can be part of the text. */
  #closing(at: number, end: number, outer: number): number {
    const text = this.#text;
    const here = closingQuote(text, at, end);
    if (here >= 0) return here;
    let reach = end;
    for (let line = nextLine(text, at); line <= text.length; line = nextLine(text, line)) {
      const stop = lineEnd(text, line);
      const content = skipBlanks(text, line, stop);
      if (content < stop && content - line <= outer && line !== this.#until) break;
      reach = stop;
    }
    const close = closingQuote(text, at, reach);
    return close >= 0 && ENTRY.test(text.slice(end, close)) ? -1 : close;
  }
}

function isMarker(text: string, at: number): boolean {
  return (text.startsWith('---', at) || text.startsWith('...', at)) && isBlank(text[at + 3]);
}
