/** Whether there is a server to ask. */
import { type BaseLanguageClient, State } from 'vscode-languageclient';

/** Whether the server runs or is about to; one that has crashed for good has no answers, and why has been told. */
export function isUp({ state }: BaseLanguageClient): boolean {
  return state === State.Running || state === State.Starting;
}
