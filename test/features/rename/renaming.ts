/** Renaming in a test: files with a cursor, the new name, and the texts after it or the words of the refusal. */

import { prepareRename, rename } from '../../../server/features/rename.ts';
import { isRefusal } from '../../../server/rules/support/renaming/refusal.ts';
import { openEditor, textsAfter } from '../../support/editor.ts';

/** Every file's text by name after what stands at `$0` got another name; a refusal as its text. */
export function renamed(
  files: Readonly<Record<string, string>>,
  name: string,
  client = { renamesFiles: true },
): Record<string, string> | string {
  const editor = openEditor(files);
  const answer = rename(editor.workspace, editor.uri, editor.cursor, name, editor.converter, client);
  return isRefusal(answer) ? answer.refusal : textsAfter(editor, answer);
}

/** The text of the only file after what stands at `$0` got another name; a refusal as its text. */
export function renamedIn(text: string, name: string): string {
  const after = renamed({ 'all.yaml': text }, name);
  return typeof after === 'string' ? after : after['all.yaml']!;
}

/** What an editor shows before it asks for the new name: the text of the range, and the name to start from. */
export function prepared(files: Readonly<Record<string, string>>): { text: string; placeholder: string } | string {
  const { workspace, uri, cursor, converter } = openEditor(files);
  const answer = prepareRename(workspace, uri, cursor, converter);
  if (isRefusal(answer)) return answer.refusal;
  const { range, placeholder } = answer;
  const text = workspace.textOf(uri)!.slice(converter.offset(uri, range.start), converter.offset(uri, range.end));
  return { text, placeholder };
}
