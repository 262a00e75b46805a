/** The command behind fixes that lead to another place: shows it, in whichever file it is. */
import { commands, type Disposable, window } from 'vscode';
import type { BaseLanguageClient, Location } from 'vscode-languageclient';

/** Not in the palette: it means something only with a place. */
export const GO_TO = 'securityInitiatives.goTo';

/** Registers the command; its one argument is an LSP location. */
export function registerGoTo(client: BaseLanguageClient): Disposable {
  return commands.registerCommand(GO_TO, async (location: Location) => {
    const { uri, range } = client.protocol2CodeConverter.asLocation(location);
    await window.showTextDocument(uri, { selection: range });
  });
}
