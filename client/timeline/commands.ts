/** The commands that show the timeline, its panels, and how they follow the cursor. */
import {
  commands,
  type Disposable,
  type ExtensionContext,
  l10n,
  type TextEditor,
  type Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import {
  type DatasetParams,
  type DatasetStatus,
  LANGUAGE_ID,
  Method,
  type RecordAtParams,
  type TimelineUpdate,
} from '../../server/protocol.ts';
import { datasetsInQuestion, pickDataset } from '../datasets.ts';
import { isUp } from '../server-state.ts';
import { TimelinePanel } from './panel.ts';
import { askFormat } from './save.ts';

const VIEW_TYPE = 'securityInitiatives.timeline';

/** Registers "Show Timeline", "Show Timeline to the Side" and "Save Timeline As…", and brings panels back after a restart. */
export function registerTimeline(context: ExtensionContext, client: BaseLanguageClient): Disposable[] {
  const panels = new Set<TimelinePanel>();

  function adopt(panel: WebviewPanel, uri: string): TimelinePanel {
    const timeline = new TimelinePanel(panel, uri, client, context.extensionUri, () => panels.delete(timeline));
    panels.add(timeline);
    return timeline;
  }

  async function show(column: ViewColumn, resource: Uri | undefined): Promise<void> {
    const uri = resource?.toString() ?? shownRecord()?.document.uri.toString() ?? (await chosenDataset(client));
    if (uri === undefined) {
      await window.showInformationMessage(
        l10n.t('Open a record or a folder first: the timeline shows the dataset it belongs to.'),
      );
      return;
    }
    const known = await panelOf(uri);
    if (known) return known.reveal();
    const panel = window.createWebviewPanel(VIEW_TYPE, l10n.t('Timeline'), { viewColumn: column, preserveFocus: true });
    const timeline = adopt(panel, uri);
    await follow(window.activeTextEditor, [timeline]);
  }

  /** The panel that shows the dataset of a file or folder; only the server knows which of the folders around it that is. */
  async function panelOf(uri: string): Promise<TimelinePanel | undefined> {
    const same = [...panels].find((panel) => panel.uri === uri);
    if (same || panels.size === 0 || !isUp(client)) return same;
    const params: DatasetParams = { uri };
    const { dataset } = await client.sendRequest<DatasetStatus>(Method.datasetStatus, params);
    return [...panels].find((panel) => panel.dataset === dataset);
  }

  async function follow(editor: TextEditor | undefined, followers: Iterable<TimelinePanel>): Promise<void> {
    const all = [...followers];
    if (editor?.document.languageId !== LANGUAGE_ID || all.length === 0) return;
    if (!isUp(client)) return;
    const { line, character } = editor.selection.active;
    const params: RecordAtParams = { uri: editor.document.uri.toString(), position: { line, character } };
    const key = await client.sendRequest<string | null>(Method.recordAt, params);
    for (const panel of all) panel.select(key);
  }

  async function save(wanted: unknown): Promise<void> {
    const all = [...panels];
    const panel = all.find(({ active }) => active) ?? all.find(({ visible }) => visible);
    if (!panel) {
      await window.showInformationMessage(l10n.t('Show a timeline first: what is on screen is saved.'));
      return;
    }
    const format = await askFormat(wanted);
    if (format) panel.export(format);
  }

  return [
    commands.registerCommand('securityInitiatives.showTimeline', (uri?: Uri) => show(ViewColumn.Active, uri)),
    commands.registerCommand('securityInitiatives.showTimelineToSide', (uri?: Uri) => show(ViewColumn.Beside, uri)),
    commands.registerCommand('securityInitiatives.saveTimeline', save),
    client.onNotification(Method.timelineChanged, (update: TimelineUpdate) => {
      for (const panel of panels) panel.update(update);
    }),
    client.onDidChangeState(({ newState }) => {
      // A server that is new, as after a crash, knows of no panel until it is asked.
      if (newState === State.Running) for (const panel of panels) void panel.fill();
    }),
    window.onDidChangeTextEditorSelection(({ textEditor }) => follow(textEditor, panels)),
    window.onDidChangeActiveTextEditor((editor) => follow(editor, panels)),
    // A text that turns out to be a record is opened anew in its new language.
    workspace.onDidOpenTextDocument((document) => {
      const editor = window.activeTextEditor;
      return editor?.document === document ? follow(editor, panels) : undefined;
    }),
    window.registerWebviewPanelSerializer(VIEW_TYPE, {
      async deserializeWebviewPanel(panel: WebviewPanel, state: { dataset?: string } | undefined) {
        const uri = state?.dataset ?? workspace.workspaceFolders?.[0]?.uri.toString();
        if (uri === undefined) panel.dispose();
        else adopt(panel, uri);
      },
    }),
  ];
}

/** The editor that shows a record, the active one before others. */
function shownRecord(): TextEditor | undefined {
  const editors = [window.activeTextEditor, ...window.visibleTextEditors];
  return editors.find((editor) => editor?.document.languageId === LANGUAGE_ID);
}

/** Where no record is shown: the dataset that there is, else one that somebody picks, else the folder that records will be in. */
async function chosenDataset(client: BaseLanguageClient): Promise<string | undefined> {
  const all = isUp(client) ? await datasetsInQuestion(client) : [];
  if (all.length === 0) return workspace.workspaceFolders?.[0]?.uri.toString();
  return (await pickDataset(all, l10n.t('Show the timeline of which dataset?')))?.dataset;
}
