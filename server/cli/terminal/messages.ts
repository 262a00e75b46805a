/** What commands tell people beside their results: on standard error, a sentence a line. */
import { failureMessage, type SourceFailure } from '../../sources/source.ts';
import { pathFromHere } from './path-from-here.ts';
import { progressBar } from './terminal.ts';

/** Anything that a terminal acts upon instead of showing it: controls, and marks that turn the direction of writing. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for.
const UNSHOWN = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/** Says sentences that end a line each; they are ours, names in them are {@link visible}. */
export function say(text: string): void {
  progressBar.clear();
  process.stderr.write(`${text}\n`);
}

/** A name on one line and harmless to a terminal, whatever is in it: a line feed as `\u000a`. */
export function visible(name: string): string {
  return name.replace(UNSHOWN, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Why a file or folder could not be read, with its path from the current directory. */
export function failureSentence({ uri, reason, detail }: SourceFailure): string {
  return failureMessage(shortened(visible(pathFromHere(uri))) || '.', reason, detail);
}

/** Longest path in a sentence, in code units. */
const LONGEST = 400;

/** A path with its middle left out, if it is longer than anyone reads: folders can be nested thousands deep. */
function shortened(path: string): string {
  if (path.length <= LONGEST) return path;
  const half = LONGEST / 2;
  return `${path.slice(0, half)}…${path.slice(-half)}`;
}
