/** The command behind lenses that count places: shows them where one can look through them. */
import { commands, type Disposable } from 'vscode';
import type { BaseLanguageClient, Location, Position } from 'vscode-languageclient';

/** Not in the palette: it means something only with a place. */
export const SHOW_REFERENCES = 'securityInitiatives.showReferences';

/** Registers the command; its arguments are a URI, an LSP position and LSP locations, without which VS Code asks for them. */
export function registerShowReferences(client: BaseLanguageClient): Disposable {
  return commands.registerCommand(SHOW_REFERENCES, async (uri: string, position: Position, places?: Location[]) => {
    const { protocol2CodeConverter: converter } = client;
    const [resource, at] = [converter.asUri(uri), converter.asPosition(position)];
    if (!places) await commands.executeCommand('editor.action.findReferences', resource, at);
    else await commands.executeCommand('editor.action.showReferences', resource, at, places.map(converter.asLocation));
  });
}
