/** What a dataset holds, counted a little at a time, as people go on typing meanwhile. */
import { kinds, schemaOf } from '../dataset/schema.ts';
import type { DatasetSummary } from '../protocol.ts';
import type { Member, Session } from '../session.ts';
import { countingSteps, type Numbers } from '../statistics/numbers.ts';
import type { Turns } from '../turns.ts';
import type { StatusBoard } from './board.ts';

/** How many of the most named records of a kind are told, and of the longest texts. */
const TOP = 10;

/** Who counts what. */
export interface Counter {
  readonly session: Session;
  readonly board: StatusBoard;
  readonly turns: Turns;
}

const kindNames = Object.fromEntries(kinds.map((kind) => [kind, schemaOf(kind).folder ?? kind]));

/** @param stop is asked now and then, and throws when nobody wants to know any more */
export async function summaryOf(
  member: Member,
  { session, board, turns }: Counter,
  stop: () => void,
): Promise<DatasetSummary> {
  const { id, workspace } = member;
  const next = async () => {
    await turns.next();
    stop();
  };
  while (!workspace.check(session.openUris, turns.slice())) await next();
  const status = board.of(member);
  const uris = workspace.root === undefined ? [id] : Array.from(session.textsOf(member), ([uri]) => uri);
  const steps = countingSteps(workspace, {
    uris,
    unread: board.unreadIn(member),
    top: TOP,
    checked: status.validated,
  });
  for (let isOver = turns.slice(); ; ) {
    const step: IteratorResult<void, Numbers> = steps.next();
    if (step.done) return { status, numbers: step.value, kindNames };
    if (!isOver()) continue;
    await next();
    isOver = turns.slice();
  }
}
