/** The page that holds the timeline: one script, one style sheet, and a policy that lets nothing else in. */
import { l10n, Uri, type Webview } from 'vscode';

/** The HTML of the panel; everything in it is made by the script. */
export function timelineHtml(webview: Webview, extensionUri: Uri): string {
  const at = (name: string) => webview.asWebviewUri(Uri.joinPath(extensionUri, 'dist/webview', name)).toString();
  const nonce = crypto.randomUUID();
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${webview.cspSource}`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="${policy}">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <link rel="stylesheet" href="${at('timeline.css')}">
  <title>${l10n.t('Timeline')}</title>
</head>
<body>
  <main id="app"></main>
  <script nonce="${nonce}" src="${at('timeline.js')}"></script>
</body>
</html>`;
}
