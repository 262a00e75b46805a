/** The command "New Record…": asks for the kind, then only for what that needs, and makes the file. */
import { commands, type Disposable, l10n, type QuickPickItem, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type DraftFile, type DraftForm, type DraftStart, Method } from '../../server/protocol.ts';
import { placeOfDataset } from '../datasets.ts';
import { labelText } from '../shown-text.ts';
import { type Answers, idStep, type Making, placeOf, settingsOf, shownFile, stepFor } from './conversation.ts';
import { makeRecord } from './files.ts';
import { kindIcon } from './kind-icons.ts';
import { ask, askChoice, type Step } from './steps.ts';

interface DatasetItem extends QuickPickItem {
  readonly uri: string;
}

interface KindItem extends QuickPickItem {
  readonly recordKind: string;
  readonly name: string;
}

/** Registers the command. */
export function registerNewRecord(client: BaseLanguageClient): Disposable {
  return commands.registerCommand('securityInitiatives.newRecord', () => newRecord(client));
}

async function newRecord(client: BaseLanguageClient): Promise<void> {
  const shown = shownFile();
  const here = (shown ?? workspace.workspaceFolders?.[0]?.uri)?.toString();
  const start = here === undefined ? undefined : await client.sendRequest<DraftStart>(Method.draftStart, { uri: here });
  if (!start || start.datasets.length === 0) {
    await window.showInformationMessage(
      l10n.t('Open a folder first: a new record goes into the dataset that it holds.'),
    );
    return;
  }
  const at = await placeOf(client, undefined);
  const [first, ...others] = start.datasets;
  let dataset = others.length === 0 ? first!.uri : ((shown && start.dataset) ?? undefined);
  const asksDataset = dataset === undefined;
  let making: Making | undefined;
  let form: DraftForm | undefined;
  let answers: Answers = new Map();
  let id = '';

  const datasetStep: Step = async (place) => {
    const chosen = await askChoice<DatasetItem>(place, {
      title: l10n.t('New Record'),
      placeholder: l10n.t('The dataset that it goes into'),
      find: () =>
        start.datasets.map(({ uri, title }) => ({ label: labelText(title), description: placeOfDataset(uri), uri })),
      isWhole: true,
    });
    dataset = chosen?.uri ?? dataset;
    return chosen !== undefined;
  };
  const kindStep: Step = async (place) => {
    const chosen = await askChoice<KindItem>(place, {
      title: l10n.t('New Record'),
      placeholder: l10n.t('What it is about'),
      find: () =>
        start.kinds.map(({ kind, name, description, count }) => ({
          recordKind: kind,
          name,
          label: name.charAt(0).toUpperCase() + name.slice(1),
          detail: description,
          iconPath: kindIcon(kind),
          ...(count > 0 && { description: String(count) }),
        })),
      isWhole: true,
    });
    if (!chosen) return false;
    if (chosen.recordKind !== making?.kind || dataset !== making.uri) {
      making = { client, uri: dataset!, kind: chosen.recordKind, title: l10n.t('New {0}', chosen.name) };
      form = await client.sendRequest<DraftForm>(Method.draftForm, {
        uri: dataset,
        kind: chosen.recordKind,
        ...(at && { at }),
      });
      answers = new Map();
    }
    return true;
  };
  const steps = (): Step[] => {
    const first = [...(asksDataset ? [datasetStep] : []), kindStep];
    if (!making || !form) return first;
    const { given, questions } = form;
    return [
      ...first,
      ...questions.map((question) => stepFor(making!, question, answers)),
      idStep(
        making,
        () => settingsOf(given, answers),
        (chosen) => {
          id = chosen;
        },
      ),
    ];
  };
  if (!(await ask(steps, () => form !== undefined)) || !making || !form) return;
  const settings = settingsOf(form.given, answers);
  const params = { uri: making.uri, kind: making.kind, settings, id };
  await makeRecord(await client.sendRequest<DraftFile>(Method.draftRecord, params));
}
