/** The datasets of a folder, brought up to date from the disk whenever somebody asks and something has changed. */
import { setImmediate } from 'node:timers/promises';
import { registry } from '../../dataset/registry.ts';
import { type Settings, Workspace } from '../../dataset/workspace.ts';
import { rules } from '../../rules/index.ts';
import { filePath } from '../../sources/node-files.ts';
import { type FileSource, MAX_TEXT_BYTES } from '../../sources/source.ts';
import type { KnownDataset } from '../../tools/datasets.ts';
import { checkedWhole } from '../../tools/tool.ts';
import { ExitCode } from '../process/exit-code.ts';
import { Failure } from '../process/failure.ts';
import { findDatasets, loadDataset } from '../reading/load.ts';
import { findTargets, foldersToList, type Target } from '../reading/targets.ts';
import { failureSentence, say, visible } from '../terminal/messages.ts';
import { FolderWatcher } from '../watching/folder-watcher.ts';
import { foldersToWatch } from '../watching/folders.ts';

export class FolderDatasets {
  readonly #folder: string;
  readonly #source: FileSource;
  /** As of now: days pass. */
  readonly #settings: () => Settings;
  readonly #watcher = new FolderWatcher();
  readonly #workspaces = new Map<string, Workspace>();
  /** What has been said already of what cannot be read. */
  readonly #said = new Set<string>();
  /** The last look that anybody has asked for: one after the other. */
  #last: Promise<void> = Promise.resolve();
  #isRead = false;
  /** True once nobody asks any more: a look that is under way watches nothing anew. */
  #isClosed = false;
  /** False where the system lets nothing be watched: then everything is looked at each time. */
  #isWatching = true;

  constructor(folder: string, source: FileSource, settings: () => Settings) {
    this.#folder = folder;
    this.#source = source;
    this.#settings = settings;
  }

  /** @throws Failure where there is no such folder */
  async mustBeThere(): Promise<void> {
    await this.#target();
  }

  /** The datasets as they are on the disk now. @throws Failure where there is no such folder (any more) */
  async now(): Promise<KnownDataset[]> {
    const look = this.#last.then(() => this.#bringUpToDate());
    // Whoever comes later has a look of their own.
    this.#last = look.catch(() => {});
    await look;
    return Array.from(this.#workspaces, ([id, workspace]) => ({ id, workspace }));
  }

  /** Reads and checks everything, between whatever else is asked. */
  async warmUp(): Promise<void> {
    for (const { workspace } of await this.now()) {
      await checkedWhole({ workspace, readWanted: () => this.readWanted(workspace), rest: () => this.#rest() });
    }
  }

  async #rest(): Promise<void> {
    await setImmediate();
    if (this.#isClosed) throw new Error('Nobody asks any more.');
  }

  /** Reads what the rules of a dataset have asked for beside records. @returns whether there was anything */
  async readWanted(workspace: Workspace): Promise<boolean> {
    const wanted = workspace.takeWanted();
    for (const uri of wanted) workspace.apply([{ uri, text: (await this.#source.read(uri, MAX_TEXT_BYTES)).text }]);
    if (wanted.length > 0) await this.#watch(await this.#target());
    return wanted.length > 0;
  }

  /** Watches nothing any more, and so keeps no process from ending. */
  close(): void {
    this.#isClosed = true;
    this.#watcher.close();
  }

  async #bringUpToDate(): Promise<void> {
    const settings = this.#settings();
    for (const workspace of this.#workspaces.values()) workspace.configure(settings);
    // What the system has told already is heard first.
    for (await setImmediate(); this.#mayBeOld(); await setImmediate()) {
      this.#isRead = false;
      await this.#look(settings);
      this.#isRead = true;
      if (!this.#isWatching) return;
    }
  }

  #mayBeOld(): boolean {
    const hasChanged = this.#watcher.takeChanged();
    return hasChanged || !this.#isRead || !this.#isWatching;
  }

  async #look(settings: Settings): Promise<void> {
    const target = await this.#target();
    await this.#watch(target);
    // All that has changed until now is read now.
    this.#watcher.takeChanged();
    const { datasets, failures } = await findDatasets([target], this.#source);
    // A folder without any file is a dataset that is about to begin.
    const found = new Map(datasets.size > 0 ? datasets : [[target.root ?? target.uri, []]]);
    for (const root of this.#workspaces.keys()) if (!found.has(root)) this.#workspaces.delete(root);
    for (const [root = target.uri, uris] of found) {
      const known = this.#workspaces.get(root) ?? this.#workspaceOf(root, settings);
      const loading = { source: this.#source, settings, progress: () => {}, known };
      const loaded = await loadDataset(root, uris, () => false, loading);
      this.#workspaces.set(root, known);
      failures.push(...loaded.failures.values());
    }
    for (const failure of failures) this.#sayOnce(failureSentence(failure));
    await this.#watch(target);
  }

  #workspaceOf(root: string, settings: Settings): Workspace {
    return new Workspace({ root, registry: registry(), rules, settings });
  }

  async #target(): Promise<Target> {
    const { targets, misuse } = await findTargets([this.#folder]);
    const [target] = targets;
    if (!target) throw new Failure(ExitCode.misuse, misuse.join('\n'));
    if (!target.isFolder)
      throw new Failure(ExitCode.misuse, `${visible(this.#folder)} is a file: name the dataset's folder.`);
    return target;
  }

  /** Watches all folders in which a change would make answers others. */
  async #watch(target: Target): Promise<void> {
    const files = [...this.#workspaces.values()].flatMap((workspace) => [...workspace.uris, ...workspace.asked]);
    const folders = await foldersToWatch(foldersToList([target]).map(filePath), files.map(filePath));
    if (this.#isClosed) return;
    try {
      // What has changed before it was watched is seen by another look.
      if (this.#watcher.watch(folders)) this.#watcher.wake();
      this.#isWatching = true;
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      this.#sayOnce(`${error.message} Until then all files are read anew for each answer.`);
      this.#isWatching = false;
    }
  }

  #sayOnce(sentence: string): void {
    if (!this.#said.has(sentence)) say(sentence);
    this.#said.add(sentence);
  }
}
