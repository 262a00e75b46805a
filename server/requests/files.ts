/** Notices of files that come, go and change their names in the editor. */
import type { Service } from './answering.ts';

export const files: Service = {
  capabilities: () => ({}),
  register() {},
};
