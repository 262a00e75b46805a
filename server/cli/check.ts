/** The command `check`: every problem of the datasets named, for people or for programs. */
import { type Command, Option } from 'commander';
import type { EdtfDate } from '../dataset/dates/edtf.ts';
import type { Settings } from '../dataset/workspace.ts';
import { NodeFiles } from '../sources/node-files.ts';
import type { FileSource, SourceFailure } from '../sources/source.ts';
import { changedOption } from './check-options/changed.ts';
import { fixedSentence, fixTargets } from './check-options/fix.ts';
import { maxWarningsOption, tooManyWarnings } from './check-options/max-warnings.ts';
import { Part, type PartOptions } from './check-options/part.ts';
import { type RuleLevels, ruleOption } from './check-options/rule-levels.ts';
import { shardOption } from './check-options/shard.ts';
import { ExitCode, exitCodes } from './process/exit-code.ts';
import { ended, Failure } from './process/failure.ts';
import { version } from './process/version.ts';
import { checkTargets, type LeftOut, type Outcome } from './reading/load.ts';
import { findTargets, type Target } from './reading/targets.ts';
import { settingsFor, todayOption } from './reading/today.ts';
import { REPORTS, type ReportName } from './reports/index.ts';
import { baseFolder, Paths } from './reports/paths.ts';
import { pathFromHere, rowsOf } from './reports/results.ts';
import { failureSentence, say } from './terminal/messages.ts';
import { colorsFor, withProgress } from './terminal/terminal.ts';
import { keepChecking, type Watch } from './watching/watch.ts';

interface Options extends PartOptions {
  readonly format: ReportName;
  readonly fix?: boolean;
  readonly dryRun?: boolean;
  readonly watch?: boolean;
  readonly maxWarnings?: number;
  readonly rule?: RuleLevels;
  readonly today?: EdtfDate;
  readonly quiet?: boolean;
}

/** What is to be checked, and how. */
interface Request {
  readonly targets: readonly Target[];
  readonly source: FileSource;
  readonly settings: Settings;
  readonly part: Part;
  readonly options: Options;
}

const HELP = `
Every record is checked as part of its dataset: the folder named, or the nearest one above with a manifest
(initiatives.yaml), is read whole, and the problems of what was named are shown. A single file that no manifest
stands above is checked on its own, so that it can refer to nothing but itself and the registry.

--changed shows the files that differ from the last commit or, with a ref, from the commit where the branch left it, as
a pull request does; new files that git does not ignore count, too. What a change makes wrong in other files is not
shown: check all of them before you merge.

--shard i/n is for several machines: each knows the whole dataset and checks the files that fall to it by their paths.
Give all of them the same n, and --today if no manifest has one. --max-warnings counts those of one share.

--fix writes only files that it changes, and leaves what somebody has changed meanwhile. --watch ends with Ctrl-C.

JSON is one array of {file, line, column, endLine, endColumn, rule, severity, message}. Lines and columns count
from 1, columns in UTF-16 code units; the end is the place after the last character. SARIF has explanations of rules,
related places and certain fixes, too. github writes the commands with which GitHub Actions shows problems beside the
lines of a change; hints it only counts. In JUnit, errors are failures, and the rest stands in the output of a suite.
What could not be read stands in every format; in JSON, its rule is unread.

Examples:
  $ security-initiatives check
  $ security-initiatives check data/eurasia --quiet
  $ security-initiatives check --max-warnings 0 --rule uncited=off --rule single-wire=hint
  $ security-initiatives check --changed origin/main --format github
  $ security-initiatives check --shard 2/4
  $ security-initiatives check --fix --dry-run
  $ security-initiatives check --watch
  $ security-initiatives check summits/ots-summit-2025-gabala.yaml
  $ security-initiatives check --format json --today 2025-10-31 > problems.json
  $ security-initiatives check --format sarif > problems.sarif`;

const EXITS = exitCodes
  .replace('no errors (there may be warnings)', 'no errors, and no more warnings than --max-warnings allows')
  .replace(
    'errors, or files that could not be read',
    'errors, too many warnings, or files that could not be read or written',
  );

