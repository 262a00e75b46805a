/** The edits by which a record remembers the id that it gives up. */
import * as l10n from '@vscode/l10n';
import { addEntries, removeItem } from '../../../dataset/editing/edits.ts';
import { beginningOf, columnOf } from '../../../dataset/editing/indentation.ts';
import type { DocumentEdit } from '../../../dataset/problem.ts';
import type { RecordDocument } from '../../../dataset/record-index.ts';
import { schemaOf } from '../../../dataset/schema.ts';
import { lineEndOf, type TextEdit } from '../../../dataset/text.ts';
import { follow, keyText, nodesOf, type YamlMap, type YamlNode, type YamlSeq } from '../../../dataset/yaml/tree.ts';
import { addTexts } from '../additions.ts';
import type { NewId } from './references.ts';
import type { Refusal } from './refusal.ts';
import { replaceId, writeId } from './written-id.ts';

/**
 * Edits to the list of a record's former ids, in the style that it has: the old id goes in, and the new one out where the
 * record had it before. None for kinds without such a list, or where something else stands in its place; refused where an
 * alias takes the list for something else.
 */
export function rememberId(document: RecordDocument, { before, after }: NewId): DocumentEdit[] | Refusal {
  const field = formerIdsField(document.record.kind);
  const root = follow(document.yaml.root);
  if (field === undefined || root?.type !== 'map') return [];
  const known = document.record.formerIds;
  const ids = [...known.filter((id) => id !== after && id !== before), before];
  const place = document.yaml.place([field]);
  const list = follow(place?.value);
  const isOwn = root.pairs.some(({ value }) => value !== undefined && value === place?.value);
  if (!isOwn) return toEdits(document, [addList(document.yaml.text, root, field, ids)]);
  const written = place!.value!;
  if (list?.type === 'seq') {
    if (written.type === 'alias') return toEdits(document, [replaced(written, flowList(ids))]);
    return listEdits(document, field, list, { before, after });
  }
  if (list?.type !== 'scalar' || list.value !== null) return [];
  const lead = written.start === written.end ? ' ' : '';
  return toEdits(document, [replaced(written, `${lead}${flowList(ids)}`)]);
}

/** The property in which records of a kind keep their former ids. */
function formerIdsField(kind: string): string | undefined {
  for (const [name, { items }] of schemaOf(kind).properties) if (items?.formerId) return name;
  return undefined;
}

/** A new list after the id, one entry a line unless the whole record is in braces. */
function addList(text: string, map: YamlMap, field: string, ids: readonly string[]): TextEdit {
  // An id that is merged in has no line here: the record's kind stands in for it.
  const above = map.pairs.some(({ key }) => keyText(key) === 'id') ? 'id' : 'kind';
  const [edit] = addEntries(text, map, [field], [above, field]);
  const { span, text: entry } = edit!;
  const indent = ' '.repeat(map.flow ? 0 : columnOf(text, beginningOf(text, map)));
  const lines = ids.map((id) => `${lineEndOf(text)}${indent}  - ${writeId(id)}`);
  const list = map.flow ? ` ${flowList(ids)}` : lines.join('');
  return { span, text: entry.replace(new RegExp(`${field}:(?: (?=$|,))?`), () => `${field}:${list}`) };
}

function listEdits(
  document: RecordDocument,
  field: string,
  list: YamlSeq,
  { before, after }: Pick<NewId, 'before' | 'after'>,
): DocumentEdit[] | Refusal {
  const { text, root } = document.yaml;
  const aliased = new Set<YamlNode | undefined>(
    [...nodesOf(root)].map((node) => (node.type === 'alias' ? node.target : undefined)),
  );
  if (aliased.has(list)) {
    return {
      refusal: l10n.t(
        'An alias takes `{0}` for something else, which would get the old id, too. Write the list out in both places first.',
        field,
      ),
    };
  }
  const isListed = document.record.formerIds.includes(before);
  const index = list.items.findIndex((item) => scalarOf(item) === after);
  const item = list.items[index];
  // An entry that something else needs stays: a record may list the id that it has.
  if (!item || aliased.has(item)) return isListed ? [] : addTexts(document, [field], [writeId(before)]);
  if (isListed) return toEdits(document, [removeItem(text, list, index)]);
  const edit = item.type === 'alias' ? replaced(item, writeId(before)) : replaceId(text, item, after, before);
  return toEdits(document, [edit]);
}

function scalarOf(item: YamlNode): unknown {
  const scalar = follow(item);
  return scalar?.type === 'scalar' ? scalar.value : undefined;
}

function flowList(ids: readonly string[]): string {
  return `[${ids.map(writeId).join(', ')}]`;
}

function replaced({ start, end }: YamlNode, text: string): TextEdit {
  return { span: { start, end }, text };
}

function toEdits(document: RecordDocument, edits: readonly TextEdit[]): DocumentEdit[] {
  return edits.map((edit) => ({ document, ...edit }));
}
