/** What datasets are like at a glance, kept in step for a client that shows it: their records, what is wrong with them, what goes on. */
import type { Diagnostic } from 'vscode-languageserver-types';
import { type Severity, severities } from '../dataset/problem.ts';
import type { DatasetStatus } from '../protocol.ts';
import type { Member, Session } from '../session.ts';
import { nameOf } from '../sources/uri.ts';
import { ProblemCounts } from './problem-counts.ts';

/** What a board is told by, and whom it tells. */
export interface Around {
  readonly session: Session;
  /** Whether problems of a dataset are shown. */
  readonly isValidated: (dataset: string) => boolean;
  readonly send: (status: DatasetStatus) => void;
  /** Settled a little later: however much happens until then is told once. */
  readonly wait: () => Promise<void>;
}

export class StatusBoard {
  readonly #around: Around;
  readonly #problems = new ProblemCounts();
  /** What was last told of each dataset, as JSON. */
  readonly #told = new Map<string, string>();
  readonly #unread = new Set<string>();
  #reading = { read: 0, all: 0 };
  /** Nobody is told before somebody has asked. */
  #isWatched = false;
  #isPlanned = false;

  constructor(around: Around) {
    this.#around = around;
  }

  /** These are now the problems of a file, whether they are shown or not. */
  found(uri: string, diagnostics: readonly Diagnostic[]): void {
    this.#problems.set(uri, diagnostics);
    this.changed();
  }

  /** A file cannot be read, or can be again. */
  unread(uri: string, isUnread: boolean): void {
    if (isUnread) this.#unread.add(uri);
    else this.#unread.delete(uri);
  }

  /** How many files of a dataset cannot be read. */
  unreadIn({ id }: Member): number {
    return [...this.#unread].filter((uri) => this.#problems.datasetOf(uri) === id).length;
  }

  /** So many files have been read of those that are being read. */
  reading(read: number, all: number): void {
    this.#reading = { read, all };
    this.changed();
  }

  /** Anything may be another way than it was told. */
  changed(): void {
    if (!this.#isWatched || this.#isPlanned) return;
    this.#isPlanned = true;
    void this.#around.wait().then(() => {
      this.#isPlanned = false;
      this.#tell();
    });
  }

  /** What a dataset is like now; from the first call on, the client is told whenever that changes. */
  of(member: Member): DatasetStatus {
    this.#isWatched = true;
    this.#problems.assign(this.#around.session.members);
    const status = this.#statusOf(member);
    this.#told.set(member.id, JSON.stringify(status));
    return status;
  }

  /** Datasets that hold anything, by their titles. */
  get all(): DatasetStatus[] {
    const { session } = this.#around;
    const members = [...session.members].filter(
      ({ workspace }) => workspace.uris[Symbol.iterator]().next().done !== true,
    );
    const all = members.map((member) => this.of(member));
    return all.sort((a, b) => (a.title < b.title ? -1 : Number(a.title > b.title)));
  }

  #tell(): void {
    const { session, send } = this.#around;
    this.#problems.assign(session.members);
    const ids = new Set<string>();
    for (const member of session.members) {
      ids.add(member.id);
      const status = this.#statusOf(member);
      const json = JSON.stringify(status);
      if (this.#told.get(member.id) === json) continue;
      this.#told.set(member.id, json);
      send(status);
    }
    for (const id of this.#told.keys()) if (!ids.has(id)) this.#told.delete(id);
  }

  #statusOf({ id, workspace, loading }: Member): DatasetStatus {
    const { session, isValidated } = this.#around;
    let records = 0;
    for (const documents of workspace.dataset.own.byKind.values()) records += documents.size;
    const isChecking = workspace.hasPending || session.catchingUp;
    return {
      dataset: id,
      title: workspace.manifest.title ?? nameOf(id),
      records,
      problems: countsOf(this.#problems.of(id)),
      validated: isValidated(id),
      ...(loading ? { activity: 'reading', ...this.#reading } : isChecking && { activity: 'checking' }),
    };
  }
}

function countsOf(counts: readonly number[]): Record<Severity, number> {
  return Object.fromEntries(severities.map((severity, i) => [severity, counts[i] ?? 0])) as Record<Severity, number>;
}
