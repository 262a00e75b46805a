/** The sources of a record's facts, each with its title, who published it and when, and a link to it. */
import * as l10n from '@vscode/l10n';
import type { Dataset } from '../../dataset/dataset.ts';
import type { DatasetRecord } from '../../dataset/record.ts';
import { type Schema, schemaOf } from '../../dataset/schema.ts';
import type { YamlRecord, YamlValue } from '../../dataset/yaml/tree.ts';
import { clip, code, escapeMarkdown, link } from '../markdown.ts';
import { leadOf } from './lead.ts';
import { SOURCE } from './words.ts';

const MOST_SOURCES = 4;
const LONGEST_TITLE = 100;
const LONGEST_LOCATOR = 60;

/** True for a list of which each entry needs a source: the citations of a record. */
export function isCitations({ items }: Schema): boolean {
  return items?.required.some((name) => items.properties.get(name)?.reference === SOURCE) === true;
}

/** The citations of a record as lines of Markdown; the first few of many. */
export function sourceLines({ kind, value }: DatasetRecord, dataset: Dataset): string[] {
  const lines: string[] = [];
  for (const [name, schema] of schemaOf(kind).properties) {
    const list = value[name];
    if (!isCitations(schema) || !Array.isArray(list)) continue;
    const entries = (list as readonly YamlValue[]).filter((entry) => entry !== null && typeof entry === 'object');
    for (const entry of entries.slice(0, MOST_SOURCES)) {
      const line = citationInWords(schema.items!, entry as YamlRecord, dataset);
      if (line !== undefined) lines.push(`- ${line}`);
    }
    if (entries.length > MOST_SOURCES) lines.push(`- ${l10n.t('and {0} more', entries.length - MOST_SOURCES)}`);
  }
  return lines;
}

/** The source of an entry with its place in it: "[Title](…), TASS, 1 January 2025, paragraph 3". */
function citationInWords(schema: Schema, entry: YamlRecord, dataset: Dataset): string | undefined {
  const source = sourceInWords(schema, entry, dataset);
  if (source === undefined) return undefined;
  const place = [...schema.properties].find(([, { types, reference }]) => types.includes('string') && !reference)?.[0];
  const locator = place === undefined ? undefined : entry[place];
  return typeof locator === 'string' ? `${source}, ${escapeMarkdown(clip(locator, LONGEST_LOCATOR))}` : source;
}

/** The source that an entry of any sort names; `undefined` where it names none. */
export function sourceInWords(schema: Schema, entry: YamlRecord, dataset: Dataset): string | undefined {
  const field = [...schema.properties].find(([, { reference }]) => reference === SOURCE)?.[0];
  const id = field === undefined ? undefined : entry[field];
  if (typeof id !== 'string' || id === '') return undefined;
  const source = dataset.find(SOURCE, id);
  if (!source) return code(clip(id, LONGEST_TITLE));
  const { record } = source;
  return [link(clip(record.label, LONGEST_TITLE), addressOf(record)), ...leadOf(record, dataset, 'mention')].join(', ');
}

/** Where a record itself can be opened. */
function addressOf({ kind, value }: DatasetRecord): YamlValue | undefined {
  const name = [...schemaOf(kind).properties].find(([, { format }]) => format === 'uri')?.[0];
  return name === undefined ? undefined : value[name];
}
