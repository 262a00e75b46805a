// What VS Code says beside its windows' bell: it shows none of that by itself while tests run.
import * as vscode from 'vscode';
import { inPage } from './page.ts';
import { waitFor } from './wait.ts';

/** Waits until a message holds this text, and leaves it on the screen. */
export async function said(text: string): Promise<void> {
  const selector = `.notification-list-item:visible:has-text(${JSON.stringify(text)})`;
  await waitFor(`“${text}” among the messages`, async () => {
    await showMessages();
    return inPage({ do: 'count', selector });
  });
}

/** Shows what has been said; to be asked for anew, as an empty list closes by itself. */
export async function showMessages(): Promise<void> {
  await vscode.commands.executeCommand('notifications.showList');
}

/** Puts away whatever has been said. */
export async function clearMessages(): Promise<void> {
  await vscode.commands.executeCommand('notifications.clearAll');
}
