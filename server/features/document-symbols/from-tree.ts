/** The outline of one document by its tree: the record, its properties, and all maps and lists within. */
import * as l10n from '@vscode/l10n';
import { SymbolKind } from 'vscode-languageserver-types';
import type { Dataset } from '../../dataset/dataset.ts';
import type { SourceDocument } from '../../dataset/document.ts';
import { dashOf } from '../../dataset/editing/edits.ts';
import { MANIFEST, type Schema, schemaOf } from '../../dataset/schema.ts';
import type { Span } from '../../dataset/text.ts';
import {
  follow,
  keyText,
  plainValue,
  type YamlMap,
  type YamlNode,
  type YamlSeq,
  type YamlValue,
} from '../../dataset/yaml/tree.ts';
import { idSpan } from '../record-place.ts';
import { entryName, oneLine, type PartName, recordName, signOf, valueName } from '../symbol-names.ts';

/** A part of an outline; spans count from the document's beginning. */
export interface OutlinePart extends PartName {
  readonly kind: SymbolKind;
  /** All of it, and what of it says what it is; the one lies within the other, as children do in their parents. */
  readonly span: Span;
  readonly selection: Span;
  readonly children: readonly OutlinePart[];
}

/** What an outline calls what has no name. */
const NAMELESS = '?';

/** The record of a document, the parts of a manifest; nothing for what is none of ours. */
export function outlineOfTree(document: SourceDocument, dataset: Dataset): OutlinePart[] {
  const { role, schema, yaml, record } = document;
  const { root } = yaml;
  if (!root || role === 'foreign') return [];
  const outline = new TreeOutline(yaml.text, dataset);
  const children = outline.partsOf(root, schema === undefined ? undefined : schemaOf(schema), 0);
  if (schema === MANIFEST) return children;
  const name = record ? recordName(record) : entryName(yaml.value, undefined, dataset);
  const kind = record ? signOf(record.kind) : SymbolKind.Object;
  const span = { start: root.start, end: root.end };
  return [{ ...named(name), kind, span, selection: within(span, idSpan(document)), children }];
}

class TreeOutline {
  readonly #text: string;
  readonly #dataset: Dataset;
  /** What has been read, so that what many aliases stand for is read once. */
  readonly #values = new Map<YamlNode, YamlValue>();

  constructor(text: string, dataset: Dataset) {
    this.#text = text;
    this.#dataset = dataset;
  }

  /** What stands in a map or list; what an alias stands for has its place elsewhere. */
  partsOf(node: YamlNode | undefined, schema: Schema | undefined, depth: number): OutlinePart[] {
    if (node?.type === 'map') return this.#properties(node, schema, depth);
    return node?.type === 'seq' ? this.#items(node, schema, depth) : [];
  }

  /** The properties of a record, the maps and lists among those of other maps. */
  #properties({ pairs }: YamlMap, schema: Schema | undefined, depth: number): OutlinePart[] {
    return pairs.flatMap(({ key, value }): OutlinePart[] => {
      const type = follow(value)?.type;
      if (depth > 0 && type !== 'map' && type !== 'seq') return [];
      const property = schema?.properties.get(keyText(key)) ?? schema?.additional;
      const span = { start: key.start, end: Math.max(key.end, value?.end ?? 0) };
      const detail = valueName(plainValue(value, this.#values), property, this.#dataset);
      return [
        {
          ...named({ name: oneLine(keyText(key)), detail }),
          kind: type === 'map' ? SymbolKind.Object : type === 'seq' ? SymbolKind.Array : SymbolKind.Property,
          span,
          selection: { start: key.start, end: key.end },
          children: this.partsOf(value, property, depth + 1),
        },
      ];
    });
  }

  #items(seq: YamlSeq, schema: Schema | undefined, depth: number): OutlinePart[] {
    return seq.items.map((item, index) => {
      const { name, detail } = entryName(plainValue(item, this.#values), schema?.items, this.#dataset);
      return {
        name: name || l10n.t('entry {0}', String(index + 1)),
        detail,
        kind: itemKind(item, schema?.items),
        span: { start: seq.flow ? item.start : dashOf(this.#text, seq, item), end: item.end },
        selection: { start: item.start, end: headEnd(item) },
        children: this.partsOf(item, schema?.items, depth + 1),
      };
    });
  }
}

/** The sign of the kind that an entry refers to, else that of its type. */
function itemKind(item: YamlNode, schema: Schema | undefined): SymbolKind {
  const node = follow(item);
  if (node?.type === 'map') return SymbolKind.Object;
  if (node?.type === 'seq') return SymbolKind.Array;
  if (schema?.reference) return signOf(schema.reference);
  if (typeof node?.value === 'number') return SymbolKind.Number;
  return typeof node?.value === 'boolean' ? SymbolKind.Boolean : SymbolKind.String;
}

/** The end of the first entry of a map or list, so that not all of it is selected. */
function headEnd(node: YamlNode): number {
  const [first] = node.type === 'map' ? node.pairs : [];
  if (first) return Math.max(first.key.end, first.value?.type === 'scalar' ? first.value.end : 0);
  return node.type === 'seq' && node.items[0] ? headEnd(node.items[0]) : node.end;
}

function named({ name, detail }: PartName): PartName {
  return { name: name || NAMELESS, detail };
}

/** A span cut to lie within another. */
function within({ start, end }: Span, inner: Span): Span {
  const from = Math.min(Math.max(inner.start, start), end);
  return { start: from, end: Math.min(Math.max(inner.end, from), end) };
}
