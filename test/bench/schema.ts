/** The project's schemas as one self-contained JSON Schema each, for tools that know neither our files nor our keywords. */
import { schemas } from '../../schemas/generated/schemas.mjs';

type Json = unknown;
type Schema = Readonly<Record<string, Json>>;

const COMMON = 'common.schema.json#/$defs/';

/** The schema of one kind, with the shared definitions inside. */
export function selfContained(kind: string): Schema {
  const { $id: _, ...schema } = inner(kind);
  return { ...schema, $defs: sharedDefinitions() };
}

/** One schema for records of any of these kinds, told apart by `kind`. */
export function selfContainedFor(kinds: readonly string[]): Schema {
  const definitions = Object.fromEntries(
    kinds.map((kind) => {
      const { $id: _, $schema: __, ...schema } = inner(kind);
      return [`kind-${kind}`, schema];
    }),
  );
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    required: ['kind'],
    properties: { kind: { enum: kinds } },
    allOf: kinds.map((kind) => ({
      if: { properties: { kind: { const: kind } } },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
      then: { $ref: `#/$defs/kind-${kind}` },
    })),
    $defs: { ...sharedDefinitions(), ...definitions },
  };
}

function inner(kind: string): Schema {
  const schema = schemas[`${kind}.schema.json`];
  if (!schema) throw new Error(`There is no schema of the kind ${kind}.`);
  return withLocalReferences(schema) as Schema;
}

function sharedDefinitions(): Schema {
  return withLocalReferences(schemas['common.schema.json']!.$defs) as Schema;
}

function withLocalReferences(node: Json): Json {
  if (Array.isArray(node)) return node.map(withLocalReferences);
  if (node === null || typeof node !== 'object') return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [
      key,
      key === '$ref' && typeof value === 'string' ? value.replace(COMMON, '#/$defs/') : withLocalReferences(value),
    ]),
  );
}
