/** Gives maps and lists lines of their own, or one line for all. */

import * as l10n from '@vscode/l10n';
import type { SourceDocument } from '../../dataset/document.ts';
import { toBlock } from '../../dataset/editing/block-style.ts';
import { toFlow } from '../../dataset/editing/flow-style.ts';
import { indentationOf } from '../../dataset/editing/indentation.ts';
import { keepValue } from '../../dataset/editing/same-value.ts';
import type { Fix } from '../../dataset/problem.ts';
import type { TextEdit } from '../../dataset/text.ts';
import { inDocument } from '../../rules/support/fixes.ts';
import { shortened } from '../../rules/support/words.ts';
import type { Refactoring } from './refactoring.ts';
import type { Level, Selection } from './selection.ts';

/** The collection at the cursor and the one around it; those further out are a jump of the cursor away. */
const MOST = 2;

export const blockStyle: Refactoring = {
  kind: 'refactor.rewrite.blockStyle',
  offers: (selection) => {
    const { text, root } = selection.document.yaml;
    return offers(selection, 'block', (level) => toBlock(text, level, indentationOf(text, root)));
  },
};

export const flowStyle: Refactoring = {
  kind: 'refactor.rewrite.flowStyle',
  offers: (selection) => offers(selection, 'flow', (level) => toFlow(selection.document.yaml.text, level)),
};

function offers(
  { document, levels }: Selection,
  style: 'block' | 'flow',
  convert: (level: Level) => TextEdit | undefined,
): Fix[] {
  const collections = levels.filter(({ value }) => value?.type === 'map' || value?.type === 'seq');
  // Only the outermost of nested flow collections can be a block.
  const near = style === 'block' ? collections : collections.slice(0, MOST);
  return near.flatMap((level) => {
    const edit = document.isDoubtful(level.value!) ? undefined : convert(level);
    if (!edit || !keepValue([edit], document.yaml)) return [];
    return [{ title: titleOf(level, document, style), edits: inDocument(document, [edit]) }];
  });
}

function titleOf({ path }: Level, { record }: SourceDocument, style: 'block' | 'flow'): string {
  const isBlock = style === 'block';
  const last = path.at(-1);
  if (typeof last === 'string') {
    const name = shortened(last);
    return isBlock ? l10n.t('Convert `{0}` to block style', name) : l10n.t('Convert `{0}` to flow style', name);
  }
  if (last !== undefined)
    return isBlock ? l10n.t('Convert this entry to block style') : l10n.t('Convert this entry to flow style');
  if (record) return isBlock ? l10n.t('Convert the record to block style') : l10n.t('Convert the record to flow style');
  return isBlock ? l10n.t('Convert the document to block style') : l10n.t('Convert the document to flow style');
}
