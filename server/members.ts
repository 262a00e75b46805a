/** The datasets of a session by their ids: one for each folder with records, and one for each file that stands alone while it is looked at. */
import { registry } from './dataset/registry.ts';
import type { Rule } from './dataset/rule.ts';
import { type Settings, Workspace } from './dataset/workspace.ts';
import { type ClientView, Converter } from './features/convert.ts';

/** A dataset with its converter; `id` is its root's URI, or the file's own where it stands alone. */
export interface Member {
  readonly id: string;
  readonly workspace: Workspace;
  readonly converter: Converter;
  /** True until every file of it has been read. */
  readonly loading: boolean;
}

/** What all datasets of a session have in common. */
interface Surroundings {
  readonly rules: readonly Rule[];
  readonly view: ClientView;
  readonly settings: (dataset: string) => Settings;
  readonly isUnread: (root: string) => boolean;
}

export class Members {
  readonly #around: Surroundings;
  readonly #members = new Map<string, Member>();

  constructor(surroundings: Surroundings) {
    this.#around = surroundings;
  }

  [Symbol.iterator](): IterableIterator<Member> {
    return this.#members.values();
  }

  get(id: string): Member | undefined {
    return this.#members.get(id);
  }

  /** The dataset of an id, made when it is asked for first. */
  of(id: string, root: string | undefined): Member {
    const known = this.#members.get(id);
    if (known) return known;
    const member = this.#make(id, root);
    this.#members.set(id, member);
    return member;
  }

  /** Lets go of files that stood alone and have no text any more: a window shows any number of them in its time. */
  forgetClosed(isOpen: (uri: string) => boolean): void {
    for (const { id, workspace } of this) {
      if (workspace.root === undefined && !isOpen(id) && workspace.textOf(id) === undefined) this.#members.delete(id);
    }
  }

  #make(id: string, root: string | undefined): Member {
    const { rules, view, settings, isUnread } = this.#around;
    const workspace = new Workspace({
      ...(root !== undefined && { root }),
      registry: registry(),
      rules,
      settings: settings(id),
    });
    return {
      id,
      workspace,
      converter: new Converter(workspace, view),
      get loading() {
        return root !== undefined && isUnread(root);
      },
    };
  }
}
