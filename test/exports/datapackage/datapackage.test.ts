/** Data packages: valid by the official profiles, and true when a reader by others checks every constraint and key. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Package } from 'datapackage';
import { describe, expect, it } from 'vitest';
import { datapackage } from '../../../server/exports/datapackage/datapackage.ts';
import { makeFolder } from '../../sources/folder.ts';
import { oddFiles } from '../odd-dataset.ts';
import { eurasiaFiles } from '../samples.ts';
import { type DatasetOptions, exportDataset, write } from '../support.ts';

interface Descriptor {
  name: string;
  title: string;
  description?: string;
  licenses?: unknown;
  resources: {
    name: string;
    path: string;
    schema: {
      fields: { name: string; type: string; description?: string; constraints?: Record<string, unknown> }[];
      primaryKey: string[];
      foreignKeys?: { fields: string[]; reference: { resource: string; fields: string[] } }[];
    };
  }[];
}

/** Writes a package to a folder; gives that and the descriptor. */
async function packaged(files: Record<string, string>, options: DatasetOptions = {}) {
  const written = await write(datapackage, exportDataset(files, options));
  const folder = makeFolder(Object.fromEntries(written.files));
  const descriptor = JSON.parse(written.text('datapackage.json')) as Descriptor;
  return { folder, descriptor, summary: written.summary };
}

/** What a reader finds wrong with the tables of a package, types, constraints and keys. */
async function faults(folder: string): Promise<string[]> {
  const read = await Package.load(join(folder, 'datapackage.json'), { basePath: folder });
  expect(read.errors).toEqual([]);
  const found: string[] = [];
  for (const resource of read.resources) {
    const relations = resource.schema.foreignKeys.length > 0;
    await resource.read({ relations }).catch((error: Error) => found.push(`${resource.name}: ${error.message}`));
  }
  return found;
}

const resourceOf = ({ resources }: Descriptor, name: string) => resources.find((resource) => resource.name === name)!;

describe('a data package', () => {
  it('of the sample holds in all its types, constraints and keys', async () => {
    const { folder, descriptor } = await packaged(eurasiaFiles());
    expect(await faults(folder)).toEqual([]);
    expect(descriptor).toMatchObject({
      name: 'security-initiatives-in-eurasia',
      title: 'Security initiatives in Eurasia',
      licenses: [{ name: 'CC-BY-4.0' }],
    });
  });

  it('of the sample without the registry promises nothing about what only that knows', async () => {
    const { folder, descriptor } = await packaged(eurasiaFiles(), { withRegistry: false });
    expect(await faults(folder)).toEqual([]);
    const { foreignKeys } = resourceOf(descriptor, 'proposal').schema;
    expect(foreignKeys?.map(({ fields }) => fields[0])).toEqual(expect.arrayContaining(['made_at', 'context']));
    expect(foreignKeys?.map(({ fields }) => fields[0])).not.toContain('target_host');
  });

  it.each(['proposal', 'state'])('of one kind alone, %s, holds', async (kind) => {
    const { folder, descriptor } = await packaged(eurasiaFiles(), { kinds: [kind] });
    expect(await faults(folder)).toEqual([]);
    expect(descriptor.resources.every(({ name }) => name.startsWith(kind))).toBe(true);
  });

  it('of nothing holds', async () => {
    const { folder, descriptor } = await packaged({});
    expect(await faults(folder)).toEqual([]);
    expect(descriptor).not.toHaveProperty('licenses');
    expect(descriptor).not.toHaveProperty('description');
  });

  it('is well described whatever stands in the files', async () => {
    const { folder } = await packaged(oddFiles());
    expect((await Package.load(join(folder, 'datapackage.json'), { basePath: folder })).errors).toEqual([]);
  });

  it('holds where a text is empty that the schemas want', async () => {
    const { folder, descriptor } = await packaged({ 'a.yaml': "kind: person\nid: a\nname: A\naliases: ['']\n" });
    expect(await faults(folder)).toEqual([]);
    const [alias] = resourceOf(descriptor, 'person_aliases').schema.fields.slice(-1);
    expect(alias).not.toHaveProperty('constraints');
  });

  it('is found wrong by the reader where it is wrong', async () => {
    const { folder } = await packaged(eurasiaFiles());
    const states = join(folder, 'state.csv');
    writeFileSync(states, readFileSync(states, 'utf8').replace(/^KAZ,/m, 'XKX,'));
    expect(await faults(folder)).toContainEqual(expect.stringMatching(/^summit: Foreign key/));
  });

  it('tells what the schemas say of a column', async () => {
    const { descriptor } = await packaged({});
    const { fields, primaryKey, foreignKeys } = resourceOf(descriptor, 'summit').schema;
    const field = (name: string) => fields.find((other) => other.name === name);
    expect(primaryKey).toEqual(['id']);
    expect(field('id')?.constraints).toMatchObject({ required: true, unique: true, pattern: expect.any(String) });
    expect(field('ordinal')).toMatchObject({ type: 'integer', constraints: { minimum: 1 } });
    expect(field('status')?.constraints?.enum).toContain('postponed');
    expect(field('date_first')?.type).toBe('date');
    expect(fields.every(({ description }) => description)).toBe(true);
    expect(foreignKeys).toContainEqual({ fields: ['host'], reference: { resource: 'state', fields: ['id'] } });
    expect(foreignKeys).toContainEqual({ fields: ['parent'], reference: { resource: '', fields: ['id'] } });
  });

  it('leads lists to what they stand in', async () => {
    const { descriptor } = await packaged({});
    expect(resourceOf(descriptor, 'summit_citations_supports').schema).toMatchObject({
      primaryKey: ['summit_id', 'citations_position', 'position'],
      foreignKeys: [
        {
          fields: ['summit_id', 'citations_position'],
          reference: { resource: 'summit_citations', fields: ['summit_id', 'position'] },
        },
      ],
    });
  });

  it.each([
    ['Саммит ОТГ', 'CC BY 4.0', 'sammit-otg', { name: 'cc-by-4-0', title: 'CC BY 4.0' }],
    ['習近平', 'https://example.org/l', 'dataset', { path: 'https://example.org/l' }],
  ])('has names that packages may have: %s, %s', async (title, license, name, shown) => {
    const { folder, descriptor } = await packaged({ 'initiatives.yaml': `dataset: ${title}\nlicense: ${license}\n` });
    expect(await faults(folder)).toEqual([]);
    expect(descriptor).toMatchObject({ name, title, licenses: [shown] });
  });

  it('says that apostrophes were added, if they were', async () => {
    const { descriptor } = await packaged({ 'a.yaml': 'kind: person\nid: a\nname: =1+1\n' });
    expect(descriptor.description).toBe(
      'A text that begins like a formula of a spreadsheet has an apostrophe before it.',
    );
  });
});
