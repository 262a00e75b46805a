/** The commands about the language server itself: to start it again, and to see what it says. */
import { commands, type Disposable, type LogOutputChannel, l10n, ProgressLocation, window } from 'vscode';
import type { CrashGuard } from './crashes.ts';

export const RESTART_SERVER = 'securityInitiatives.restartServer';

/** Registers "Restart Language Server" and "Show Output". */
export function registerServerCommands(guard: CrashGuard, output: LogOutputChannel): Disposable[] {
  return [
    commands.registerCommand(RESTART_SERVER, () =>
      window.withProgress({ location: ProgressLocation.Window, title: l10n.t('Restarting the language server…') }, () =>
        guard.restart(),
      ),
    ),
    commands.registerCommand('securityInitiatives.showOutput', () => output.show()),
  ];
}
