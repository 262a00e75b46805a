/** The commands with which a dataset begins, and those with which one gets to know all of this. */
import { CancellationError, commands, type Disposable, type ExtensionContext, l10n, Uri, window } from 'vscode';
import { type BaseLanguageClient, LSPErrorCodes, ResponseError } from 'vscode-languageclient';
import { datasetsInQuestion } from '../datasets.ts';
import { labelText } from '../shown-text.ts';
import { registerDraft } from './draft.ts';
import { type Exporting, exportDataset } from './export-dataset.ts';
import { type Beginning, initializeDataset } from './initialize.ts';
import { showWanted } from './open-folder.ts';
import { type Copying, copySampleDataset } from './sample.ts';

/** Registers "Initialize Dataset", "Copy the Sample Dataset", "Export Dataset" and what the walkthrough tries out. */
export function registerStarting(context: ExtensionContext, client: BaseLanguageClient): Disposable[] {
  return [
    commands.registerCommand('securityInitiatives.initializeDataset', (said?: Beginning) =>
      told(
        (reason) => l10n.t('The dataset could not be initialized: {0}', reason),
        () => initializeDataset(context, client, said ?? {}),
      ),
    ),
    commands.registerCommand('securityInitiatives.copySampleDataset', (said?: Copying) =>
      told(
        (reason) => l10n.t('The sample dataset could not be copied: {0}', reason),
        () => copySampleDataset(context, said ?? {}),
      ),
    ),
    commands.registerCommand('securityInitiatives.exportDataset', (said?: Exporting) =>
      told(
        (reason) => l10n.t('The dataset could not be exported: {0}', reason),
        () => exportDataset(client, said ?? {}),
      ),
    ),
    ...registerDraft(),
    commands.registerCommand('securityInitiatives.gettingStarted.showTimeline', async () => {
      // Not that of the draft, which may stand beside the walkthrough.
      const [dataset] = await datasetsInQuestion(client);
      const folder = dataset && Uri.parse(dataset.dataset);
      await commands.executeCommand('securityInitiatives.showTimelineToSide', folder);
    }),
    showWanted(context),
  ];
}

/** Does what was asked for, and says in words what went wrong, if anything did and nobody has called it off. */
async function told(failed: (reason: string) => string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof CancellationError) return;
    if (error instanceof ResponseError && error.code === LSPErrorCodes.RequestCancelled) return;
    const reason = error instanceof Error ? error.message : String(error);
    await window.showErrorMessage(failed(labelText(reason)));
  }
}
