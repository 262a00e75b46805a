/** Asks a person at a terminal what a new record is about: its kind, then each field that the kind needs. */
import type { Readable, Writable } from 'node:stream';
import { autocomplete, isCancel, multiselect, select, text } from '@clack/prompts';
import type { Dataset } from '../../dataset/dataset.ts';
import { parseEdtf } from '../../dataset/dates/edtf.ts';
import { isIdOf } from '../../dataset/drafts/ids.ts';
import { fold } from '../../dataset/names/names.ts';
import { labelProperty } from '../../dataset/record.ts';
import { isDateSchema, kinds, type Schema, schemaOf } from '../../dataset/schema.ts';
import type { Setting } from '../../drafting/given.ts';
import { visible } from '../terminal/messages.ts';

/** Where questions are asked and answered. */
export interface Conversation {
  readonly input: Readable;
  readonly output: Writable;
}

/** Records offered at once; typing finds the others. */
const MOST_RECORDS = 30;
/** Rows of a list of choices. */
const ROWS = 8;
const LEFT_OPEN = { value: '', label: 'leave it open' };

/** The kind that somebody chooses; `undefined` when they call it off. */
export async function askKind(conversation: Conversation): Promise<string | undefined> {
  const options = kinds.map((kind) => ({ value: kind, hint: schemaOf(kind).description }));
  const answer = await select({ message: 'What is it about?', options, ...conversation });
  return isCancel(answer) ? undefined : answer;
}

/** Answers for the fields of a kind that it needs; those left open are missing. `undefined` when they call it off. */
export async function askFields(
  kind: string,
  dataset: Dataset,
  conversation: Conversation,
): Promise<Setting[] | undefined> {
  const { properties, required } = schemaOf(kind);
  const settings: Setting[] = [];
  for (const [name, schema] of properties) {
    const isWanted = required.includes(name) || name === labelProperty(kind);
    // An id follows from the rest, but for those that no name makes.
    const follows = name === 'id' && isIdOf(kind, kind);
    if (!isWanted || schema.constant !== undefined || follows) continue;
    const answer = await ask(name, schema, dataset, conversation);
    if (answer === undefined) continue;
    if (isCancel(answer)) return undefined;
    const said = [answer].flat().join(',');
    if (said !== '') settings.push({ path: name, text: said });
  }
  return settings;
}

/** The answer to one question; `undefined` for a field that no question is fit for. */
async function ask(name: string, schema: Schema, dataset: Dataset, conversation: Conversation) {
  const message = `${name}: ${schema.description}`;
  if (schema.reference) return askRecord(message, schema.reference, dataset, conversation);
  if (schema.items?.values.length) {
    const options = schema.items.values.map(({ value, description }) => ({ value, hint: description }));
    return multiselect({ message, options, required: false, maxItems: ROWS, ...conversation });
  }
  if (schema.values.length > 0) {
    const options = schema.values.map(({ value, description }) => ({ value, hint: description }));
    return select({ message, options: [...options, LEFT_OPEN], maxItems: ROWS, ...conversation });
  }
  if (isDateSchema(schema)) {
    const validate = (said = '') =>
      said === '' || parseEdtf(said, true) ? undefined : 'Write it like 2025-10-07, 2025-10 or 2025.';
    return text({ message, placeholder: '2025-10-07', validate, ...conversation });
  }
  return schema.types.includes('string') ? text({ message, ...conversation }) : undefined;
}

function askRecord(message: string, kind: string, dataset: Dataset, conversation: Conversation) {
  return autocomplete({
    message,
    options() {
      const found = dataset.search(kind, fold(this.userInput), MOST_RECORDS);
      const records = found.flatMap(({ record }) =>
        record.id === undefined ? [] : [{ value: record.id, label: visible(record.label), hint: record.id }],
      );
      // Enter alone leaves it open; what somebody types is looked for, and nothing else.
      return this.userInput === '' ? [LEFT_OPEN, ...records] : records;
    },
    // The dataset has found them by all their names, of which only one is shown.
    filter: () => true,
    maxItems: ROWS,
    ...conversation,
  });
}
