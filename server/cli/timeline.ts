/** The command `timeline`: a dataset's timeline as a web page or a picture, made of what the editor's panel is made of. */

import { type Command, InvalidArgumentError, Option } from 'commander';
import { Arrangement } from '../../client/timeline/drawing/arrangement.ts';
import { DIMENSION_NAMES } from '../../client/timeline/drawing/lanes.ts';
import { extentOf, type Horizon } from '../../client/timeline/drawing/layout/extent.ts';
import { TimelineModel } from '../../client/timeline/drawing/model.ts';
import { grouped } from '../../l10n/language.ts';
import { dayToMilliseconds, type EdtfDate, parseEdtf } from '../dataset/dates/edtf.ts';
import { NodeFiles } from '../sources/node-files.ts';
import { plainTimelineExport } from '../timeline/export.ts';
import { type FilterOptions, filterOf, filterOptions, unknownValues } from './drawing/filter.ts';
import { type Exported, pageText, pictureText } from './drawing/formats.ts';
import { ExitCode, exitCodes } from './process/exit-code.ts';
import { ended, Failure } from './process/failure.ts';
import { findDatasets, loadDataset } from './reading/load.ts';
import { datasetOf } from './reading/one-dataset.ts';
import { findTargets, type Target } from './reading/targets.ts';
import { settingsFor, todayOption } from './reading/today.ts';
import { countOf } from './terminal/counts.ts';
import { failureSentence, say } from './terminal/messages.ts';
import { withProgress } from './terminal/terminal.ts';
import { checkOutput, writeOutput } from './writing/output.ts';

type Format = 'html' | 'svg';

interface Options extends FilterOptions {
  readonly output: string;
  readonly format?: Format;
  readonly lanes: keyof typeof DIMENSION_NAMES;
  readonly today?: EdtfDate;
  readonly from?: EdtfDate;
  readonly to?: EdtfDate;
  readonly whole?: boolean;
  readonly width?: number;
  readonly force?: boolean;
  readonly quiet?: boolean;
}

const NARROWEST = 400;
const WIDEST = 10_000;
const WIDTH = 1400;

const HELP = `
The dataset is the folder named, or the nearest one above with a manifest (initiatives.yaml). It is read whole and
checked, and records with problems are marked. Without --from, --to and --whole the time is shown in which most events lie.

A web page holds the whole timeline and works without a network; filters, lanes and time are what it opens with.
A picture holds what they leave, every lane to its last row.

Examples:
  $ security-initiatives timeline --output timeline.html
  $ security-initiatives timeline data/eurasia -o timeline.svg --lanes state --from 2019 --to 2026-06
  $ security-initiatives timeline -o water.svg --domain water --organization ots --organization sco
  $ security-initiatives timeline -o - --format svg > timeline.svg`;

const EXITS = exitCodes
  .replace(/no errors.*/, 'the file is written')
  .replace(/errors, or.*/, 'nothing to draw, or files that could not be read or written')
  .replace('nothing was checked', 'nothing was written');

/** Adds the command; `done` is told the exit code. */
export function timelineCommand(program: Command, done: (code: ExitCode) => void): void {
  const command = program
    .command('timeline')
    .description('make a web page or a picture of the timeline')
    .argument('[folder]', 'the dataset', '.')
    .requiredOption('-o, --output <file>', 'where to: a file that ends in .html or .svg, or - for standard output')
    .addOption(new Option('--format <format>', 'what to make, if the name does not say').choices(['html', 'svg']))
    .addOption(
      new Option('--lanes <dimension>', 'what lanes are made of')
        .choices(Object.keys(DIMENSION_NAMES))
        .default('organization'),
    )
    .addOption(todayOption())
    .addOption(new Option('--from <date>', 'show from then on, in EDTF: 2019, 2019-06').argParser(moment))
    .addOption(new Option('--to <date>', 'show until the end of then, in EDTF').argParser(moment))
    .addOption(new Option('--whole', 'show the time of all events').conflicts(['from', 'to']));
  for (const option of filterOptions()) command.addOption(option);
  command
    .addOption(new Option('--width <px>', `how wide a picture is (default: ${WIDTH})`).argParser(pixels))
    .option('-f, --force', 'write over a file that is there')
    .option('--quiet', 'say nothing but what is wrong')
    .addHelpText('after', `${HELP}\n${EXITS}`)
    .action(async (folder: string, options: Options) => done(await ended(() => make(folder, options))));
}

