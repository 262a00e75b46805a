/** What commands tell people beside their results: on standard error, a sentence a line. */
import { failureMessage, type SourceFailure } from '../sources/source.ts';
import { pathFromHere } from './results.ts';

export function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** Why a file or folder could not be read, with its path from the current directory. */
export function failureSentence({ uri, reason, detail }: SourceFailure): string {
  return failureMessage(pathFromHere(uri) || '.', reason, detail);
}
