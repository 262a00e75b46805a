/** Refactorings in a test: what is offered at the cursor or the selection, and the texts after one of them. */
import { expect } from 'vitest';
import type { CodeAction } from 'vscode-languageserver-types';
import type { Rule } from '../../../server/dataset/rule.ts';
import { refactorActions } from '../../../server/features/refactors/index.ts';
import { type Editor, openEditor, textsAfter } from '../../support/editor.ts';
import { parseFixture } from '../../support/fixture.ts';

/** A client that can do everything. */
export const ABLE = {
  createsFiles: true,
  renamesFiles: true,
  deletesFiles: true,
  goToCommand: undefined,
  rulePage: undefined,
};

export interface Offered {
  readonly editor: Editor;
  readonly actions: readonly CodeAction[];
}

/** What is offered in the file with `$0`, or with the only `⟦…⟧`. A text alone is the file `a.yaml`. */
export function offered(
  files: string | Readonly<Record<string, string>>,
  kind = '',
  client = ABLE,
  rules: readonly Rule[] = [],
): Offered {
  const named = typeof files === 'string' ? { 'a.yaml': files } : files;
  const front = Object.entries(named).find(([, text]) => text.includes('$0') || text.includes('⟦'));
  if (!front) throw new Error('The test has neither a cursor nor a selection.');
  const editor = openEditor({ [front[0]]: front[1], ...named }, rules);
  const { ranges } = parseFixture(front[1]);
  const range = ranges[0]
    ? editor.converter.fileRange(editor.uri, ranges[0])
    : editor.converter.fileRange(editor.uri, { start: editor.cursor, end: editor.cursor });
  const isWanted = (own: string) => own.startsWith(kind);
  const { workspace, uri, converter } = editor;
  return { editor, actions: refactorActions(workspace, uri, range, converter, client, isWanted) };
}

/** The titles of what is offered. */
export function titles(files: string | Readonly<Record<string, string>>, kind?: string, client = ABLE): string[] {
  return offered(files, kind, client).actions.map(({ title }) => title);
}

/** All texts by name after the action of a title. */
export function textsAfterChoice(
  files: string | Readonly<Record<string, string>>,
  title: string,
): Record<string, string> {
  const { editor, actions } = offered(files);
  const action = actions.find((candidate) => candidate.title === title);
  expect(actions.map((known) => known.title)).toContain(title);
  return textsAfter(editor, action?.edit);
}

/** The text of `a.yaml`, which is all there is, after the action of a title. */
export function textAfterChoice(text: string, title: string): string {
  return textsAfterChoice(text, title)['a.yaml']!;
}
