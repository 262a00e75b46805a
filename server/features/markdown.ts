/** Text from records as Markdown that shows it and nothing more, no markup, links, images or HTML of its own; and our Markdown as plain text. */
import { type MarkupContent, MarkupKind } from 'vscode-languageserver-types';

/** Escapes what Markdown or HTML could take for more than itself, at the beginning of a line and within; line ends become blanks. */
export function escapeMarkdown(text: string): string {
  return (
    text
      .replace(/\s+/g, ' ')
      .replace(/[\\`*_[\]|~]/g, '\\$&')
      .replace(/^ ?(?=[#+\->=])/, '$&\\')
      .replace(/^( ?\d+)(?=[.)])/, '$1\\')
      // What looks like an address on the web or of a person would become a link by itself.
      .replace(/:(?=\/)|@|(?<=www)\./gi, '\\$&')
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
  );
}

/** Text as inline code. */
export function code(text: string): string {
  const clean = text.replace(/\s+/g, ' ');
  const fence = '`'.repeat(longestRun(clean) + 1);
  return /^`|`$/.test(clean) || hasPadding(clean) ? `${fence} ${clean} ${fence}` : `${fence}${clean}${fence}`;
}

/** Whether code has a blank on either side, which is taken for padding (CommonMark, 6.1). */
function hasPadding(text: string): boolean {
  return text.startsWith(' ') && text.endsWith(' ') && /[^ ]/.test(text);
}

/** Lines of text as a block of code in a language. */
export function codeBlock(text: string, language: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}${language}\n${text}\n${fence}`;
}

function longestRun(text: string): number {
  return [...text.matchAll(/`+/g)].reduce((longest, [run]) => Math.max(longest, run.length), 0);
}

/** A web address as a link with its own text, when it is one; plain text otherwise. */
export function link(label: string, url: unknown): string {
  if (typeof url !== 'string' || !/^https?:\/\/[^\s<>[\]\\]+$/.test(url)) return escapeMarkdown(label);
  return `[${escapeMarkdown(label)}](${url.replaceAll('(', '%28').replaceAll(')', '%29')})`;
}

/** A text that is no longer than so many characters; what is cut off is shown by dots. */
export function clip(text: string, most: number): string {
  const characters = [...text.slice(0, 2 * most + 2)];
  return characters.length > most ? `${characters.slice(0, most).join('').trimEnd()}…` : text;
}

/** Markdown of ours in the form that a client takes. */
export function markup(markdown: string, kind: MarkupKind): MarkupContent {
  return { kind, value: kind === MarkupKind.Markdown ? markdown : plainText(markdown) };
}

const BLOCK = /^(`{3,})\w*\n([\s\S]*?)\n\1$/gm;
/** What of our Markdown is more than the text itself, code aside: escapes, strong text, links. */
const SYNTAX = /\\(.)|\*\*|\[((?:\\.|[^[\]\\])*)\]\(([^()]*)\)|&amp;|&lt;/gu;

function plainText(markdown: string): string {
  let text = '';
  let done = 0;
  for (const block of markdown.matchAll(BLOCK)) {
    text += plainLines(markdown.slice(done, block.index)) + block[2]!;
    done = block.index + block[0].length;
  }
  return text + plainLines(markdown.slice(done));
}

function plainLines(markdown: string): string {
  let text = '';
  let done = 0;
  for (const { start, end, inner } of inlineCode(markdown)) {
    text += plainWords(markdown.slice(done, start)) + (hasPadding(inner) ? inner.slice(1, -1) : inner);
    done = end;
  }
  return text + plainWords(markdown.slice(done));
}

/** Code stands between a run of backticks and the next that is as long (CommonMark, 6.1). */
function* inlineCode(markdown: string): Generator<{ start: number; end: number; inner: string }> {
  const opening = /\\.|`+/gu;
  const closing = /`+/g;
  for (let open = opening.exec(markdown); open; open = opening.exec(markdown)) {
    const [fence] = open;
    if (fence.startsWith('\\')) continue;
    closing.lastIndex = opening.lastIndex;
    let close = closing.exec(markdown);
    while (close && close[0].length !== fence.length) close = closing.exec(markdown);
    if (!close) continue;
    yield { start: open.index, end: closing.lastIndex, inner: markdown.slice(opening.lastIndex, close.index) };
    opening.lastIndex = closing.lastIndex;
  }
}

function plainWords(markdown: string): string {
  return markdown.replace(SYNTAX, (all, escaped?: string, label?: string, url?: string) => {
    if (escaped !== undefined) return escaped;
    if (label !== undefined) return plainLink(plainWords(label), url ?? '');
    return all === '&amp;' ? '&' : all === '&lt;' ? '<' : '';
  });
}

function plainLink(label: string, url: string): string {
  return label === url ? url : `${label} (${url})`;
}
