/** Sorts the keys of records as their schemas have them. */
import { sortKeys } from '../../dataset/editing/key-order.ts';
import { inDocument } from '../../rules/support/fixes.ts';
import type { Refactoring } from './refactoring.ts';

export const sortedKeys: Refactoring = {
  kind: 'refactor.rewrite.sortKeys',
  offers: ({ document }) => {
    const edits = sortKeys(document);
    if (edits.length === 0) return [];
    return [{ title: "Sort keys in the schema's order", edits: inDocument(document, edits) }];
  },
};
