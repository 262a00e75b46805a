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
  // Of a blank on either side one would be taken for padding.
  return /^`|`$|^ .*[^ ].* $/.test(clean) ? `${fence} ${clean} ${fence}` : `${fence}${clean}${fence}`;
}

/** Lines of text as a block of code in a language. */
export function codeBlock(text: string, language: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}${language}\n${text}\n${fence}`;
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
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
/** What of our Markdown is more than the text itself: escapes, code, strong text, links. */
const SYNTAX = /\\(.)|(`+)(.*?)\2(?!`)|\*\*|\[((?:\\.|[^\]\\])*)\]\(([^)]*)\)|&amp;|&lt;/gu;

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
  return markdown.replace(
    SYNTAX,
    (all, escaped?: string, _fence?: string, inline?: string, label?: string, url?: string) => {
      if (escaped !== undefined) return escaped;
      if (inline !== undefined) return /^ .*[^ ].* $/.test(inline) ? inline.slice(1, -1) : inline;
      if (label !== undefined) return plainLink(plainLines(label), url ?? '');
      return all === '&amp;' ? '&' : all === '&lt;' ? '<' : '';
    },
  );
}

function plainLink(label: string, url: string): string {
  return label === url ? url : `${label} (${url})`;
}
