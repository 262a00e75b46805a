/** The command "Add Citation…": has the record under the cursor cite a source, one that there is or one made of an address and a headline. */
import {
  commands,
  type Disposable,
  l10n,
  type QuickPickItem,
  QuickPickItemKind,
  Selection,
  ThemeIcon,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type Citable,
  type CitableSource,
  type Cite,
  type DraftPlace,
  type DraftSetting,
  Method,
  type SourceGuess,
} from '../../server/protocol.ts';
import { labelText } from '../shown-text.ts';
import { type Answers, idStep, type Making, placeOf, settingsOf, stepFor, toItem } from './conversation.ts';
import { addFile, apply } from './files.ts';
import { ask, askChoice, askText, type Step } from './steps.ts';

interface SourceItem extends QuickPickItem {
  /** Absent where a source is to be made. */
  readonly source?: string;
}

/** What has been chosen: a source by its id, with all that is known of it where it is new. */
interface Chosen {
  readonly source: string;
  readonly settings?: DraftSetting[];
}

/** Registers the command; a view may pass the record that it is about. */
export function registerAddCitation(client: BaseLanguageClient): Disposable {
  return commands.registerCommand('securityInitiatives.addCitation', (named?: unknown) => addCitation(client, named));
}

async function addCitation(client: BaseLanguageClient, named: unknown): Promise<void> {
  const at = await placeOf(client, named);
  const first = at && (await client.sendRequest<Citable | null>(Method.citable, { ...at, query: '' }));
  if (!first) {
    await window.showInformationMessage(
      l10n.t('Put the cursor in a record of the dataset first: it is to cite the source.'),
    );
    return;
  }
  const chosen = await choose(client, at, first);
  if (!chosen) return;
  const cite = await client.sendRequest<Cite>(Method.cite, { ...at, ...chosen });
  await write(client, at, cite);
}

/** Asks which source; nothing where somebody calls it off. */
async function choose(client: BaseLanguageClient, at: DraftPlace, { record }: Citable): Promise<Chosen | undefined> {
  const { uri } = at;
  const newSource = l10n.t('New source');
  const lookAt = (text: string) => client.sendRequest<SourceGuess | null>(Method.sourceGuess, { uri, text });
  /** What has been chosen of those that there are. */
  let picked: string | undefined;
  let asksAddress = false;
  let typed = '';
  let guess: SourceGuess | undefined;
  let answers: Answers = new Map();
  let id = '';

  /** Takes in what an address tells; answers to questions about the same one stay. */
  const understand = (text: string, found: SourceGuess) => {
    if (guess && typed === text) return;
    [typed, guess] = [text, found];
    answers = new Map(
      found.questions
        .filter((question) => question.text !== '')
        .map((question) => [question, { setting: { path: question.fields[0]!.path, text: question.text } }]),
    );
  };
  const sourceStep: Step = async (place) => {
    let query = '';
    const item = await askChoice<SourceItem>(place, {
      title: l10n.t('Add citation to {0}', labelText(record.label)),
      placeholder: l10n.t('Search by title, publisher, date or address, or paste an address with its headline'),
      async find(text) {
        query = text;
        const [found, made] = await Promise.all([
          client.sendRequest<Citable | null>(Method.citable, { ...at, query: text }),
          lookAt(text),
        ]);
        return itemsFor(found?.sources ?? [], text, made);
      },
    });
    if (!item) return false;
    picked = item.source;
    const found = picked === undefined ? await lookAt(query) : null;
    asksAddress = picked === undefined && found === null;
    if (found) understand(query, found);
    return true;
  };
  const addressStep: Step = async (place) => {
    let found: SourceGuess | null = null;
    const text = await askText(place, {
      title: l10n.t('{0}: Address and headline', newSource),
      prompt: l10n.t('Paste the address of the page, with its headline before or after it. Nothing is fetched.'),
      placeholder: l10n.t('For example: {0}', 'https://example.org/news/4100562 A headline'),
      value: typed,
      async read(said) {
        found = await lookAt(said);
        if (found?.known) {
          const label = labelText(found.known.label);
          return {
            text: said,
            message: l10n.t('The dataset has this page already: {0}. Press Enter to cite it.', label),
          };
        }
        if (found) return { text: said, message: null };
        return { text: null, message: l10n.t('An address begins with https:// or http://.') };
      },
    });
    const result = found as SourceGuess | null;
    if (text === undefined || !result) return false;
    picked = result.known?.id;
    if (!result.known) understand(text, result);
    return true;
  };
  const steps = (): Step[] => {
    const first = asksAddress ? [sourceStep, addressStep] : [sourceStep];
    if (picked !== undefined || !guess) return first;
    const { questions, given, kind } = guess;
    const making: Making = { client, uri, kind, title: newSource };
    const keep = (chosen: string) => {
      id = chosen;
    };
    const last = idStep(making, () => settingsOf(given, answers), keep);
    return [...first, ...questions.map((question) => stepFor(making, question, answers)), last];
  };
  const isDone = await ask(steps, () => picked !== undefined || guess !== undefined);
  if (!isDone) return undefined;
  if (picked !== undefined || !guess) return picked === undefined ? undefined : { source: picked };
  return { source: id, settings: settingsOf(guess.given, answers) };
}

/** The sources that there are, and the way to a new one: below those that somebody looks for, else above them. */
function itemsFor(sources: readonly CitableSource[], text: string, made: SourceGuess | null): SourceItem[] {
  const known = sources.map(
    (source): SourceItem => ({
      ...toItem({ ...source, detail: '' }),
      description: '',
      detail: [source.isCited ? l10n.t('cited here already') : '', labelText(source.detail), source.id]
        .filter((part) => part !== '')
        .join(' · '),
      source: source.id,
    }),
  );
  if (made?.known) return known;
  const label = made ? l10n.t('New source from this address…') : l10n.t('New source from an address and a headline…');
  const first: SourceItem = { label, iconPath: new ThemeIcon('add'), alwaysShow: true };
  if (!made && text.trim() !== '') return [...known, first];
  if (known.length === 0) return [first];
  const line: SourceItem = { label: l10n.t('sources of the dataset'), kind: QuickPickItemKind.Separator };
  return [first, line, ...known];
}

/** Makes the edits as one that can be undone, and puts the cursor behind what has come. */
async function write(client: BaseLanguageClient, { uri }: DraftPlace, { edits, creates }: Cite): Promise<void> {
  const converter = client.protocol2CodeConverter;
  const edit = new WorkspaceEdit();
  const target = converter.asUri(uri);
  if (creates) addFile(edit, creates);
  const document = await workspace.openTextDocument(target);
  edit.set(target, await converter.asTextEdits(edits));
  const [first] = edits;
  if (!(await apply(edit, creates?.path ?? target.path)) || !first) return;
  const editor = await window.showTextDocument(document, { preview: false });
  const end = document.positionAt(document.offsetAt(converter.asPosition(first.range.start)) + first.newText.length);
  editor.selection = new Selection(end, end);
  editor.revealRange(editor.selection);
}
