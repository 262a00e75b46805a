/** Scalars without quotes (YAML 1.2.2, 7.3.3). */
import type { YamlScalar } from '../tree.ts';
import { plainScalar } from './core-schema.ts';
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

/** What a scalar stands for. */
function scalar({ tree }: Cursor, text: string, start: number, end: number): YamlScalar['value'] {
  const value = plainScalar(text);
  tree?.scalar(value, 'plain', start, end);
  return value;
}

/** What stands in a place that is left empty. */
export function nothing({ tree }: Cursor, at: number): null {
  tree?.scalar(null, 'plain', at, at);
  return null;
}

/** Reads the further lines of a scalar in a block; its first has been read up to `firstEnd`. Leaves the cursor at the next content. */
export function blockPlain(cursor: Cursor, start: number, firstEnd: number, parent: number): YamlScalar['value'] {
  const { text } = cursor;
  let end = firstEnd;
  let value = text.slice(start, end);
  for (;;) {
    const stop = cursor.at;
    const code = text.charCodeAt(stop);
    // A colon that would make a key of the text is no end of a line, and declined.
    cursor.endLine();
    // Behind a comment the text does not go on.
    if (code === BLANK || cursor.column <= parent) return scalar(cursor, value, start, end);
    const between = text.slice(stop, cursor.line);
    if (between.includes('#')) decline();
    const from = cursor.at;
    end = blockLineEnd(cursor);
    value += lineEnds(between.split('\n').length - 1) + text.slice(from, end);
  }
}

/** Reads a scalar in a flow collection, over as many lines as it has; further ones must stand deeper than `parent`. */
export function flowPlain(cursor: Cursor, parent: number): YamlScalar['value'] {
  const { text, at: start } = cursor;
  let end = flowLineEnd(cursor);
  let value = text.slice(start, end);
  for (;;) {
    const stop = cursor.at;
    const code = text.charCodeAt(stop);
    if (code !== LF && code !== CR) return scalar(cursor, value, start, end);
    const lines = skipLines(cursor);
    const next = text.charCodeAt(cursor.at);
    if (next === COMMA || next === LIST_CLOSE || next === MAP_CLOSE || next === HASH) {
      cursor.at = stop;
      return scalar(cursor, value, start, end);
    }
    if (cursor.at - cursor.line <= parent || cursor.at >= text.length) decline();
    const from = cursor.at;
    end = flowLineEnd(cursor);
    value += lineEnds(lines) + text.slice(from, end);
  }
}