/** Adds the command; `done` is told the exit code. */
export function checkCommand(program: Command, done: (code: ExitCode) => void): void {
  program
    .command('check')
    .description('check datasets and say what is wrong')
    .argument('[folder...]', 'folders or single files', ['.'])
    .addOption(new Option('--format <format>', 'how to show problems').choices(Object.keys(REPORTS)).default('pretty'))
    .addOption(maxWarningsOption())
    .addOption(ruleOption())
    .addOption(todayOption())
    .addOption(changedOption())
    .addOption(shardOption().conflicts('fix'))
    .option('--fix', 'apply fixes that are certain, and show what is left')
    .option('--dry-run', 'with --fix: say what would be fixed, and write nothing')
    .addOption(new Option('--watch', 'check again whenever a file changes').conflicts(['fix', 'shard']))
    .option('--quiet', 'show errors only')
    .addHelpText('after', `${HELP}\n${EXITS}`)
    .action(async (names: string[], options: Options) => done(await ended(() => check(names, options, done))));
}

async function check(names: readonly string[], options: Options, done: (code: ExitCode) => void): Promise<ExitCode> {
  const { targets, misuse } = await findTargets(names);
  if (misuse.length > 0) {
    for (const sentence of misuse) say(sentence);
    return ExitCode.misuse;
  }
  if (options.dryRun && !options.fix)
    throw new Failure(ExitCode.misuse, '--dry-run is for --fix: nothing else writes.');
  const source = new NodeFiles();
  const settings = () => ({ ...settingsFor(options.today), ...(options.rule && { rulesForced: options.rule }) });
  if (options.watch) {
    const show: Watch['show'] = async (outcome, seen, part) =>
      done(await report(outcome, seen, part.emptiness, options));
    return keepChecking({ names, source, settings, options, show });
  }
  const part = await Part.choose(options, targets);
  const request = { targets, source, settings: settings(), part, options };
  if (options.fix) return checkAndFix(request);
  const outcome = await withProgress(
    (progress) => checkTargets(targets, source, request.settings, progress, part.has),
    options,
  );
  return report(part.ownOf(outcome), targets, part.emptiness, options);
}

async function checkAndFix({ targets, source, settings, part, options }: Request): Promise<ExitCode> {
  const { quiet = false, dryRun = false } = options;
  const { outcome, fixes, unwritten } = await withProgress(
    (progress) => fixTargets(targets, { source, settings, progress }, part.has, dryRun),
    options,
  );
  for (const sentence of unwritten) say(sentence);
  const done = fixedSentence(fixes, dryRun);
  if (done && !quiet) say(done);
  const code = await report(outcome, targets, part.emptiness, options);
  return unwritten.length > 0 ? ExitCode.problems : code;
}

/** Writes results to standard output, and what kept files from being checked to standard error, or why there are none. */
async function report(
  outcome: Outcome,
  targets: readonly Target[],
  emptiness: string | undefined,
  { format, quiet = false, maxWarnings }: Options,
): Promise<ExitCode> {
  const write = await REPORTS[format]();
  const failures = outcome.failures.concat(unreadFiles(outcome));
  for (const failure of failures) say(failureSentence(failure));
  for (const leftOut of outcome.leftOut) for (const text of leftOutSentences(leftOut, targets)) say(text);
  if (emptiness && outcome.files.length === 0 && failures.length === 0 && outcome.leftOut.length === 0) say(emptiness);
  const files = rowsOf(outcome.files, (severity) => !quiet || severity === 'error');
  const unread = failures.map((failure) => ({
    file: pathFromHere(failure.uri) || '.',
    message: failureSentence(failure),
  }));
  const colors = colorsFor(process.stdout, process.env);
  const paths = new Paths(process.cwd(), baseFolder(process.cwd(), process.env));
  process.stdout.write(write({ files, unread }, { colors, quiet, version: version(), paths }));
  const tooMany = tooManyWarnings(outcome.files, maxWarnings);
  if (tooMany) say(tooMany);
  const hasErrors = files.some(({ rows }) => rows.some(({ severity }) => severity === 'error'));
  return hasErrors || tooMany || failures.length > 0 ? ExitCode.problems : ExitCode.clean;
}

/** Files that could not be read at all; one in another encoding is among the results. */
function unreadFiles({ files }: Outcome): SourceFailure[] {
  return files.flatMap((file) => ('failure' in file && file.failure.reason !== 'not-utf8' ? [file.failure] : []));
}

/** Says which files are not checked: those that someone named, and all of a folder where none is left. */
function leftOutSentences({ manifest, uris, isAll }: LeftOut, targets: readonly Target[]): string[] {
  const why = `\`records\` in ${pathFromHere(manifest)}`;
  const named = uris.filter((uri) => targets.some((target) => target.uri === uri));
  const sentences = named.map((uri) => `${pathFromHere(uri)} is not checked: ${why} leaves it out.`);
  const others = uris.length - named.length;
  if (isAll && others > 0)
    sentences.push(`No file there is a record: ${why} leaves out ${others === 1 ? 'the only one' : `all ${others}`}.`);
  return sentences;
}
