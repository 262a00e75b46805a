/** Who refers to a record, counted by kind. */
import * as l10n from '@vscode/l10n';
import { counted, kindForms } from '../../../l10n/language.ts';
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
  const words = ranked.map(([one, count]) => kindCounted(one, count)).join(', ');
  if (ranked.length === 1) return l10n.t('Referred to by {0}.', words);
  const total = ranked.reduce((sum, [, count]) => sum + count, 0);
  return counted(total, l10n.t('Referred to by {0} record: {1}.|Referred to by {0} records: {1}.'), words);
}

/** "5 proposals": a kind's folder has its name in the plural, which bundles translate with the kind. */
function kindCounted(kind: string, count: number): string {
  return counted(count, kindForms(kind, schemaOf(kind).folder ?? kind));
}
