/** The records that a record names and those that name it, for its card. */
import type { Dataset } from '../dataset.ts';
import type { DatasetRecord } from '../record.ts';
import type { RecordDocument } from '../record-index.ts';
import { schemaAt } from '../schema.ts';
import type { Path, YamlRecord, YamlValue } from '../yaml/tree.ts';
import type { TimelineRelation } from './details.ts';
import { isMap, keyOf } from './values.ts';
import { capitalised, choiceInWords, clip, pathInWords, SOURCE } from './words.ts';

/** How another record is called, and when it is, in words and in milliseconds since 1970-01-01T00:00Z (−∞ when it has no date). */
export interface Brief {
  readonly title: string;
  readonly when?: string | undefined;
  readonly start: number;
}

const MOST = 50;
/** How many places are kept for those that name a record, however many it names itself. */
const KEPT = 20;
const LONGEST_TITLE = 200;

/**
 * Relations of a record, and how many more there are: of those it names the first, of those that name it the latest.
 * `briefOf` says what there is to say of a record.
 */
export function relationsOf(
  record: DatasetRecord,
  dataset: Dataset,
  briefOf: (document: RecordDocument) => Brief,
): { related: TimelineRelation[]; more: number } {
  const named = new Map<RecordDocument, string[]>();
  for (const { kind, id, path } of record.references) {
    const target = kind === SOURCE ? undefined : dataset.find(kind, id);
    if (!target || target.record === record) continue;
    note(named, target, roleOf(record, path, kind));
  }
  const naming = new Map<RecordDocument, string[]>();
  const { kind, id = '' } = record;
  for (const document of dataset.referrers(kind, id)) {
    if (document.record === record || document.record.id === undefined) continue;
    for (const reference of document.record.references) {
      if (reference.kind !== kind || reference.id !== id) continue;
      note(naming, document, roleOf(document.record, reference.path, kind));
    }
  }
  const ours = [...named].slice(0, MOST - Math.min(KEPT, naming.size));
  const theirs = sortedByTime([...naming], briefOf).slice(-(MOST - ours.length));
  const related = [
    ...ours.map(([document, roles]) => relationTo(document, roles, 'names', briefOf)),
    ...theirs.map(([document, roles]) => relationTo(document, roles, 'named-by', briefOf)),
  ];
  return { related, more: named.size + naming.size - related.length };
}

function note(roles: Map<RecordDocument, string[]>, document: RecordDocument, role: string): void {
  const known = roles.get(document);
  if (!known) roles.set(document, [role]);
  else if (!known.includes(role)) known.push(role);
}

/** Those without a date come first; the order of ids, in which they are given, breaks ties. */
function sortedByTime(
  documents: [RecordDocument, string[]][],
  briefOf: (document: RecordDocument) => Brief,
): [RecordDocument, string[]][] {
  const start = new Map(documents.map(([document]) => [document, briefOf(document).start]));
  // The difference of two that are open to the past is no number, and so decides nothing.
  return documents.sort(([a], [b]) => start.get(a)! - start.get(b)! || 0);
}

function relationTo(
  document: RecordDocument,
  roles: readonly string[],
  direction: TimelineRelation['direction'],
  briefOf: (document: RecordDocument) => Brief,
): TimelineRelation {
  const { record } = document;
  const { title, when } = briefOf(document);
  return {
    key: keyOf(record.kind, record.id!),
    kind: record.kind,
    title: clip(title, LONGEST_TITLE),
    role: capitalised(roles.join(', ')),
    direction,
    ...(when !== undefined && { when }),
  };
}

/**
 * What a reference says of the record it leads to: the fields on its way, but for one that merely repeats the kind, with
 * the sort that its entry has ("participants (member)"). A choice that stands first in an entry says it alone ("supersedes").
 */
function roleOf(record: DatasetRecord, path: Path, kind: string): string {
  const names = path.filter((step) => typeof step === 'string');
  if (names.length > 1 && names.at(-1) === kind) names.pop();
  const words = pathInWords(names);
  const choice = choiceBeside(record, path);
  if (!choice) return words;
  if (choice.isFirst) return choice.words;
  // "Members (member)" would say the same twice.
  return words.startsWith(choice.words) ? words : `${words} (${choice.words})`;
}

/** The first choice in the entry of a list that a reference stands in. */
function choiceBeside({ kind, value }: DatasetRecord, path: Path): { words: string; isFirst: boolean } | undefined {
  const end = path.findLastIndex((step) => typeof step === 'number') + 1;
  if (end === 0 || end >= path.length) return undefined;
  const at = path.slice(0, end);
  let entry: YamlValue | undefined = value;
  for (const step of at) entry = (entry as YamlRecord | undefined)?.[step];
  const properties = [...(schemaAt(kind, at)?.properties ?? [])];
  const place = properties.findIndex(([name, { values }]) => values.length > 0 && isMap(entry) && entry[name]);
  const words = isMap(entry) && place >= 0 ? entry[properties[place]![0]] : undefined;
  return typeof words === 'string' ? { words: choiceInWords(words), isFirst: place === 0 } : undefined;
}
