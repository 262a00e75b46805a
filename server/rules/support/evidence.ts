/** Which sources stand behind which part of a record, and when they were published. */
import { type EdtfDate, isReversed, parseEdtf } from '../../dataset/dates/edtf.ts';
import type { Reader, RecordView } from '../../dataset/reader.ts';
import type { DatasetRecord } from '../../dataset/record.ts';
import type { Path } from '../../dataset/yaml/tree.ts';
import { once } from './once.ts';
import { listIn, mapIn, textIn } from './values.ts';

/** A place where a record names a source for itself or for a part of it. */
export interface Citation {
  readonly source: string;
  /** Of the source's id in the record. */
  readonly path: Path;
  /** The fields that it vouches for, as paths with dots; nothing where it vouches for all. */
  readonly supports: readonly string[] | undefined;
}

/** When a source was published, and where its record says so. */
export interface Publication {
  readonly date: EdtfDate;
  readonly path: Path;
}

/** The citations of a record. */
export function citationsOf({ value }: DatasetRecord): Citation[] {
  const citations: Citation[] = [];
  for (const [index, entry] of listIn(value.citations).entries()) {
    const { source, supports } = mapIn(entry);
    if (typeof source !== 'string') continue;
    const paths = listIn(supports).filter((path) => typeof path === 'string');
    // What names nothing vouches for all.
    citations.push({ source, path: ['citations', index, 'source'], supports: paths.length > 0 ? paths : undefined });
  }
  return citations;
}

/** Whether a citation vouches for a part of the record, as a part of what it names or as a whole that it names parts of. */
export function vouchesFor({ supports }: Citation, path: Path): boolean {
  const steps = path.filter((step) => typeof step === 'string');
  return supports?.some((text) => text.split('.').every((step, i) => i >= steps.length || step === steps[i])) ?? true;
}

/** The same for a property of the record and all that is in it. */
export function vouchesForProperty({ supports }: Citation, property: string): boolean {
  if (supports === undefined) return true;
  return supports.some(
    (text) => text.startsWith(property) && (text.length === property.length || text[property.length] === '.'),
  );
}

/** The ids of the sources of a part of a record: the one named beside it, else those cited for it, else all that are cited. */
export function sourcesFor(record: DatasetRecord, path: Path): string[] {
  for (let depth = path.length; depth > 0; depth--) {
    const around = textIn(mapIn(valueAt(record, path.slice(0, depth))).source);
    if (around !== undefined) return [around];
  }
  const citations = citationsOf(record);
  const named = citations.filter((citation) => citation.supports && vouchesFor(citation, path));
  return [...new Set((named.length > 0 ? named : citations).map(({ source }) => source))];
}

/** When a source was published, to the day where that is known; nothing where its record does not say, or cannot be right. */
export const publicationOf = once((source: RecordView): Publication | undefined => {
  const published = source.get('published');
  const { value } = mapIn(published);
  const date = parseEdtf(value === undefined ? published : value, true);
  const path = value === undefined ? ['published'] : ['published', 'value'];
  return date && !isReversed(date) ? { date, path } : undefined;
});

/** The publications behind a part of a record, each source once. */
export function publicationsFor(record: DatasetRecord, path: Path, reader: Reader): (Publication & { id: string })[] {
  return sourcesFor(record, path).flatMap((id) => {
    const source = reader.find('source', id);
    const publication = source && publicationOf(source);
    return publication ? [{ id, ...publication }] : [];
  });
}

function valueAt(record: DatasetRecord, path: Path): DatasetRecord['value'][string] | undefined {
  let value: DatasetRecord['value'][string] | undefined = record.value;
  for (const step of path) value = Array.isArray(value) ? value[Number(step)] : mapIn(value)[step];
  return value;
}
