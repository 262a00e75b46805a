/** Where a record of a timeline stands: the place of its id, found without reading its YAML again. */
import type { SourceDocument } from '../dataset/document.ts';
import type { Span } from '../dataset/text.ts';

/** Nothing but comments, directives and the marker of a document before the first key of a map in block style. */
const BLOCK_MAP = /^(?:(?:---|[#%].*|[ \t]*)\r?\n)*[\w-]+:[ \t\r\n]/;
const PLAIN_ID = /^id:[ \t]+([\w-]+)[ \t]*(?:[ \t]#.*)?\r?$/m;

/** The span of a record's `id` value in its document. */
export function idSpan(document: SourceDocument): Span {
  return plainIdSpan(document) ?? document.spanOf(['id']);
}

/**
 * The span of an id that stands as ids do, in a line of its own; `undefined` for any other. Trees are let go when memory
 * is short, and a timeline of ten thousand records would have all of them read again for one line each. In a map in block
 * style without slips only its own keys can stand at the beginning of a line (YAML 1.2.2, 6.1 and 7.4: what is within
 * them is indented).
 */
export function plainIdSpan({ yaml, record }: SourceDocument): Span | undefined {
  if (yaml.errors.length > 0 || yaml.repeatsKeys || !BLOCK_MAP.test(yaml.text)) return undefined;
  const match = PLAIN_ID.exec(yaml.text);
  if (!match || match[1] !== record?.id) return undefined;
  const start = match.index + match[0].indexOf(match[1]!, 'id:'.length);
  return { start, end: start + match[1]!.length };
}
