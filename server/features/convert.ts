/** The one place where offsets become LSP positions and back. */
import type {
  CreateFile,
  DeleteFile,
  Location,
  LocationLink,
  Position,
  Range,
  RenameFile,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-types';
import type { SourceDocument } from '../dataset/document.ts';
import type { DocumentEdit, FileRename, Fix, NewFile } from '../dataset/problem.ts';
import { REGISTRY_ROOT, registryText } from '../dataset/registry.ts';
import { type TextEdit as FileEdit, LineIndex, type Span, shift } from '../dataset/text.ts';
import type { Workspace } from '../dataset/workspace.ts';

/** Converts between the offsets of a workspace's files and LSP positions; line indexes are kept while a text lives. */
export class Converter {
  readonly #textOf: (uri: string) => string | undefined;
  readonly #indexes = new Map<string, { text: string; index: LineIndex }>();

  readonly #spelled: (uri: string) => string;

  /** `spelled` gives a URI the spelling that the client knows it by. */
  constructor(workspace: Pick<Workspace, 'textOf'>, spelled: (uri: string) => string) {
    this.#spelled = spelled;
    this.#textOf = (uri) => (uri.startsWith(REGISTRY_ROOT) ? registryText(uri) : workspace.textOf(uri));
  }

  /** Offset in the file of an LSP position. */
  offset(uri: string, position: Position): number {
    return this.#index(uri).offset(position.line, position.character);
  }

  /** LSP range of a span of the file. */
  fileRange(uri: string, span: Span): Range {
    const index = this.#index(uri);
    return { start: toPosition(index, span.start), end: toPosition(index, span.end) };
  }

  /** LSP range of a span of a document. */
  range(document: SourceDocument, span: Span): Range {
    return this.fileRange(document.uri, shift(span, document.start));
  }

  /** LSP location of a span of a document. */
  location(document: SourceDocument, span: Span): Location {
    return { uri: this.#spelled(document.uri), range: this.range(document, span) };
  }

  /** A link to a record: it lands on the `id` value, and the whole record is what an editor may show around it. */
  recordLink(document: SourceDocument, origin: Range): LocationLink {
    const root = document.yaml.root;
    const whole = root ? { start: root.start, end: root.end } : document.headSpan;
    return {
      originSelectionRange: origin,
      targetUri: this.#spelled(document.uri),
      targetRange: this.range(document, whole),
      targetSelectionRange: this.range(document, document.spanOf(['id'])),
    };
  }

  /** A fix as an edit of the workspace; `root` is where the files it makes belong. */
  workspaceEdit(fix: Fix, root: string | undefined): WorkspaceEdit {
    const changes: Record<string, TextEdit[]> = {};
    for (const edit of fix.edits) {
      const uri = this.#spelled(edit.document.uri);
      changes[uri] = [...(changes[uri] ?? []), this.#textEdit(edit)];
    }
    const created = fix.creates && root !== undefined ? creation(fix.creates, root) : [];
    const renamed = fix.renames ? [this.#renaming(fix.renames)] : [];
    const deleted = fix.deletes ? [this.#deletion(fix.deletes)] : [];
    if (created.length + renamed.length + deleted.length === 0) return { changes };
    const edited = Object.entries(changes).map(([uri, edits]) => ({ textDocument: { uri, version: null }, edits }));
    return { documentChanges: [...edited, ...created, ...renamed, ...deleted] };
  }

  /** Edits of whole files, whose spans count from the file's beginning, as an edit of the workspace. */
  filesEdit(files: ReadonlyMap<string, readonly FileEdit[]>): WorkspaceEdit {
    const changes: Record<string, TextEdit[]> = {};
    for (const [uri, edits] of files) {
      changes[this.#spelled(uri)] = edits.map(({ span, text }) => ({
        range: this.fileRange(uri, span),
        newText: text,
      }));
    }
    return { changes };
  }

  #renaming({ document, name }: FileRename): RenameFile {
    const oldUri = this.#spelled(document.uri);
    const newUri = oldUri.slice(0, oldUri.lastIndexOf('/') + 1) + encodeURIComponent(name);
    return { kind: 'rename', oldUri, newUri };
  }

  #deletion({ uri }: SourceDocument): DeleteFile {
    return { kind: 'delete', uri: this.#spelled(uri), options: { ignoreIfNotExists: true } };
  }

  #textEdit({ document, span, text }: DocumentEdit): TextEdit {
    return { range: this.range(document, span), newText: text };
  }

  #index(uri: string): LineIndex {
    const text = this.#textOf(uri) ?? '';
    const known = this.#indexes.get(uri);
    if (known && known.text === text) return known.index;
    const index = new LineIndex(text);
    this.#indexes.set(uri, { text, index });
    return index;
  }
}

function creation({ path, text }: NewFile, root: string): (CreateFile | TextDocumentEdit)[] {
  const uri = `${root}/${path.split('/').map(encodeURIComponent).join('/')}`;
  const start = { line: 0, character: 0 };
  return [
    { kind: 'create', uri, options: { ignoreIfExists: true } },
    { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText: text }] },
  ];
}

function toPosition(index: LineIndex, offset: number): Position {
  const { line, column } = index.at(offset);
  return { line, character: column };
}
