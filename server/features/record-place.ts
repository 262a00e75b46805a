/** Where the id of a record stands, without a look at the tree where the text alone tells. */
import type { SourceDocument } from '../dataset/document.ts';
import type { Span } from '../dataset/text.ts';

const ID_LINE = /^id:[ \t]+(?:"([^"\\\n]*)"|'([^'\n]*)'|([^\s#"'&*!|>][^\n#]*))[ \t]*(?:#[^\n]*)?\r?$/gm;

/** The span of a record's id, without quotes if it is a line of its own; what stands for the record where it has none. */
export function idSpan(document: SourceDocument): Span {
  const { record, yaml } = document;
  const [line, ...others] = record?.id === undefined ? [] : yaml.text.matchAll(ID_LINE);
  const text = line?.[1] ?? line?.[2] ?? line?.[3]?.trimEnd();
  if (!line || text === undefined || text !== record?.id || others.length > 0) return document.spanOf(['id']);
  const start = line.index + line[0].indexOf(text, 'id:'.length);
  return { start, end: start + text.length };
}
