/** Applies every certain fix there is, over and over until none is left. */
import type { SourceDocument } from './document.ts';
import { EditedText } from './editing/edited-text.ts';
import type { DocumentEdit, Fix, Problem } from './problem.ts';
import { applyEdits, shift, type TextEdit } from './text.ts';
import type { FileChange, Workspace } from './workspace.ts';
import { YamlDocument } from './yaml/yaml.ts';

/** More rounds than any text needs; two fixes that undo each other would need no end of them. */
const MOST_ROUNDS = 500;
/** How much may be read again over all rounds, by the longest document of each, in code units. */
const MOST_READ = 500_000;

/** The fix of a problem that may be applied unseen, if it has one: certain, and nothing but edits. */
export function certainFix(problem: Problem): Fix | undefined {
  // None is certain there, and to find that out by making them all takes its time.
  if (problem.document.yaml.errors.length > 0) return undefined;
  return problem.fixes().find((fix) => fix.certain && fix.edits.length > 0 && !touchesFiles(fix));
}

/** Whether a fix makes, renames or deletes a file, which nobody wants done unseen. */
function touchesFiles({ creates, renames, deletes }: Fix): boolean {
  return creates !== undefined || renames !== undefined || deletes !== undefined;
}

/**
 * Applies the certain fixes of these files' problems, of one rule alone where `rule` names it, as far as they edit
 * nothing but these files. The workspace is as it was when this returns, but may have some of its files to check again.
 * @param applied is called for each fix that is made
 * @returns the files that change, with what they become
 */
export function fixAll(
  workspace: Workspace,
  uris: Iterable<string>,
  rule?: string,
  applied: (fix: Fix) => void = () => {},
): Map<string, EditedText> {
  const scope = [...uris];
  const edited = new Map<string, EditedText>();
  const before = new Map<string, string>();
  const fixOf = fixesOf(rule);
  try {
    for (let round = 0, read = 0; round < MOST_ROUNDS && read < MOST_READ; round++) {
      workspace.checkFiles(scope);
      const changes: FileChange[] = [];
      const picked = pick(workspace, scope, fixOf, applied);
      read += picked.longest;
      for (const [uri, edits] of picked.edits()) {
        const text = workspace.textOf(uri) ?? '';
        if (!before.has(uri)) before.set(uri, text);
        const file = edited.get(uri) ?? new EditedText(text);
        edited.set(uri, file);
        file.apply(edits);
        if (file.text !== text) changes.push({ uri, text: file.text });
      }
      if (changes.length === 0) break;
      workspace.apply(changes);
    }
  } finally {
    workspace.apply([...before].map(([uri, text]) => ({ uri, text })));
    workspace.checkFiles(before.keys());
  }
  return new Map([...edited].filter(([uri, { text }]) => text !== before.get(uri)));
}

type FixOf = (problem: Problem) => Fix | undefined;

/** How to get at the certain fix of a problem, of one rule alone where it is named. */
function fixesOf(rule: string | undefined): FixOf {
  const known = new WeakMap<Problem, Fix | undefined>();
  return (problem) => {
    if (rule !== undefined && problem.rule !== rule) return undefined;
    // A problem that nothing has touched is the same object in the next round, and so is its fix.
    if (!known.has(problem)) known.set(problem, certainFix(problem));
    return known.get(problem);
  };
}

/** The fixes that can be made at once. */
function pick(workspace: Workspace, scope: readonly string[], fixOf: FixOf, applied: (fix: Fix) => void): Round {
  const round = new Round(new Set(scope));
  for (const uri of scope) {
    for (const problem of workspace.problemsOf(uri)) {
      // To find a fix takes reading the document again, and what is closed takes none.
      const fix = round.isClosed(problem.document) ? undefined : fixOf(problem);
      if (fix && round.take(fix)) applied(fix);
    }
  }
  return round;
}

/**
 * What is done before the next look. Fixes that put one value in another's place go together; one that adds or removes
 * anything has its documents for itself, for two of them can do what neither means, such as leave an empty list.
 */
class Round {
  readonly #scope: ReadonlySet<string>;
  readonly #edits = new Map<SourceDocument, TextEdit[]>();
  readonly #closed = new Set<SourceDocument>();
  /** The length of the longest document that changes. */
  longest = 0;

  constructor(scope: ReadonlySet<string>) {
    this.#scope = scope;
  }

  /** Whether a document takes no more fixes. */
  isClosed(document: SourceDocument): boolean {
    return this.#closed.has(document);
  }

  /** Takes a fix in, unless something that has been taken is in its way, or it would break a text. @returns whether it did */
  take({ edits }: Fix): boolean {
    const documents = new Map<SourceDocument, DocumentEdit[]>();
    for (const edit of edits) documents.set(edit.document, [...(documents.get(edit.document) ?? []), edit]);
    const isInPlace = edits.every(({ span, text }) => span.end > span.start && text !== '');
    for (const [document, own] of documents) if (!this.#canTake(document, own, isInPlace)) return false;
    for (const [document, own] of documents) {
      this.#edits.set(document, [...(this.#edits.get(document) ?? []), ...own]);
      if (!isInPlace) this.#closed.add(document);
      this.longest = Math.max(this.longest, document.yaml.text.length);
    }
    return true;
  }

  /** Everything taken, by file. */
  edits(): Map<string, TextEdit[]> {
    const files = new Map<string, TextEdit[]>();
    for (const [document, edits] of this.#edits) {
      const placed = edits.map(({ span, text }) => ({ span: shift(span, document.start), text }));
      files.set(document.uri, [...(files.get(document.uri) ?? []), ...placed]);
    }
    return files;
  }

  #canTake(document: SourceDocument, edits: readonly TextEdit[], isInPlace: boolean): boolean {
    if (!this.#scope.has(document.uri) || this.#closed.has(document)) return false;
    const taken = this.#edits.get(document) ?? [];
    if (!isInPlace && taken.length > 0) return false;
    const all = [...taken, ...edits];
    return !overlap(all) && new YamlDocument(applyEdits(document.yaml.text, all)).errors.length === 0;
  }
}

function overlap(edits: readonly TextEdit[]): boolean {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return ordered.some(({ span }, i) => i > 0 && span.start < ordered[i - 1]!.span.end);
}
