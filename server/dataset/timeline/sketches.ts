/** What a record of each kind puts on the timeline before it has a key: its date, its lanes, its ties. */
import * as l10n from '@vscode/l10n';
import type { DatasetRecord } from '../record.ts';
import type { YamlValue } from '../yaml/tree.ts';
import { asMoment, drawn, span } from './date.ts';
import type { KnownRecord, LaneDimension, Lookup, TieType, TimelineDate, TimelineLink, TimelineStep } from './entry.ts';
import { dateOfSummit, openingOf, storyOf } from './story.ts';
import { keyOf, list, map, text, texts, unique } from './values.ts';

/** One record as it is drawn. */
export interface Sketch {
  readonly date?: TimelineDate | undefined;
  /** When it is to be carried out: drawn as a mark of its own. */
  readonly target?: TimelineDate | undefined;
  readonly lanes: Partial<Record<LaneDimension, string[]>>;
  readonly role?: 'band';
  readonly links: readonly TimelineLink[];
  /** What stands in the place of a name, for kinds that have none. */
  readonly title?: string | undefined;
  readonly story?: readonly TimelineStep[];
}

/** How records of each kind are drawn; kinds that are not listed are not drawn. */
export const sketches: Readonly<Record<string, (record: DatasetRecord, reader: Lookup) => Sketch>> = {
  summit({ value }, reader) {
    const people = list(value.participants).flatMap((entry) => texts(map(entry).person));
    return {
      date: drawn(value.date),
      lanes: {
        organization: organizationOf(text(value.organization), text(value.body), reader),
        state: unique([...texts(value.host), ...list(value.participants).flatMap((entry) => texts(map(entry).state))]),
        person: unique([...texts(map(value.chair).person), ...people]),
        domain: list(value.topics).flatMap(texts),
      },
      links: [
        ...link('summit', value.parent, 'parent'),
        ...list(value.outcomes).flatMap((outcome) => link('document', map(outcome).document, 'outcome')),
      ],
    };
  },
  proposal({ value }, reader) {
    const summit = view(reader, 'summit', value.made_at);
    const context = view(reader, 'chairmanship', value.context);
    const target = map(value.target);
    const addressee = map(value.addressed_to);
    const result = map(value.result);
    const organizations = organizationOf(text(addressee.organization), text(addressee.body), reader);
    const parties = list(value.parties).map(map);
    const steps = list(value.history).map(map);
    const story = storyOf(value, reader);
    return {
      date:
        drawn(value.date) ??
        dateOfSummit(value.made_at, reader) ??
        openingOf(story)?.date ??
        within(context) ??
        story[0]?.date,
      target: drawn(target.date),
      lanes: {
        organization:
          organizations.length > 0 ? organizations : texts(summit?.get('organization') ?? context?.get('organization')),
        state: unique(parties.flatMap((party) => texts(party.state))),
        person: unique(parties.flatMap((party) => texts(party.person))),
        domain: list(value.domains).flatMap(texts),
      },
      links: [
        ...link('summit', value.made_at, 'made-at'),
        ...link('chairmanship', value.context, 'context'),
        ...link('summit', target.summit, 'target'),
        ...['document', 'summit', 'organization'].flatMap((kind) => link(kind, result[kind], 'result')),
        ...steps.flatMap((step) => ['summit', 'document'].flatMap((kind) => link(kind, step[kind], 'step'))),
        ...list(value.relations).flatMap((relation) => link('proposal', map(relation).proposal, 'related')),
      ],
      story,
    };
  },
  chairmanship({ value }, reader) {
    const organization = view(reader, 'organization', value.organization);
    const state = view(reader, 'state', value.state)?.label ?? text(value.state);
    const body = text(organization?.get('abbreviation')) ?? organization?.label ?? text(value.organization);
    return {
      date: span(value.from, value.to),
      lanes: { organization: texts(value.organization), state: texts(value.state) },
      role: 'band',
      links: [
        ...link('chairmanship', value.predecessor, 'predecessor'),
        ...link('summit', map(value.decided).summit, 'decided'),
        ...list(value.priorities).flatMap((proposal) => link('proposal', proposal, 'priority')),
      ],
      title:
        state === undefined
          ? undefined
          : body === undefined
            ? l10n.t('Chair: {0}', state)
            : l10n.t('{0} chair: {1}', body, state),
    };
  },
  document({ value }, reader) {
    const organizations = organizationOf(text(value.organization), text(value.body), reader);
    const summit = view(reader, 'summit', value.adopted_at);
    return {
      date:
        drawn(value.adopted) ?? drawn(value.signed) ?? drawn(value.in_force) ?? dateOfSummit(value.adopted_at, reader),
      lanes: {
        organization: organizations.length > 0 ? organizations : texts(summit?.get('organization')),
        domain: list(value.topics).flatMap(texts),
      },
      links: [
        ...link('summit', value.adopted_at, 'made-at'),
        ...list(value.relates_to).flatMap((document) => link('document', document, 'related')),
      ],
    };
  },
  organization({ value, id }, reader) {
    const founded = map(value.founded);
    return {
      date: asMoment(drawn(founded.signed) ?? drawn(founded.in_force)),
      lanes: { organization: organizationOf(undefined, id, reader), state: texts(map(value.seat).state) },
      links: [
        ...link('organization', value.parent, 'parent'),
        ...link('organization', value.predecessor, 'predecessor'),
      ],
    };
  },
};

/** The organization an entry belongs to: the one named, else the topmost that its body is a part of. */
function organizationOf(organization: string | undefined, body: string | undefined, reader: Lookup): string[] {
  if (organization !== undefined) return [organization];
  let current = body;
  for (let depth = 0; current !== undefined && depth < 10; depth++) {
    const parent = text(reader.find('organization', current)?.get('parent'));
    if (parent === undefined) return [current];
    current = parent;
  }
  return [];
}

/** Some moment of a chairmanship, for what was said in its programme without a date. */
function within(chairmanship: KnownRecord | undefined): TimelineDate | undefined {
  return asMoment(span(chairmanship?.get('from'), chairmanship?.get('to')));
}

function view(reader: Lookup, kind: string, id: YamlValue | undefined): KnownRecord | undefined {
  return typeof id === 'string' ? reader.find(kind, id) : undefined;
}

function link(kind: string, id: YamlValue | undefined, type: TieType): TimelineLink[] {
  return texts(id).map((one) => ({ to: keyOf(kind, one), type }));
}
