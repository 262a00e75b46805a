/** Requests that put text in shape: formatting of documents, ranges, and as one types. */
import {
  BulkRegistration,
  DocumentFormattingRequest,
  DocumentOnTypeFormattingRequest,
  DocumentRangeFormattingRequest,
} from 'vscode-languageserver';
import { formatting as format, rangesFormatting } from '../features/formatting.ts';
import { onTypeFormatting, TRIGGERS } from '../features/on-type-formatting.ts';
import type { Service } from './answering.ts';

const RANGES = { rangesSupport: true };
const KEYS = { firstTriggerCharacter: TRIGGERS[0], moreTriggerCharacter: TRIGGERS.slice(1) };

export const formatting: Service = {
  capabilities: ({ formatLanguages }) =>
    formatLanguages
      ? {}
      : {
          documentFormattingProvider: true,
          documentRangeFormattingProvider: RANGES,
          documentOnTypeFormattingProvider: KEYS,
        },
  begin({ connection, client: { formatLanguages } }) {
    if (!formatLanguages) return;
    const documentSelector = formatLanguages.map((language) => ({ language }));
    const registrations = BulkRegistration.create();
    registrations.add(DocumentFormattingRequest.type, { documentSelector });
    registrations.add(DocumentRangeFormattingRequest.type, { documentSelector, ...RANGES });
    registrations.add(DocumentOnTypeFormattingRequest.type, { documentSelector, ...KEYS });
    connection.client.register(registrations).catch((reason) => {
      connection.console.warn(`The client takes no formatting (${String(reason)}).`);
    });
  },
  register(answering) {
    const { connection } = answering;
    connection.onDocumentFormatting(
      answering.safely(null, ({ textDocument, options }) =>
        answering.in(textDocument, ({ workspace, converter }, uri) =>
          format(workspace, uri, converter, options, answering.features().format.sortKeys),
        ),
      ),
    );
    connection.onDocumentRangeFormatting(
      answering.safely(null, ({ textDocument, range }) =>
        answering.in(textDocument, ({ workspace, converter }, uri) =>
          rangesFormatting(workspace, uri, converter, [range]),
        ),
      ),
    );
    connection.onDocumentRangesFormatting(
      answering.safely(null, ({ textDocument, ranges }) =>
        answering.in(textDocument, ({ workspace, converter }, uri) =>
          rangesFormatting(workspace, uri, converter, ranges),
        ),
      ),
    );
    connection.onDocumentOnTypeFormatting(
      answering.safely(null, (params) =>
        answering.at(params, ({ workspace, converter }, uri, offset) =>
          onTypeFormatting(workspace, uri, offset, params.ch, converter),
        ),
      ),
    );
  },
};
