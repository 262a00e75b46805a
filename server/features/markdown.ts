/** Text from records as Markdown that shows it and nothing more, no markup, links, images or HTML of its own; and our Markdown as plain text. */
import { type MarkupContent, MarkupKind } from 'vscode-languageserver-types';

/** Escapes every character that Markdown or HTML could take for more than itself; line ends become blanks. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]()#+\-.!|~>]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;');
}

/** Text as inline code. */
export function code(text: string): string {
  const clean = text.replace(/\s+/g, ' ');
  const fence = '`'.repeat(Math.max(0, ...[...clean.matchAll(/`+/g)].map(([run]) => run.length)) + 1);
  return clean.startsWith('`') || clean.endsWith('`') ? `${fence} ${clean} ${fence}` : `${fence}${clean}${fence}`;
}

/** A web address as a link with its own text, when it is one; plain text otherwise. */
export function link(label: string, url: unknown): string {
  if (typeof url !== 'string' || !/^https?:\/\/[^\s<>()[\]\\]+$/.test(url)) return escapeMarkdown(label);
  return `[${escapeMarkdown(label)}](${url})`;
}

/** What of our Markdown is more than the text itself: escapes, code, strong text, links. */
const SYNTAX = /\\(.)|(`+) ?(.*?) ?\2(?!`)|\*\*|\[((?:\\.|[^\]\\])*)\]\(([^)]*)\)|&amp;|&lt;/g;

/** Markdown of ours in the form that a client takes. */
export function markup(markdown: string, kind: MarkupKind): MarkupContent {
  return { kind, value: kind === MarkupKind.Markdown ? markdown : plainText(markdown) };
}

function plainText(markdown: string): string {
  return markdown.replace(
    SYNTAX,
    (all, escaped?: string, _fence?: string, inline?: string, label?: string, url?: string) => {
      if (escaped !== undefined) return escaped;
      if (inline !== undefined) return inline;
      if (label !== undefined) return `${plainText(label)} (${url})`;
      return all === '&amp;' ? '&' : all === '&lt;' ? '<' : '';
    },
  );
}
