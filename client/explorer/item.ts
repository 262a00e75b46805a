/** How a branch of the tree looks and sounds: its name, its sign, what stands beside it, what a screen reader says. */
import { l10n, MarkdownString, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import type { ExplorerNode, ExplorerView } from '../../server/protocol.ts';
import { branchUri } from './badges.ts';

/** The command that a click runs. */
export const OPEN = 'securityInitiatives.explorer.open';

/** What a click passes beside the branch, so that the focus stays in the tree. */
export const FROM_CLICK = 'click';

/** Of this many records that a search finds all branches are open. */
const FEW_FOUND = 200;

/** Kinds that are not here have the general sign. */
export const KIND_ICONS: ReadonlyMap<string, string> = new Map([
  ['organization', 'organization'],
  ['summit', 'calendar'],
  ['proposal', 'lightbulb'],
  ['document', 'file'],
  ['chairmanship', 'star-empty'],
  ['person', 'account'],
  ['state', 'globe'],
  ['source', 'references'],
]);
export const GENERAL_ICON = 'symbol-misc';

const ICONS: Readonly<Record<Exclude<ExplorerNode['type'], 'record'>, string>> = {
  dataset: 'database',
  kind: 'folder',
  value: 'tag',
  none: 'circle-slash',
  year: 'history',
  month: 'history',
  letter: 'case-sensitive',
};

/** Tells a branch from all others of a tree, for as long as the tree is arranged in one way. */
export function idOf({ dataset, path }: Pick<ExplorerNode, 'dataset' | 'path'>, view: ExplorerView): string {
  return JSON.stringify([view.grouping, view.query, dataset, ...path]);
}

/** The branch as VS Code shows it. `found` says how many records a search has found. */
export function toItem(node: ExplorerNode, view: ExplorerView, found: number): TreeItem {
  const item = new TreeItem(nameOf(node, view), stateOf(node, view, found));
  item.id = idOf(node, view);
  item.iconPath = iconOf(node);
  item.description = descriptionOf(node);
  item.contextValue = contextOf(node);
  item.accessibilityInformation = { label: spoken(node, view) };
  const uri = branchUri(node);
  if (uri) item.resourceUri = uri;
  if (node.type === 'record') {
    item.command = { command: OPEN, title: l10n.t('Open'), arguments: [node, FROM_CLICK] };
  } else item.tooltip = spoken(node, view);
  return item;
}

/** A tooltip of the record's card, or of what is said of it anyway where it has none. */
export function tooltipOf(node: ExplorerNode, view: ExplorerView, card: string | null): MarkdownString {
  const tooltip = new MarkdownString();
  if (card === null) tooltip.appendText(spoken(node, view));
  else tooltip.appendMarkdown(card);
  if (node.isBroken) tooltip.appendMarkdown('\n\n---\n\n').appendText(broken());
  return tooltip;
}

/** What a branch is called. */
export function nameOf({ type, label, path }: ExplorerNode, view: ExplorerView): string {
  if (type !== 'none') return label;
  if (path.at(-1) !== 'none') return l10n.t('Without a date');
  switch (view.grouping) {
    case 'organization':
      return l10n.t('Without an organization');
    case 'state':
      return l10n.t('Without a state');
    case 'domain':
      return l10n.t('Without a domain');
    case 'status':
      return l10n.t('Without a status');
    case 'year':
      return l10n.t('Without a date');
  }
}

function stateOf({ isBranch, type }: ExplorerNode, { query }: ExplorerView, found: number): TreeItemCollapsibleState {
  if (!isBranch) return TreeItemCollapsibleState.None;
  const isOpen = type === 'dataset' || (query !== '' && found <= FEW_FOUND);
  return isOpen ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
}

function iconOf({ type, kind }: ExplorerNode): ThemeIcon {
  if (type !== 'record') return new ThemeIcon(ICONS[type]);
  return new ThemeIcon(KIND_ICONS.get(kind ?? '') ?? GENERAL_ICON);
}

function descriptionOf({ date, records, isBranch, isBroken }: ExplorerNode): string {
  const parts = [date, isBranch ? String(records) : undefined, isBroken ? l10n.t('broken') : undefined];
  return parts.filter((part) => part !== undefined).join(' · ');
}

/** For the conditions of menus: `record.summit.own`, `record.state.shipped`, `group.year`, `group.dataset`. */
function contextOf({ type, kind, isShipped }: ExplorerNode): string {
  return type === 'record' ? `record.${kind}.${isShipped ? 'shipped' : 'own'}` : `group.${type}`;
}

/** All that is seen, in words. */
function spoken(node: ExplorerNode, view: ExplorerView): string {
  const { type, kind, date, records, errors, warnings, isBranch, isBroken } = node;
  const parts = [
    nameOf(node, view),
    type === 'record' ? kind : undefined,
    date,
    isBranch ? l10n.t('records: {0}', records) : undefined,
    errors > 0 ? l10n.t('errors: {0}', errors) : undefined,
    warnings > 0 ? l10n.t('warnings: {0}', warnings) : undefined,
    isBroken ? broken() : undefined,
  ];
  return parts.filter((part) => part !== undefined).join(', ');
}

function broken(): string {
  return l10n.t('The text cannot be read right now; this is what it said last.');
}