async function make(folder: string, options: Options): Promise<ExitCode> {
  const format = formatOf(options);
  if (format === 'html' && options.width !== undefined)
    throw new Failure(ExitCode.misuse, '--width is for pictures: a web page is as wide as its window.');
  const place = await checkOutput(options.output, options.force ?? false);
  const { targets, misuse } = await findTargets([folder]);
  const [target] = targets;
  if (!target) throw new Failure(ExitCode.misuse, misuse.join('\n'));
  const { exported, failed } = await read(target, options);
  const { text, what } = await write(format, exported, options);
  await writeOutput(place, text);
  if (place.path !== undefined && !options.quiet) process.stdout.write(`${place.shown}: ${what}.\n`);
  return failed ? ExitCode.problems : ExitCode.clean;
}

/** The text of the file, and what is in it in words. */
async function write(format: Format, exported: Exported, options: Options) {
  const model = new TimelineModel();
  model.apply(exported.update);
  if (model.size === 0) throw new Failure(ExitCode.problems, 'No record there has a date: there is nothing to draw.');
  const filter = filterOf(options);
  const unknown = unknownValues(filter, model);
  if (unknown.length > 0) throw new Failure(ExitCode.misuse, unknown.join('\n'));
  const arrangement = new Arrangement(model, options.lanes, filter, []);
  arrangement.refresh();
  const lanes = countOf(arrangement.lanes.length, 'lane');
  const events = arrangement.events.length;
  if (events === 0) throw new Failure(ExitCode.problems, 'No event is left by what was asked for: nothing is written.');
  const range = rangeOf(arrangement, options);
  if (format === 'html') {
    const text = await pageText(exported, { dimension: options.lanes, filter, ...(range && { range }) });
    return { text, what: `${countOf(events, 'event')} in ${lanes}` };
  }
  const { text, shown } = pictureText({ model, arrangement, range, width: options.width ?? WIDTH });
  if (shown === events) return { text, what: countOf(events, 'event') };
  return {
    text,
    what: `${grouped(shown)} of ${countOf(events, 'event')}; the others lie outside the time that is shown`,
  };
}

/** The timeline of the dataset; files that cannot be read are told, and left out. */
async function read(target: Target, { today, quiet }: Options) {
  const source = new NodeFiles();
  const found = await findDatasets([target], source);
  const { root, uris } = datasetOf(target, found);
  const settings = settingsFor(today);
  const loaded = await withProgress((progress) => loadDataset(root, uris, () => true, { source, settings, progress }), {
    quiet,
  });
  const unread = [...found.failures, ...loaded.failures.values()];
  for (const failure of unread) say(failureSentence(failure));
  const exported = plainTimelineExport(loaded.workspace, root ?? target.uri);
  return { exported, failed: unread.length > 0 };
}

function formatOf({ output, format }: Options): Format {
  if (format) return format;
  if (output === '-') throw new Failure(ExitCode.misuse, 'Say with --format what to write to standard output.');
  const [, end] = /\.(html?|svg)$/i.exec(output) ?? [];
  if (end) return end.toLowerCase() === 'svg' ? 'svg' : 'html';
  throw new Failure(ExitCode.misuse, `${output} ends in neither .html nor .svg: say with --format what it is to be.`);
}

/** The time that was asked for, its other end where most events lie; `undefined` when none was. */
function rangeOf(arrangement: Arrangement, { from, to, whole = false }: Options): Horizon | undefined {
  const { horizon } = arrangement;
  if (whole) return horizon ?? undefined;
  const usual = arrangement.opening();
  if (!horizon || !usual || (!from && !to)) return undefined;
  const first = from && dayToMilliseconds(from.start.first);
  const last = to && dayToMilliseconds(to.end.last + 1);
  if (first !== undefined && last !== undefined && first >= last)
    throw new Failure(ExitCode.misuse, '--from lies after --to.');
  const start = first ?? (usual.start < last! ? usual.start : horizon.start);
  const end = last ?? (usual.end > first! ? usual.end : horizon.end);
  const isSeen = arrangement.events.some(({ date }) => {
    const extent = extentOf(date, horizon);
    return extent.start < end && extent.end > start;
  });
  if (start >= end || !isSeen)
    throw new Failure(ExitCode.problems, 'No event lies in the time that was asked for: nothing is written.');
  return { start, end };
}

function moment(text: string): EdtfDate {
  const date = parseEdtf(text);
  if (!date || !Number.isFinite(date.start.first) || !Number.isFinite(date.end.last))
    throw new InvalidArgumentError('It must be a date in EDTF, such as 2025, 2025-10 or 2025-10-31.');
  return date;
}

function pixels(text: string): number {
  const width = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(width >= NARROWEST && width <= WIDEST))
    throw new InvalidArgumentError(`It must be a whole number of pixels from ${NARROWEST} to ${WIDEST}.`);
  return width;
}
