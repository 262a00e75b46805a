/** Problems as an assistant needs them to mend a text: rule, severity, place, message, and what the fixes would do. */
import { type Problem, severities } from '../dataset/problem.ts';
import { LineIndex } from '../dataset/text.ts';
import { clip } from '../dataset/timeline/words.ts';
import type { Data, DataMap } from './tool.ts';

/** More than these would fill the context of an assistant; the first ones are mended first. */
const MOST = 40;
const MOST_FIXES = 6;
const LONGEST = 600;

/**
 * The worst first, of equals in the order of the text. Lines and columns count from 1.
 * @param text of the file
 * @param firstLine of the file at which the asker begins to count, from 0
 */
export function problemsData(problems: readonly Problem[], text: string, firstLine = 0): DataMap {
  const lines = new LineIndex(text);
  const rank = ({ severity }: Problem) => severities.indexOf(severity);
  const sorted = [...problems].sort((a, b) => rank(a) - rank(b));
  const rest = sorted.length - MOST;
  return {
    problems: sorted.slice(0, MOST).map((problem): Data => {
      const { line, column } = lines.at(problem.document.start + problem.span.start);
      const fixes = problem
        .fixes()
        // What only shows a place is of no use to who cannot look.
        .filter(({ goesTo }) => !goesTo)
        .slice(0, MOST_FIXES);
      return {
        rule: problem.rule,
        severity: problem.severity,
        line: line - firstLine + 1,
        column: column + 1,
        message: clip(problem.message, LONGEST),
        ...(problem.related.length > 0 && {
          related: problem.related
            .slice(0, MOST_FIXES)
            .map(({ kind, id, message }) => ({ kind, id, message: clip(message, LONGEST) })),
        }),
        ...(fixes.length > 0 && {
          fixes: fixes.map(
            ({ title, certain }): Data => ({ title: clip(title, LONGEST), isCertain: certain === true }),
          ),
        }),
      };
    }),
    ...(rest > 0 && { moreProblems: `${rest} more: mend these first, then look again.` }),
  };
}
