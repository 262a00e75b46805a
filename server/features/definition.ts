/** Go to definition: from a reference to its record, from an alias to its anchor. */
import type { LocationLink } from 'vscode-languageserver-types';
import { recordsMeant } from '../dataset/places.ts';
import type { Workspace } from '../dataset/workspace.ts';
import { pathAt } from '../dataset/yaml/tree.ts';
import type { Converter } from './convert.ts';
import { type AnchorSubject, subjectAt } from './subject.ts';

/**
 * Where the reference or alias at an offset leads: every record that is meant, of which there are several only where
 * something is wrong. An id or an anchor leads to itself, whereupon editors show its references instead.
 */
export function definition(workspace: Workspace, uri: string, offset: number, converter: Converter): LocationLink[] {
  const subject = subjectAt(workspace, uri, offset);
  if (!subject) return [];
  if (subject.type === 'anchor') return anchorLinks(subject, converter);
  const origin = converter.range(subject.document, subject.span);
  const records = recordsMeant(workspace.dataset, subject.kind, subject.id);
  return records.map((document) => converter.recordLink(document, origin));
}

/** The link lands on the anchor's name, and what the anchor stands on is what an editor may show around it. */
function anchorLinks({ document, anchor, span }: AnchorSubject, converter: Converter): LocationLink[] {
  if (!anchor) return [];
  const node = pathAt(document.yaml.root, span.start)?.node;
  const end = Math.max(anchor.end, node?.type === 'alias' ? (node.target?.end ?? 0) : 0);
  return [
    {
      originSelectionRange: converter.range(document, span),
      targetUri: converter.spelled(document.uri),
      targetRange: converter.range(document, { start: anchor.start - 1, end }),
      targetSelectionRange: converter.range(document, anchor),
    },
  ];
}
