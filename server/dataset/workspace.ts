/** One dataset kept up to date: texts go in, problems come out, and only what a change concerns is done again. */
import { Arrivals } from './arrivals.ts';
import { checkDocument, type RulesInForce, rulesInForce } from './check.ts';
import { Dataset } from './dataset.ts';
import type { EdtfDate } from './dates/edtf.ts';
import { SourceDocument } from './document.ts';
import { exchange, replace } from './exchange.ts';
import { Kept } from './kept.ts';
import { MANIFEST_NAME, type Manifest, type RuleLevel, readManifest, recordFiles } from './manifest.ts';
import { Overviews } from './overview.ts';
import type { Problem } from './problem.ts';
import { type Key, key } from './questions.ts';
import { Answers, Reader } from './reader.ts';
import type { RecordIndex } from './record-index.ts';
import type { Rule } from './rule.ts';
import { decodePath, encodeName } from './stored-texts/file-path.ts';
import { Tracked } from './tracked.ts';
import { type PlacedDocument, parseYaml } from './yaml/yaml.ts';

/** A file's new text, or `undefined` when it is gone. */
export interface FileChange {
  readonly uri: string;
  readonly text: string | undefined;
}

/** What people set outside the manifest; the manifest wins over `rules`, and over `today` unless that is forced. */
export interface Settings {
  readonly rules: Readonly<Record<string, RuleLevel>>;
  /** Levels that were asked for by name and so win over the manifest. */
  readonly rulesForced?: Readonly<Record<string, RuleLevel>>;
  readonly today: EdtfDate;
  /** True when `today` was asked for by name and so wins over the manifest. */
  readonly todayForced?: boolean;
}

export interface WorkspaceOptions {
  /** URI of the dataset's folder without a slash at its end; absent for a file on its own. */
  readonly root?: string;
  readonly registry: RecordIndex;
  readonly rules: readonly Rule[];
  readonly settings: Settings;
  /**
   * True for texts that stay as they are once they have been checked: then nobody remembers who asked what, which takes
   * half the time and memory. A later change of a record has everything checked again.
   */
  readonly isOnce?: boolean;
}

interface FileState {
  readonly text: string;
  readonly placed: readonly PlacedDocument[];
  readonly documents: readonly SourceDocument[];
}

/** Incremental equals fresh: whatever the order of changes, the answers are those of a workspace built from the texts as they are. */
export class Workspace {
  readonly root: string | undefined;
  readonly dataset: Dataset;
  readonly rules: readonly Rule[];
  readonly #files = new Map<string, FileState>();
  readonly #problems: Tracked<readonly Problem[]>;
  readonly #views: Tracked<unknown>[];
  readonly #overviews = new Overviews<Reader>();
  readonly #kept = new Kept();
  readonly #answers: Answers | undefined;
  /** Whether anyone may have asked anything: before that a change concerns nobody. */
  #isAsked = false;
  /** True from the first {@link expect} until all has been let in. */
  #isArriving = false;
  readonly #arrivals: Arrivals;
  /** What has come with the last edit of a file. */
  #written: readonly SourceDocument[] = [];
  readonly #stale = new Set<string>();
  readonly #ruleNames: readonly string[];
  #settings: Settings;
  #inForce: RulesInForce | undefined;
  #manifest: Manifest = readManifest(undefined);
  #isRecordFile = recordFiles(this.#manifest);

