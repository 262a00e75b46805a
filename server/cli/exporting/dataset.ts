/** A dataset on disk as exports take it: its files read one after the other, anew on each pass, and let go. */
import { setImmediate } from 'node:timers/promises';
import { MANIFEST_NAME, readManifest, recordFiles } from '../../dataset/manifest.ts';
import { registry } from '../../dataset/registry.ts';
import { encodeName } from '../../dataset/stored-texts/file-path.ts';
import type { Settings } from '../../dataset/workspace.ts';
import { parseYaml } from '../../dataset/yaml/yaml.ts';
import { ExportDataset, type ExportedText } from '../../exports/dataset.ts';
import { readInOrder } from '../../sources/read-in-order.ts';
import type { FileSource, SourceFailure } from '../../sources/source.ts';
import { nameOf, parentOf, pathIn } from '../../sources/uri.ts';
import type { Progress } from '../reading/load.ts';
import type { Members } from '../reading/one-dataset.ts';

/** How a dataset is taken. */
interface Taking {
  readonly source: FileSource;
  readonly settings: Settings;
  readonly withRegistry: boolean;
  /** The kinds that were asked for; all when absent. */
  readonly kinds: ReadonlySet<string> | undefined;
  readonly progress: Progress;
}

export interface TakenDataset {
  readonly dataset: ExportDataset;
  /** Files that could not be read so far, by URI. */
  readonly failures: ReadonlyMap<string, SourceFailure>;
  /** The URI of a file by its path from the dataset's root. */
  readonly uriOf: (path: string) => string;
}

/** Longest time, in milliseconds, for which signals are not heard. */
const SLICE = 50;

/** Reads the manifest; all else is read when records are asked for. */
export async function takeDataset({ root, uris }: Members, taking: Taking): Promise<TakenDataset> {
  const { source, settings, kinds } = taking;
  // A file on its own has its name for a path.
  const folder = root ?? parentOf(uris[0]!)!;
  const failures = new Map<string, SourceFailure>();
  const broken = new Set<string>();
  const manifestUri = uris.find((uri) => uri === `${root}/${MANIFEST_NAME}`);
  const { text, failure } = manifestUri === undefined ? {} : await source.read(manifestUri);
  if (failure) failures.set(failure.uri, failure);
  const yaml = text === undefined ? undefined : parseYaml(text)[0]?.document;
  const isBroken = yaml !== undefined && yaml.errors.length > 0;
  if (isBroken) broken.add(MANIFEST_NAME);
  const manifest = readManifest(yaml?.value, isBroken);
  const isRecordFile = recordFiles(manifest);
  const files = uris
    .filter((uri) => uri !== manifestUri)
    .map((uri) => ({ uri, path: pathIn(uri, folder) }))
    .filter(({ path }) => root === undefined || isRecordFile(path))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const dataset = new ExportDataset({
    title: manifest.title ?? nameOf(root ?? uris[0]!),
    manifest,
    today: (settings.todayForced ? undefined : manifest.today) ?? settings.today,
    registry: taking.withRegistry ? registry() : undefined,
    ...(kinds && { kinds }),
    texts: () => textsOf(files, taking, failures),
  });
  for (const path of broken) dataset.doubts.broken.add(path);
  const uriOf = (path: string) => [folder, ...path.split('/').map(encodeName)].join('/');
  return { dataset, failures, uriOf };
}

async function* textsOf(
  files: readonly { readonly uri: string; readonly path: string }[],
  { source, progress }: Taking,
  failures: Map<string, SourceFailure>,
): AsyncGenerator<ExportedText> {
  let read = 0;
  let end = performance.now() + SLICE;
  for await (const { uri, result } of readInOrder(
    source,
    files.map(({ uri }) => uri),
  )) {
    const { path } = files[read++]!;
    if (result.failure) failures.set(uri, result.failure);
    else yield { path, text: result.text };
    progress(read, files.length);
    if (performance.now() > end) {
      await setImmediate();
      end = performance.now() + SLICE;
    }
  }
}
