/** Who refers to a record, counted by kind. */
import type { Dataset } from '../../dataset/dataset.ts';
import { idKey } from '../../dataset/record-index.ts';
import { schemaOf } from '../../dataset/schema.ts';

/** "Referred to by 12 records: 5 proposals, 4 summits, 3 documents."; nothing where nobody does. */
export function mentionsInWords(dataset: Dataset, kind: string, id: string): string | undefined {
  const counts = new Map<string, number>();
  for (const index of [dataset.own, dataset.registry]) {
    for (const document of index.byTarget.get(idKey(id)) ?? []) {
      const { record } = document;
      const refers = record.references.some((reference) => reference.kind === kind && reference.id === id);
      if (!refers || (index === dataset.registry && dataset.isReplaced(document))) continue;
      counts.set(record.kind, (counts.get(record.kind) ?? 0) + 1);
    }
  }
  if (counts.size === 0) return undefined;
  const ranked = [...counts].sort(([a, first], [b, second]) => second - first || (a < b ? -1 : 1));
  const words = ranked.map(([one, count]) => counted(one, count)).join(', ');
  if (ranked.length === 1) return `Referred to by ${words}.`;
  const total = ranked.reduce((sum, [, count]) => sum + count, 0);
  return `Referred to by ${total} records: ${words}.`;
}

/** A kind's folder has its name in the plural. */
function counted(kind: string, count: number): string {
  return `${count} ${count === 1 ? kind : (schemaOf(kind).folder ?? kind)}`;
}
