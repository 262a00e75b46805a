/** Scalars without quotes (YAML 1.2.2, 7.3.3), as text: what they stand for is another matter. */
import {
  BLANK,
  COLON,
  COMMA,
  CR,
  type Cursor,
  DASH,
  decline,
  HASH,
  isGap,
  LF,
  LIST_CLOSE,
  LIST_OPEN,
  MAP_CLOSE,
  MAP_OPEN,
} from './cursor.ts';
import { lineEnds, skipLines, trimmedEnd } from './folding.ts';

/** Characters that begin something else than a scalar without quotes. */
const INDICATORS = new Set([...',[]{}#&*!|>\'"%@`'].map((character) => character.charCodeAt(0)));

/** Declines a character that begins no such scalar, or does so only where another follows it. */
export function checkStart({ text, at }: Cursor, inFlow: boolean): void {
  const code = text.charCodeAt(at);
  if (INDICATORS.has(code) || code === COLON || text.charAt(at) === '?') decline();
  if (code !== DASH) return;
  const next = text.charCodeAt(at + 1);
  if (isGap(next) || (inFlow && isFlowIndicator(next))) decline();
}

function isFlowIndicator(code: number): boolean {
  return code === COMMA || code === LIST_OPEN || code === LIST_CLOSE || code === MAP_OPEN || code === MAP_CLOSE;
}

/** Goes to the end of a scalar's line, to the `:` of its key or to the `#` of a comment. @returns where its text ends */
export function blockLineEnd(cursor: Cursor): number {
  const { text } = cursor;
  const start = cursor.at;
  let at = start;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code <= COLON) {
      if (code === LF || code === CR) break;
      if (code === COLON && isGap(text.charCodeAt(at + 1))) break;
      if (code === HASH && at > start && text.charCodeAt(at - 1) === BLANK) break;
    }
    at++;
  }
  // A comment is found by the blank before it.
  cursor.at = text.charCodeAt(at) === HASH ? at - 1 : at;
  return trimmedEnd(text, start, at);
}

/** Goes to what ends a scalar in a flow collection, or its line. @returns where its text ends */
export function flowLineEnd(cursor: Cursor): number {
  const { text } = cursor;
  const start = cursor.at;
  let at = start;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code === LF || code === CR || isFlowIndicator(code)) break;
    if (code === COLON) {
      const next = text.charCodeAt(at + 1);
      if (isGap(next) || isFlowIndicator(next)) break;
    } else if (code === HASH && text.charCodeAt(at - 1) === BLANK) break;
    at++;
  }
  cursor.at = text.charCodeAt(at) === HASH ? at - 1 : at;
  return trimmedEnd(text, start, at);
}

/** Reads the further lines of a scalar in a block; its first has been read up to `end`. Leaves the cursor at the next content. */
export function blockText(cursor: Cursor, start: number, end: number, parent: number): string {
  const { text } = cursor;
  let value = text.slice(start, end);
  for (;;) {
    const stop = cursor.at;
    const code = text.charCodeAt(stop);
    // A colon that would make a key of the text is no end of a line, and declined.
    cursor.endLine();
    // Behind a comment the text does not go on.
    if (code === BLANK || cursor.column <= parent) return value;
    const between = text.slice(stop, cursor.line);
    if (between.includes('#')) decline();
    const from = cursor.at;
    value += lineEnds(between.split('\n').length - 1) + text.slice(from, blockLineEnd(cursor));
  }
}

/** Reads a scalar in a flow collection, over as many lines as it has; further ones must stand deeper than `parent`. */
export function flowText(cursor: Cursor, parent: number): string {
  const { text } = cursor;
  let value = text.slice(cursor.at, flowLineEnd(cursor));
  for (;;) {
    const end = cursor.at;
    const code = text.charCodeAt(end);
    if (code !== LF && code !== CR) return value;
    const lines = skipLines(cursor);
    const next = text.charCodeAt(cursor.at);
    if (next === COMMA || next === LIST_CLOSE || next === MAP_CLOSE || next === HASH) {
      cursor.at = end;
      return value;
    }
    if (cursor.at - cursor.line <= parent || cursor.at >= text.length) decline();
    const start = cursor.at;
    const stop = flowLineEnd(cursor);
    if (stop === start) decline();
    value += lineEnds(lines) + text.slice(start, stop);
  }
}
