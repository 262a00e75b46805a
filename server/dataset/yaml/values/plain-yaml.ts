/**
 * Reads plain YAML, its value alone or with all places: the part of the language that datasets are written in, much
 * faster than a reader of all of it can be. Whatever is wrong, doubtful or more than that is declined, so that the reader
 * of all of YAML tells what it means, and what is wrong with it.
 */
import type { YamlNode, YamlValue } from '../tree.ts';
import { blockScalar } from './block-scalar.ts';
import {
  COLON,
  CR,
  Cursor,
  DEEPEST,
  decline,
  FOLDED,
  HASH,
  isGap,
  LF,
  LIST_OPEN,
  LONGEST_KEY,
  MAP_OPEN,
  NOT_PLAIN,
  PIPE,
} from './cursor.ts';
import { flowCollection } from './flow.ts';
import { GrowingTree } from './growing-tree.ts';
import { newMap, plainKey, put } from './maps.ts';
import { blockLineEnd, blockPlain, checkStart, nothing } from './plain.ts';
import { isQuote, quoted, skipBlanks } from './quoted.ts';

/** Most texts are found to have nothing of what follows by a look for this, which is quick. */
const UNUSUAL = /[^\n\x20-\x7e]/;
/** What plain YAML does without: tabs, control characters, line ends of other sorts, halves of characters, a mark of byte order inside. */
const ODD = /[^\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]|\r(?!\n)/u;
const BYTE_ORDER_MARK = '\ufeff';

/**
 * The value of a text with one document of plain YAML, the same as `YamlDocument` gives; `undefined` where the text has
 * an error, or anything that plain YAML has not: anchors, tags, directives, keys that are no text, tabs, repeated keys.
 */
export function readPlainValue(text: string): YamlValue | undefined {
  return readPlain(text);
}

/** Reads a text, and tells a tree of what stands where in it. */
function readPlain(text: string, tree?: GrowingTree): YamlValue | undefined {
  const body = text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
  // The library counts the mark as a column of the first line.
  if ((UNUSUAL.test(body) && ODD.test(body)) || (body !== text && /^[- ]/.test(body))) return undefined;
  try {
    return documentValue(new Cursor(body, tree));
  } catch (reason) {
    if (reason === NOT_PLAIN) return undefined;
    throw reason;
  }
}

/**
 * The tree of such a text, the same as `toTree` makes of what the library reads; `undefined` where that would have to
 * tell more: in an empty text, behind a mark of byte order, and where a key in brackets has not even a colon.
 */
export function readPlainTree(text: string): YamlNode | undefined {
  const tree = new GrowingTree();
  return text.startsWith(BYTE_ORDER_MARK) || readPlain(text, tree) === undefined ? undefined : tree.root;
}

function documentValue(cursor: Cursor): YamlValue {
  toBody(cursor);
  if (cursor.column < 0) return null;
  const value = blockNode(cursor, -1, 0);
  // A line in a column of nobody's ends all lists and maps, and is left over.
  if (cursor.column >= 0) decline();
  return value;
}

/** Goes to the first line with content, over the mark that begins the document. */
function toBody(cursor: Cursor): void {
  const { text } = cursor;
  if (text.startsWith('---') && isGap(text.charCodeAt(3))) {
    cursor.at = 3;
    cursor.endLine();
  } else cursor.toContent();
}

/** Reads what stands at the cursor, deeper than `parent`; leaves it at the next content. */
function blockNode(cursor: Cursor, parent: number, depth: number): YamlValue {
  if (depth > DEEPEST) decline();
  const { text, at, line } = cursor;
  const code = text.charCodeAt(at);
  if (cursor.isAtDash()) return blockList(cursor, at - line, depth);
  if (code === LIST_OPEN || code === MAP_OPEN || code === PIPE || code === FOLDED) {
    return inlineValue(cursor, parent, depth);
  }
  if (isQuote(code)) {
    const value = quoted(cursor, parent);
    const end = cursor.at;
    if (skipBlanks(cursor) === COLON) {
      if (text.slice(at, end).includes('\n')) decline();
      return blockMap(cursor, at - line, value, at, depth);
    }
    cursor.at = end;
    cursor.endLine();
    return value;
  }
  checkStart(cursor, false);
  const end = blockLineEnd(cursor);
  if (text.charCodeAt(cursor.at) === COLON) return blockMap(cursor, at - line, plainKey(cursor, at, end), at, depth);
  return blockPlain(cursor, at, end, parent);
}

