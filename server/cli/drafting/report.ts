/** What there is to say of a record that has just begun: what is left to fill in, and what a check says of it. */
import type { Draft } from '../../dataset/drafts/draft.ts';
import { GAP_MARK } from '../../dataset/drafts/draft-text.ts';
import type { Problem } from '../../dataset/problem.ts';
import { LineIndex } from '../../dataset/text.ts';
import type { Workspace } from '../../dataset/workspace.ts';

/** The problems of one file worth telling at once. */
export function draftProblems(workspace: Workspace, uri: string): Problem[] {
  workspace.checkFiles([uri]);
  return workspace.problemsOf(uri).filter(({ severity }) => severity === 'error' || severity === 'warning');
}

/** A line each. */
export function draftReport(shown: string, { gaps }: Draft, text: string, problems: readonly Problem[]): string {
  const names = gaps.map((gap) => gap.join('.'));
  const lines = new LineIndex(text);
  const left =
    names.length === 0
      ? 'Nothing that it needs is left to fill in.'
      : `${names.length === 1 ? '1 thing' : `${names.length} things`} to fill in, marked ${GAP_MARK}: ${names.join(', ')}.`;
  const told = problems.map(({ document, span, severity, message, rule }) => {
    const { line, column } = lines.at(document.start + span.start);
    return `  ${line + 1}:${column + 1}  ${severity}  ${message}  ${rule}`;
  });
  const head = told.length > 0 ? ['What a check says of it as it is:', ...told] : [];
  return `${[`${shown} is there. ${left}`, ...head].join('\n')}\n`;
}
