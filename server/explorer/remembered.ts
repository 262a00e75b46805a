/** The records of texts that are broken right now, as they were before: whoever types should not see them come and go. */
import type { Tree } from '../dataset/explorer/tree.ts';
import { hasRecord, type RecordDocument } from '../dataset/record-index.ts';
import type { Workspace } from '../dataset/workspace.ts';

export class Remembered {
  readonly #workspace: Workspace;
  /** What broken files held when they could last be read. */
  readonly #lost = new Map<string, readonly RecordDocument[]>();
  /** What files hold that have changed since the tree was made. */
  readonly #sound = new Map<string, readonly RecordDocument[]>();

  /** The last tree that was made. */
  #tree: Tree | undefined;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  get lost(): RecordDocument[] {
    return [...this.#lost.values()].flat();
  }

  /** These files have changed since a tree was made. */
  changed(stale: readonly string[]): void {
    for (const uri of stale) {
      const documents = this.#workspace.documentsOf(uri);
      if (!documents.some(({ yaml }) => yaml.errors.length > 0)) {
        this.#lost.delete(uri);
        this.#sound.set(uri, documents.filter(hasRecord));
      } else if (!this.#lost.has(uri)) {
        this.#lost.set(uri, this.#sound.get(uri) ?? recordsIn(this.#tree, uri));
      }
    }
  }

  /** A tree has been made of everything as it is now. */
  seen(tree: Tree): void {
    this.#tree = tree;
    this.#sound.clear();
  }
}

function recordsIn(tree: Tree | undefined, uri: string): RecordDocument[] {
  return (tree?.entries.own ?? []).map(({ document }) => document).filter((document) => document.uri === uri);
}
