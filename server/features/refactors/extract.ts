/** Makes a record of what is only named: a name where an id belongs, or words beside which the schema has a reference. */
import * as l10n from '@vscode/l10n';
import { counted } from '../../../l10n/language.ts';
import type { SourceDocument } from '../../dataset/document.ts';
import { isIdOf } from '../../dataset/drafts/ids.ts';
import type { DocumentEdit, Fix, NewFile } from '../../dataset/problem.ts';
import { type Schema, schemaAt } from '../../dataset/schema.ts';
import { lineEndOf } from '../../dataset/text.ts';
import type { Workspace } from '../../dataset/workspace.ts';
import { keyText } from '../../dataset/yaml/tree.ts';
import { inDocument, rewriteAt } from '../../rules/support/fixes.ts';
import { withArticle } from '../../rules/support/words.ts';
import { newId, newRecordFile } from './new-record.ts';
import type { Refactoring } from './refactoring.ts';
import type { Selection } from './selection.ts';

export const extractRecord: Refactoring = {
  kind: 'refactor.extract.record',
  offers: (selection) => {
    const { document, levels, onKey } = selection;
    const [level] = levels;
    const schema = document.schema === undefined || !level ? undefined : schemaAt(document.schema, level.path);
    if (!schema || level?.value?.type !== 'scalar' || level.value.broken || document.isDoubtful(level.value)) return [];
    const { value: name } = level.value;
    if (typeof name !== 'string' || name.trim() === '') return [];
    if (schema.reference) return onKey ? [] : ofReference(selection, schema.reference, name);
    return isProse(schema) ? ofProse(selection, name) : [];
  },
};

/** A name instead of an id. What may be an id is made a record of by the quick fix for ids that nobody has. */
function ofReference({ workspace, document, levels }: Selection, kind: string, name: string): Fix[] {
  const { path } = levels[0]!;
  if (isIdOf(kind, name) || workspace.reader().resolve({ path, kind, id: name }).type !== 'unknown') return [];
  const made = recordOf(workspace, document, kind, name);
  if (!made) return [];
  const title = extracting(kind, made.id);
  const single: Fix = { title, edits: rewriteAt(document, path, made.id), creates: made.creates };
  const all = everywhere(workspace, kind, name, made.id);
  if (all.length < 2) return [single];
  return [
    single,
    {
      ...single,
      title: counted(
        all.length,
        l10n.t('{1}, and refer to it in all {0} places|{1}, and refer to it in all {0} places'),
        title,
      ),
      edits: all,
    },
  ];
}

/** Edits that put an id in the place of a name in every reference to records of a kind. */
function everywhere({ dataset }: Workspace, kind: string, name: string, id: string): DocumentEdit[] {
  const edits = new Map<string, DocumentEdit>();
  for (const document of dataset.referrers(kind, name)) {
    if (!dataset.isOwn(document)) continue;
    for (const reference of document.record.references) {
      if (reference.kind !== kind || reference.id !== name) continue;
      // Several paths lead to one place where aliases stand for it.
      for (const edit of rewriteAt(document, reference.path, id)) {
        edits.set(`${document.start + edit.span.start} ${document.uri}`, edit);
      }
    }
  }
  return [...edits.values()];
}

/** Words that are neither a name nor of any form. */
function isProse({ types, values, format, label, alias, patternMessage }: Schema): boolean {
  return types.includes('string') && values.length === 0 && !format && !label && !alias && patternMessage === undefined;
}

/** Words in the place of which the schema takes a reference: one or the other must be there. */
function ofProse({ workspace, document, levels }: Selection, words: string): Fix[] {
  const [level, around] = levels;
  const { key, value, path } = level!;
  const map = around?.value;
  const schema = schemaAt(document.schema!, path.slice(0, -1));
  if (!key || !value || map?.type !== 'map' || !schema) return [];
  const name = keyText(key);
  const others = schema.choices.find((choice) => choice.includes(name)) ?? [];
  return others.flatMap((other) => {
    const kind = schema.properties.get(other)?.reference;
    if (kind === undefined || map.pairs.some((pair) => keyText(pair.key) === other)) return [];
    const made = recordOf(workspace, document, kind, words, name);
    if (!made) return [];
    const edits = inDocument(document, [{ span: { start: key.start, end: value.end }, text: `${other}: ${made.id}` }]);
    return [{ title: extracting(kind, made.id), edits, creates: made.creates }];
  });
}

function extracting(kind: string, id: string): string {
  return l10n.t('Extract into {0} record `{1}`', withArticle(kind), id);
}

interface Made {
  readonly id: string;
  readonly creates: NewFile;
}

/** A new record with a name; nothing where ids of its kind cannot be made of names, or its file cannot be made. */
function recordOf(
  workspace: Workspace,
  { yaml: { text }, record: origin }: SourceDocument,
  kind: string,
  name: string,
  sort?: string,
): Made | undefined {
  const label = name.replace(/\s+/g, ' ').trim();
  const id = newId(workspace, kind, { name: label });
  if (!isIdOf(kind, id)) return undefined;
  const known = { kind, id, label, origin, ...(sort !== undefined && { sort }) };
  const creates = newRecordFile(workspace, known, lineEndOf(text));
  return creates && { id, creates };
}
