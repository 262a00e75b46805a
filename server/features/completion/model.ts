/** What completion asks of the schemas beyond a look-up by path: what excludes what, and a few words on a property's type. */
import * as l10n from '@vscode/l10n';
import { modelText, modelWord } from '../../../l10n/language.ts';
import { isDateSchema, type Schema, schemaAt, schemaOf } from '../../dataset/schema.ts';
import { shapeErrors } from '../../dataset/shape.ts';
import { signature } from '../../dataset/signature.ts';
import type { Path, YamlValue } from '../../dataset/yaml/tree.ts';
import { code, codeBlock } from '../markdown.ts';

const known = new WeakMap<Schema, ReadonlyMap<string, ReadonlySet<string>>>();

/**
 * For each property of the map at a path, those that must not stand beside it. The validators are asked, once a map:
 * the exclusions are `dependentSchemas`, which only they understand.
 */
export function exclusions(kind: string, path: Path): ReadonlyMap<string, ReadonlySet<string>> {
  const schema = schemaAt(kind, path);
  if (!schema) return new Map();
  let found = known.get(schema);
  if (!found) {
    found = findExclusions(kind, path, schema);
    known.set(schema, found);
  }
  return found;
}

function findExclusions(kind: string, path: Path, schema: Schema): ReadonlyMap<string, ReadonlySet<string>> {
  const result = new Map<string, Set<string>>();
  const add = (a: string, b: string) => result.set(a, (result.get(a) ?? new Set()).add(b));
  const names = [...schema.properties.keys()];
  for (const [key] of excluded(kind, path, schema, names)) {
    for (const other of names) {
      if (other === key || excluded(kind, path, schema, [key, other]).length === 0) continue;
      add(key, other);
      add(other, key);
    }
  }
  return result;
}

/** The keys that the validator rejects beside others when a map has all of `names`. */
function excluded(kind: string, path: Path, schema: Schema, names: readonly string[]): [string][] {
  const map: Record<string, YamlValue> = {};
  for (const name of names) map[name] = sample(schema.properties.get(name)!);
  let value: YamlValue = map;
  for (const step of [...path].reverse()) value = typeof step === 'number' ? [value] : { [step]: value };
  return shapeErrors(kind, value).flatMap((error) => (error.type === 'exclusive' ? [[error.key] as [string]] : []));
}

/** A value that fits, so that the only thing wrong with it can be its company. */
function sample(schema: Schema): YamlValue {
  const example = schema.constant ?? schema.values[0]?.value ?? schema.examples[0];
  if (example !== undefined) return example;
  if (schema.types.includes('object')) return {};
  return schema.types.includes('array') ? [] : schema.types.includes('boolean') ? true : 'x';
}

/** One or two words on what stands in a field. */
export function typeWords(schema: Schema): string {
  if (schema.reference) return modelWord(schema.reference);
  if (isDateSchema(schema)) return l10n.t('date');
  if (schema.values.length > 0) return l10n.t('choice');
  if (schema.items) return l10n.t('list of {0}', pluralWord(schema.items));
  if (schema.types.includes('object')) return l10n.t('map');
  if (schema.types.includes('boolean')) return l10n.t('true or false');
  if (schema.types.includes('integer')) return l10n.t('number');
  return schema.constant ?? l10n.t('text');
}

/** What stands in a list. */
function pluralWord({ properties, reference, values, types }: Schema): string {
  if (properties.size > 0) return l10n.t('entries');
  if (reference) return modelWord(schemaOf(reference).folder ?? reference);
  if (values.length > 0) return l10n.t('choices');
  return types.includes('integer') ? l10n.t('numbers') : l10n.t('texts');
}

/** What a field may hold and means, with its examples, as markdown. */
export function describe(name: string, schema: Schema, required: boolean): string {
  const examples = schema.examples.map((example) => code(String(example)));
  const parts = [codeBlock(signature(name, schema, required), 'yaml'), modelText(schema.description)];
  if (examples.length > 0) parts.push(l10n.t('Example: {0}', examples.join(', ')));
  return parts.join('\n\n');
}

/** True where a map can stand. */
export function isMapSchema(schema: Schema): boolean {
  return schema.types.includes('object') || schema.properties.size > 0;
}
