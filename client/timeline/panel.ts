/** One timeline panel: carries updates to the page, and clicks there back to the text. */
import { l10n, Range, TextEditorRevealType, Uri, ViewColumn, type WebviewPanel, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type FromWebview,
  Method,
  type TimelineDetails,
  type TimelineEvent,
  type TimelineExport,
  type TimelineFormat,
  type TimelineParams,
  type TimelineRecordParams,
  type TimelineUpdate,
  type ToWebview,
} from '../../server/protocol.ts';
import { timelineHtml } from './html.ts';
import { saveTimeline } from './save.ts';

export class TimelinePanel {
  /** A file of the dataset that is shown; the server knows the dataset by it. */
  readonly uri: string;
  readonly #panel: WebviewPanel;
  readonly #client: BaseLanguageClient;
  readonly #extensionUri: Uri;
  readonly #locations = new Map<string, TimelineEvent['location']>();
  #dataset: string | undefined;
  #title = '';
  #selected: string | null = null;
  #filled = false;
  /** The record whose card the page waits for: a server that crashes owes it, and the next one is asked. */
  #owed: string | undefined;

  constructor(panel: WebviewPanel, uri: string, client: BaseLanguageClient, extensionUri: Uri, onClose: () => void) {
    this.uri = uri;
    this.#panel = panel;
    this.#client = client;
    this.#extensionUri = extensionUri;
    panel.onDidDispose(onClose);
    panel.webview.onDidReceiveMessage((message: FromWebview) => this.#receive(message));
    panel.webview.options = { enableScripts: true, localResourceRoots: [Uri.joinPath(extensionUri, 'dist/webview')] };
    panel.webview.html = timelineHtml(panel.webview, extensionUri, uri);
  }

  /** The root of the dataset, once the server has said which it is. */
  get dataset(): string | undefined {
    return this.#dataset;
  }

  /** Whether the panel has the focus, and whether it can be seen. */
  get active(): boolean {
    return this.#panel.active;
  }

  get visible(): boolean {
    return this.#panel.visible;
  }

  /** Asks the page to save itself; it must be in sight, as VS Code keeps no page that is not. */
  export(format: TimelineFormat): void {
    this.#post({ type: 'export', format });
  }

  reveal(column?: ViewColumn): void {
    this.#panel.reveal(column, true);
  }

  /** Takes over what has changed in the dataset; a panel of another dataset ignores it. */
  update(update: TimelineUpdate): void {
    if (this.#dataset !== undefined && update.dataset !== this.#dataset) return;
    this.#dataset = update.dataset;
    this.#title = update.title;
    this.#panel.title = l10n.t('{0} – Timeline', update.title);
    if (update.whole) this.#locations.clear();
    for (const key of update.removed) this.#locations.delete(key);
    for (const { key, location } of update.events) this.#locations.set(key, location);
    this.#post({ type: 'update', update });
  }

  /** Outlines the record under the cursor. */
  select(key: string | null): void {
    if (key === this.#selected) return;
    this.#selected = key;
    this.#post({ type: 'select', key, reveal: true });
  }

  async #receive(message: FromWebview): Promise<void> {
    switch (message.type) {
      case 'ready':
        return this.fill();
      case 'open':
        return this.#open(message.key, message.focus);
      case 'details':
        return this.#describe(message.key);
      case 'save':
      case 'saveHtml':
        return this.#save(message);
    }
  }

  #save(message: Extract<FromWebview, { type: 'save' | 'saveHtml' }>): Promise<void> {
    return saveTimeline(message, {
      title: this.#title,
      folder: folderOf(this.#dataset),
      extensionUri: this.#extensionUri,
      export: () =>
        this.#client.sendRequest<TimelineExport>(Method.timelineExport, { uri: this.uri } satisfies TimelineParams),
    });
  }

  async #describe(key: string): Promise<void> {
    this.#owed = key;
    const details = await this.#client.sendRequest<TimelineDetails | null>(Method.timelineDetails, this.#about(key));
    if (this.#owed === key) this.#owed = undefined;
    this.#post({ type: 'details', key, details });
  }

  #about(key: string): TimelineRecordParams {
    return { uri: this.uri, key };
  }

  /** Gives the page everything: it is new, or VS Code has let it go while it was hidden. */
  async fill(): Promise<void> {
    this.update(
      await this.#client.sendRequest<TimelineUpdate>(Method.timeline, { uri: this.uri } satisfies TimelineParams),
    );
    // What a page that comes back has saved holds until the cursor says otherwise; it has scrolled where it was left.
    if (this.#selected !== null) this.#post({ type: 'select', key: this.#selected, reveal: !this.#filled });
    this.#filled = true;
    if (this.#owed !== undefined) await this.#describe(this.#owed);
  }

  /** Shows a record in its text, in the editor that has it already if there is one. */
  async #open(key: string, focus: boolean): Promise<void> {
    const location =
      this.#locations.get(key) ??
      (await this.#client.sendRequest<TimelineEvent['location'] | null>(Method.recordLocation, this.#about(key)));
    if (!location) return;
    this.#selected = key.replace(/#.*/s, '');
    const { start, end } = location.range;
    const selection = new Range(start.line, start.character, end.line, end.character);
    const document = await workspace.openTextDocument(Uri.parse(location.uri));
    const shown = window.visibleTextEditors.find((editor) => editor.document === document);
    const viewColumn = shown?.viewColumn ?? this.#columnForText();
    const editor = await window.showTextDocument(document, { viewColumn, preserveFocus: !focus, selection });
    editor.revealRange(selection, TextEditorRevealType.InCenterIfOutsideViewport);
  }

  /** The first column that is not the panel's own. */
  #columnForText(): ViewColumn {
    const other = window.visibleTextEditors.find((editor) => editor.viewColumn !== this.#panel.viewColumn);
    if (other?.viewColumn !== undefined) return other.viewColumn;
    return this.#panel.viewColumn === ViewColumn.One ? ViewColumn.Beside : ViewColumn.One;
  }

  #post(message: ToWebview): void {
    void this.#panel.webview.postMessage(message);
  }
}

/** The folder of a dataset, or that of the file that is one by itself; none for what has never been saved. */
function folderOf(dataset: string | undefined): Uri | undefined {
  const uri = dataset === undefined ? undefined : Uri.parse(dataset);
  if (!uri || workspace.fs.isWritableFileSystem(uri.scheme) !== true) return undefined;
  return /\.ya?ml$/i.test(uri.path) ? Uri.joinPath(uri, '..') : uri;
}
