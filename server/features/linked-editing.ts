/** Linked editing: an anchor and its aliases change their name together, letter by letter. */
import type { Range } from 'vscode-languageserver-types';
import type { Workspace } from '../dataset/workspace.ts';
import type { Converter } from './convert.ts';
import { documentAt } from './locate.ts';
import { anchorAt } from './subject.ts';

/** What a name of an anchor is made of: all but blanks and the signs of flow style (YAML 1.2.2, 6.9.2). */
const NAME = '[^\\s,\\[\\]{}]+';

/** Ranges of one text that are edited together; `wordPattern` is what they may be made of. */
export interface LinkedRanges {
  readonly ranges: Range[];
  readonly wordPattern: string;
}

/** The names that belong together, where the offset is in one of them and there are several. */
export function linkedEditing(
  workspace: Workspace,
  uri: string,
  offset: number,
  converter: Converter,
): LinkedRanges | undefined {
  const document = documentAt(workspace, uri, offset);
  if (!document) return undefined;
  const family = anchorAt(document, offset - document.start);
  if (!family?.anchor || family.aliases.length === 0 || offset - document.start < family.span.start) return undefined;
  const marks = [family.anchor, ...family.aliases];
  return { ranges: marks.map((mark) => converter.range(document, mark)), wordPattern: NAME };
}
