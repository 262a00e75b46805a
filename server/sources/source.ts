/** How a dataset's files are listed and read, wherever they are; URIs are strings as in LSP, in the form of `canonicalUri`. */
import * as l10n from '@vscode/l10n';
import { withKnownLineEnds } from '../dataset/text.ts';
import { isWithin, shownName } from './uri.ts';

/** Where a dataset's files come from. Neither call throws for what a file or folder may be like; both tell it. */
export interface FileSource {
  /**
   * The URIs of every `.yaml` and `.yml` file under a folder, sorted, and what could not be listed. Hidden files and
   * folders and `node_modules` are left out, and so is what a link leads to out of the folder, as far as the source knows.
   * @throws the signal's reason when it is aborted.
   */
  list(folder: string, signal?: AbortSignal): Promise<Listing>;
  /**
   * A file's text (UTF-8, the byte order mark dropped), or why it has none. Any number may be asked for at once.
   * @param most the size in bytes from which on a file is too large; {@link MAX_BYTES} unless given
   */
  read(uri: string, most?: number): Promise<ReadResult>;
}

export interface Listing {
  readonly files: string[];
  readonly failures: SourceFailure[];
}

export type ReadResult =
  | { readonly text: string; readonly failure?: undefined }
  | { readonly text?: undefined; readonly failure: SourceFailure };

export type FailureReason =
  | 'missing'
  | 'no-file'
  | 'dead-link'
  | 'outside'
  | 'denied'
  | 'not-utf8'
  | 'not-utf8-name'
  | 'too-large'
  | 'other';

/** Why a file has no text, or a folder no files. */
export interface SourceFailure {
  readonly uri: string;
  readonly reason: FailureReason;
  /** A sentence that names the file and, where something can be done, says what. */
  readonly message: string;
  /** What the system says of `other`. */
  readonly detail?: string;
}

/** The largest file that is read, in bytes; VS Code, too, keeps larger texts from extensions (`MODEL_SYNC_LIMIT`). */
export const MAX_BYTES = 50 * 1024 * 1024;
/** The largest file without records, in bytes: the stored copy of a report is a few pages. */
export const MAX_TEXT_BYTES = 2 * 1024 * 1024;

const SKIPPED_FOLDER = 'node_modules';
const YAML_FILE = /(?:^|\/)(?!\.)[^/]*\.ya?ml$/i;
const BATCH = 32;

/** True for a file that may hold records, by its name alone; takes a name, a path with slashes, or a URI. */
export function isYamlFile(name: string): boolean {
  return YAML_FILE.test(name);
}

/** True for a folder whose files nobody means when they name a folder above it. */
export function isSkippedFolder(name: string): boolean {
  return name.startsWith('.') || name === SKIPPED_FOLDER;
}

/**
 * True for a YAML file below a folder with nothing hidden on the way: what {@link FileSource.list} tells, links aside.
 * Both are in the form of `canonicalUri`, which escapes nothing that is looked at here.
 */
export function isListedIn(uri: string, folder: string): boolean {
  if (!isWithin(uri, folder) || !isYamlFile(uri)) return false;
  const way = uri.slice(folder.length + 1).split('/');
  return !way.slice(0, -1).some(isSkippedFolder);
}

/** The sentence for a failure. `detail` is what the system says of `other`. */
export function failureMessage(name: string, reason: FailureReason, detail?: string): string {
  switch (reason) {
    case 'missing':
      return l10n.t('{0} is not there.', name);
    case 'dead-link':
      return l10n.t('{0} is a link that leads nowhere.', name);
    case 'outside':
      return l10n.t(
        '{0} is not read, as a link leads out of the dataset there: replace the link with what it leads to.',
        name,
      );
    case 'denied':
      return l10n.t('{0} cannot be read: permission denied.', name);
    case 'not-utf8':
      return l10n.t('{0} is not UTF-8 text: save it with the encoding UTF-8.', name);
    case 'not-utf8-name':
      return l10n.t('{0} cannot be read: its name is not UTF-8. Rename it.', name);
    case 'too-large':
      return l10n.t('{0} is larger than {1} MB: split it into several files.', name, String(MAX_BYTES / 1024 / 1024));
    case 'no-file':
      return l10n.t('{0} cannot be read: it is not a file.', name);
    case 'other':
      return detail ? l10n.t('{0} cannot be read: {1}.', name, detail) : l10n.t('{0} cannot be read.', name);
  }
}

/** A failure with its sentence. */
export function failure(uri: string, reason: FailureReason, detail?: string): SourceFailure {
  const message = failureMessage(shownName(uri), reason, detail);
  return { uri, reason, message, ...(detail !== undefined && { detail }) };
}

/** True for UTF-16 and UTF-32 without a byte order mark, which is UTF-8 of sorts; YAML 1.2, 5.2 tells them apart so. */
function isUtf16(bytes: Uint8Array): boolean {
  return bytes[0] === 0 || bytes[1] === 0;
}

const UTF_8 = new TextDecoder('utf-8', { fatal: true });

/** A file's bytes as text with known line ends, or the failure that they are not UTF-8. */
export function decode(uri: string, bytes: Uint8Array, most = MAX_BYTES): ReadResult {
  if (bytes.byteLength > most) return { failure: failure(uri, 'too-large') };
  if (isUtf16(bytes)) return { failure: failure(uri, 'not-utf8') };
  try {
    return { text: withKnownLineEnds(UTF_8.decode(bytes)) };
  } catch {
    // A decoder with `fatal` throws for nothing but bytes that are not UTF-8.
    return { failure: failure(uri, 'not-utf8') };
  }
}

/**
 * Reads files in the order given, a bounded number at once; `visit` is called as each arrives, and waited for.
 * @throws the signal's reason when it is aborted, and what `visit` throws.
 */
export async function readEach(
  source: FileSource,
  uris: readonly string[],
  visit: (uri: string, result: ReadResult) => void | Promise<void>,
  signal?: AbortSignal,
): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < uris.length) {
      const uri = uris[next++]!;
      const result = await source.read(uri);
      signal?.throwIfAborted();
      await visit(uri, result);
    }
  };
  signal?.throwIfAborted();
  await Promise.all(Array.from({ length: Math.min(BATCH, uris.length) }, worker));
}
