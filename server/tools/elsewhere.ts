/** What a change of the dataset brings to records that it does not touch itself: problems that were not there before. */
import type { Problem } from '../dataset/problem.ts';
import { clip } from '../dataset/timeline/words.ts';
import type { Workspace } from '../dataset/workspace.ts';
import { pathOf } from './records.ts';
import type { DataMap } from './tool.ts';

/** Files that are checked again: a record that everybody refers to concerns them all. */
const MOST_FILES = 200;
const MOST = 20;
const LONGEST = 600;

/** What others get of a change. */
export interface Elsewhere {
  readonly problems: readonly Problem[];
  /** Files that it concerns and that have not been looked at. */
  readonly unseen: number;
}

/**
 * Makes a change, and looks again at those it concerns among the files that were checked before.
 * @param except the URI of a file that is looked at anyway
 */
export function elsewhere(workspace: Workspace, except: string, change: () => void): Elsewhere {
  const known = [...workspace.uris].filter(
    (uri) => uri !== except && !workspace.isPending(uri) && workspace.isChecked(uri),
  );
  change();
  const concerned = known.filter((uri) => workspace.isPending(uri));
  const seen = concerned.slice(0, MOST_FILES);
  const before = new Set(seen.flatMap((uri) => workspace.problemsOf(uri)).map(identityOf));
  workspace.checkFiles(seen);
  const after = seen.flatMap((uri) => workspace.problemsOf(uri));
  return {
    problems: after.filter((problem) => !before.has(identityOf(problem))),
    unseen: concerned.length - seen.length,
  };
}

/** A problem is another one where it says something else, or of another place. */
function identityOf({ document, rule, message, span }: Problem): string {
  return JSON.stringify([document.uri, document.record?.id, rule, message, span.start]);
}

/** For an answer: nothing where nobody else is concerned. */
export function elsewhereData({ problems, unseen }: Elsewhere, workspace: Workspace): DataMap {
  const rest = problems.length - MOST;
  return {
    ...(problems.length > 0 && {
      elsewhere: problems.slice(0, MOST).map(({ document, rule, severity, message }) => ({
        kind: document.record?.kind,
        id: document.record?.id,
        file: pathOf(document.uri, workspace),
        rule,
        severity,
        message: clip(message, LONGEST),
      })),
    }),
    ...(rest > 0 && { moreElsewhere: `${rest} more.` }),
    ...(unseen > 0 && { notLookedAt: `${unseen} more files that the draft concerns.` }),
  };
}
