/** The names of all records of a kind side by side, so that a search goes over a few long texts rather than over thousands of objects. */
import type { RecordDocument } from '../../dataset/record-index.ts';

/** A record that can be referred to. */
export interface Entry {
  readonly document: RecordDocument;
  readonly id: string;
  /** Its folded names, each between line ends. */
  readonly names: string;
}

interface Catalogue {
  readonly documents: readonly RecordDocument[];
  readonly entries: readonly (Entry | undefined)[];
}

const catalogues = new WeakMap<ReadonlySet<RecordDocument>, Catalogue>();

/**
 * The entries of a set of documents, in its order; undefined for those without an id. Records never change, so what was
 * known of a document stays true: the set is only compared with what it was the last time.
 */
export function entriesOf(documents: ReadonlySet<RecordDocument>): readonly (Entry | undefined)[] {
  const known = catalogues.get(documents);
  if (known && isSame(documents, known.documents)) return known.entries;
  const entries: (Entry | undefined)[] = [];
  let at = 0;
  for (const document of documents) {
    // Whoever stays keeps the order, so that a few steps ahead find the document again.
    const found = known ? indexNear(known.documents, document, at) : -1;
    entries.push(known && found >= 0 ? known.entries[found] : entryOf(document));
    if (found >= 0) at = found + 1;
  }
  catalogues.set(documents, { documents: [...documents], entries });
  return entries;
}

const FEW = 100;

function indexNear(documents: readonly RecordDocument[], document: RecordDocument, from: number): number {
  for (let at = from; at < from + FEW && at < documents.length; at++) if (documents[at] === document) return at;
  return -1;
}

function isSame(documents: ReadonlySet<RecordDocument>, known: readonly RecordDocument[]): boolean {
  if (documents.size !== known.length) return false;
  let at = 0;
  for (const document of documents) if (known[at++] !== document) return false;
  return true;
}

function entryOf(document: RecordDocument): Entry | undefined {
  const { id, foldedNames } = document.record;
  return id === undefined ? undefined : { document, id, names: `\n${foldedNames.join('\n')}\n` };
}

/**
 * How well an entry answers a folded query: 3 a whole name, 2 the beginning of one, 1 the beginning of a later word, as
 * everywhere; ½ where each word of the query begins some word of one name; 0 not at all.
 */
export function rankOf({ names }: Entry, query: string): number {
  let rank = 0;
  for (let at = names.indexOf(query); at > 0 && rank < 3; at = names.indexOf(query, at + 1)) {
    const before = names[at - 1];
    if (before === ' ') rank = Math.max(rank, 1);
    else if (before === '\n') rank = Math.max(rank, names[at + query.length] === '\n' ? 3 : 2);
  }
  if (rank > 0 || !query.includes(' ')) return rank;
  const words = query.split(' ');
  if (!words.every((word) => names.includes(word))) return 0;
  return names.split('\n').some((name) => words.every((word) => ` ${name}`.includes(` ${word}`))) ? 0.5 : 0;
}
