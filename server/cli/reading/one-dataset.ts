/** The one dataset that a command works on, by what someone named. */
import { ExitCode } from '../process/exit-code.ts';
import { Failure } from '../process/failure.ts';
import { pathFromHere } from '../reports/results.ts';
import { failureSentence, visible } from '../terminal/messages.ts';
import type { findDatasets } from './load.ts';
import type { Target } from './targets.ts';

/** A dataset's files, by URI. */
export interface Members {
  /** The folder of the dataset; `undefined` for a file on its own. */
  readonly root: string | undefined;
  readonly uris: readonly string[];
}

/**
 * The one dataset that is meant: the target's own, else the only one with a manifest within, else all its files.
 * @param found what `findDatasets` gives
 * @throws Failure when there are several, or none, with what could not be read then
 */
export function datasetOf(
  { root, uri, isFolder }: Target,
  { datasets, failures }: Awaited<ReturnType<typeof findDatasets>>,
): Members {
  const own = root ?? (isFolder ? uri : undefined);
  const within = root === undefined ? [...datasets].filter(([other]) => other !== own) : [];
  const [only, ...others] = within;
  if (others.length > 0) {
    const names = within.map(([other]) => visible(pathFromHere(other ?? uri)) || '.').sort();
    const some = names.length > 4 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} others` : names.join(', ');
    throw new Failure(ExitCode.misuse, `There are several datasets, say which one: ${some}.`);
  }
  const members = datasets.get(own);
  if (!only && !members) {
    const nothing = 'No file there can hold records: none ends in .yaml or .yml.';
    throw new Failure(ExitCode.problems, failures.map(failureSentence).join('\n') || nothing);
  }
  return only ? { root: only[0], uris: only[1] } : { root: own, uris: members ?? [] };
}
