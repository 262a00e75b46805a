/** Reads the lines of one YAML document into an outline, by indentation alone, so that broken text costs no more than its own line. */

import { lineAt } from '../../dataset/text.ts';
import {
  blockColon,
  closesInComment,
  closingQuote,
  commentStart,
  endBeforeComment,
  gluedColon,
  isBeforeProperties,
  isBlank,
  lineEnd,
  nextLine,
  skipBlanks,
  skipProperties,
  trimEnd,
  unquote,
} from '../line-lexer.ts';
import { readFlow, type Source } from './flow.ts';
import { FrameStack } from './frames.ts';
import { addEntry, type Holder, type Mark, newHolder, newMap, type Quote } from './nodes.ts';

/** What the lines tell: the document around the cursor, and the cursor's mark. */
export interface Outline {
  readonly root: Holder;
  readonly mark: Mark;
}

/** Indentation of a nested level, as everything here writes it. */
export const STEP = 2;

/** Outlines a document's text; `cursor` counts from the text's beginning. Never throws. */
export function outline(text: string, cursor: number): Outline {
  return new Reader(text, cursor).read();
}

class Reader implements Source {
  readonly text: string;
  readonly cursor: number;
  #mark: Mark | undefined;
  #markRoot: Holder | undefined;
  #frames = new FrameStack();

  constructor(text: string, cursor: number) {
    this.text = text;
    this.cursor = cursor;
  }

  /** The first mark holds. Where none is made there is nothing to complete, so that only what keeps later ones away needs one. */
  mark(mark: Mark): void {
    this.#mark ??= mark;
    this.#markRoot ??= this.#frames.root;
  }

  read(): Outline {
    // In the indentation before a text nothing can be put.
    const { start, end } = lineAt(this.text, this.cursor);
    const content = skipBlanks(this.text, start, end);
    if (content < end && this.cursor < content) this.mark({ type: 'none' });
    let at = this.text.startsWith('\uFEFF') ? 1 : 0;
    while (at <= this.text.length) at = this.#line(at);
    return { root: this.#markRoot ?? this.#frames.root, mark: this.#mark ?? { type: 'none' } };
  }

  /** Reads the line that begins at `start`, and those that its value goes on over; returns where the next one begins. */
  #line(start: number): number {
    const end = lineEnd(this.text, start);
    const content = skipBlanks(this.text, start, end);
    const after = nextLine(this.text, start);
    if (content === end) {
      if (this.#isOn(start, end)) this.#markLine(start, content, end, undefined);
      return after;
    }
    if (this.text[content] === '#' || this.text[start] === '%') return after;
    const marker = this.text.slice(start, start + 3);
    if ((marker === '---' || marker === '...') && isBlank(this.text[start + 3])) return this.#marker(start, end, after);
    return this.#entry(start, content, end);
  }

  #marker(start: number, end: number, after: number): number {
    if (this.#isOn(start, end)) this.mark({ type: 'none' });
    this.#frames = new FrameStack();
    const content = skipBlanks(this.text, start + 3, end);
    if (this.text[start] === '.' || content === end || this.text[content] === '#') return after;
    return this.#value(this.#frames.root, start + 3, end, -1, 0, false);
  }

  /** Reads dashes, a key, and a value. */
  #entry(start: number, content: number, end: number): number {
    let at = content;
    let item: Holder | undefined;
    while (this.text[at] === '-' && (at + 1 >= end || isBlank(this.text[at + 1]))) {
      const column = at - start;
      item = this.#frames.item(column, item);
      const next = skipBlanks(this.text, at + 1, end);
      if (next === end || this.text[next] === '#') {
        return this.#value(item, at + 1, end, column, Math.max(column + STEP, this.cursor - start), true);
      }
      at = next;
    }
    const column = at - start;
    if ((this.text[at] === '?' || this.text[at] === ':') && isBlank(this.text[at + 1])) {
      return this.#explicit(at, end, column, item);
    }
    const key = this.text[at] === '&' || this.text[at] === '!' ? skipProperties(this.text, at, end) : at;
    let colon = this.#startsFlow(key) ? -1 : blockColon(this.text, key, end);
    if (colon < 0) colon = gluedColon(this.text, key, end);
    if (colon >= 0 && this.text[key] !== '?') return this.#pair(key, colon, end, column, item);
    if (item) return this.#value(item, at, end, this.#frames.top!.column, column, true);
    return this.#loose(start, at, end, column);
  }

  /** A line with `? key` or `: value`: nothing is offered there, but a key like any other is present. */
  #explicit(start: number, end: number, column: number, item: Holder | undefined): number {
    if (this.text[start] === '?') {
      const key = skipProperties(this.text, skipBlanks(this.text, start + 1, end), end);
      const keyEnd = trimEnd(this.text, key, commentStart(this.text, key, end));
      addEntry(this.#frames.map(column, item), unquote(this.text.slice(key, keyEnd)));
    }
    return nextLine(this.text, start);
  }

