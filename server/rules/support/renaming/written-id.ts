/** Ids as they are written in YAML: where one stands within its scalar, and how another is put there. */
import { writeScalar } from '../../../dataset/editing/edits.ts';
import type { Span, TextEdit } from '../../../dataset/text.ts';
import type { YamlNode } from '../../../dataset/yaml/tree.ts';
import { readAsOld } from '../yaml-1-1.ts';

/** The id itself within what is written, without quotes and the like; the whole where the two cannot be told apart. */
export function idSpan(text: string, { start, end }: Span, id: string): Span {
  const source = text.slice(start, end);
  const at = source.indexOf(id);
  if (id === '' || at < 0 || source.includes(id, at + 1)) return { start, end };
  return { start: start + at, end: start + at + id.length };
}

/** Puts an id in another's place, in the quotes that are there, in new ones where it would be read as something else. */
export function replaceId(text: string, node: YamlNode, before: string, after: string): TextEdit {
  const style = node.type === 'scalar' ? node.style : 'plain';
  const isPlain = style === 'plain' && !(node.type === 'scalar' && node.broken);
  const whole = { start: node.start, end: node.end };
  const span = isPlain ? whole : idSpan(text, node, before);
  if (span.end - span.start < whole.end - whole.start) return { span, text: after };
  return { span: whole, text: isPlain ? writeId(after) : writeScalar(after, style) };
}

/** An id as a plain scalar, in quotes where one version of YAML or the other would not read it as text. */
export function writeId(id: string): string {
  return writeScalar(id, readAsOld(id) === id ? 'plain' : 'single');
}
