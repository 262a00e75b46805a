/** The sources of a record's facts, for its card. */
import type { DatasetRecord } from '../record.ts';
import { isDateSchema, type Schema, schemaOf } from '../schema.ts';
import type { YamlRecord } from '../yaml/tree.ts';
import type { TimelineCitation } from './details.ts';
import { isMap, keyOf, list, text, texts, unique } from './values.ts';
import { clip, mainDate, pathInWords, type Records, SOURCE, valueInWords } from './words.ts';

const LONGEST_TITLE = 200;
const LONGEST_LOCATOR = 120;
const LONGEST_QUOTE = 600;

/** True for a list of which each entry needs a source: the citations of a record. */
export function isCitations({ items }: Schema): boolean {
  return items?.required.some((name) => items.properties.get(name)?.reference === SOURCE) === true;
}

/** What the record of a source says of it. */
export type SourceBrief = Omit<TimelineCitation, 'supports'>;

/**
 * The record's citations in their order; after them the sources that only single fields name, each with those fields.
 * A source without a record is there with its id for a title; `sourceOf` says what there is to say of one.
 */
export function citationsOf(record: DatasetRecord, sourceOf: (id: string) => SourceBrief): TimelineCitation[] {
  const citations: TimelineCitation[] = [];
  const cited = new Set<string>();
  for (const [name, schema] of schemaOf(record.kind).properties) {
    if (!isCitations(schema)) continue;
    for (const entry of list(record.value[name])) {
      const citation = isMap(entry) ? citationOf(schema.items!, entry, sourceOf) : undefined;
      if (!citation) continue;
      citations.push(citation);
      cited.add(citation.key);
    }
  }
  const elsewhere = new Map<string, string[]>();
  for (const { kind, id, path } of record.references) {
    if (kind !== SOURCE || id === '' || cited.has(keyOf(SOURCE, id))) continue;
    elsewhere.set(id, [...(elsewhere.get(id) ?? []), pathInWords(path.slice(0, 1))]);
  }
  for (const [id, fields] of elsewhere) citations.push({ ...sourceOf(id), supports: unique(fields) });
  return citations;
}

function citationOf(
  schema: Schema,
  entry: YamlRecord,
  sourceOf: (id: string) => SourceBrief,
): TimelineCitation | undefined {
  const field = [...schema.properties].find(([, { reference }]) => reference === SOURCE)?.[0];
  const id = field === undefined ? undefined : text(entry[field]);
  if (id === undefined) return undefined;
  const supported = [...schema.properties].find(([, { items }]) => items?.fieldPath)?.[0];
  const paths = supported === undefined ? [] : list(entry[supported]).flatMap(texts);
  const [locator, quote] = [text(entry.locator), text(entry.quote)];
  return {
    ...sourceOf(id),
    ...(locator !== undefined && { locator: clip(locator, LONGEST_LOCATOR) }),
    ...(quote !== undefined && { quote: clip(quote, LONGEST_QUOTE) }),
    supports: paths.map((path) => pathInWords(path.split('.').filter((step) => !/^\d+$/.test(step)))),
  };
}

/** What the record of a source says of it: what stands at the head of its card, and its address. */
export function briefOfSource(id: string, dataset: Records): SourceBrief {
  const key = keyOf(SOURCE, id);
  const source = dataset.find(SOURCE, id)?.record;
  if (!source) return { key, title: clip(id, LONGEST_TITLE) };
  const { properties, lead } = schemaOf(SOURCE);
  const said = (fits: (schema: Schema, name: string) => boolean) => {
    const [name, schema] = [...properties].find(([name, schema]) => fits(schema, name)) ?? [];
    return name && schema && valueInWords(schema, mainDate(schema, source.value[name]), dataset);
  };
  const publisher = said((schema, name) => lead.includes(name) && !isDateSchema(schema));
  const published = said((schema, name) => lead.includes(name) && isDateSchema(schema));
  const address = [...properties].find(([, { format }]) => format === 'uri')?.[0];
  const url = address === undefined ? undefined : text(source.value[address]);
  return {
    key,
    title: clip(source.label, LONGEST_TITLE) || clip(id, LONGEST_TITLE),
    ...(publisher !== undefined && { publisher }),
    ...(published !== undefined && { published }),
    ...(url !== undefined && { url }),
  };
}
