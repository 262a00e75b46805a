/** Requests that tell more about what stands in the text: hover. */
import { hover, isKnownByItself } from '../features/hover.ts';
import type { Service } from './answering.ts';

export const reading: Service = {
  capabilities: () => ({ hoverProvider: true }),
  register(answering) {
    const { connection, client, rulePage } = answering;
    const reader = { ...client, rulePage };
    connection.onHover(
      answering.safely(null, async (params, token) => {
        const isKnown = answering.at(params, ({ workspace }, uri, offset) => isKnownByItself(workspace, uri, offset));
        if (!isKnown) await answering.loaded(token);
        return answering.at(
          params,
          ({ workspace, converter }, uri, offset) => hover(workspace, uri, offset, converter, reader) ?? null,
        );
      }),
    );
  },
};
