/** URIs as strings: one spelling for each file, and the folder arithmetic that needs no file system. */
import { encodeName } from '../dataset/stored-texts/file-path.ts';
import { trimmedEnd } from '../dataset/text.ts';

const URI = /^([a-z][a-z0-9+.-]*:)\/\/([^/?#]*)([^?#]*)(.*)$/is;
const DRIVE = /^\/([a-z])(?::|%3A)(?=\/|$)/i;

/**
 * The spelling that VS Code gives a URI (all but letters, digits and `-._~` percent-encoded, drive letters in lower case
 * with `%3A`), so that `file:///C:/a(1).yaml` and `file:///c%3A/a%281%29.yaml` are one file. No slash stands at the end.
 * What is no URI with `//` stays as it is.
 */
export function canonicalUri(uri: string): string {
  const match = URI.exec(uri);
  if (!match) return uri;
  const [, scheme = '', authority = '', path = '', rest = ''] = match;
  const isFile = scheme.toLowerCase() === 'file:';
  const drive = isFile ? DRIVE.exec(path) : null;
  const tail = drive ? path.slice(drive[0].length) : path;
  const head = drive ? `/${drive[1]!.toLowerCase()}%3A` : '';
  const segments = trimmedEnd(tail.split('/').map(canonicalSegment).join('/'), /\//);
  return `${scheme.toLowerCase()}//${isFile ? authority.toLowerCase() : authority}${head}${segments}${rest}`;
}

/** The URI of a path as its system writes it. */
export function pathUri(path: string): string {
  const names = path.replaceAll('\\', '/').replace(/^\//, '').split('/');
  return canonicalUri(`file:///${names.map(encodeName).join('/')}`);
}

/** The URI of the folder that a file or folder stands in; `undefined` at the top. */
export function parentOf(uri: string): string | undefined {
  const slash = uri.lastIndexOf('/');
  return slash > uri.indexOf('://') + 2 ? uri.slice(0, slash) : undefined;
}

/** True when a URI is a folder's own or one below it. */
export function isWithin(uri: string, folder: string): boolean {
  return uri === folder || uri.startsWith(`${folder}/`);
}

/** The path of a file from a folder that it is in, as people write it, with forward slashes. */
export function pathIn(uri: string, folder: string): string {
  return decoded(uri.slice(folder.length + 1));
}

/** The name of a file or folder as people write it. */
export function nameOf(uri: string): string {
  return decoded(uri.slice(uri.lastIndexOf('/') + 1));
}

/** A URI as people read it: a path for a file, else the URI with its escapes undone. */
export function shownName(uri: string): string {
  const text = decoded(uri);
  const path = /^file:\/\/(\/.*)$/s.exec(text)?.[1];
  if (path === undefined) return text;
  return /^\/[a-z]:/i.test(path) ? path.slice(1) : path;
}

function canonicalSegment(segment: string): string {
  try {
    return encodeName(decodeURIComponent(segment));
  } catch {
    // A percent sign that escapes nothing stands for itself.
    return encodeName(segment);
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
