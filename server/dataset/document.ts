/** One YAML document of the dataset: its record, and where in the text each part of it stands. */
import { DatasetRecord } from './record.ts';
import { isKind, MANIFEST } from './schema.ts';
import { lineAt, type Span } from './text.ts';
import { follow, type Path, type YamlNode, type YamlRecord } from './yaml/tree.ts';
import type { YamlDocument } from './yaml/yaml.ts';

/** What a document is taken for: a record or a manifest by its own word, a record because a manifest says so, or nothing of ours. */
export type Role = 'record' | 'manifest' | 'claimed' | 'foreign';

const KIND_LINE = /^kind:[ \t]+["']?([a-z]+)["']?[ \t]*(?:#.*)?\r?$/m;

/** What someone else has to say of a document. */
interface Standing {
  /** Its file's path from the dataset's root as people write it; absent for a file that stands outside. */
  readonly path?: string | undefined;
  readonly manifest?: boolean;
  readonly claimed?: boolean;
}

/** A YAML document in its file, read when someone asks. Spans count from the document's beginning; add `start` for the file. */
export class SourceDocument {
  readonly uri: string;
  readonly yaml: YamlDocument;
  /** Its file's path from the dataset's root as people write it; absent for a file that stands outside. */
  readonly path: string | undefined;
  /** Offset of the document in its file; moves when text before it changes. */
  start: number;
  /** Absent until the document has been read. */
  #role: Role | undefined;
  #schema: string | undefined;
  #record: DatasetRecord | undefined;
  readonly #isManifest: boolean;
  readonly #isClaimed: boolean;

  constructor(uri: string, yaml: YamlDocument, start: number, { path, manifest, claimed }: Standing = {}) {
    this.uri = uri;
    this.path = path;
    this.yaml = yaml;
    this.start = start;
    this.#isManifest = manifest === true;
    this.#isClaimed = claimed === true;
  }

  get role(): Role {
    if (!this.#role) this.#read();
    return this.#role!;
  }

  /** The schema it must fit: a kind or `manifest`; `undefined` for what is no record (yet). */
  get schema(): string | undefined {
    if (!this.#role) this.#read();
    return this.#schema;
  }

  get record(): DatasetRecord | undefined {
    if (!this.#role) this.#read();
    return this.#record;
  }

  #read(): void {
    const { value } = this.yaml;
    const map =
      value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as YamlRecord) : undefined;
    const kind = map && isKind(map.kind) ? map.kind : undefined;
    this.#schema = this.#isManifest ? MANIFEST : kind;
    this.#record = map && kind && !this.#isManifest ? new DatasetRecord(kind, map) : undefined;
    this.#role = this.#isManifest ? 'manifest' : roleOf(kind, this.yaml, this.#isClaimed);
  }

  /** The span of the value at a path, of its key with `on: 'key'`; the nearest thing above it that exists when it does not. */
  spanOf(path: Path, on: 'key' | 'value' = 'value'): Span {
    const place = this.yaml.place(path);
    if (!place) return path.length > 0 ? this.spanOf(path.slice(0, -1), on) : this.headSpan;
    if (on === 'key' && place.key) return visible(place.key);
    if (path.length === 0) return this.headSpan;
    if (place.value && place.value.end > place.value.start) return spanOfNode(place.value);
    if (place.key) return visible(place.key);
    return (place.value && dashBefore(this.yaml.text, place.value.start)) ?? this.headSpan;
  }

  /**
   * Where a problem with the value at a path is shown: the value itself when it is a scalar, else its key, else what
   * stands first in it. So a map or list that runs over many lines is not marked from end to end.
   */
  markOf(path: Path): Span {
    const place = this.yaml.place(path);
    const isCollection = place?.value?.type === 'map' || place?.value?.type === 'seq';
    if (!place || !isCollection || path.length === 0) return this.spanOf(path);
    return spanOfNode(place.key ?? firstOf(place.value!));
  }

  /** True where a line of the span has a syntax error, so that what has been read there is a guess. */
  isDoubtful(span: Span): boolean {
    const { errors, text } = this.yaml;
    if (errors.length === 0) return false;
    const lines = { start: lineAt(text, span.start).start, end: lineAt(text, span.end).end };
    return errors.some((error) => error.span.start <= lines.end && lines.start <= error.span.end);
  }

  /** What stands for the document as a whole: its `kind` line, else its first line with text. */
  get headSpan(): Span {
    const kind = this.yaml.place(['kind']);
    if (kind?.key) {
      const end = kind.value?.type === 'scalar' ? Math.max(kind.key.end, kind.value.end) : kind.key.end;
      return { start: kind.key.start, end };
    }
    const root = follow(this.yaml.root);
    if (root?.type === 'map' && root.pairs[0]) return spanOfNode(root.pairs[0].key);
    const start = Math.max(0, this.yaml.text.search(/[^\s-]/));
    const end = this.yaml.text.slice(start).search(/[\r\n]|$/);
    return { start, end: start + end };
  }
}

function spanOfNode({ start, end }: Span): Span {
  return { start, end };
}

/** A node's span; an empty key has none, and is shown by the colon after it. */
function visible({ start, end }: Span): Span {
  return { start, end: Math.max(end, start + 1) };
}

/** The `-` of an entry that holds nothing. */
function dashBefore(text: string, offset: number): Span | undefined {
  const dash = text.slice(0, offset).trimEnd().length - 1;
  return text[dash] === '-' ? { start: dash, end: dash + 1 } : undefined;
}

/** The first scalar of a map or list, the whole where there is none. */
function firstOf(node: YamlNode): YamlNode {
  const first = node.type === 'map' ? node.pairs[0]?.key : node.type === 'seq' ? node.items[0] : undefined;
  return first && first.end > first.start ? firstOf(first) : node;
}

function roleOf(kind: string | undefined, yaml: YamlDocument, claimed: boolean): Role {
  if (kind) return 'record';
  // Where the text is broken around `kind`, the line itself still tells.
  if (yaml.errors.length > 0 && isKind(KIND_LINE.exec(yaml.text)?.[1])) return 'record';
  // The tree is asked only where the value does not tell whether there is anything.
  return claimed && (yaml.value !== null || yaml.root !== undefined) ? 'claimed' : 'foreign';
}
