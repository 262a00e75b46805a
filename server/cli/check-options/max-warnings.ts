/** The option `--max-warnings`: from how many warnings on a check fails. */
import { InvalidArgumentError, Option } from 'commander';
import type { CheckedFile } from '../reading/load.ts';

/** The option. */
export function maxWarningsOption(): Option {
  return new Option('--max-warnings <number>', 'fail if there are more warnings than that').argParser(wholeNumber);
}

/** What to say of more warnings than `most`, whether they are shown or not; nothing where all is well. */
export function tooManyWarnings(files: readonly CheckedFile[], most: number | undefined): string | undefined {
  if (most === undefined) return undefined;
  const problems = files.flatMap((file) => ('failure' in file ? [] : file.problems));
  const count = problems.filter(({ severity }) => severity === 'warning').length;
  if (count <= most) return undefined;
  const there = count === 1 ? 'There is 1 warning' : `There are ${count} warnings`;
  return `${there}, and --max-warnings allows ${most === 0 ? 'none' : `no more than ${most}`}.`;
}

/** @throws InvalidArgumentError */
function wholeNumber(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new InvalidArgumentError('It must be a whole number, 0 or more.');
  return Number(text);
}
