/** Which format an export is to have: the one that was asked for, else what the name of the file says for certain. */
import type { ExportFormat } from '../exports/format.ts';
import { formats } from '../exports/index.ts';
import { ExitCode } from './exit-code.ts';
import { Failure } from './failure.ts';
import { visible } from './messages.ts';

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
  const folderFormat = formats.find((format) => format.container === 'folder' && endsLike(output, format));
  const fitting = formats.filter((format) => longestEnd(output, format) > 0);
  const longest = Math.max(...fitting.map((format) => longestEnd(output, format)));
  const [format, ...others] = fitting.filter((other) => longestEnd(output, other) === longest);
  if (format && others.length === 0) return format;
  if (format)
    throw new Failure(ExitCode.misuse, `${shown} may be ${list([format, ...others])}: say which with --format.`);
  if (folderFormat) return folderFormat;
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

function longestEnd(output: string, format: ExportFormat): number {
  const ends = format.container === 'file' ? format.extensions : [];
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
