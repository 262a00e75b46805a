/** Requests beyond those of every editor: the registry's texts, and what our own client asks for its timeline. */
import { REGISTRY_ROOT, registryText } from '../dataset/registry.ts';
import { documentAt } from '../features/locate.ts';
import { Method, type RecordAtParams, type TimelineParams, type TimelineRecordParams } from '../protocol.ts';
import type { Service } from './answering.ts';

export const custom: Service = {
  capabilities: () => ({
    workspace: { textDocumentContent: { schemes: [REGISTRY_ROOT.replace(':', '')] } },
  }),
  register(answering) {
    const { connection, session, timelines } = answering;
    connection.workspace.textDocumentContent.on(({ uri }) => {
      const text = registryText(session.own(uri));
      return text === undefined ? null : { text };
    });
    connection.onRequest(Method.timeline, async ({ uri }: TimelineParams, token) => {
      await answering.loaded(token);
      return timelines.whole(session.memberOf(uri));
    });
    connection.onRequest(Method.timelineDetails, async ({ uri, key }: TimelineRecordParams, token) => {
      await answering.loaded(token);
      return timelines.details(session.memberOf(uri), key);
    });
    connection.onRequest(Method.timelineExport, async ({ uri }: TimelineParams, token) => {
      await answering.loaded(token);
      return timelines.export(session.memberOf(uri));
    });
    connection.onRequest(Method.recordLocation, async ({ uri, key }: TimelineRecordParams, token) => {
      await answering.loaded(token);
      return timelines.locate(session.memberOf(uri), key);
    });
    connection.onRequest(Method.recordAt, ({ uri, position }: RecordAtParams) =>
      answering.at({ textDocument: { uri }, position }, ({ workspace }, own, offset) => {
        const record = documentAt(workspace, own, offset)?.record;
        return record?.id === undefined ? null : `${record.kind}/${record.id}`;
      }),
    );
  },
};
