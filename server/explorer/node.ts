/** A branch of a tree of records as the client shows it: its texts, its counts, its place. */
import { type EdtfDate, inWords } from '../dataset/dates/edtf.ts';
import type { Branch } from '../dataset/explorer/branch.ts';
import type { Entry } from '../dataset/explorer/entry.ts';
import { tidy } from '../dataset/explorer/entry-name.ts';
import { isTopmost } from '../dataset/explorer/parents.ts';
import type { Tree } from '../dataset/explorer/tree.ts';
import { keyOf } from '../dataset/timeline/values.ts';
import { idSpan } from '../features/record-place.ts';
import type { ExplorerNode } from '../protocol.ts';
import type { Member } from '../session.ts';

/** The node of a branch below the one at the end of `path`. */
export function toNode(member: Member, tree: Tree, path: readonly string[], branch: Branch): ExplorerNode {
  const { type, step, label, members, entry } = branch;
  return {
    dataset: member.id,
    path: [...path, step],
    type,
    label: tidy(label),
    ...(type === 'kind' && members[0] && { kind: members[0].document.record.kind }),
    ...(entry && recordPart(member, tree, entry)),
    ...tree.totalsOf(branch),
    isBranch: members.length > 0,
  };
}

type RecordPart = Pick<ExplorerNode, 'kind' | 'id' | 'key' | 'date' | 'isShipped' | 'isBroken' | 'location'>;

function recordPart({ converter }: Member, tree: Tree, entry: Entry): RecordPart {
  const { document, step, isOwn, isBroken } = entry;
  const { kind, id } = document.record;
  // Those that stand side by side by name are not told apart by their days.
  const date = isTopmost(kind) ? undefined : tree.dateOf(entry);
  const isFirst = id !== undefined && step === keyOf(kind, id);
  return {
    kind,
    ...(id !== undefined && { id }),
    ...(isFirst && { key: step }),
    ...(date && { date: shortly(date) }),
    ...(!isOwn && { isShipped: true }),
    ...(isBroken && { isBroken: true }),
    location: converter.location(document, idSpan(document)),
  };
}

/** That a month or a year is only as much as is known need not be said where there is hardly room. */
function shortly(date: EdtfDate): string {
  return inWords(date).replace(/^some time in /, '');
}
