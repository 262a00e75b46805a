/** Shows what a problem's code leads to: the shipped page about its rule, as a read-only document. */
import { type Disposable, type ExtensionContext, Uri, workspace } from 'vscode';
import { RULE_SCHEME } from '../server/protocol.ts';

const PAGES = 'docs/rules';
/** The name of a rule, or of the list of all. */
const NAME = /^\/([\w-]+\.md)$/;

/** Serves a document for each rule; package.json has VS Code open them as rendered Markdown. */
export function serveRulePages({ extensionUri }: ExtensionContext): Disposable {
  return workspace.registerTextDocumentContentProvider(RULE_SCHEME, {
    async provideTextDocumentContent({ path }) {
      const name = NAME.exec(path)?.[1];
      if (name === undefined) return undefined;
      return new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(extensionUri, PAGES, name)));
    },
  });
}
