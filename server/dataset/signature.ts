/** What can stand in a property, in one line as programmers know it from functions: `participants: list of { state | person, role? }`. */
import { type Schema, schemaOf } from './schema.ts';

const MOST_VALUES = 6;

/** A property's name, whether it is required, and its type. */
export function signature(name: string, schema: Schema, required: boolean): string {
  return `${name}${required ? ' (required)' : ''}: ${typeOf(schema)}`;
}

const known = new WeakMap<Schema, string>();

/** The type alone; remembered, because completion asks for many. */
export function typeOf(schema: Schema): string {
  let type = known.get(schema);
  if (type === undefined) {
    type = alternatives(schema).join(', or ') || 'anything';
    known.set(schema, type);
  }
  return type;
}

function alternatives(schema: Schema): string[] {
  const types = new Set(schema.types);
  const found: string[] = [];
  const scalar = scalarOf(schema);
  if (scalar !== undefined) found.push(scalar);
  if (schema.items) found.push(`list of ${manyOf(schema.items)}`);
  if (schema.properties.size > 0) found.push(`{ ${entriesOf(schema).join(', ')} }`);
  else if (schema.additional) found.push(`{ name: ${typeOf(schema.additional)} }`);
  else if (types.has('object')) found.push('map');
  return found;
}

function scalarOf({ constant, values, reference, format, types, ruleNames, fieldPath }: Schema): string | undefined {
  if (constant !== undefined) return constant;
  if (values.length > 0) {
    const shown = values.slice(0, MOST_VALUES).map(({ value }) => value);
    return [...shown, ...(values.length > MOST_VALUES ? ['…'] : [])].join(' | ');
  }
  if (reference) return `id of ${/^[aeiou]/.test(reference) ? 'an' : 'a'} ${reference}`;
  if (format === 'edtf') return 'EDTF date';
  if (format === 'edtf-date-time') return 'EDTF date or date-time';
  if (format === 'uri') return 'web address';
  if (format === 'path') return 'path of a file';
  if (ruleNames === 'value') return 'name of a rule';
  if (fieldPath) return 'path of a field';
  if (types.includes('string')) return 'text';
  if (types.includes('boolean')) return 'true | false';
  return types.includes('integer') || types.includes('number') ? 'number' : undefined;
}

/** A type where several of it stand. */
function manyOf(schema: Schema): string {
  if (schema.fieldPath) return 'paths of fields';
  return schema.reference ? `ids of ${schemaOf(schema.reference).folder ?? schema.reference}` : typeOf(schema);
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
