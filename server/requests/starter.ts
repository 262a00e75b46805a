/** The request for the files that a new dataset begins with. */
import { Method, type Starter, type StarterParams } from '../protocol.ts';
import { starterFiles } from '../starter/files.ts';
import { tidyTitle, titleOf } from '../starter/title.ts';
import type { Service } from './answering.ts';

export const starter: Service = {
  capabilities: () => ({}),
  register({ connection }) {
    connection.onRequest(Method.starter, ({ folder, title, version, ci }: StarterParams): Starter => {
      const wanted = tidyTitle(title ?? '') || titleOf(folder);
      const files = starterFiles({ title: wanted, version, ci });
      return { title: wanted, files: [...files].map(([path, text]) => ({ path, text })) };
    });
  },
};
