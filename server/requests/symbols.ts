/** Requests for the outline of texts: symbols, folds, selections, links. */
import type { Service } from './answering.ts';

export const symbols: Service = {
  capabilities: () => ({}),
  register() {},
};
