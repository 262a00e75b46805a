/** The registry as a dataset: it fits its own schemas, its references lead somewhere, and its names are not in each other's way. */
import { readdirSync, readFileSync } from 'node:fs';
import anyAscii from 'any-ascii';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Document, isMap, parseAllDocuments } from 'yaml';
import { buildStates } from '../../schemas/build/states.mjs';
import { follow, mistakes, type Schema, schemas } from './support.ts';

interface Entry {
  readonly kind: string;
  readonly id: string;
  readonly name: string;
  readonly [field: string]: unknown;
}

const FOLDER = new URL('../../schemas/registry/organizations/', import.meta.url);

/** Reads the documents of one text, which must be plain YAML. */
function read(text: string): Entry[] {
  return (parseAllDocuments(text) as Document[]).map((document) => {
    expect(document.errors).toEqual([]);
    expect(isMap(document.contents)).toBe(true);
    return document.toJS() as Entry;
  });
}

const files = readdirSync(FOLDER).sort();
const statesText = buildStates();
let organizations: Entry[];
let states: Entry[];
let all: Entry[];

beforeAll(() => {
  organizations = files.flatMap((name) => read(readFileSync(new URL(name, FOLDER), 'utf8')));
  states = read(statesText);
  all = [...organizations, ...states];
});

/** Follows a value along its schema and collects what the schema marks with a keyword. */
function marked(keyword: string, value: unknown, schema: Schema | undefined): [unknown, string][] {
  if (!schema || value === undefined) return [];
  const found: [unknown, string][] = schema[keyword] ? [[schema[keyword], value as string]] : [];
  if (schema.$ref) found.push(...marked(keyword, value, follow(schema.$ref as string)));
  for (const part of (schema.allOf ?? []) as Schema[]) found.push(...marked(keyword, value, part));
  if (Array.isArray(value))
    return [...found, ...value.flatMap((item) => marked(keyword, item, schema.items as Schema))];
  if (typeof value === 'object' && value !== null) {
    const properties = (schema.properties ?? {}) as Record<string, Schema>;
    for (const [key, child] of Object.entries(value)) found.push(...marked(keyword, child, properties[key]));
  }
  return found;
}

/** All names by which a record can be looked up, folded to bare Latin letters. */
function namesOf(record: Entry): Set<string> {
  const names = marked('alias', record, schemas.get(`${record.kind}.schema.json`)).map(([, text]) => text);
  return new Set(
    names.map((text) =>
      anyAscii(text)
        .toLowerCase()
        .replaceAll(/[^a-z0-9]/g, ''),
    ),
  );
}

