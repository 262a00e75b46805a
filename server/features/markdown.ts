/** Text from records as Markdown that shows it and nothing more: no markup, links, images or HTML of its own. */

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
