/** The command `format`: bring the layout of files into order. */
import type { Command } from 'commander';
import type { SourceDocument } from '../dataset/document.ts';
import { type FormatOptions, formatFile } from '../dataset/formatting/format.ts';
import { MANIFEST_NAME } from '../dataset/manifest.ts';
import { applyEdits, LineIndex } from '../dataset/text.ts';
import type { Workspace } from '../dataset/workspace.ts';
import { NodeFiles } from '../sources/node-files.ts';
import type { FileSource } from '../sources/source.ts';
import { ExitCode, exitCodes } from './process/exit-code.ts';
import { ended, Failure } from './process/failure.ts';
import { findDatasets, type Loaded, loadDataset } from './reading/load.ts';
import { findTargets, isChosen, type Target } from './reading/targets.ts';
import { settingsFor } from './reading/today.ts';
import { pathFromHere } from './reports/results.ts';
import { failureSentence, say, visible } from './terminal/messages.ts';
import { colorsFor, withProgress } from './terminal/terminal.ts';
import { rewrite } from './writing/rewrite.ts';
import { unifiedDiff } from './writing/unified-diff.ts';

interface Options {
  readonly check?: boolean;
  readonly diff?: boolean;
  readonly sortKeys?: boolean;
  readonly quiet?: boolean;
}

const HELP = `
Two blanks a level, no blanks at the ends of lines, one line end at the end of a file; comments, quotes and the line
ends of a file (LF or CRLF) stay. What a record says never changes. Records and manifests are formatted, and other YAML
is left as it is, also where it stands in the same file. A file that is not YAML throughout is left alone as a whole.

Examples:
  $ security-initiatives format
  $ security-initiatives format summits/ots-summit-2025-gabala.yaml --sort-keys
  $ security-initiatives format --check
  $ security-initiatives format --diff | less`;

const EXITS = exitCodes
  .replace(/no errors.*/, 'all files are in shape (now)')
  .replace(
    /errors, or.*/,
    'with --check or --diff: files would change; or files that are broken, or could not be read or written',
  )
  .replace('nothing was checked', 'nothing was formatted');

/** Adds the command; `done` is told the exit code. */
export function formatCommand(program: Command, done: (code: ExitCode) => void): void {
  program
    .command('format')
    .description('bring indentation and line ends of records into order')
    .argument('[folder...]', 'folders or single files', ['.'])
    .option('--check', 'write nothing; fail if a file would change')
    .option('--diff', 'write nothing; show what would change, and fail if something would')
    .option('--sort-keys', 'put keys into the order of the model, too')
    .option('--quiet', 'say only what went wrong')
    .addHelpText('after', `${HELP}\n${EXITS}`)
    .action(async (names: string[], options: Options) => done(await ended(() => format(names, options))));
}

async function format(names: readonly string[], options: Options): Promise<ExitCode> {
  const { targets, misuse } = await findTargets(names);
  if (misuse.length > 0) {
    for (const sentence of misuse) say(sentence);
    return ExitCode.misuse;
  }
  const source = new NodeFiles();
  const formatting = new Formatting(targets, options, source);
  const { datasets, failures } = await findDatasets(targets, source);
  for (const failure of failures) formatting.fail(failureSentence(failure));
  for (const [root, members] of datasets) await formatting.dataset(root, members);
  return formatting.end();
}

/** One run of the command: what it has seen and done so far. */
class Formatting {
  readonly #targets: readonly Target[];
  readonly #options: Options;
  readonly #source: FileSource;
  readonly #layout: FormatOptions;
  /** Said if nothing else is there: hooks name every YAML file of a change, and most people know which are records. */
  readonly #noRecords: string[] = [];
  #changed = 0;
  #files = 0;
  /** Files that should be formatted, and cannot be. */
  #left = 0;
  #hasFailed = false;

