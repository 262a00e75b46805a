/** The tree of one YAML document with spans: what the rest of the core sees instead of the library's nodes. */
import { type Document, isAlias, isMap, isScalar, isSeq, type Node as LibraryNode, Scalar } from 'yaml';
import type { Span } from '../text.ts';

/** Values as JSON has them; maps have no prototype, so that a key `__proto__` is a key like any other. */
export type YamlValue = string | number | boolean | null | readonly YamlValue[] | YamlRecord;
export interface YamlRecord {
  readonly [key: string]: YamlValue;
}

/** Keys and list indices from the document's root. */
export type Path = readonly (string | number)[];

/** A scalar; `style` is how it is written. A scalar in a passage that could not be read is `broken`. */
export interface YamlScalar extends Span {
  readonly type: 'scalar';
  readonly value: string | number | boolean | null;
  readonly style: 'plain' | 'single' | 'double' | 'literal' | 'folded';
  readonly broken: boolean;
  /** Set where a tag says that it is text: `!!str no`. */
  readonly isTaggedText?: true;
}
export interface YamlPair {
  readonly key: YamlNode;
  /** Absent only where the library gives none at all; an empty value is a null scalar of no length. */
  readonly value: YamlNode | undefined;
}
export interface YamlMap extends Span {
  readonly type: 'map';
  readonly flow: boolean;
  readonly pairs: readonly YamlPair[];
}
export interface YamlSeq extends Span {
  readonly type: 'seq';
  readonly flow: boolean;
  readonly items: readonly YamlNode[];
}
/**
 * `*name`; `target` is the node its anchor stands on, absent when there is no such anchor before it, or when all aliases
 * up to this one would stand for too much.
 */
export interface YamlAlias extends Span {
  readonly type: 'alias';
  readonly name: string;
  readonly target: YamlContent | undefined;
  /** Set when it is this alias that would be too much. */
  readonly isTooMuch?: true;
}
/** What an anchor can stand on: YAML knows no alias of an alias. */
type YamlContent = YamlScalar | YamlMap | YamlSeq;
export type YamlNode = YamlContent | YamlAlias;

/** What stands at a path: the key (for entries of maps), the value, and the map or list around it. */
export interface Place {
  readonly key: YamlNode | undefined;
  readonly value: YamlNode | undefined;
  readonly parent: YamlMap | YamlSeq | undefined;
}

const TEXT_TAGS: readonly unknown[] = ['!', 'tag:yaml.org,2002:str'];
const STYLES: Record<string, YamlScalar['style']> = {
  [Scalar.PLAIN]: 'plain',
  [Scalar.QUOTE_SINGLE]: 'single',
  [Scalar.QUOTE_DOUBLE]: 'double',
  [Scalar.BLOCK_LITERAL]: 'literal',
  [Scalar.BLOCK_FOLDED]: 'folded',
};

interface Conversion {
  readonly text: string;
  readonly masked: readonly Span[];
  readonly anchors: Map<string, Anchored>;
  /** How much the aliases so far stand for, in code units. */
  brought: number;
}

/** A node with an anchor, and how long its text would be with all aliases in it written out. */
interface Anchored {
  readonly node: YamlContent;
  readonly length: number;
}

/**
 * How much the aliases of a document may stand for, in code units. A few lines of aliases to lists of aliases can stand for
 * billions of entries, and a list in each entry of a long list for the square of what is written.
 */
export function mostBrought(text: string): number {
  return 100_000 + 4 * text.length;
}

/** Turns the library's document into ours. `masked` are the passages of `text` that recovery has painted over. */
export function toTree(document: Document.Parsed, text: string, masked: readonly Span[]): YamlNode | undefined {
  return document.contents ? convert(document.contents, { text, masked, anchors: new Map(), brought: 0 }) : undefined;
}

function convert(node: LibraryNode, context: Conversion): YamlNode {
  const [start, end] = node.range ?? [0, 0];
  if (isAlias(node)) return convertAlias(node.source, { start, end }, context);
  const before = context.brought;
  const converted = convertContent(node, start, end, context);
  if ('anchor' in node && typeof node.anchor === 'string') {
    context.anchors.set(node.anchor, { node: converted, length: end - start + context.brought - before });
  }
  return converted;
}

function convertAlias(name: string, { start, end }: Span, context: Conversion): YamlAlias {
  const anchored = context.anchors.get(name);
  if (!anchored) return { type: 'alias', name, target: undefined, start, end };
  if (context.brought + anchored.length > mostBrought(context.text)) {
    return { type: 'alias', name, target: undefined, isTooMuch: true, start, end };
  }
  context.brought += anchored.length;
  return { type: 'alias', name, target: anchored.node, start, end };
}

