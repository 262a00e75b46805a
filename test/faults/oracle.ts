/** What a server would tell of a folder that had just been started on it, worked out in this process. */
import type { Diagnostic } from 'vscode-languageserver-types';
import { fileUri, NodeFiles } from '../../server/sources/node-files.ts';
import type { ServerSession } from '../support/server.ts';
import { Window } from '../support/window.ts';

/** Diagnostics by the names of their files, as far as all clients are told the same. */
export type Told = Readonly<Record<string, readonly string[]>>;

/** @param open texts that are not saved, by the names of their files */
export async function freshlyTold(folder: string, open: Readonly<Record<string, string>> = {}): Promise<Told> {
  const window = new Window(new NodeFiles());
  const root = fileUri(folder);
  window.session.setFolders([root]);
  for (const [name, text] of Object.entries(open)) window.session.edit(`${root}/${name}`, text);
  await window.load();
  const told = Object.entries(await window.rest());
  return Object.fromEntries(told.map(([uri, all]) => [uri.slice(root.length + 1), all.map(essence)]));
}

/** Waits until a server has told of some files exactly what a fresh one would: of those it does not name, nothing. */
export async function tellsAsFresh(session: ServerSession, names: readonly string[], expected: Told): Promise<void> {
  const wrong = (name: string) => session.diagnosticsOf(name).map(essence).join() !== (expected[name] ?? []).join();
  let last = names.find(wrong);
  const isSame = () => {
    if (last !== undefined && !wrong(last)) last = names.find(wrong);
    return last === undefined;
  };
  const differing = () =>
    `what is told of ${last} to be ${expected[last!] ?? []} and not ${session.diagnosticsOf(last!).map(essence)}`;
  for (let isDone = false; !isDone; ) {
    session.takePublished();
    try {
      await session.waitUntil(isSame, differing);
      isDone = true;
    } catch (error) {
      // On a busy machine it may still be at work, as long as it says something.
      if (session.takePublished().length === 0) throw error;
    }
  }
}

function essence({ code, range, message }: Diagnostic): string {
  return JSON.stringify([code, range.start, range.end, message]);
}
