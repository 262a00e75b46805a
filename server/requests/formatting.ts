/** Requests that put text in shape: formatting of documents, ranges, and as one types. */
import { formatting as format, rangesFormatting } from '../features/formatting.ts';
import { onTypeFormatting, TRIGGERS } from '../features/on-type-formatting.ts';
import type { Service } from './answering.ts';

export const formatting: Service = {
  capabilities: () => ({
    documentFormattingProvider: true,
    documentRangeFormattingProvider: { rangesSupport: true },
    documentOnTypeFormattingProvider: { firstTriggerCharacter: TRIGGERS[0], moreTriggerCharacter: TRIGGERS.slice(1) },
  }),
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