  constructor(options: WorkspaceOptions) {
    this.root = options.root;
    this.dataset = new Dataset(options.registry);
    this.#arrivals = new Arrivals(this.dataset);
    this.rules = options.rules;
    this.#ruleNames = options.rules.map(({ name }) => name);
    this.#settings = options.settings;
    this.#answers = options.isOnce ? new Answers() : undefined;
    this.#problems = new Tracked((document, reader) => {
      const found = checkDocument(document, reader, this.#rulesInForce());
      return this.#isArriving ? found.filter(({ local }) => local) : found;
    });
    this.#views = [this.#problems];
  }

  /** The URIs of all files it has been given, records or not. */
  get uris(): Iterable<string> {
    return this.#files.keys();
  }

  get manifest(): Manifest {
    return this.#manifest;
  }

  /** The day that counts as today. */
  get today(): EdtfDate {
    return (this.#settings.todayForced ? undefined : this.#manifest.today) ?? this.#settings.today;
  }

  /** Whether a file may hold records (or is the manifest), by the manifest's globs; files outside the root always may. */
  includes(uri: string): boolean {
    return this.#mayHoldRecords(this.#pathOf(uri));
  }

  #mayHoldRecords(path: string | undefined): boolean {
    return path === undefined || path === MANIFEST_NAME || this.#isRecordFile(path);
  }

  /** A file's path from the root; `undefined` for one outside. */
  #pathOf(uri: string): string | undefined {
    if (this.root === undefined || !uri.startsWith(`${this.root}/`)) return undefined;
    return decodePath(uri.slice(this.root.length + 1));
  }

  /** The text of a file as it was last given. */
  textOf(uri: string): string | undefined {
    return this.#files.get(uri)?.text;
  }

  /** The documents of a file in order; empty for a file it does not know. */
  documentsOf(uri: string): readonly SourceDocument[] {
    return this.#files.get(uri)?.documents ?? [];
  }

  /** Takes new texts in. Problems follow with {@link check}. */
  apply(changes: Iterable<FileChange>): void {
    this.admit();
    this.#take(changes);
    this.#settle();
  }

  /**
   * Takes new texts in of which more are to come, and which {@link admit} will read: until that has let in the last one,
   * nobody is asked again, and only those problems are found that a document has by itself.
   */
  expect(changes: Iterable<FileChange>): void {
    this.#isArriving = true;
    this.#take(changes);
  }

  /**
   * Reads what is expected. `pause` is asked after each document and ends the work early; everything else that needs
   * the whole dataset lets in what is left.
   * @returns true when nothing is left to read
   */
  admit(pause: () => boolean = () => false): boolean {
    if (!this.#isArriving) return true;
    this.#arrivals.admitSome(pause);
    if (this.#arrivals.size > 0) return false;
    this.#isArriving = false;
    if (this.#isAsked) this.#startAnew();
    return true;
  }

  #take(changes: Iterable<FileChange>): void {
    for (const { uri, text } of changes) {
      this.#replace(uri, text);
      if (this.root !== undefined && uri === `${this.root}/${MANIFEST_NAME}`) this.#readManifest(uri);
    }
  }

  /** Puts other settings in force; only what they concern is checked again. */
  configure(settings: Settings): void {
    const before = this.today;
    const levels = ({ rules, rulesForced }: Settings) => JSON.stringify([rules, rulesForced]);
    const sameRules = levels(this.#settings) === levels(settings);
    this.#settings = settings;
    this.#inForce = undefined;
    if (!sameRules) this.#recheckAll();
    if (before.text !== this.today.text) this.#fireToday();
    this.#settle();
  }

  /**
   * Checks what needs it, files in `first` before others. `pause` is asked after each document and ends the work early.
   * @returns true when nothing is left to check.
   */
  check(first: Iterable<string> = [], pause: () => boolean = () => false): boolean {
    if (!this.admit(pause)) return false;
    if (this.checkFiles(first, pause)) {
      for (const document of this.#problems.pending) {
        this.#check(document);
        if (pause()) break;
      }
    }
    return this.#problems.pending.size === 0;
  }

  /** Whether anything waits to be checked. */
  get hasPending(): boolean {
    return this.#arrivals.size > 0 || this.#problems.pending.size > 0;
  }

  /** Whether anything in a file waits to be checked. */
  isPending(uri: string): boolean {
    return this.documentsOf(uri).some((document) => this.#problems.pending.has(document));
  }

  /**
   * Checks what needs it in these files alone, and first what has just been written.
   * @returns true unless `pause` has ended the work early
   */
  checkFiles(uris: Iterable<string>, pause: () => boolean = () => false): boolean {
    const files = new Set(uris);
    const written = this.#written.filter(({ uri }) => files.has(uri));
    for (const document of [...written, ...Array.from(files, (uri) => this.documentsOf(uri)).flat()]) {
      if (!this.#problems.pending.has(document)) continue;
      this.#check(document);
      if (pause()) return false;
    }
    return true;
  }

  /** Whether every document of a file has been checked since it came, if not since others have changed. */
  isChecked(uri: string): boolean {
    return this.documentsOf(uri).every((document) => this.#problems.get(document) !== undefined);
  }

  /** The problems of a file as of the last check, in the order of the text. */
  problemsOf(uri: string): Problem[] {
    return this.documentsOf(uri).flatMap((document) => this.#problems.get(document) ?? []);
  }

  /**
   * Something else derived from every document, kept up to date as problems are: its `pending` documents are those to
   * run again, with {@link reader}.
   */
  derive<T>(derive: (document: SourceDocument, reader: Reader) => T): Tracked<T> {
    const view = new Tracked(derive);
    for (const { documents } of this.#files.values()) for (const document of documents) view.mark(document);
    this.#views.push(view);
    return view;
  }

  /** A fresh reader of the dataset as it is now. */
  reader(): Reader {
    this.admit();
    return this.#reader();
  }

  #reader(): Reader {
    this.#isAsked = true;
    return new Reader(this.dataset, this.today, this.#ruleNames, {
      overviews: this.#overviews,
      kept: this.#kept,
      answers: this.#answers,
    });
  }

  /** The URIs whose problems, or their places, may have changed since this was last asked. */
  takeStale(): string[] {
    const uris = [...this.#stale];
    this.#stale.clear();
    return uris;
  }

  /**
   * The URIs of files without records that rules have asked for since this was last called: whoever reads files gives
   * them with {@link apply}, and again when they change.
   */
  takeWanted(): string[] {
    return this.dataset.texts.takeWanted().flatMap((path) => this.uriOf(path) ?? []);
  }

  /** Whether rules have ever asked for a file without records. */
  asksFor(uri: string): boolean {
    const path = this.#pathOf(uri);
    return path !== undefined && this.dataset.texts.asked.has(path);
  }

  /** The URIs of all files without records that rules have ever asked for, there or not. */
  get asked(): string[] {
    return [...this.dataset.texts.asked].flatMap((path) => this.uriOf(path) ?? []);
  }

  /** The URI of a file by its path from the root; nothing where there is no root. */
  uriOf(path: string): string | undefined {
    return this.root === undefined ? undefined : [this.root, ...path.split('/').map(encodeName)].join('/');
  }

  #replace(uri: string, text: string | undefined): void {
    const before = this.#files.get(uri);
    if (before?.text === text) return;
    const path = this.#pathOf(uri);
    const mayHoldRecords = this.#mayHoldRecords(path);
    const placed = text === undefined || !mayHoldRecords ? [] : parseYaml(text, before?.placed);
    const kept = before && new Map(before.documents.map((document) => [document.yaml, document]));
    const added: SourceDocument[] = [];
    const documents = placed.map(({ start, document: yaml }) => {
      const known = kept?.get(yaml);
      kept?.delete(yaml);
      if (known) known.start = start;
      const document = known ?? this.#document(uri, path, yaml, start);
      if (!known) added.push(document);
      return document;
    });
    if (text === undefined) this.#files.delete(uri);
    else this.#files.set(uri, { text, placed, documents });
    this.#stale.add(uri);
    this.#exchange(kept ? [...kept.values()] : [], added);
    const stored = path !== undefined && mayHoldRecords ? undefined : text;
    if (path !== undefined && this.dataset.texts.set(path, stored)) this.#fire([key.text(path)]);
  }

  #document(uri: string, path: string | undefined, yaml: PlacedDocument['document'], start: number): SourceDocument {
    const manifest = this.root !== undefined && path === MANIFEST_NAME;
    const claimed = this.#manifest.records !== undefined;
    return new SourceDocument(uri, yaml, start, { path, manifest, claimed });
  }

  /** Takes documents out of the index and puts others in, and has everyone checked again whom it concerns. */
  #exchange(removed: readonly SourceDocument[], added: readonly SourceDocument[]): void {
    for (const view of this.#views) {
      for (const document of removed) view.forget(document);
      for (const document of added) view.mark(document);
    }
    if (removed.length > 0) this.#written = added;
    if (this.#isArriving) this.#arrivals.exchange(removed, added);
    else if (this.#isAsked && !this.#answers) this.#fire(exchange(this.dataset, removed, added));
    else {
      replace(this.dataset, removed, added);
      if (this.#isAsked && removed.length + added.length > 0) this.#startAnew();
    }
  }

  #check(document: SourceDocument): void {
    this.#arrivals.admit(document);
    this.#problems.run(document, this.#reader());
    this.#stale.add(document.uri);
  }

  #rulesInForce(): RulesInForce {
    this.#inForce ??= rulesInForce(this.rules, (rule) => this.#levelSet(rule));
    return this.#inForce;
  }

  #levelSet(rule: Rule): RuleLevel | undefined {
    const { rules, rulesForced } = this.#settings;
    return rulesForced?.[rule.name] ?? this.#manifest.rules[rule.name] ?? rules[rule.name];
  }

  #fireToday(): void {
    if (this.#answers) this.#startAnew();
    else this.#fire([key.today()]);
  }

  /** Where nobody remembers what was asked, a change may concern everyone. */
  #startAnew(): void {
    this.#overviews.clear();
    for (const { documents } of this.#files.values()) {
      for (const document of documents) for (const view of this.#views) view.mark(document);
    }
  }

  #fire(keys: Iterable<Key>): void {
    const fired = [...keys];
    this.#overviews.fire(fired);
    for (const view of this.#views) view.fire(fired);
  }

  /** Once a change is whole: what overviews of groups make of it concerns only those members whose part is another. */
  #settle(): void {
    if (!this.#isAsked) return;
    const fired = this.#overviews.settle(() => this.#reader());
    for (const view of this.#views) view.fire(fired);
    if (this.#answers && fired.size > 0) this.#startAnew();
  }

  #recheckAll(): void {
    for (const { documents } of this.#files.values()) for (const document of documents) this.#problems.mark(document);
  }

  #readManifest(uri: string): void {
    const before = this.#manifest;
    const yaml = this.documentsOf(uri)[0]?.yaml;
    this.#manifest = readManifest(yaml?.value, (yaml?.errors.length ?? 0) > 0);
    this.#inForce = undefined;
    if (JSON.stringify(before) === JSON.stringify(this.#manifest)) return;
    if (JSON.stringify(before.records) !== JSON.stringify(this.#manifest.records)) {
      this.#isRecordFile = recordFiles(this.#manifest);
      for (const [other, { text }] of [...this.#files]) {
        if (other === uri) continue;
        this.#replace(other, undefined);
        this.#replace(other, text);
      }
    }
    this.#recheckAll();
    this.#fireToday();
  }
}
