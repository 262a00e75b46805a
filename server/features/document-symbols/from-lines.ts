/** The outline of one document by its lines: the record with its maps and lists, for files of many records, whose trees may be gone. */
import { SymbolKind } from 'vscode-languageserver-types';
import type { Dataset } from '../../dataset/dataset.ts';
import type { SourceDocument } from '../../dataset/document.ts';
import { schemaAt } from '../../dataset/schema.ts';
import { type Block, blocksOf } from '../blocks.ts';
import { blockColon, lineEnd, unquote } from '../line-lexer.ts';
import { idSpan } from '../record-place.ts';
import { recordName, signOf, valueName } from '../symbol-names.ts';
import type { OutlinePart } from './from-tree.ts';

/** The record of a document with those of its maps and lists that run over several lines. */
export function outlineOfLines(document: SourceDocument, dataset: Dataset): OutlinePart[] {
  const { record, yaml } = document;
  if (!record) return [];
  const blocks = blocksOf(yaml.text);
  const id = idSpan(document);
  const whole = blocks.find(({ type }) => type === 'document') ?? id;
  const span = { start: Math.min(whole.start, id.start), end: Math.max(whole.end, id.end) };
  const children = blocks.flatMap((block) => propertyOf(block, document, dataset) ?? []);
  return [{ ...recordName(record), kind: signOf(record.kind), span, selection: id, children }];
}

function propertyOf(
  { type, depth, start, end }: Block,
  document: SourceDocument,
  dataset: Dataset,
): OutlinePart | undefined {
  const { record, yaml } = document;
  if (type !== 'entry' || depth !== 1) return undefined;
  const colon = blockColon(yaml.text, start, lineEnd(yaml.text, start));
  const key = unquote(yaml.text.slice(start, colon).trim());
  const value = record?.value[key];
  if (colon < 0 || value === null || typeof value !== 'object') return undefined;
  return {
    name: key,
    detail: valueName(value, schemaAt(record!.kind, [key]), dataset),
    kind: Array.isArray(value) ? SymbolKind.Array : SymbolKind.Object,
    span: { start, end },
    selection: { start, end: colon },
    children: [],
  };
}
