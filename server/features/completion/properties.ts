/** Names of properties, each with the beginning of its value. */
import * as l10n from '@vscode/l10n';
import { isDateSchema, type Schema } from '../../dataset/schema.ts';
import { ruleCard } from '../rule-card.ts';
import type { KeySlot } from './context.ts';
import { type Draft, escapeSnippet } from './item.ts';
import { describe, exclusions, isMapSchema, typeWords } from './model.ts';
import { STEP } from './outline.ts';
import type { Setting } from './setting.ts';

/** The keys that the map at the cursor can still have. */
export function keyItems(setting: Setting, kind: string, schema: Schema, slot: KeySlot): Draft[] {
  return schema.ruleNames === 'keys'
    ? ruleItems(setting, schema, slot)
    : propertyItems(kind, schema, slot, setting.eol);
}

/** The rules as keys of a map that sets something for each. */
function ruleItems(setting: Setting, { additional }: Schema, slot: KeySlot): Draft[] {
  if (!additional) return [];
  return setting.rules
    .filter(({ name }) => !slot.present.has(name))
    .map(({ name, title, severity }) => ({
      ...propertyItem(name, additional, slot, severity, setting.eol),
      documentation: ruleCard(setting, name, undefined) ?? title,
    }));
}

/** Those it needs first, then the others as the schema has them. */
function propertyItems(kind: string, schema: Schema, slot: KeySlot, eol: string): Draft[] {
  const barred = barredKeys(kind, schema, slot);
  const names = [...schema.properties.keys()].filter((name) => !slot.present.has(name) && !barred.has(name));
  const open = schema.choices.filter((choice) => !choice.some((name) => slot.present.has(name))).flat();
  const rank = (name: string) => (schema.required.includes(name) ? 0 : open.includes(name) ? 1 : 2);
  return names
    .map((name, index) => ({ name, index, rank: rank(name) }))
    .sort((a, b) => a.rank - b.rank || a.index - b.index)
    .map(({ name, rank }) => {
      const need =
        rank === 0 ? [l10n.t('required')] : rank === 1 ? [l10n.t('one of {0} is required', open.join(', '))] : [];
      const property = schema.properties.get(name)!;
      const item = propertyItem(name, property, slot, [...need, typeWords(property)].join(' · '), eol);
      return { ...item, documentation: describe(name, property, rank === 0) };
    });
}

function barredKeys(kind: string, schema: Schema, slot: KeySlot): Set<string> {
  const barred = new Set<string>();
  if (schema.properties.size < 2) return barred;
  const all = exclusions(kind, slot.path);
  for (const name of slot.present) for (const other of all.get(name) ?? []) barred.add(other);
  return barred;
}

/** One property. @param detail a few words for the list. */
export function propertyItem(name: string, schema: Schema, slot: KeySlot, detail: string, eol: string): Draft {
  const { text, isSnippet, retrigger } = keyText(name, schema, slot, eol);
  return {
    label: name,
    kind: 'property',
    detail,
    span: slot.span,
    newText:
      (isSnippet ? escapeSnippet(slot.lead) : slot.lead) + text + (isSnippet ? escapeSnippet(slot.tail) : slot.tail),
    isSnippet,
    ...(retrigger && { retrigger }),
  };
}

interface KeyText {
  readonly text: string;
  readonly isSnippet: boolean;
  readonly retrigger?: true;
}

function keyText(name: string, schema: Schema, slot: KeySlot, eol: string): KeyText {
  const close = slot.quote && !slot.quote.closed ? slot.quote.mark : '';
  if (slot.quote || slot.bare === 'colon') return { text: name + close, isSnippet: false };
  if (slot.bare) return { text: `${name}:`, isSnippet: false };
  const retrigger = offersValues(schema) && ({ retrigger: true } as const);
  if (slot.flow) {
    if (schema.items) return { text: `${name}: [$1]`, isSnippet: true, ...retrigger };
    if (isMap(schema)) return { text: `${name}: { $1 }`, isSnippet: true, retrigger: true };
    return slot.tail === ''
      ? { text: `${name}: `, isSnippet: false, ...retrigger }
      : { text: `${name}: $1`, isSnippet: true, ...retrigger };
  }
  const text = `${name}:${blockBeginning(schema, slot.column, eol)}`;
  return { text, isSnippet: false, ...retrigger };
}

/** What stands after a key's colon in block style, up to the place where one goes on typing. */
function blockBeginning(schema: Schema, column: number, eol: string): string {
  const line = eol + ' '.repeat(column + STEP);
  if (schema.items && !schema.types.includes('string')) return `${line}- `;
  if (!isMap(schema)) return ' ';
  const first = firstKeys(schema)[0];
  if (first === undefined) return line;
  const [name, property] = first;
  return `${line}${name}:${blockBeginning(property, column + STEP, eol)}`;
}

/** The properties a map begins with: what it needs, else the first of those of which it needs one, else the first of all. */
export function firstKeys(schema: Schema): [string, Schema][] {
  const all = [...schema.properties];
  const needed = all.filter(([name]) => schema.required.includes(name));
  if (needed.length > 0) return needed;
  const chosen = schema.choices[0]?.[0];
  return chosen === undefined ? all.slice(0, 1) : all.filter(([name]) => name === chosen);
}

/** A map and nothing else: a date, which may be written as a map, begins as a text. */
function isMap(schema: Schema): boolean {
  return isMapSchema(schema) && !isDateSchema(schema);
}

/** Whether there is something to choose where the cursor ends up behind a key. */
function offersValues(schema: Schema): boolean {
  if (schema.items) return isMap(schema.items) || offersValues(schema.items);
  const first = isMap(schema) ? firstKeys(schema)[0] : undefined;
  if (first) return offersValues(first[1]);
  const chosen = schema.reference !== undefined || schema.values.length > 0 || schema.constant !== undefined;
  const named = schema.fieldPath || schema.ruleNames !== undefined;
  return chosen || named || isDateSchema(schema) || schema.types.includes('boolean');
}
