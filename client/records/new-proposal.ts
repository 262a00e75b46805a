/** The command "New Proposal at This Summit…": where it was made, when and to whom the summit tells, so only the rest is asked. */
import { commands, type Disposable, l10n, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type DraftFile, type DraftForm, Method } from '../../server/protocol.ts';
import { labelText } from '../shown-text.ts';
import { type Answers, idStep, type Making, placeOf, settingsOf, stepFor } from './conversation.ts';
import { makeRecord } from './files.ts';
import { ask } from './steps.ts';

/** The kind of record that is made. */
const KIND = 'proposal';

/** Registers the command; a view may pass the summit that it is about. */
export function registerNewProposal(client: BaseLanguageClient): Disposable {
  return commands.registerCommand('securityInitiatives.newProposalHere', (named?: unknown) =>
    newProposal(client, named),
  );
}

async function newProposal(client: BaseLanguageClient, named: unknown): Promise<void> {
  const at = await placeOf(client, named);
  const params = { uri: at?.uri, kind: KIND, at, isHere: true };
  const form = at && (await client.sendRequest<DraftForm | null>(Method.draftForm, params));
  if (!at || !form?.at) {
    await window.showInformationMessage(
      l10n.t('Put the cursor in a summit first: the proposal takes its date and its addressee from there.'),
    );
    return;
  }
  const title = l10n.t('New proposal at {0}', labelText(form.at.label));
  const making: Making = { client, uri: at.uri, kind: KIND, title };
  const answers: Answers = new Map();
  let id = '';
  const steps = [
    ...form.questions.map((question) => stepFor(making, question, answers)),
    idStep(
      making,
      () => settingsOf(form.given, answers),
      (chosen) => {
        id = chosen;
      },
    ),
  ];
  const isAnswered = await ask(
    () => steps,
    () => true,
  );
  if (!isAnswered) return;
  const settings = settingsOf(form.given, answers);
  await makeRecord(await client.sendRequest<DraftFile>(Method.draftRecord, { uri: at.uri, kind: KIND, settings, id }));
}
