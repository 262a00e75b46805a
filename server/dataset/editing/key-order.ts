/** The keys of a record in the order of its schema: edits that move whole entries, each with its comments. */
import type { SourceDocument } from '../document.ts';
import { type Schema, schemaOf } from '../schema.ts';
import { applyEdits, type Span, shift, type TextEdit } from '../text.ts';
import { keyText, type YamlMap, type YamlNode } from '../yaml/tree.ts';
import { blockSlots, flowSlots } from './entry-slots.ts';
import { keepValue } from './same-value.ts';

/**
 * Edits that bring the keys of a record, and of the maps in it, into the order of their schemas. What the schema does not
 * know stays behind the key it stands behind now; blank lines stay where they are. Spans count from the document's
 * beginning. None where all is in order, where the text is broken, or where an alias would come before its anchor.
 */
export function sortKeys(document: SourceDocument): TextEdit[] {
  const { schema, yaml } = document;
  if (schema === undefined || yaml.errors.length > 0) return [];
  const edits = sorted(yaml.text, yaml.root, schemaOf(schema));
  return edits.length > 0 && keepValue(edits, yaml) ? edits : [];
}

function sorted(text: string, node: YamlNode | undefined, schema: Schema | undefined): TextEdit[] {
  if (!schema) return [];
  if (node?.type === 'seq') return node.items.flatMap((item) => sorted(text, item, schema.items));
  if (node?.type !== 'map') return [];
  const inner = node.pairs.flatMap(({ key, value }) =>
    sorted(text, value, schema.properties.get(keyText(key)) ?? schema.additional),
  );
  const order = orderOf(node, schema);
  const slots = order && (node.flow ? flowSlots(text, node) : blockSlots(text, node));
  return order && slots ? moved(text, slots, order, inner) : inner;
}

/** The places that the entries have now, in the order in which they should stand; nothing where they stand so. */
function orderOf({ pairs }: YamlMap, schema: Schema): number[] | undefined {
  const ranks = ranksOf(
    pairs.map(({ key }) => keyText(key)),
    schema,
  );
  const order = [...pairs.keys()].sort((a, b) => ranks[a]! - ranks[b]!);
  return order.every((from, to) => from === to) ? undefined : order;
}

/** What tells the variants of records apart comes first of all, then what stands before any key that the schema knows. */
function ranksOf(keys: readonly string[], schema: Schema): number[] {
  const names = new Map([...schema.properties.keys()].map((name, index) => [name, index]));
  let last = -1;
  return keys.map((key) => {
    const rank = names.get(key);
    if (rank !== undefined) last = rank;
    return schema.properties.get(key)?.constant === undefined ? last : -2;
  });
}

/** Edits that put entries in each other's slots, with what changes within them, which is given in order. */
function moved(text: string, slots: readonly Span[], order: readonly number[], inner: readonly TextEdit[]): TextEdit[] {
  const within = slots.map((): TextEdit[] => []);
  let slot = 0;
  for (const edit of inner) {
    while (slot < slots.length - 1 && slots[slot]!.end < edit.span.end) slot++;
    within[slot]!.push(edit);
  }
  return order.flatMap((from, to) => {
    const { start, end } = slots[from]!;
    if (from === to) return within[from]!;
    const own = within[from]!.map((edit) => ({ ...edit, span: shift(edit.span, -start) }));
    return [{ span: slots[to]!, text: applyEdits(text.slice(start, end), own) }];
  });
}
