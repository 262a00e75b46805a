/** The registry holds what is known of organizations, and finds states by the names that people write. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { buildStates } from '../../schemas/build/states.mjs';
import { fold } from '../../server/dataset/names/names.ts';
import { registry } from '../../server/dataset/registry.ts';
import { kinds } from '../../server/dataset/schema.ts';
import { valuesAt } from '../samples/facts/fact.ts';
import { organizationFacts } from './facts/organizations.ts';
import { stateNames } from './facts/states.ts';

const FOLDER = new URL('../../schemas/registry/organizations/', import.meta.url);

const texts = [...readdirSync(FOLDER).map((name) => readFileSync(new URL(name, FOLDER), 'utf8')), buildStates()];
const records = new Map(
  texts
    .flatMap((text) => parseAllDocuments(text).map((document) => document.toJS()))
    .map((record) => [`${record.kind}/${record.id}`, record]),
);

describe('organizations', () => {
  it.each(organizationFacts.map((fact) => [`${fact.record} ${fact.says} (${fact.path})`, fact] as const))(
    '%s',
    (_, { record, path, expected }) => {
      expect(records.has(record), record).toBe(true);
      const values = valuesAt(records.get(record), path);
      if (expected === undefined) expect(values).toEqual([]);
      else if (expected instanceof RegExp) expect(values).toContainEqual(expect.stringMatching(expected));
      else expect(values).toContainEqual(expected);
    },
  );

  it.each(['ots', 'csto', 'sco', 'cica', 'cis', 'eaeu', 'eco', 'turksoy'])('%s has a Russian name', (id) => {
    expect(valuesAt(records.get(`organization/${id}`), 'names[lang=ru].text')).not.toEqual([]);
  });
});

describe('states', () => {
  it.each(stateNames)('%s: %s, of %s, is found by %j', (id, name, capital, names) => {
    const state = records.get(`state/${id}`);
    expect(state?.name).toBe(name);
    expect(valuesAt(state, 'capitals[].name').at(-1)).toBe(capital);
    for (const text of [name, ...names]) {
      const named = kinds.flatMap((kind) => registry().byName(kind).get(fold(text)) ?? []);
      const found = named.map(({ record }) => record.id);
      expect(found, text).toEqual([id]);
    }
  });
});

it('leads from a name to one record, but for a few names that are no one’s alone', () => {
  const shared: string[] = [];
  for (const [name, documents] of kinds.flatMap((kind) => [...registry().byName(kind)])) {
    if (documents.length > 1) shared.push(`${name}: ${documents.map(({ record }) => record.id).sort()}`);
  }
  // Bodies of several organizations, and Egypt's Arabic name, which in Latin letters is the code of Montserrat.
  expect(shared.sort()).toEqual(['cfm: csto-cfm,ots-cfm', 'chs: ots-chs,sco-chs', 'msr: EGY,MSR']);
});
