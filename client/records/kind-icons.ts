/** The signs of the kinds of record, the same in lists as in the Initiatives view. */
import { ThemeIcon } from 'vscode';
import { GENERAL_ICON, KIND_ICONS } from '../explorer/item.ts';

/** The sign of a kind. */
export function kindIcon(kind: string): ThemeIcon {
  return new ThemeIcon(KIND_ICONS.get(kind) ?? GENERAL_ICON);
}
