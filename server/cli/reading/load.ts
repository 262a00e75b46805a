/** From files on disk to checked files: each dataset is read whole, and what was asked for is checked. */
import { setImmediate } from 'node:timers/promises';
import { MANIFEST_NAME } from '../../dataset/manifest.ts';
import { registry } from '../../dataset/registry.ts';
import { type Settings, Workspace } from '../../dataset/workspace.ts';
import { rules } from '../../rules/index.ts';
import { datasetRoots, groupByDataset } from '../../sources/datasets.ts';
import { type FileSource, MAX_TEXT_BYTES, readEach, type SourceFailure } from '../../sources/source.ts';
import { type PlacedProblem, Placer } from '../reports/placed.ts';
import { foldersToList, isChosen, type Target } from './targets.ts';

/** A file that was asked for; `failure` when it has no text. */
export type CheckedFile =
  | { readonly uri: string; readonly text: string; readonly problems: readonly PlacedProblem[] }
  | { readonly uri: string; readonly failure: SourceFailure };

export interface Outcome {
  /** Every file that was asked for and may hold records, in no order. */
  readonly files: CheckedFile[];
  /** Folders that could not be listed, and files of a dataset that could not be read though nobody asked for them. */
  readonly failures: SourceFailure[];
  /** What was asked for and is no record by its dataset's manifest. */
  readonly leftOut: LeftOut[];
}

/** The files of one dataset that were asked for and that its manifest's `records` leave out. */
export interface LeftOut {
  readonly manifest: string;
  readonly uris: readonly string[];
  /** True when nothing but the manifest is left to check. */
  readonly isAll: boolean;
}

/** Called as work goes on, with how many files have been read of how many. */
export type Progress = (read: number, all: number) => void;

/** Which of the files that were named are checked and shown, though all of their dataset are known; by URI and the root of the dataset. */
export type Selection = (uri: string, root: string | undefined) => boolean;

const EVERY_FILE: Selection = () => true;

/** Longest time, in milliseconds, for which the keyboard is not listened to. */
const SLICE = 50;

/** Checks what was asked for, each file as part of its dataset. */
export async function checkTargets(
  targets: readonly Target[],
  source: FileSource,
  settings: Settings,
  progress: Progress,
  isSelected: Selection = EVERY_FILE,
): Promise<Outcome> {
  const { datasets, failures } = await findDatasets(targets, source);
  const outcome: Outcome = { files: [], failures, leftOut: [] };
  for (const [root, members] of datasets) {
    const chosen = new Set(members.filter((uri) => isChosen(uri, targets) && isSelected(uri, root)));
    if (chosen.size === 0) continue;
    const loaded = await loadDataset(root, members, (uri) => chosen.has(uri), {
      source,
      settings,
      progress,
      isOnce: true,
    });
    report(root, loaded, chosen, outcome);
  }
  return outcome;
}

/** The datasets that targets belong to: files by root, `undefined` for a file on its own; and what could not be listed. */
export async function findDatasets(
  targets: readonly Target[],
  source: FileSource,
): Promise<{ datasets: Map<string | undefined, string[]>; failures: SourceFailure[] }> {
  const failures: SourceFailure[] = [];
  const folders = foldersToList(targets);
  // A file that someone names counts even where a listing would pass it by.
  const uris = new Set(targets.filter(({ isFolder }) => !isFolder).map(({ uri }) => uri));
  for (const folder of folders) {
    const listing = await source.list(folder);
    for (const uri of listing.files) uris.add(uri);
    // Reading a file that someone names tells the same of it.
    for (const failure of listing.failures) if (!uris.has(failure.uri)) failures.push(failure);
  }
  return { datasets: groupByDataset([...uris].sort(), datasetRoots(folders, uris)), failures };
}

/** How a dataset is read. */
export interface Loading {
  readonly source: FileSource;
  readonly settings: Settings;
  readonly progress: Progress;
  /** True where the workspace is let go once its problems are known; see {@link WorkspaceOptions}. */
  readonly isOnce?: boolean;
  /** A workspace of the dataset as it was, to be brought up to date instead of a new one. */
  readonly known?: Workspace | undefined;
}

/** A dataset that has been read whole, and checked as far as that was wanted. */
export interface Loaded {
  /** Goes on being kept up to date as texts change: `--fix` and `--watch` put new ones in. */
  readonly workspace: Workspace;
  /** Its files that may hold records, its manifest first; and those that its manifest leaves out. */
  readonly records: readonly string[];
  readonly leftOut: readonly string[];
  /** Files that could not be read, by URI. */
  readonly failures: ReadonlyMap<string, SourceFailure>;
}

