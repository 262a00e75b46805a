/** Lists and maps in brackets (YAML 1.2.2, 7.4). */
import type { YamlValue } from '../tree.ts';
import {
  COLON,
  COMMA,
  CR,
  type Cursor,
  DEEPEST,
  decline,
  HASH,
  isGap,
  LF,
  LIST_CLOSE,
  LIST_OPEN,
  LONGEST_KEY,
  MAP_CLOSE,
  MAP_OPEN,
} from './cursor.ts';
import { skipLines } from './folding.ts';
import { newMap, plainKey, put } from './maps.ts';
import { checkStart, flowLineEnd, flowPlain, nothing } from './plain.ts';
import { isQuote, quoted, skipBlanks } from './quoted.ts';

/** Reads a list or map from its opening bracket, and stops behind the closing one; further lines must stand deeper than `parent`. */
export function flowCollection(cursor: Cursor, parent: number, depth: number): YamlValue {
  if (depth > DEEPEST) decline();
  const { tree, at: start } = cursor;
  const first = tree?.size ?? 0;
  const isMap = cursor.text.charCodeAt(start) === MAP_OPEN;
  cursor.at++;
  const value = isMap ? flowMap(cursor, parent, depth) : flowList(cursor, parent, depth);
  if (isMap) tree?.map(first, true, start, cursor.at);
  else tree?.list(first, true, start, cursor.at);
  return value;
}

function flowList(cursor: Cursor, parent: number, depth: number): YamlValue {
  const list: YamlValue[] = [];
  for (;;) {
    if (toToken(cursor, parent) === LIST_CLOSE) break;
    list.push(flowValue(cursor, parent, depth));
    const code = toToken(cursor, parent);
    if (code === LIST_CLOSE) break;
    if (code !== COMMA) decline();
    cursor.at++;
  }
  cursor.at++;
  // A list that grows has room for many more.
  return list.slice();
}

function flowMap(cursor: Cursor, parent: number, depth: number): YamlValue {
  const map = newMap();
  for (;;) {
    let code = toToken(cursor, parent);
    if (code === MAP_CLOSE) break;
    const key = flowKey(cursor, parent);
    code = toToken(cursor, parent);
    let value: YamlValue = null;
    if (code === COLON) {
      cursor.at++;
      skipBlanks(cursor);
      const empty = cursor.at;
      code = toToken(cursor, parent);
      if (code === COMMA || code === MAP_CLOSE) value = nothing(cursor, empty);
      else {
        value = flowValue(cursor, parent, depth);
        code = toToken(cursor, parent);
      }
    } else if (cursor.tree) decline(); // The library knows of no value there, not even of an empty one.
    put(map, key, value);
    if (code === MAP_CLOSE) break;
    if (code !== COMMA) decline();
    cursor.at++;
  }
  cursor.at++;
  return map;
}

/** Reads a key, which ends on the line it begins on unless it stands in quotes; its colon follows there, or it has no value. */
function flowKey(cursor: Cursor, parent: number): string {
  const { text, at } = cursor;
  let key: string;
  if (isQuote(text.charCodeAt(at))) key = quoted(cursor, parent);
  else {
    checkStart(cursor, true);
    key = plainKey(cursor, at, flowLineEnd(cursor));
  }
  const code = skipBlanks(cursor);
  if (code === LF || code === CR || code === HASH || cursor.at - at > LONGEST_KEY) decline();
  return key;
}

function flowValue(cursor: Cursor, parent: number, depth: number): YamlValue {
  const { text, at } = cursor;
  const code = text.charCodeAt(at);
  if (code === LIST_OPEN || code === MAP_OPEN) return flowCollection(cursor, parent, depth + 1);
  if (isQuote(code)) return quoted(cursor, parent);
  checkStart(cursor, true);
  return flowPlain(cursor, parent);
}

/** Goes over blanks, line ends and comments. @returns the character after them */
function toToken(cursor: Cursor, parent: number): number {
  const { text } = cursor;
  let code = skipBlanks(cursor);
  while (code === LF || code === CR || code === HASH) {
    if (code === HASH) {
      if (!isGap(text.charCodeAt(cursor.at - 1))) decline();
      cursor.at = text.indexOf('\n', cursor.at);
    }
    skipLines(cursor);
    code = text.charCodeAt(cursor.at);
    if (cursor.at >= text.length) decline();
    if (code !== HASH && cursor.at - cursor.line <= parent) decline();
  }
  return code;
}
