/** What takes place by a dataset, in words: the entries of its timeline with headline, place, facts and sources. */
import { type EdtfDate, isBefore, parseEdtf } from '../../dataset/dates/edtf.ts';
import { briefOfSource, citationsOf, type SourceBrief } from '../../dataset/timeline/citations.ts';
import type { TimelineFact } from '../../dataset/timeline/details.ts';
import { allFactsOf } from '../../dataset/timeline/facts.ts';
import { isTargetKey } from '../../dataset/timeline/keys.ts';
import { map, text } from '../../dataset/timeline/values.ts';
import { SOURCE } from '../../dataset/timeline/words.ts';
import { entriesOf, type TimelineEntry } from '../../dataset/timeline.ts';
import type { YamlRecord } from '../../dataset/yaml/tree.ts';
import type { ExportDataset, ExportedRecord } from '../dataset.ts';
import { Directory } from './directory.ts';
import { DistinctRecords } from './distinct.ts';

/** Whether it will take place for all we know. */
export type Certainty = 'tentative' | 'confirmed' | 'cancelled';

/** An entry of the timeline, with all that a reader elsewhere wants to know of it. */
export interface Happening {
  readonly entry: TimelineEntry;
  /** The date with both its ends; the entry's says which of it is open. */
  readonly date: EdtfDate;
  /** What takes place in a few words: "Founded: Eurasian Economic Union". */
  readonly headline: string;
  /** Where, from the building to the state. */
  readonly place?: string;
  readonly certainty: Certainty;
  /** What the record says, field by field, in plain text. */
  readonly facts: readonly TimelineFact[];
  readonly sources: readonly SourceBrief[];
}

/** Kinds of record that others borrow names or dates from. */
const NAMED = ['organization', 'state', 'person', 'summit', 'document', 'chairmanship', SOURCE];

/** All that takes place by a dataset's own records, one by one. What only the registry has is no part of it. */
export class Happenings {
  readonly #dataset: ExportDataset;
  readonly #directory: Directory;
  readonly #records = new DistinctRecords();

  private constructor(dataset: ExportDataset, directory: Directory) {
    this.#dataset = dataset;
    this.#directory = directory;
  }

  static async of(dataset: ExportDataset): Promise<Happenings> {
    return new Happenings(dataset, await Directory.of(dataset, NAMED));
  }

  /** Each happening of records of which the kind is welcome, in the order of the files. */
  async *each(isWelcome: (kind: string) => boolean = () => true): AsyncGenerator<Happening> {
    for await (const record of this.#records.of(this.#dataset)) {
      if (record.path !== undefined && isWelcome(record.kind)) yield* this.#of(record);
    }
  }

  /** What to tell a person of records that were passed over. */
  get leftOut(): readonly string[] {
    return this.#records.leftOut;
  }

  *#of({ record }: ExportedRecord): Generator<Happening> {
    const entries = entriesOf(record, this.#directory);
    if (entries.length === 0) return;
    const facts = allFactsOf(record, this.#directory);
    const sources = citationsOf(record, (id) => briefOfSource(id, this.#directory));
    for (const entry of entries) {
      const date = parseEdtf(entry.date.edtf, true);
      if (!date) continue;
      const place = this.#placeOf(entry, record.value);
      const certainty = certaintyOf(entry, date, this.#dataset.today);
      yield {
        entry,
        date,
        headline: headlineOf(entry),
        ...(place !== '' && { place }),
        certainty,
        facts,
        sources,
      };
    }
  }

  #placeOf(entry: TimelineEntry, value: YamlRecord): string {
    if (isTargetKey(entry.key)) return text(map(value.target).place) ?? '';
    const { venue, city, state } = map(value.place);
    const country = text(state);
    const parts = [text(venue), text(city), country && this.#directory.label('state', country)];
    if (value.mode === 'online') parts.push('online');
    return parts.filter((part) => part !== undefined).join(', ');
  }
}

/** What happened to it: names of meetings and terms say so themselves, those of other records name a thing. */
function headlineOf(entry: TimelineEntry): string {
  if (isTargetKey(entry.key)) return entry.title;
  if (entry.kind === 'organization') return `Founded: ${entry.title}`;
  if (entry.kind === 'proposal') return `Proposal: ${entry.title}`;
  return entry.kind === 'document' ? `Document: ${entry.title}` : entry.title;
}

/**
 * A meeting that was put off does not take place on a day that is past; one to come is its new day. What has no word on it
 * is certain once it has begun.
 */
function certaintyOf(entry: TimelineEntry, date: EdtfDate, today: EdtfDate): Certainty {
  const { kind, status } = entry;
  if (kind === 'summit') {
    if (status === 'cancelled') return 'cancelled';
    if (status === 'postponed') return isBefore(date, today) === 'yes' ? 'cancelled' : 'tentative';
    if (status !== undefined) return status === 'planned' ? 'tentative' : 'confirmed';
  }
  if (isTargetKey(entry.key)) return 'tentative';
  return date.start.first > today.start.last ? 'tentative' : 'confirmed';
}
