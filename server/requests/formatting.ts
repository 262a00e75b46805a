/** Requests that put text in shape: formatting of documents, ranges, and as one types. */
import type { Service } from './answering.ts';

export const formatting: Service = {
  capabilities: () => ({}),
  register() {},
};
