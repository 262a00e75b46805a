/** Records that had an id before, and how they remember it. */
import type { SourceDocument } from '../../dataset/document.ts';
import type { DocumentEdit, Related } from '../../dataset/problem.ts';
import type { RecordView } from '../../dataset/reader.ts';
import { schemaOf, walkFrom } from '../../dataset/schema.ts';
import type { Path } from '../../dataset/yaml-tree.ts';
import { addTexts, addValue } from './additions.ts';

/** The place where a record says that it had an id before. */
export function renamedFrom(owner: RecordView, former: string): Related {
  const { kind, id } = owner;
  return { kind, id, path: formerIdPath(owner, former), message: `\`${id}\` was \`${former}\` before.` };
}

function formerIdPath(owner: RecordView, former: string): Path {
  for (const [name, schema] of schemaOf(owner.kind).properties) {
    if (!schema.items?.formerId) continue;
    for (const part of walkFrom(schema, owner.get(name) ?? null, [name])) if (part.value === former) return part.path;
  }
  return ['id'];
}

/** Edits by which a record keeps an id that it gives up; its list of them keeps its style. */
export function rememberId(document: SourceDocument, id: string): DocumentEdit[] {
  return document.yaml.place(['former_ids'])?.value
    ? addTexts(document, ['former_ids'], [id])
    : addValue(document, [], 'former_ids', `[${id}]`);
}