/** Reads a list whose dashes stand in a column. */
function blockList(cursor: Cursor, column: number, depth: number): YamlValue {
  const { tree, at: start } = cursor;
  const first = tree?.size ?? 0;
  const list: YamlValue[] = [];
  do {
    cursor.at++;
    const code = skipBlanks(cursor);
    if (code !== LF && code !== CR && code !== HASH) list.push(blockNode(cursor, column, depth + 1));
    else {
      const empty = cursor.at;
      cursor.endLine();
      list.push(cursor.column > column ? blockNode(cursor, column, depth + 1) : nothing(cursor, empty));
    }
  } while (cursor.column === column && cursor.isAtDash());
  tree?.list(first, false, start);
  // A list that grows has room for many more.
  return list.slice();
}

/** Reads a map whose keys stand in a column, from the colon behind its first key, which began at `start`. */
function blockMap(cursor: Cursor, column: number, first: string, start: number, depth: number): YamlValue {
  const { tree } = cursor;
  // The first key is part of it.
  const firstNode = (tree?.size ?? 0) - 1;
  const map = newMap();
  let key = first;
  let keyStart = start;
  for (;;) {
    if (cursor.at - keyStart > LONGEST_KEY) decline();
    cursor.at++;
    if (!isGap(cursor.text.charCodeAt(cursor.at))) decline();
    put(map, key, mapValue(cursor, column, depth));
    if (cursor.column !== column || cursor.isAtDash()) break;
    keyStart = cursor.at;
    key = blockKey(cursor);
  }
  tree?.map(firstNode, false, start);
  return map;
}

/** Reads a key, and stops at its colon. */
function blockKey(cursor: Cursor): string {
  const { text, at } = cursor;
  if (isQuote(text.charCodeAt(at))) {
    const key = quoted(cursor, -1);
    if (skipBlanks(cursor) !== COLON || text.slice(at, cursor.at).includes('\n')) decline();
    return key;
  }
  checkStart(cursor, false);
  const end = blockLineEnd(cursor);
  if (text.charCodeAt(cursor.at) !== COLON) decline();
  return plainKey(cursor, at, end);
}

/** Reads what stands behind the colon of a key, or on the lines below it. */
function mapValue(cursor: Cursor, column: number, depth: number): YamlValue {
  const code = skipBlanks(cursor);
  if (code !== LF && code !== CR && code !== HASH) return inlineValue(cursor, column, depth + 1);
  const empty = cursor.at;
  cursor.endLine();
  if (cursor.column > column) return blockNode(cursor, column, depth + 1);
  // A list may stand in the column of its key.
  if (cursor.column === column && cursor.isAtDash()) return blockList(cursor, column, depth + 1);
  return nothing(cursor, empty);
}

/** Reads a value that is neither a list nor a map in lines of its own. */
function inlineValue(cursor: Cursor, parent: number, depth: number): YamlValue {
  const { text, at } = cursor;
  const code = text.charCodeAt(at);
  if (code === PIPE || code === FOLDED) return blockScalar(cursor, parent);
  if (code === LIST_OPEN || code === MAP_OPEN || isQuote(code)) {
    const value = isQuote(code) ? quoted(cursor, parent) : flowCollection(cursor, parent, depth + 1);
    cursor.endLine();
    return value;
  }
  checkStart(cursor, false);
  return blockPlain(cursor, at, blockLineEnd(cursor), parent);
}
