/** The badges of branches: how many errors or warnings there are in a record and below it, in the colours that files have. */
import {
  type Disposable,
  type FileDecoration,
  type FileDecorationProvider,
  l10n,
  ThemeColor,
  Uri,
  window,
} from 'vscode';
import type { ExplorerNode } from '../../server/protocol.ts';

/** Nothing can be opened by it: it carries the counts. */
const SCHEME = 'security-initiatives-branch';
/** A badge has room for two characters. */
const MOST = 9;

/** The address by which a branch asks for its badge; none for one with nothing wrong. */
export function branchUri({ errors, warnings, isBroken }: ExplorerNode): Uri | undefined {
  if (errors === 0 && warnings === 0 && !isBroken) return undefined;
  return Uri.from({ scheme: SCHEME, path: '/', query: JSON.stringify([errors, warnings, isBroken === true]) });
}

/** Answers for the addresses of branches. */
export function registerBadges(): Disposable {
  const provider: FileDecorationProvider = {
    provideFileDecoration: (uri) => (uri.scheme === SCHEME ? badgeOf(JSON.parse(uri.query)) : undefined),
  };
  return window.registerFileDecorationProvider(provider);
}

function badgeOf([errors, warnings, isBroken]: [errors: number, warnings: number, isBroken: boolean]): FileDecoration {
  const count = errors || warnings;
  const color = new ThemeColor(errors > 0 || isBroken ? 'list.errorForeground' : 'list.warningForeground');
  const said = [
    errors > 0 ? l10n.t('errors: {0}', errors) : undefined,
    warnings > 0 ? l10n.t('warnings: {0}', warnings) : undefined,
  ];
  const tooltip = said.filter((part) => part !== undefined).join(', ');
  return { badge: count === 0 ? '!' : count > MOST ? `${MOST}+` : String(count), color, ...(tooltip && { tooltip }) };
}