  constructor(targets: readonly Target[], options: Options, source: FileSource) {
    this.#targets = targets;
    this.#options = options;
    this.#source = source;
    this.#layout = {
      sortKeys: options.sortKeys,
      trimTrailingWhitespace: true,
      insertFinalNewline: true,
      trimFinalNewlines: true,
    };
  }

  fail(sentence: string): void {
    say(sentence);
    this.#hasFailed = true;
  }

  /** Formats what was asked for of one dataset; of the others only its manifest is read, which says what is a record. */
  async dataset(root: string | undefined, members: readonly string[]): Promise<void> {
    const chosen = new Set(members.filter((uri) => isChosen(uri, this.#targets)));
    if (chosen.size === 0) return;
    const loaded = await this.#load(root, members, chosen);
    for (const [uri, failure] of loaded.failures) if (chosen.has(uri)) this.fail(failureSentence(failure));
    for (const uri of loaded.leftOut) this.#isLeftOut(uri, 'is no record by the manifest of its dataset');
    for (const uri of loaded.records) {
      if (chosen.has(uri) && !loaded.failures.has(uri)) await this.#file(uri, loaded.workspace);
    }
  }

  /** Says how it went. */
  end(): ExitCode {
    const { check = false, diff = false, quiet = false } = this.#options;
    const isDry = check || diff;
    if (this.#files === 0) {
      for (const sentence of this.#noRecords) say(sentence);
      if (!this.#hasFailed) say('Nothing was formatted: no file there holds a record.');
    } else if (diff && !quiet) say(this.#summary(isDry));
    else if (!quiet) process.stdout.write(`${this.#summary(isDry)}\n`);
    return this.#hasFailed || (isDry && this.#changed > 0) ? ExitCode.problems : ExitCode.clean;
  }

  #summary(isDry: boolean): string {
    const all = `${this.#files} ${this.#files === 1 ? 'file' : 'files'}`;
    const left =
      this.#left === 0 ? '' : `; ${this.#left} ${this.#left === 1 ? 'is left as it is' : 'are left as they are'}`;
    if (this.#changed === 0 && left === '') return `Nothing to format in ${all}.`;
    const verb = this.#changed === 1 ? 'was' : 'were';
    return `${this.#changed} of ${all} ${isDry ? 'would change' : `${verb} formatted`}${left}.`;
  }

  #load(root: string | undefined, members: readonly string[], chosen: ReadonlySet<string>): Promise<Loaded> {
    const manifest = `${root}/${MANIFEST_NAME}`;
    const read = members.filter((uri) => chosen.has(uri) || uri === manifest);
    const source = this.#source;
    const settings = settingsFor(undefined);
    return withProgress(
      (progress) => loadDataset(root, read, () => false, { source, settings, progress }),
      this.#options,
    );
  }

  async #file(uri: string, workspace: Workspace): Promise<void> {
    const documents = workspace.documentsOf(uri).filter(({ role }) => role !== 'foreign');
    if (documents.length === 0) {
      this.#isLeftOut(uri, 'holds no record');
      return;
    }
    this.#files++;
    const before = workspace.textOf(uri) ?? '';
    const broken = documents.find(({ yaml }) => yaml.errors.length > 0);
    if (broken) {
      this.#leave(brokenSentence(broken, before));
      return;
    }
    const after = applyEdits(before, formatFile(workspace.documentsOf(uri), this.#layout));
    if (after !== before) await this.#change(uri, before, after);
  }

  async #change(uri: string, before: string, after: string): Promise<void> {
    const { check = false, diff = false, quiet = false } = this.#options;
    const shown = visible(pathFromHere(uri));
    if (diff)
      process.stdout.write(unifiedDiff(pathFromHere(uri), before, after, colorsFor(process.stdout, process.env)));
    else if (!check) {
      try {
        if (!(await rewrite(uri, before, after))) {
          this.#leave(`${shown} has been changed meanwhile, and is left as it is: format it again.`);
          return;
        }
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        this.#leave(error.message);
        return;
      }
    }
    this.#changed++;
    if (!diff && !quiet) process.stdout.write(`${check ? 'Would format' : 'Formatted'} ${shown}\n`);
  }

  #leave(sentence: string): void {
    this.#left++;
    this.fail(sentence);
  }

  /** Keeps in mind that a file is none of ours, if someone has named it; of others in a folder nobody expects anything. */
  #isLeftOut(uri: string, why: string): void {
    if (this.#targets.some((target) => target.uri === uri))
      this.#noRecords.push(`${visible(pathFromHere(uri))} ${why}, and is left as it is.`);
  }
}

/** Where a file is no YAML. */
function brokenSentence({ uri, yaml, start }: SourceDocument, text: string): string {
  const [error] = yaml.errors;
  const { line, column } = new LineIndex(text).at(start + (error?.span.start ?? 0));
  const place = `${visible(pathFromHere(uri))}:${line + 1}:${column + 1}`;
  return `${place}: This file is left as it is: ${error?.message ?? 'it is not YAML.'}`;
}
