/** The card of a record: what hover and completion show of it, in Markdown. */
import * as l10n from '@vscode/l10n';
import { modelWord } from '../../l10n/language.ts';
import type { Dataset } from '../dataset/dataset.ts';
import type { DatasetRecord } from '../dataset/record.ts';
import type { RecordDocument } from '../dataset/record-index.ts';
import { type Schema, schemaOf } from '../dataset/schema.ts';
import { leadOf } from './card/lead.ts';
import { mentionsInWords } from './card/mentions.ts';
import { isCitations, sourceLines } from './card/sources.ts';
import { nameInWords, valueInWords } from './card/words.ts';
import { clip, code, escapeMarkdown } from './markdown.ts';

const MOST_NAMES = 6;
const MOST_FACTS = 9;
const LONGEST_NAME = 120;

/**
 * Name, kind and id; what a reader looks for first; other names; the other facts in the schema's order; how many records
 * refer to it; its sources. Long lists are cut, so that it stays a card.
 */
export function recordCard(document: RecordDocument, dataset: Dataset): string {
  const { record } = document;
  const facts = factLines(record, dataset);
  const mentions = record.id === undefined ? undefined : mentionsInWords(dataset, record.kind, record.id);
  const sources = sourceLines(record, dataset);
  return [
    briefCard(document, dataset),
    otherNames(record),
    facts.join('\n'),
    mentions ?? '',
    sources.length > 0 ? `${l10n.t('Sources:')}\n\n${sources.join('\n')}` : '',
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** The first lines of a card: for lists of many, where each must cost next to nothing. */
export function briefCard({ record }: RecordDocument, dataset: Dataset): string {
  const id = record.id === undefined || record.id === record.label ? '' : ` ${code(clip(record.id, LONGEST_NAME))}`;
  const title = `**${escapeMarkdown(clip(record.label.trim(), LONGEST_NAME))}** — ${modelWord(record.kind)}${id}`;
  const lead = leadOf(record, dataset);
  return lead.length > 0 ? `${title}\n\n${lead.join(' · ')}` : title;
}

function otherNames({ names, label }: DatasetRecord): string {
  const others = [...new Set(names)].filter((name) => name !== label);
  if (others.length === 0) return '';
  const shown = others.slice(0, MOST_NAMES).map((name) => escapeMarkdown(clip(name, LONGEST_NAME)));
  return l10n.t('Also: {0}', `${shown.join(' · ')}${others.length > MOST_NAMES ? ' …' : ''}`);
}

/** The facts that are not at the head of the card; those of a word or two share a line. */
function factLines({ kind, value }: DatasetRecord, dataset: Dataset): string[] {
  const { properties, lead } = schemaOf(kind);
  const small: string[] = [];
  const lines: string[] = [];
  for (const [name, schema] of properties) {
    if (lead.includes(name) || name === 'id' || !isFact(schema)) continue;
    const words = valueInWords(schema, value[name], dataset);
    if (words === undefined) continue;
    (isSmall(schema) ? small : lines).push(`${nameInWords(name)}: ${words}`);
  }
  const all = small.length > 0 ? [small.join(' · '), ...lines] : lines;
  const shown = all.slice(0, MOST_FACTS).map((line) => `- ${line}`);
  return all.length > MOST_FACTS ? [...shown, '- …'] : shown;
}

/** Whether a property belongs among the facts: not what a card has elsewhere, nor what only tools are interested in. */
function isFact(schema: Schema): boolean {
  const isForTools = schema.constant !== undefined || schema.format === 'path' || namesRules(schema);
  return !isForTools && !isName(schema) && !isCitations(schema);
}

/** Whether a property holds names, which stand at the head of the card already. */
function isName(schema: Schema): boolean {
  if (schema.label || schema.alias || schema.formerId) return true;
  return schema.items !== undefined && [schema.items, ...schema.items.properties.values()].some(isName);
}

function namesRules({ items }: Schema): boolean {
  return items !== undefined && [...items.properties.values()].some(({ ruleNames }) => ruleNames !== undefined);
}

/** Whether a property holds one of a few words, or a number. */
function isSmall({ values, types, reference }: Schema): boolean {
  return values.length > 0 || (!reference && types.every((type) => type === 'integer' || type === 'boolean'));
}
