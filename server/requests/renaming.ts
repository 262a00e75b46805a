/** Requests that give things other names: ids, anchors, files. */
import type { Service } from './answering.ts';

export const renaming: Service = {
  capabilities: () => ({}),
  register() {},
};
