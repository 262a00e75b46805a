/** Values for a field: constants, choices, dates, references, examples; and what maps and lists begin with. */
import * as l10n from '@vscode/l10n';
import { modelText, ruleTitle } from '../../../l10n/language.ts';
import { isDateSchema, type Schema } from '../../dataset/schema.ts';
import { ruleCard } from '../rule-card.ts';
import type { KeySlot, ValueSlot } from './context.ts';
import { dateItems } from './dates.ts';
import { fieldPathItems } from './field-paths.ts';
import { type Draft, escapeSnippet, scalar } from './item.ts';
import { isMapSchema } from './model.ts';
import { STEP } from './outline.ts';
import { keyItems } from './properties.ts';
import { referenceItems } from './references.ts';
import type { Setting } from './setting.ts';

/** Everything that can stand in a field, best first. */
export function valueItems(setting: Setting, kind: string, schema: Schema, slot: ValueSlot): Draft[] {
  const items = [...choiceItems(schema, slot)];
  if (isDateSchema(schema)) items.push(...dateItems(setting, schema, slot));
  if (schema.reference) items.push(...referenceItems(setting, schema.reference, slot));
  if (isMapSchema(schema) && !slot.quote) {
    const nested = toKeySlot(slot, setting.eol);
    const here = slot.opensMap && !slot.flow;
    if (here || !isDateSchema(schema)) items.push(...keyItems(setting, kind, schema, nested));
    else items.push(longForm(setting, schema, slot));
  }
  if (schema.items && schema.types.includes('string')) items.push(...exampleItems(schema, slot));
  if (schema.items && !slot.quote) {
    items.push(...valueItems(setting, kind, schema.items, toItemSlot(slot, setting.eol)));
  }
  if (schema.ruleNames === 'value') items.push(...ruleNameItems(setting, slot));
  if (schema.fieldPath) items.push(...fieldPathItems(setting, kind, slot));
  // An example of an id leads nowhere.
  return items.length > 0 || schema.reference ? items : exampleItems(schema, slot);
}

function* choiceItems(schema: Schema, slot: ValueSlot): Generator<Draft> {
  if (schema.constant !== undefined) yield textItem(schema.constant, slot, { preselect: true });
  for (const { value, description } of schema.values) {
    if (slot.siblings.includes(value)) continue;
    const meaning = modelText(description);
    yield textItem(value, slot, { detail: meaning, documentation: meaning });
  }
  if (schema.types.includes('boolean') && !slot.quote) {
    for (const value of ['true', 'false']) yield rawItem(value, slot);
  }
}

/** Examples show what is meant where nothing stands yet. Beside what is being typed they would be taken by accident. */
function exampleItems(schema: Schema, slot: ValueSlot): Draft[] {
  if (slot.typed.trim() !== '') return [];
  const fresh = schema.examples.filter((example) => !slot.siblings.includes(String(example)));
  return fresh.map((example) => {
    const label = String(example);
    return { ...(typeof example === 'string' ? textItem(label, slot) : rawItem(label, slot)), detail: exampleWord() };
  });
}

export function isExample({ detail }: Draft): boolean {
  return detail === exampleWord();
}

function exampleWord(): string {
  return l10n.t('example');
}

function ruleNameItems(setting: Setting, slot: ValueSlot): Draft[] {
  return setting.rules.map(({ name, title }) => {
    const about = ruleTitle(title);
    return textItem(name, slot, { detail: about, documentation: ruleCard(setting, name, undefined) ?? about });
  });
}

/** A text, in quotation marks where it needs them. */
export function textItem(text: string, slot: ValueSlot, more: Partial<Draft> = {}): Draft {
  return { ...rawItem(text, slot), newText: slot.lead + scalar(text, slot.flow, slot.quote) + slot.tail, ...more };
}

function rawItem(label: string, slot: ValueSlot): Draft {
  return { label, kind: 'value', span: slot.span, newText: slot.lead + label + slot.tail, isSnippet: false };
}

/** A date as a map, on one line. */
function longForm(setting: Setting, schema: Schema, slot: ValueSlot): Draft {
  const [first = '', second = ''] = schema.properties.keys();
  const lead = escapeSnippet(slot.lead);
  return {
    label: `{ ${first}: …, ${second}: … }`,
    kind: 'snippet',
    detail: l10n.t('long form'),
    documentation: modelText(schema.description),
    span: slot.span,
    newText: `${lead}{ ${first}: \${1:${setting.today.text}}, ${second}: $2 }${escapeSnippet(slot.tail)}`,
    isSnippet: true,
  };
}

/** The first key of a map that stands where a value is wanted: on a line of its own, or in braces. */
function toKeySlot(slot: ValueSlot, eol: string): KeySlot {
  const { typed, flow, quote, column, path, lead, tail } = slot;
  const bare = slot.opensMap && slot.followed ? ('value' as const) : undefined;
  const common = { on: 'key' as const, typed, flow, quote, column, path, present: new Set<string>(), bare };
  if (flow) return { ...common, span: slot.span, lead: `${lead}{ `, tail: ` }${tail}` };
  if (slot.opensMap) return { ...common, span: slot.nested, lead, tail };
  return { ...common, span: slot.nested, lead: eol + ' '.repeat(column), tail };
}

/** The first item of a list that stands where a value is wanted. */
function toItemSlot(slot: ValueSlot, eol: string): ValueSlot {
  const common = { ...slot, path: [...slot.path, 0], siblings: [] };
  if (slot.flow) return { ...common, lead: `${slot.lead}[`, tail: `]${slot.tail}` };
  const column = slot.column + STEP;
  if (slot.opensMap) return { ...common, column, lead: `${slot.lead}- ` };
  const lead = `${eol}${' '.repeat(slot.column)}- `;
  return { ...common, column, lead, span: slot.nested, opensMap: true };
}
