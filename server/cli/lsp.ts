/** The command `lsp`: the language server for editors that start one themselves. */
import type { Command } from 'commander';

const HELP = `
Editors start it themselves and talk to it in the Language Server Protocol. It ends when they close the connection.

Examples:
  $ security-initiatives lsp
  $ security-initiatives lsp --socket=6009`;

const TRANSPORTS = /^--(?:stdio|node-ipc|socket=|pipe=)/;

/** Adds the command. The server ends the process itself, when its client says so or goes away. */
export function lspCommand(program: Command): void {
  program
    .command('lsp')
    .description('start the language server')
    .option('--stdio', 'talk over standard input and output (also what happens without it)')
    .option('--node-ipc', 'talk over the channel that Node opens to a forked process')
    .option('--socket=<port>', 'talk over a port of this machine')
    .option('--pipe=<name>', 'talk over a named pipe')
    .option('--clientProcessId <id>', 'end when this process ends')
    .addHelpText('after', HELP)
    .action(async () => {
      // The connection reads the process's own arguments.
      if (!process.argv.some((argument) => TRANSPORTS.test(argument))) process.argv.push('--stdio');
      const { startNodeServer } = await import('../main.node.ts');
      await startNodeServer();
    });
}
