/** Shows what a problem's code leads to: the rule's section of the shipped page, as a read-only document of its own. */
import { type Disposable, type ExtensionContext, Uri, workspace } from 'vscode';
import { RULE_SCHEME } from '../server/protocol.ts';

/** The shipped page; each section begins with a heading that is the rule's name. */
const PAGE = 'server/rules/README.md';

/** Serves a document for each rule; package.json has VS Code open them as rendered Markdown. */
export function serveRulePages({ extensionUri }: ExtensionContext): Disposable {
  return workspace.registerTextDocumentContentProvider(RULE_SCHEME, {
    async provideTextDocumentContent({ path }) {
      const bytes = await workspace.fs.readFile(Uri.joinPath(extensionUri, PAGE));
      return sectionOf(new TextDecoder().decode(bytes), path.slice(1).replace(/\.md$/, ''));
    },
  });
}

function sectionOf(page: string, rule: string): string | undefined {
  const section = page.split(/^(?=## )/m).find((part) => part.startsWith(`## ${rule}\n`));
  return section?.replace('## ', '# ');
}
