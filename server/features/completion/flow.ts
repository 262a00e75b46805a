/** Flow maps and lists (`{ … }`, `[ … ]`) as far as they are written: unclosed, with commas missing, over several lines. */
import {
  closingQuote,
  endBeforeComment,
  isBeforeProperties,
  isBlank,
  lineEnd,
  skipBlanks,
  skipProperties,
  trimEnd,
  unquote,
} from '../line-lexer.ts';
import {
  addEntry,
  addItem,
  type Holder,
  type MapNode,
  type Mark,
  newHolder,
  newMap,
  newSeq,
  type Quote,
  type SeqNode,
} from './nodes.ts';

/** Reads one document; the cursor's mark is set once, by whoever meets it first. */
export interface Source {
  readonly text: string;
  readonly cursor: number;
  mark(mark: Mark): void;
}

const NONE: Mark = { type: 'none' };

/**
 * Reads the flow collection that opens at `at` into `holder`.
 * @param limit where it must be over even when nothing closes it.
 * @param outer the brackets that close what is around it.
 * @returns the offset after it.
 */
export function readFlow(source: Source, at: number, limit: number, holder: Holder, outer = ''): number {
  const { text, cursor } = source;
  const node = text[at] === '{' ? newMap(holder, 0) : newSeq(holder, 0);
  const closer = text[at] === '{' ? '}' : ']';
  let from = at + 1;
  let fresh = true;
  for (;;) {
    const next = skipGap(source, from, limit);
    const character = next < limit ? text[next]! : '';
    const ends = character === '' || character === ',' || character === '}' || character === ']';
    if (cursor >= from && (ends ? cursor <= next : cursor < next)) {
      source.mark(fresh ? emptyEntry(source, node, ends ? '' : ',') : NONE);
    }
    if (character === '') return limit;
    if (character === closer) return next + 1;
    if (ends && character !== ',' && outer.includes(character)) return next;
    if (ends) {
      from = next + 1;
      fresh = character === ',' || fresh;
      continue;
    }
    const inner = outer + closer;
    from =
      node.type === 'map'
        ? readEntry(source, node, next, limit, inner, fresh)
        : readItem(source, node, next, limit, inner);
    fresh = false;
  }
}

/** Passes over blanks, line ends and comments; a comment that holds the cursor ends the search for a mark. */
function skipGap(source: Source, at: number, limit: number): number {
  const { text, cursor } = source;
  let offset = at;
  for (;;) {
    while (offset < limit && isBlank(text[offset])) offset++;
    if (offset >= limit || text[offset] !== '#' || (offset > 0 && !isBlank(text[offset - 1]))) return offset;
    const end = Math.min(limit, lineEnd(text, offset));
    if (cursor >= offset && cursor <= end) source.mark(NONE);
    offset = end;
  }
}

/** @param tail the comma that is needed where another entry follows. */
function emptyEntry({ text, cursor }: Source, node: MapNode | SeqNode, tail: string): Mark {
  const lead = text[cursor - 1] === ',' ? ' ' : '';
  const common = { span: { start: cursor, end: cursor }, quote: undefined, flow: true, lead, tail };
  if (node.type === 'map') return { ...common, type: 'key', map: node, entry: undefined, colon: false };
  const holder = newHolder(node, node.items.length);
  return { ...common, type: 'value', holder, from: cursor, column: 0, opensMap: false };
}

function readEntry(
  source: Source,
  map: MapNode,
  first: number,
  limit: number,
  closers: string,
  fresh: boolean,
): number {
  const { text, cursor } = source;
  const isExplicit = text[first] === '?' && isBlank(text[first + 1]);
  const start = skipProperties(text, isExplicit ? first + 1 : first, Math.min(limit, lineEnd(text, first)));
  const { end: scalarStop, quote } = scalarEnd(source, start, limit, true);
  let end = scalarStop;
  const after = skipBlanks(text, end, limit);
  let colon = text[after] === ':' && after < limit ? after : -1;
  const word = start + text.slice(start, end).search(/\s|$/);
  // Keys have no blanks in them: this is a word that someone types in front of an entry, its comma still to come.
  const apart = !quote && colon >= 0 && word < end && cursor >= start && cursor <= word;
  if (apart) [end, colon] = [word, -1];
  const on = cursor >= first && cursor <= (quote ? end : Math.max(end, colon));
  const entry = addEntry(map, unquote(text.slice(start, end)), on && colon < 0);
  entry.active = on;
  if (on) {
    const span = quote ? { start: start + 1, end: quote.closed ? end - 1 : end } : { start, end };
    // What an editor's completion replaces must lie on one line.
    const outside = cursor < span.start || cursor > span.end || span.end > lineEnd(text, start);
    // A word on a line below, with no comma before it, goes on with the text above.
    const continued = !fresh && colon < 0;
    source.mark(
      outside || continued
        ? NONE
        : { type: 'key', map, entry, span, quote, flow: true, colon: colon >= 0, lead: '', tail: apart ? ',' : '' },
    );
  }
  return colon < 0 ? Math.max(end, start + 1) : readValue(source, entry, colon + 1, limit, closers);
}