function convertContent(node: LibraryNode, start: number, nodeEnd: number, context: Conversion): YamlContent {
  let end = nodeEnd;
  if (isMap<LibraryNode, LibraryNode | null>(node)) {
    const pairs = node.items.map(({ key, value }) => ({
      key: convert(key, context),
      value: value ? convert(value, context) : undefined,
    }));
    const flow = node.flow === true;
    const last = pairs.at(-1);
    return { type: 'map', flow, pairs, start, end: flow || !last ? end : (last.value ?? last.key).end };
  }
  if (isSeq<LibraryNode>(node)) {
    const items = node.items.map((item) => convert(item, context));
    const flow = node.flow === true;
    return { type: 'seq', flow, items, start, end: flow ? end : (items.at(-1)?.end ?? end) };
  }
  const value = isScalar(node) ? scalarValue(node.value) : null;
  const style = (isScalar(node) && STYLES[node.type ?? '']) || 'plain';
  // To the library the line ends that close a block scalar are part of it; to people they are not.
  if (style === 'literal' || style === 'folded') end = start + context.text.slice(start, end).trimEnd().length;
  if (!context.masked.some((span) => span.start < end && start < span.end)) {
    const tagged = TEXT_TAGS.includes(node.tag) && ({ isTaggedText: true } as const);
    return { type: 'scalar', value, style, broken: false, start, end, ...tagged };
  }
  // What was painted over is still the best guess at what is meant: the text without its stray quote.
  const meant = context.text.slice(start, end).replace(/^["']/, '').trim();
  return { type: 'scalar', value: meant, style, broken: true, start, end };
}

function scalarValue(value: unknown): YamlScalar['value'] {
  if (value === null || value === undefined) return null;
  return typeof value === 'number' || typeof value === 'boolean' ? value : String(value);
}

/** The text of a key, as it counts when values are looked up by it. */
export function keyText(node: YamlNode): string {
  if (node.type === 'scalar') return String(node.value ?? '');
  return node.type === 'alias' && node.target ? keyText(node.target) : '';
}

/** The node itself, or what an alias stands for. */
export function follow(node: YamlNode | undefined): YamlContent | undefined {
  return node?.type === 'alias' ? node.target : node;
}

/** The pairs of a map with those it merges (`<<: *base`) after its own; own keys win, as do earlier ones among the merged. */
export function pairsOf(map: YamlMap, depth = 0): YamlPair[] {
  const own = map.pairs.filter((pair) => !isMerge(pair));
  if (own.length === map.pairs.length || depth > 20) return own;
  const seen = new Set(own.map((pair) => keyText(pair.key)));
  for (const merge of map.pairs.filter(isMerge)) {
    const source = follow(merge.value);
    const maps = source?.type === 'seq' ? source.items.map(follow) : [source];
    for (const merged of maps) {
      if (merged?.type !== 'map') continue;
      for (const pair of pairsOf(merged, depth + 1)) {
        const key = keyText(pair.key);
        if (!seen.has(key)) own.push(pair);
        seen.add(key);
      }
    }
  }
  return own;
}

/** True for `<<: …`, the merge key of YAML 1.1 that people still use. */
export function isMerge(pair: YamlPair): boolean {
  return pair.key.type === 'scalar' && pair.key.style === 'plain' && pair.key.value === '<<';
}

/** The plain value of a node, aliases and merges followed; an alias shares its anchor's value, so a bomb stays small. */
export function plainValue(node: YamlNode | undefined, done = new Map<YamlNode, YamlValue>()): YamlValue {
  const target = follow(node);
  if (!target) return null;
  if (target.type === 'scalar') return target.value;
  const known = done.get(target);
  if (known !== undefined) return known;
  if (target.type === 'seq') {
    const list: YamlValue[] = [];
    done.set(target, list);
    for (const item of target.items) list.push(plainValue(item, done));
    return list;
  }
  const record: Record<string, YamlValue> = Object.create(null);
  done.set(target, record);
  // Of a key that stands twice the last counts, as in every YAML reader.
  for (const pair of pairsOf(target)) record[keyText(pair.key)] = plainValue(pair.value, done);
  return record;
}

/** What stands at `path`, or `undefined` when there is nothing. */
export function placeAt(root: YamlNode | undefined, path: Path): Place | undefined {
  let place: Place = { key: undefined, value: root, parent: undefined };
  for (const step of path) {
    const node = follow(place.value);
    if (node?.type === 'map') {
      const pair = pairsOf(node).findLast((candidate) => keyText(candidate.key) === String(step));
      if (!pair) return undefined;
      place = { key: pair.key, value: pair.value, parent: node };
    } else if (node?.type === 'seq' && typeof step === 'number' && node.items[step]) {
      place = { key: undefined, value: node.items[step], parent: node };
    } else return undefined;
  }
  return place;
}

/** Where an offset stands in a tree: the path of the innermost entry, and whether it is on its key or its value. */
export interface PathAt {
  readonly path: Path;
  readonly on: 'key' | 'value';
  readonly node: YamlNode;
}

/** The innermost key or value that holds `offset` (its end included), or `undefined` between them. */
export function pathAt(root: YamlNode | undefined, offset: number): PathAt | undefined {
  if (!root || offset < root.start || offset > root.end) return undefined;
  if (root.type === 'map') {
    for (const pair of root.pairs) {
      const key = keyText(pair.key);
      if (pair.key.start <= offset && offset <= pair.key.end) return { path: [key], on: 'key', node: pair.key };
      const inner = pathAt(pair.value, offset);
      if (inner) return { ...inner, path: [key, ...inner.path] };
    }
    return undefined;
  }
  if (root.type === 'seq') {
    for (const [index, item] of root.items.entries()) {
      const inner = pathAt(item, offset);
      if (inner) return { ...inner, path: [index, ...inner.path] };
    }
    return undefined;
  }
  return { path: [], on: 'value', node: root };
}

/** Whether a key stands twice in some map of a tree. */
export function repeatsKeys(node: YamlNode | undefined): boolean {
  if (node?.type === 'seq') return node.items.some(repeatsKeys);
  if (node?.type !== 'map') return false;
  const keys = new Set(node.pairs.map(({ key }) => keyText(key)));
  return keys.size < node.pairs.length || node.pairs.some(({ value }) => repeatsKeys(value));
}

/** Every node of a tree, parents before children; aliases are not followed. */
export function* nodesOf(root: YamlNode | undefined): Generator<YamlNode> {
  if (!root) return;
  yield root;
  if (root.type === 'seq') for (const item of root.items) yield* nodesOf(item);
  if (root.type !== 'map') return;
  for (const { key, value } of root.pairs) {
    yield* nodesOf(key);
    yield* nodesOf(value);
  }
}
