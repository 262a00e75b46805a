/** Block style to flow style: a map or list of several lines on one. */

import { lineAt, type TextEdit } from '../text.ts';
import {
  isMerge,
  type Place,
  type YamlMap,
  type YamlNode,
  type YamlPair,
  type YamlScalar,
  type YamlSeq,
} from '../yaml/tree.ts';
import { writeScalar } from './edits.ts';
import { type Gap, propertiesText, readGap } from './gaps.ts';
import { endOfValue } from './indentation.ts';

/** A longer line is none that anybody wants to read. */
const WIDEST = 200;

/**
 * The edit that writes a block map or list on one line. None where a comment would be lost, where a text runs over several
 * lines, and where the line would be wider than {@link WIDEST}. Whoever uses it makes sure that the text still means the same.
 */
export function toFlow(text: string, { key, value, parent }: Place): TextEdit | undefined {
  if ((value?.type !== 'map' && value?.type !== 'seq') || value.flow || !parent || parent.flow) return undefined;
  // What is too long as it stands only gets longer, and a long list is not worth reading for this.
  if (value.end - value.start > WIDEST * 4) return undefined;
  const flow = inFlow(text, value);
  const start = key ? behindKey(text, key, value) : behindDash(text, value);
  if (flow === undefined || start === undefined) return undefined;
  const written = start === value.start ? flow : ` ${flow}`;
  const column = start - lineAt(text, start).start;
  if (column + written.length > WIDEST) return undefined;
  return { span: { start, end: endOfValue(text, value) }, text: written };
}

/** The end of the colon behind a key, or of the anchor or tag there. */
function behindKey(text: string, key: YamlNode, value: YamlNode): number | undefined {
  const gap = readGap(text, { start: key.end, end: value.start });
  if (gap?.marks !== ':' || gap.comments.length > 0) return undefined;
  return gap.properties?.end ?? text.indexOf(':', key.end) + 1;
}

function behindDash(text: string, value: YamlNode): number | undefined {
  const before = text.slice(0, value.start);
  const blanks = before.length - before.trimEnd().length;
  const dash = /-(?:[ \t]+([&!]\S*(?:[ \t]+[&!]\S*)?))?$/.exec(lastLine(before.trimEnd()));
  if (!dash) return undefined;
  const isBelow = before.slice(before.length - blanks).includes('\n');
  // An anchor on the line of the first key is the key's.
  if (dash[1] && !isBelow) return undefined;
  return isBelow ? before.length - blanks : value.start;
}

function lastLine(text: string): string {
  return text.slice(text.lastIndexOf('\n') + 1);
}

function inFlow(text: string, node: YamlNode): string | undefined {
  if (node.type === 'scalar') return scalarInFlow(text, node);
  if (node.type === 'alias' || node.flow) return oneLine(text.slice(node.start, node.end));
  const parts = node.type === 'map' ? mapParts(text, node) : listParts(text, node);
  if (!parts) return undefined;
  return node.type === 'map' ? `{ ${parts.join(', ')} }` : `[${parts.join(', ')}]`;
}

function mapParts(text: string, map: YamlMap): string[] | undefined {
  const parts: string[] = [];
  let done = map.start;
  for (const pair of map.pairs) {
    const gap = bareGap(text, done, pair.key.start, /^:?$/);
    const entry = gap && entryInFlow(text, pair);
    if (entry === undefined) return undefined;
    parts.push(propertiesText(text, gap!) + entry);
    done = pair.value?.end ?? pair.key.end;
  }
  return parts;
}

function entryInFlow(text: string, pair: YamlPair): string | undefined {
  const { key, value } = pair;
  const name = isMerge(pair)
    ? text.slice(key.start, key.end)
    : key.type === 'scalar' || key.type === 'alias'
      ? inFlow(text, key)
      : undefined;
  if (name === undefined) return undefined;
  const colon = key.type === 'alias' ? ' :' : ':';
  if (!value) return `${name}${colon}`;
  const gap = bareGap(text, key.end, value.start, /^:$/);
  // An anchor of an empty value would be lost, or be that of the next key.
  if (value.end <= value.start) return gap && !gap.properties ? `${name}${colon}` : undefined;
  const written = gap && inFlow(text, value);
  if (written === undefined || isOfFirstKey(gap!, value)) return undefined;
  return `${name}${colon} ${propertiesText(text, gap!)}${written}`;
}

function listParts(text: string, list: YamlSeq): string[] | undefined {
  const parts: string[] = [];
  let done = list.start;
  for (const item of list.items) {
    const gap = bareGap(text, done, item.start, /^-$/);
    const written = gap && item.end > item.start ? inFlow(text, item) : undefined;
    if (written === undefined || isOfFirstKey(gap!, item)) return undefined;
    parts.push(propertiesText(text, gap!) + written);
    done = item.end;
  }
  return parts;
}

/** Whether an anchor before a block is in truth one of its first key or item, on whose line it stands. */
function isOfFirstKey({ properties, breaksAfterProperties }: Gap, node: YamlNode): boolean {
  const isBlock = (node.type === 'map' || node.type === 'seq') && !node.flow;
  return isBlock && properties !== undefined && !breaksAfterProperties;
}

/** A gap without comments whose punctuation is as it should be. */
function bareGap(text: string, start: number, end: number, marks: RegExp): Gap | undefined {
  const gap = readGap(text, { start, end });
  return gap && gap.comments.length === 0 && marks.test(gap.marks) ? gap : undefined;
}

/** What ends a plain text within brackets and braces. */
const BRACKETS = /[,[\]{}]/;

/** A text as it stands, in quotes where it holds what would end it. */
function scalarInFlow(text: string, node: YamlScalar): string | undefined {
  if (node.style === 'literal' || node.style === 'folded') return undefined;
  const source = oneLine(text.slice(node.start, node.end));
  const needsQuotes = source !== undefined && node.style === 'plain' && BRACKETS.test(source);
  return needsQuotes ? writeScalar(String(node.value)) : source;
}

function oneLine(text: string): string | undefined {
  return /[\r\n]/.test(text) ? undefined : text;
}
