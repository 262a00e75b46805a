/** The datasets of one client: which file belongs to which, open texts over the disk's, and what happens when files come and go. */
import { MANIFEST_NAME } from './dataset/manifest.ts';
import { REGISTRY_ROOT } from './dataset/registry.ts';
import type { Rule } from './dataset/rule.ts';
import type { FileChange, Settings } from './dataset/workspace.ts';
import { Disk, type Found } from './disk.ts';
import type { ClientView } from './features/convert.ts';
import { Folders, insideAny } from './folders.ts';
import type { Listener, Pause, Progress } from './listener.ts';
import { type Member, Members } from './members.ts';
import { datasetRoots, rootOf } from './sources/datasets.ts';
import type { FileSource, SourceFailure } from './sources/source.ts';
import { canonicalUri, isWithin } from './sources/uri.ts';

export type { Member } from './members.ts';

/** From how many files on, and from which share of all, everyone is asked again when they have changed. */
const FLOOD = { files: 256, share: 1 / 4 };

const MANIFEST_END = `/${MANIFEST_NAME}`;

export class Session {
  readonly #disk: Disk;
  readonly #listener: Listener;
  readonly #members: Members;
  readonly #open = new Map<string, string>();
  /** How the client spells the URIs of what it has had open; everywhere else the canonical spelling is used. */
  readonly #spelling = new Map<string, string>();
  readonly #folders = new Folders();
  /** What has been listed and is still to be read. */
  #expected: readonly string[] = [];
  #roots: ReadonlySet<string> = new Set();
  /** What has changed on the disk, by what the client says, and has not been looked at; what is surely no file ends with a slash. */
  #announced = new Set<string>();
  #catchingUp: Promise<void> | undefined;
  /** True while so much is being read anew that asking everyone again costs less than finding out whom it concerns. */
  #isFlooded = false;
  readonly #failures = new Map<string, string>();
  #settings: Settings;
  #settingsOf: (dataset: string) => Settings;
  /** How often anything has changed, or may have. */
  #changes = 0;

