/** The events of each file: what its documents put on the timeline, with their problems and places, made anew only where something differs. */
import type { SourceDocument } from '../dataset/document.ts';
import type { Span } from '../dataset/text.ts';
import { type TimelineEntry, timelineEntries } from '../dataset/timeline.ts';
import type { Tracked } from '../dataset/tracked.ts';
import type { Workspace } from '../dataset/workspace.ts';
import type { Converter } from '../features/convert.ts';
import type { TimelineEvent } from '../protocol.ts';
import { idSpan } from './places.ts';

/** An event, its JSON to compare it by, and the file it comes from. */
export interface Drawn {
  readonly event: TimelineEvent;
  readonly json: string;
  readonly uri: string;
}

type Place = Pick<TimelineEvent, 'problems' | 'location'>;

/** What a document last gave, and what it was made of. */
interface Made extends Place {
  /** Of the id, in the document, whose text never changes. */
  readonly span: Span;
  readonly entries: readonly TimelineEntry[];
  readonly drawn: readonly Drawn[];
}

const NO_PROBLEMS: TimelineEvent['problems'] = [];

export class TimelineEvents {
  readonly #workspace: Workspace;
  readonly #converter: Converter;
  readonly #entries: Tracked<TimelineEntry[]>;
  readonly #made = new WeakMap<SourceDocument, Made>();

  constructor(workspace: Workspace, converter: Converter) {
    this.#workspace = workspace;
    this.#converter = converter;
    this.#entries = workspace.derive(timelineEntries);
  }

  /** The files of which a document may give other events than before, because of what stands in other files. */
  get pending(): Set<string> {
    return new Set([...this.#entries.pending].map(({ uri }) => uri));
  }

  /** The events of a file in the order of its text. */
  of(uri: string): Drawn[] {
    const documents = this.#workspace
      .documentsOf(uri)
      .map((document) => [document, this.#entriesOf(document)] as const);
    if (documents.every(([, entries]) => entries.length === 0)) return [];
    const problems = this.#problemsIn(uri);
    return documents.flatMap(([document, entries]) => {
      if (entries.length === 0) return [];
      return this.#draw(document, entries, problems.get(document) ?? NO_PROBLEMS);
    });
  }

  #draw(
    document: SourceDocument,
    entries: readonly TimelineEntry[],
    problems: TimelineEvent['problems'],
  ): readonly Drawn[] {
    const before = this.#made.get(document);
    const span = before?.span ?? idSpan(document);
    const place = { problems, location: this.#converter.location(document, span) };
    if (before?.entries === entries && isSame(before, place)) return before.drawn;
    const drawn = entries.map((entry): Drawn => {
      const event = { ...entry, ...place };
      return { event, json: JSON.stringify(event), uri: document.uri };
    });
    this.#made.set(document, { entries, ...place, span, drawn });
    return drawn;
  }

  #entriesOf(document: SourceDocument): readonly TimelineEntry[] {
    if (this.#entries.pending.has(document)) return this.#entries.run(document, this.#workspace.reader());
    return this.#entries.get(document) ?? [];
  }

  #problemsIn(uri: string): Map<SourceDocument, TimelineEvent['problems'][number][]> {
    const problems = new Map<SourceDocument, TimelineEvent['problems'][number][]>();
    for (const { document, severity, message } of this.#workspace.problemsOf(uri)) {
      if (severity !== 'error' && severity !== 'warning') continue;
      const found = problems.get(document);
      if (found) found.push({ severity, message });
      else problems.set(document, [{ severity, message }]);
    }
    return problems;
  }
}

/** Ids stand in one line each, so the beginning of a place tells it from another in the same document. */
function isSame(a: Place, b: Place): boolean {
  const [start, other] = [a.location.range.start, b.location.range.start];
  return (
    start.line === other.line &&
    start.character === other.character &&
    a.location.uri === b.location.uri &&
    a.problems.length === b.problems.length &&
    a.problems.every(({ severity, message }, i) => {
      const problem = b.problems[i]!;
      return severity === problem.severity && message === problem.message;
    })
  );
}
