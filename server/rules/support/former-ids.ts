/** Records that had an id before. */
import * as l10n from '@vscode/l10n';
import type { Related } from '../../dataset/problem.ts';
import type { RecordView } from '../../dataset/reader.ts';
import { schemaOf, walkFrom } from '../../dataset/schema.ts';
import type { Path } from '../../dataset/yaml/tree.ts';

/** The place where a record says that it had an id before. */
export function renamedFrom(owner: RecordView, former: string): Related {
  const { kind, id } = owner;
  return { kind, id, path: formerIdPath(owner, former), message: l10n.t('`{0}` was `{1}` before.', id, former) };
}

function formerIdPath(owner: RecordView, former: string): Path {
  for (const [name, schema] of schemaOf(owner.kind).properties) {
    if (!schema.items?.formerId) continue;
    for (const { value, path } of walkFrom(schema, owner.get(name) ?? null, [name])) {
      // One without quotes may be a number.
      if (typeof value !== 'object' && String(value) === former) return path;
    }
  }
  return ['id'];
}
