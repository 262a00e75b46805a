/** What the commands that make records ask the server, and how its questions are put to a person. */
import { l10n, type QuickPickItem, type TextEditor, ThemeIcon, type Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient, Location } from 'vscode-languageclient';
import {
  type DraftCheck,
  type DraftChoice,
  type DraftId,
  type DraftPlace,
  type DraftQuestion,
  type DraftSetting,
  LANGUAGE_ID,
  Method,
} from '../../server/protocol.ts';
import { labelText } from '../shown-text.ts';
import { kindIcon } from './kind-icons.ts';
import { askChoice, askText, mayStayOpen, type Place, type Step } from './steps.ts';

/** What is being made, and in which dataset. */
export interface Making {
  readonly client: BaseLanguageClient;
  /** A file or folder of the dataset. */
  readonly uri: string;
  readonly kind: string;
  readonly title: string;
}

/** An answer as it was given: shown again when somebody comes back to the question. */
export interface Answer {
  readonly setting: DraftSetting;
  readonly choice?: DraftChoice;
}

/** Answers by question. */
export type Answers = Map<DraftQuestion, Answer>;

interface ChoiceItem extends QuickPickItem {
  /** Absent where the question stays open. */
  readonly choice?: DraftChoice;
}

/** The step that asks a question and keeps its answer. */
export function stepFor(making: Making, question: DraftQuestion, answers: Answers): Step {
  return async (place) => {
    const answer =
      question.type === 'record'
        ? await chosenRecord(making, question, answers.get(question), place)
        : await typedText(making, question, answers.get(question), place);
    if (answer === undefined) return false;
    if (answer === OPEN) answers.delete(question);
    else answers.set(question, answer);
    return true;
  };
}

const OPEN = Symbol('open');

async function typedText(
  { client, uri, kind, title }: Making,
  question: DraftQuestion,
  before: Answer | undefined,
  place: Place,
): Promise<Answer | typeof OPEN | undefined> {
  const { path } = question.fields[0]!;
  const text = await askText(place, {
    title: `${title}: ${question.name}`,
    prompt: mayStayOpen(question.description.replace(/`/g, '')),
    ...(question.example !== null && { placeholder: l10n.t('For example: {0}', question.example) }),
    value: before?.setting.text ?? '',
    read: (said) => client.sendRequest<DraftCheck>(Method.draftCheck, { uri, kind, path, text: said }),
  });
  if (text === undefined) return undefined;
  return text === '' ? OPEN : { setting: { path, text } };
}

async function chosenRecord(
  { client, uri, title }: Making,
  question: DraftQuestion,
  before: Answer | undefined,
  place: Place,
): Promise<Answer | typeof OPEN | undefined> {
  const kinds = question.fields.flatMap(({ kind }) => kind ?? []);
  const likely = before?.choice ?? question.guess;
  const chosen = await askChoice<ChoiceItem>(place, {
    title: `${title}: ${question.name}`,
    placeholder: question.description.replace(/`/g, ''),
    async find(query) {
      const found = await client.sendRequest<DraftChoice[]>(Method.draftRecords, { uri, kinds, query });
      if (query.trim() !== '') return found.map((choice) => toItem(choice));
      const others = found.filter(({ kind, id }) => kind !== likely?.kind || id !== likely.id);
      const first = likely ? [toItem(likely, before ? undefined : l10n.t('from the record under the cursor'))] : [];
      const open = { label: l10n.t('Leave it open'), iconPath: new ThemeIcon('dash'), alwaysShow: true };
      return [...first, open, ...others.map((choice) => toItem(choice))];
    },
  });
  if (!chosen) return undefined;
  const { choice } = chosen;
  const path = question.fields.find(({ kind }) => kind === choice?.kind)?.path;
  return choice && path !== undefined ? { setting: { path, text: choice.id }, choice } : OPEN;
}

/** A record in a list: it has been found by the server, maybe by a name that is not shown. */
export function toItem(choice: DraftChoice, remark?: string): ChoiceItem {
  const detail = [remark, labelText(choice.detail)].filter(Boolean).join(' · ');
  return {
    label: labelText(choice.label),
    description: [choice.id, detail].filter(Boolean).join('  '),
    iconPath: kindIcon(choice.kind),
    alwaysShow: true,
    choice,
  };
}

/** What has been answered, and what was known before. */
export function settingsOf(given: readonly DraftSetting[], answers: Answers): DraftSetting[] {
  return [...given, ...[...answers.values()].map(({ setting }) => setting)];
}

/** The last step: the id, proposed by habit, and where the file goes. */
export function idStep(
  { client, uri, kind, title }: Making,
  settings: () => DraftSetting[],
  keep: (id: string) => void,
): Step {
  return async (place) => {
    const params = { uri, kind, settings: settings() };
    const proposed = await client.sendRequest<DraftId>(Method.draftId, params);
    const id = await askText(place, {
      title: l10n.t('{0}: Id', title),
      prompt: l10n.t('The id and the file by the habits of the dataset. Press Enter to make the record.'),
      value: proposed.id,
      async read(said) {
        const wanted = said.trim();
        const { path, message } = await client.sendRequest<DraftId>(Method.draftId, { ...params, id: wanted });
        return message === null ? { text: wanted, message: path } : { text: null, message: message.replace(/`/g, '') };
      },
    });
    if (id === undefined) return false;
    keep(id);
    return true;
  };
}

/** A branch of the Initiatives view, as far as it names a record. */
interface Named {
  readonly dataset: string;
  readonly key: string;
}

/** Where a command is about: the record that a view has named, else the one under the cursor. */
export async function placeOf(client: BaseLanguageClient, named: unknown): Promise<DraftPlace | undefined> {
  if (isNamed(named)) {
    const params = { uri: named.dataset, key: named.key };
    const location = await client.sendRequest<Location | null>(Method.recordLocation, params);
    return location ? { uri: location.uri, position: location.range.start } : undefined;
  }
  const editor = window.activeTextEditor;
  return editor?.document.languageId === LANGUAGE_ID ? placeIn(editor) : undefined;
}

function isNamed(value: unknown): value is Named {
  const { dataset, key } = (value ?? {}) as Partial<Named>;
  return typeof dataset === 'string' && typeof key === 'string';
}

function placeIn({ document, selection: { active } }: TextEditor): DraftPlace {
  return { uri: document.uri.toString(), position: { line: active.line, character: active.character } };
}

/** The file of the window's folders that somebody is at work on. */
export function shownFile(): Uri | undefined {
  const shown = window.activeTextEditor?.document.uri;
  return shown && workspace.getWorkspaceFolder(shown) ? shown : undefined;
}
