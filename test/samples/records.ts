/** The records of the samples and of the registry's organizations, as plain values, for tests of what they hold. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseAllDocuments } from 'yaml';

export interface SampleRecord extends Readonly<Record<string, unknown>> {
  readonly kind: string;
  readonly id: string;
}

/** Records by `kind/id`. */
export type SampleRecords = ReadonlyMap<string, SampleRecord>;

const top = path.resolve(import.meta.dirname, '../..');

export const sampleRoot = path.join(top, 'samples/eurasia');

/** Each record of the sample with the path of its file. */
export const sampleFiles = read(sampleRoot);
export const sampleRecords = byName(sampleFiles);
export const registryRecords = byName(read(path.join(top, 'schemas/registry/organizations')));

function read(folder: string): (readonly [file: string, record: SampleRecord])[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.ya?ml$/.test(name));
  return names.flatMap((file) =>
    parseAllDocuments(readFileSync(path.join(folder, file), 'utf8')).flatMap((document) => {
      for (const error of document.errors) throw new Error(`${file}: ${error.message}`);
      const record: unknown = document.toJS();
      return isRecord(record) ? [[file, record] as const] : [];
    }),
  );
}

function byName(list: ReturnType<typeof read>): SampleRecords {
  return new Map(list.map(([, record]) => [`${record.kind}/${record.id}`, record]));
}

function isRecord(value: unknown): value is SampleRecord {
  return typeof value === 'object' && value !== null && 'kind' in value && 'id' in value;
}
