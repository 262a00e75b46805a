/** The command line: what can be asked for, and which exit code says what. */
import { Command, CommanderError } from 'commander';
import { checkCommand } from './check.ts';
import { explainCommand } from './explain.ts';
import { exportCommand } from './export.ts';
import { formatCommand } from './format.ts';
import { initCommand } from './init.ts';
import { lspCommand } from './lsp.ts';
import { newCommand } from './new.ts';
import { ExitCode, exitCodes } from './process/exit-code.ts';
import { endWith, tellFaults, tellLostResults } from './process/faults.ts';
import { tidyUpAtEnd } from './process/interruption.ts';
import { VERSION } from './process/version.ts';
import { schemaCommand } from './schema.ts';
import { statsCommand } from './stats.ts';
import { wrapHelp } from './terminal/help-width.ts';
import { say } from './terminal/messages.ts';
import { timelineCommand } from './timeline.ts';

/** In the order in which help lists them. */
const COMMANDS = [
  checkCommand,
  formatCommand,
  exportCommand,
  timelineCommand,
  statsCommand,
  initCommand,
  newCommand,
  explainCommand,
  schemaCommand,
  lspCommand,
];

function program(): Command {
  const command = new Command('security-initiatives')
    .description(
      'Checks datasets of security initiatives: summits, proposals, organizations and their records in YAML.',
    )
    .version(VERSION, '-v, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .exitOverride()
    .configureOutput({ writeOut: writeHelp })
    .showHelpAfterError('Run it with --help to see what there is.')
    .addHelpText('after', exitCodes);
  // Subcommands take over the settings made so far.
  for (const add of COMMANDS) add(command, endWith);
  return command;
}

/** Longer lines are hard to read, however wide the terminal is. */
const WIDEST_HELP = 120;

function writeHelp(text: string): void {
  const { isTTY, columns } = process.stdout;
  process.stdout.write(isTTY && columns ? wrapHelp(text, Math.min(columns, WIDEST_HELP)) : text);
}

async function main(): Promise<void> {
  if (!hasCurrentFolder()) {
    say('The current directory is not there any more: change to one that is.');
    return endWith(ExitCode.misuse);
  }
  try {
    await program().parseAsync();
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
