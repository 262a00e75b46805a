/** One file that is the whole timeline: the page's own script and style with the data in it, for any browser and without a network. */
import * as l10n from '@vscode/l10n';
import { language, type Texts } from '../../../l10n/language.ts';
import type { TimelineExport } from '../../../server/protocol.ts';
import { DATA_ID, dataText, type Opening, textsElement } from '../drawing/picture/saved-page.ts';
import { dayInWords } from '../drawing/time.ts';

export interface PageParts {
  /** The page's bundle. */
  readonly script: string;
  readonly style: string;
  readonly timeline: TimelineExport;
  /** What the page opens with. */
  readonly state: Opening;
  /** The texts that it is to be said with; English without any. */
  readonly texts?: Texts | undefined;
}

/** The document. Nothing is let in but what stands in it: its policy names script and style by their SHA-256. */
export async function standalonePage({ timeline, state, texts, ...parts }: PageParts): Promise<string> {
  const { title, today, dataset } = timeline.update;
  const script = inScript(parts.script);
  const style = inStyle(parts.style);
  const policy = [
    "default-src 'none'",
    `script-src '${await sha256(script)}'`,
    `style-src '${await sha256(style)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const day = Date.parse(`${today}T00:00:00Z`);
  return `<!DOCTYPE html>
<html lang="${language()}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Security Initiatives">
<title>${inText(title)} – ${l10n.t('Timeline')}</title>
<style>${style}</style>
</head>
<body>
<header class="page-head">
<h1>${inText(title)}</h1>
${Number.isNaN(day) ? '' : `<p>${inText(l10n.t('As of {0}', dayInWords(day)))}</p>\n`}</header>
<main id="app"></main>
<noscript><p class="page-note">${inText(l10n.t('This timeline is drawn by a script that stands in this file: please let it run.'))}</p></noscript>
${textsElement(texts)}<script type="application/json" id="${DATA_ID}">${dataText({ ...timeline, state: { ...state, dataset } })}</script>
<script>${script}</script>
</body>
</html>
`;
}

function inText(text: string): string {
  const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replace(/[&<>"]/g, (sign) => signs[sign] ?? sign);
}

/**
 * A script as it can stand in an element. In code these signs occur in strings alone, where the escape means the same. Line
 * ends are made those that a browser reads, as it compares what it has read.
 */
function inScript(script: string): string {
  return lines(script)
    .replace(/^\/\/# sourceMappingURL=.*$/gm, '')
    .replace(/<(?=\/script|!--)/gi, '\\x3C');
}

function inStyle(style: string): string {
  return lines(style)
    .replace(/^\/\*# sourceMappingURL=.*\*\/$/gm, '')
    .replace(/<(?=\/style)/gi, '\\3C ');
}

function lines(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/** The hash of a text as a content security policy writes it. */
async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
}
