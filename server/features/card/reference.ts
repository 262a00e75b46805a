/** What there is to say of a reference: the card of the record it leads to, and how a state stood with the organization then. */
import * as l10n from '@vscode/l10n';
import type { SourceDocument } from '../../dataset/document.ts';
import { Reader } from '../../dataset/reader.ts';
import type { Workspace } from '../../dataset/workspace.ts';
import { recordCard } from '../card.ts';
import { clip, code } from '../markdown.ts';
import { standingSentence } from './standing.ts';

/** In characters. */
const LONGEST_NAME = 120;

/** A reference that leads nowhere by id but is a former id or a name of one record tells of that. */
export function aboutReference(
  { dataset, today }: Workspace,
  { record }: SourceDocument,
  kind: string,
  text: string,
): string | undefined {
  const reader = new Reader(dataset, today);
  const resolved = reader.resolve({ path: [], kind, id: text });
  if (resolved.type === 'unknown' || resolved.type === 'wrong-kind') return undefined;
  const [target, ...others] = resolved.type === 'found' ? [resolved.target] : resolved.owners;
  const document = target && others.length === 0 ? dataset.find(kind, target.id) : undefined;
  if (!document) return undefined;
  const card = recordCard(document, dataset);
  if (resolved.type !== 'found') {
    const [said, id] = [text, target!.id].map((name) => code(clip(name, LONGEST_NAME)));
    const role =
      resolved.type === 'former'
        ? l10n.t('{0} is a former id of {1}.', said ?? '', id ?? '')
        : l10n.t('{0} is a name of {1}.', said ?? '', id ?? '');
    return `${role}\n\n${card}`;
  }
  const standing = kind === 'state' && record ? standingSentence(reader, record, text, dataset) : undefined;
  return standing === undefined ? card : atHead(card, standing);
}

/** What is asked of a record in its place comes right below its title. */
function atHead(card: string, line: string): string {
  const [title, ...rest] = card.split('\n\n');
  return [title, line, ...rest].join('\n\n');
}
