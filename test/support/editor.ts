/** An editor in a test: files with a cursor, a feature called there, and the texts after the edit that it gives. */
import type { Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import type { Rule } from '../../server/dataset/rule.ts';
import { applyEdits, type Span } from '../../server/dataset/text.ts';
import type { Workspace } from '../../server/dataset/workspace.ts';
import { Converter } from '../../server/features/convert.ts';
import { makeWorkspace, parseFixture, ROOT } from './fixture.ts';

/** A dataset as an editor shows it; the file with `$0` is the one in front. */
export interface Editor {
  readonly workspace: Workspace;
  readonly converter: Converter;
  /** The URI of the file in front. */
  readonly uri: string;
  /** Offset of `$0` in it. */
  readonly cursor: number;
  /** Every `⟦…⟧` of every file, in the order of the files. */
  readonly marked: readonly { readonly uri: string; readonly range: Range }[];
}

/** Opens files given by name; one of them has the cursor, `$0`, any may have ranges, `⟦…⟧`. */
export function openEditor(files: Readonly<Record<string, string>>, rules: readonly Rule[] = []): Editor {
  const workspace = makeWorkspace(files, rules);
  const converter = new Converter(workspace, { spelled: (uri) => uri, documentChanges: true });
  const fixtures = Object.entries(files).map(([name, text]) => [`${ROOT}/${name}`, parseFixture(text)] as const);
  const front = Object.entries(files).findIndex(([, text]) => text.includes('$0'));
  const [uri, fixture] = fixtures[Math.max(0, front)]!;
  const marked = fixtures.flatMap(([file, { ranges }]) =>
    ranges.map((span: Span) => ({ uri: file, range: converter.fileRange(file, span) })),
  );
  return { workspace, converter, uri, cursor: front < 0 ? 0 : fixture.cursor, marked };
}

/** Every file's text by name after an edit of the workspace, carried out in its order. */
export function textsAfter(
  { workspace, converter }: Editor,
  edit: WorkspaceEdit | null | undefined,
): Record<string, string> {
  const texts = new Map([...workspace.uris].map((uri) => [uri, workspace.textOf(uri)!]));
  const change = (uri: string, edits: readonly TextEdit[]) =>
    texts.set(
      uri,
      applyTextEdits(
        texts.get(uri) ?? '',
        edits,
        workspace.textOf(uri) === undefined ? undefined : (position) => converter.offset(uri, position),
      ),
    );
  for (const [uri, edits] of Object.entries(edit?.changes ?? {})) change(uri, edits);
  for (const step of edit?.documentChanges ?? []) {
    if ('textDocument' in step) change(step.textDocument.uri, step.edits as TextEdit[]);
    else if (step.kind === 'create') texts.set(step.uri, texts.get(step.uri) ?? '');
    else if (step.kind === 'delete') texts.delete(step.uri);
    else {
      texts.set(step.newUri, texts.get(step.oldUri)!);
      texts.delete(step.oldUri);
    }
  }
  return Object.fromEntries(
    [...texts].map(([uri, text]) => [decodeURIComponent(uri.slice(ROOT.length + 1)), text]).sort(),
  );
}

/** The text of the file in front after edits to it. */
export function textAfter({ workspace, converter, uri }: Editor, edits: readonly TextEdit[]): string {
  return applyTextEdits(workspace.textOf(uri)!, edits, (position) => converter.offset(uri, position));
}

/** A text without offsets of its own is empty: everything goes to its beginning. */
function applyTextEdits(
  text: string,
  edits: readonly TextEdit[],
  offset: (position: Range['start']) => number = () => 0,
): string {
  const spans = edits.map(({ range, newText }) => ({
    span: { start: offset(range.start), end: offset(range.end) },
    text: newText,
  }));
  return applyEdits(text, spans);
}

/** The changes to texts in an edit by URI, whichever of LSP's two forms it has. */
export function changesOf(edit: WorkspaceEdit | null | undefined): Record<string, TextEdit[]> {
  const changes = Object.entries<TextEdit[]>(edit?.changes ?? {});
  for (const step of edit?.documentChanges ?? []) {
    if ('textDocument' in step) changes.push([step.textDocument.uri, step.edits as TextEdit[]]);
  }
  return Object.fromEntries(changes);
}
