/** The dataset that a new record joins, read whole so that ids and habits are known. */
import type { EdtfDate } from '../../dataset/dates/edtf.ts';
import type { Workspace } from '../../dataset/workspace.ts';
import { NodeFiles } from '../../sources/node-files.ts';
import { ExitCode } from '../process/exit-code.ts';
import { Failure } from '../process/failure.ts';
import { findDatasets, loadDataset } from '../reading/load.ts';
import { datasetOf } from '../reading/one-dataset.ts';
import { findTargets } from '../reading/targets.ts';
import { settingsFor } from '../reading/today.ts';
import { failureSentence, say, visible } from '../terminal/messages.ts';
import { withProgress } from '../terminal/terminal.ts';

/**
 * Reads the dataset of a folder; one without any file is a dataset that is about to begin.
 * @throws Failure when it is no folder, cannot be listed, or holds several datasets
 */
export async function readDataset(folder: string, today: EdtfDate | undefined, quiet: boolean): Promise<Workspace> {
  const { targets, misuse } = await findTargets([folder]);
  const [target] = targets;
  if (!target) throw new Failure(ExitCode.misuse, misuse.join('\n'));
  if (!target.isFolder) throw new Failure(ExitCode.misuse, `${visible(folder)} is a file: name the dataset's folder.`);
  const source = new NodeFiles();
  const found = await findDatasets([target], source);
  const own = target.root ?? target.uri;
  const closed = found.failures.find(({ uri }) => uri === own);
  if (closed) throw new Failure(ExitCode.problems, failureSentence(closed));
  const { root, uris } = found.datasets.size > 0 ? datasetOf(target, found) : { root: own, uris: [] };
  const settings = settingsFor(today);
  const loaded = await withProgress(
    (progress) => loadDataset(root ?? own, uris, () => false, { source, settings, progress }),
    { quiet },
  );
  for (const failure of [...found.failures, ...loaded.failures.values()]) say(failureSentence(failure));
  return loaded.workspace;
}
