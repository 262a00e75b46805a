/** Requests that lead somewhere: definition. */
import { definition } from '../features/definition.ts';
import type { Service } from './answering.ts';

export const navigation: Service = {
  capabilities: () => ({ definitionProvider: true }),
  register(answering) {
    const { connection, client } = answering;
    connection.onDefinition(
      answering.safely(null, async (params, token) => {
        await answering.loaded(token);
        const links = answering.at(params, ({ workspace, converter }, uri, offset) =>
          definition(workspace, uri, offset, converter),
        );
        if (client.definitionLinks) return links;
        return links.map(({ targetUri, targetSelectionRange }) => ({ uri: targetUri, range: targetSelectionRange }));
      }),
    );
  },
};
