/** The command `export`: a dataset's records in a format that other programs read. */

import { type Command, InvalidArgumentError, Option } from 'commander';
import { grouped } from '../../l10n/language.ts';
import type { EdtfDate } from '../dataset/dates/edtf.ts';
import { kinds } from '../dataset/schema.ts';
import type { ExportFormat, ExportSummary } from '../exports/format.ts';
import { formats } from '../exports/index.ts';
import { NodeFiles } from '../sources/node-files.ts';
import type { SourceFailure } from '../sources/source.ts';
import { type TakenDataset, takeDataset } from './exporting/dataset.ts';
import { formatFor } from './exporting/format.ts';
import { ExitCode, exitCodes } from './process/exit-code.ts';
import { ended, Failure } from './process/failure.ts';
import { findDatasets, type Progress } from './reading/load.ts';
import { datasetOf } from './reading/one-dataset.ts';
import { findTargets } from './reading/targets.ts';
import { settingsFor, todayOption } from './reading/today.ts';
import { pathFromHere } from './reports/results.ts';
import { countOf } from './terminal/counts.ts';
import { failureSentence, say, visible } from './terminal/messages.ts';
import { withProgress } from './terminal/terminal.ts';
import { checkOutput } from './writing/output.ts';
import { writeFileOutput } from './writing/output-file.ts';
import { checkOutputFolder, writeFolderOutput } from './writing/output-folder.ts';

interface Options {
  readonly format?: string;
  readonly output?: string;
  readonly kind?: readonly string[];
  readonly registry: boolean;
  readonly today?: EdtfDate;
  readonly force?: boolean;
  readonly quiet?: boolean;
}

const WIDTH = Math.max(...formats.map(({ name }) => name.length));

const HELP = `
The dataset is the folder named, or the nearest one above with a manifest (initiatives.yaml). Its records come in the
order of their files, then those of the shipped registry that they refer to. Records are written as they are, whether
or not check finds fault with them; what cannot be read is told and left out.

Formats:
${formats.map((format) => `  ${format.name.padEnd(WIDTH)}  ${format.description}${endsOf(format)}`).join('\n')}

In CSV a map is columns (place_city), a list a table of its own (summit_participants), a date its text and its first and
last day. An empty cell is nothing, "" an empty text. What a spreadsheet would run as a formula has an apostrophe before it.

Examples:
  $ security-initiatives export --output records.ndjson
  $ security-initiatives export data/eurasia --format ndjson | head -1
  $ security-initiatives export --format datapackage --output tables --force
  $ security-initiatives export --kind proposal,summit --no-registry --format csv -o tables`;

const EXITS = exitCodes
  .replace(/no errors.*/, 'all is written')
  .replace(/errors, or.*/, 'files that could not be read or written; what could be read is written')
  .replace('nothing was checked', 'nothing was written');

/** Adds the command; `done` is told the exit code. */
export function exportCommand(program: Command, done: (code: ExitCode) => void): void {
  program
    .command('export')
    .description('write the records in another format')
    .argument('[folder]', 'the dataset', '.')
    .addOption(
      new Option('--format <format>', 'what to write, if the name does not say').choices(
        formats.map(({ name }) => name),
      ),
    )
    .option('-o, --output <path>', 'where to: a file, a folder for formats of several files, or - for standard output')
    .addOption(
      new Option('--kind <kinds>', 'only records of this kind; several with commas, or repeated').argParser(kindsIn),
    )
    .option('--no-registry', 'leave out the records of the shipped registry')
    .addOption(todayOption())
    .option('-f, --force', 'write over a file; in a folder, over what such an export has written')
    .option('--quiet', 'say nothing but what is wrong')
    .addHelpText('after', `${HELP}\n${EXITS}`)
    .action(async (folder: string, options: Options) => done(await ended(() => exportFolder(folder, options))));
}

