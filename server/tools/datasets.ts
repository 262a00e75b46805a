/** Which of several datasets a tool is asked about. */
import { fold } from '../dataset/names/names.ts';
import type { Workspace } from '../dataset/workspace.ts';
import { canonicalUri, isWithin, nameOf, pathUri, shownName } from '../sources/uri.ts';
import { type InputProperty, Misuse } from './tool.ts';

/** A dataset that is known to whoever asks. */
export interface KnownDataset {
  /** The URI of its folder, or of the one file it consists of. */
  readonly id: string;
  readonly workspace: Workspace;
}

/** The input by which each tool takes a dataset. */
export const DATASET_INPUT: InputProperty = {
  type: 'string',
  description:
    'Which dataset, where several are open: its title, its folder, or the path or URI of a file in it. Leave it out where there is one.',
  maxLength: 1000,
};

/** What a dataset is called. */
export function titleOf({ id, workspace }: KnownDataset): string {
  return workspace.manifest.title ?? nameOf(id);
}

/**
 * The dataset that is asked for by name; else that of the file that somebody looks at; else the only one.
 * @param active URI of the file that somebody looks at
 * @throws Misuse that says which there are
 */
export function chosenDataset<T extends KnownDataset>(
  datasets: readonly T[],
  asked: string | undefined,
  active: string | undefined,
): T {
  if (datasets.length === 0) throw new Misuse('No dataset is open: open a folder with records first.');
  if (asked !== undefined) {
    const found = called(datasets, asked);
    if (found.length === 1) return found[0]!;
    const what = found.length === 0 ? 'No dataset is called so.' : 'Several datasets are called so.';
    throw new Misuse(`${what} ${listOf(datasets)}`);
  }
  const looked = active === undefined ? undefined : holding(datasets, canonicalUri(active));
  const withRecords = datasets.filter(({ workspace }) => workspace.dataset.own.byKind.size > 0);
  const found = looked ?? (datasets.length === 1 ? datasets[0] : withRecords.length === 1 ? withRecords[0] : undefined);
  if (!found) throw new Misuse(`Say with \`dataset\` which one is meant. ${listOf(datasets)}`);
  return found;
}

function called<T extends KnownDataset>(datasets: readonly T[], text: string): T[] {
  const uri = /^[a-z][a-z0-9+.-]+:\//i.test(text) ? canonicalUri(text) : pathUri(text.replace(/(?<=.)[\\/]$/, ''));
  const holder = holding(datasets, uri);
  if (holder) return [holder];
  const folded = fold(text);
  const isCalled = (dataset: T) => fold(titleOf(dataset)) === folded && folded !== '';
  const titled = datasets.filter(isCalled);
  if (titled.length > 0) return titled;
  const end = uri.slice('file://'.length);
  return datasets.filter(({ id }) => end.length > 1 && id.endsWith(end));
}

/** The innermost dataset that a file or folder is in. */
function holding<T extends KnownDataset>(datasets: readonly T[], uri: string): T | undefined {
  const holders = datasets.filter(({ id }) => isWithin(uri, id));
  return holders.sort((a, b) => b.id.length - a.id.length)[0];
}

function listOf(datasets: readonly KnownDataset[]): string {
  const names = datasets.slice(0, 20).map((dataset) => `${titleOf(dataset)} (${shownName(dataset.id)})`);
  return `There are ${names.join('; ')}${datasets.length > 20 ? ' and others' : ''}.`;
}
