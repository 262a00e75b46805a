/** The schemas as a text that people and code read: complete, consistent, and in the order in which fields are written. */
import { describe, expect, it } from 'vitest';
import { allPlaces, follow, kinds, schemas } from './support.ts';

describe('the kinds', () => {
  it('are the eight of the model', () => {
    expect(kinds.sort()).toEqual(
      ['chairmanship', 'document', 'organization', 'person', 'proposal', 'source', 'state', 'summit'].sort(),
    );
  });

  it.each(kinds)('%s begins with kind and id, requires them, and takes the common fields', (kind) => {
    const schema = schemas.get(`${kind}.schema.json`)!;
    expect(schema.$id).toBe(`${kind}.schema.json`);
    expect(schema.folder).toMatch(/^[a-z]+s$/);
    expect(Object.keys(schema.properties as object).slice(0, 2)).toEqual(['kind', 'id']);
    expect((schema.properties as { kind: { const: string } }).kind.const).toBe(kind);
    expect((schema.required as string[]).slice(0, 2)).toEqual(['kind', 'id']);
    expect((schema.allOf as object[])[0]).toEqual({ $ref: 'common.schema.json#/$defs/record' });
    expect(schema.unevaluatedProperties).toBe(false);
  });

  it.each(kinds)('%s has no field twice, of its own and in common', (kind) => {
    const common = Object.keys(follow('common.schema.json#/$defs/record')?.properties as object);
    const own = Object.keys(schemas.get(`${kind}.schema.json`)!.properties as object);
    expect(own.filter((name) => common.includes(name))).toEqual([]);
  });
});

describe('every place', () => {
  it('has a description that is a sentence', () => {
    const bare = allPlaces.filter(({ schema }) => {
      const target = schema.$ref ? follow(schema.$ref as string) : undefined;
      const description = schema.description ?? target?.description;
      return typeof description !== 'string' || !/^\p{Lu}.*\.$/su.test(description);
    });
    expect(bare.map(({ path }) => path)).toEqual([]);
  });

  it('describes each value of a list, in one line', () => {
    const wrong = allPlaces.filter(({ schema }) => {
      if (!schema.enum && !schema.enumDescriptions) return false;
      const values = schema.enum as string[];
      const lines = schema.enumDescriptions as string[];
      return values?.length !== lines?.length || lines.some((line) => !/^\p{Lu}[^\n]*\.$/u.test(line));
    });
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  it('with a list of values has no second check that could fail with it', () => {
    expect(allPlaces.filter(({ schema }) => schema.enum && schema.type).map(({ path }) => path)).toEqual([]);
  });

  it('refers to definitions that exist', () => {
    const refs = allPlaces.flatMap(({ schema }) => (schema.$ref ? [schema.$ref as string] : []));
    expect(refs.filter((ref) => !follow(ref))).toEqual([]);
  });

  it('points to kinds that exist', () => {
    const targets = new Set(allPlaces.flatMap(({ schema }) => (schema.reference ? [schema.reference as string] : [])));
    expect([...targets].filter((kind) => !kinds.includes(kind))).toEqual([]);
    expect(targets.size).toBe(kinds.length);
  });

  it('leaves nothing open: a map names its keys', () => {
    const open = allPlaces.filter(
      ({ path, schema }) =>
        schema.properties &&
        !path.endsWith('/$defs/record') &&
        schema.additionalProperties !== false &&
        schema.unevaluatedProperties !== false,
    );
    expect(open.map(({ path }) => path)).toEqual([]);
  });

  it('requires only what it defines', () => {
    const wrong = allPlaces.flatMap(({ path, schema }) => {
      const known = Object.keys((schema.properties ?? {}) as object);
      const branches = [schema, ...((schema.anyOf ?? []) as { required: string[] }[])];
      return branches
        .flatMap(({ required }) => (required as string[] | undefined) ?? [])
        .filter((name) => !known.includes(name))
        .map((name) => `${path}: ${name}`);
    });
    expect(wrong).toEqual([]);
  });

  it('says what to write where a pattern does not match', () => {
    const mute = allPlaces.filter(({ schema }) => schema.pattern && !schema.patternErrorMessage);
    expect(mute.map(({ path }) => path)).toEqual([]);
  });

  it('gives examples that fit its own pattern', () => {
    const wrong = allPlaces.filter(({ schema }) => {
      const pattern = (schema.pattern ?? (schema.$ref && follow(schema.$ref as string)?.pattern)) as string | undefined;
      return pattern && (schema.examples as string[] | undefined)?.some((text) => !new RegExp(pattern, 'u').test(text));
    });
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });
});

it('a display name can be looked up', () => {
  for (const { path, schema } of allPlaces) if (schema.label) expect(schema.alias, path).toBe(true);
});
