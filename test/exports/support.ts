/** Exports held in memory: a dataset from texts, and what a format writes. */
import { parseEdtf } from '../../server/dataset/dates/edtf.ts';
import { MANIFEST_NAME, readManifest } from '../../server/dataset/manifest.ts';
import { registry } from '../../server/dataset/registry.ts';
import { YamlDocument } from '../../server/dataset/yaml/yaml.ts';
import { ExportDataset } from '../../server/exports/dataset.ts';
import type { ExportFormat, ExportSummary, OutputFile } from '../../server/exports/format.ts';

export interface DatasetOptions {
  /** 2026-01-01 unless given. */
  readonly today?: string;
  /** Whether records of the registry come along; they do unless told otherwise. */
  readonly withRegistry?: boolean;
  /** All unless given. */
  readonly kinds?: readonly string[];
}

/** A dataset of files by their paths; one without a manifest is called "dataset". */
export function exportDataset(files: Readonly<Record<string, string>>, options: DatasetOptions = {}): ExportDataset {
  const manifestText = files[MANIFEST_NAME];
  const manifest = readManifest(manifestText === undefined ? undefined : new YamlDocument(manifestText).value);
  const paths = Object.keys(files).sort();
  return new ExportDataset({
    title: manifest.title ?? 'dataset',
    manifest,
    today: parseEdtf(options.today ?? '2026-01-01')!,
    registry: options.withRegistry === false ? undefined : registry(),
    ...(options.kinds && { kinds: new Set(options.kinds) }),
    async *texts() {
      for (const path of paths) yield { path, text: files[path]! };
    },
  });
}

/** What a format has written: the bytes of each file by its path, `''` for a format of one file. */
export interface Written {
  readonly summary: ExportSummary;
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** The text of a file. @throws Error when it has not been written */
  text(path?: string): string;
}

/** Runs a format over a dataset. */
export async function write(format: ExportFormat, dataset: ExportDataset): Promise<Written> {
  const chunks = new Map<string, Uint8Array[]>();
  const file = (path: string): OutputFile => {
    const own = chunks.get(path) ?? [];
    chunks.set(path, own);
    return {
      async write(chunk) {
        own.push(typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk.slice());
      },
    };
  };
  const summary =
    format.container === 'file' ? await format.write(dataset, file('')) : await format.write(dataset, { file });
  const files = new Map([...chunks].map(([path, parts]) => [path, Uint8Array.from(Buffer.concat(parts))] as const));
  const text = (path = '') => {
    const bytes = files.get(path);
    if (!bytes) throw new Error(`${path} has not been written; there are ${[...files.keys()].join(', ')}.`);
    return new TextDecoder().decode(bytes);
  };
  return { summary, files, text };
}
