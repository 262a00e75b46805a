/** The command `stats`: what a dataset holds, in numbers. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { EdtfDate } from '../dataset/dates/edtf.ts';
import { NodeFiles } from '../sources/node-files.ts';
import { numbersOf } from '../statistics/numbers.ts';
import { ExitCode, exitCodes } from './process/exit-code.ts';
import { ended, Failure } from './process/failure.ts';
import { findDatasets, loadDataset } from './reading/load.ts';
import { datasetOf } from './reading/one-dataset.ts';
import { findTargets } from './reading/targets.ts';
import { settingsFor, todayOption } from './reading/today.ts';
import { pathFromHere } from './reports/results.ts';
import { statisticsPage } from './statistics/page.ts';
import { columnsOf } from './terminal/layout.ts';
import { failureSentence, say } from './terminal/messages.ts';
import { colorsFor, withProgress } from './terminal/terminal.ts';

interface Options {
  readonly format: 'pretty' | 'json';
  readonly top: number;
  readonly check: boolean;
  readonly today?: EdtfDate;
  readonly quiet?: boolean;
}

const TOP = 5;

const HELP = `
The dataset is the folder named, or the nearest one above with a manifest (initiatives.yaml). It is read whole and
checked. Years are those on the timeline: of what a record tells of, not of its sources; a term counts where it begins.
A record that names another several times counts once.

JSON is one object; what it has under \`choices\` is every field whose values the model lists.

Examples:
  $ security-initiatives stats
  $ security-initiatives stats data/eurasia --top 20
  $ security-initiatives stats --format json --no-check | jq '.years'`;

const EXITS = exitCodes
  .replace(/no errors.*/, 'counted, whatever problems there are')
  .replace(/errors, or/, 'nothing to count, or')
  .replace('nothing was checked', 'nothing was counted');

/** Adds the command; `done` is told the exit code. */
export function statsCommand(program: Command, done: (code: ExitCode) => void): void {
  program
    .command('stats')
    .description('count what a dataset holds')
    .argument('[folder]', 'the dataset', '.')
    .addOption(new Option('--format <format>', 'how to show numbers').choices(['pretty', 'json']).default('pretty'))
    .addOption(new Option('--top <count>', 'how many rows of long tables to show').argParser(wholeNumber).default(TOP))
    .option('--no-check', 'count no problems, which is faster')
    .addOption(todayOption())
    .option('--quiet', 'show no progress')
    .addHelpText('after', `${HELP}\n${EXITS}`)
    .action(async (folder: string, options: Options) => done(await ended(() => count(folder, options))));
}

async function count(folder: string, { format, top, check, today, quiet }: Options): Promise<ExitCode> {
  const { targets, misuse } = await findTargets([folder]);
  const [target] = targets;
  if (!target) throw new Failure(ExitCode.misuse, misuse.join('\n'));
  const source = new NodeFiles();
  const found = await findDatasets([target], source);
  const { root, uris } = datasetOf(target, found);
  const settings = settingsFor(today);
  const loaded = await withProgress(
    (progress) => loadDataset(root, uris, () => check, { source, settings, progress }),
    { quiet },
  );
  const unread = [...found.failures, ...loaded.failures.values()];
  for (const failure of unread) say(failureSentence(failure));
  const numbers = numbersOf(loaded.workspace, { uris: loaded.records, unread: unread.length, top, checked: check });
  const paper = {
    columns: columnsOf(process.stdout),
    colors: colorsFor(process.stdout, process.env),
    top,
    place: pathFromHere(root ?? target.uri) || '.',
  };
  process.stdout.write(format === 'json' ? `${JSON.stringify(numbers, null, 2)}\n` : statisticsPage(numbers, paper));
  return unread.length > 0 ? ExitCode.problems : ExitCode.clean;
}

function wholeNumber(text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new InvalidArgumentError('It must be a whole number, such as 5.');
  return Number(text);
}
