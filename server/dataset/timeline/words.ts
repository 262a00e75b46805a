/** Values of records in plain words, by their schemas alone: names for ids, dates in words, entries of lists in a few words each. */
import * as l10n from '@vscode/l10n';
import { modelWord } from '../../../l10n/language.ts';
import { inWords, parseEdtf } from '../dates/edtf.ts';
import type { DatasetRecord } from '../record.ts';
import { isDateSchema, type Schema } from '../schema.ts';
import type { Path, YamlRecord, YamlValue } from '../yaml/tree.ts';
import { isMap } from './values.ts';

/** Who knows records by their ids: a dataset, or whoever has taken notes of one. */
export interface Records {
  find(kind: string, id: string): { readonly record: Pick<DatasetRecord, 'label' | 'value'> } | undefined;
}

/** The kind of record that facts are taken from: cards name it apart from the facts. */
export const SOURCE = 'source';

const LONGEST_TEXT = 400;
const LONGEST_PART = 120;
const LONGEST_LIST = 280;
const MOST_ENTRIES = 8;
/** Blanks and control characters that cannot stand on one line as they are. */
const UNTIDY = /[^\S ]| {2}|^ | $|\p{Cc}/u;
/** How deep values are looked into: maps that aliases put into one another have no end worth reaching. */
const DEEPEST = 4;

/** The name of a field as a person reads it: "made at". */
export function nameInWords(name: string): string {
  return modelWord(name);
}

/** The names on a path: "place: city". */
export function pathInWords(path: Path): string {
  return path
    .filter((step) => typeof step === 'string')
    .map(nameInWords)
    .join(': ');
}

/** A value of an enumeration as a person reads it: "heads of state". */
export function choiceInWords(value: string): string {
  return modelWord(value);
}

