/** Ids that follow the habit of their kind: made of the record's fields, and records to name in a part of one. */

import * as l10n from '@vscode/l10n';
import { fieldAtEnd, type HabitPart, habitOf, textFor } from '../../dataset/drafts/id-habit.ts';
import { schemaAt } from '../../dataset/schema.ts';
import type { ValueSlot } from './context.ts';
import { type Draft, escapeSnippet, placeholder } from './item.ts';
import { foundItems } from './references.ts';
import type { Setting } from './setting.ts';

/** The id that the record's fields make; what only a person knows is left to fill in. Nothing while a field is missing. */
export function idOfFields(setting: Setting, kind: string, slot: ValueSlot): Draft | undefined {
  const habit = habitOf(kind);
  const texts = habit.map((part) => textOf(part, setting, kind));
  if (habit.length === 0 || texts.some((text) => text === undefined)) return undefined;
  // What there is to fill in could not be told from what is known.
  if (!setting.abilities.snippets && habit.some(({ type }) => type === 'free')) return undefined;
  let stop = 0;
  const snippet = habit.map((part, index) =>
    part.type === 'free' ? placeholder(++stop, texts[index]!) : escapeSnippet(texts[index]!),
  );
  const label = texts.join('');
  return {
    label,
    kind: 'value',
    detail: l10n.t('by habit'),
    span: slot.span,
    newText: escapeSnippet(slot.lead) + snippet.join('') + escapeSnippet(slot.tail),
    isSnippet: true,
    // What is typed need not have anything to do with the parts that are still to be filled in.
    ...(slot.typed.trim() !== '' && { filterText: `${slot.typed} ${label}` }),
  };
}

function textOf(part: HabitPart, { value }: Setting, kind: string): string | undefined {
  if (part.type === 'field') return textFor(part, kind, value);
  return part.type === 'text' ? part.text : part.example;
}

/** The records that the part of an id before the cursor may name, as they are written in ids. */
export function idPartItems(setting: Setting, kind: string, slot: ValueSlot): Draft[] {
  const { typed, span } = slot;
  const found = typed.trim() === '' ? undefined : fieldAtEnd(kind, typed);
  const reference = found && schemaAt(kind, found.part.path)?.reference;
  if (!reference || found.typed === '') return [];
  const cursor = span.start + typed.length;
  const start = cursor - found.typed.length;
  const bare: ValueSlot = {
    ...slot,
    span: { start, end: cursor },
    typed: found.typed,
    quote: undefined,
    lead: start === span.start ? slot.lead : '',
    tail: '',
    siblings: [],
  };
  const items = foundItems(setting, reference, bare);
  return found.part.form === 'lower' ? items.map((item) => ({ ...item, newText: item.newText.toLowerCase() })) : items;
}
