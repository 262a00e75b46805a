/** Where a new record's file belongs: where the dataset keeps its others of that kind. */
import type { Dataset } from './dataset.ts';
import type { RecordIndex } from './record-index.ts';
import { schemaOf } from './schema.ts';

/** A file's folder with a slash at its end, and its extension. */
const YAML_FILE = /^(.*\/)?[^/]*(\.ya?ml)$/i;

/** How a dataset keeps those records that have a file each. */
interface Habits {
  /** As of which change of the index. */
  readonly changes: number;
  /** Where most records of a kind are; the root is empty, other folders end with a slash. */
  readonly folders: ReadonlyMap<string, string>;
  /** What most of their files end with. */
  readonly extensions: ReadonlyMap<string, string>;
  /** Where most of the kinds' own folders are, likewise. */
  readonly parent: string;
  /** What most files of any kind end with. */
  readonly extension: string;
}

/** Worked out once for all fixes that make records, until a record comes or goes. */
const remembered = new WeakMap<RecordIndex, Habits>();

/**
 * The path from the root of the file that a new record usually gets: in the folder where most records of its kind stand
 * that have a file each, and with the extension that most of them have. Where there are none, in the kind's own folder,
 * beside the folders of other kinds.
 */
export function usualFile({ own }: Dataset, kind: string, id: string): string {
  let habits = remembered.get(own);
  if (habits?.changes !== own.changes) {
    habits = habitsOf(own);
    remembered.set(own, habits);
  }
  const folder = habits.folders.get(kind) ?? habits.parent + ownFolder(kind);
  return `${folder}${id}${habits.extensions.get(kind) ?? habits.extension}`;
}

function habitsOf(own: RecordIndex): Habits {
  const inFile = new Map<string, number>();
  for (const documents of own.byKind.values()) for (const { uri } of documents) count(inFile, uri);
  const [folders, extensions] = [new Map<string, string>(), new Map<string, string>()];
  const [parents, all] = [new Map<string, number>(), new Map<string, number>()];
  for (const [kind, documents] of own.byKind) {
    const [inFolder, ofKind] = [new Map<string, number>(), new Map<string, number>()];
    for (const { uri, path } of documents) {
      const [, folder = '', extension] = (inFile.get(uri) === 1 && YAML_FILE.exec(path ?? '')) || [];
      if (extension === undefined) continue;
      count(inFolder, folder);
      for (const counts of [ofKind, all]) count(counts, extension);
      const isOwn = `/${folder}`.endsWith(`/${ownFolder(kind)}`);
      if (isOwn) count(parents, folder.slice(0, -ownFolder(kind).length));
    }
    // A single file on top of all folders is no habit yet.
    if (inFolder.get('') === 1) inFolder.delete('');
    const [folder, extension] = [most(inFolder), most(ofKind)];
    if (folder !== undefined) folders.set(kind, folder);
    if (extension !== undefined) extensions.set(kind, extension);
  }
  return { changes: own.changes, folders, extensions, parent: most(parents) ?? '', extension: most(all) ?? '.yaml' };
}

function ownFolder(kind: string): string {
  return `${schemaOf(kind).folder ?? kind}/`;
}

function count(counts: Map<string, number>, text: string): void {
  counts.set(text, (counts.get(text) ?? 0) + 1);
}

/** The text that was counted most often; of several the first by the alphabet. */
function most(counts: ReadonlyMap<string, number>): string | undefined {
  return [...counts].sort(([a, more], [b, other]) => other - more || (a < b ? -1 : 1))[0]?.[0];
}
