#!/usr/bin/env node
/** The command line: what can be asked for, and which exit code says what. */
import { Command, CommanderError } from 'commander';
import { ExitCode, exitCodes } from './process/exit-code.ts';
import { endWith, tellFaults, tellLostResults } from './process/faults.ts';
import { tidyUpAtEnd } from './process/interruption.ts';
import { version } from './process/version.ts';
import { wrapHelp } from './terminal/help-width.ts';
import { say, visible } from './terminal/messages.ts';

/** In the order in which help lists them. Each is read only when it is asked for, so that all start fast. */
const COMMANDS: ReadonlyMap<string, () => Promise<AddCommand>> = new Map([
  ['check', async () => (await import('./check.ts')).checkCommand],
  ['format', async () => (await import('./format.ts')).formatCommand],
  ['export', async () => (await import('./export.ts')).exportCommand],
  ['timeline', async () => (await import('./timeline.ts')).timelineCommand],
  ['stats', async () => (await import('./stats.ts')).statsCommand],
  ['init', async () => (await import('./init.ts')).initCommand],
  ['new', async () => (await import('./new.ts')).newCommand],
  ['explain', async () => (await import('./explain.ts')).explainCommand],
  ['schema', async () => (await import('./schema.ts')).schemaCommand],
  ['mcp', async () => (await import('./mcp.ts')).mcpCommand],
  ['lsp', async () => (await import('./lsp.ts')).lspCommand],
]);

type AddCommand = (program: Command, done: (code: ExitCode) => void) => void;

const VERSION_FLAGS = ['-v', '--version'];

/** The commands that it takes to answer: all of them wherever help or a mistake may have to name them. */
function asked([first = '']: readonly string[]): Promise<AddCommand[]> {
  if (VERSION_FLAGS.includes(first)) return Promise.resolve([]);
  const named = COMMANDS.get(first);
  return Promise.all(named ? [named()] : [...COMMANDS.values()].map((load) => load()));
}

function program(commands: readonly AddCommand[]): Command {
  const command = new Command('security-initiatives')
    .description(
      'Checks datasets of security initiatives: summits, proposals, organizations and their records in YAML.',
    )
    .version(version(), VERSION_FLAGS.join(', '), 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .exitOverride()
    .configureOutput({ writeOut: writeHelp, writeErr: (text) => say(visibleLines(text)) })
    .showHelpAfterError('Run it with --help to see what there is.')
    .addHelpText('after', exitCodes);
  // Subcommands take over the settings made so far.
  for (const add of commands) add(command, endWith);
  return command;
}

/** Longer lines are hard to read, however wide the terminal is. */
const WIDEST_HELP = 120;

function writeHelp(text: string): void {
  const { isTTY, columns } = process.stdout;
  process.stdout.write(isTTY && columns ? wrapHelp(text, Math.min(columns, WIDEST_HELP)) : text);
}

/** What is wrong with arguments, with whatever they hold of what a terminal acts upon. */
function visibleLines(text: string): string {
  return text.trimEnd().split('\n').map(visible).join('\n');
}

async function main(): Promise<void> {
  if (!hasCurrentFolder()) {
    say('The current directory is not there any more: change to one that is.');
    return endWith(ExitCode.misuse);
  }
  try {
    await program(await asked(process.argv.slice(2))).parseAsync();
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    endWith(error.exitCode === 0 ? ExitCode.clean : ExitCode.misuse);
  }
}

/** False where someone has removed the directory that the process was started in: nothing can be named from there. */
function hasCurrentFolder(): boolean {
  try {
    return process.cwd() !== '';
  } catch {
    // Node has no other way to say so.
    return false;
  }
}

tidyUpAtEnd();
tellFaults();
tellLostResults();
void main();
