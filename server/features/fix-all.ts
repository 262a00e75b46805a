/** Code actions that mend many problems at once: all of a file, or those of one rule in a file or in its dataset. */
import * as l10n from '@vscode/l10n';
import { type CodeAction, CodeActionKind } from 'vscode-languageserver-types';
import { certainFix, fixAll } from '../dataset/fix-all.ts';
import type { Problem } from '../dataset/problem.ts';
import type { Workspace } from '../dataset/workspace.ts';
import type { Converter } from './convert.ts';

/** What editors ask for when a file is saved and `source.fixAll` is on. */
export const FIX_ALL_KIND = 'source.fixAll.securityInitiatives';

/** What such an action is about; its edit is worked out when it is chosen. */
export interface FixAllData {
  readonly uri: string;
  /** Of this rule alone. */
  readonly rule?: string;
  readonly scope: 'file' | 'dataset';
}

/** The action for everything in a file that has a certain fix, where anything has. */
export function fixAllInFile(workspace: Workspace, uri: string): CodeAction[] {
  workspace.checkFiles([uri]);
  if (!workspace.problemsOf(uri).some(certainFix)) return [];
  const data: FixAllData = { uri, scope: 'file' };
  return [{ title: l10n.t('Apply all certain fixes in this file'), kind: FIX_ALL_KIND, data }];
}

/** The actions beside the certain fix of a problem, where its rule has more of them in the file or in other files. */
export function fixAllOfRule(workspace: Workspace, { rule, document: { uri } }: Problem): CodeAction[] {
  const hasFix = (problem: Problem) => problem.rule === rule && certainFix(problem) !== undefined;
  const others = workspace.problemsOf(uri).filter(hasFix).length > 1;
  const elsewhere = [...workspace.uris].some((other) => other !== uri && workspace.problemsOf(other).some(hasFix));
  const action = (scope: FixAllData['scope'], title: string): CodeAction => ({
    title,
    kind: CodeActionKind.QuickFix,
    data: { uri, rule, scope } satisfies FixAllData,
  });
  return [
    ...(others ? [action('file', l10n.t('Fix all `{0}` problems in this file', rule))] : []),
    ...(elsewhere ? [action('dataset', l10n.t('Fix all `{0}` problems in the dataset', rule))] : []),
  ];
}

/** An action with its edit; nothing changes in the workspace, but some files may have to be checked again. */
export function resolveFixAll(action: CodeAction, workspace: Workspace, converter: Converter): CodeAction {
  const { uri, rule, scope } = action.data as FixAllData;
  const changed = fixAll(workspace, scope === 'file' ? [uri] : workspace.uris, rule);
  return { ...action, edit: converter.filesEdit(new Map([...changed].map(([file, text]) => [file, text.edits()]))) };
}
