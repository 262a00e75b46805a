/** The command `schema`: the model as JSON Schema, for other tools. */
import type { Command } from 'commander';
import { selfContained, selfContainedFor } from '../dataset/json-schema.ts';
import { nearestFirst } from '../dataset/names/names.ts';
import { isKind, kinds, MANIFEST, schemaOf } from '../dataset/schema.ts';
import { ExitCode, exitCodes } from './process/exit-code.ts';
import { ended, Failure } from './process/failure.ts';
import { listColumnsOf, wrapped } from './terminal/layout.ts';
import { visible } from './terminal/messages.ts';
import { colorsFor } from './terminal/terminal.ts';
import { checkOutput, writeOutput } from './writing/output.ts';

interface Options {
  readonly all?: boolean;
  readonly output: string;
  readonly force?: boolean;
}

const HELP = `
Without a kind it lists what there is: the kinds of record, and the manifest (initiatives.yaml).

What it prints is one JSON Schema (2020-12) that refers to nothing outside itself. It knows shape alone: whether ids
exist and dates agree only \`check\` can tell. Keywords of our own, such as \`reference\`, and the format \`edtf\` are
annotations, which validators pass over unless they are told to be strict (Ajv: \`strict: false\`).

Examples:
  $ security-initiatives schema summit
  $ security-initiatives schema manifest | jq .properties
  $ security-initiatives schema --all --output initiatives.schema.json
  $ security-initiatives schema summit -o summit.schema.json && ajv validate --spec=draft2020 --strict=false \\
      -s summit.schema.json -d 'summits/*.yaml'`;

const EXITS = exitCodes
  .replace(/no errors.*/, 'the schema is written')
  .replace(/errors, or.*/, 'a file that could not be written')
  .replace(/an option, file.*/, 'an option or kind that does not exist, or a file that is there already');

/** Adds the command; `done` is told the exit code. */
export function schemaCommand(program: Command, done: (code: ExitCode) => void): void {
  program
    .command('schema')
    .description('print the JSON Schema of a kind of record')
    .argument('[kind]', `a kind of record, or ${MANIFEST}`)
    .option('--all', 'one schema for records of every kind, told apart by their property `kind`')
    .option('-o, --output <file>', 'where to: a file, or - for standard output', '-')
    .option('-f, --force', 'write over a file that is there')
    .addHelpText('after', `${HELP}\n${EXITS}`)
    .action(async (kind: string | undefined, options: Options) => done(await ended(() => print(kind, options))));
}

async function print(kind: string | undefined, { all = false, output, force = false }: Options): Promise<ExitCode> {
  if (all && kind !== undefined)
    throw new Failure(ExitCode.misuse, `--all is for every kind: leave out ${visible(kind)}, or --all.`);
  if (!all && kind === undefined && output === '-') {
    process.stdout.write(list());
    return ExitCode.clean;
  }
  if (!all && kind === undefined)
    throw new Failure(ExitCode.misuse, 'Say which kind to write the schema of, or --all.');
  if (kind !== undefined && !isKind(kind) && kind !== MANIFEST) throw new Failure(ExitCode.misuse, unknownKind(kind));
  const place = await checkOutput(output, force);
  const schema = kind === undefined ? selfContainedFor(kinds) : selfContained(kind);
  await writeOutput(place, `${JSON.stringify(schema, null, 2)}\n`);
  return ExitCode.clean;
}

/** A sentence about a word that is no kind, the likeliest ones first. */
function unknownKind(word: string): string {
  const known = nearestFirst(word, [...kinds, MANIFEST]);
  return `There is no kind ${visible(word)}; there are ${known.slice(0, -1).join(', ')} and ${known.at(-1)}.`;
}

function list(): string {
  const colors = colorsFor(process.stdout, process.env);
  const columns = listColumnsOf(process.stdout);
  const names = [...kinds, MANIFEST];
  const width = Math.max(...names.map((name) => name.length)) + 2;
  const lines = names.map((name) => {
    const text = wrapped(schemaOf(name).description, columns, width, 0);
    return `${colors.bold(name)}${' '.repeat(width - name.length)}${text}`;
  });
  return `${lines.join('\n')}\n`;
}
