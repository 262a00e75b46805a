/** A record in a few lines of markdown, put together from its schema. */
import { inWords, parseEdtf } from '../../dataset/edtf.ts';
import type { RecordDocument } from '../../dataset/record-index.ts';
import { type Schema, schemaOf } from '../../dataset/schema.ts';
import type { YamlRecord, YamlValue } from '../../dataset/yaml-tree.ts';
import { isDateSchema } from './model.ts';

const MOST_NAMES = 4;
const MOST_LINES = 6;
const cards = new WeakMap<RecordDocument, string>();

/** The record's name, other names, and its first telling fields: dates, choices, references, and how long its lists are. */
export function card(document: RecordDocument): string {
  let text = cards.get(document);
  if (text === undefined) {
    text = write(document);
    cards.set(document, text);
  }
  return text;
}

function write({ record }: RecordDocument): string {
  const lines = [`**${escapeMarkdown(record.label)}** (${record.kind})`];
  const names = [...new Set(record.names)].filter((name) => name !== record.label);
  if (names.length > 0) lines.push(`also: ${names.slice(0, MOST_NAMES).map(escapeMarkdown).join(', ')}`);
  const facts: string[] = [];
  for (const [name, schema] of schemaOf(record.kind).properties) {
    const words = factOf(schema, record.value[name]);
    if (words !== undefined) facts.push(`${escapeMarkdown(name)}: ${words}`);
    if (facts.length === MOST_LINES) break;
  }
  return [...lines, ...facts].join('  \n');
}

/** What a field says in a word or two; nothing for texts and maps, which would need more. */
function factOf(schema: Schema, value: YamlValue | undefined): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (isDateSchema(schema)) {
    const first = schema.properties.keys().next().value;
    const plain = typeof value === 'object' ? (value as YamlRecord)[first ?? ''] : value;
    const date = parseEdtf(plain, true);
    return date && inWords(date);
  }
  if (Array.isArray(value))
    return schema.items?.reference || schema.items?.properties.size ? String(value.length) : undefined;
  return typeof value === 'string' && (schema.reference || schema.values.length > 0)
    ? escapeMarkdown(value)
    : undefined;
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>|]/g, '\\$&');
}
