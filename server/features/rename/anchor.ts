/** An anchor gets another name, and with it every alias that stands for it. */

import * as l10n from '@vscode/l10n';
import type { DocumentEdit } from '../../dataset/problem.ts';
import { applyEdits } from '../../dataset/text.ts';
import { type AnchorMark, anchorMarks } from '../../dataset/yaml/anchors.ts';
import { YamlDocument } from '../../dataset/yaml/yaml.ts';
import type { Refusal } from '../../rules/support/renaming/refusal.ts';
import { shortened } from '../../rules/support/words.ts';
import type { AnchorSubject } from '../subject.ts';

/** What the name of an anchor may be made of (YAML 1.2.2, 6.9.2: anything that can be seen but flow indicators). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what no name may have.
const ANCHOR_NAME = /^(?![&*])[^\s,[\]{}\u0000-\u001f\u007f-\u009f\ufeff\p{Surrogate}]+(?<!:)$/u;

/** Why the anchor or alias keeps its name, whatever the new one; nothing where it can get another. */
export function anchorRefusal({ anchor, document, span }: AnchorSubject): Refusal | undefined {
  if (anchor) return undefined;
  const name = document.yaml.text.slice(span.start, span.end);
  return { refusal: l10n.t('No anchor `&{0}` stands before this alias: there is nothing to rename.', shortened(name)) };
}

/** Edits that rename an anchor and its aliases in their document; refused where anything would mean something else then. */
export function renameAnchor({ anchor, aliases, document }: AnchorSubject, name: string): DocumentEdit[] | Refusal {
  if (!ANCHOR_NAME.test(name)) {
    const refusal = l10n.t(
      'The name of an anchor is one word without its sign: no blanks, none of `,[]{}`, no `&` or `*` before it and no colon after it.',
    );
    return { refusal };
  }
  const edits = [...(anchor ? [anchor] : []), ...aliases].map(({ start, end }) => ({
    document,
    span: { start, end },
    text: name,
  }));
  const before = document.yaml;
  const after = new YamlDocument(applyEdits(before.text, edits));
  const isSame = sameLinks(anchorMarks(before.painted), anchorMarks(after.painted));
  if (isSame && before.errors.length === after.errors.length) return edits;
  const refusal = l10n.t(
    'The name `{0}` is in use in this document: aliases would stand for something else than now. Choose another.',
    shortened(name),
  );
  return { refusal };
}

/** Whether each alias stands for the anchor that it stood for. */
function sameLinks(before: readonly AnchorMark[], after: readonly AnchorMark[]): boolean {
  const [old, now] = [linksOf(before), linksOf(after)];
  return old.length === now.length && old.every((link, index) => link === now[index]);
}

/** For each mark in order the index of its anchor; -1 for an alias that stands for nothing. */
function linksOf(marks: readonly AnchorMark[]): number[] {
  const last = new Map<string, number>();
  return marks.map(({ type, name }, index) => {
    if (type === 'anchor') last.set(name, index);
    return last.get(name) ?? -1;
  });
}
