/** The command `new`: begin a record. */
import { existsSync, lstatSync, realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { EdtfDate } from '../dataset/dates/edtf.ts';
import { completed, type DraftId } from '../dataset/drafts/draft.ts';
import { draftText } from '../dataset/drafts/draft-text.ts';
import { freeId, isIdOf } from '../dataset/drafts/ids.ts';
import { nearest } from '../dataset/names/names.ts';
import { usualFile } from '../dataset/record-files.ts';
import { kinds, schemaOf } from '../dataset/schema.ts';
import type { Workspace } from '../dataset/workspace.ts';
import type { YamlRecord } from '../dataset/yaml/tree.ts';
import { givenRecord, type Setting } from '../drafting/given.ts';
import { chosenId, lineEndFor, whoHas } from '../drafting/new-record.ts';
import { Unfit } from '../drafting/unfit.ts';
import { isInside } from '../sources/bounds.ts';
import { filePath } from '../sources/node-files.ts';
import { readDataset } from './drafting/dataset.ts';
import { askFields, askKind } from './drafting/questions.ts';
import { draftProblems, draftReport } from './drafting/report.ts';
import { ExitCode, exitCodes } from './process/exit-code.ts';
import { ended, Failure } from './process/failure.ts';
import { todayOption } from './reading/today.ts';
import { pathFromHere } from './reports/results.ts';
import { visible } from './terminal/messages.ts';
import { makeFiles } from './writing/new-files.ts';

interface Options extends Ways {
  readonly folder: string;
  readonly today?: EdtfDate;
}

/** How a record is handed over. */
interface Ways {
  readonly print?: boolean;
  readonly quiet?: boolean;
}

const HELP = `
Every field of a kind is an option; \`security-initiatives new summit --help\` lists those of a summit. A field within
another, and one of a list, is set by its path: --set place.city=Gabala, --set parties.0.state=KAZ. A list of ids or
choices takes commas, and everything that is not text may be written as YAML: --parties '[{ state: KAZ }]'. Records may
be named by any name they have: --organization 'Turkic Council' becomes ots.

What the kind needs and nobody has said is filled in with a guess and marked TODO. Without --id the record is named by
the habit of its kind, such as ots-summit-2025-gabala. The file goes where the dataset keeps its others of that kind;
nothing is ever written over.

Without a kind it asks, where somebody sits at a terminal.

Examples:
  $ security-initiatives new summit --organization ots --date 2025-10-07 --set place.city=Gabala
  $ security-initiatives new person --name 'Sadyr Japarov' --folder data/eurasia
  $ security-initiatives new proposal --title 'A water council' --parties '[{ state: KAZ, role: proposer }]' \\
      --domains water,environment --print
  $ $EDITOR "$(security-initiatives new source --publisher TASS --published 2025-01-01 --quiet)"`;

const EXITS = exitCodes
  .replace(/no errors.*/, 'the record is there')
  .replace(/errors, or.*/, 'a file that could not be written')
  .replace(/an option, file.*/, 'a kind, field or value that does not exist, or an id or file that is there already;')
  .replace('already;', 'already; nothing\n       was written');

/** Adds the command; `done` is told the exit code. */
export function newCommand(program: Command, done: (code: ExitCode) => void): void {
  const command = program
    .command('new')
    .description('begin a record')
    .argument('[kind]', `what it is about: ${kinds.join(', ')}`)
    .usage('<kind> [options]')
    .addHelpText('after', `${HELP}\n${EXITS}`)
    .action(async (kind: string | undefined) => done(await ended(() => withoutKind(kind))));
  for (const kind of kinds) kindCommand(command, kind, done);
  // A mistake in the kind is told before one in its options, which are those of the kind.
  command.allowUnknownOption().allowExcessArguments();
}

/** Asks a person who sits there; says to all others what is missing. */
async function withoutKind(kind: string | undefined): Promise<ExitCode> {
  const list = `There are ${kinds.join(', ')}.`;
  if (kind !== undefined && !kind.startsWith('-')) {
    const [near] = nearest(kind.toLowerCase(), kinds);
    const hint = near === undefined ? list : `Did you mean ${near}?`;
    throw new Failure(ExitCode.misuse, `There is no kind ${visible(kind)}. ${hint}`);
  }
  const { stdin: input, stdout: output } = process;
  if (kind !== undefined || !input.isTTY || !output.isTTY)
    throw new Failure(ExitCode.misuse, `Say what to begin. ${list}`);
  const chosen = await askKind({ input, output });
  if (chosen === undefined) return ExitCode.interrupted;
  const workspace = await readDataset('.', undefined, false);
  const settings = await askFields(chosen, workspace.dataset, { input, output });
  return settings === undefined ? ExitCode.interrupted : begin(workspace, chosen, settings, {});
}

/** A command for one kind, with an option for each of its fields. */
function kindCommand(parent: Command, kind: string, done: (code: ExitCode) => void): void {
  const settings: Setting[] = [];
  const { description, properties, required } = schemaOf(kind);
  const command = parent.command(kind).description(firstSentence(description));
  for (const [name, schema] of properties) {
    if (schema.constant !== undefined) continue;
    // People write both; to an option's name a hyphen is the usual thing.
    const flags = name.includes('_') ? `--${name.replaceAll('_', '-')}, --${name}` : `--${name}`;
    const words = `${firstSentence(schema.description)}${required.includes(name) && name !== 'id' ? ' (required)' : ''}`;
    const option = new Option(`${flags} <value>`, words);
    command.addOption(option.argParser((text: string) => void settings.push({ path: name, text })));
  }
  command
    .addOption(
      new Option('--set <path=value>', 'set any field by its path; may be repeated').argParser(settingInto(settings)),
    )
    .option('--folder <folder>', 'the dataset', '.')
    .option('--print', 'print the record instead of writing a file')
    .option('--quiet', 'say nothing but the path of the file')
    .addOption(todayOption())
    .addHelpText('after', `\nExample:\n  $ ${exampleFor(kind)}\n${EXITS}`)
    .action(async (options: Options) =>
      done(
        await ended(async () => {
          const workspace = await readDataset(options.folder, options.today, options.quiet ?? false);
          return begin(workspace, kind, settings, options);
        }),
      ),
    );
}

/** A line that begins a record of a kind, made of the examples in its schema. */
function exampleFor(kind: string): string {
  const { properties, required } = schemaOf(kind);
  const options = [...properties].flatMap(([name, { examples, values, constant }]) => {
    const example = examples[0] ?? values[0]?.value;
    // An id is made by habit, but for those that no name makes.
    const isSaid = required.includes(name) && constant === undefined && (name !== 'id' || !isIdOf(kind, kind));
    if (!isSaid || typeof example !== 'string') return [];
    return `--${name} ${/^[\w.-]+$/.test(example) ? example : `'${example}'`}`;
  });
  return ['security-initiatives new', kind, ...options].join(' ');
}

function settingInto(settings: Setting[]): (text: string) => void {
  return (text) => {
    const equals = text.indexOf('=');
    if (equals <= 0) throw new InvalidArgumentError('It must be a path and a value, such as place.city=Gabala.');
    settings.push({ path: text.slice(0, equals), text: text.slice(equals + 1) });
  };
}

function firstSentence(text: string): string {
  return /^.*?[.](?= |$)/.exec(text)?.[0] ?? text;
}

function begin(
  workspace: Workspace,
  kind: string,
  settings: readonly Setting[],
  { print = false, quiet = false }: Ways,
): ExitCode {
  const given = asSaid(kind, settings, workspace);
  const draftId = idFor(workspace, kind, given);
  const { id } = draftId;
  const draft = completed(workspace, kind, draftId, given);
  const path = usualFile(workspace.dataset, kind, id);
  const uri = workspace.uriOf(path)!;
  const shown = visible(pathFromHere(uri));
  if (!print) mustBeFree(workspace, uri, shown, id);
  const text = draftText(draft, lineEndFor(workspace));
  workspace.apply([{ uri, text }]);
  const problems = draftProblems(workspace, uri);
  const [wrong] = problems.filter(({ local, severity }) => local && severity === 'error');
  if (wrong) throw new Failure(ExitCode.misuse, `${wrong.message} Nothing is written.`);
  if (print) {
    process.stdout.write(text);
    return ExitCode.clean;
  }
  makeFiles([{ path: filePath(uri), shown, text }]);
  process.stdout.write(quiet ? `${shown}\n` : draftReport(shown, draft, text, problems));
  return ExitCode.clean;
}

/** The id that someone has said, or one by habit; nobody else in the dataset may have or have had it. */
function idFor(workspace: Workspace, kind: string, given: YamlRecord): DraftId {
  const said = given.id;
  if (said !== undefined && typeof said === 'string' && !isIdOf(kind, said))
    throw new Failure(ExitCode.misuse, `${visible(said)} cannot be the id of a ${kind}: ${patternOf(kind)}`);
  const chosen = chosenId(workspace, kind, given);
  if (!isIdOf(kind, chosen.id))
    throw new Failure(ExitCode.misuse, `Say with --id which id the ${kind} gets: ${patternOf(kind)}`);
  const taken = whoHas(workspace, kind, chosen.id);
  if (!taken) return chosen;
  const where = visible(pathFromHere(taken.document.uri));
  const hint = taken.free === undefined ? '' : ` Free is --id ${taken.free}.`;
  throw new Failure(
    ExitCode.misuse,
    `The ${kind} in ${where} ${taken.isFormer ? 'had' : 'has'} the id ${chosen.id} already.${hint}`,
  );
}

/** What someone has said, as a record. @throws Failure for what cannot be so */
function asSaid(kind: string, settings: readonly Setting[], { dataset }: Workspace): YamlRecord {
  try {
    return givenRecord(kind, settings, dataset);
  } catch (reason) {
    if (!(reason instanceof Unfit)) throw reason;
    const { message, instead } = reason;
    const hint = instead === undefined ? '' : `, such as --set ${instead}=…`;
    throw new Failure(ExitCode.misuse, visible(message + hint));
  }
}

function patternOf(kind: string): string {
  return schemaOf(kind).properties.get('id')?.patternMessage ?? 'choose another one.';
}

/** Sees that the file is not there, and that it would be a record by the dataset's own manifest, and in its folder. */
function mustBeFree(workspace: Workspace, uri: string, shown: string, id: string): void {
  if (isThere(filePath(uri)))
    throw new Failure(
      ExitCode.misuse,
      `${shown} is there already. Choose another id with --id, such as ${freeId(workspace.dataset, `${id}-2`)}.`,
    );
  if (!workspace.includes(uri))
    throw new Failure(
      ExitCode.misuse,
      `${shown} would be no record: \`records\` in the dataset's manifest leaves it out. Take it in there first, or print the record with --print.`,
    );
  if (!isBelow(filePath(uri), filePath(workspace.root!)))
    throw new Failure(
      ExitCode.misuse,
      `${shown} would not be in the dataset, as a link leads out of it there. Replace the link with a folder, or print the record with --print.`,
    );
}

/** True when a file that is yet to be made would really stand in a folder. */
function isBelow(path: string, folder: string): boolean {
  let there = dirname(path);
  while (!existsSync(there)) there = dirname(there);
  return isInside(realpathSync.native(there), realpathSync.native(folder));
}

/** True for anything of that name, be it a link that leads nowhere. */
function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    // Its folder is no folder, or closed to us: whoever writes will say so.
    return false;
  }
}
