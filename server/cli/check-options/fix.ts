/** The option `--fix`: what may be fixed unseen is fixed in the files themselves. */

import { fixAll } from '../../dataset/fix-all.ts';
import type { Workspace } from '../../dataset/workspace.ts';
import { Failure } from '../process/failure.ts';
import {
  checkWanted,
  findDatasets,
  type Loading,
  loadDataset,
  type Outcome,
  report,
  type Selection,
} from '../reading/load.ts';
import { isChosen, type Target } from '../reading/targets.ts';
import { visible } from '../terminal/messages.ts';
import { pathFromHere } from '../terminal/path-from-here.ts';
import { rewrite } from '../writing/rewrite.ts';

/** What has been fixed, and what is left. */
export interface Fixed {
  readonly outcome: Outcome;
  /** How many fixes were made in each file that was written. */
  readonly fixes: ReadonlyMap<string, number>;
  /** A sentence for each file that could not be written, or has changed since it was read. */
  readonly unwritten: readonly string[];
}

/**
 * Checks files, each as part of its dataset, and applies every certain fix that edits nothing but these files. With
 * `isDry` nothing is written: `fixes` are those that would be made, and the outcome has all that there is.
 */
export async function fixTargets(
  targets: readonly Target[],
  loading: Loading,
  isSelected: Selection,
  isDry: boolean,
): Promise<Fixed> {
  const { datasets, failures } = await findDatasets(targets, loading.source);
  const outcome: Outcome = { files: [], failures, leftOut: [] };
  const fixes = new Map<string, number>();
  const unwritten: string[] = [];
  for (const [root, members] of datasets) {
    const chosen = new Set(members.filter((uri) => isChosen(uri, targets) && isSelected(uri, root)));
    if (chosen.size === 0) continue;
    const loaded = await loadDataset(root, members, (uri) => chosen.has(uri), loading);
    for (const { uri, text, count } of fixed(loaded.workspace, chosen)) {
      const problem = isDry ? undefined : await write(loaded.workspace, uri, text);
      if (problem === undefined) fixes.set(uri, count);
      else unwritten.push(problem);
    }
    await checkWanted(loaded.workspace, [...chosen], loading.source);
    report(root, loaded, chosen, outcome);
  }
  return { outcome, fixes, unwritten };
}

/** What was done, or with `isDry` would be, in a sentence; nothing where there was nothing to fix. */
export function fixedSentence(fixes: Fixed['fixes'], isDry: boolean): string | undefined {
  if (fixes.size === 0) return undefined;
  const count = [...fixes.values()].reduce((sum, one) => sum + one);
  const work = `${count} ${count === 1 ? 'fix' : 'fixes'} in ${fixes.size} ${fixes.size === 1 ? 'file' : 'files'}`;
  if (!isDry) return `Made ${work}.`;
  const names = [...fixes.keys()].map((uri) => visible(pathFromHere(uri)));
  return [`Would make ${work}:`, ...names.sort().map((name) => `  ${name}`)].join('\n');
}

/** The texts that files would have without what is fixed, and how many fixes that takes. */
function fixed(workspace: Workspace, uris: Iterable<string>): { uri: string; text: string; count: number }[] {
  const counts = new Map<string, number>();
  const texts = fixAll(workspace, uris, undefined, ({ edits }) => {
    for (const uri of new Set(edits.map(({ document }) => document.uri))) counts.set(uri, (counts.get(uri) ?? 0) + 1);
  });
  return [...texts].map(([uri, { text }]) => ({ uri, text, count: counts.get(uri) ?? 0 }));
}

/** @returns why a file could not be written, if so */
async function write(workspace: Workspace, uri: string, text: string): Promise<string | undefined> {
  try {
    if (await rewrite(uri, workspace.textOf(uri) ?? '', text)) {
      workspace.apply([{ uri, text }]);
      return undefined;
    }
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return error.message;
  }
  return `${visible(pathFromHere(uri))} has changed while it was checked, so nothing is fixed in it: run this again.`;
}
