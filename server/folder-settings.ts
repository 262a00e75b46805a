/** The settings of a window and of its folders, as the client has told them last. */
import { isWithin } from './sources/uri.ts';

export class FolderSettings {
  #window: unknown;
  /** By the folder's URI; those further down come first. */
  #folders: readonly (readonly [folder: string, settings: unknown])[] = [];

  /** Takes over what has been told: for the window, and for each of these folders in their order. */
  take(window: unknown, folders: readonly string[] = [], own: readonly unknown[] = []): void {
    this.#window = window;
    this.#folders = folders
      .map((folder, i) => [folder, own[i] ?? window] as const)
      .sort(([a], [b]) => b.length - a.length);
  }

  /** The settings for a file or folder: those of the deepest folder it is in, else the window's. */
  of(uri: string): unknown {
    const own = this.#folders.find(([folder]) => isWithin(uri, folder));
    return own ? own[1] : this.#window;
  }

  /** All settings there are, by the folder they hold in; the window's have none. */
  get all(): readonly (readonly [folder: string, settings: unknown])[] {
    return [['', this.#window], ...this.#folders];
  }
}
