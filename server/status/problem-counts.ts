/** How many problems of each severity every dataset has: a sum that follows each file, so that nobody has to go through all of them. */
import type { Diagnostic } from 'vscode-languageserver-types';
import { rootOf } from '../sources/datasets.ts';

/** By LSP's severity less one: errors, warnings, notes, hints. */
type Counts = readonly number[];

const NONE: Counts = [0, 0, 0, 0];

export class ProblemCounts {
  /** Files without problems are not kept. */
  readonly #files = new Map<string, Counts>();
  #sums = new Map<string, Counts>();
  #roots: ReadonlySet<string> = new Set();

  /** The sum of a dataset as of the last {@link assign}, and of all that has been {@link set} since. */
  of(dataset: string): Counts {
    return this.#sums.get(dataset) ?? NONE;
  }

  set(uri: string, diagnostics: readonly Diagnostic[]): void {
    const before = this.#files.get(uri) ?? NONE;
    const now = NONE.map((_, i) => diagnostics.filter(({ severity = 1 }) => severity === i + 1).length);
    if (diagnostics.length > 0) this.#files.set(uri, now);
    else this.#files.delete(uri);
    this.#add(
      uri,
      now.map((count, i) => count - before[i]!),
    );
  }

  /** Files belong to the deepest of these datasets that they are in; all sums are made anew only where datasets come or go. */
  assign(datasets: Iterable<{ readonly workspace: { readonly root: string | undefined } }>): void {
    const roots = new Set([...datasets].flatMap(({ workspace }) => workspace.root ?? []));
    if (roots.size === this.#roots.size && [...roots].every((root) => this.#roots.has(root))) return;
    this.#roots = roots;
    this.#sums = new Map();
    for (const [uri, counts] of this.#files) this.#add(uri, counts);
  }

  /** The dataset that a file belongs to; itself where it stands alone. */
  datasetOf(uri: string): string {
    return rootOf(uri, this.#roots) ?? uri;
  }

  #add(uri: string, more: Counts): void {
    const dataset = this.datasetOf(uri);
    const sum = this.of(dataset).map((count, i) => count + more[i]!);
    if (sum.some((count) => count > 0)) this.#sums.set(dataset, sum);
    else this.#sums.delete(dataset);
  }
}
