/** Records as things of schema.org, kind by kind. */
import { list, map, text, texts, unique } from '../../dataset/timeline/values.ts';
import { SOURCE } from '../../dataset/timeline/words.ts';
import type { YamlRecord, YamlValue } from '../../dataset/yaml/tree.ts';
import type { ExportedRecord } from '../dataset.ts';
import { webAddress } from '../meaning/words.ts';
import { iri, ref, refs, type Thing, type ThingValue } from './context.ts';
import { betweenAs, dateAs, edtfText, isoText, spanAs } from './dates.ts';
import { inLanguage, namesOf } from './names.ts';

const ACTORS = ['person', 'organization', 'state'];
const NO_TYPE = 'CreativeWork';
/** What sort of text a source is; those that are not listed are works of some sort. */
const SOURCE_TYPES: ReadonlyMap<YamlValue, string> = new Map([
  ['news-agency', 'NewsArticle'],
  ['newspaper', 'NewsArticle'],
  ['official', 'WebPage'],
  ['analysis', 'Report'],
]);
/** Roles in which one makes a proposal one's own. */
const MAKERS: readonly (YamlValue | undefined)[] = ['proposer', 'co-sponsor', 'announcer'];
const MODES: ReadonlyMap<YamlValue, string> = new Map([
  ['in-person', 'OfflineEventAttendanceMode'],
  ['online', 'OnlineEventAttendanceMode'],
  ['hybrid', 'MixedEventAttendanceMode'],
]);
/** Schema.org has no word for a meeting that took place: it is one that is scheduled, in the past. */
const STATUSES: ReadonlyMap<YamlValue, string> = new Map([
  ['cancelled', 'EventCancelled'],
  ['postponed', 'EventPostponed'],
]);

const makers: Readonly<Record<string, (value: YamlRecord) => Thing>> = {
  summit: (value) => ({
    '@type': 'Event',
    ...namesOf('summit', value),
    description: text(value.theme) ?? text(value.note),
    ...spanAs(value.date),
    previousStartDate: list(value.previous_dates).flatMap((entry) => isoText(map(entry).date) ?? []),
    eventStatus: STATUSES.get(value.status ?? null) ?? 'EventScheduled',
    eventAttendanceMode: MODES.get(value.mode ?? null),
    location: placeOf(map(value.place)),
    organizer: [
      ...ref('organization', value.organization),
      ...ref('organization', value.body),
      ...rolesOf('organizer', [{ ...map(value.chair), role: 'chair' }]),
      ...rolesOf(
        'organizer',
        texts(value.host).map((state) => ({ state, role: 'host' })),
      ),
    ],
    attendee: rolesOf('attendee', list(value.participants).map(map)),
    superEvent: ref('summit', value.parent),
    recordedIn: list(value.outcomes).flatMap((outcome) => ref('document', map(outcome).document)),
    keywords: list(value.topics).flatMap(texts),
  }),
  proposal: (value) => {
    const parties = list(value.parties).map(map);
    return {
      '@type': 'CreativeWork',
      ...namesOf('proposal', value),
      genre: text(value.type),
      creativeWorkStatus: text(value.status),
      abstract: list(value.purpose).flatMap((purpose) => texts(map(purpose).text)),
      description: text(value.note),
      ...dateAs('dateCreated', value.date),
      creator: rolesOf(
        'creator',
        parties.filter(({ role }) => MAKERS.includes(role)),
      ),
      recordedAt: ref('summit', value.made_at),
      about: [
        ...ref('organization', map(value.addressed_to).organization),
        ...ref('organization', map(value.addressed_to).body),
        ...list(value.concerns).flatMap((state) => ref('state', state)),
        ...ref('chairmanship', value.context),
      ],
      mentions: [
        ...rolesOf(
          'mentions',
          parties.filter(({ role }) => !MAKERS.includes(role)),
        ),
        ...targetOf(map(value.target)),
        ...refs(value.result, ['organization', 'summit', 'document']),
      ],
      keywords: list(value.domains).flatMap(texts),
      hasPart: list(value.quotes).flatMap((quote) => quotationOf(map(quote))),
      ...relationsOf(list(value.relations).map(map)),
    };
  },
  organization: (value) => {
    const { website, wikidata } = map(value.identifiers);
    const entity = text(wikidata);
    return {
      '@type': 'Organization',
      ...namesOf('organization', value, [text(value.abbreviation)]),
      additionalType: text(value.type),
      description: text(value.note),
      ...betweenAs(map(value.founded).signed ?? map(value.founded).in_force, value.dissolved, [
        'foundingDate',
        'dissolutionDate',
      ]),
      foundingLocation: texts(map(value.founded).place).map((name) => ({ '@type': 'Place', name })),
      location: placeOf(map(value.seat)),
      parentOrganization: ref('organization', value.parent),
      member: rolesOf('member', list(value.members).map(map), 'status'),
      memberOf: list(value.affiliated_to).flatMap((id) => ref('organization', id)),
      url: webAddress(text(website)),
      sameAs: entity !== undefined && /^Q\d+$/.test(entity) ? `http://www.wikidata.org/entity/${entity}` : undefined,
    };
  },
  // A country is a place; what takes part in meetings and has members in others is an organization.
  state: (value) => ({
    '@type': ['Country', 'Organization'],
    ...namesOf('state', value, [text(value.official_name)]),
    ...betweenAs(map(value.exists).from, map(value.exists).to, ['foundingDate', 'dissolutionDate']),
  }),
  person: (value) => ({
    '@type': 'Person',
    ...namesOf('person', value),
    description: text(value.note),
    memberOf: list(value.offices).flatMap((office) => roleOf('memberOf', map(office), text(map(office).title))),
  }),
  document: (value) => ({
    '@type': value.in_force === undefined ? 'CreativeWork' : ['CreativeWork', 'Legislation'],
    ...namesOf('document', value),
    genre: text(value.type),
    description: text(value.note),
    ...betweenAs(value.signed, value.adopted, ['dateCreated', 'datePublished']),
    ...dateAs('legislationDateOfApplicability', value.in_force),
    temporalCoverage: edtfText(value.validity),
    publisher: [...ref('organization', value.organization), ...ref('organization', value.body)],
    recordedAt: ref('summit', value.adopted_at),
    mentions: list(value.relates_to).flatMap((id) => ref('document', id)),
    about: list(value.concerns).flatMap((state) => ref('state', state)),
    keywords: list(value.topics).flatMap(texts),
  }),
  [SOURCE]: (value) => ({
    '@type': SOURCE_TYPES.get(value.type ?? null) ?? NO_TYPE,
    ...namesOf(SOURCE, value),
    description: text(value.subtitle),
    publisher: texts(value.publisher).map((name) => ({ '@type': 'Organization', name })),
    creditText: text(value.author),
    keywords: text(value.section),
    url: webAddress(text(value.url)),
    ...betweenAs(value.published, value.updated, ['datePublished', 'dateModified']),
    inLanguage: text(value.language),
    locationCreated: placeOf(map(value.dateline)),
  }),
};

