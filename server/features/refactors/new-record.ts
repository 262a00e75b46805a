/** A record that does not exist yet: its id, its text and its file. */
import type { SourceDocument } from '../../dataset/document.ts';
import { fold } from '../../dataset/names/names.ts';
import type { NewFile } from '../../dataset/problem.ts';
import { labelProperty } from '../../dataset/record.ts';
import { usualFile } from '../../dataset/record-files.ts';
import { schemaOf } from '../../dataset/schema.ts';
import { shapeErrors } from '../../dataset/shape.ts';
import type { Workspace } from '../../dataset/workspace.ts';
import { mendText } from '../../rules/support/strange-words.ts';
import { ID, KIND } from '../completion/setting.ts';
import { idFromFile } from '../completion/skeleton.ts';
import { type Known, Placeholders } from './placeholders.ts';

/** A longer id is none that anybody wants to type. */
const LONGEST = 60;

/** What an id can be made of. */
export interface IdSource {
  readonly name?: string;
  /** The document of a record that has no id yet. */
  readonly file?: SourceDocument;
}

/** An id that nobody has or had: the stem of the file, or the name's letters, or the kind; with a number where that is taken. */
export function newId(workspace: Workspace, kind: string, { name = '', file }: IdSource): string {
  const stem = file && workspace.documentsOf(file.uri).length === 1 ? idFromFile(file.uri, kind) : undefined;
  const base = stem ?? (idFromName(name) || idFromName(kind));
  for (let number = 1; ; number++) {
    const id = number === 1 ? base : `${base}-${number}`;
    if (!isTaken(workspace, id)) return id;
  }
}

/** The words of a name in Latin letters, as many as make a handy id. */
function idFromName(name: string): string {
  const words = fold(mendText(name))
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .split(' ');
  let id = words[0]!.slice(0, LONGEST);
  for (const word of words.slice(1)) {
    if (id.length + 1 + word.length > LONGEST) break;
    id += `-${word}`;
  }
  return id;
}

function isTaken({ dataset }: Workspace, id: string): boolean {
  return dataset.withId(id).length > 0 || dataset.formerly(id).length > 0;
}

/** Whether a text may be the id of a record of some kind. */
export function isIdOf(kind: string, id: string): boolean {
  return !shapeErrors(kind, { [KIND]: kind, [ID]: id }).some(({ path }) => path[0] === ID);
}

/** A file with a record that has its name and all that is required; nothing where there is a file of that name, or no place for it. */
export function newRecordFile(
  workspace: Workspace,
  known: Known & { label: string },
  lineEnd: string,
): NewFile | undefined {
  const path = usualFile(workspace.dataset, known.kind, known.id);
  const uri = workspace.uriOf(path);
  if (uri === undefined || workspace.textOf(uri) !== undefined || !workspace.includes(uri)) return undefined;
  const { properties, required } = schemaOf(known.kind);
  const label = labelProperty(known.kind);
  const placeholders = new Placeholders(workspace, known);
  const names = [...properties.keys()].filter((name) => required.includes(name) || name === label);
  return { path, text: names.map((name) => `${name}: ${placeholders.text([name])}${lineEnd}`).join('') };
}
