/** Quick fixes: those that the problems at a place bring with them, and those of all problems like them. */
import { type CodeAction, CodeActionKind, type Location, type Range } from 'vscode-languageserver-types';
import { certainFix } from '../dataset/fix-all.ts';
import type { Fix } from '../dataset/problem.ts';
import { holds, shift, touches } from '../dataset/text.ts';
import type { Workspace } from '../dataset/workspace.ts';
import type { Converter } from './convert.ts';
import { locationOf, toDiagnostic } from './diagnostics.ts';
import { fixAllOfRule } from './fix-all.ts';

/** What code actions need to know of the client. */
export interface CodeActionClient {
  /** Whether edits may make files. */
  readonly createsFiles: boolean;
  /** Whether edits may give files other names. */
  readonly renamesFiles: boolean;
  /** Whether edits may remove files. */
  readonly deletesFiles: boolean;
  /** Its command that shows a location, if it has one. */
  readonly goToCommand: string | undefined;
  /** See {@link toDiagnostic}. */
  readonly rulePage: string | undefined;
}

/**
 * The quick fixes for every problem that the range touches, each bound to its diagnostic; the certain ones are
 * preferred. Fixes that make, rename or remove files are left out where the client cannot, or there is no folder for them.
 * What mends all problems of a rule comes after them, without its edit.
 */
export function codeActions(
  workspace: Workspace,
  uri: string,
  range: Range,
  converter: Converter,
  client: CodeActionClient,
): CodeAction[] {
  const span = { start: converter.offset(uri, range.start), end: converter.offset(uri, range.end) };
  const here = workspace.problemsOf(uri).filter((problem) => {
    const place = shift(problem.span, problem.document.start);
    return touches(place, span) || holds(place, span.start);
  });
  const single = here.flatMap((problem) => {
    const fixes = problem.fixes().filter((fix) => isPossible(fix, workspace, client));
    if (fixes.length === 0) return [];
    const diagnostic = toDiagnostic(problem, workspace.dataset, converter, client.rulePage);
    return fixes.flatMap((fix) => {
      const effect = fix.goesTo
        ? opening(fix, client, locationOf(fix.goesTo, problem, workspace.dataset, converter))
        : { edit: converter.workspaceEdit(fix, workspace.root) };
      if (!effect) return [];
      const { title, certain } = fix;
      return [
        { title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], isPreferred: certain === true, ...effect },
      ];
    });
  });
  const certain = new Map(here.filter(certainFix).map((problem) => [problem.rule, problem]));
  return [...single, ...[...certain.values()].flatMap((problem) => fixAllOfRule(workspace, problem))];
}

/** The command that goes to a place. */
function opening({ title }: Fix, { goToCommand }: CodeActionClient, place: Location | undefined) {
  if (!place || goToCommand === undefined) return undefined;
  return { command: { title, command: goToCommand, arguments: [place] } };
}

/** Whether a client can do what a fix does to files; no file is made in the place of another. */
export function isPossible(
  { creates, renames, deletes }: Fix,
  workspace: Workspace,
  client: CodeActionClient,
): boolean {
  if (creates) {
    const uri = workspace.uriOf(creates.path);
    if (!client.createsFiles || uri === undefined || workspace.textOf(uri) !== undefined) return false;
  }
  return (!renames || client.renamesFiles) && (!deletes || client.deletesFiles);
}
