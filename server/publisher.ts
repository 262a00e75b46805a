/** Tells the client of problems: each file's whole list, and only when it differs from what was told last. */
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import type { Workspace } from './dataset/workspace.ts';
import type { Converter } from './features/convert.ts';
import { toDiagnostic } from './features/diagnostics.ts';
import { DIAGNOSTIC_SOURCE } from './protocol.ts';
import { canonicalUri } from './sources/uri.ts';

/** What sends a file's diagnostics; `spelling` is the client's name for it where that is not the one in use. */
export type Send = (uri: string, diagnostics: Diagnostic[], spelling?: string) => void;

export class Publisher {
  readonly #send: Send;
  readonly #rulePage: string | undefined;
  /** What each file was last told, as JSON; files without problems are not kept. */
  readonly #told = new Map<string, string>();
  /** Files whose diagnostics point into a file: their places move when that file's text does. */
  readonly #pointers = new Map<string, Set<string>>();
  /**
   * Files of which something is told that was found at the end of the last start, with their texts: it stays until it
   * has been found out again, or the text is another.
   */
  readonly #recalled = new Map<string, string>();
  /** What is to be told of files that cannot be read. */
  readonly #failures = new Map<string, Diagnostic>();

  /** `rulePage` as for {@link toDiagnostic}. */
  constructor(send: Send, rulePage: string | undefined) {
    this.#send = send;
    this.#rulePage = rulePage;
  }

  /**
   * Publishes what has changed for these files, and for those that point into them. While `loading`, problems that
   * depend on other records are held back: the records may be among those still to come.
   */
  publish(uris: Iterable<string>, workspace: Workspace, converter: Converter, loading: boolean): void {
    const all = new Set(uris);
    for (const uri of [...all]) {
      for (const pointer of this.#pointers.get(uri) ?? []) {
        // It may be another dataset's by now, which has its own word on it.
        if (workspace.textOf(pointer) !== undefined) all.add(pointer);
      }
    }
    for (const uri of all) {
      if (this.#isAwaited(uri, workspace, loading)) continue;
      const problems = workspace.problemsOf(uri).filter((problem) => !loading || problem.local);
      this.#tell(
        uri,
        problems.map((problem) => toDiagnostic(problem, workspace.dataset, converter, this.#rulePage)),
      );
    }
  }

  /** Tells what was found at the end of the last start in a file with this very text. */
  recall(uri: string, text: string, diagnostics: Diagnostic[]): void {
    this.#recalled.set(uri, text);
    this.#tell(uri, diagnostics);
  }

  /** Whether what was told last of a file comes from the last start and has not been found out again. */
  isRecalled(uri: string): boolean {
    return this.#recalled.has(uri);
  }

  /** What was told last of each file with something wrong, as JSON. */
  get told(): Iterable<readonly [uri: string, diagnostics: string]> {
    return this.#told;
  }

  /** Sends once more what was told of each file, as when it may be shown now or may not any more. */
  repeat(): void {
    for (const [uri, told] of this.#told) this.#send(uri, JSON.parse(told));
  }

  /** Moves what was told of a file under the client's name `before` to the one that it uses now. */
  respell(uri: string, before: string): void {
    const told = this.#told.get(uri);
    if (told === undefined) return;
    this.#send(uri, [], before);
    this.#send(uri, JSON.parse(told));
  }

  /** Whether what is told of a file is better than what has been found so far. */
  #isAwaited(uri: string, workspace: Workspace, loading: boolean): boolean {
    const text = this.#recalled.get(uri);
    if (text === undefined) return false;
    if ((loading || workspace.isPending(uri)) && workspace.textOf(uri) === text) return true;
    this.#recalled.delete(uri);
    return false;
  }

  /** Tells that a file cannot be read and why; without a sentence, that it can be, or is gone. */
  setFailure(uri: string, message: string | undefined): void {
    if (message === undefined) this.#failures.delete(uri);
    else this.#failures.set(uri, failed(message));
    this.#tell(uri, []);
  }

  #tell(uri: string, problems: Diagnostic[]): void {
    const failure = this.#failures.get(uri);
    const diagnostics = failure ? [failure, ...problems] : problems;
    for (const { relatedInformation } of diagnostics) {
      for (const { location } of relatedInformation ?? []) {
        const target = canonicalUri(location.uri);
        if (target === uri) continue;
        const pointers = this.#pointers.get(target);
        if (pointers) pointers.add(uri);
        else this.#pointers.set(target, new Set([uri]));
      }
    }
    const told = diagnostics.length > 0 ? JSON.stringify(diagnostics) : undefined;
    if (this.#told.get(uri) === told) return;
    if (told === undefined) this.#told.delete(uri);
    else this.#told.set(uri, told);
    this.#send(uri, diagnostics);
  }
}

/** There is no text, and so no better place than its beginning. */
function failed(message: string): Diagnostic {
  const start = { line: 0, character: 0 };
  return { range: { start, end: start }, severity: DiagnosticSeverity.Error, source: DIAGNOSTIC_SOURCE, message };
}