function readItem(source: Source, seq: SeqNode, start: number, limit: number, closers: string): number {
  return readValue(source, addItem(seq), start, limit, closers);
}

/** Reads a value whose text may begin at `from` or after blanks; returns the offset after it. */
function readValue(source: Source, holder: Holder, from: number, limit: number, closers: string): number {
  const { text, cursor } = source;
  const lineStop = Math.min(limit, lineEnd(text, from));
  let start = skipProperties(text, from, lineStop);
  if (start === lineStop || (text[start] === '#' && isBlank(text[start - 1]))) {
    const below = skipGap({ ...source, mark: () => {} }, start, limit);
    // A value may stand on the next line; a key there is the next entry, its comma missing.
    if (below < limit && !KEY_AHEAD.test(text.slice(below, below + 80))) start = below;
  }
  const character = start < limit ? text[start]! : '';
  if (character === '' || ',}]'.includes(character) || isBlank(character) || (character === '#' && start > from)) {
    if (cursor >= from && cursor <= start) mark(source, holder, { start: cursor, end: cursor }, from);
    return start;
  }
  if (character === '{' || character === '[') return readFlow(source, start, limit, holder, closers);
  const { end, quote } = scalarEnd(source, start, limit, false);
  holder.value = { type: 'text', text: unquote(text.slice(start, end)), plain: !quote };
  // What stands between a plain text and the cursor is part of what is being typed.
  const reach = quote ? end : skipBlanks(text, end, lineStop);
  if (cursor >= from && cursor <= reach) {
    if (quote) {
      const span = { start: start + 1, end: quote.closed ? end - 1 : end };
      if (cursor < span.start || cursor > span.end || span.end > lineEnd(text, start)) source.mark(NONE);
      else mark(source, holder, span, from, quote);
    } else if (character !== '*' && !isBeforeProperties(text, from, start, cursor)) {
      mark(source, holder, { start: Math.min(start, cursor), end: Math.max(end, cursor) }, from);
    }
  }
  return Math.max(end, start + 1);
}

const KEY_AHEAD = /^["']?[\w-]+["']?[ \t]*:(?:\s|$)/;

function mark(source: Source, holder: Holder, span: { start: number; end: number }, from: number, quote?: Quote): void {
  holder.active = true;
  const lead = span.start === from && source.text[from - 1] === ':' ? ' ' : '';
  source.mark({ type: 'value', holder, span, from, quote, flow: true, column: 0, opensMap: false, lead, tail: '' });
}

/** Where a scalar in flow style ends; one with an unclosed quote ends where a plain one would. */
function scalarEnd(
  { text, cursor }: Source,
  start: number,
  limit: number,
  isKey: boolean,
): { end: number; quote: Quote | undefined } {
  const character = text[start];
  if (character !== '"' && character !== "'") {
    const end = plainStop(text, start, limit, isKey);
    return { end: trimEnd(text, start, end), quote: undefined };
  }
  const close = flowQuote(text, start, limit, cursor);
  if (close >= 0) return { end: close + 1, quote: { mark: character, closed: true } };
  const stop = plainStop(text, start + 1, limit, isKey);
  const end = text[stop] === '#' ? endBeforeComment(text, start + 1, stop, cursor) : stop;
  return { end, quote: { mark: character, closed: false } };
}

/**
 * The closing quotation mark: none before a word, where the next quote begins, unless the cursor is behind it; one on a
 * later line only where what lies between looks like text, not like entries.
 */
function flowQuote(text: string, start: number, limit: number, cursor: number): number {
  const near = closingQuote(text, start, Math.min(limit, lineEnd(text, start)));
  if (near >= 0) return cursor <= near && /[^\s,}\]:]/.test(text[near + 1] ?? ' ') ? -1 : near;
  const far = closingQuote(text, start, limit);
  if (far < 0 || /[^\s,}\]]/.test(text[far + 1] ?? ' ')) return -1;
  return /^[ \t]*(?:- |["']?[\w-]+["']?:[ \t])/m.test(text.slice(lineEnd(text, start), far)) ? -1 : far;
}

function plainStop(text: string, start: number, limit: number, isKey: boolean): number {
  const stop = Math.min(limit, lineEnd(text, start));
  for (let offset = start; offset < stop; offset++) {
    const character = text[offset]!;
    if (character === '#' && isBlank(text[offset - 1])) return offset;
    if (',{}[]'.includes(character)) return offset;
    if (isKey && character === ':' && (isBlank(text[offset + 1]) || ',{}[]'.includes(text[offset + 1]!))) return offset;
  }
  return stop;
}
