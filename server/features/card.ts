/** The card of a record: what hover and completion show of it, in Markdown. */
import type { Dataset } from '../dataset/dataset.ts';
import { inWords, parseEdtf } from '../dataset/edtf.ts';
import type { RecordDocument } from '../dataset/record-index.ts';
import { type Schema, schemaAt, schemaOf } from '../dataset/schema.ts';
import type { YamlValue } from '../dataset/yaml-tree.ts';
import { code, escapeMarkdown } from './markdown.ts';

const MOST_NAMES = 6;

/** Display name, kind and id, other names, then the record's own simple properties in the schema's order. */
export function recordCard({ record }: RecordDocument, dataset: Dataset): string {
  const lines = [`**${escapeMarkdown(record.label)}** — ${record.kind} ${code(record.id ?? '')}`];
  const others = [...new Set(record.names)].filter((name) => name !== record.label);
  if (others.length > 0)
    lines.push(
      `Also: ${others.slice(0, MOST_NAMES).map(escapeMarkdown).join(' · ')}${others.length > MOST_NAMES ? ' …' : ''}`,
    );
  const facts: string[] = [];
  for (const [name, schema] of schemaOf(record.kind).properties) {
    if (schema.constant !== undefined || name === 'id' || isName(schema)) continue;
    const shown = show(record.kind, [name], record.value[name], dataset);
    if (shown !== undefined) facts.push(`- ${escapeMarkdown(name.replace(/_/g, ' '))}: ${shown}`);
  }
  if (facts.length > 0) lines.push(facts.join('\n'));
  return lines.join('\n\n');
}

/** Whether a property holds names, which stand at the head of the card already. */
function isName(schema: Schema): boolean {
  if (schema.label || schema.alias || schema.formerId) return true;
  return schema.items !== undefined && [schema.items, ...schema.items.properties.values()].some(isName);
}

function isDate(schema: Schema | undefined): boolean {
  return schema?.format === 'edtf' || schema?.format === 'edtf-date-time';
}

/** A simple value in words; lists by their length; `undefined` for what a card has no room for. */
function show(
  kind: string,
  path: (string | number)[],
  value: YamlValue | undefined,
  dataset: Dataset,
): string | undefined {
  const schema = schemaAt(kind, path);
  if (value === undefined || value === null || !schema) return undefined;
  if (Array.isArray(value)) {
    if (!schema.items || value.length === 0) return undefined;
    return value.length === 1 ? '1 entry' : `${value.length} entries`;
  }
  if (isDate(schema)) {
    const plain = typeof value === 'object' ? (value as { readonly value?: YamlValue }).value : value;
    const date = parseEdtf(plain, true);
    return date && escapeMarkdown(inWords(date));
  }
  if (typeof value === 'object') {
    const parts = Object.entries(value).flatMap(([key, inner]) => {
      const shown = show(kind, [...path, key], inner, dataset);
      if (shown === undefined) return [];
      return isDate(schema.properties.get(key)) ? `${escapeMarkdown(key.replace(/_/g, ' '))} ${shown}` : shown;
    });
    return parts.length > 0 ? parts.join(', ') : undefined;
  }
  if (schema.reference) {
    const target = dataset.find(schema.reference, String(value));
    return target ? escapeMarkdown(target.record.label) : code(String(value));
  }
  const text = String(value);
  return escapeMarkdown(text.length > 200 ? `${text.slice(0, 200)}…` : text);
}
