/** The Initiatives view: a tree of all records, in step with the server, that can be arranged and searched. */
import { commands, type Disposable, type ExtensionContext, l10n, window } from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import { type ExplorerChange, Method } from '../../server/protocol.ts';
import { Arrangement, groupings } from './arrangement.ts';
import { registerBadges } from './badges.ts';
import { Branches } from './branches.ts';
import { registerRecordCommands } from './commands.ts';
import { followEditor } from './following.ts';
import { searchIn } from './search.ts';

const VIEW = 'securityInitiatives.initiatives';
/** True while any dataset of the window has a record: welcomes and menus ask for it. */
const HAS_RECORDS = 'securityInitiatives.hasRecords';
/** Milliseconds that changes gather before the tree is asked for again: somebody who types makes many. */
const GATHERING = 400;

/** Registers the view and all that can be done in it. */
export function registerExplorer(context: ExtensionContext, client: BaseLanguageClient): Disposable[] {
  const arrangement = new Arrangement(context.workspaceState);
  const branches = new Branches(client, arrangement);
  const view = window.createTreeView(VIEW, { treeDataProvider: branches, showCollapseAll: true });
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStale = false;

  function refresh(): void {
    clearTimeout(timer);
    timer = undefined;
    isStale = !view.visible;
    if (view.visible) branches.refresh();
  }

  async function chooseGrouping(): Promise<void> {
    const choices = groupings().map(({ grouping, label }) => ({
      label,
      grouping,
      ...(grouping === arrangement.grouping && { description: l10n.t('now') }),
    }));
    const chosen = await window.showQuickPick(choices, {
      title: l10n.t('Group Initiatives By'),
      placeHolder: l10n.t('What the records of the view are grouped by'),
    });
    if (chosen) await arrangement.groupBy(chosen.grouping);
  }

  function head(found?: number, isCut = false): void {
    const { query, grouping } = arrangement;
    view.description = groupings().find((choice) => choice.grouping === grouping)!.head;
    view.message = query === '' ? '' : messageFor(query, found, isCut);
  }

  head();
  return [
    arrangement,
    branches,
    view,
    registerBadges(),
    commands.registerCommand('securityInitiatives.explorer.groupBy', async (wanted?: unknown) => {
      const choice = groupings().find(({ grouping }) => grouping === wanted);
      await (choice ? arrangement.groupBy(choice.grouping) : chooseGrouping());
    }),
    commands.registerCommand('securityInitiatives.explorer.search', async (text?: unknown) => {
      await commands.executeCommand(`${VIEW}.focus`);
      searchIn(arrangement, text);
    }),
    commands.registerCommand('securityInitiatives.explorer.clearSearch', () => arrangement.search('')),
    ...registerRecordCommands(() => view.selection[0]),
    ...followEditor({ client, view, branches, arrangement }),
    arrangement.onDidChange(() => {
      branches.startAnew();
      head();
      refresh();
    }),
    branches.onDidAnswer(({ hasRecords, found, isCut }) => {
      head(found, isCut);
      void commands.executeCommand('setContext', HAS_RECORDS, hasRecords);
    }),
    client.onNotification(Method.explorerChanged, ({ hasRecords }: ExplorerChange) => {
      void commands.executeCommand('setContext', HAS_RECORDS, hasRecords);
      timer ??= setTimeout(refresh, GATHERING);
    }),
    client.onDidChangeState(({ newState }) => {
      // A server that is new, as after a crash, knows nobody who looks until it is asked.
      if (newState === State.Running) refresh();
    }),
    view.onDidChangeVisibility(() => {
      if (isStale) refresh();
    }),
    { dispose: () => clearTimeout(timer) },
  ];
}

function messageFor(query: string, found: number | undefined, isCut: boolean): string {
  if (found === undefined) return l10n.t('Searching for “{0}”…', query);
  if (found === 0) return l10n.t('Nothing is found for “{0}”.', query);
  return isCut
    ? l10n.t('The first {1} records for “{0}”', query, found)
    : l10n.t('Records for “{0}”: {1}', query, found);
}