  #pair(start: number, colon: number, end: number, column: number, item: Holder | undefined): number {
    const map = this.#frames.map(column, item);
    const keyEnd = trimEnd(this.text, start, colon);
    const entry = addEntry(map, unquote(this.text.slice(start, keyEnd)));
    if (this.#isOn(start, colon)) {
      entry.active = true;
      const mark = this.text[start];
      const quote: Quote | undefined = mark === '"' || mark === "'" ? { mark, closed: true } : undefined;
      const span = quote ? { start: start + 1, end: keyEnd - 1 } : { start, end: keyEnd };
      const outside = this.cursor < span.start || this.cursor > span.end;
      // Keys have no blanks in them: this is running text that happens to have a colon.
      if (outside || /\s/.test(this.text.slice(span.start, span.end))) this.mark({ type: 'none' });
      this.mark({ type: 'key', map, entry, span, quote, flow: false, colon: true, lead: '', tail: '' });
    }
    return this.#value(entry, colon + 1, end, column, column + STEP, false);
  }

  /** A text with no colon: the value of a key above it, the next line of a longer text, or a key that is being typed. */
  #loose(start: number, at: number, end: number, column: number): number {
    const stop = commentStart(this.text, at, end);
    const textEnd = trimEnd(this.text, at, stop);
    const pending = this.#frames.pending(column);
    const character = this.text[at]!;
    if (this.#startsFlow(at) || ((character === '"' || character === "'") && pending)) {
      const holder = pending ?? (this.#frames.isEmpty ? this.#frames.root : nowhere());
      return this.#value(holder, at, end, this.#frames.enclosing(column), column, true);
    }
    const on = this.#isOn(at, Math.max(textEnd, stop === end ? end : textEnd));
    if (on) this.#markLine(start, at, Math.max(textEnd, this.cursor), at);
    // A single word may be a key in the making, but not where something else is being typed further up.
    else if (pending && (this.#mark || !WORD.test(this.text.slice(at, textEnd)))) {
      pending.value = { type: 'text', text: unquote(this.text.slice(at, textEnd)), plain: true };
    } else if (!pending) this.#frames.stray(column, this.text.slice(at, textEnd));
    return nextLine(this.text, start);
  }

  #markLine(start: number, at: number, end: number, word: number | undefined): void {
    const indent = (word ?? this.cursor) - start;
    const column = word === undefined ? Math.max(indent, this.#columnBelow(start)) : indent;
    const frames = this.#frames.snapshot(column);
    const entry = word === undefined ? undefined : this.#frames.stray(column, this.text.slice(at, end), true);
    this.mark({
      type: 'line',
      root: this.#frames.root,
      frames,
      column,
      indent,
      lineStart: start,
      span: { start: word ?? this.cursor, end },
      tabs: this.text.slice(start, start + indent).includes('\t'),
      entry,
    });
  }

  /** The column of the next line that is neither empty nor a comment; 0 when there is none. */
  #columnBelow(start: number): number {
    const { text } = this;
    for (let at = nextLine(text, start); at <= text.length; at = nextLine(text, at)) {
      const end = lineEnd(text, at);
      const content = skipBlanks(text, at, end);
      if (content < end && text[content] !== '#') return content - at;
    }
    return 0;
  }

  /**
   * Reads the value that follows a colon or a dash, which end at `from`; returns where the next line begins.
   * @param outer column of the key or dash that it belongs to.
   * @param column column of keys nested in it.
   */
  #value(holder: Holder, from: number, end: number, outer: number, column: number, opensMap: boolean): number {
    const { text, cursor } = this;
    const at = skipProperties(text, from, end);
    const after = nextLine(text, from);
    const on = this.#isOn(from, end);
    const place = { holder, from, flow: false, column, opensMap, tail: '' };
    const lead = cursor === from && (text[from - 1] === ':' || text[from - 1] === '-') ? ' ' : '';
    if (at === end || (text[at] === '#' && isBlank(text[at - 1]))) {
      const bare = skipBlanks(text, from, end) === at;
      const free =
        (bare || cursor >= at) && (cursor === from || isBlank(text[cursor - 1])) && (at === end || cursor < at);
      if (on && free) {
        holder.active = true;
        this.mark({
          ...place,
          type: 'value',
          span: { start: cursor, end: at === end ? end : cursor },
          quote: undefined,
          lead,
        });
      }
      return after;
    }
    const character = text[at]!;
    if (BLOCK_SCALAR.test(text.slice(at, end))) return this.#blockScalar(holder, from, after, outer);
    if (this.#startsFlow(at)) {
      const closed = readFlow(this, at, this.#reach(end, outer), holder);
      return nextLine(text, closed);
    }
    if (character === '"' || character === "'") return this.#quoted(place, at, end, outer);
    const stop = commentStart(text, at, end);
    const textEnd = trimEnd(text, at, stop);
    // A word after a dash may yet become a key, with others below it.
    if (!on || !opensMap) holder.value = { type: 'text', text: text.slice(at, textEnd), plain: true };
    if (
      on &&
      cursor <= Math.max(textEnd, stop - (stop === end ? 0 : 1)) &&
      character !== '*' &&
      !isBeforeProperties(text, from, at, cursor)
    ) {
      holder.active = true;
      const span = { start: Math.min(at, cursor), end: Math.max(textEnd, cursor) };
      const glued = span.start === from && (text[from - 1] === ':' || text[from - 1] === '-');
      this.mark({ ...place, type: 'value', span, quote: undefined, lead: glued ? ' ' : '' });
    }
    return after;
  }

  #quoted(
    place: { holder: Holder; from: number; flow: boolean; column: number; opensMap: boolean; tail: string },
    at: number,
    end: number,
    outer: number,
  ): number {
    const { text, cursor } = this;
    let close = closingQuote(text, at, end);
    if (close >= 0 && closesInComment(text, at, close, cursor)) close = -1;
    else if (close < 0) {
      // A quote that nothing closes ends with its line; one that is closed further down must look like running text.
      close = closingQuote(text, at, this.#reach(end, outer));
      const between = text.slice(end, Math.max(end, close));
      if (close >= 0 && (ENTRY.test(between) || !isBlank(text[close + 1]))) close = -1;
    }
    const comment = commentStart(text, at + 1, end);
    const isCommented = comment < end && cursor < comment;
    const open = isCommented ? endBeforeComment(text, at + 1, comment, cursor) : end;
    const stop = close < 0 ? open : close;
    place.holder.value = { type: 'text', text: unquote(text.slice(at, close < 0 ? stop : close + 1)), plain: false };
    // An edit cannot go over several lines.
    if (cursor > at && cursor <= stop && stop <= end) {
      place.holder.active = true;
      const quote: Quote = { mark: text[at] as Quote['mark'], closed: close >= 0 };
      this.mark({ ...place, type: 'value', span: { start: at + 1, end: stop }, quote, opensMap: false, lead: '' });
    }
    return nextLine(text, stop);
  }

  #blockScalar(holder: Holder, from: number, next: number, outer: number): number {
    const { text, cursor } = this;
    const keepsLineEnds = /^[^#]*\+/.test(text.slice(from, next));
    let after = next;
    for (let at = next; at <= text.length; at = nextLine(text, at)) {
      const end = lineEnd(text, at);
      const content = skipBlanks(text, at, end);
      if (content < end && (content - at <= outer || isMarker(text, at))) break;
      // An empty line belongs to the scalar when that goes on below or keeps all line ends, or when the cursor stands deep enough.
      const on = this.#isOn(at, end);
      if (content < end) after = nextLine(text, at);
      else if (on && (cursor - at > outer || (keepsLineEnds && end < text.length))) this.mark({ type: 'none' });
    }
    holder.value = { type: 'text', text: text.slice(next, Math.min(after, text.length)), plain: false };
    return after;
  }

  /** How far a value that nothing closes can go: the lines deeper than `outer`, and those that begin with a closing bracket. */
  #reach(end: number, outer: number): number {
    const { text, cursor } = this;
    let reach = end;
    for (let at = nextLine(text, end); at <= text.length; at = nextLine(text, at)) {
      const stop = lineEnd(text, at);
      const content = skipBlanks(text, at, stop);
      if (content === stop) {
        if (this.#isOn(at, stop) && cursor - at > outer) reach = stop;
      } else if (content - at > outer && !isMarker(text, at)) reach = stop;
      else return text[content] === '}' || text[content] === ']' ? content + 1 : reach;
    }
    return reach;
  }

  #startsFlow(at: number): boolean {
    return this.text[at] === '{' || this.text[at] === '[';
  }

  #isOn(start: number, end: number): boolean {
    return start <= this.cursor && this.cursor <= end;
  }
}

const BLOCK_SCALAR = /^[|>][-+0-9]*[ \t]*(?:#.*)?$/;
const ENTRY = /^[ \t]*(?:- |["']?[\w-]+["']?:(?:\s|$))/m;
const WORD = /^[\w-]+$/;

/** A place that belongs to no document. */
function nowhere(): Holder {
  return addEntry(newMap(newHolder(undefined, ''), 0), '');
}

function isMarker(text: string, at: number): boolean {
  const marker = text.slice(at, at + 3);
  return (marker === '---' || marker === '...') && isBlank(text[at + 3]);
}
