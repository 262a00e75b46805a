/** Paths of a dataset's files as records write them: relative to its root, with slashes, never out of it. */

/** What begins like an address or a drive. */
const SCHEME = /^[a-z][a-z0-9+.-]*:/i;

/**
 * The shortest form of a path as a record gives it, so that `./texts//a.txt` and `texts/a.txt` are one file. Nothing for
 * what leads out of the dataset: an address, a drive, a path from the top, too many steps upwards.
 */
export function filePathIn(text: string): string | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: no file has them in its name on purpose.
  if (SCHEME.test(text) || /^\/|\\|[\u0000-\u001f]/.test(text)) return undefined;
  const steps: string[] = [];
  for (const step of text.split('/')) {
    if (step === '..') {
      if (steps.pop() === undefined) return undefined;
    } else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.length > 0 ? steps.join('/') : undefined;
}

/** What stands in a URI as it is. */
const PLAIN_NAME = /^[\w.~-]+$/;

/** A file or folder name (half a surrogate pair becomes U+FFFD) as it stands in a URI: all but letters, digits and `-._~` escaped. */
export function encodeName(name: string): string {
  if (PLAIN_NAME.test(name)) return name;
  return encodeURIComponent(name.replace(/\p{Surrogate}/gu, '\uFFFD')).replace(
    /[!'()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** A URI's path as people write it; a stray percent sign stays as it is. */
export function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
