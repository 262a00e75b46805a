/** How rules read the dataset: every question is remembered, so that a change reaches just those who asked about what changed. */
import type { Dataset } from './dataset.ts';
import type { EdtfDate } from './dates/edtf.ts';
import { Kept, type Making } from './kept.ts';
import { fold } from './names/names.ts';
import { type Derivation, Overviews } from './overview.ts';
import { type Claim, rivalsOf } from './placements/place-index.ts';
import { type Placement, placeKey } from './placements/placement.ts';
import { type Key, key, NOBODY, Questions } from './questions.ts';
import { type DatasetRecord, labelProperty, namingProperties, type Reference } from './record.ts';
import { idKey, type RecordDocument } from './record-index.ts';
import { filePathIn } from './stored-texts/file-path.ts';
import type { StoredText } from './stored-texts/stored-text.ts';
import type { YamlValue } from './yaml/tree.ts';

/** Where thousands share a name or an id, each of them is told of these alone. */
const MOST_NAMESAKES = 100;

/** What is asked about the properties of a record, or of a whole group of records: each is noted once. */
class Inquiry {
  readonly #asked: Questions;
  readonly #keyOf: ((name: string) => Key) | undefined;
  readonly #noted = new Set<string>();

  /** Without keys nothing is noted, but that something was asked. */
  constructor(asked: Questions, keyOf: ((name: string) => Key) | undefined) {
    this.#asked = asked;
    this.#keyOf = keyOf;
  }

  note(name: string): void {
    if (!this.#keyOf || this.#noted.has(name)) {
      this.#asked.again();
      return;
    }
    this.#noted.add(name);
    this.#asked.add(this.#keyOf(name));
  }
}

/** A record as a rule sees it; each property read is remembered. */
export class RecordView {
  readonly kind: string;
  readonly id: string;
  /** Whether it is one of the dataset's own records, not one that the registry ships. */
  readonly isOwn: boolean;
  readonly #document: RecordDocument;
  readonly #inquiry: Inquiry | undefined;
  readonly #kept: Kept;
  #made: Map<unknown, unknown> | undefined;

  constructor(document: RecordDocument, inquiry: Inquiry | undefined, isOwn: boolean, kept: Kept) {
    this.isOwn = isOwn;
    this.kind = document.record.kind;
    this.id = document.record.id ?? '';
    this.#document = document;
    this.#inquiry = inquiry;
    this.#kept = kept;
  }

  /** The value of a top-level property. */
  get(name: string): YamlValue | undefined {
    this.#inquiry?.note(name);
    return this.#document.record.value[name];
  }

  /** What is made of this record alone: once for all who ask, for as long as the record stays as it is. */
  alone<T>(making: Making<T>): T {
    return this.#kept.of(this.#document, making, (name) => this.#inquiry?.note(name));
  }

  /** The display name. */
  get label(): string {
    const property = labelProperty(this.kind);
    if (property !== undefined) this.get(property);
    return this.#document.record.label;
  }

  /** Everything it may be looked up by, its id among it, folded. */
  get foldedNames(): readonly string[] {
    for (const property of namingProperties(this.kind)) this.get(property);
    return this.#document.record.foldedNames;
  }

  /** What others have made of it and keep here, each under a key of its own. */
  get made(): Map<unknown, unknown> {
    this.#made ??= new Map();
    return this.#made;
  }
}

/**
 * Gathers a group's records into one part for each member, so that a change reaches just the members whose part differs.
 * Without it every member would read every other. `derive` asks all it wants to know of its reader; parts are plain data.
 */
export type Overview<T extends YamlValue> = Derivation<T, Reader>;

/** What has been answered: many rules ask the same. It holds until the dataset changes. */
export class Answers {
  /** By the kind that is wanted, then by what stands there. */
  readonly resolved = new Map<string, Map<string, ResolvedReference>>();
  readonly byId = new Map<string, readonly RecordView[]>();
  readonly viewsOf = new Map<RecordDocument, RecordView>();
  readonly rivals = new Map<string, readonly Claim[]>();
  /** Of the record that was asked about last. */
  astray: { readonly record: DatasetRecord; readonly references: readonly StrayReference[] } | undefined;
  #changes = -1;

  /** @param changes how often the dataset's own records have changed */
  forgetIfChanged(changes: number): void {
    if (this.#changes === changes) return;
    this.#changes = changes;
    for (const answers of [this.resolved, this.byId, this.viewsOf, this.rivals]) answers.clear();
    this.astray = undefined;
  }
}

/** What the readers of one dataset have in common. */
interface Shared {
  readonly overviews: Overviews<Reader>;
  readonly kept: Kept;
  /** Set where no reader has to remember what it is asked, so that one answer serves them all. */
  readonly answers: Answers | undefined;
}

/** The dataset as one check of one document reads it. */
export class Reader {
  readonly asked: Questions;
  readonly #dataset: Dataset;
  readonly #today: EdtfDate;
  /** The names of all rules; they are the same for ever. */
  readonly ruleNames: readonly string[];
  readonly #shared: Shared;
  readonly #answers: Answers;

