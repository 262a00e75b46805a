/** The command line: what can be asked for, and which exit code says what. */
import { Command, CommanderError } from 'commander';
import { checkCommand } from './check.ts';
import { ExitCode, exitCodes } from './exit-code.ts';
import { explainCommand } from './explain.ts';
import { exportCommand } from './export.ts';
import { formatCommand } from './format.ts';
import { initCommand } from './init.ts';
import { lspCommand } from './lsp.ts';
import { newCommand } from './new.ts';
import { schemaCommand } from './schema.ts';
import { statsCommand } from './stats.ts';
import { timelineCommand } from './timeline.ts';

/** Written in by the bundler: the version in package.json. */
declare const __VERSION__: string;

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
    .version(__VERSION__, '-v, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .exitOverride()
    .showHelpAfterError('Run it with --help to see what there is.')
    .addHelpText('after', exitCodes);
  // Subcommands take over the settings made so far.
  for (const add of COMMANDS) {
    add(command, (code) => {
      process.exitCode = code;
    });
  }
  return command;
}

async function main(): Promise<void> {
  try {
    await program().parseAsync();
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    process.exitCode = error.exitCode === 0 ? ExitCode.clean : ExitCode.misuse;
  }
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // Whoever reads has seen enough (`| head`); the exit code still tells.
  if (error.code === 'EPIPE') return;
  process.stderr.write(`The results could not be written: ${error.message}\n`);
  process.exitCode = ExitCode.problems;
});
// Nobody reads the messages: nothing to be done about it.
process.stderr.on('error', () => {});
void main();