export function capitalised(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** A text on one line, and not longer than that many characters. */
export function clip(text: string, longest: number): string {
  if (text.length <= longest && !UNTIDY.test(text)) return text;
  // However many blanks there are, what is left of this much is all that can be shown.
  const line = text
    .slice(0, longest * 10)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  const characters = [...line];
  if (characters.length <= longest) return line;
  const cut = characters.slice(0, longest - 1).join('');
  const blank = cut.lastIndexOf(' ');
  return `${(blank > cut.length * 0.7 ? cut.slice(0, blank) : cut).trimEnd()}…`;
}

/** A value in words; `undefined` where there is nothing to show. */
export function valueInWords(
  schema: Schema,
  value: YamlValue | undefined,
  dataset: Records,
  depth = 0,
): string | undefined {
  if (value === undefined || value === null || value === '' || depth > DEEPEST) return undefined;
  if (isDateSchema(schema)) return dateInWords(schema, value);
  if (Array.isArray(value)) return schema.items && listInWords(schema.items, value, dataset, depth + 1);
  if (isMap(value)) {
    const parts = partsOf(schema, value, dataset, depth + 1);
    return parts.length > 0 ? parts.map(({ words }) => words).join(', ') : undefined;
  }
  return scalarInWords(schema, value as string | number | boolean, dataset, LONGEST_TEXT) || undefined;
}

function scalarInWords(schema: Schema, value: string | number | boolean, dataset: Records, longest: number): string {
  if (typeof value === 'boolean') return value ? l10n.t('yes') : l10n.t('no');
  const text = String(value);
  if (schema.reference) return clip(dataset.find(schema.reference, text)?.record.label ?? text, LONGEST_PART);
  return clip(schema.values.length > 0 ? choiceInWords(text) : text, longest);
}

/** A date; in its long form also the source's wording, and in brackets how the date was arrived at. */
function dateInWords(schema: Schema, value: YamlValue): string | undefined {
  if (!isMap(value)) {
    const date = parseEdtf(value, true);
    return date && inWords(date);
  }
  const parts: string[] = [];
  const asides: string[] = [];
  const [main] = schema.properties.keys();
  const wording = [...schema.properties].find(([, property]) => isPlainText(property))?.[0];
  for (const [name, property] of schema.properties) {
    const part = value[name] ?? '';
    if (isDateSchema(property)) {
      const words = dateInWords(property, part);
      // The first is the date itself; what others there are must say what they are.
      if (words !== undefined) parts.push(name === main ? words : `${nameInWords(name)} ${words}`);
    } else if (typeof part !== 'string' || part === '') continue;
    else if (name === wording) parts.push(l10n.t('“{0}”', clip(part, LONGEST_PART)));
    // The first choice is the plain case, of which nothing need be said.
    else if (part !== property.values[0]?.value) {
      asides.push(property.values.length > 0 ? choiceInWords(part) : clip(part, LONGEST_PART).replace(/\.$/, ''));
    }
  }
  if (parts.length === 0) return undefined;
  return parts.join(', ') + (asides.length > 0 ? ` (${asides.join('; ')})` : '');
}

function isPlainText(schema: Schema): boolean {
  return schema.types.includes('string') && !schema.reference && !isDateSchema(schema) && schema.values.length === 0;
}

interface EntryPart {
  readonly schema: Schema;
  readonly words: string;
}

/** Of a date in its long form the date alone; any other value as it is. */
export function mainDate(schema: Schema, value: YamlValue | undefined): YamlValue | undefined {
  const [main] = schema.properties.keys();
  return isDateSchema(schema) && isMap(value) && main !== undefined ? value[main] : value;
}

/** The parts of a map in the schema's order, dates with what they are dates of. */
function partsOf(schema: Schema, map: YamlRecord, dataset: Records, depth: number): EntryPart[] {
  return [...schema.properties].flatMap(([name, property]): EntryPart[] => {
    const value = map[name];
    if (value === undefined || value === null || value === '' || property.reference === SOURCE) return [];
    // Yes and no, and what is written by a pattern (a language), say little without their names.
    if (typeof value === 'boolean' || (property.patternMessage && !property.format && !property.page)) return [];
    const isScalar = typeof value !== 'object' && !isDateSchema(property);
    const words = isScalar
      ? scalarInWords(property, value, dataset, LONGEST_PART)
      : valueInWords(property, value, dataset, depth);
    if (!words) return [];
    if (!isDateSchema(property) || name === 'date') return [{ schema: property, words }];
    return [{ schema: property, words: `${nameInWords(name)} ${words.replace(/^some time in /, '')}` }];
  });
}

/** The first few of a list, and how many more there are. Entries of the same sort stand together, with their sort once. */
function listInWords(schema: Schema, list: readonly YamlValue[], dataset: Records, depth: number): string | undefined {
  const groups = new Map<string, string[]>();
  let shown = 0;
  let length = 0;
  for (const value of list) {
    if (shown >= MOST_ENTRIES || length > LONGEST_LIST) break;
    const entry = entryInWords(schema, value, dataset, depth);
    if (!entry) continue;
    groups.set(entry.sort, [...(groups.get(entry.sort) ?? []), entry.words]);
    shown++;
    length += entry.words.length;
  }
  if (shown === 0) return undefined;
  const parts = [...groups].map(([sort, words]) => (sort && `${sort}: `) + words.join('; '));
  const rest = list.length - shown;
  return rest > 0 ? l10n.t('{0}; and {1} more', parts.join(' · '), rest) : parts.join(' · ');
}

interface Entry {
  readonly words: string;
  /** What several entries may have in common, as a role; empty where there is none. */
  readonly sort: string;
}

/**
 * What stands first in an entry, with the rest in brackets. A choice that the schema has in front reads on into it
 * ("supersedes …"), one behind it is the entry's sort ("member: …").
 */
function entryInWords(schema: Schema, value: YamlValue, dataset: Records, depth: number): Entry | undefined {
  if (!isMap(value) || isDateSchema(schema)) {
    const words = valueInWords(schema, value, dataset, depth);
    return words === undefined ? undefined : { words, sort: '' };
  }
  const parts = partsOf(schema, value, dataset, depth);
  const isChoice = (part: EntryPart | undefined) => part !== undefined && part.schema.values.length > 0;
  const sort = isChoice(parts[0]) ? undefined : parts.find(isChoice);
  const rest = parts.filter((part) => part !== sort);
  const head = rest.splice(0, isChoice(rest[0]) ? 2 : 1);
  if (head.length === 0) return undefined;
  const more = rest.length > 0 ? ` (${rest.map(({ words }) => words).join(', ')})` : '';
  return { words: head.map(({ words }) => words).join(' ') + more, sort: sort?.words ?? '' };
}
