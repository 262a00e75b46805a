/** Semantic tokens: kinds, ids, references, dates and values of the model, in the types that every theme has colours for. */
import {
  type Range,
  SemanticTokenModifiers,
  type SemanticTokens,
  type SemanticTokensLegend,
  SemanticTokenTypes,
} from 'vscode-languageserver-types';
import { parseEdtf } from '../dataset/dates/edtf.ts';
import type { SourceDocument } from '../dataset/document.ts';
import { isDateSchema } from '../dataset/schema.ts';
import type { Span } from '../dataset/text.ts';
import type { Workspace } from '../dataset/workspace.ts';
import type { YamlScalar } from '../dataset/yaml/tree.ts';
import type { Converter } from './convert.ts';
import { type DescribedScalar, describedScalars, documentsWithin } from './described.ts';
import { textIn } from './locate.ts';

/** The types and modifiers of our tokens; all of them are of LSP's own, which clients other than VS Code know, too. */
export const LEGEND: SemanticTokensLegend = {
  tokenTypes: [
    SemanticTokenTypes.class,
    SemanticTokenTypes.variable,
    SemanticTokenTypes.enumMember,
    SemanticTokenTypes.number,
    SemanticTokenTypes.function,
  ],
  tokenModifiers: [
    SemanticTokenModifiers.declaration,
    SemanticTokenModifiers.defaultLibrary,
    SemanticTokenModifiers.deprecated,
  ],
};

/** What a scalar is, by names of the legend. */
interface Sort {
  readonly type: SemanticTokenTypes;
  readonly modifiers: readonly SemanticTokenModifiers[];
}

const KIND: Sort = { type: SemanticTokenTypes.class, modifiers: [] };
const OWN_ID: Sort = { type: SemanticTokenTypes.variable, modifiers: [SemanticTokenModifiers.declaration] };
const FORMER_ID: Sort = { type: SemanticTokenTypes.variable, modifiers: [SemanticTokenModifiers.deprecated] };
const REFERENCE: Sort = { type: SemanticTokenTypes.variable, modifiers: [] };
const SHIPPED: Sort = { type: SemanticTokenTypes.variable, modifiers: [SemanticTokenModifiers.defaultLibrary] };
const CHOICE: Sort = { type: SemanticTokenTypes.enumMember, modifiers: [] };
const DATE: Sort = { type: SemanticTokenTypes.number, modifiers: [] };
const RULE: Sort = { type: SemanticTokenTypes.function, modifiers: [] };

/** The tokens of a file, or of a range of it; `null` for a file that has nothing of ours, so that others may colour it. */
export function semanticTokens(
  workspace: Workspace,
  uri: string,
  converter: Converter,
  range?: Range,
): SemanticTokens | null {
  const all = { start: 0, end: textIn(workspace, uri)?.length ?? 0 };
  const wanted = range ? { start: converter.offset(uri, range.start), end: converter.offset(uri, range.end) } : all;
  const documents = documentsWithin(workspace, uri, all).filter(({ document }) => document.schema !== undefined);
  if (documents.length === 0) return null;
  const data: number[] = [];
  let [line, character] = [0, 0];
  for (const { document, span } of documentsWithin(workspace, uri, wanted)) {
    const ownId = document.record?.id === undefined ? undefined : document.yaml.place(['id'])?.value;
    for (const described of describedScalars(document, span)) {
      const { node } = described;
      // YAML itself has a colour for aliases.
      if (node.type === 'alias') continue;
      const sort = node === ownId ? OWN_ID : sortOf(described, workspace);
      if (sort) for (const part of linesOf(document, node)) add(document, part, sort);
    }
  }
  return { data };

  /** Each token counts from the one before it. */
  function add(document: SourceDocument, span: Span, { type, modifiers }: Sort): void {
    const { start, end } = converter.range(document, span);
    const isSameLine = start.line === line && data.length > 0;
    data.push(
      start.line - line,
      isSameLine ? start.character - character : start.character,
      end.character - start.character,
      LEGEND.tokenTypes.indexOf(type),
      modifiers.reduce((bits, modifier) => bits | (1 << LEGEND.tokenModifiers.indexOf(modifier)), 0),
    );
    ({ line, character } = start);
  }
}

/** What a scalar is to the model; nothing for plain text, and for what is wrong. */
function sortOf({ scalar: { value }, schema, on }: DescribedScalar, { dataset, rules }: Workspace): Sort | undefined {
  if (isDateSchema(schema)) {
    return parseEdtf(value, schema.format === 'edtf-date-time') && DATE;
  }
  if (typeof value !== 'string') return undefined;
  if (on === 'key' || schema.ruleNames === 'value') return rules.some(({ name }) => name === value) ? RULE : undefined;
  if (schema.reference) {
    const record = dataset.find(schema.reference, value);
    return record && (dataset.isOwn(record) ? REFERENCE : SHIPPED);
  }
  if (schema.formerId) return FORMER_ID;
  if (schema.constant === value) return KIND;
  return schema.values.some((known) => known.value === value) ? CHOICE : undefined;
}

/** A scalar line by line, for not every client takes tokens that go on; without the sign before a block. */
function linesOf({ yaml: { text } }: SourceDocument, { start, end, style }: YamlScalar): Span[] {
  const isBlock = style === 'literal' || style === 'folded';
  const lines = [...text.slice(start, end).matchAll(/[^\s](?:[^\r\n]*[^\s])?/g)];
  return lines.slice(isBlock ? 1 : 0).map(({ 0: line, index }) => ({
    start: start + index,
    end: start + index + line.length,
  }));
}
