/** Inlay hints: the names of records beside their ids, and dates in words beside their EDTF. */
import type { InlayHint, Location, MarkupKind, Range } from 'vscode-languageserver-types';
import { inWords, parseEdtf } from '../dataset/dates/edtf.ts';
import { fold } from '../dataset/names/names.ts';
import { ownPlace } from '../dataset/places.ts';
import type { RecordDocument } from '../dataset/record-index.ts';
import { isDateSchema } from '../dataset/schema.ts';
import type { Workspace } from '../dataset/workspace.ts';
import { recordCard } from './card.ts';
import type { Converter } from './convert.ts';
import { type DescribedScalar, describedScalars, documentsWithin } from './described.ts';
import { clip, markup } from './markdown.ts';

/** What hints need to know of the client: what of a hint it asks for when it is looked at. */
export interface HintClient {
  readonly hoverMarkup: MarkupKind;
  readonly resolvesHintTooltips: boolean;
  readonly resolvesHintLocations: boolean;
}

/** Which hints are wanted. */
export interface HintSettings {
  readonly names: boolean;
  readonly dates: boolean;
}

/** The record that a hint names. */
export interface HintData {
  readonly uri: string;
  readonly kind: string;
  readonly id: string;
}

/** The characters that a hint may have before its ellipsis: it stands between what people have written. */
const LONGEST = 39;

/** The hints of a range of a file, each right after what it is about. */
export function inlayHints(
  workspace: Workspace,
  uri: string,
  range: Range,
  converter: Converter,
  settings: HintSettings,
  client: HintClient,
): InlayHint[] {
  const wanted = { start: converter.offset(uri, range.start), end: converter.offset(uri, range.end) };
  return documentsWithin(workspace, uri, wanted).flatMap(({ document, span }) =>
    describedScalars(document, span).flatMap((described): InlayHint[] => {
      const { end } = described.node;
      const label = end > span.end ? undefined : labelOf(described);
      return label ? [{ position: converter.position(uri, document.start + end), paddingLeft: true, ...label }] : [];
    }),
  );

  function labelOf(described: DescribedScalar): Pick<InlayHint, 'label' | 'data'> | undefined {
    if (described.on === 'key') return undefined;
    if (described.schema.reference) {
      const record = settings.names ? recordBehind(described, workspace) : undefined;
      return record && nameHint(record);
    }
    const words = settings.dates ? dateWords(described) : undefined;
    return words === undefined ? undefined : { label: words };
  }

  function nameHint(record: RecordDocument): Pick<InlayHint, 'label' | 'data'> {
    const { kind, id = '', label } = record.record;
    const location = client.resolvesHintLocations ? undefined : placeOf(record, converter);
    const data: HintData | undefined =
      client.resolvesHintLocations || client.resolvesHintTooltips ? { uri, kind, id } : undefined;
    return {
      label: [{ value: clip(label.replace(/\s+/g, ' ').trim(), LONGEST), ...(location && { location }) }],
      ...(data && { data }),
    };
  }
}

/** Adds what only somebody who looks at a hint wants to know: where its record is, and its card. */
export function resolveInlayHint(
  hint: InlayHint,
  workspace: Workspace,
  converter: Converter,
  client: HintClient,
): InlayHint {
  const data = hint.data as HintData | undefined;
  const record = data && workspace.dataset.find(data.kind, data.id);
  if (!record) return hint;
  const location = placeOf(record, converter);
  const label = typeof hint.label === 'string' ? [{ value: hint.label }] : hint.label;
  return {
    ...hint,
    label: label.map((part) => ({ ...part, location })),
    ...(client.resolvesHintTooltips && { tooltip: markup(recordCard(record, workspace.dataset), client.hoverMarkup) }),
  };
}

/** The record that a reference leads to, unless its name says nothing that the id does not say already. */
function recordBehind({ node, scalar, schema }: DescribedScalar, workspace: Workspace): RecordDocument | undefined {
  if (typeof scalar.value !== 'string') return undefined;
  const found = workspace.dataset.find(schema.reference!, scalar.value);
  // An alias does not show the id.
  const isPlain = found !== undefined && node.type !== 'alias' && fold(found.record.label) === fold(scalar.value);
  return isPlain ? undefined : found;
}

/** A date in words, unless it is a day or a year that everybody can read, or the words are no others. */
function dateWords({ node, scalar, schema }: DescribedScalar): string | undefined {
  if (!isDateSchema(schema)) return undefined;
  const date = parseEdtf(scalar.value, schema.format === 'edtf-date-time');
  if (!date) return undefined;
  const words = inWords(date).replace(/^some time in (the )?/, '');
  const { precision, approximate, uncertain } = date.start;
  const isPlain =
    date.shape === 'moment' && (precision === 'day' || precision === 'year') && !approximate && !uncertain;
  return (isPlain && node.type !== 'alias') || words === date.text ? undefined : words;
}

function placeOf(record: RecordDocument, converter: Converter): Location {
  const { document, span } = ownPlace(record);
  return converter.location(document, span);
}
