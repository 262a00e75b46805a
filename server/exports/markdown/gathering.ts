/** What a report tells of a dataset, gathered record by record into rows. */
import type { PhrasingContent } from 'mdast';
import { parseEdtf, yearOf as yearOfDate } from '../../dataset/dates/edtf.ts';
import { schemaAt } from '../../dataset/schema.ts';
import { ownCopy } from '../../dataset/text.ts';
import { briefOfSource } from '../../dataset/timeline/citations.ts';
import { drawn } from '../../dataset/timeline/date.ts';
import { isTargetKey } from '../../dataset/timeline/keys.ts';
import { isMap, text } from '../../dataset/timeline/values.ts';
import { capitalised, choiceInWords, SOURCE, valueInWords } from '../../dataset/timeline/words.ts';
import { entriesOf, type TimelineEntry } from '../../dataset/timeline.ts';
import type { Path, YamlRecord, YamlValue } from '../../dataset/yaml/tree.ts';
import type { ExportDataset, ExportedRecord } from '../dataset.ts';
import { Directory, labelOf } from '../meaning/directory.ts';
import { DistinctRecords } from '../meaning/distinct.ts';
import { webLink, words } from './blocks.ts';
import { Latest } from './latest.ts';
import { overdueOf } from './overdue.ts';

/** The cells of a row. */
export type Row = readonly PhrasingContent[];

/** The rows of tables, by what each table is of: an organization, a status. */
export type Tables = Map<string, Latest<Row>>;

/** How many rows of one table a person looks at; GitHub shows no more than half a megabyte of a report. */
const MOST_ROWS = 100;
const NAMED = ['organization', 'state', 'person', 'summit', 'document', 'chairmanship', SOURCE];
const NOTHING = '–';

/** The parts of a report. */
export class Gathering {
  /** By kind: how many records of the dataset's own, and how many of the registry that they refer to. */
  readonly counts = new Map<string, { own: number; registry: number }>();
  readonly overdue = new Latest<Row>(MOST_ROWS);
  /** By the names of organizations. */
  readonly meetings: Tables = new Map();
  readonly terms: Tables = new Map();
  /** By statuses as the schema has them. */
  readonly proposals: Tables = new Map();
  readonly sources = new Latest<Row>(MOST_ROWS);
  readonly #records = new DistinctRecords();
  readonly #dataset: ExportDataset;
  readonly #directory: Directory;

  private constructor(dataset: ExportDataset, directory: Directory) {
    this.#dataset = dataset;
    this.#directory = directory;
  }

  static async of(dataset: ExportDataset): Promise<Gathering> {
    const gathering = new Gathering(dataset, await Directory.of(dataset, NAMED));
    for await (const record of gathering.#records.of(dataset)) gathering.#add(record);
    return gathering;
  }

  /** What to tell a person of records that were passed over. */
  get leftOut(): readonly string[] {
    return this.#records.leftOut;
  }

  #add(exported: ExportedRecord): void {
    const { kind, path } = exported;
    const count = this.counts.get(kind) ?? { own: 0, registry: 0 };
    this.counts.set(kind, count);
    count[path === undefined ? 'registry' : 'own']++;
    if (path === undefined) return;
    const entry = entriesOf(exported.record, this.#directory).find(({ key }) => !isTargetKey(key));
    const time = entry?.date.min ?? -Infinity;
    if (kind === 'summit') this.#addMeeting(exported, entry, time);
    else if (kind === 'proposal') this.#addProposal(exported, entry, time);
    else if (kind === 'chairmanship') this.#addTerm(exported, entry, time);
    else if (kind === SOURCE) this.#addSource(exported);
    const overdue = overdueOf(kind, exported.value, this.#dataset.today);
    if (overdue) {
      const title = titleOf(exported, entry);
      this.overdue.add(overdue.day, [words(title), words(kind), words(overdue.what), words(overdue.due)]);
    }
  }

  #addMeeting(exported: ExportedRecord, entry: TimelineEntry | undefined, time: number): void {
    const { value } = exported;
    tableOf(this.meetings, this.#organization(value)).add(time, [
      words(yearOf(entry)),
      words(entry?.date.words ?? NOTHING),
      words(titleOf(exported, entry)),
      this.#said(exported, ['place']),
      this.#said(exported, ['host']),
      words(statusOf(value)),
    ]);
  }

  #addTerm(exported: ExportedRecord, entry: TimelineEntry | undefined, time: number): void {
    tableOf(this.terms, this.#organization(exported.value)).add(time, [
      this.#said(exported, ['state']),
      words(entry?.date.words ?? NOTHING),
      words(statusOf(exported.value)),
    ]);
  }

  #addProposal(exported: ExportedRecord, entry: TimelineEntry | undefined, time: number): void {
    const { value } = exported;
    const where = ['addressed_to', 'made_at', 'context'].flatMap((name) => this.#words(exported, [name]) ?? []);
    tableOf(this.proposals, text(value.status) ?? '').add(time, [
      words(titleOf(exported, entry)),
      this.#said(exported, ['parties']),
      words(where.join('; ') || NOTHING),
      words(entry?.date.words ?? NOTHING),
      words(this.#followUpOf(exported, entry)),
    ]);
  }

  /** What became of a proposal after it was made: the later steps of its story, and its result. */
  #followUpOf(exported: ExportedRecord, entry: TimelineEntry | undefined): string {
    const later = (entry?.story ?? []).slice(1).map(({ status, date }) => `${choiceInWords(status)} ${date.words}`);
    const result = this.#words(exported, ['result']);
    return [...later, ...(result === undefined ? [] : [`result: ${result}`])].join('; ') || 'none known';
  }

  #addSource({ id, value }: ExportedRecord): void {
    const { title, publisher, published, url } = briefOfSource(id, this.#directory);
    this.sources.add(drawn(value.published)?.min ?? -Infinity, [
      webLink(title, url),
      words(publisher ?? NOTHING),
      words(published ?? NOTHING),
    ]);
  }

  #organization({ organization, body }: YamlRecord): string {
    const id = text(organization) ?? text(body);
    return id === undefined ? '' : this.#directory.label('organization', id);
  }

  #said(exported: ExportedRecord, path: Path): PhrasingContent {
    return words(this.#words(exported, path) ?? NOTHING);
  }

  /** A field in words. */
  #words({ kind, value }: ExportedRecord, path: Path): string | undefined {
    const schema = schemaAt(kind, path);
    let part: YamlValue | undefined = value;
    for (const step of path) part = isMap(part) ? part[step as string] : undefined;
    return schema && valueInWords(schema, part, this.#directory);
  }
}

function tableOf(tables: Tables, name: string): Latest<Row> {
  let rows = tables.get(name);
  if (!rows) {
    rows = new Latest(MOST_ROWS);
    tables.set(ownCopy(name), rows);
  }
  return rows;
}

function titleOf({ kind, id, value }: ExportedRecord, entry: TimelineEntry | undefined): string {
  return (entry?.title ?? labelOf(kind, id, value)).trim() || id;
}

function statusOf({ status }: YamlRecord): string {
  const own = text(status);
  return own === undefined ? NOTHING : capitalised(choiceInWords(own));
}

function yearOf(entry: TimelineEntry | undefined): string {
  const date = parseEdtf(entry?.date.edtf, true);
  return String((date && yearOfDate(date)) ?? NOTHING);
}
