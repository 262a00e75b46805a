/** Which format an export is to have: the one that was asked for, else what the name of the file says for certain. */
import type { ExportFormat } from '../../exports/format.ts';
import { formats } from '../../exports/index.ts';
import { ExitCode } from '../process/exit-code.ts';
import { Failure } from '../process/failure.ts';
import { visible } from '../terminal/messages.ts';

/** @throws Failure when it is not certain, or does not fit the place */
export function formatFor(output: string | undefined, name: string | undefined): ExportFormat {
  const format = name === undefined ? guessed(output) : formats.find((other) => other.name === name)!;
  if (format.container === 'folder') checkFolderName(format, output);
  return format;
}

function guessed(output: string | undefined): ExportFormat {
  if (output === undefined || output === '-')
    throw new Failure(ExitCode.misuse, `Say with --format what to write: ${list(formats)}.`);
  const shown = visible(output);
  const longest = Math.max(...formats.map((format) => lengthOfEnd(output, format)));
  const fitting = longest > 0 ? formats.filter((format) => lengthOfEnd(output, format) === longest) : [];
  // Of several, the one that is called as the name ends is plainly meant.
  const format = fitting.find((other) => endsLike(output, other)) ?? fitting[0];
  if (format && (fitting.length === 1 || endsLike(output, format))) return format;
  if (format) throw new Failure(ExitCode.misuse, `${shown} may be ${list(fitting)}: say which with --format.`);
  throw new Failure(
    ExitCode.misuse,
    `The name ${shown} does not say what to write: say it with --format: ${list(formats)}.`,
  );
}

/** A folder named like a file of its format is hardly what anyone wants. */
function checkFolderName(format: ExportFormat, output: string | undefined): void {
  const isNone = output === undefined || output === '-';
  if (isNone || endsLike(output, format))
    throw new Failure(ExitCode.misuse, `${format.name} is several files: name a folder for them with --output.`);
}

/** How much of a name's end says that it is of a format; 0 for none. */
function lengthOfEnd(output: string, format: ExportFormat): number {
  const ends = format.container === 'file' ? format.extensions : [`.${format.name}`];
  const name = output.toLowerCase();
  return Math.max(0, ...ends.filter((end) => name.endsWith(end)).map((end) => end.length));
}

function endsLike(output: string, { name }: ExportFormat): boolean {
  return output.toLowerCase().endsWith(`.${name}`);
}

/** "a, b or c". */
function list(choices: readonly ExportFormat[]): string {
  const names = choices.map(({ name }) => name);
  return [names.slice(0, -1).join(', '), names.at(-1)].filter(Boolean).join(' or ');
}
