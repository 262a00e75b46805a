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
import { columnAt, lengthIn, type PositionEncoding } from './position-encoding.ts';

/** How the client sees files; what is left out is as in the oldest clients. */
export interface ClientView {
  /** The spelling that the client knows a URI by. */
  readonly spelled: (uri: string) => string;
  readonly encoding?: PositionEncoding;
  /** Whether edits may say which version of a text they are for. */
  readonly documentChanges?: boolean;
  /** The version of a text that the client has open. */
  readonly versionOf?: (uri: string) => number | undefined;
}

/** A text with its line index. */
interface Indexed {
  readonly text: string;
  readonly index: LineIndex;
}

/** Converts between the offsets of a workspace's files and LSP positions; line indexes are kept while a text lives. */
export class Converter {
  readonly #textOf: (uri: string) => string | undefined;
  readonly #indexes = new Map<string, Indexed>();
  readonly #client: ClientView;
  readonly #encoding: PositionEncoding;

  constructor(workspace: Pick<Workspace, 'textOf'>, client: ClientView) {
    this.#client = client;
    this.#encoding = client.encoding ?? 'utf-16';
    this.#textOf = (uri) => (uri.startsWith(REGISTRY_ROOT) ? registryText(uri) : workspace.textOf(uri));
  }

  /** Offset in the file of an LSP position; beyond a line that is its end, before the line end. */
  offset(uri: string, { line, character }: Position): number {
    const { text, index } = this.#indexed(uri);
    const start = index.offset(line, 0);
    const content = text.slice(start, index.offset(line + 1, 0)).replace(/(?:\r\n?|\n)$/, '');
    return start + columnAt(content, Math.max(0, character), this.#encoding);
  }

  /** LSP range of a span of the file. */
  fileRange(uri: string, { start, end }: Span): Range {
    return { start: this.position(uri, start), end: this.position(uri, end) };
  }

  /** LSP position of an offset in the file. */
  position(uri: string, offset: number): Position {
    const { text, index } = this.#indexed(uri);
    const { line, column } = index.at(offset);
    if (this.#encoding === 'utf-16') return { line, character: column };
    return { line, character: lengthIn(text.slice(offset - column, offset), this.#encoding) };
  }

  /** The client's spelling of a URI. */
  spelled(uri: string): string {
    return this.#client.spelled(uri);
  }

  /** LSP range of a span of a document. */
  range(document: SourceDocument, span: Span): Range {
    return this.fileRange(document.uri, shift(span, document.start));
  }

  /** LSP location of a span of a document. */
  location(document: SourceDocument, span: Span): Location {
    return { uri: this.spelled(document.uri), range: this.range(document, span) };
  }

  /** A link to a record: it lands on the `id` value, and the whole record is what an editor may show around it. */
  recordLink(document: SourceDocument, origin: Range): LocationLink {
    const root = document.yaml.root;
    const whole = root ? { start: root.start, end: root.end } : document.headSpan;
    return {
      originSelectionRange: origin,
      targetUri: this.spelled(document.uri),
      targetRange: this.range(document, whole),
      targetSelectionRange: this.range(document, document.spanOf(['id'])),
    };
  }

  /** A fix as an edit of the workspace; `root` is where the files it makes belong. */
  workspaceEdit(fix: Fix, root: string | undefined): WorkspaceEdit {
    const edits = new Map<string, TextEdit[]>();
    for (const edit of fix.edits) {
      const { uri } = edit.document;
      const known = edits.get(uri);
      if (known) known.push(this.#textEdit(edit));
      else edits.set(uri, [this.#textEdit(edit)]);
    }
    const created = fix.creates && root !== undefined ? creation(fix.creates, root) : [];
    const renamed = fix.renames ? [this.#renaming(fix.renames)] : [];
    const deleted = fix.deletes ? [this.#deletion(fix.deletes)] : [];
    return this.#assemble(edits, [...created, ...renamed, ...deleted]);
  }

  /** Edits of whole files, whose spans count from the file's beginning, as an edit of the workspace. */
  filesEdit(files: ReadonlyMap<string, readonly FileEdit[]>): WorkspaceEdit {
    return this.#assemble(new Map([...files].map(([uri, edits]) => [uri, this.textEdits(uri, edits)])), []);
  }

  /** Edits of one file, whose spans count from the file's beginning. */
  textEdits(uri: string, edits: readonly FileEdit[]): TextEdit[] {
    return edits.map(({ span, text }) => ({ range: this.fileRange(uri, span), newText: text }));
  }

  /** Edits and what happens to files after them; as a plain list of changes for clients that know no other. */
  #assemble(
    edits: ReadonlyMap<string, TextEdit[]>,
    operations: readonly (CreateFile | TextDocumentEdit | RenameFile | DeleteFile)[],
  ): WorkspaceEdit {
    const edited = [...edits];
    if (operations.length === 0 && !this.#client.documentChanges) {
      return { changes: Object.fromEntries(edited.map(([uri, changes]) => [this.spelled(uri), changes])) };
    }
    const changed = edited.map(([uri, changes]): TextDocumentEdit => {
      const version = this.#client.versionOf?.(uri) ?? null;
      return { textDocument: { uri: this.spelled(uri), version }, edits: changes };
    });
    return { documentChanges: [...changed, ...operations] };
  }

  #renaming({ document, name }: FileRename): RenameFile {
    const oldUri = this.spelled(document.uri);
    const newUri = oldUri.slice(0, oldUri.lastIndexOf('/') + 1) + encodeURIComponent(name);
    return { kind: 'rename', oldUri, newUri };
  }

  #deletion({ uri }: SourceDocument): DeleteFile {
    return { kind: 'delete', uri: this.spelled(uri), options: { ignoreIfNotExists: true } };
  }

  #textEdit({ document, span, text }: DocumentEdit): TextEdit {
    return { range: this.range(document, span), newText: text };
  }

  #indexed(uri: string): Indexed {
    const text = this.#textOf(uri) ?? '';
    const known = this.#indexes.get(uri);
    if (known && known.text === text) return known;
    const indexed = { text, index: new LineIndex(text) };
    this.#indexes.set(uri, indexed);
    return indexed;
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
