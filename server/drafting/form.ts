/** What is asked for a new record where the cursor is: what the record there tells is known, or at least likely. */
import type { Dataset } from '../dataset/dataset.ts';
import { valueAt } from '../dataset/drafts/proposed-id.ts';
import type { RecordDocument } from '../dataset/record-index.ts';
import { schemaAt, schemaOf } from '../dataset/schema.ts';
import { mainDate } from '../dataset/timeline/words.ts';
import type { Path } from '../dataset/yaml/tree.ts';
import { choiceOf } from './choices.ts';
import type { DraftChoice, DraftForm, DraftQuestion, DraftSetting } from './messages.ts';
import { questionsOf } from './questions.ts';

/** The questions for a record of a kind; `near` is the record under the cursor. */
export function formFor(dataset: Dataset, kind: string, near: RecordDocument | undefined): DraftForm {
  const questions = questionsOf(kind).map((question) => ({ ...question, guess: guessFor(question, dataset, near) }));
  return { questions, given: [], at: null };
}

/** The questions for a record that is made at the one under the cursor; nothing where none of its kind can be made there. */
export function formAt(dataset: Dataset, kind: string, at: RecordDocument | undefined): DraftForm | undefined {
  const reference = at && referenceTo(kind, at.record.kind);
  if (!reference || at.record.id === undefined) return undefined;
  const brought = Object.entries(schemaOf(kind).properties.get(reference)!.brings!).flatMap(([own, path]) => {
    const steps = path.split('.');
    const schema = schemaAt(at.record.kind, steps);
    const value = schema && mainDate(schema, valueAt(at.record.value, steps));
    const text = typeof value === 'number' ? String(value) : value;
    return typeof text === 'string' && text !== '' ? [{ path: own, text }] : [];
  });
  const given: DraftSetting[] = [...brought, { path: reference, text: at.record.id }];
  const known = new Set(given.map(({ path }) => path));
  const { questions } = formFor(dataset, kind, undefined);
  return {
    questions: questions.filter(({ fields }) => !fields.some(({ path }) => known.has(path))),
    given,
    at: choiceOf(at),
  };
}

/** The property by which a record of a kind says at which record of another it was made. */
function referenceTo(kind: string, other: string): string | undefined {
  const found = [...schemaOf(kind).properties].find(([, { reference, brings }]) => reference === other && brings);
  return found?.[0];
}

/** What the record under the cursor says in the same place, is itself, or refers to. */
function guessFor(
  { type, fields }: DraftQuestion,
  dataset: Dataset,
  near: RecordDocument | undefined,
): DraftChoice | null {
  if (type !== 'record' || !near) return null;
  const { record } = near;
  for (const { kind } of fields) if (record.kind === kind && record.id !== undefined) return choiceOf(near);
  const isHere = (path: Path) => fields.some((field) => field.path === path.join('.'));
  const fitting = record.references.filter(({ kind }) => fields.some((field) => field.kind === kind));
  const likely = fitting.find(({ path }) => isHere(path)) ?? fitting[0];
  const found = likely && dataset.find(likely.kind, likely.id);
  return found ? choiceOf(found) : null;
}
