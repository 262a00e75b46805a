/** What the schemas say for those who make records leads to fields that there are. */
import { describe, expect, it } from 'vitest';
import { isDateSchema, kinds, schemaAt, schemaOf } from '../../server/dataset/schema.ts';
import { questionsOf } from '../../server/drafting/questions.ts';

const properties = kinds.flatMap((kind) =>
  [...schemaOf(kind).properties].map(([name, schema]) => ({ kind, name, schema })),
);

describe('the schemas', () => {
  it('bring fields of one record into fields of the other that hold the same', () => {
    const bringing = properties.filter(({ schema }) => schema.brings);
    expect(bringing.map(({ kind, name }) => `${kind}.${name}`)).toContain('proposal.made_at');
    for (const { kind, schema } of bringing) {
      for (const [own, other] of Object.entries(schema.brings!)) {
        const [to, from] = [schemaAt(kind, own.split('.')), schemaAt(schema.reference!, other.split('.'))];
        expect([to?.reference, isDateSchema(to)], own).toEqual([from?.reference, isDateSchema(from)]);
        expect(to, own).toBeDefined();
      }
    }
  });

  it('name properties in which pages of one site are alike, and one for the day', () => {
    const telling = properties.filter(({ schema }) => schema.siteTells.length > 0);
    expect(telling.map(({ kind }) => kind)).toEqual(['source']);
    for (const { kind, schema } of telling) {
      for (const name of schema.siteTells) expect(schemaAt(kind, [name]), name).toBeDefined();
      expect(isDateSchema(schemaAt(kind, [schema.tellsDate!]))).toBe(true);
    }
  });

  it.each(kinds)('lead to questions about a %s, each about fields that there are', (kind) => {
    const questions = questionsOf(kind);
    expect(questions.length).toBeGreaterThan(0);
    for (const { fields, type } of questions) {
      for (const { path, kind: reference } of fields) {
        const schema = schemaAt(
          kind,
          path.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step)),
        );
        expect(schema?.reference ?? null, path).toBe(reference);
        expect(isDateSchema(schema), path).toBe(type === 'date');
      }
    }
  });
});
