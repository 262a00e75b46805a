/** The datasets of one client: which file belongs to which, open texts over the disk's, and what happens when files come and go. */
import { MANIFEST_NAME } from './dataset/manifest.ts';
import { REGISTRY_ROOT, registry } from './dataset/registry.ts';
import type { Rule } from './dataset/rule.ts';
import { type Settings, Workspace } from './dataset/workspace.ts';
import { Converter } from './features/convert.ts';
import { datasetRoots, rootOf } from './sources/datasets.ts';
import { type FileSource, isYamlFile, type SourceFailure } from './sources/source.ts';
import { canonicalUri, isWithin } from './sources/uri.ts';

/** A dataset with its converter; `id` is its root's URI, or the file's own where it stands alone. */
export interface Member {
  readonly id: string;
  readonly workspace: Workspace;
  readonly converter: Converter;
  /** True until every file of it has been read. */
  readonly loading: boolean;
}

/** How far loading has come. */
export type Progress = (read: number, all: number) => void;

const BATCH = 64;

export class Session {
  readonly #source: FileSource;
  readonly #rules: readonly Rule[];
  readonly #report: (failure: SourceFailure) => void;
  readonly #members = new Map<string, Member>();
  readonly #open = new Map<string, string>();
  /** How the client spells the URIs of what it has had open; everywhere else the canonical spelling is used. */
  readonly #spelling = new Map<string, string>();
  #folders: readonly string[] = [];
  #loading = false;
  #roots: ReadonlySet<string> = new Set();
  #settings: Settings;

  constructor(
    source: FileSource,
    rules: readonly Rule[],
    settings: Settings,
    report: (failure: SourceFailure) => void,
  ) {
    this.#source = source;
    this.#rules = rules;
    this.#settings = settings;
    this.#report = report;
  }

  get members(): Iterable<Member> {
    return this.#members.values();
  }

  get openUris(): Iterable<string> {
    return this.#open.keys();
  }

  /** The server's spelling of a client's URI. */
  own(uri: string): string {
    return canonicalUri(uri);
  }

  /** The client's spelling of a URI of the server's. */
  spelled(uri: string): string {
    return this.#spelling.get(uri) ?? uri;
  }

  /** The dataset that a file belongs to; one of its own for a file outside every folder. A registry document belongs to any. */
  memberOf(file: string): Member {
    const uri = this.own(file);
    if (uri.startsWith(REGISTRY_ROOT)) {
      const [first] = this.#members.values();
      if (first) return first;
    }
    const root = this.#roots.has(uri) ? uri : rootOf(uri, this.#roots);
    return this.#member(root ?? uri, root);
  }

  /** The folders of the client's window; their files follow with {@link load}. */
  setFolders(folders: readonly string[]): void {
    this.#folders = folders.map(canonicalUri);
    this.#loading = this.#folders.length > 0;
    this.#setRoots(this.#known());
  }

  /**
   * Lists and reads all folders, open texts before the disk's. Files that cannot be read are reported, the rest goes on.
   * `next` is called after each batch, so that other work gets its turn; `signal` ends it early.
   */
  async load(progress: Progress, next: () => Promise<void>, signal?: AbortSignal): Promise<void> {
    const files: string[] = [];
    for (const folder of this.#folders) {
      const listed = await this.#source.list(folder, signal);
      files.push(...listed.files);
      for (const failure of listed.failures) this.#report(failure);
    }
    this.#setRoots(files);
    for (let read = 0; read < files.length && !signal?.aborted; read += BATCH) {
      const batch = files.slice(read, read + BATCH).filter((uri) => !this.#open.has(uri));
      await Promise.all(batch.map((uri) => this.#readFile(uri)));
      progress(Math.min(read + BATCH, files.length), files.length);
      await next();
    }
    this.#loading = false;
  }

  /** An editor shows a file, or its text there has changed. */
  edit(file: string, text: string): void {
    const uri = this.own(file);
    this.#spelling.set(uri, file);
    if (uri.startsWith(REGISTRY_ROOT)) return;
    this.#open.set(uri, text);
    this.memberOf(uri).workspace.apply([{ uri, text }]);
    if (uri.endsWith(`/${MANIFEST_NAME}`)) this.#setRoots(this.#known());
  }

  /** An editor has let go of a file: the disk's text counts again, or nothing where the file stands in no folder. */
  async close(file: string): Promise<void> {
    const uri = this.own(file);
    if (!this.#open.delete(uri)) return;
    if (rootOf(uri, this.#roots) === undefined) this.memberOf(uri).workspace.apply([{ uri, text: undefined }]);
    else await this.#readFile(uri, true);
  }

  /** Files have changed, come or gone outside the editor, or folders with files in them. */
  async changed(files: readonly string[]): Promise<void> {
    const folders: string[] = [];
    for (const uri of files.map(canonicalUri)) {
      if (isYamlFile(uri)) await this.#readFile(uri, true);
      else folders.push(uri);
    }
    for (const folder of folders) {
      const inside = this.#known().filter((uri) => isWithin(uri, folder));
      const listed = await this.#source.list(folder);
      for (const uri of new Set([...inside, ...listed.files])) await this.#readFile(uri, true);
    }
    this.#setRoots(this.#known());
  }

  /** Puts other settings in force in all datasets. */
  configure(settings: Settings): void {
    this.#settings = settings;
    for (const { workspace } of this.#members.values()) workspace.configure(settings);
  }

  async #readFile(uri: string, missingIsFine = false): Promise<void> {
    if (this.#open.has(uri)) return;
    const result = await this.#source.read(uri);
    // It may have been opened meanwhile; what the editor shows wins.
    if (this.#open.has(uri)) return;
    const { failure } = result;
    if (failure && !(missingIsFine && failure.reason === 'missing')) this.#report(failure);
    this.memberOf(uri).workspace.apply([{ uri, text: result.text }]);
  }

  #known(): string[] {
    return [...this.#members.values()].flatMap(({ workspace }) => [...workspace.uris]);
  }

  /** Finds the datasets anew and moves files to where they belong now. */
  #setRoots(files: readonly string[]): void {
    const roots = new Set(datasetRoots(this.#folders, files));
    if (roots.size === this.#roots.size && [...roots].every((root) => this.#roots.has(root))) return;
    this.#roots = roots;
    for (const root of roots) this.#member(root, root);
    for (const member of [...this.#members.values()]) {
      for (const uri of [...member.workspace.uris]) {
        const text = member.workspace.textOf(uri);
        const root = rootOf(uri, roots);
        const owner = root !== undefined || this.#open.has(uri) ? this.memberOf(uri) : undefined;
        if (owner === member) continue;
        member.workspace.apply([{ uri, text: undefined }]);
        owner?.workspace.apply([{ uri, text }]);
      }
    }
  }

  #member(id: string, root: string | undefined): Member {
    const known = this.#members.get(id);
    if (known) return known;
    const workspace = new Workspace({
      ...(root !== undefined && { root }),
      registry: registry(),
      rules: this.#rules,
      settings: this.#settings,
    });
    const isLoading = () => this.#loading && root !== undefined;
    const member = {
      id,
      workspace,
      converter: new Converter(workspace, (uri) => this.spelled(uri)),
      get loading() {
        return isLoading();
      },
    };
    this.#members.set(id, member);
    return member;
  }
}
