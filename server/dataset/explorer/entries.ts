/** The records of a dataset as entries of a tree: its own, those shipped ones that own records stand below, and the last good ones of broken texts. */
import { inOrder } from '../dataset.ts';
import type { RecordDocument } from '../record-index.ts';
import { keyOf } from '../timeline/values.ts';
import type { Workspace } from '../workspace.ts';
import type { Entry } from './entry.ts';

type Counts = Pick<Entry, 'errors' | 'warnings'>;

const NONE: Counts = { errors: 0, warnings: 0 };

export class Entries {
  readonly #workspace: Workspace;
  readonly #byKey = new Map<string, Entry>();
  readonly #own: Entry[] = [];
  readonly #shipped: Entry[] = [];

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /**
   * Takes in the dataset's own records, in steps between which others may have their turn.
   * @param lost records of texts that are broken right now, as they were before
   * @param isSilent whether their problems are left out
   */
  *read(lost: Iterable<RecordDocument>, isSilent = false): Generator<void> {
    const counts = new Map<unknown, Counts>();
    for (const uri of isSilent ? [] : this.#workspace.uris) {
      countProblems(this.#workspace, uri, counts);
      yield;
    }
    const twins = new Map<string, RecordDocument[]>();
    for (const documents of this.#workspace.dataset.own.byKind.values()) {
      for (const document of documents) {
        const key = keyFor(document);
        if (!this.#byKey.has(key)) this.#add(key, document, document.yaml.errors.length > 0, counts.get(document));
        else if (twins.has(key)) twins.get(key)!.push(document);
        else twins.set(key, [document]);
        yield;
      }
    }
    for (const [key, others] of twins) this.#addTwins(key, others, counts);
    for (const document of lost) if (!this.#byKey.has(keyFor(document))) this.#add(keyFor(document), document, true);
  }

  /** Those of the dataset itself, in no order. */
  get own(): readonly Entry[] {
    return this.#own;
  }

  /** Those of the registry that somebody has asked for. */
  get shipped(): readonly Entry[] {
    return this.#shipped;
  }

  /** The record of a key: the dataset's own before the registry's. */
  find(kind: string, id: string): Entry | undefined {
    const key = keyOf(kind, id);
    const known = this.#byKey.get(key);
    if (known) return known;
    const document = this.#workspace.dataset.find(kind, id);
    if (!document) return undefined;
    const entry: Entry = { document, step: key, isOwn: false, isBroken: false, ...NONE };
    this.#byKey.set(key, entry);
    this.#shipped.push(entry);
    return entry;
  }

  #add(step: string, document: RecordDocument, isBroken: boolean, counts: Counts = NONE): void {
    const entry: Entry = { document, step, isOwn: true, isBroken, ...counts };
    this.#own.push(entry);
    this.#byKey.set(step, entry);
  }

  /** Of several with one id the first by file and place has the key to itself, as it has everywhere else. */
  #addTwins(key: string, others: readonly RecordDocument[], counts: ReadonlyMap<unknown, Counts>): void {
    const first = this.#byKey.get(key)!;
    this.#own.splice(this.#own.indexOf(first), 1);
    const [winner, ...rest] = [first.document, ...others].sort(inOrder);
    const isBroken = ({ yaml }: RecordDocument) => yaml.errors.length > 0;
    this.#add(key, winner!, isBroken(winner!), counts.get(winner!));
    for (const [at, twin] of rest.entries()) this.#add(`${key}#${at + 2}`, twin, isBroken(twin), counts.get(twin));
  }
}

/** A record without an id has its place by itself. */
function keyFor({ record, uri, start }: RecordDocument): string {
  return record.id === undefined ? `${record.kind}/#${uri}#${start}` : keyOf(record.kind, record.id);
}

/** Counts the errors and warnings of each document of a file that has any. */
function countProblems(workspace: Workspace, uri: string, counts: Map<unknown, Counts>): void {
  for (const { document, severity } of workspace.problemsOf(uri)) {
    if (severity !== 'error' && severity !== 'warning') continue;
    const { errors, warnings } = counts.get(document) ?? NONE;
    counts.set(document, severity === 'error' ? { errors: errors + 1, warnings } : { errors, warnings: warnings + 1 });
  }
}
