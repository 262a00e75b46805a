/** Where the entries of a text begin and end, and how far it indents what stands within something else. */
import { lineAt, type Span } from '../text.ts';
import { nodesOf, type YamlMap, type YamlNode, type YamlPair } from '../yaml/tree.ts';

/** In blanks: maps below a key, and the dashes of lists below a key, which may stand right below it. */
export interface Indentation {
  readonly map: number;
  readonly list: number;
}

/** The project's own. */
const USUAL: Indentation = { map: 2, list: 2 };
/** Enough of a text to see its habit. */
const MOST_LOOKED_AT = 2000;

/** The indentation of a text as its first nested blocks have it; a side of which it has none follows the other. */
export function indentationOf(text: string, root: YamlNode | undefined): Indentation {
  let map: number | undefined;
  let list: number | undefined;
  let looked = 0;
  for (const node of nodesOf(root)) {
    if ((map !== undefined && list !== undefined) || ++looked > MOST_LOOKED_AT) break;
    if (node.type !== 'map' || node.flow) continue;
    for (const { key, value } of node.pairs) {
      if ((value?.type !== 'map' && value?.type !== 'seq') || value.flow) continue;
      const step = columnOf(text, value.start) - columnOf(text, key.start);
      if (value.type === 'map' && step > 0) map ??= step;
      if (value.type === 'seq' && step >= 0) list ??= step;
    }
  }
  return { map: map ?? (list || USUAL.map), list: list ?? map ?? USUAL.list };
}

/** The column of an offset; a byte order mark before it takes none. */
export function columnOf(text: string, offset: number): number {
  const { start } = lineAt(text, offset);
  return offset - start - (offset > start && text[start] === '\uFEFF' ? 1 : 0);
}

/** Where the first entry of a block map begins, with the anchor or tag of its key: all others stand in its column. */
export function beginningOf(text: string, map: YamlMap): number {
  return before(text, map.start, /^[&!]/);
}

/** Where an entry of a map begins, with what stands before its key on the line: `?`, an anchor, a tag. */
export function beginningOfEntry(text: string, key: YamlNode): number {
  return before(text, key.start, /^(?:[&!]|\?[ \t])/);
}

/** The end of an entry: that of its value, or of the colon where the value is empty. */
export function endOfEntry(text: string, { key, value }: YamlPair): number {
  return value ? endOfValue(text, value) : key.end;
}

/** The end of a value without blanks and lines below it. Only what parts words in YAML is such: a wide blank is text. */
export function endOfValue(text: string, { start, end }: Span): number {
  let last = end;
  while (last > start && ' \t\r\n'.includes(text[last - 1]!)) last--;
  return last;
}

/** The beginning of the words of a sort that stand right before an offset on its line, each with the blanks behind it. */
function before(text: string, offset: number, sort: RegExp): number {
  const words = text.slice(offset - columnOf(text, offset), offset).split(/(?<=[ \t])(?=[^ \t])/);
  let start = offset;
  for (let word = words.pop(); word && sort.test(word); word = words.pop()) start -= word.length;
  return start;
}
