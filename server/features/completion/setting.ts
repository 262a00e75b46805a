/** What all parts of completion need to know of the record around the cursor. */
import type { Dataset } from '../../dataset/dataset.ts';
import type { EdtfDate } from '../../dataset/dates/edtf.ts';
import { DatasetRecord } from '../../dataset/record.ts';
import type { RecordDocument } from '../../dataset/record-index.ts';
import type { Rule } from '../../dataset/rule.ts';
import { isKind } from '../../dataset/schema.ts';
import type { Workspace } from '../../dataset/workspace.ts';
import type { Path, YamlRecord, YamlValue } from '../../dataset/yaml/tree.ts';

/** The property that tells what a record is, and the one that holds its id: what makes a document a record at all. */
export const KIND = 'kind';
export const ID = 'id';

/** What of snippets an editor knows. */
export interface Abilities {
  readonly snippets: boolean;
  /** A placeholder can take over the text of another one in other letters, which LSP does not ask of editors. */
  readonly snippetTransforms: boolean;
}

/** The record being written, and the dataset it is written in. */
export class Setting {
  readonly dataset: Dataset;
  readonly today: EdtfDate;
  readonly uri: string;
  /** Line end of the file. */
  readonly eol: string;
  /** The schema in force: a kind, `manifest`, or none yet. */
  readonly schema: string | undefined;
  readonly value: YamlRecord;
  readonly rules: readonly Rule[];
  readonly abilities: Abilities;
  #record: DatasetRecord | undefined;

  constructor(
    { dataset, today, rules }: Workspace,
    place: { readonly uri: string; readonly eol: string; readonly abilities: Abilities },
    schema: string | undefined,
    value: YamlValue,
  ) {
    this.dataset = dataset;
    this.today = today;
    this.rules = rules;
    this.uri = place.uri;
    this.eol = place.eol;
    this.abilities = place.abilities;
    this.schema = schema;
    this.value = value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as YamlRecord) : {};
  }

  /** The record's own id, as far as it has one. */
  get id(): string | undefined {
    return typeof this.value[ID] === 'string' ? this.value[ID] : undefined;
  }

  /** The record as it stands without what is being typed. */
  get record(): DatasetRecord | undefined {
    if (!this.#record && isKind(this.schema)) this.#record = new DatasetRecord(this.schema, this.value);
    return this.#record;
  }

  /** The records that this one refers to, each once, in the order of the text; the reference at `except` is left out. */
  targets(except: Path): RecordDocument[] {
    const skipped = except.join('/');
    const found = new Set<RecordDocument>();
    for (const { path, kind, id } of this.record?.references ?? []) {
      const target = path.join('/') === skipped ? undefined : this.dataset.find(kind, id);
      if (target) found.add(target);
    }
    return [...found];
  }
}
