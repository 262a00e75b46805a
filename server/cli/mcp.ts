/** The command `mcp`: the dataset for assistants, as a server of the Model Context Protocol on standard input and output. */
import type { Command } from 'commander';
import type { EdtfDate } from '../dataset/dates/edtf.ts';
import { ExitCode, exitCodes } from './process/exit-code.ts';
import { ended } from './process/failure.ts';
import { todayOption } from './reading/today.ts';

const HELP = `
Assistants start it themselves. It gives them tools that find and read records, tell the timeline of an organization and
what a kind of record may hold, and check the text of records before anybody inserts it. Nothing is ever written.

Answers are those of the files as they are now: it follows their changes. It ends when its client closes the connection.

Examples:
  $ security-initiatives mcp data/eurasia

As it stands in the settings of many assistants:
  { "mcpServers": { "initiatives": { "command": "security-initiatives", "args": ["mcp", "data/eurasia"] } } }

In \`.vscode/mcp.json\`:
  { "servers": { "initiatives": { "command": "security-initiatives", "args": ["mcp", "data/eurasia"] } } }`;

const EXITS = exitCodes
  .replace(/no errors.*/, 'the client has ended the conversation')
  .replace(/errors, or.*/, 'a fault')
  .replace(/an option, file.*/, 'an option or folder that does not exist');

/** Adds the command; `done` is told the exit code. */
export function mcpCommand(program: Command, done: (code: ExitCode) => void): void {
  program
    .command('mcp')
    .description('give assistants tools that read the dataset and check drafts')
    .argument('[folder]', 'the dataset, or a folder with several', '.')
    .addOption(todayOption())
    .addHelpText('after', `${HELP}\n${EXITS}`)
    .action(async (folder: string, { today }: { readonly today?: EdtfDate }) =>
      done(
        await ended(async () => {
          // It brings a package that no other command needs, help included.
          const { serveFolder } = await import('./mcp/serve.ts');
          await serveFolder(folder, today);
          return ExitCode.clean;
        }),
      ),
    );
}
