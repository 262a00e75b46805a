/** Requests for what is shown in and between the lines: inlay hints, code lenses, semantic tokens. */
import type { Service } from './answering.ts';

export const decorations: Service = {
  capabilities: () => ({}),
  register() {},
};
