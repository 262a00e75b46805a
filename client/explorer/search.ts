/** The search in the tree of records: what is typed narrows the tree at once, and goes on when the box has closed. */
import { l10n, window } from 'vscode';
import type { Arrangement } from './arrangement.ts';

/** Milliseconds without a key, after which the tree follows. */
const PAUSE = 150;

/** Asks what to search for; a text that comes with the command is taken as it is. */
export function searchIn(arrangement: Arrangement, text?: unknown): void {
  if (typeof text === 'string') {
    arrangement.search(text);
    return;
  }
  const before = arrangement.query;
  const box = window.createInputBox();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isAccepted = false;
  box.title = l10n.t('Search Initiatives');
  box.prompt = l10n.t('A name, an abbreviation or an id, in any script');
  box.value = before;
  box.onDidChangeValue((value) => {
    clearTimeout(timer);
    timer = setTimeout(() => arrangement.search(value), PAUSE);
  });
  box.onDidAccept(() => {
    isAccepted = true;
    box.hide();
  });
  box.onDidHide(() => {
    clearTimeout(timer);
    arrangement.search(isAccepted ? box.value : before);
    box.dispose();
  });
  box.show();
}
