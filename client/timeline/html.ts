/** The page that holds the timeline: one script, one style sheet, and a policy that lets nothing else in. */
import { l10n, Uri, type Webview, workspace } from 'vscode';
import { language } from '../../l10n/language.ts';
import { textsElement } from './drawing/picture/saved-page.ts';
import { panelPolicy } from './policy.ts';

/** What a timeline that nobody has arranged begins with, by settings. */
const BEGINNINGS = ['lanes', 'view'] as const;

/** The HTML of the panel for the dataset of a file; everything in it is made by the script. */
export function timelineHtml(webview: Webview, extensionUri: Uri, file: string): string {
  const at = (name: string) => webview.asWebviewUri(Uri.joinPath(extensionUri, 'dist/webview', name)).toString();
  const nonce = crypto.randomUUID();
  return `<!DOCTYPE html>
<html lang="${language()}">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="${panelPolicy(nonce, webview.cspSource)}">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <link rel="stylesheet" href="${at('timeline.css')}">
  <title>${l10n.t('Timeline')}</title>
</head>
<body>
  <main id="app"${beginning(file)}></main>
  ${textsElement(l10n.bundle)}<script nonce="${nonce}" src="${at('timeline.js')}"></script>
</body>
</html>`;
}

/** As attributes; a setting may hold anything, and what is no word is left out. */
function beginning(file: string): string {
  const settings = workspace.getConfiguration('securityInitiatives.timeline', Uri.parse(file));
  return BEGINNINGS.flatMap((name) => {
    const value = settings.get<unknown>(name);
    return typeof value === 'string' && /^[a-z]+$/.test(value) ? ` data-${name}="${value}"` : [];
  }).join('');
}
