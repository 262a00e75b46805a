/** Where records cite sources, and the edits that add a citation to one. */
import * as l10n from '@vscode/l10n';
import { writeScalar } from '../dataset/editing/edits.ts';
import { isHarmless } from '../dataset/editing/harmless.ts';
import type { DocumentEdit } from '../dataset/problem.ts';
import type { RecordDocument } from '../dataset/record-index.ts';
import { schemaOf } from '../dataset/schema.ts';
import { SOURCE } from '../dataset/timeline/words.ts';
import type { YamlSeq } from '../dataset/yaml/tree.ts';
import { addItems, addList, addTexts } from '../rules/support/additions.ts';
import { inDocument } from '../rules/support/fixes.ts';
import { Unfit } from './unfit.ts';

/** The list in which records of a kind cite sources, and the key under which an entry of it names one. */
export interface CitationList {
  readonly list: string;
  readonly key: string;
}

/** Where records of a kind cite: a list whose entries are nothing without a source. */
export function citationsOf(kind: string): CitationList | undefined {
  for (const [list, { items }] of schemaOf(kind).properties) {
    const key = items?.required.find((name) => items.properties.get(name)?.reference === SOURCE);
    if (key !== undefined) return { list, key };
  }
  return undefined;
}

/** The ids of the sources that a record cites. */
export function citedBy({ record }: RecordDocument): Set<string> {
  const list = citationsOf(record.kind)?.list;
  return new Set(record.references.filter(({ path, kind }) => path[0] === list && kind === SOURCE).map(({ id }) => id));
}

/**
 * Edits that have a record cite a source, in the style in which it cites others.
 * @throws Unfit where the text cannot be edited without harm
 */
export function citationEdits(document: RecordDocument, source: string): DocumentEdit[] {
  const place = citationsOf(document.record.kind);
  if (!place) throw new Unfit(l10n.t('Such a record cites no sources.'));
  const edits = additions(document, place, writeScalar(source));
  if (edits.length === 0 || !isHarmless(edits))
    throw new Unfit(
      l10n.t('The citation cannot be added here without harm to the rest: see whether the text has errors.'),
    );
  return edits;
}

function additions(document: RecordDocument, { list, key }: CitationList, id: string): DocumentEdit[] {
  const place = document.yaml.place([list]);
  if (!place?.key) return addList(document, [], list, `${key}: ${id}`);
  const { value } = place;
  if (value?.type === 'seq') return toList(document, value, { list, key }, id);
  if (value?.type !== 'scalar' || value.value !== null || value.broken) return [];
  const written = `[{ ${key}: ${id} }]`;
  if (value.end > value.start) return inDocument(document, [{ span: value, text: written }]);
  // Where a value that is missing is thought to stand differs; the colon is where the key is.
  const at = document.yaml.text.indexOf(':', place.key.end) + 1;
  return inDocument(document, [{ span: { start: at, end: at }, text: ` ${written}` }]);
}

function toList(document: RecordDocument, node: YamlSeq, { list, key }: CitationList, id: string): DocumentEdit[] {
  const last = node.items.at(-1);
  if (last?.type === 'map') return addItems(document, [list], [[[key, id]]]);
  return addTexts(document, [list], [`{ ${key}: ${id} }`]);
}
