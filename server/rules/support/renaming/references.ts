/** The edits that have one document name a record by another id, and change no other value of it. */
import * as l10n from '@vscode/l10n';
import type { DocumentEdit } from '../../../dataset/problem.ts';
import type { RecordDocument } from '../../../dataset/record-index.ts';
import { shortened } from '../words.ts';
import type { Refusal } from './refusal.ts';
import { type Use, usesIn, type Written } from './uses.ts';
import { replaceId, writeId } from './written-id.ts';

/** The record as it is named, and the id that it gets. */
export interface NewId {
  readonly kind: string;
  readonly before: string;
  readonly after: string;
}

/** Edits to every reference to the record, and to its own id where the document is its own. */
export function renameIn(document: RecordDocument, change: NewId): DocumentEdit[] | Refusal {
  const { text } = document.yaml;
  // Without aliases every value is written in a place of its own.
  if (!text.includes('*')) return namedIn(document, change).map((written) => replacement(document, written, change));
  const { kind, before } = change;
  const isOwn = document.record.kind === kind;
  const uses = usesIn(document.yaml.root, document.record.kind, (value, schema, isOwnId) =>
    isOwnId ? isOwn && value === before : schema.reference === kind && value === before,
  );
  const edits: DocumentEdit[] = [];
  for (const shared of sharing(uses.values())) {
    if (!shared.some(({ isName }) => isName)) continue;
    if (shared.some(({ isName, isOther }) => isName && isOther)) return twoMeanings(document, before);
    for (const edit of editsOf(document, shared, change)) edits.push(edit);
  }
  return edits;
}

/** What names the record in a document without aliases. */
function namedIn({ record, yaml }: RecordDocument, { kind, before }: NewId): Written[] {
  const references = record.references.filter((reference) => reference.kind === kind && reference.id === before);
  const paths = references.map(({ path }) => path);
  if (record.kind === kind && record.id === before) paths.push(['id']);
  return paths.flatMap((path) => {
    const written = yaml.place(path)?.value;
    return written?.type === 'scalar' ? [written] : [];
  });
}

/** Uses of one scalar, its own and that of its aliases, for each scalar. */
function sharing(uses: Iterable<Use>): Iterable<Use[]> {
  const groups = new Map<Written, Use[]>();
  for (const use of uses) {
    const group = groups.get(use.scalar);
    if (group) group.push(use);
    else groups.set(use.scalar, [use]);
  }
  return groups.values();
}

/**
 * The scalar is changed once for all its aliases. Where it, or one of them, also means something else, they part ways:
 * who does not follow the scalar gets a text of its own.
 */
function editsOf(document: RecordDocument, shared: readonly Use[], change: NewId): DocumentEdit[] {
  const { scalar } = shared[0]!;
  const own = shared.find(({ written }) => written === scalar);
  const keeps = own?.isOther === true;
  // What an alias says where the model has nothing stays as it is, unless the scalar stands in such a place itself.
  const leaves = ({ isName, isOther }: Use) => (keeps ? isName : isOther || (own !== undefined && !isName));
  const leaving = shared.filter((use) => use !== own && leaves(use));
  const id = keeps ? change.after : change.before;
  const apart = leaving.map(({ written: { start, end } }) => ({ document, span: { start, end }, text: writeId(id) }));
  return keeps ? apart : [replacement(document, scalar, change), ...apart];
}

function replacement(document: RecordDocument, written: Written, { before, after }: NewId): DocumentEdit {
  return { document, ...replaceId(document.yaml.text, written, before, after) };
}

function twoMeanings({ path, uri }: RecordDocument, id: string): Refusal {
  const place = path ?? uri;
  return {
    refusal: l10n.t(
      'In `{0}`, `{1}` is written once for a reference and for something else: an alias or a merge shares it. Write it out in both places first.',
      place,
      shortened(id),
    ),
  };
}
