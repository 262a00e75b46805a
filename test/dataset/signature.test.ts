/** What can stand in a property, in one line. */
import { describe, expect, it } from 'vitest';
import { kinds, MANIFEST, type Schema, schemaAt, schemaOf } from '../../server/dataset/schema.ts';
import { signature } from '../../server/dataset/signature.ts';

/** What has been said of a schema is remembered; of a copy nothing has. */
const copyOf = (schema: Schema): Schema => ({ ...schema, items: schema.items && copyOf(schema.items) });

function signatureAt(kind: string, ...path: (string | number)[]): string {
  return signature(String(path.at(-1)), copyOf(schemaAt(kind, path)!), false);
}

describe('a signature', () => {
  it.each([
    ['a reference', 'summit', ['host'], 'host: id of a state'],
    ['a reference to what begins with a vowel', 'summit', ['organization'], 'organization: id of an organization'],
    ['a date', 'summit', ['date'], 'date: EDTF date, or { value?, text?, basis?, stated?, note? }'],
    [
      'a date that may have a time',
      'source',
      ['published'],
      'published: EDTF date or date-time, or { value?, text?, basis?, stated?, note? }',
    ],
    ['a choice', 'summit', ['mode'], 'mode: in-person | online | hybrid'],
    ['a list of references', 'proposal', ['concerns'], 'concerns: list of ids of states'],
    [
      'a list of maps of which one of several keys is needed',
      'summit',
      ['participants'],
      'participants: list of { state | organization | person, role?, capacity?, office? }',
    ],
    [
      'a list of maps that need a key',
      'proposal',
      ['citations'],
      'citations: list of { source, locator?, supports?, quote? }',
    ],
    ['a map', 'summit', ['place'], 'place: { city?, state?, venue?, name_at_the_time? }'],
    ['a text', 'summit', ['theme'], 'theme: text'],
    ['a number', 'summit', ['ordinal'], 'ordinal: number'],
    ['true or false', 'proposal', ['quotes', 0, 'translated'], 'translated: true | false'],
    ['an address', 'source', ['url'], 'url: web address'],
    ['a file', 'source', ['text'], 'text: path of a file'],
    ['a rule', 'summit', ['exceptions', 0, 'rule'], 'rule: name of a rule'],
    ['a path of a field', 'summit', ['citations', 0, 'supports'], 'supports: list of paths of fields'],
    ['one path of a field', 'summit', ['citations', 0, 'supports', 0], '0: path of a field'],
    ['a constant', 'summit', ['kind'], 'kind: summit'],
    ['a map of any names', MANIFEST, ['rules'], 'rules: { name: error | warning | info | hint | off }'],
  ])('of %s', (_, kind, path, expected) => {
    expect(signatureAt(kind, ...path)).toBe(expected);
  });
  it('shows the first of many values', () => {
    expect(signatureAt('summit', 'topics')).toMatch(/^topics: list of cybersecurity \| .* \| …$/);
  });
  it('shows all of six values, and of seven the first six', () => {
    const values = Array.from({ length: 7 }, (_, i) => ({ value: `v${i}`, description: '' }));
    const mode = schemaAt('summit', ['mode'])!;
    expect(signature('mode', { ...mode, values: values.slice(0, 6) }, false)).toBe('mode: v0 | v1 | v2 | v3 | v4 | v5');
    expect(signature('mode', { ...mode, values }, false)).toBe('mode: v0 | v1 | v2 | v3 | v4 | v5 | …');
  });
  it('calls a map of which nothing is said a map', () => {
    const place = { ...schemaAt('summit', ['place'])!, properties: new Map() };
    expect(signature('place', place, false)).toBe('place: map');
  });
  it('says that anything can stand where nothing is said', () => {
    const theme = { ...schemaAt('summit', ['theme'])!, types: [] };
    expect(signature('theme', theme, false)).toBe('theme: anything');
  });
  it('marks what is required', () => {
    expect(signature('theme', schemaAt('summit', ['theme'])!, true)).toBe('theme (required): text');
  });
  it('says something of every property', () => {
    for (const kind of [...kinds, MANIFEST]) {
      for (const [name, schema] of schemaOf(kind).properties) {
        expect(signature(name, schema, false)).not.toContain('anything');
      }
    }
  });
});
