/** Datasets that are kept in memory and brought up to date from the disk: only what changes concern is checked again. */
import type { Settings, Workspace } from '../../dataset/workspace.ts';
import type { FileSource } from '../../sources/source.ts';
import { findDatasets, loadDataset, type Outcome, type Progress, report, type Selection } from '../reading/load.ts';
import { isChosen, type Target } from '../reading/targets.ts';

/** How to look at the disk. */
export interface Look {
  readonly targets: readonly Target[];
  readonly settings: Settings;
  readonly isSelected: Selection;
  readonly progress: Progress;
}

/** What someone who looks finds. */
export interface Sight {
  readonly outcome: Outcome;
  /** Whether anything is another than at the look before. */
  readonly isNew: boolean;
}

export class LivingDatasets {
  readonly #source: FileSource;
  readonly #workspaces = new Map<string | undefined, Workspace>();
  #known = '';

  constructor(source: FileSource) {
    this.#source = source;
  }

  /** The URIs of all files that have been read, stored copies of sources included, whether they are there or not. */
  get files(): string[] {
    return [...this.#workspaces.values()].flatMap((workspace) => [...workspace.uris, ...workspace.asked]);
  }

  /** Takes in what is on the disk now, and checks what was asked for. */
  async look({ targets, settings, isSelected, progress }: Look): Promise<Sight> {
    const { datasets, failures } = await findDatasets(targets, this.#source);
    const outcome: Outcome = { files: [], failures, leftOut: [] };
    for (const root of [...this.#workspaces.keys()]) if (!datasets.has(root)) this.#workspaces.delete(root);
    let changes = 0;
    for (const [root, members] of datasets) {
      const chosen = new Set(members.filter((uri) => isChosen(uri, targets) && isSelected(uri, root)));
      if (chosen.size === 0) continue;
      const known = this.#workspaces.get(root);
      known?.configure(settings);
      const loading = { source: this.#source, settings, progress, known };
      const loaded = await loadDataset(root, members, (uri) => chosen.has(uri), loading);
      this.#workspaces.set(root, loaded.workspace);
      changes += loaded.workspace.takeStale().length;
      report(root, loaded, chosen, outcome);
    }
    return { outcome, isNew: this.#differs(outcome) || changes > 0 };
  }

  /** Whether other files were checked, left out or could not be read than at the look before. */
  #differs({ files, failures, leftOut }: Outcome): boolean {
    const now = JSON.stringify([files.map((file) => [file.uri, 'failure' in file && file.failure]), failures, leftOut]);
    const differs = now !== this.#known;
    this.#known = now;
    return differs;
  }
}
