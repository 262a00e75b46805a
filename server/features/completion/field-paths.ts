/** Paths of fields that the record has: what a citation can vouch for. */
import { modelText } from '../../../l10n/language.ts';
import { type Schema, schemaOf } from '../../dataset/schema.ts';
import type { YamlRecord, YamlValue } from '../../dataset/yaml/tree.ts';
import { isCitations } from '../card/sources.ts';
import type { ValueSlot } from './context.ts';
import { type Draft, scalar } from './item.ts';
import { ID, type Setting } from './setting.ts';

/** The record's facts in the schema's order, parts of maps after the map; those that the list has already left out. */
export function fieldPathItems(setting: Setting, kind: string, slot: ValueSlot): Draft[] {
  const found: { readonly path: string; readonly schema: Schema }[] = [];
  for (const [name, schema] of schemaOf(kind).properties) {
    const value = setting.value[name];
    if (value === undefined || name === ID || schema.constant !== undefined || !isFact(schema)) continue;
    found.push({ path: name, schema });
    for (const [inner, part] of schema.properties) {
      if (isMap(value) && inner in value) found.push({ path: `${name}.${inner}`, schema: part });
    }
  }
  return found
    .filter(({ path }) => !slot.siblings.includes(path))
    .map(({ path, schema }) => ({
      label: path,
      kind: 'value',
      detail: modelText(schema.description),
      documentation: modelText(schema.description),
      span: slot.span,
      newText: slot.lead + scalar(path, slot.flow, slot.quote) + slot.tail,
      isSnippet: false,
    }));
}

function isFact(schema: Schema): boolean {
  return !isCitations(schema) && ![...(schema.items?.properties.values() ?? [])].some((part) => part.ruleNames);
}

function isMap(value: YamlValue): value is YamlRecord {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