/** Reads the files of one dataset and checks those that `isWanted` names. */
export async function loadDataset(
  root: string | undefined,
  members: readonly string[],
  isWanted: (uri: string) => boolean,
  { source, settings, progress, isOnce = false, known }: Loading,
): Promise<Loaded> {
  const place = root === undefined ? {} : { root };
  const workspace = known ?? new Workspace({ ...place, registry: registry(), rules, settings, isOnce });
  if (known) await renew(known, members, source);
  const failures = new Map<string, SourceFailure>();
  let read = 0;
  const breath = new Breath();
  const take = (uris: readonly string[], all: number) =>
    readEach(source, uris, async (uri, { text, failure }) => {
      if (failure) failures.set(uri, failure);
      if (workspace.textOf(uri) !== text) workspace.apply([{ uri, text }]);
      progress(++read, all);
      if (breath.isDue()) await breath.take();
    });
  const manifest = root === undefined ? [] : members.filter((uri) => uri === `${root}/${MANIFEST_NAME}`);
  await take(manifest, members.length);
  // The manifest says which files are records; the others need not be read.
  const others = members.filter((uri) => !manifest.includes(uri));
  const [records, leftOut] = parted(others, (uri) => workspace.includes(uri));
  await take(records, manifest.length + records.length);
  const wanted = [...manifest, ...records].filter(isWanted);
  await checkWanted(workspace, wanted, source);
  return { workspace, records: [...manifest, ...records], leftOut, failures };
}

/** Those that fit, and those that do not, each in their order. */
function parted<T>(items: readonly T[], fits: (item: T) => boolean): [T[], T[]] {
  const parts: [T[], T[]] = [[], []];
  for (const item of items) parts[fits(item) ? 0 : 1].push(item);
  return parts;
}

/** Adds to the outcome what was asked for of a dataset. */
export function report(root: string | undefined, loaded: Loaded, chosen: ReadonlySet<string>, outcome: Outcome): void {
  const { workspace, records, failures } = loaded;
  const leftOut = loaded.leftOut.filter((uri) => chosen.has(uri));
  if (leftOut.length > 0) {
    const isAll = !records.some((uri) => uri !== `${root}/${MANIFEST_NAME}` && chosen.has(uri));
    outcome.leftOut.push({ manifest: `${root}/${MANIFEST_NAME}`, uris: leftOut, isAll });
  }
  const wanted = records.filter((uri) => chosen.has(uri));
  const placer = new Placer(workspace);
  for (const uri of wanted) {
    const failure = failures.get(uri);
    if (failure) outcome.files.push({ uri, failure });
    else outcome.files.push({ uri, text: workspace.textOf(uri) ?? '', problems: placer.problemsOf(uri) });
  }
  for (const [uri, failure] of failures) if (!chosen.has(uri)) outcome.failures.push(failure);
}

/** Takes out of a workspace what is gone, and reads again what rules have asked for beside records. */
async function renew(workspace: Workspace, members: readonly string[], source: FileSource): Promise<void> {
  const stored = new Set(workspace.asked);
  const there = new Set(members);
  const gone = [...workspace.uris].filter((uri) => !there.has(uri) && !stored.has(uri));
  workspace.apply(gone.map((uri) => ({ uri, text: undefined })));
  for (const uri of stored) workspace.apply([{ uri, text: (await source.read(uri, MAX_TEXT_BYTES)).text }]);
}

/** Checks just these files, and reads what their rules ask for beside records. */
export async function checkWanted(workspace: Workspace, uris: readonly string[], source: FileSource): Promise<void> {
  await checkFiles(workspace, uris);
  for (let texts = workspace.takeWanted(); texts.length > 0; texts = workspace.takeWanted()) {
    for (const uri of texts) workspace.apply([{ uri, text: (await source.read(uri, MAX_TEXT_BYTES)).text }]);
    await checkFiles(workspace, uris);
  }
}

/** Checks just these files. */
async function checkFiles(workspace: Workspace, uris: readonly string[]): Promise<void> {
  const breath = new Breath();
  for (const uri of uris) while (!workspace.checkFiles([uri], () => breath.isDue())) await breath.take();
}

/** Lets go of the processor from time to time, so that the keyboard is heard. */
class Breath {
  #end = performance.now() + SLICE;

  isDue(): boolean {
    return performance.now() > this.#end;
  }

  async take(): Promise<void> {
    await setImmediate();
    this.#end = performance.now() + SLICE;
  }
}