async function exportFolder(folder: string, options: Options): Promise<ExitCode> {
  const format = formatFor(options.output, options.format);
  const write = await writerFor(format, options);
  const { targets, misuse } = await findTargets([folder]);
  const [target] = targets;
  if (!target) throw new Failure(ExitCode.misuse, misuse.join('\n'));
  const source = new NodeFiles();
  const found = await findDatasets([target], source);
  const members = datasetOf(target, found);
  // A bar would run through the records where both are shown on one terminal.
  const quiet = options.quiet || (write.isStandardOutput && process.stdout.isTTY);
  const run = async (progress: Progress) => {
    const taken = await takeDataset(members, {
      source,
      settings: settingsFor(options.today),
      withRegistry: options.registry,
      kinds: options.kind && new Set(options.kind),
      progress,
    });
    return { taken, written: await write.to(taken) };
  };
  const { taken, written } = await withProgress(run, { quiet });
  return report(taken, found.failures, written, options);
}

/** What has been written, and where in words; nothing when it went to standard output. */
interface Written {
  readonly summary: ExportSummary;
  readonly line?: string;
}

/** Looks whether the place can be written to; `to` then does it, and gives nothing when nobody read to the end. */
async function writerFor(
  format: ExportFormat,
  { output = '-', force = false }: Options,
): Promise<{ isStandardOutput: boolean; to: (taken: TakenDataset) => Promise<Written | undefined> }> {
  if (format.container === 'folder') {
    const place = await checkOutputFolder(output, force, format.owns);
    const to = async ({ dataset }: TakenDataset) => {
      const { result, files } = await writeFolderOutput(place, (folder) => format.write(dataset, folder));
      return { summary: result, line: `${place.shown}: ${counted(result)} in ${countOf(files, 'file')}.` };
    };
    return { isStandardOutput: false, to };
  }
  const place = await checkOutput(output, force);
  const isStandardOutput = place.path === undefined;
  const to = async ({ dataset }: TakenDataset) => {
    const summary = await writeFileOutput(place, (file) => format.write(dataset, file));
    if (!summary) return undefined;
    return { summary, ...(!isStandardOutput && { line: `${place.shown}: ${counted(summary)}.` }) };
  };
  return { isStandardOutput, to };
}

function counted({ written, noun: [one, many] }: ExportSummary): string {
  return written === 1 ? `1 ${one}` : `${grouped(written)} ${many}`;
}

/** Says what was written, what was left out, and what could not be read. */
function report(
  { dataset, failures, uriOf }: TakenDataset,
  unlisted: readonly SourceFailure[],
  written: Written | undefined,
  { quiet = false }: Options,
): ExitCode {
  const unread = [...unlisted, ...failures.values()];
  for (const failure of unread) say(failureSentence(failure));
  const { broken, nameless } = dataset.doubts;
  const shown = (path: string) => visible(pathFromHere(uriOf(path)));
  for (const path of broken) say(`${shown(path)} has text that is not YAML: what can be read of it is exported.`);
  for (const path of nameless) say(`${shown(path)} has a record without an id, which is left out: give it one.`);
  if (!quiet) for (const sentence of written?.summary.leftOut ?? []) say(sentence);
  if (!quiet && written?.line !== undefined) process.stdout.write(`${written.line}\n`);
  return unread.length + broken.size + nameless.size > 0 ? ExitCode.problems : ExitCode.clean;
}

function kindsIn(text: string, before: readonly string[] = []): readonly string[] {
  const names = text.split(',').map((name) => name.trim());
  const wrong = names.find((name) => !kinds.includes(name));
  if (wrong !== undefined)
    throw new InvalidArgumentError(`There is no kind "${visible(wrong)}", only ${kinds.join(', ')}.`);
  return [...before, ...names];
}

function endsOf(format: ExportFormat): string {
  return format.container === 'file' ? ` (${format.extensions.join(', ')})` : ' (a folder)';
}
