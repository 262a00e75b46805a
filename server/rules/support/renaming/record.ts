/** A record gets another id: who may have one, which ids are free, and what changes in all files. */
import * as l10n from '@vscode/l10n';
import { counted, modelWord } from '../../../../l10n/language.ts';
import type { Dataset } from '../../../dataset/dataset.ts';
import { fold } from '../../../dataset/names/names.ts';
import { placesNaming, recordsWithId } from '../../../dataset/places.ts';
import type { DocumentEdit } from '../../../dataset/problem.ts';
import { idKey, type RecordDocument } from '../../../dataset/record-index.ts';
import { shapeErrors } from '../../../dataset/shape.ts';
import { applyEdits } from '../../../dataset/text.ts';
import { YamlDocument } from '../../../dataset/yaml/yaml.ts';
import { sentence, shortened, withArticle } from '../words.ts';
import { rememberId } from './former-ids.ts';
import { renameIn } from './references.ts';
import { isRefusal, type Refusal } from './refusal.ts';

/** The one record of the dataset's own with an id, or why it keeps that id. */
export function renamable(dataset: Dataset, kind: string, id: string): RecordDocument | Refusal {
  const found = recordsWithId(dataset, kind, id);
  const own = found.filter((document) => dataset.isOwn(document));
  const shown = `\`${shortened(id)}\``;
  if (found.length === 0) return missing(dataset, kind, id);
  if (own.length > 1) {
    const forms = l10n.t(
      '{0} record of the kind {1} has the id {2}, so a reference may mean any of them: give each an id of its own in the text first.|{0} records of the kind {1} have the id {2}, so a reference may mean any of them: give each an id of its own in the text first.',
    );
    return { refusal: counted(own.length, forms, modelWord(kind), shown) };
  }
  if (own.length === 0) {
    const refusal = l10n.t(
      'The {0} {1} comes with the extension and cannot be renamed. Write a record of your own with that id to change what it says.',
      modelWord(kind),
      shown,
    );
    return { refusal };
  }
  if (
    [...(dataset.registry.byId.get(idKey(id)) ?? [])].some(({ record }) => record.kind === kind && record.id === id)
  ) {
    const refusal = l10n.t(
      'This record takes the place of the {0} {1} that comes with the extension, and must keep its id for that. Write a record of its own for anything else.',
      modelWord(kind),
      shown,
    );
    return { refusal };
  }
  return own[0]!;
}

function missing(dataset: Dataset, kind: string, id: string): Refusal {
  const shown = `\`${shortened(id)}\``;
  const noun = modelWord(kind);
  const now = dataset.formerly(id).find(({ record }) => record.kind === kind && record.formerIds.includes(id));
  const refusal = now
    ? l10n.t('{0} is a former id: the {1} has the id `{2}` now. Write that one first.', shown, noun, now.record.id!)
    : l10n.t('There is no {0} with the id {1}: create the record, or correct the reference first.', noun, shown);
  return { refusal };
}

/** Why a record cannot get an id; nothing where it can. */
export function refusalOf(dataset: Dataset, document: RecordDocument, id: string): Refusal | undefined {
  const { kind } = document.record;
  const misshapen = shapeErrors(kind, { kind, id }).find(({ path }) => path[0] === 'id');
  if (misshapen) {
    const form =
      misshapen.type === 'other' ? misshapen.message : l10n.t('This cannot be the id of {0}.', withArticle(kind));
    return { refusal: id === '' ? form : l10n.t('`{0}` is no id. {1}', shortened(id), form) };
  }
  const twin = dataset.withId(id).find((other) => other.record.kind === kind && other !== document);
  if (twin) return { refusal: taken(dataset, twin, id) };
  const others = (documents: readonly RecordDocument[]) =>
    documents.find((other) => other !== document && other.record.kind === kind && other.record.id !== undefined);
  const former = others(dataset.formerly(id));
  if (former) {
    const refusal = l10n.t(
      '`{0}` was once the id of {1}, and an id is never given to another record. Choose another.',
      id,
      shownRecord(former),
    );
    return { refusal };
  }
  // A reference by a name is a mistake, but it is plain who is meant.
  const namesake = placesNaming(dataset, kind, id).length > 0 ? others(dataset.named(kind, fold(id))) : undefined;
  if (!namesake) return undefined;
  return {
    refusal: l10n.t(
      '`{0}` is a name of {1}, and references use it for that. Choose another.',
      id,
      shownRecord(namesake),
    ),
  };
}

function shownRecord({ record }: RecordDocument): string {
  return l10n.t('the {0} `{1}`', modelWord(record.kind), shortened(record.id ?? ''));
}

function taken(dataset: Dataset, twin: RecordDocument, id: string): string {
  const { record, path, uri } = twin;
  const who = sentence(withArticle(record.kind));
  const where = path ?? uri;
  if (record.id === id) {
    return dataset.isOwn(twin)
      ? l10n.t('{0} in `{1}` has this id already. Choose another.', who, where)
      : l10n.t('{0} that comes with the extension has this id already. Choose another.', who);
  }
  const has = record.id!;
  return dataset.isOwn(twin)
    ? l10n.t('{0} in `{1}` has the id `{2}`, which differs in case only. Choose another.', who, where, has)
    : l10n.t(
        '{0} that comes with the extension has the id `{1}`, which differs in case only. Choose another.',
        who,
        has,
      );
}

/** What changes in all texts when a record gets an id that is free; refused where a text would not bear it. */
export function renameRecord(dataset: Dataset, document: RecordDocument, after: string): DocumentEdit[] | Refusal {
  const { kind, id: before = '' } = document.record;
  const change = { kind, before, after };
  const concerned = new Set([document, ...placesNaming(dataset, kind, before).map((place) => place.document)]);
  const edits: DocumentEdit[] = [];
  for (const each of concerned) {
    const renamed = renameIn(each, change);
    if (isRefusal(renamed)) return renamed;
    const remembered = each === document ? rememberId(document, change) : [];
    if (isRefusal(remembered)) return remembered;
    const changed = [...renamed, ...remembered];
    if (!bears(each, changed)) return broken(each);
    for (const edit of changed) edits.push(edit);
  }
  return edits;
}

/** Whether a text takes edits without a slip more. One that is in order does; where there is a slip, places are guesses. */
function bears({ yaml }: RecordDocument, edits: readonly DocumentEdit[]): boolean {
  if (yaml.errors.length === 0) return true;
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start);
  if (ordered.some(({ span }, index) => span.start < (ordered[index - 1]?.span.end ?? 0))) return false;
  return new YamlDocument(applyEdits(yaml.text, edits)).errors.length <= yaml.errors.length;
}

function broken({ path, uri }: RecordDocument): Refusal {
  return { refusal: l10n.t('A syntax error in `{0}` stands in the way. Put it right first.', path ?? uri) };
}
