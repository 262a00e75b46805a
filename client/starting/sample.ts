/** "Copy the Sample Dataset": what one can try everything on, in a folder of its own. */
import { type ExtensionContext, l10n, ProgressLocation, Uri, window, workspace } from 'vscode';
import type { NewText } from '../../server/protocol.ts';
import { makeFiles } from './new-files.ts';
import { askFolder, newFolderIn } from './new-folder.ts';
import { openMade } from './open-folder.ts';

/** The sample in one file, as the build leaves it. */
const PACKED = 'dist/sample.json';
const NAME = 'eurasia';
/** A record with all that there is to see: lenses, hints, references of each kind. */
const SHOWN = 'summits/ots-summit-2025-gabala.yaml';

/** What need not be asked. */
export interface Copying {
  /** The folder that gets another one with the sample. */
  readonly folder?: Uri;
  /** The step of the walkthrough that follows. */
  readonly step?: string;
}

/** Asks where to, copies the sample, and offers to open it. */
export async function copySampleDataset(context: ExtensionContext, { folder, step }: Copying): Promise<void> {
  const parent = folder ?? (await askFolder(l10n.t('Copy the Sample Dataset'), l10n.t('Copy Here')));
  const target = parent && (await newFolderIn(parent, NAME));
  if (!target) return;
  const packed = await workspace.fs.readFile(Uri.joinPath(context.extensionUri, PACKED));
  const files = JSON.parse(new TextDecoder().decode(packed)) as NewText[];
  const title = l10n.t('Copying the sample dataset');
  await window.withProgress(
    { location: ProgressLocation.Notification, title, cancellable: true },
    (progress, token) => {
      const done = (count: number) => progress.report({ increment: (100 * count) / files.length });
      return makeFiles(target, files, { done, token });
    },
  );
  const question = l10n.t('The sample dataset is copied. Would you like to open it?');
  await openMade(context, target, { file: SHOWN, ...(step !== undefined && { step }) }, question);
}
