/** The texts that the client has open, kept in step with its edits, in whatever encoding it counts columns. */
import { type Position, type TextDocumentContentChangeEvent, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { columnAt, type PositionEncoding } from './features/position-encoding.ts';

/** Makes the manager of open texts for a client. */
export function openTexts(encoding: PositionEncoding): TextDocuments<TextDocument> {
  if (encoding === 'utf-16') return new TextDocuments(TextDocument);
  return new TextDocuments({
    create: TextDocument.create,
    // One by one: the places of a change are those of the text that the one before it has left.
    update: (document, changes, version) =>
      changes.reduce(
        (text, change) => TextDocument.update(text, [inUtf16(text, change, encoding)], version),
        TextDocument.update(document, [], version),
      ),
  });
}

function inUtf16(
  document: TextDocument,
  change: TextDocumentContentChangeEvent,
  encoding: PositionEncoding,
): TextDocumentContentChangeEvent {
  if (!('range' in change)) return change;
  const { start, end } = change.range;
  const range = { start: positionInUtf16(document, start, encoding), end: positionInUtf16(document, end, encoding) };
  return { range, text: change.text };
}

function positionInUtf16(document: TextDocument, { line, character }: Position, encoding: PositionEncoding): Position {
  const text = document.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } });
  return { line, character: columnAt(text.replace(/(?:\r\n?|\n)$/, ''), character, encoding) };
}
