/** Code lenses above each record: who refers to it, what was proposed there, and who had the chair before and after. */
import * as l10n from '@vscode/l10n';
import type { CodeLens, Command, Location } from 'vscode-languageserver-types';
import { counted } from '../../l10n/language.ts';
import type { Dataset } from '../dataset/dataset.ts';
import type { SourceDocument } from '../dataset/document.ts';
import { documentsNaming, isNamed, ownPlace, placesNaming, recordsWithId, referenceCount } from '../dataset/places.ts';
import { hasRecord, type RecordDocument } from '../dataset/record-index.ts';
import { lineAt, type Span } from '../dataset/text.ts';
import type { Workspace } from '../dataset/workspace.ts';
import { neighboursOf } from '../rules/support/chair-order.ts';
import { proposalsMade } from '../rules/support/occasions.ts';
import type { Converter } from './convert.ts';
import { documentsIn } from './locate.ts';

/** What lenses need to know of the client: its commands that lead to places. */
export interface LensClient {
  readonly goToCommand: string | undefined;
  readonly referencesCommand: string | undefined;
}

/** Which lenses are wanted. */
export interface LensSettings {
  readonly references: boolean;
  readonly proposals: boolean;
  readonly chairmanships: boolean;
}

/** What a lens shows of which record; what it says is worked out when it comes into view. */
export interface LensData {
  readonly uri: string;
  readonly kind: string;
  readonly id: string;
  readonly shows: 'references' | 'proposals' | 'before' | 'after';
}

/** From so many places on the command is to look for them itself: to find each would take longer than a lens may. */
const MANY = 200;

/** A line with more than a comment, a directive or the sign of a new document. */
const FIRST_LINE = /^(?![ \t]*(?:#|\r?$)|%|---(?:[ \t]*(?:#.*)?\r?$))/m;

/** The lenses of a file without what they say: that costs no more than to know that there is something. */
export function codeLenses(
  workspace: Workspace,
  uri: string,
  converter: Converter,
  settings: LensSettings,
): CodeLens[] {
  const { dataset } = workspace;
  return documentsIn(workspace, uri).flatMap((document) => {
    const { kind, id } = document.record ?? {};
    if (kind === undefined || id === undefined) return [];
    const shown: LensData['shows'][] = [];
    if (settings.references && isNamed(dataset, kind, id)) shown.push('references');
    if (settings.proposals && proposalsMade(dataset, kind, id).length > 0) shown.push('proposals');
    const beside = settings.chairmanships ? neighboursOf(workspace.reader(), document) : undefined;
    if (beside?.before) shown.push('before');
    if (beside?.after) shown.push('after');
    if (shown.length === 0) return [];
    const range = converter.range(document, headLine(document));
    return shown.map((shows) => ({ range, data: { uri, kind, id, shows } satisfies LensData }));
  });
}

/** The documents that have to be looked at closely for the places that a lens lists. */
export function documentsBehind({ data }: CodeLens, { dataset }: Workspace, client: LensClient): SourceDocument[] {
  const { kind, id, shows } = data as LensData;
  if (client.referencesCommand === undefined) return [];
  if (shows === 'proposals') return proposalsMade(dataset, kind, id).map(({ document }) => document);
  return shows === 'references' && listsPlaces(dataset, kind, id) ? documentsNaming(dataset, kind, id) : [];
}

function listsPlaces(dataset: Dataset, kind: string, id: string): boolean {
  return referenceCount(dataset, kind, id) < MANY;
}

/** What a lens says and where it leads; one whose record is gone meanwhile says nothing. */
export function resolveCodeLens(
  lens: CodeLens,
  workspace: Workspace,
  converter: Converter,
  client: LensClient,
): CodeLens {
  const data = lens.data as LensData;
  const document = documentsIn(workspace, data.uri)
    .filter(hasRecord)
    .find(({ record }) => record.kind === data.kind && record.id === data.id);
  return { ...lens, command: (document && commandOf(data, document)) ?? plain('') };

  function commandOf({ kind, id, shows }: LensData, document: RecordDocument): Command | undefined {
    if (shows === 'references') {
      const { dataset } = workspace;
      const title = counted(referenceCount(dataset, kind, id), l10n.t('{0} reference|{0} references'));
      return listing(title, document, () =>
        listsPlaces(dataset, kind, id) ? placesNaming(dataset, kind, id).map(locationOf) : undefined,
      );
    }
    if (shows === 'proposals') {
      const made = proposalsMade(workspace.dataset, kind, id);
      return listing(counted(made.length, l10n.t('{0} proposal made here|{0} proposals made here')), document, () =>
        made.map(({ document: proposal, path }) => locationOf({ document: proposal, span: proposal.spanOf(path) })),
      );
    }
    const neighbour = neighboursOf(workspace.reader(), document)?.[shows];
    if (!neighbour) return undefined;
    const name = neighbour.year === null ? neighbour.name : `${neighbour.name} ${neighbour.year}`;
    const [target] = recordsWithId(workspace.dataset, kind, neighbour.id);
    return leading(shows === 'before' ? `← ${name}` : `${name} →`, target);
  }

  /** A lens that lists places; where it has none the client looks for them itself. */
  function listing(title: string, document: RecordDocument, placesOf: () => Location[] | undefined): Command {
    const { referencesCommand } = client;
    if (referencesCommand === undefined) return plain(title);
    const { uri, range } = locationOf(ownPlace(document));
    const places = placesOf();
    return { title, command: referencesCommand, arguments: [uri, range.start, ...(places ? [places] : [])] };
  }

  function leading(title: string, target: RecordDocument | undefined): Command {
    if (client.goToCommand === undefined || !target) return plain(title);
    return { title, command: client.goToCommand, arguments: [locationOf(ownPlace(target))] };
  }

  function locationOf({ document, span }: { readonly document: SourceDocument; readonly span: Span }): Location {
    return converter.location(document, span);
  }
}

/** A lens that leads nowhere. */
function plain(title: string): Command {
  return { title, command: '' };
}

/** The first line of a record, found without reading its YAML again. */
function headLine({ yaml: { text } }: SourceDocument): Span {
  return lineAt(text, Math.max(0, text.search(FIRST_LINE)));
}
