/** How the tree of records is arranged, and what is searched for in it: kept for the window, and shown at the head of the view. */
import { commands, type Disposable, EventEmitter, l10n, type Memento, workspace } from 'vscode';
import type { ExplorerView, Grouping } from '../../server/protocol.ts';

const SECTION = 'securityInitiatives.explorer';
const SETTING = 'groupBy';
const KEPT = 'explorer.groupBy';
/** True while something is searched for: menus ask for it. */
const SEARCHING = 'securityInitiatives.searching';

/** What a tree can be arranged by: what to call that, and what stands at the head of a view that is. */
interface Choice {
  readonly grouping: Grouping;
  readonly label: string;
  readonly head: string;
}

/** All that a tree can be arranged by; the first is usual, and need not be said. */
export function groupings(): Choice[] {
  return [
    { grouping: 'organization', label: l10n.t('Organization'), head: '' },
    { grouping: 'state', label: l10n.t('State'), head: l10n.t('by state') },
    { grouping: 'domain', label: l10n.t('Domain'), head: l10n.t('by domain') },
    { grouping: 'status', label: l10n.t('Status'), head: l10n.t('by status') },
    { grouping: 'year', label: l10n.t('Year'), head: l10n.t('by year') },
  ];
}

export class Arrangement {
  readonly #kept: Memento;
  readonly #changed = new EventEmitter<void>();
  readonly #subscription: Disposable;
  /** Told when the tree is to be another one. */
  readonly onDidChange = this.#changed.event;
  #query = '';

  constructor(kept: Memento) {
    this.#kept = kept;
    this.#subscription = workspace.onDidChangeConfiguration(async (change) => {
      if (!change.affectsConfiguration(`${SECTION}.${SETTING}`)) return;
      // Whoever changes the setting wants to see what it does.
      await this.#kept.update(KEPT, undefined);
      this.#changed.fire();
    });
  }

  get view(): ExplorerView {
    return { grouping: this.grouping, query: this.#query };
  }

  /** What was chosen in this window last, or else in the settings. */
  get grouping(): Grouping {
    const wanted = this.#kept.get<string>(KEPT) ?? workspace.getConfiguration(SECTION).get<string>(SETTING);
    return groupings().find(({ grouping }) => grouping === wanted)?.grouping ?? 'organization';
  }

  get query(): string {
    return this.#query;
  }

  async groupBy(grouping: Grouping): Promise<void> {
    if (grouping === this.grouping) return;
    await this.#kept.update(KEPT, grouping);
    this.#changed.fire();
  }

  search(text: string): void {
    const query = text.trim();
    if (query === this.#query) return;
    this.#query = query;
    void commands.executeCommand('setContext', SEARCHING, query !== '');
    this.#changed.fire();
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
  }
}
