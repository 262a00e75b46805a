/** The datasets of one client: which file belongs to which, open texts over the disk's, and what happens when files come and go. */
import { MANIFEST_NAME } from './dataset/manifest.ts';
import { REGISTRY_ROOT, registry } from './dataset/registry.ts';
import type { Rule } from './dataset/rule.ts';
import { type Settings, Workspace } from './dataset/workspace.ts';
import { type ClientView, Converter } from './features/convert.ts';
import { datasetRoots, rootOf } from './sources/datasets.ts';
import { type FileSource, isYamlFile, MAX_TEXT_BYTES, type SourceFailure } from './sources/source.ts';
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
  readonly #watch: (uri: string) => void;
  readonly #view: ClientView;
  readonly #members = new Map<string, Member>();
  readonly #open = new Map<string, string>();
  /** How the client spells the URIs of what it has had open; everywhere else the canonical spelling is used. */
  readonly #spelling = new Map<string, string>();
  #folders: readonly string[] = [];
  #loading = false;
  #roots: ReadonlySet<string> = new Set();
  #settings: Settings;

  /** `watch` is told of each file that holds no records and has to be known all the same, when it is first read. */
  constructor(
    source: FileSource,
    rules: readonly Rule[],
    settings: Settings,
    report: (failure: SourceFailure) => void,
    watch: (uri: string) => void = () => {},
    view: Omit<ClientView, 'spelled'> = {},
  ) {
    this.#source = source;
    this.#rules = rules;
    this.#settings = settings;
    this.#report = report;
    this.#watch = watch;
    this.#view = { ...view, spelled: (uri) => this.spelled(uri) };
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
    this.#give(uri, text);
    if (uri.endsWith(`/${MANIFEST_NAME}`)) this.#setRoots(this.#known());
  }

  /** An editor has let go of a file: the disk's text counts again, or nothing where the file stands in no folder. */
  async close(file: string): Promise<void> {
    const uri = this.own(file);
    if (!this.#open.delete(uri)) return;
    if (rootOf(uri, this.#roots) === undefined) this.#give(uri, undefined);
    else await this.#readAgain(uri);
  }

  /** Files have changed, come or gone outside the editor, or folders with files in them. */
  async changed(files: readonly string[]): Promise<void> {
    const folders: string[] = [];
    for (const uri of files.map(canonicalUri)) {
      if (isYamlFile(uri) || this.#askersOf(uri).length > 0) await this.#readAgain(uri);
      else folders.push(uri);
    }
    for (const folder of folders) {
      const asked = [...this.#members.values()].flatMap(({ workspace }) => workspace.asked);
      const inside = [...this.#known(), ...asked].filter((uri) => isWithin(uri, folder));
      const listed = await this.#source.list(folder);
      for (const uri of new Set([...inside, ...listed.files])) await this.#readAgain(uri);
    }
    this.#setRoots(this.#known());
  }

  /** Puts other settings in force in all datasets. */
  configure(settings: Settings): void {
    this.#settings = settings;
    for (const { workspace } of this.#members.values()) workspace.configure(settings);
  }

  /**
   * Reads the texts that rules have asked for; a file that is not there is no failure.
   * @returns whether there was anything to read
   */
  async readWanted(): Promise<boolean> {
    const wanted = new Set([...this.#members.values()].flatMap(({ workspace }) => workspace.takeWanted()));
    for (const uri of wanted) this.#watch(uri);
    await Promise.all([...wanted].map((uri) => this.#readText(uri)));
    return wanted.size > 0;
  }

  async #readAgain(uri: string): Promise<void> {
    await (isYamlFile(uri) ? this.#readFile(uri, true) : this.#readText(uri));
  }

  async #readFile(uri: string, missingIsFine = false): Promise<void> {
    if (this.#open.has(uri)) return;
    const result = await this.#source.read(uri);
    // It may have been opened meanwhile; what the editor shows wins.
    if (this.#open.has(uri)) return;
    const { failure } = result;
    if (failure && !(missingIsFine && failure.reason === 'missing')) this.#report(failure);
    this.#give(uri, result.text);
  }

  async #readText(uri: string): Promise<void> {
    if (this.#open.has(uri)) return this.#give(uri, this.#open.get(uri));
    const { text, failure } = await this.#source.read(uri, MAX_TEXT_BYTES);
    if (this.#open.has(uri)) return;
    if (failure && failure.reason !== 'missing') this.#report(failure);
    this.#give(uri, text);
  }

  /** Hands a file's text to the dataset it belongs to, and to those that look something up in it. */
  #give(uri: string, text: string | undefined): void {
    for (const { workspace } of new Set([this.memberOf(uri), ...this.#askersOf(uri)])) workspace.apply([{ uri, text }]);
  }

  /** The datasets whose rules look something up in a file without records. */
  #askersOf(uri: string): Member[] {
    return [...this.#members.values()].filter(({ workspace }) => workspace.asksFor(uri));
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
        // What rules look something up in may stand in another dataset's folder.
        if (!isYamlFile(uri) && member.workspace.asksFor(uri)) continue;
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
      converter: new Converter(workspace, this.#view),
      get loading() {
        return isLoading();
      },
    };
    this.#members.set(id, member);
    return member;
  }
}