  constructor(
    dataset: Dataset,
    today: EdtfDate,
    ruleNames: readonly string[] = [],
    shared: Shared = { overviews: new Overviews<Reader>(), kept: new Kept(), answers: undefined },
  ) {
    this.#dataset = dataset;
    this.#today = today;
    this.ruleNames = ruleNames;
    this.#shared = shared;
    this.#answers = shared.answers ?? new Answers();
    this.asked = new Questions(!shared.answers);
  }

  /** The day that counts as today; rules never read the clock. */
  get today(): EdtfDate {
    this.asked.ask(key.today);
    return this.#today;
  }

  /** The record of a kind with exactly this id. */
  find(kind: string, id: string): RecordView | undefined {
    for (const view of this.withId(id)) if (view.kind === kind && view.id === id) return view;
    return undefined;
  }

  /** Every record whose id is this one but for case. */
  withId(id: string): readonly RecordView[] {
    this.#forgetIfChanged();
    let views = this.#answers.byId.get(id);
    if (views) this.asked.again();
    else {
      this.asked.ask(key.id, id);
      views = this.#views(this.#dataset.withId(id));
      this.#answers.byId.set(id, views);
    }
    return views;
  }

  /** The ids of other documents of the dataset's own that are this one but for case, each once. */
  ownIds(kind: string, id: string, except: unknown): string[] {
    this.asked.ask(key.id, id);
    const documents = this.#dataset.own.byId.get(idKey(id));
    if (!documents || (documents.length === 1 && documents[0] === except)) return [];
    const twins = this.#dataset.twins(kind, id, except, MOST_NAMESAKES);
    return [...new Set(twins.map(({ record }) => record.id!))].sort();
  }

  /** The records of a kind that had exactly this id before, the first ones by id of more than anyone reads. */
  formerly(kind: string, id: string): RecordView[] {
    this.asked.ask(key.former, id);
    const documents = this.#dataset.formerly(id);
    if (documents.length === 0) return [];
    const owners = documents.filter(({ record }) => record.kind === kind && record.formerIds.includes(id));
    return this.#views(owners.slice(0, MOST_NAMESAKES));
  }

  /** How many documents with anything in them a file of the dataset's own has; none where there is no such file. */
  sizeOfFile(uri: string): number {
    this.asked.ask(key.file, uri);
    return this.#dataset.sizeOf(uri);
  }

  /** The records of a kind that go by this name in any spelling or script, the first ones by id of more than anyone reads. */
  named(kind: string, name: string): RecordView[] {
    const folded = fold(name);
    this.asked.ask(key.name, folded);
    return this.#views(this.#dataset.named(kind, folded, MOST_NAMESAKES));
  }

  /** All ids of a kind. */
  idsOf(kind: string): string[] {
    this.asked.ask(key.kind, kind);
    return this.#dataset.ofKind(kind).flatMap(({ record }) => record.id ?? []);
  }

  /** The ids of a few records of a kind that a mistyped id or name may mean, the likeliest first; see {@link Lookalikes}. */
  similar(kind: string, text: string): readonly string[] {
    const folded = fold(text);
    this.asked.ask(key.similar, kind, folded);
    return this.#dataset.lookalikes.of(kind, folded);
  }

