/** Go to definition: from a reference to its record, from an alias to its anchor. */
import type { LocationLink } from 'vscode-languageserver-types';
import type { Workspace } from '../dataset/workspace.ts';
import type { Converter } from './convert.ts';
import { locate } from './locate.ts';

/** Where the reference or alias at an offset leads; nothing elsewhere, or when it leads nowhere. */
export function definition(workspace: Workspace, uri: string, offset: number, converter: Converter): LocationLink[] {
  const at = locate(workspace, uri, offset);
  if (at?.on !== 'value') return [];
  const origin = converter.range(at.document, at.span);
  if (at.node.type === 'alias') {
    const { target } = at.node;
    if (!target) return [];
    const range = converter.range(at.document, target);
    return [
      {
        originSelectionRange: origin,
        targetUri: converter.location(at.document, target).uri,
        targetRange: range,
        targetSelectionRange: range,
      },
    ];
  }
  if (!at.schema?.reference || at.node.type !== 'scalar') return [];
  const record = workspace.dataset.find(at.schema.reference, String(at.node.value));
  return record ? [converter.recordLink(record, origin)] : [];
}
