/** Texts that are inserted at once and taken out again, and where problems must then be for the answer to be one to the new text. */
import type { Diagnostic } from 'vscode-languageserver/node';
import type { Settled } from './client.ts';
import type { Place } from './workloads.ts';

/** What is measured where something is taken back. */
const UNDO = 'keystroke → problems, undo';

export interface Edit {
  /** What it is measured as, and what its undoing is. */
  readonly what: string;
  readonly undone: string;
  readonly place: Place;
  readonly text: string;
  /** How many lines come with it. */
  readonly lines: number;
  /** Lines, counted from the place's, in which the text has a mistake that both servers know. */
  readonly mistakes: readonly number[];
}

/** Inserts a text; lines of it that fit `mistake` are wrong. */
export function insertion(what: string, place: Place, text: string, mistake?: RegExp, undone = UNDO): Edit {
  const lines = text.split('\n');
  const mistakes = lines.flatMap((line, index) => (mistake?.test(line) ? index : []));
  return { what, undone, place, text, lines: lines.length - 1, mistakes };
}

/** The end of the text once it is there. */
export function endOf({ place, text, lines }: Edit): { line: number; character: number } {
  const last = text.slice(text.lastIndexOf('\n') + 1);
  return { line: place.line + lines, character: lines === 0 ? place.character + last.length : last.length };
}

/** Which diagnostics are those of the text with the edit, and which those without it; the `beacon` is a line with a mistake, below. */
export function settledBy(edit: Edit, beacon: number): { readonly done: Settled; readonly undone: Settled } {
  const within = edit.mistakes.map((line) => edit.place.line + line);
  const moved = beacon + edit.lines;
  return { done: errorsAt([...within, moved], [beacon]), undone: errorsAt([beacon], [...within, moved]) };
}

/** Errors begin in all of some lines, and in none of others. */
function errorsAt(some: readonly number[], others: readonly number[]): Settled {
  return (diagnostics) => {
    const wrong = new Set(diagnostics.filter(isError).map(({ range }) => range.start.line));
    return some.every((line) => wrong.has(line)) && !others.some((line) => wrong.has(line));
  };
}

function isError({ severity }: Diagnostic): boolean {
  return severity === 1;
}
