/** What is settled of a record before it is begun: its id, who else has that, its file, and the line ends there. */
import type { DraftId } from '../dataset/drafts/draft.ts';
import { freeId, isIdOf } from '../dataset/drafts/ids.ts';
import { proposedId } from '../dataset/drafts/proposed-id.ts';
import type { RecordDocument } from '../dataset/record-index.ts';
import { lineEndOf } from '../dataset/text.ts';
import type { Workspace } from '../dataset/workspace.ts';
import type { YamlRecord } from '../dataset/yaml/tree.ts';

/** Property in which a record has its id. */
const ID = 'id';

/** The id that someone has said, or one by habit, or else a guess that is free. */
export function chosenId({ dataset }: Workspace, kind: string, given: YamlRecord): DraftId {
  const said = given[ID];
  const made = typeof said === 'string' ? said : proposedId(kind, given);
  return { id: made ?? freeId(dataset, kind), isGuess: made === undefined };
}

/** The record of the dataset that an id belongs to. */
export interface Taken {
  readonly document: RecordDocument;
  /** True where it has another id by now. */
  readonly isFormer: boolean;
  /** An id like this that nobody has; missing where none such can be an id of the kind. */
  readonly free: string | undefined;
}

/** Who has an id, or had it: ids are never given twice. */
export function whoHas({ dataset }: Workspace, kind: string, id: string): Taken | undefined {
  const document = [...dataset.withId(id), ...dataset.formerly(id)].find(
    (candidate) => candidate.record.kind === kind && dataset.isOwn(candidate),
  );
  if (!document) return undefined;
  const free = freeId(dataset, id);
  return { document, isFormer: document.record.id !== id, free: isIdOf(kind, free) ? free : undefined };
}

/** Line ends as most files of the dataset have them. */
export function lineEndFor(workspace: Workspace): '\n' | '\r\n' {
  const ends = [...workspace.uris].map((uri) => lineEndOf(workspace.textOf(uri) ?? ''));
  return ends.filter((end) => end === '\r\n').length * 2 > ends.length ? '\r\n' : '\n';
}
