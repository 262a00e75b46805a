/** Completion: what can be written at the cursor, from the schemas and the dataset alone, however broken the text is. */
import * as l10n from '@vscode/l10n';
import type { SourceDocument } from '../../dataset/document.ts';
import { isDateSchema, isKind, kinds, MANIFEST, schemaAt, schemaOf } from '../../dataset/schema.ts';
import { lineAt, lineEndOf, shift } from '../../dataset/text.ts';
import type { Workspace } from '../../dataset/workspace.ts';
import type { YamlValue } from '../../dataset/yaml/tree.ts';
import { type Context, contextAt, type KeySlot, type Slot, type ValueSlot } from './context.ts';
import { idOfFields, idPartItems } from './ids.ts';
import type { CompletionResult, Draft } from './item.ts';
import { keyItems, propertyItem } from './properties.ts';
import { type Abilities, ID, KIND, Setting } from './setting.ts';
import { idFromFile, missingItem, skeletonItems } from './skeleton.ts';
import { isExample, textItem, valueItems } from './values.ts';

export type { CompletionItem, CompletionResult, ItemKind } from './item.ts';

const ABLE: Abilities = { snippets: true, snippetTransforms: false };
const NOTHING: CompletionResult = { items: [], incomplete: false };
/** Below it stands another document, be it still empty. */
const END_OF_DOCUMENT = /^\.{3}(?!\S)/m;

/**
 * What can be written at an offset of a file. `newText` has its indentation and the file's line ends already, so that
 * the editor must insert it as it is (LSP's `InsertTextMode.asIs`). Never throws.
 */
export function completions(
  workspace: Workspace,
  uri: string,
  offset: number,
  abilities: Abilities = ABLE,
): CompletionResult {
  const document = workspace.documentsOf(uri).findLast(({ start }) => start <= offset);
  if (!document) return NOTHING;
  const { text } = document.yaml;
  const cursor = Math.min(offset - document.start, text.length);
  if (hasLoneReturn(text, cursor)) return NOTHING;
  const context = readableContext(text, cursor);
  if (!context || context.slots.length === 0) return NOTHING;
  const { slots, value } = context;
  const eol = lineEndOf(workspace.textOf(uri) ?? text);
  const setting = new Setting(workspace, { uri, eol, abilities }, schemaFor(document, value), value);
  const first = workspace.documentsOf(uri)[0] === document && !END_OF_DOCUMENT.test(text.slice(0, cursor));
  const drafts = slots.flatMap((slot, index) => (index === 0 ? draftsFor(setting, slot, first) : dashItem(slot)));
  const items = drafts.map((draft, index) => ({
    ...draft,
    span: shift(draft.span, document.start),
    sortText: String(index).padStart(5, '0'),
  }));
  // Examples go as soon as something is typed, lest they take the place of what was meant.
  const incomplete = drafts.some(isExample) || slots.some((slot) => dependsOnTyped(setting, slot));
  return { items, incomplete };
}

/** Whether editors see several lines in what is one for the reader: an item would take the place of all of them. */
function hasLoneReturn(text: string, cursor: number): boolean {
  const { start, end } = lineAt(text, cursor);
  return text.slice(start, Math.max(cursor, end)).includes('\r');
}

/** The context at the cursor; none in a text that is nested deeper than the stack. */
function readableContext(text: string, cursor: number): Context | undefined {
  try {
    return contextAt(text, cursor);
  } catch (reason) {
    if (reason instanceof RangeError) return undefined;
    throw reason;
  }
}

/** The schema by the document's own word, read from its lines because its tree may be broken. */
function schemaFor(document: SourceDocument, value: YamlValue): string | undefined {
  if (document.role === 'manifest') return MANIFEST;
  const kind = value !== null && typeof value === 'object' && KIND in value ? value[KIND] : undefined;
  return isKind(kind) ? kind : undefined;
}

function draftsFor(setting: Setting, slot: Slot, first: boolean): Draft[] {
  const { schema: kind } = setting;
  if (kind !== MANIFEST && slot.on === 'value' && slot.path.length === 1 && slot.path[0] === KIND) {
    return kinds.map((name) => textItem(name, slot, describeKind(name)));
  }
  if (kind === undefined) return draftsForNothing(setting, slot, first);
  const schema = schemaAt(kind, slot.path);
  if (!schema) return [];
  if (slot.on === 'value' && slot.path.length === 1 && slot.path[0] === ID) return idItems(setting, kind, slot, first);
  if (slot.on === 'value') return valueItems(setting, kind, schema, slot);
  const items = keyItems(setting, kind, schema, slot);
  const missing = slot.path.length === 0 && isKind(kind) ? missingItem(setting, kind, slot) : undefined;
  return missing ? [...items, missing] : items;
}

/** The id that a new record has by habit: its file's name, or what its fields make. The example of another record's would only mislead. */
function idItems(setting: Setting, kind: string, slot: ValueSlot, first: boolean): Draft[] {
  const id = first ? idFromFile(setting.uri, kind) : undefined;
  const made = slot.quote ? undefined : idOfFields(setting, kind, slot);
  const named = id === undefined ? [] : [textItem(id, slot, { detail: l10n.t('as the file') })];
  return [...named, ...(made && made.label !== id ? [made] : []), ...idPartItems(setting, kind, slot)];
}

/** A document that does not say what it is: it can say so, or become a whole record. */
function draftsForNothing(setting: Setting, slot: Slot, first: boolean): Draft[] {
  if (slot.path.length > 0) return [];
  const key: KeySlot =
    slot.on === 'key' ? slot : { ...slot, on: 'key', span: slot.nested, present: new Set<string>(), bare: undefined };
  if (slot.quote && slot.on === 'value') return [];
  const items: Draft[] = [];
  if (!key.present.has(KIND) && couldBeRecord(key.present)) {
    const schema = schemaOf(kinds[0]!).properties.get(KIND)!;
    const item = propertyItem(KIND, schema, key, l10n.t('required'), setting.eol);
    items.push({
      ...item,
      documentation: l10n.t('What sort of record this is. It decides which properties there are.'),
    });
    items.push(...skeletonItems(setting, key, first));
  }
  return items;
}

/** Whether some kind has all these properties: other YAML is not ours to complete. */
function couldBeRecord(present: ReadonlySet<string>): boolean {
  return kinds.some((kind) => [...present].every((name) => schemaOf(kind).properties.has(name)));
}

/** One more entry of a list whose dashes stand in the column of the keys around it: a line there may be either. */
function dashItem(slot: Slot): Draft[] {
  const { span, lead, typed } = slot;
  if (typed !== '' || slot.on === 'key') return [];
  const list = String(slot.path.at(-2) ?? '');
  return [
    {
      label: '-',
      kind: 'snippet',
      detail: l10n.t('one more entry of {0}', list),
      span,
      newText: lead,
      isSnippet: false,
      retrigger: true,
    },
  ];
}

function describeKind(name: string): Partial<Draft> {
  const { description } = schemaOf(name);
  return { detail: description, documentation: description };
}

/** References, in ids too, are searched here rather than in the editor, and dates follow the year that is typed. */
function dependsOnTyped(setting: Setting, slot: Slot): boolean {
  if (slot.on === 'key' || setting.schema === undefined) return false;
  let schema = schemaAt(setting.schema, slot.path);
  while (schema?.items) schema = schema.items;
  if (schema === undefined) return false;
  return schema.reference !== undefined || schema.idHabit !== undefined || isDateSchema(schema);
}
