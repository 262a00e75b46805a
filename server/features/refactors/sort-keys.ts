/** Sorts the keys of records as their schemas have them. */
import * as l10n from '@vscode/l10n';
import { sortKeys } from '../../dataset/editing/key-order.ts';
import { inDocument } from '../../rules/support/fixes.ts';
import type { Refactoring } from './refactoring.ts';

export const sortedKeys: Refactoring = {
  kind: 'refactor.rewrite.sortKeys',
  offers: ({ document }) => {
    const edits = sortKeys(document);
    if (edits.length === 0) return [];
    return [{ title: l10n.t("Sort keys in the schema's order"), edits: inDocument(document, edits) }];
  },
};