  constructor(
    source: FileSource,
    rules: readonly Rule[],
    settings: Settings,
    listener: Listener,
    view: Omit<ClientView, 'spelled'> = {},
  ) {
    this.#disk = new Disk(source, listener.slice);
    this.#settings = settings;
    this.#settingsOf = () => settings;
    this.#listener = listener;
    this.#members = new Members({
      rules,
      view: { ...view, spelled: (uri) => this.spelled(uri) },
      settings: (dataset) => this.#settingsOf(dataset),
      isUnread: (root) => this.#folders.isUnread(root),
    });
  }

  get members(): Iterable<Member> {
    return this.#members;
  }

  get openUris(): Iterable<string> {
    return this.#open.keys();
  }

  /** The settings in force where a dataset has none of its own. */
  get settings(): Settings {
    return this.#settings;
  }

  /** The folders of the client's window. */
  get folders(): readonly string[] {
    return this.#folders.all;
  }

  isOpen(uri: string): boolean {
    return this.#open.has(uri);
  }

  /** True while what has changed on the disk is being read: until that is done, much may look wrong that is not. */
  get catchingUp(): boolean {
    return this.#catchingUp !== undefined;
  }

  /** Tells whether everything is still as it is now: texts, settings, folders, and the disk as far as the client says. */
  stillness(): () => boolean {
    const before = this.#changes;
    return () => this.#changes === before && !this.catchingUp;
  }

  /** The texts of a dataset's own files by URI, without those in which rules only look something up. */
  *textsOf({ id, workspace }: Member): Generator<readonly [uri: string, text: string]> {
    for (const uri of workspace.uris) {
      const isOwn = (this.#folders.lists(uri) || this.#open.has(uri)) && rootOf(uri, this.#roots) === id;
      if (isOwn) yield [uri, workspace.textOf(uri)!];
    }
  }

  /** Settled when every change on the disk that has been told of is known. */
  async caughtUp(): Promise<void> {
    await this.#catchingUp;
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
      const [first] = this.#members;
      if (first) return first;
    }
    return this.#ownerOf(uri);
  }

  #ownerOf(uri: string): Member {
    const root = this.#roots.has(uri) ? uri : rootOf(uri, this.#roots);
    return this.#members.of(root ?? uri, root);
  }

  /** Whether what a dataset has to say of a file counts: no more once the file is another's. */
  speaksFor(member: Member, uri: string): boolean {
    const owner = this.#members.get(rootOf(uri, this.#roots) ?? uri);
    return owner === undefined || owner === member || owner.workspace.textOf(uri) === undefined;
  }

  /** The folders of the client's window; the files of those that are new follow with {@link load}. */
  setFolders(folders: readonly string[]): void {
    this.#changes++;
    this.#folders.set(folders);
    this.#setRoots();
  }

  /** Puts folders in and takes others out, as {@link setFolders} does. */
  changeFolders(added: readonly string[], removed: readonly string[]): void {
    const gone = new Set(removed.map(canonicalUri));
    this.setFolders([...this.#folders.all.filter((folder) => !gone.has(folder)), ...added]);
  }

  /**
   * Lists and reads the folders that have not been read, open texts before the disk's. Files that cannot be read are
   * told, the rest goes on. `next` is called after each batch, so that other work gets its turn; `signal` ends it early.
   */
  async load(progress: Progress, next: Pause, signal?: AbortSignal): Promise<void> {
    const unread = this.#folders.unread;
    const folders = [...unread.keys()];
    try {
      const listed = await Promise.all(folders.map((folder) => this.#disk.list(folder, signal)));
      for (const failure of listed.flatMap(({ failures }) => failures)) this.#listener.failed(failure);
      const known = this.#known().filter((uri) => folders.some((folder) => isWithin(uri, folder)));
      this.#expected = [...new Set([...listed.flatMap(({ files }) => files), ...known])];
      this.#setRoots();
      const all = this.#expected.length;
      const told = async (read: number) => {
        progress(read, all);
        await next();
      };
      const roots = [...this.#roots].filter((root) => this.#folders.isUnread(root));
      const asked = await this.#listener.lastStart?.recall(roots);
      await this.#takeIn(this.#expected, told, signal);
      if (asked) await this.#compare(asked, signal);
      await this.#letIn(next, signal);
    } finally {
      this.#expected = [];
      this.#folders.read(unread);
      this.#setRoots();
    }
  }

  /** An editor shows a file, or its text there has changed. */
  edit(file: string, text: string): void {
    const uri = this.own(file);
    const before = this.spelled(uri);
    this.#spelling.set(uri, file);
    if (uri.startsWith(REGISTRY_ROOT)) return;
    this.#open.set(uri, text);
    this.#setFailure(uri, undefined);
    this.#give([{ uri, text }]);
    if (before !== file) this.#listener.respelled?.(uri, before);
    if (uri.endsWith(MANIFEST_END)) this.#setRoots();
  }

  /** An editor has let go of a file: the disk's text counts again, or nothing where nobody wants it. */
  async close(file: string): Promise<void> {
    const uri = this.own(file);
    if (!this.#open.delete(uri)) return;
    if (this.#isWanted(uri)) await this.#takeIn([uri]);
    else this.#give([{ uri, text: undefined }]);
    if (uri.endsWith(MANIFEST_END)) this.#setRoots();
  }

  /** Lets go of what nobody looks at any more, once its last word has been told. */
  forgetClosed(): void {
    this.#members.forgetClosed((uri) => this.#open.has(uri));
  }

  /**
   * Files have changed, come or gone outside the editor, or folders with files in them; open texts win. What is told
   * while this is under way is read with it.
   * @returns false when an earlier call has done the work, and only that one has to follow it up
   */
  async changed(files: readonly string[]): Promise<boolean> {
    if (files.length === 0) return false;
    this.#changes++;
    for (const uri of files) this.#announced.add(canonicalUri(uri));
    const isFirst = this.#catchingUp === undefined;
    this.#catchingUp ??= this.#catchUp();
    await this.#catchingUp;
    return isFirst;
  }

  /** Everything may have changed outside the editor. @returns as {@link changed} does */
  lookAgain(): Promise<boolean> {
    return this.changed(this.#folders.all);
  }

  async #catchUp(): Promise<void> {
    try {
      while (this.#announced.size > 0) {
        const files = await this.#behind(this.#takeAnnounced());
        this.#isFlooded = files.length > Math.max(FLOOD.files, FLOOD.share * this.#known().length);
        await this.#takeIn(files, this.#listener.pause);
        await this.#letIn(this.#listener.pause);
        if (files.some((uri) => uri.endsWith(MANIFEST_END))) this.#setRoots();
      }
    } finally {
      this.#isFlooded = false;
      this.#catchingUp = undefined;
    }
  }

  #takeAnnounced(): ReadonlySet<string> {
    const announced = this.#announced;
    this.#announced = new Set();
    return announced;
  }

  /** The files that may have changed: a path may be a folder's, and then it stands for what was and what is in it. */
  async #behind(announced: ReadonlySet<string>): Promise<string[]> {
    const files = new Set([...announced].filter((uri) => this.#isWanted(uri)));
    const rest = [...announced].filter((uri) => !files.has(uri)).map((uri) => uri.replace(/\/$/, ''));
    const isInside = insideAny(new Set([...files, ...rest]));
    const asked = [...this.#members].flatMap(({ workspace }) => workspace.asked);
    const before = [...this.#known(), ...this.#failures.keys(), ...this.#disk.underWay, ...asked];
    for (const uri of before) if (isInside(uri)) files.add(uri);
    const walks = new Set(rest.filter((uri) => !isInside(uri)).flatMap((uri) => this.#folders.walksFor(uri)));
    const listed = await Promise.all([...walks].map((folder) => this.#disk.list(folder)));
    for (const uri of listed.flatMap((listing) => listing.files)) files.add(uri);
    return [...files];
  }

  /** Puts other settings in force; datasets may have settings of their own. */
  configure(settings: Settings, of: (dataset: string) => Settings = () => settings): void {
    this.#changes++;
    this.#settings = settings;
    this.#settingsOf = of;
    for (const { id, workspace } of this.#members) workspace.configure(of(id));
  }

  /**
   * Reads the texts that rules have asked for; a file that is not there is no failure.
   * @returns whether there was anything to read
   */
  async readWanted(): Promise<boolean> {
    const wanted = new Set([...this.#members].flatMap(({ workspace }) => workspace.takeWanted()));
    for (const uri of wanted) this.#listener.watched(uri);
    await this.#takeIn([...wanted]);
    return wanted.size > 0;
  }

  /** Reads files and hands them on; those that nobody wants (any more) are left out. */
  async #takeIn(uris: readonly string[], next?: (read: number) => Promise<void>, signal?: AbortSignal): Promise<void> {
    const wanted = uris.filter((uri) => this.#isWanted(uri));
    await this.#disk.read(wanted, (found) => this.#take(found), next, signal);
  }

  /** Looks whether datasets are as they were at the end of the last start. */
  async #compare(asked: readonly string[], signal?: AbortSignal): Promise<void> {
    const texts = new Map<string, string>();
    const take = (found: readonly Found[]) => {
      for (const { uri, result } of found) if (result.text !== undefined) texts.set(uri, result.text);
      this.#take(found);
    };
    await this.#disk.read(asked, take, this.#listener.pause, signal);
    for (const uri of asked) if (this.#open.has(uri)) texts.set(uri, this.#open.get(uri)!);
    if (this.catchingUp) return;
    const recognized = await this.#listener.lastStart?.compare({
      textsOf: (root) => this.textsOf(this.#members.of(root, root)),
      stored: texts,
      holds: this.stillness(),
    });
    for (const { root, asked } of recognized ?? []) this.#members.of(root, root).workspace.expect(asked);
  }

  #take(found: readonly Found[]): void {
    // Meanwhile it may have been opened, and what the editor shows wins; or its folder may have left the window.
    const wanted = found.filter(({ uri }) => !this.#open.has(uri) && this.#isWanted(uri));
    for (const { uri, result } of wanted) {
      const isNone = result.failure?.reason === 'missing' || result.failure?.reason === 'no-file';
      this.#setFailure(uri, isNone ? undefined : result.failure);
      if (result.failure?.reason === 'no-file') this.#announced.add(`${uri}/`);
    }
    this.#give(wanted.map(({ uri, result }) => ({ uri, text: result.text })));
  }

  /** Has what was expected read, a slice at a time. */
  async #letIn(next: Pause, signal?: AbortSignal): Promise<void> {
    for (const { workspace } of [...this.#members]) {
      while (!workspace.admit(this.#listener.slice()) && !signal?.aborted) await next();
    }
  }

  #setFailure(uri: string, failure: SourceFailure | undefined): void {
    if (this.#failures.get(uri) === failure?.message) return;
    if (failure) this.#failures.set(uri, failure.message);
    else this.#failures.delete(uri);
    this.#listener.unreadable(uri, failure);
  }

  /** Hands texts to the datasets that they belong to, and to those that look something up in them. */
  #give(changes: readonly FileChange[]): void {
    const shares = new Map<Member, FileChange[]>();
    for (const change of changes) {
      for (const member of this.#takersOf(change.uri)) {
        const share = shares.get(member);
        if (share) share.push(change);
        else shares.set(member, [change]);
      }
    }
    for (const [{ workspace, loading }, share] of shares) {
      if (share.some(({ uri, text }) => workspace.textOf(uri) !== text)) this.#changes++;
      if (loading || this.#isFlooded) workspace.expect(share);
      else workspace.apply(share);
    }
  }

  #takersOf(uri: string): Set<Member> {
    const isShown = rootOf(uri, this.#roots) !== undefined || this.#open.has(uri);
    const owner = isShown ? this.#ownerOf(uri) : this.#members.get(uri);
    return new Set([...(owner ? [owner] : []), ...this.#askersOf(uri)]);
  }

  /** The datasets whose rules look something up in a file without records. */
  #askersOf(uri: string): Member[] {
    return [...this.#members].filter(({ workspace }) => workspace.asksFor(uri));
  }

  /** Whether a file on the disk is one to know: a record's place, or what a rule looks something up in. */
  #isWanted(uri: string): boolean {
    return this.#folders.lists(uri) || this.#askersOf(uri).length > 0;
  }

  #known(): string[] {
    return [...this.#members].flatMap(({ workspace }) => [...workspace.uris]);
  }

  /** Finds the datasets anew and moves files to where they belong now. */
  #setRoots(): void {
    const roots = new Set(datasetRoots(this.#folders.all, [...this.#known(), ...this.#expected]));
    if (roots.size === this.#roots.size && [...roots].every((root) => this.#roots.has(root))) return;
    this.#roots = roots;
    for (const root of roots) this.#members.of(root, root);
    for (const member of [...this.#members]) this.#moveOn(member);
    for (const uri of [...this.#failures.keys()]) if (!this.#isWanted(uri)) this.#setFailure(uri, undefined);
  }

  /** Takes out of a dataset what is no more its own, and gives it to whom it belongs. */
  #moveOn({ workspace }: Member): void {
    const texts = Array.from(workspace.uris, (uri) => ({ uri, text: workspace.textOf(uri) }));
    const isKept = ({ uri }: FileChange) => this.#open.has(uri) || this.#isWanted(uri);
    const leaving = texts.filter(
      (file) => !isKept(file) || ![...this.#takersOf(file.uri)].some((taker) => taker.workspace === workspace),
    );
    workspace.apply(leaving.map(({ uri }) => ({ uri, text: undefined })));
    this.#give(leaving.filter(isKept));
  }
}
