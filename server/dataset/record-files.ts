/** Where a new record's file belongs: where the dataset keeps its others of that kind. */
import type { Dataset } from './dataset.ts';
import { schemaOf } from './schema.ts';

/** A file's folder with a slash at its end, and its extension. */
const YAML_FILE = /^(.*\/)?[^/]*(\.ya?ml)$/i;

/**
 * The path from the root of the file that a new record usually gets: in the folder where most records of its kind stand
 * that have a file each, and with the extension that most files have. Where there are none, in the kind's own folder,
 * beside the folders of other kinds.
 */
export function usualFile(dataset: Dataset, kind: string, id: string): string {
  const places = [...dataset.own.byKind.keys()].map((known) => ({ known, files: filesOf(dataset, known) }));
  const folders = places.find(({ known }) => known === kind)?.files.map(({ folder }) => folder) ?? [];
  const parents = places.flatMap(({ known, files }) => files.flatMap(({ folder }) => parentOf(folder, known) ?? []));
  const folder = usual(habits(folders)) ?? `${usual(parents) ?? ''}${ownFolder(kind)}`;
  const extension = usual(places.flatMap(({ files }) => files.map((file) => file.extension)));
  return `${folder}${id}${extension ?? '.yaml'}`;
}

function ownFolder(kind: string): string {
  return `${schemaOf(kind).folder ?? kind}/`;
}

/** Folders without the top one, where a single file is no habit yet. */
function habits(folders: readonly string[]): readonly string[] {
  return folders.filter((folder) => folder === '').length > 1 ? folders : folders.filter((folder) => folder !== '');
}

/** The folder around a kind's own folder. */
function parentOf(folder: string, kind: string): string | undefined {
  const own = ownFolder(kind);
  return `/${folder}`.endsWith(`/${own}`) ? folder.slice(0, -own.length) : undefined;
}

interface File {
  readonly folder: string;
  readonly extension: string;
}

/** The files of those records of a kind that have one for themselves; folders end with a slash, the root is empty. */
function filesOf(dataset: Dataset, kind: string): File[] {
  const files: File[] = [];
  for (const { uri, path } of dataset.own.byKind.get(kind) ?? []) {
    const [, folder = '', extension] = (dataset.sizeOf(uri) === 1 && YAML_FILE.exec(path ?? '')) || [];
    if (extension !== undefined) files.push({ folder, extension });
  }
  return files;
}

/** The text that stands in a list most often; of several the first by the alphabet. */
function usual(texts: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort(([a, most], [b, other]) => other - most || (a < b ? -1 : 1))[0]?.[0];
}
