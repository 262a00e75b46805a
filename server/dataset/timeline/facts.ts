/** What a record says that its entry and its relations have no place for, field by field. */
import type { DatasetRecord } from '../record.ts';
import { isDateSchema, type Schema, schemaOf } from '../schema.ts';
import type { YamlRecord, YamlValue } from '../yaml/tree.ts';
import { isCitations } from './citations.ts';
import { drawn } from './date.ts';
import type { TimelineFact } from './details.ts';
import type { TimelineEntry } from './entry.ts';
import { isMap, list, map, text } from './values.ts';
import { capitalised, nameInWords, type Records, valueInWords } from './words.ts';

/** The facts of a record in the schema's order, given what it puts on the timeline. */
export function factsOf(
  { kind, value }: DatasetRecord,
  entries: readonly TimelineEntry[],
  dataset: Records,
): TimelineFact[] {
  const facts: TimelineFact[] = [];
  for (const [name, schema] of schemaOf(kind).properties) {
    const part = value[name];
    if (part === undefined || !isFact(name, schema)) continue;
    if (entries.some((entry) => tells(entry, name, schema, part)) || leadsToRecords(schema, part, dataset)) continue;
    const fact = factOf(name, schema, part, dataset);
    if (fact) facts.push(fact);
  }
  return facts;
}

/** All facts of a record in the schema's order, whatever else is shown of it: its names, sources and words for tools aside. */
export function allFactsOf({ kind, value }: { kind: string; value: YamlRecord }, dataset: Records): TimelineFact[] {
  return [...schemaOf(kind).properties].flatMap(([name, schema]) => {
    const fact = isFact(name, schema) ? factOf(name, schema, value[name], dataset) : undefined;
    return fact ? [fact] : [];
  });
}

function isFact(name: string, schema: Schema): boolean {
  return name !== 'id' && !isForTools(schema) && !holdsNames(schema) && !isCitations(schema);
}

function factOf(
  name: string,
  schema: Schema,
  value: YamlValue | undefined,
  dataset: Records,
): TimelineFact | undefined {
  const words = valueInWords(schema, value, dataset);
  if (words === undefined) return undefined;
  return { label: capitalised(nameInWords(name)), text: schema.values.length > 0 ? capitalised(words) : words };
}

/** Whether an entry says all that a field does: the status, the day, the lanes it is in by their own names, its story. */
function tells(entry: TimelineEntry, name: string, schema: Schema, value: YamlValue): boolean {
  if (name === 'status') return value === entry.status;
  if (name === 'history') return entry.story !== undefined && isStory(entry.story, value);
  if (isDateSchema(schema)) return !isMap(value) && isDateOf(entry, value);
  if (!schema.items || schema.items.values.length === 0) return false;
  return list(value).every((one) => typeof one === 'string' && entry.lanes.domain?.includes(one));
}

/** Whether a date is that of an entry, or one end of it. */
function isDateOf({ date }: TimelineEntry, value: YamlValue): boolean {
  const own = drawn(value)?.edtf;
  return own !== undefined && (own === date.edtf || date.edtf.split('/').includes(own));
}

/** Whether each step of a history has a date, and so has a place in the story. */
function isStory(story: NonNullable<TimelineEntry['story']>, history: YamlValue): boolean {
  return list(history).every((step) => {
    const told = map(step);
    const own = drawn(told.date)?.edtf;
    return story.some(({ status, date }) => status === text(told.status) && (own === undefined || own === date.edtf));
  });
}

/** Whether a value says no more than which records it leads to: they are shown as such. */
function leadsToRecords(schema: Schema, value: YamlValue, dataset: Records): boolean {
  if (isDateSchema(schema)) return false;
  if (Array.isArray(value)) {
    const { items } = schema;
    return items !== undefined && (value as YamlValue[]).every((item) => leadsToRecords(items, item, dataset));
  }
  if (isMap(value)) {
    return Object.keys(value).every((name) => {
      const property = schema.properties.get(name);
      return property !== undefined && leadsToRecords(property, (value as YamlRecord)[name]!, dataset);
    });
  }
  return schema.reference !== undefined && typeof value === 'string' && !!dataset.find(schema.reference, value);
}

/** Whether only tools are interested in a field. */
function isForTools({ constant, format, items, ruleNames }: Schema): boolean {
  const namesRules = [...(items?.properties.values() ?? [])].some((property) => property.ruleNames !== undefined);
  return constant !== undefined || format === 'path' || ruleNames !== undefined || namesRules;
}

/** Whether a field holds names, which the entry has. */
function holdsNames(schema: Schema): boolean {
  if (schema.label || schema.alias || schema.formerId) return true;
  return schema.items !== undefined && [schema.items, ...schema.items.properties.values()].some(holdsNames);
}
