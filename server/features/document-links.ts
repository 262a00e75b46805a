/** Document links: addresses on the web, and files of the dataset such as stored copies of sources. */
import type { DocumentLink } from 'vscode-languageserver-types';
import type { SourceDocument } from '../dataset/document.ts';
import { type Part, type Schema, walkTo } from '../dataset/schema.ts';
import { encodeName, filePathIn } from '../dataset/stored-texts/file-path.ts';
import { lineAt, type Span, shift } from '../dataset/text.ts';
import type { Workspace } from '../dataset/workspace.ts';
import type { Converter } from './convert.ts';
import { documentsIn } from './locate.ts';

/** An address that is a valid URI as it stands (RFC 3986, 2). */
const VALID_ADDRESS = /^https?:\/\/(?:[\w\-.~:/?#@!$&'()*+,;=]|%[0-9a-f]{2})+$/i;
const NOT_IN_URI = /[^\w\-.~:/?#@!$&'()*+,;=%]|%(?![0-9a-f]{2})/gi;

/** Links on everything that the schemas know to be an address or a file. */
export function documentLinks(workspace: Workspace, uri: string, converter: Converter): DocumentLink[] {
  return documentsIn(workspace, uri).flatMap((document) => linksOf(document, workspace.root, converter));
}

function linksOf(document: SourceDocument, root: string | undefined, converter: Converter): DocumentLink[] {
  const { record } = document;
  if (!record) return [];
  // What is merged or stands behind an alias is met several times.
  const links = new Map<number, DocumentLink>();
  for (const { path, value, schema } of walkTo(record.kind, record.value, leadsOut)) {
    const target = targetOf(schema, value, root, converter);
    const span = target === undefined ? undefined : spanOf(document, path, String(value));
    if (target === undefined || !span || span.end <= span.start) continue;
    links.set(span.start, { range: converter.fileRange(document.uri, shift(span, document.start)), target });
  }
  return [...links].sort(([a], [b]) => a - b).map(([, link]) => link);
}

function leadsOut({ format, page }: Schema): boolean {
  return format === 'uri' || format === 'path' || page !== undefined;
}

/** Where a value leads; nowhere when it is neither an address on the web nor a file within the dataset. */
function targetOf(
  { format, page }: Schema,
  value: Part['value'],
  root: string | undefined,
  converter: Converter,
): string | undefined {
  if (typeof value !== 'string') return undefined;
  if (format === 'uri') return addressOf(value.trim());
  if (page !== undefined) return value.trim() === '' ? undefined : page.replace('{}', () => encodeName(value.trim()));
  const file = filePathIn(value);
  if (file === undefined || root === undefined) return undefined;
  return converter.spelled(`${root}/${file.split('/').map(encodeName).join('/')}`);
}

/** An address as a valid URI: what URIs do not know is escaped, hosts in other alphabets are as the web writes them. */
function addressOf(text: string): string | undefined {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return undefined;
  if (VALID_ADDRESS.test(text)) return text;
  const [, host = '', rest = ''] = /^([^/]*\/\/[^/]*)(.*)/s.exec(new URL(text).href)!;
  return host + rest.replace(NOT_IN_URI, encodeURIComponent);
}

/** Where the text of a value stands, without its quotes. A text that stands there just once needs no look at the tree. */
function spanOf({ yaml }: SourceDocument, path: Part['path'], value: string): Span | undefined {
  const { text } = yaml;
  const start = text.indexOf(value);
  const isOnce = start >= 0 && !text.includes(value, start + 1) && !text.includes('*');
  if (isOnce && !text.slice(lineAt(text, start).start, start).includes('#'))
    return { start, end: start + value.length };
  const node = yaml.place(path)?.value;
  if (!node) return undefined;
  const quotes = node.type === 'scalar' && !node.broken && (node.style === 'single' || node.style === 'double') ? 1 : 0;
  return { start: node.start + quotes, end: node.end - quotes };
}
