/** Has the client ask again for hints, lenses and tokens, when what they show of other files is no longer so. */
import type { SourceDocument } from './dataset/document.ts';
import type { Workspace } from './dataset/workspace.ts';
import { documentsIn } from './features/locate.ts';
import { isReached, reachOf } from './reach.ts';
import type { FeatureSettings } from './settings.ts';

/** What can be asked for again. */
export type Decoration = 'inlayHints' | 'codeLenses' | 'semanticTokens';

/** How the client is told; what it cannot be told of is missing. */
export type Refreshes = Readonly<Partial<Record<Decoration, () => Promise<unknown>>>>;

const ALL: readonly Decoration[] = ['inlayHints', 'codeLenses', 'semanticTokens'];

/** Of each request at most one is on its way; what changes meanwhile is told of once, when it has been answered. */
export class Refresher {
  readonly #refreshes: Refreshes;
  readonly #openUris: () => Iterable<string>;
  readonly #underWay = new Map<Decoration, { again: boolean }>();
  /** The documents of each file as they were when it was last looked at. */
  readonly #seen = new WeakMap<Workspace, Map<string, readonly SourceDocument[]>>();
  #settings: FeatureSettings;

  /** `openUris` are the files that the client shows, in the server's spelling. */
  constructor(refreshes: Refreshes, openUris: () => Iterable<string>, settings: FeatureSettings) {
    this.#refreshes = refreshes;
    this.#openUris = openUris;
    this.#settings = settings;
  }

  /** Has everything asked for again, as when a dataset has been read. */
  refresh(decorations = ALL): void {
    for (const decoration of decorations) this.#ask(decoration);
  }

  /** Takes note of settings, and has asked for again what they are about. */
  configure(settings: FeatureSettings): void {
    const before = this.#settings;
    this.#settings = settings;
    const differs = (name: 'inlayHints' | 'codeLenses') =>
      JSON.stringify(before[name]) !== JSON.stringify(settings[name]);
    this.refresh((['inlayHints', 'codeLenses'] as const).filter(differs));
  }

  /**
   * Takes note of files that may have changed. Whoever edits a file asks for its own decorations anyway; only where other
   * open files may show something else from now on, the client is told.
   */
  changed(workspace: Workspace, stale: Iterable<string>, loading: boolean): void {
    const seen = this.#seen.get(workspace) ?? new Map<string, readonly SourceDocument[]>();
    this.#seen.set(workspace, seen);
    const edited = new Set<string>();
    const reach = new Set<string>();
    for (const uri of stale) {
      const [before, after] = [seen.get(uri) ?? [], workspace.documentsOf(uri)];
      if (before === after) continue;
      if (after.length > 0) seen.set(uri, after);
      else seen.delete(uri);
      edited.add(uri);
      if (!loading) for (const record of reachOf(before, after, workspace.dataset)) reach.add(record);
    }
    if (reach.size === 0) return;
    const others = [...this.#openUris()].filter((uri) => !edited.has(uri));
    const isShown = others.some((uri) => documentsIn(workspace, uri).some((document) => isReached(document, reach)));
    if (isShown) this.refresh();
  }

  #ask(decoration: Decoration): void {
    const send = this.#refreshes[decoration];
    if (!send) return;
    const underWay = this.#underWay.get(decoration);
    if (underWay) {
      underWay.again = true;
      return;
    }
    const state = { again: false };
    this.#underWay.set(decoration, state);
    const done = () => {
      this.#underWay.delete(decoration);
      if (state.again) this.#ask(decoration);
    };
    // A client that refuses has lost nothing but a picture that is up to date.
    send().then(done, done);
  }
}
