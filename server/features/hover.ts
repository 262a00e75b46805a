/** Hover: the card of the record a reference leads to, dates in words, and the model's descriptions. */
import * as l10n from '@vscode/l10n';
import type { Hover, MarkupKind } from 'vscode-languageserver-types';
import { modelText } from '../../l10n/language.ts';
import type { SourceDocument } from '../dataset/document.ts';
import { hasRecord } from '../dataset/record-index.ts';
import { isDateSchema, type Schema, schemaAt, schemaOf } from '../dataset/schema.ts';
import { signature } from '../dataset/signature.ts';
import type { Workspace } from '../dataset/workspace.ts';
import { follow, type Path, type YamlScalar } from '../dataset/yaml/tree.ts';
import { aboutReference } from './card/reference.ts';
import { recordCard } from './card.ts';
import type { Converter } from './convert.ts';
import { dateCard } from './date-card.ts';
import { type Located, locate, textIn } from './locate.ts';
import { clip, code, codeBlock, escapeMarkdown, markup } from './markdown.ts';
import { ruleCard } from './rule-card.ts';

/** What hover needs to know of the client. */
export interface HoverClient {
  readonly hoverMarkup: MarkupKind;
  /** The address of the page about a rule, with `{rule}` for its name. */
  readonly rulePage?: string | undefined;
}

/** What there is to say of the key or value at an offset. */
export function hover(
  workspace: Workspace,
  uri: string,
  offset: number,
  converter: Converter,
  client: HoverClient,
): Hover | undefined {
  const at = locate(workspace, uri, offset);
  const value = at && (at.on === 'key' ? aboutKey(at, workspace, client) : aboutValue(at, workspace, client));
  if (!value) return undefined;
  return { contents: markup(value, client.hoverMarkup), range: converter.range(at.document, at.span) };
}

/** Whether the document alone tells what there is to say of what stands at an offset, and no other file. */
export function isKnownByItself(workspace: Workspace, uri: string, offset: number): boolean {
  const at = locate(workspace, uri, offset);
  if (!at) return textIn(workspace, uri) !== undefined;
  if (at.document.schema === undefined || at.node.type !== 'scalar') return false;
  const { path, schema } = at;
  if (at.on === 'key') return schemaAt(at.document.schema, path.slice(0, -1))?.ruleNames !== 'keys';
  return !schema?.reference && schema?.ruleNames !== 'value' && !isOwnId(path);
}

function isOwnId(path: Path): boolean {
  return path.length === 1 && path[0] === 'id';
}

/** What a property means and may hold; of a rule's name that stands as a key, what the rule is about. */
function aboutKey({ path, schema, document }: Located, workspace: Workspace, client: HoverClient): string | undefined {
  const around = document.schema === undefined ? undefined : schemaAt(document.schema, path.slice(0, -1));
  const name = String(path.at(-1));
  if (around?.ruleNames === 'keys') return ruleCard(workspace, name, client.rulePage);
  if (!schema?.description) return undefined;
  const needed = around?.choices.find((choice) => choice.length > 1 && choice.includes(name));
  return [
    `**${escapeMarkdown(name)}** — ${modelText(schema.description)}`,
    codeBlock(signature(name, schema, around?.required.includes(name) === true), 'yaml'),
    needed ? l10n.t('One of {0} is required.', needed.map(code).join(', ')) : '',
    valueList(schema),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function valueList({ values }: Schema): string {
  return values.map(({ value, description }) => `- ${code(value)}: ${modelText(description)}`).join('\n');
}

function aboutValue(at: Located, workspace: Workspace, client: HoverClient): string | undefined {
  // An alias is as good as what it stands for.
  const node = follow(at.node);
  const meaning =
    node?.type === 'scalar' ? aboutScalar(at, node, workspace, client) : at.schema && modelText(at.schema.description);
  if (at.node.type !== 'alias' || !node) return meaning || undefined;
  return [
    ...(meaning ? [meaning] : []),
    l10n.t('{0} stands for', code(clip(`*${at.node.name}`, LONGEST_LINE))),
    anchored(at, node),
  ].join('\n\n');
}

function aboutScalar(at: Located, node: YamlScalar, workspace: Workspace, client: HoverClient): string | undefined {
  const { schema, document, path } = at;
  if (!schema) return undefined;
  const text = String(node.value ?? '');
  const meaning = modelText(schema.description);
  if (schema.reference) return aboutReference(workspace, document, schema.reference, text) ?? meaning;
  if (isDateSchema(schema)) return dateCard(node.value, meaning);
  if (schema.fieldPath) return aboutFieldPath(document, text) ?? meaning;
  if (schema.ruleNames === 'value') return ruleCard(workspace, text, client.rulePage) ?? meaning;
  if (isOwnId(path) && hasRecord(document)) return recordCard(document, workspace.dataset);
  if (schema.values.some(({ value }) => value === text)) return aboutChoice(schema, text);
  if (schema.constant === text && document.schema)
    return `**${text}** — ${modelText(schemaOf(document.schema).description)}`;
  return meaning;
}

/** What a field means whose path is written as a text: `place.city`. */
function aboutFieldPath(document: SourceDocument, text: string): string | undefined {
  const steps = text.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step));
  const field = document.schema === undefined ? undefined : schemaAt(document.schema, steps);
  return field?.description && `**${escapeMarkdown(text)}** — ${modelText(field.description)}`;
}

/** What one value of several means, and which others there are. */
function aboutChoice({ values }: Schema, text: string): string {
  const others = values.filter(({ value }) => value !== text).map(({ value }) => code(value));
  const { description } = values.find(({ value }) => value === text)!;
  const lines = [`**${escapeMarkdown(text)}** — ${modelText(description)}`];
  if (others.length > 0) lines.push(l10n.t('Or: {0}', others.join(', ')));
  return lines.join('\n\n');
}

const MOST_LINES = 12;
const LONGEST_LINE = 120;

/** The text that an alias stands for, without the indentation it has where it stands. */
function anchored({ document }: Located, { start, end }: { start: number; end: number }): string {
  const { text } = document.yaml;
  const column = start - (text.lastIndexOf('\n', start - 1) + 1);
  const lines = text.slice(start, end).trimEnd().split(/\r?\n/);
  const shown = lines.slice(0, MOST_LINES).map((line, index) => {
    const indentation = index === 0 ? 0 : Math.min(column, line.length - line.trimStart().length);
    return clip(line.slice(indentation), LONGEST_LINE);
  });
  return codeBlock([...shown, ...(lines.length > MOST_LINES ? ['…'] : [])].join('\n'), 'yaml');
}
