/** What can stand in a property, in one line as programmers know it from functions: `participants: list of { state | person, role? }`. */
import * as l10n from '@vscode/l10n';
import { language, modelWord } from '../../l10n/language.ts';
import { type Schema, schemaOf } from './schema.ts';

const MOST_VALUES = 6;

/** A property's name, whether it is required, and its type. */
export function signature(name: string, schema: Schema, required: boolean): string {
  return `${required ? l10n.t('{0} (required)', name) : name}: ${typeOf(schema)}`;
}

/** By language. */
const known = new Map<string, WeakMap<Schema, string>>();

/** The type alone; remembered, because completion asks for many. */
export function typeOf(schema: Schema): string {
  const tag = language();
  const types = known.get(tag) ?? new WeakMap<Schema, string>();
  known.set(tag, types);
  let type = types.get(schema);
  if (type === undefined) {
    const [first, ...others] = alternatives(schema);
    type = others.reduce((before, one) => l10n.t('{0}, or {1}', before, one), first ?? l10n.t('anything'));
    types.set(schema, type);
  }
  return type;
}

function alternatives(schema: Schema): string[] {
  const types = new Set(schema.types);
  const found: string[] = [];
  const scalar = scalarOf(schema);
  if (scalar !== undefined) found.push(scalar);
  if (schema.items) found.push(l10n.t('list of {0}', manyOf(schema.items)));
  if (schema.properties.size > 0) found.push(`{ ${entriesOf(schema).join(', ')} }`);
  else if (schema.additional) found.push(`{ ${l10n.t('name')}: ${typeOf(schema.additional)} }`);
  else if (types.has('object')) found.push(l10n.t('map'));
  return found;
}

function scalarOf({ constant, values, reference, format, types, ruleNames, fieldPath }: Schema): string | undefined {
  if (constant !== undefined) return constant;
  if (values.length > 0) {
    const shown = values.slice(0, MOST_VALUES).map(({ value }) => value);
    return [...shown, ...(values.length > MOST_VALUES ? ['…'] : [])].join(' | ');
  }
  if (reference) {
    const noun = modelWord(reference);
    return /^[aeiou]/.test(noun) ? l10n.t('id of an {0}', noun) : l10n.t('id of a {0}', noun);
  }
  if (format === 'edtf') return l10n.t('EDTF date');
  if (format === 'edtf-date-time') return l10n.t('EDTF date or date-time');
  if (format === 'uri') return l10n.t('web address');
  if (format === 'path') return l10n.t('path of a file');
  if (ruleNames === 'value') return l10n.t('name of a rule');
  if (fieldPath) return l10n.t('path of a field');
  if (types.includes('string')) return l10n.t('text');
  if (types.includes('boolean')) return 'true | false';
  return types.includes('integer') || types.includes('number') ? l10n.t('number') : undefined;
}

/** A type where several of it stand. */
function manyOf(schema: Schema): string {
  if (schema.fieldPath) return l10n.t('paths of fields');
  const { reference } = schema;
  return reference ? l10n.t('ids of {0}', modelWord(schemaOf(reference).folder ?? reference)) : typeOf(schema);
}

/** The names of a map's properties: those it can do without with a question mark, those of which it needs one with bars. */
function entriesOf({ properties, required, choices }: Schema): string[] {
  const names: string[] = [];
  const done = new Set<string>();
  for (const name of properties.keys()) {
    if (done.has(name)) continue;
    const choice = choices.find((group) => group.length > 1 && group.includes(name)) ?? [];
    for (const one of choice) done.add(one);
    if (choice.length > 0) names.push(choice.join(' | '));
    else names.push(required.includes(name) ? name : `${name}?`);
  }
  return names;
}
