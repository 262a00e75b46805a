/** What is kept of a dataset for the next start, as a text that is read back only when it is whole and for the same question. */
import type { Diagnostic } from 'vscode-languageserver-types';
import type { Storage } from './storage.ts';

/**
 * A dataset as it was when all of it had been checked. Paths are from its root, as in URIs.
 * The text of it has a line for each of these: the digest of what follows, the key, `texts`, `asked`, and each file
 * with problems: its path and its diagnostics, both as JSON.
 */
export interface Kept {
  /** The digest of every text that rules may have read. */
  readonly texts: string;
  /** The files without records that rules have asked for, there or not. */
  readonly asked: readonly string[];
  /** The diagnostics of each file that has some, as JSON. */
  readonly problems: ReadonlyMap<string, string>;
}

/** The largest text that is worth keeping, in characters: checking a text takes a few milliseconds for each million. */
const MOST = 16_000_000;

/** @param key what the problems depend on besides texts. @returns nothing where it would be too much */
export function writeKept({ texts, asked, problems }: Kept, key: string, storage: Storage): string | undefined {
  const files = Array.from(problems, ([path, diagnostics]) => `${JSON.stringify(path)}\t${diagnostics}`);
  const content = [key, texts, JSON.stringify(asked), ...files].join('\n');
  return content.length > MOST ? undefined : `${digestOf(content, storage)}\n${content}`;
}

/** Reads what {@link writeKept} has written. @returns nothing where as much as one letter or the key is another */
export function readKept(text: string, key: string, storage: Storage): Kept | undefined {
  const end = text.indexOf('\n');
  const content = text.slice(end + 1);
  if (!content.startsWith(`${key}\n`) || content.length > MOST) return undefined;
  if (text.slice(0, end) !== digestOf(content, storage)) return undefined;
  // From here on it is what this build has written itself.
  const [texts = '', asked = '[]', ...files] = content.slice(key.length + 1).split('\n');
  const problems = files.map((line): [string, string] => {
    const tab = line.indexOf('\t');
    return [JSON.parse(line.slice(0, tab)), line.slice(tab + 1)];
  });
  return { texts, asked: JSON.parse(asked), problems: new Map(problems) };
}

/** The diagnostics of a file of {@link Kept.problems}. */
export function readDiagnostics(json: string): Diagnostic[] {
  return JSON.parse(json);
}

function digestOf(content: string, storage: Storage): string {
  const digest = storage.digest();
  digest.add(content);
  return digest.result();
}