describe('every record', () => {
  it('fits its schema', () => {
    for (const record of all) expect(mistakes(record.kind, record), record.id).toEqual([]);
  });

  it('has its fields in the order of the schema', () => {
    for (const record of all) {
      const schema = schemas.get(`${record.kind}.schema.json`)!;
      const common = follow('common.schema.json#/$defs/record')!;
      const order = [schema, common].flatMap(({ properties }) => Object.keys(properties as object));
      expect(Object.keys(record), record.id).toEqual(order.filter((key) => key in record));
    }
  });

  it('has an id of its own', () => {
    const ids = all.map(({ kind, id }) => `${kind} ${id}`);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it('refers to records of the right kind', () => {
    const known = new Set(all.map(({ kind, id }) => `${kind} ${id}`));
    const wrong = all.flatMap((record) =>
      marked('reference', record, schemas.get(`${record.kind}.schema.json`))
        .map(([kind, id]) => `${kind} ${id}`)
        .filter((target) => !known.has(target))
        .map((target) => `${record.id} → ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('shares no name with another of its kind, but for abbreviations that each organization has for its bodies', () => {
    const owners = new Map<string, string>();
    const shared: string[] = [];
    for (const record of all) {
      for (const name of namesOf(record)) {
        const owner = owners.get(`${record.kind} ${name}`);
        if (owner) shared.push(`${name}: ${owner}, ${record.id}`);
        owners.set(`${record.kind} ${name}`, record.id);
      }
    }
    expect(shared).toEqual(['cfm: csto-cfm, ots-cfm', 'chs: ots-chs, sco-chs']);
  });

  it('repeats no name of its own letter for letter', () => {
    for (const record of states) {
      const names = marked('alias', record, schemas.get('state.schema.json')).map(([, text]) => text);
      expect(names, record.id).toEqual([...new Set(names)]);
    }
  });
});

describe('organizations', () => {
  it.each(files)('%s begins with the organization it is named after', (name) => {
    const [first] = read(readFileSync(new URL(name, FOLDER), 'utf8'));
    expect(`${first?.id}.yaml`).toBe(name);
  });

  it('are those that people write about', () => {
    const ids = organizations.map(({ id }) => id);
    const expected =
      'ots csto sco cica cis eaeu un osce nato eu asean guam eco oic brics g20 au las gcc turkic-academy turksoy turkpa tcci';
    expect(ids).toEqual(expect.arrayContaining(expected.split(' ')));
    expect(ids).toEqual(
      expect.arrayContaining(['ots-chs', 'csto-csc', 'csto-ccc', 'sco-chg', 'turkic-investment-fund']),
    );
  });

  it('count as many members as they say they have', () => {
    const count = (id: string, status = 'member') => {
      const members = organizations.find((record) => record.id === id)?.members as Record<string, string>[];
      return members.filter((member) => member.status === status && !member.to).length;
    };
    expect(['ots', 'csto', 'sco', 'cica', 'nato', 'asean', 'eco', 'las', 'gcc'].map((id) => count(id))).toEqual([
      5, 6, 10, 28, 32, 11, 10, 22, 6,
    ]);
    expect(count('ots', 'observer')).toBe(4);
    expect(count('sco', 'partner')).toBe(17);
  });

  it.each([
    ['ots', 'Turkic Council'],
    ['ots', 'Turkic States Organization'],
    ['ots', 'Организация тюркских государств'],
    ['csto', 'ОДКБ'],
    ['csto-ccc', 'CCC'],
    ['csto-ccc', 'Coordination and Consultation Center'],
    ['sco', 'Shanghai Cooperation Organization'],
    ['turksoy', 'TURKSOY'],
  ])('%s is found by %s', (id, name) => {
    const [folded] = namesOf({ kind: 'organization', id, name });
    expect(namesOf(organizations.find((record) => record.id === id)!)).toContain(folded);
  });
});

describe('states', () => {
  it('are all of ISO 3166-1 and the private codes', () => {
    expect(states.filter(({ id }) => !id.startsWith('X'))).toHaveLength(249);
    expect(states.filter(({ id }) => id.startsWith('X')).map(({ id }) => id)).toEqual(['XNC']);
    expect(states.map(({ id }) => id)).toEqual(states.map(({ id }) => id).sort());
  });

  it.each([
    ['TUR', ['Turkey', 'Turkiye', 'Türkiye Cumhuriyeti', 'Турция']],
    ['KAZ', ['Қазақстан', 'Казахстан', 'Kazakistan', 'Qazaqstan', 'Kazakstan']],
    ['KGZ', ['Kirghizia', 'Киргизия', 'Кыргызстан', 'Kırgızistan', 'Kyrgyz Republic']],
    ['UZB', ['O‘zbekiston', "O'zbekiston", 'Özbekistan']],
    ['BLR', ['Byelorussia', 'Белоруссия']],
    ['TKM', ['Туркмения', 'Türkmenistan']],
    ['MDA', ['Moldova, Republic of', 'Молдова']],
    ['CHN', ['中国', 'Китай', "People's Republic of China"]],
    ['XNC', ['TRNC', 'KKTC']],
    ['CZE', ['Czech Republic', 'Česko']],
  ])('%s is found by %j', (id, names) => {
    const state = states.find((record) => record.id === id)!;
    for (const name of names) {
      const [folded] = namesOf({ kind: 'state', id, name });
      expect(namesOf(state), name).toContain(folded);
    }
  });

  it('keep the codes that other readers of YAML take for something else in quotation marks', () => {
    expect(statesText).toContain('alpha2: "NO"');
    expect(states.find(({ id }) => id === 'NOR')?.alpha2).toBe('NO');
  });

  it('stay small enough to be shipped', () => {
    expect(Buffer.byteLength(statesText)).toBeLessThan(90_000);
  });

  it('come out the same each time', () => {
    expect(buildStates()).toBe(statesText);
  });
});
