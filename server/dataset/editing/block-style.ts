/** Flow style to block style: `{ a: 1 }` and `[a]` become lines of their own, one level deep. */

import { lineAt, lineEndOf, type TextEdit } from '../text.ts';
import type { Place, YamlMap, YamlNode, YamlSeq } from '../yaml/tree.ts';
import { propertiesText, readGap } from './gaps.ts';
import { columnOf, type Indentation } from './indentation.ts';

/** An entry on lines of its own: comments above it, its text, and the comment behind it. */
interface Entry {
  readonly above: readonly string[];
  /** Its first line, and the others with the blanks that they have more than the line on which it began. */
  readonly text: string;
  readonly more: readonly { readonly text: string; readonly deeper: number }[];
  behind: string;
}

/**
 * The edit that writes a flow map or list as a block; comments, quotes, anchors and tags stay, and so do flow collections
 * within it. None for an empty one, one within another flow collection, and one with `?` or with lines between a key and
 * its value. Whoever uses it makes sure that the text still means the same.
 */
export function toBlock(text: string, place: Place, indentation: Indentation): TextEdit | undefined {
  const { value, parent } = place;
  if ((value?.type !== 'map' && value?.type !== 'seq') || !value.flow || parent?.flow) return undefined;
  const entries = value.type === 'map' ? mapEntries(text, value) : listEntries(text, value);
  const spot = spotFor(text, place, value, indentation);
  if (!entries || !spot) return undefined;
  const rest = text.slice(value.end, lineAt(text, value.end).end).trim();
  if (rest !== '' && !rest.startsWith('#')) return undefined;
  const pad = ' '.repeat(spot.column);
  const lines = entries.lines.flatMap((entry) => [...entry.above, ...linesOf(entry)]);
  const all = [...lines, ...entries.after].map((line) => (line === '' ? '' : pad + line));
  const head = rest === '' ? [] : [spot.onLineOf === 'key' ? ` ${rest}` : pad + rest];
  const [first = '', ...others] = spot.onLineOf === 'key' ? [head[0] ?? '', ...all] : [...head, ...all];
  const written = [spot.onLineOf === 'self' ? first.slice(pad.length) : first, ...others].join(lineEndOf(text));
  return { span: { start: spot.start, end: lineAt(text, value.end).end }, text: written };
}

/** Where a block begins: behind the key or the anchor before it, or right where the flow collection begins. */
interface Spot {
  readonly start: number;
  readonly column: number;
  readonly onLineOf: 'key' | 'self';
}

function spotFor(text: string, { key, parent }: Place, node: YamlNode, indentation: Indentation): Spot | undefined {
  const line = lineAt(text, node.start).start;
  const before = text.slice(line, node.start);
  const own: Spot = { start: node.start, column: columnOf(text, node.start), onLineOf: 'self' };
  if (/^\s*$/.test(before)) return own;
  if (parent?.type === 'map' && key) {
    const gap = readGap(text, { start: key.end, end: node.start });
    if (gap?.marks !== ':' || gap.comments.length > 0) return undefined;
    const column = columnOf(text, key.start);
    const step = node.type === 'seq' ? indentation.list : indentation.map;
    return { start: node.start - trailingBlanks(before), column: column + step, onLineOf: 'key' };
  }
  const dash = /-[ \t]+((?:[&!]\S*[ \t]+){0,2})$/.exec(before);
  if (parent?.type !== 'seq' || !dash) return undefined;
  if (!dash[1]) return own;
  return { start: node.start - trailingBlanks(before), column: dash.index + 2, onLineOf: 'key' };
}

function trailingBlanks(text: string): number {
  return text.length - text.trimEnd().length;
}

interface Entries {
  readonly lines: readonly Entry[];
  /** Comments below the last entry. */
  readonly after: readonly string[];
}

function mapEntries(text: string, map: YamlMap): Entries | undefined {
  const entries = new Collected(text, map);
  for (const { key, value } of map.pairs) {
    const isEmpty = !value || value.end <= value.start;
    const between = isEmpty ? undefined : readGap(text, { start: key.end, end: value.start });
    if (!isEmpty && (between?.marks !== ':' || between.comments.length > 0)) return undefined;
    const written = isEmpty ? '' : ` ${propertiesText(text, between!)}${text.slice(value.start, value.end)}`;
    const colon = key.type === 'alias' ? ' :' : ':';
    if (!entries.add(key.start, isEmpty ? key.end : value.end, `${text.slice(key.start, key.end)}${colon}${written}`))
      return undefined;
  }
  return entries.done();
}

function listEntries(text: string, list: YamlSeq): Entries | undefined {
  const entries = new Collected(text, list);
  for (const { start, end } of list.items) {
    if (end <= start || !entries.add(start, end, text.slice(start, end), '- ')) return undefined;
  }
  return entries.done();
}

/** Gathers entries in order, each with what stands between it and the one before. */
class Collected {
  readonly #text: string;
  readonly #end: number;
  readonly #lines: Entry[] = [];
  #done: number;

  constructor(text: string, { start, end }: YamlNode) {
    this.#text = text;
    this.#done = start + 1;
    this.#end = end - 1;
  }

  /** Takes an entry in. @returns false where what stands before it cannot be kept */
  add(start: number, end: number, written: string, lead = ''): boolean {
    const gap = readGap(this.#text, { start: this.#done, end: start });
    const last = this.#lines.at(-1);
    if (!gap || !(last ? /^:?,$/ : /^$/).test(gap.marks)) return false;
    const behind = gap.comments.find(({ ownLine }) => !ownLine);
    if (last && behind) last.behind = behind.text;
    const above = gap.comments.filter((comment) => !last || comment !== behind).map(({ text }) => text);
    const [first = '', ...others] = `${lead}${propertiesText(this.#text, gap)}${written}`.split(/\r?\n/);
    const outer = others.length > 0 ? this.#indentAt(start) - lead.length : 0;
    const more = others.map((other) => ({ text: other.trimStart(), deeper: other.search(/\S/) - outer }));
    this.#lines.push({ above, text: first, more, behind: '' });
    this.#done = end;
    return true;
  }

  #indentAt(offset: number): number {
    const line = lineAt(this.#text, offset);
    return this.#text.slice(line.start, line.end).search(/\S/);
  }

  done(): Entries | undefined {
    const gap = readGap(this.#text, { start: this.#done, end: this.#end });
    const last = this.#lines.at(-1);
    if (!gap || gap.properties || !last || !/^:?,?$/.test(gap.marks)) return undefined;
    const behind = gap.comments.find(({ ownLine }) => !ownLine);
    if (behind) last.behind = behind.text;
    return { lines: this.#lines, after: gap.comments.filter((each) => each !== behind).map(({ text }) => text) };
  }
}

/** An entry with the comment behind it; all lines but the first stand deeper than its key. */
function linesOf({ text, more, behind }: Entry): string[] {
  const lines = [text, ...more.map((line) => line.text && ' '.repeat(Math.max(2, line.deeper)) + line.text)];
  return behind ? [...lines.slice(0, -1), `${lines.at(-1)} ${behind}`] : lines;
}
