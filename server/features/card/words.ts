/** Words for the values of a record, by their schemas alone: names for ids, dates in words, entries in a few words each. */
import * as l10n from '@vscode/l10n';
import { modelWord } from '../../../l10n/language.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import { inWords, parseEdtf } from '../../dataset/dates/edtf.ts';
import { isDateSchema, type Schema } from '../../dataset/schema.ts';
import type { YamlRecord, YamlValue } from '../../dataset/yaml/tree.ts';
import { clip, code, escapeMarkdown, link } from '../markdown.ts';

/** The kind of record that facts are taken from: cards name it apart from the facts. */
export const SOURCE = 'source';

const LONGEST_TEXT = 140;
const LONGEST_NAME = 100;
const LONGEST_PART = 60;
const LONGEST_LIST = 160;
const MOST_ENTRIES = 6;

/** A value in words, as Markdown on one line; `undefined` where there is nothing to show. */
export function valueInWords(schema: Schema, value: YamlValue | undefined, dataset: Dataset): string | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  if (isDateSchema(schema)) return dateInWords(schema, value);
  if (Array.isArray(value)) return schema.items && listInWords(schema.items, value, dataset);
  if (typeof value === 'object') return mapInWords(schema, value as YamlRecord, dataset);
  return scalarInWords(schema, value as string | number | boolean, dataset, LONGEST_TEXT);
}

/** The name of a property as a person reads it. */
export function nameInWords(name: string): string {
  return escapeMarkdown(modelWord(name));
}

function scalarInWords(schema: Schema, value: string | number | boolean, dataset: Dataset, longest: number): string {
  const text = String(value);
  if (schema.reference) {
    const target = dataset.find(schema.reference, text);
    return target ? escapeMarkdown(clip(target.record.label, LONGEST_NAME)) : code(clip(text, longest));
  }
  return schema.format === 'uri' ? link(clip(text, longest), text) : escapeMarkdown(clip(text, longest));
}

/** A date, and the source's wording where it is kept beside it. */
function dateInWords(schema: Schema, value: YamlValue): string | undefined {
  if (typeof value !== 'object' || value === null) {
    const date = parseEdtf(value, true);
    return date && escapeMarkdown(inWords(date));
  }
  const parts: string[] = [];
  for (const [index, [name, property]] of [...schema.properties].entries()) {
    const part = (value as YamlRecord)[name];
    const words = part === undefined || !isDateSchema(property) ? undefined : dateInWords(property, part);
    // The first is the date itself; what others there are must say what they are.
    if (words !== undefined) parts.push(index === 0 ? words : withDate(name, words));
  }
  const wording = [...schema.properties].find(([, property]) => isPlainText(property))?.[0];
  const quoted = wording === undefined ? undefined : (value as YamlRecord)[wording];
  if (typeof quoted === 'string') parts.push(escapeMarkdown(l10n.t('“{0}”', clip(quoted, LONGEST_PART))));
  return parts.length > 0 ? parts.join(', ') : undefined;
}

/** Of a date in its long form the date alone; any other value as it is. */
export function mainDate(schema: Schema, value: YamlValue | undefined): YamlValue | undefined {
  const isLong = isDateSchema(schema) && value !== null && typeof value === 'object' && !Array.isArray(value);
  const [first] = schema.properties.keys();
  return isLong && first !== undefined ? (value as YamlRecord)[first] : value;
}

function isPlainText(schema: Schema): boolean {
  return schema.types.includes('string') && !schema.reference && !isDateSchema(schema) && schema.values.length === 0;
}

/** The parts of a map one after the other; dates with what they are dates of. */
function mapInWords(schema: Schema, map: YamlRecord, dataset: Dataset): string | undefined {
  const parts = partsOf(schema, map, dataset).map(({ words }) => words);
  return parts.length > 0 ? parts.join(', ') : undefined;
}

interface EntryPart {
  readonly schema: Schema;
  readonly words: string;
}

function partsOf(schema: Schema, map: YamlRecord, dataset: Dataset): EntryPart[] {
  return [...schema.properties].flatMap(([name, property]): EntryPart[] => {
    const value = map[name];
    if (value === undefined || value === null || value === '' || property.reference === SOURCE) return [];
    if (typeof value === 'object' || isDateSchema(property)) {
      const words = valueInWords(property, value, dataset);
      return words === undefined ? [] : [{ schema: property, words: withName(name, property, words) }];
    }
    // Yes and no, and what is written by a pattern (a language), say little without their names.
    if (typeof value === 'boolean' || (property.patternMessage && !property.format)) return [];
    return [{ schema: property, words: scalarInWords(property, value as string | number, dataset, LONGEST_PART) }];
  });
}

/** A date with the name of its property, unless that says no more than that it is a date. */
export function withName(name: string, schema: Schema, words: string): string {
  return isDateSchema(schema) && name !== 'date' ? withDate(name, words) : words;
}

function withDate(name: string, date: string): string {
  return l10n.t({ message: '{0} {1}', args: [nameInWords(name), date], comment: ['A field and its date'] });
}

/** The first few of a list, and how many more there are. Entries of the same sort stand together, with their sort once. */
function listInWords(schema: Schema, list: readonly YamlValue[], dataset: Dataset): string | undefined {
  const groups = new Map<string, string[]>();
  let shown = 0;
  let length = 0;
  for (const value of list) {
    if (shown >= MOST_ENTRIES || length > LONGEST_LIST) break;
    const entry = entryInWords(schema, value, dataset);
    if (!entry) continue;
    groups.set(entry.sort, [...(groups.get(entry.sort) ?? []), entry.words]);
    shown++;
    length += entry.words.length;
  }
  if (shown === 0) return undefined;
  const parts = [...groups].map(([sort, words]) => words.join(', ') + (sort && ` (${sort})`));
  const rest = list.length - shown;
  return rest > 0 ? l10n.t('{0} and {1} more', parts.join(' · '), rest) : parts.join(' · ');
}

interface Entry {
  readonly words: string;
  /** What several entries may have in common, as a role; empty where there is none. */
  readonly sort: string;
}

/**
 * What stands first in an entry, with the rest in brackets. A choice that the schema has in front reads on into it
 * ("supersedes …"), one behind it is the entry's sort ("… (member)").
 */
function entryInWords(schema: Schema, value: YamlValue, dataset: Dataset): Entry | undefined {
  const isMap = value !== null && typeof value === 'object' && !Array.isArray(value);
  if (!isMap || isDateSchema(schema)) {
    const words = valueInWords(schema, value, dataset);
    return words === undefined ? undefined : { words, sort: '' };
  }
  const parts = partsOf(schema, value as YamlRecord, dataset);
  const isChoice = (part: EntryPart | undefined) => part !== undefined && part.schema.values.length > 0;
  const sort = isChoice(parts[0]) ? undefined : parts.find(isChoice);
  const rest = parts.filter((part) => part !== sort);
  const head = rest.splice(0, isChoice(rest[0]) ? 2 : 1);
  if (head.length === 0) return undefined;
  const more = rest.length > 0 ? ` (${rest.map(({ words }) => words).join(', ')})` : '';
  return { words: head.map(({ words }) => words).join(' ') + more, sort: sort?.words ?? '' };
}
