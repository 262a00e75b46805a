/** Hover: the card of the record a reference leads to, dates in words, and the model's descriptions. */
import type { Hover, MarkupKind } from 'vscode-languageserver-types';
import { inWords, parseEdtf } from '../dataset/edtf.ts';
import { schemaOf } from '../dataset/schema.ts';
import type { Workspace } from '../dataset/workspace.ts';
import { follow } from '../dataset/yaml-tree.ts';
import { recordCard } from './card.ts';
import type { Converter } from './convert.ts';
import { type Located, locate } from './locate.ts';
import { code, escapeMarkdown, markup } from './markdown.ts';

/** What hover needs to know of the client. */
export interface HoverClient {
  readonly hoverMarkup: MarkupKind;
}

/** What there is to say of the key or value at an offset. */
export function hover(
  workspace: Workspace,
  uri: string,
  offset: number,
  converter: Converter,
  { hoverMarkup }: HoverClient,
): Hover | undefined {
  const at = locate(workspace, uri, offset);
  if (!at?.schema) return undefined;
  const value = at.on === 'key' ? aboutProperty(at) : aboutValue(at, workspace);
  if (!value) return undefined;
  return { contents: markup(value, hoverMarkup), range: converter.range(at.document, at.span) };
}

function aboutProperty({ path, schema }: Located): string | undefined {
  if (!schema?.description) return undefined;
  const lines = [`**${escapeMarkdown(String(path.at(-1)))}** — ${schema.description}`];
  if (schema.reference) lines.push(`Holds the id of a record of kind ${code(schema.reference)}.`);
  if (schema.values.length > 0) {
    lines.push(schema.values.map(({ value, description }) => `- ${code(value)}: ${description}`).join('\n'));
  }
  return lines.join('\n\n');
}

function aboutValue({ node: found, schema, document }: Located, workspace: Workspace): string | undefined {
  // An alias is as good as what it stands for.
  const node = follow(found);
  if (!schema || node?.type !== 'scalar') return schema?.description;
  const text = String(node.value);
  if (schema.reference) {
    const record = workspace.dataset.find(schema.reference, text);
    return record && recordCard(record, workspace.dataset);
  }
  if (schema.format === 'edtf' || schema.format === 'edtf-date-time') {
    const date = parseEdtf(node.value, true);
    return date && `**${escapeMarkdown(inWords(date))}**\n\n${schema.description}`;
  }
  const known = schema.values.find(({ value }) => value === text);
  if (known) return `**${escapeMarkdown(text)}** — ${known.description}`;
  if (schema.constant === text && document.schema) return `**${text}** — ${schemaOf(document.schema).description}`;
  return schema.description || undefined;
}
