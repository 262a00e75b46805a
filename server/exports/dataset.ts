/** A dataset on its way out: its records one by one, read anew on each pass, so that none need be kept. */
import type { EdtfDate } from '../dataset/dates/edtf.ts';
import { MANIFEST_NAME, type Manifest } from '../dataset/manifest.ts';
import { DatasetRecord } from '../dataset/record.ts';
import { idKey, type RecordDocument, type RecordIndex } from '../dataset/record-index.ts';
import { isKind, type SchemaTest, walkTo } from '../dataset/schema.ts';
import { ownCopy } from '../dataset/text.ts';
import type { YamlRecord, YamlValue } from '../dataset/yaml/tree.ts';
import { documentStarts, YamlDocument } from '../dataset/yaml/yaml.ts';

/** A file of the dataset. */
export interface ExportedText {
  /** Its path from the dataset's root, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** A record as it was written. */
export class ExportedRecord {
  readonly kind: string;
  readonly id: string;
  readonly value: YamlRecord;
  /** The path of its file from the dataset's root; `undefined` for a record that the registry ships. */
  readonly path: string | undefined;
  #record: DatasetRecord | undefined;

  constructor(kind: string, id: string, value: YamlRecord, path?: string) {
    this.kind = kind;
    this.id = id;
    this.value = value;
    this.path = path;
  }

  /** What it says of itself along its schema: label, names, references, dates. Worked out when asked for. */
  get record(): DatasetRecord {
    this.#record ??= new DatasetRecord(this.kind, this.value);
    return this.#record;
  }
}

export interface ExportSource {
  /** The dataset's title: what its manifest says, else its folder's name. */
  readonly title: string;
  readonly manifest: Manifest;
  readonly today: EdtfDate;
  /** Records that need not be written to be known; `undefined` when they are to stay out. */
  readonly registry: RecordIndex | undefined;
  /** The kinds that were asked for; all when absent. */
  readonly kinds?: ReadonlySet<string>;
  /** The texts of all files that may hold records, in the order of their paths; each call reads them anew. */
  readonly texts: () => AsyncIterable<ExportedText>;
}

/** What could not be taken along as it stands in the files. */
export interface ExportDoubts {
  /** Paths of files with text that is not YAML: what can be read of them is exported. */
  readonly broken: Set<string>;
  /** Paths of files with a record that has no id, and so cannot be named: it is left out. */
  readonly nameless: Set<string>;
}

/** The records of a dataset, as often as they are wanted; each pass reads the files anew. */
export class ExportDataset {
  readonly title: string;
  readonly manifest: Manifest;
  readonly today: EdtfDate;
  readonly doubts: ExportDoubts = { broken: new Set(), nameless: new Set() };
  readonly #source: ExportSource;

  constructor(source: ExportSource) {
    this.title = source.title;
    this.manifest = source.manifest;
    this.today = source.today;
    this.#source = source;
  }

  /** Whether the registry's records that are referred to come along. */
  get hasRegistry(): boolean {
    return this.#source.registry !== undefined;
  }

  /** Whether records of a kind are to be written. */
  wants(kind: string): boolean {
    return this.#source.kinds?.has(kind) ?? true;
  }

  /** The records to write: those of {@link allRecords} that are of a kind that was asked for. */
  async *records(): AsyncGenerator<ExportedRecord> {
    for await (const record of this.allRecords()) if (this.wants(record.kind)) yield record;
  }

  /**
   * Every record, for those who look something up in others: the dataset's own in the order of its files, then those of
   * the registry that they refer to, straight or by way of others, and that none of them replaces. Two records with one
   * id are both there, as in the files: `check` tells of them.
   */
  async *allRecords(): AsyncGenerator<ExportedRecord> {
    const shipped = new ShippedRecords(this.#source.registry);
    for await (const { path, text } of this.#source.texts()) {
      for (const record of this.#recordsOf(path, text)) {
        shipped.note(record);
        yield record;
      }
    }
    yield* shipped.needed();
  }

  *#recordsOf(path: string, text: string): Generator<ExportedRecord> {
    if (path === MANIFEST_NAME) return;
    for (const { value, errors } of documentsOf(text)) {
      if (errors.length > 0) this.doubts.broken.add(path);
      if (!isMap(value) || !isKind(value.kind)) continue;
      // Maps keep ids, which must not keep the text of their document.
      if (typeof value.id === 'string' && value.id !== '')
        yield new ExportedRecord(value.kind, ownCopy(value.id), value, path);
      else this.doubts.nameless.add(path);
    }
  }
}

/**
 * The documents of a text, one at a time and each with a text of its own: what waits to be written, a name or an id, would
 * otherwise keep the whole file in memory that it was cut from.
 */
function* documentsOf(text: string): Generator<YamlDocument> {
  const starts = documentStarts(text);
  for (const [index, start] of starts.entries()) {
    const chunk = text.slice(start, starts[index + 1] ?? text.length);
    yield new YamlDocument(starts.length > 1 ? ownCopy(chunk) : chunk);
  }
}

/** The registry's records that a dataset needs to be whole. */
class ShippedRecords {
  readonly #registry: RecordIndex | undefined;
  readonly #wanted = new Set<RecordDocument>();
  readonly #replaced = new Set<RecordDocument>();

  constructor(registry: RecordIndex | undefined) {
    this.#registry = registry;
  }

  /** Takes note of what a record of the dataset refers to, and replaces. */
  note({ kind, id, value }: ExportedRecord): void {
    if (!this.#registry) return;
    const replaced = this.#find(kind, id);
    if (replaced) this.#replaced.add(replaced);
    for (const part of walkTo(kind, value, isReference)) {
      const { reference } = part.schema;
      const target = typeof part.value === 'string' ? this.#find(reference!, part.value) : undefined;
      if (target) this.#wanted.add(target);
    }
  }

  /** Those that are needed, with all that they themselves refer to, ordered by kind and id. */
  needed(): ExportedRecord[] {
    const needed = new Map<string, ExportedRecord>();
    // A set may grow while it is walked over: what is added is still visited.
    for (const document of this.#wanted) {
      const { kind, id, value, references } = document.record;
      if (id === undefined || this.#replaced.has(document)) continue;
      needed.set(`${kind}/${id}`, new ExportedRecord(kind, id, value));
      for (const reference of references) {
        const target = this.#find(reference.kind, reference.id);
        if (target) this.#wanted.add(target);
      }
    }
    return [...needed].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, record]) => record);
  }

  #find(kind: string, id: string): RecordDocument | undefined {
    for (const document of this.#registry?.byId.get(idKey(id)) ?? [])
      if (document.record.kind === kind && document.record.id === id) return document;
    return undefined;
  }
}

const isReference: SchemaTest = ({ reference }) => reference !== undefined;

function isMap(value: YamlValue): value is YamlRecord {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