/** A record as a thing with all that it says; its kind is one of the model. */
export function thingOf({ kind, id, value, record }: ExportedRecord): Thing {
  const sources = unique(record.references.filter((reference) => reference.kind === SOURCE).map((source) => source.id));
  const cited = sources.flatMap((source) => ref(SOURCE, source));
  if (kind === 'chairmanship') return termOf(id, value, cited);
  const { '@type': type, ...thing } = makers[kind]?.(value) ?? { '@type': 'Thing' };
  const isWork = kind === 'proposal' || kind === 'document' || kind === SOURCE;
  return {
    '@id': iri(kind, id),
    '@type': type,
    identifier: id,
    ...thing,
    [isWork ? 'citation' : 'subjectOf']: cited,
  };
}

/** A term in the chair is a role: schema.org wants it between the organization and the state. */
function termOf(id: string, value: YamlRecord, cited: readonly Thing[]): Thing {
  const role = {
    '@id': iri('chairmanship', id),
    '@type': 'OrganizationRole',
    identifier: id,
    roleName: 'chair',
    ...betweenAs(value.from, value.to),
    description: text(value.note),
    member: ref('state', value.state),
    subjectOf: cited,
  };
  const [organization] = ref('organization', value.organization);
  return organization ? { ...organization, member: role } : role;
}

/** Those whom the entries of a list name, each in its role. */
function rolesOf(property: string, entries: readonly YamlRecord[], role = 'role'): ThingValue[] {
  return entries.flatMap((entry) => roleOf(property, entry, text(entry[role])));
}

/** What an entry names, within a role if it has one; schema.org repeats the property within (its blog, 16 June 2014). */
function roleOf(property: string, entry: YamlRecord, roleName: string | undefined): ThingValue[] {
  const named = refs(entry, ACTORS);
  if (named.length === 0) return [];
  const times = betweenAs(entry.from, entry.to);
  if (roleName === undefined && Object.keys(times).length === 0) return named;
  return [{ '@type': 'OrganizationRole', roleName, ...times, [property]: named }];
}

function placeOf({ venue, city, state, text: words }: YamlRecord): Thing[] {
  const locality = text(city);
  const name = text(venue) ?? locality ?? text(words);
  const country = ref('state', state);
  if (name === undefined) return country;
  const address = locality === undefined ? undefined : { '@type': 'PostalAddress', addressLocality: locality };
  return [{ '@type': 'Place', name, address, containedInPlace: country }];
}

/** What a proposal aims at, if that is some event. */
function targetOf(target: YamlRecord): Thing[] {
  const summit = ref('summit', target.summit);
  if (summit.length > 0) return summit;
  const when = spanAs(target.date);
  if (Object.keys(when).length === 0) return [];
  const location = [
    ...texts(target.place).map((name) => ({ '@type': 'Place', name })),
    ...(text(target.place) === undefined ? ref('state', target.host) : []),
  ];
  return [{ '@type': 'Event', ...when, location }];
}

function quotationOf({ text: words, lang, speaker, source }: YamlRecord): Thing[] {
  const quoted = text(words);
  if (quoted === undefined) return [];
  return [
    {
      '@type': 'Quotation',
      text: inLanguage(quoted, text(lang)),
      creator: ref('person', speaker),
      citation: ref(SOURCE, source),
    },
  ];
}

function relationsOf(relations: readonly YamlRecord[]): Thing {
  const related = (...types: (YamlValue | undefined)[]) =>
    relations.filter(({ type }) => types.includes(type)).flatMap(({ proposal }) => ref('proposal', proposal));
  return {
    sameAs: related('same-as'),
    isPartOf: related('part-of'),
    isBasedOn: related('implements', 'repeats', 'responds-to', 'supersedes'),
  };
}
