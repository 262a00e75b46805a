/** A record that does not exist yet: its id, its text and its file. */
import type { SourceDocument } from '../../dataset/document.ts';
import { freeId, idFromName } from '../../dataset/drafts/ids.ts';
import { type Known, Placeholders } from '../../dataset/drafts/placeholders.ts';
import type { NewFile } from '../../dataset/problem.ts';
import { labelProperty } from '../../dataset/record.ts';
import { usualFile } from '../../dataset/record-files.ts';
import { schemaOf } from '../../dataset/schema.ts';
import type { Workspace } from '../../dataset/workspace.ts';
import { mendText } from '../../rules/support/strange-words.ts';
import { idFromFile } from '../completion/skeleton.ts';

/** What an id can be made of. */
export interface IdSource {
  readonly name?: string;
  /** The document of a record that has no id yet. */
  readonly file?: SourceDocument;
}

/** An id that nobody has or had: the stem of the file, or the name's letters, or the kind; with a number where that is taken. */
export function newId(workspace: Workspace, kind: string, { name = '', file }: IdSource): string {
  const stem = file && workspace.documentsOf(file.uri).length === 1 ? idFromFile(file.uri, kind) : undefined;
  const base = stem ?? (idFromName(mendText(name)) || idFromName(kind));
  return freeId(workspace.dataset, base);
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
