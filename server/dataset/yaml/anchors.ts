/** The anchors and aliases of a YAML text (`&name`, `*name`): where their names stand, and which belong together. */
import { Lexer } from 'yaml';
import type { Span } from '../text.ts';

/** A name after `&` or `*`; the span is that of the name alone. */
export interface AnchorMark extends Span {
  readonly type: 'anchor' | 'alias';
  readonly name: string;
}

/** An anchor with the aliases that stand for its node; without an anchor, aliases that stand for nothing. */
export interface AnchorFamily {
  readonly anchor: AnchorMark | undefined;
  readonly aliases: readonly AnchorMark[];
}

/** What the `yaml` package's lexer adds between the pieces of the source: beginning of a document, of a scalar, end of a flow. */
const CONTROL = ['\x02', '\x18', '\x1f'];
const SCALAR_FOLLOWS = '\x1f';

/** Every anchor and alias of one document, in order; of a broken one those of the text as it could be read (`YamlDocument.painted`). */
export function anchorMarks(text: string): AnchorMark[] {
  if (!text.includes('&') && !text.includes('*')) return [];
  const marks: AnchorMark[] = [];
  let start = 0;
  let isScalar = false;
  for (const token of new Lexer().lex(text)) {
    if (!isScalar && CONTROL.includes(token)) {
      isScalar = token === SCALAR_FOLLOWS;
      continue;
    }
    const end = start + token.length;
    const type = token[0] === '&' ? 'anchor' : token[0] === '*' ? 'alias' : undefined;
    if (type && !isScalar && token.length > 1) marks.push({ type, name: token.slice(1), start: start + 1, end });
    isScalar = false;
    start = end;
  }
  return marks;
}

/** The marks that belong to one of them: an alias stands for the last anchor of its name before it (YAML 1.2.2, 7.1). */
export function familyOf(marks: readonly AnchorMark[], mark: AnchorMark): AnchorFamily {
  const same = marks.filter(({ name }) => name === mark.name);
  const anchor = same.findLast(({ type, start }) => type === 'anchor' && start <= mark.start);
  const from = anchor?.start ?? -1;
  const next = same.find(({ type, start }) => type === 'anchor' && start > from)?.start ?? Number.POSITIVE_INFINITY;
  const aliases = same.filter(({ type, start }) => type === 'alias' && from < start && start < next);
  return { anchor, aliases };
}
