/** Problems by lines and columns instead of spans. */
import { certainFix } from '../../dataset/fix-all.ts';
import type { Problem, Severity } from '../../dataset/problem.ts';
import { placeOf } from '../../dataset/related.ts';
import { LineIndex, type Span, shift } from '../../dataset/text.ts';
import type { Workspace } from '../../dataset/workspace.ts';

/** Counted from 1; columns count UTF-16 code units, and the end is the place after the last one. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A place in a file of the dataset that explains a problem. */
export interface PlacedRelated extends Place {
  readonly uri: string;
  readonly message: string;
}

/** A part of a file that a fix replaces. */
export interface PlacedEdit extends Place {
  readonly uri: string;
  readonly text: string;
}

/** A fix that may be applied unseen. */
export interface PlacedFix {
  readonly title: string;
  readonly edits: readonly PlacedEdit[];
}

export interface PlacedProblem extends Place {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** Kind and id of the record it is in, as `summit/ots-summit-2025-gabala`; absent where there is none. */
  readonly record?: string;
  readonly related: readonly PlacedRelated[];
  /** Works out its certain fix, which most reports have no use for. */
  readonly fix: () => PlacedFix | undefined;
}

/** Finds the places of the problems of one dataset's files. */
export class Placer {
  readonly #workspace: Workspace;
  /** The last file looked at: what concerns one file comes in a row. */
  #uri: string | undefined;
  #lines = new LineIndex('');

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /** The problems of a file as of the last check, in the order of its text. */
  problemsOf(uri: string): PlacedProblem[] {
    return this.#workspace.problemsOf(uri).map((problem) => this.#placed(problem));
  }

  #placed(problem: Problem): PlacedProblem {
    const { rule, severity, message, document, span } = problem;
    const record = document.record;
    return {
      ...this.#place(document.uri, shift(span, document.start)),
      rule,
      severity,
      message,
      ...(record?.id !== undefined && { record: `${record.kind}/${record.id}` }),
      related: problem.related.flatMap((related) => {
        const target = placeOf(related, problem, this.#workspace.dataset);
        // A record that comes with this tool is in no file that a reader could open.
        if (!target || this.#workspace.textOf(target.document.uri) === undefined) return [];
        const { uri, start } = target.document;
        return [{ uri, message: related.message, ...this.#place(uri, shift(target.span, start)) }];
      }),
      fix: () => this.#fixOf(problem),
    };
  }

  #fixOf(problem: Problem): PlacedFix | undefined {
    const fix = certainFix(problem);
    return (
      fix && {
        title: fix.title,
        edits: fix.edits.map(({ document: { uri, start }, span, text }) => ({
          uri,
          text,
          ...this.#place(uri, shift(span, start)),
        })),
      }
    );
  }

  #place(uri: string, { start, end }: Span): Place {
    if (uri !== this.#uri) {
      this.#uri = uri;
      this.#lines = new LineIndex(this.#workspace.textOf(uri) ?? '');
    }
    const first = this.#lines.at(start);
    const last = this.#lines.at(end);
    return { line: first.line + 1, column: first.column + 1, endLine: last.line + 1, endColumn: last.column + 1 };
  }
}
