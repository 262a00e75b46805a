/** The model as JSON Schema for other tools: whole by itself, and the same as the one that we check with. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { type JsonSchema, selfContained, selfContainedFor } from '../../server/dataset/json-schema.ts';
import { registry } from '../../server/dataset/registry.ts';
import { kinds, MANIFEST, schemaOf } from '../../server/dataset/schema.ts';

/** A validator by somebody else, told nothing of our keywords. */
const compiled = (schema: JsonSchema) =>
  new Ajv2020({ strict: false, logger: false, allErrors: true }).compile(schema as object);
const shipped = [...registry().byKind.values()].flatMap((documents) => [...documents]).slice(0, 400);
const referencesIn = (schema: unknown) =>
  [...new Set([...JSON.stringify(schema).matchAll(/"\$ref":"([^"]*)"/g)].map(([, target]) => target!))].sort();
const definedIn = ({ $defs = {} }: { $defs?: object }) => Object.keys($defs).map((name) => `#/$defs/${name}`);

describe('the schema of one kind', () => {
  it.each([...kinds, MANIFEST])('%s needs nothing but itself, and has nothing that it does not need', (kind) => {
    const schema = selfContained(kind);
    expect(referencesIn(schema)).toEqual(definedIn(schema).sort());
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(schema).not.toHaveProperty('$id');
    expect(schema.description).toBe(schemaOf(kind).description);
    expect(Object.keys(schema).slice(0, 4)).toEqual(['$schema', '$comment', 'title', 'description']);
  });

  it('has no list of shared definitions where it needs none', () =>
    expect(selfContained(MANIFEST)).not.toHaveProperty('$defs'));

  it.each(['state', 'organization'])('fits each %s that is shipped', (kind) => {
    const validate = compiled(selfContained(kind));
    const own = shipped.filter(({ record }) => record.kind === kind);
    expect(own.length).toBeGreaterThan(20);
    expect(own.filter(({ record }) => !validate(record.value)).map(({ uri }) => uri)).toEqual([]);
  });

  it('finds mistakes, also within shared definitions', () => {
    const validate = compiled(selfContained('person'));
    expect(validate({ kind: 'person', id: 'a', name: 'A', offices: [{ title: 'P', state: 'KGZ' }] })).toBe(true);
    for (const wrong of [{ id: 'A B' }, { offices: 'P' }, { citations: [{}] }, { nmae: 'A' }, { kind: 'summit' }])
      expect(validate({ kind: 'person', id: 'a', name: 'A', ...wrong })).toBe(false);
  });

  it('is asked for by a kind that there is', () => {
    expect(() => selfContained('sumit')).toThrow('There is no schema of the kind sumit.');
  });
});

describe('one schema for several kinds', () => {
  const schema = selfContainedFor(kinds);
  const validate = compiled(schema);
  const placesOf = (record: unknown) => (validate(record) ? [] : validate.errors!.map((each) => each.instancePath));

  it('fits records of each, and needs nothing but itself', () => {
    expect(shipped.filter(({ record }) => !validate(record.value)).map(({ uri }) => uri)).toEqual([]);
    expect(new Set(referencesIn(schema))).toEqual(new Set(definedIn(schema)));
    expect(definedIn(schema)).toEqual(expect.arrayContaining(kinds.map((kind) => `#/$defs/kind-${kind}`)));
  });

  it('blames a record by its own kind alone', () => {
    expect(placesOf({ kind: 'person', id: 'A B', name: 'A' })).toContain('/id');
    expect(placesOf({ kind: 'state', id: 'XAA', name: ['A'] })).toContain('/name');
    const told = placesOf({ kind: 'person', id: 'a', name: 'A', offices: 'P' });
    expect(told.filter((place) => place !== '')).toEqual(['/offices']);
  });

  it('wants to be told the kind, and one of those that it has', () => {
    expect(placesOf({ id: 'a' })).toEqual(['']);
    expect(placesOf({ kind: 'treaty', id: 'a' })).toEqual(['/kind']);
    expect(placesOf('person')).toContain('');
  });

  it('says what each kind is', () => {
    const { kind } = schema.properties as { kind: { enum: string[]; enumDescriptions: string[] } };
    expect(kind.enum).toEqual(kinds);
    expect(kind.enumDescriptions).toEqual(kinds.map((each) => schemaOf(each).description));
  });
});
