/** Waits for changes in folders. Events only wake: what has changed is seen by looking, so that none that is lost does harm. */
import { type FSWatcher, watch } from 'node:fs';
import { basename, join, sep } from 'node:path';
import { isSkippedFolder } from '../../sources/source.ts';
import { ExitCode } from '../process/exit-code.ts';
import { Failure } from '../process/failure.ts';

/** A checkout or an editor that saves makes many changes; they are over when none has come for this many milliseconds. */
const QUIET = 50;
/** What never ends is looked at all the same, after this many milliseconds. */
const LONGEST_BURST = 1000;
/** What systems say that let no more folders or files be watched. */
const LIMITS = new Set(['ENOSPC', 'EMFILE', 'ENFILE']);

/**
 * Each folder is watched by itself: on Linux, Node would otherwise watch every file, hidden ones included, and miss some
 * of those in new folders.
 */
export class FolderWatcher {
  readonly #watchers = new Map<string, FSWatcher>();
  /** What was to be watched and was not there. */
  readonly #gone = new Set<string>();
  #hasChanged = false;
  #wake: () => void = () => {};

  /**
   * Watches just these folders.
   * @returns whether what is in them may be otherwise than it was seen: one is watched anew, or has gone meanwhile
   * @throws Failure where the system refuses
   */
  watch(folders: ReadonlySet<string>): boolean {
    for (const folder of [...this.#watchers.keys()]) if (!folders.has(folder)) this.#drop(folder);
    for (const folder of this.#gone) if (!folders.has(folder)) this.#gone.delete(folder);
    const added = [...folders].filter((folder) => !this.#watchers.has(folder) && this.#add(folder));
    return added.length > 0;
  }

  /** Waits until something has changed since this was last called, and nothing changes any more for a moment. */
  async changed(): Promise<void> {
    if (!this.#hasChanged) await this.#event();
    const end = performance.now() + LONGEST_BURST;
    do this.#hasChanged = false;
    while ((await this.#eventWithin(QUIET)) && performance.now() < end);
    this.#hasChanged = false;
  }

  /** Whether anything has changed since this was last called, without waiting until nothing changes any more. */
  takeChanged(): boolean {
    const hasChanged = this.#hasChanged;
    this.#hasChanged = false;
    return hasChanged;
  }

  /** Watches nothing any more, and so keeps no process from ending. */
  close(): void {
    this.watch(new Set());
  }

  /** Wakes whoever waits, as a change would. */
  wake(): void {
    this.#hasChanged = true;
    this.#wake();
  }

  /** @returns whether it is watched now, or is found to have gone @throws Failure */
  #add(folder: string): boolean {
    try {
      const watcher = watch(folder, (event, name) => this.#hear(folder, event, name));
      watcher.on('error', () => {
        this.#drop(folder);
        this.wake();
      });
      this.#watchers.set(folder, watcher);
      this.#gone.delete(folder);
      return true;
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException;
      if (LIMITS.has(code))
        throw new Failure(
          ExitCode.problems,
          'The system lets no more folders be watched: name fewer, or raise its limit (on Linux fs.inotify.max_user_watches).',
        );
      // Of what may not be read whoever reads its files tells.
      if (code !== 'ENOENT' || this.#gone.has(folder)) return false;
      this.#gone.add(folder);
      return true;
    }
  }

  #hear(folder: string, event: string, name: string | null): void {
    if (name !== null && isSkippedFolder(name)) return;
    // What has come in the place of a folder must be watched anew, and a folder also tells of its own end by its name.
    if (event === 'rename') {
      this.#dropWithin(join(folder, name ?? ''));
      if (name === basename(folder)) this.#drop(folder);
    }
    this.wake();
  }

  #dropWithin(folder: string): void {
    for (const path of [...this.#watchers.keys()])
      if (path === folder || path.startsWith(folder + sep)) this.#drop(path);
  }

  #drop(folder: string): void {
    this.#watchers.get(folder)?.close();
    this.#watchers.delete(folder);
  }

  #event(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }

  async #eventWithin(milliseconds: number): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const quiet = new Promise<boolean>((resolve) => {
      timer = setTimeout(() => resolve(false), milliseconds);
    });
    const heard = await Promise.race([this.#event().then(() => true), quiet]);
    clearTimeout(timer);
    return heard;
  }
}
