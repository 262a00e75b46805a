/** What the tests of the schemas share: the schemas as JSON, a walk over them, and the compiled validators. */
import { readdirSync, readFileSync } from 'node:fs';
import { generate } from '../../schemas/build/generate.mjs';
import type { SchemaError, Validator } from '../../schemas/generated/validators.mjs';

/** A JSON Schema, or a part of one. */
export type Schema = { readonly [keyword: string]: unknown };

const FOLDER = new URL('../../schemas/', import.meta.url);

/** The schemas by `$id`. */
export const schemas: ReadonlyMap<string, Schema> = new Map(
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.schema.json'))
    .map((name) => [name, JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as Schema]),
);

/** The kinds of record: every schema but the shared definitions and the manifest. */
export const kinds = [...schemas.keys()]
  .map((name) => name.replace('.schema.json', ''))
  .filter((name) => name !== 'common' && name !== 'manifest');

generate();

/** The compiled validators, by kind. */
export const validators = (await import('../../schemas/generated/validators.mjs')) as unknown as Readonly<
  Record<string, Validator>
>;

/** The mistakes in a record as a person would count them: what only explains a failed `anyOf` is left out. */
export function mistakes(kind: string, record: unknown): SchemaError[] {
  const validate = validators[kind];
  if (!validate) throw new Error(`There is no kind ${kind}.`);
  validate(record);
  return (validate.errors ?? []).filter((error) => !error.schemaPath.includes('/anyOf/'));
}

/** One place in a schema where a value is described: a property, an item, a definition or the schema itself. */
export interface Place {
  /** The schema's `$id` and the path in it. */
  readonly path: string;
  readonly schema: Schema;
}

const SINGLE = ['items', 'additionalProperties', 'unevaluatedProperties', 'propertyNames'];

/** Walks over all places of a schema, itself included. Branches that only say what is required are no places. */
export function* places(schema: Schema, path: string): Generator<Place> {
  yield { path, schema };
  for (const keyword of ['properties', '$defs']) {
    for (const [name, child] of Object.entries((schema[keyword] ?? {}) as Record<string, Schema>)) {
      yield* places(child, `${path}/${keyword}/${name}`);
    }
  }
  for (const keyword of SINGLE) {
    const child = schema[keyword];
    if (typeof child === 'object' && child !== null) yield* places(child as Schema, `${path}/${keyword}`);
  }
}

/** All places of all schemas. */
export const allPlaces: readonly Place[] = [...schemas].flatMap(([name, schema]) => [...places(schema, name)]);

/** Follows a `$ref` such as `common.schema.json#/$defs/date`; undefined where it leads nowhere. */
export function follow(ref: string): Schema | undefined {
  const [file = '', pointer = ''] = ref.split('#');
  let schema: unknown = schemas.get(file);
  for (const key of pointer.split('/').slice(1)) schema = (schema as Schema | undefined)?.[key];
  return schema as Schema | undefined;
}