  /**
   * The records of kind `from` that refer to a record: "the chairmanships of csto". Who reads a property of one of them is
   * taken to have read it of all, so that a large group costs no more notes than a small one.
   */
  referrers(from: string, kind: string, id: string): RecordView[] {
    this.asked.ask(key.referrers, from, kind, id);
    const inquiry = this.#inquiry((name) => key.column(from, kind, id, name));
    const documents = this.#dataset.referrers(kind, id, from).filter(({ record }) => record.id !== undefined);
    return documents.map(
      (document) => new RecordView(document, inquiry, this.#dataset.isOwn(document), this.#shared.kept),
    );
  }

  /**
   * What speaks against something lying where a record says that it does: what others say, by better evidence or as good.
   * A record without an id bears no witness itself, so that nobody may speak of its owner: `isWitness` tells.
   */
  rivals(placement: Pick<Placement, 'kind' | 'name' | 'owner'>, isWitness: boolean): readonly Claim[] {
    const place = placeKey(placement);
    this.asked.ask(key.placement, place, placement.owner);
    if (!isWitness) this.asked.ask(key.placement, place, NOBODY);
    this.#forgetIfChanged();
    const name = `${place}>${placement.owner}`;
    const known = this.#answers.rivals.get(name) ?? rivalsOf(this.#dataset.claims(place), placement.owner);
    this.#answers.rivals.set(name, known);
    return known;
  }

  /**
   * The text of a file of the dataset that holds no records, by its path from the root; nothing while it has not been
   * read, or where there is none.
   */
  text(path: string): StoredText | undefined {
    const file = filePathIn(path);
    if (file === undefined) return undefined;
    this.asked.add(key.text(file));
    return this.#dataset.texts.get(file);
  }

  /** What an overview of a group has for one of its members; nothing for who is no member. */
  overview<T extends YamlValue>(overview: Overview<T>, subject: string, member: string): T | undefined {
    this.asked.ask(key.part, overview.name, subject, member);
    const makeReader = () => new Reader(this.#dataset, this.#today, this.ruleNames, this.#shared);
    return this.#shared.overviews.part(overview, subject, member, makeReader);
  }

  /** The dataset itself, for fixes: they are made when someone asks, so what they ask is not remembered. */
  forFixes(): Dataset {
    return this.#dataset;
  }

  #views(documents: readonly RecordDocument[]): RecordView[] {
    this.#forgetIfChanged();
    return documents.filter(({ record }) => record.id !== undefined).map((document) => this.#view(document));
  }

  #view(document: RecordDocument): RecordView {
    let view = this.#answers.viewsOf.get(document);
    if (!view) {
      const { kind, id = '' } = document.record;
      const isOwn = this.#dataset.isOwn(document);
      // What the registry ships changes only as a whole, when a record of the dataset takes its place, and whoever got a
      // view of it has asked what is fired then.
      const inquiry = this.#inquiry(isOwn ? (name) => key.property(kind, id, name) : undefined);
      view = new RecordView(document, inquiry, isOwn, this.#shared.kept);
      this.#answers.viewsOf.set(document, view);
    }
    return view;
  }

  /** Nothing where nobody remembers: whoever has got a view has asked for it, which counts already. */
  #inquiry(keyOf: ((name: string) => Key) | undefined): Inquiry | undefined {
    return this.#shared.answers ? undefined : new Inquiry(this.asked, keyOf);
  }

  /** A fix may be asked for when other records have changed since the check. */
  #forgetIfChanged(): void {
    this.#answers.forgetIfChanged(this.#dataset.own.changes);
  }

  /** Where a reference leads. */
  resolve(reference: Reference): ResolvedReference {
    this.#forgetIfChanged();
    let ofKind = this.#answers.resolved.get(reference.kind);
    if (!ofKind) {
      ofKind = new Map();
      this.#answers.resolved.set(reference.kind, ofKind);
    }
    let resolved = ofKind.get(reference.id);
    // Asked again, so that whoever counts the questions of one rule sees that this one asked, too.
    if (resolved) this.asked.again();
    else {
      resolved = this.#resolve(reference);
      ofKind.set(reference.id, resolved);
    }
    return resolved;
  }

  /** Those references of a record that do not lead where they should; several rules ask for them, and there are few. */
  astray(record: DatasetRecord | undefined): readonly StrayReference[] {
    if (!record || record.references.length === 0) return [];
    this.#forgetIfChanged();
    if (this.#answers.astray?.record === record) this.asked.again();
    else this.#answers.astray = { record, references: this.#astray(record) };
    return this.#answers.astray.references;
  }

  #astray(record: DatasetRecord): StrayReference[] {
    const astray: StrayReference[] = [];
    for (const reference of record.references) {
      const resolved = this.resolve(reference);
      if (resolved.type !== 'found') astray.push({ reference, resolved });
    }
    return astray;
  }

  #resolve(reference: Reference): ResolvedReference {
    const views = this.withId(reference.id);
    const target = views.find(({ kind, id }) => kind === reference.kind && id === reference.id);
    if (target) return { type: 'found', target };
    const renamed = this.formerly(reference.kind, reference.id);
    if (renamed.length > 0) return { type: 'former', owners: renamed };
    const owners = this.named(reference.kind, reference.id);
    if (owners.length > 0) return { type: 'alias', owners };
    const others = views.filter((view) => view.id === reference.id);
    return others.length > 0 ? { type: 'wrong-kind', others } : { type: 'unknown' };
  }
}

/** Where a reference leads, or why it leads nowhere. */
export type ResolvedReference =
  | { readonly type: 'found'; readonly target: RecordView }
  | { readonly type: 'former'; readonly owners: readonly RecordView[] }
  | { readonly type: 'wrong-kind'; readonly others: readonly RecordView[] }
  | { readonly type: 'alias'; readonly owners: readonly RecordView[] }
  | { readonly type: 'unknown' };

/** A reference that does not lead to the one record that it names, and where it leads. */
export interface StrayReference {
  readonly reference: Reference;
  readonly resolved: Exclude<ResolvedReference, { readonly type: 'found' }>;
}
