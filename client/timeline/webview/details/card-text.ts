/** What the card of a record says, as plain values: no DOM, so that two cards can be compared. */
import * as l10n from '@vscode/l10n';
import type {
  LaneNames,
  TimelineCitation,
  TimelineDetails,
  TimelineEvent,
  TimelineFact,
} from '../../../../server/protocol.ts';
import { DIMENSION_NAMES, laneNameOf } from '../../drawing/lanes.ts';
import { type Links, recordOf } from '../../drawing/links.ts';
import { sayWord } from '../../drawing/status.ts';

/** A record that is spoken of. */
export interface Mention {
  /** `<kind>/<id>`, or the key of its entry if it is on the timeline. */
  readonly key: string;
  readonly title: string;
  /** Whether choosing it leads anywhere: to its text, or to the drawing where there is no text. */
  readonly opens: boolean;
}

export interface StepText {
  readonly status: string;
  readonly when: string;
  readonly edtf: string;
  readonly summit: Mention | null;
  readonly document: Mention | null;
}

export interface CitationText extends Omit<TimelineCitation, 'key' | 'title' | 'url'> {
  readonly source: Mention;
  readonly link: { readonly href: string; readonly words: string } | null;
  /** An address that is no link, as it cannot be trusted to be one. */
  readonly address: string | null;
}

export interface RelationText extends Mention {
  readonly kind: string;
  readonly status: string | undefined;
  readonly role: string;
  readonly when: string | undefined;
}

export interface CardText {
  readonly key: string;
  readonly title: string;
  readonly kind: string;
  readonly status: string | undefined;
  readonly when: string;
  readonly edtf: string;
  /** Whether there is a text in which the record can be opened. */
  readonly opens: boolean;
  readonly lanes: readonly TimelineFact[];
  readonly facts: readonly TimelineFact[];
  readonly problems: TimelineEvent['problems'];
  readonly story: readonly StepText[];
  readonly citations: readonly CitationText[];
  readonly names: readonly RelationText[];
  readonly namedBy: readonly RelationText[];
  /** How many there are that are not listed. */
  readonly moreCitations: number;
  readonly moreRelated: number;
}

export interface CardScene {
  readonly event: TimelineEvent;
  /** null while they are on their way. */
  readonly details: TimelineDetails | null;
  readonly laneNames: LaneNames;
  readonly links: Links;
  /** Whether records can be opened in their text; else they are looked for in the drawing. */
  readonly opensRecords: boolean;
}

export function cardText({ event, details, laneNames, links, opensRecords }: CardScene): CardText {
  const related = details?.related ?? [];
  const mention = (key: string, title?: string): Mention => {
    const entry = links.find(key);
    const known = title ?? entry?.title ?? related.find((other) => other.key === key)?.title;
    return { key: entry?.key ?? key, title: known ?? nameOf(key), opens: opensRecords || entry !== undefined };
  };
  const relations = (direction: 'names' | 'named-by'): RelationText[] =>
    related
      .filter((other) => other.direction === direction)
      .map(({ key, kind, title, role, when }) => ({
        ...mention(key, title),
        kind,
        status: links.find(key)?.status,
        role,
        when: when ?? links.find(key)?.date.words,
      }));
  const main = links.find(recordOf(event.key));
  return {
    key: event.key,
    title: event.title,
    kind: event.kind,
    status: event.status,
    when: event.date.words,
    edtf: event.date.edtf,
    opens: opensRecords,
    lanes: lanesOf(event, laneNames),
    facts: details?.facts ?? [],
    problems: event.problems,
    story: (event.story ?? main?.story ?? []).map(({ status, date, summit, document }) => ({
      status,
      when: date.words,
      edtf: date.edtf,
      summit: summit === undefined ? null : mention(summit),
      document: document === undefined ? null : mention(document),
    })),
    citations: (details?.citations ?? []).map(({ key, title, url, ...rest }) => {
      const link = linkOf(url);
      return { ...rest, source: mention(key, title), link, address: link ? null : (url ?? null) };
    }),
    names: relations('names'),
    namedBy: relations('named-by'),
    moreCitations: details?.moreCitations ?? 0,
    moreRelated: details?.moreRelated ?? 0,
  };
}

function lanesOf(event: TimelineEvent, names: LaneNames): TimelineFact[] {
  return (['organization', 'state', 'person', 'domain'] as const).flatMap((dimension) => {
    const keys = event.lanes[dimension] ?? [];
    if (keys.length === 0) return [];
    const label = keys.length === 1 ? DIMENSION_NAMES[dimension] : PLURALS[dimension];
    return [{ label, text: keys.map((key) => laneNameOf(names, dimension, key).name).join(', ') }];
  });
}

const PLURALS = {
  organization: l10n.t('Organizations'),
  state: l10n.t('States'),
  person: l10n.t('Persons'),
  domain: l10n.t('Domains'),
} as const;

/** Only pages of the web are links: any other address could do something when it is clicked. */
function linkOf(url: string | undefined): CitationText['link'] {
  if (url === undefined || !URL.canParse(url)) return null;
  const { protocol, href, host, pathname } = new URL(url);
  if (protocol !== 'http:' && protocol !== 'https:') return null;
  return { href, words: pathname === '/' ? host : `${host}${decoded(pathname)}` };
}

function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

/** "source/akorda-2025" → "Akorda 2025": what a record is called of which nothing but the key is known. */
function nameOf(key: string): string {
  return sayWord(recordOf(key).replace(/^[^/]*\//, ''));
}
