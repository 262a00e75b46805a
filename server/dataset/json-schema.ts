/** The model as one self-contained JSON Schema, for tools that know neither our files nor our keywords. */
import { schemas } from '../../schemas/generated/schemas.mjs';
import { schemaOf } from './schema.ts';

type Json = unknown;
/** A JSON Schema 2020-12. */
export type JsonSchema = Readonly<Record<string, Json>>;

const COMMON = 'common.schema.json#/$defs/';
const LOCAL = '#/$defs/';
const DRAFT = 'https://json-schema.org/draft/2020-12/schema';
const COMMENT =
  'Keywords beyond JSON Schema (reference, label, alias, enumDescriptions …) and the formats edtf and edtf-date-time are annotations: a validator that does not know them passes over them.';

/** The schema of one kind, or of the manifest, with those of the shared definitions inside that it needs. */
export function selfContained(kind: string): JsonSchema {
  const { $schema: _, $id: __, title, description, ...rest } = inner(kind);
  return withDefinitions({ $schema: DRAFT, $comment: COMMENT, title, description, ...rest });
}

/** One schema for records of any of these kinds, told apart by `kind`. A mistake is told by the schema of its kind alone. */
export function selfContainedFor(kinds: readonly string[]): JsonSchema {
  const definitions = Object.fromEntries(
    kinds.map((kind) => {
      const { $schema: _, $id: __, ...schema } = inner(kind);
      return [`kind-${kind}`, schema];
    }),
  );
  const described = { enum: kinds, enumDescriptions: kinds.map((kind) => schemaOf(kind).description) };
  return withDefinitions(
    {
      $schema: DRAFT,
      $comment: COMMENT,
      title: 'Record',
      description: 'A record of a dataset of security initiatives, of the kind that its property `kind` names.',
      type: 'object',
      required: ['kind'],
      properties: { kind: { description: 'What the record is about.', ...described } },
      allOf: kinds.map((kind) => ({
        if: { properties: { kind: { const: kind } }, required: ['kind'] },
        // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
        then: { $ref: `${LOCAL}kind-${kind}` },
      })),
    },
    definitions,
  );
}

function inner(kind: string): JsonSchema {
  const schema = schemas[`${kind}.schema.json`];
  if (!schema) throw new Error(`There is no schema of the kind ${kind}.`);
  return withLocalReferences(schema) as JsonSchema;
}

/** Adds every shared definition that a schema, or one of these definitions, leads to. */
function withDefinitions(schema: JsonSchema, own: Readonly<Record<string, Json>> = {}): JsonSchema {
  const shared = withLocalReferences(schemas['common.schema.json']!.$defs) as Readonly<Record<string, Json>>;
  const needed = new Set<string>();
  const visit = (node: Json): void => {
    for (const name of namesIn(node)) {
      if (needed.has(name) || !Object.hasOwn(shared, name)) continue;
      needed.add(name);
      visit(shared[name]);
    }
  };
  visit([schema, own]);
  const definitions = { ...own, ...Object.fromEntries(Object.entries(shared).filter(([name]) => needed.has(name))) };
  return Object.keys(definitions).length > 0 ? { ...schema, $defs: definitions } : schema;
}

/** The definitions that a part of a schema refers to. */
function namesIn(node: Json): string[] {
  if (node === null || typeof node !== 'object') return [];
  return Object.entries(node).flatMap(([key, value]) =>
    key === '$ref' && typeof value === 'string' ? value.slice(LOCAL.length) : namesIn(value),
  );
}

function withLocalReferences(node: Json): Json {
  if (Array.isArray(node)) return node.map(withLocalReferences);
  if (node === null || typeof node !== 'object') return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [
      key,
      key === '$ref' && typeof value === 'string' ? value.replace(COMMON, LOCAL) : withLocalReferences(value),
    ]),
  );
}
