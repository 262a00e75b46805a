/** Single generated records: each takes what it refers to from a pool, and adds itself for those that come later. */
import type { Random } from './random.ts';
import * as words from './vocabulary.ts';

export type Kind = 'source' | 'person' | 'organization' | 'chairmanship' | 'summit' | 'document' | 'proposal';

/** A record as the lines of its document. */
export interface Made {
  readonly id: string;
  readonly lines: string[];
}

/** A source and the day on which it was published. */
export interface Report {
  readonly id: string;
  readonly date: string;
}

interface Meeting {
  readonly id: string;
  readonly organization: words.Organization;
  readonly report: Report;
  /** The states that may have proposed something there. */
  readonly states: readonly string[];
}

interface Person {
  readonly id: string;
  readonly state: string;
}

interface Body {
  readonly id: string;
  readonly organization: words.Organization;
  /** How often it has met. */
  meetings: number;
}

/** What later records refer to. */
export class Pool {
  readonly reports: Report[] = [];
  readonly persons: Person[] = [];
  readonly bodies: Body[] = [];
  readonly meetings: Meeting[] = [];
  /** The last term in the chair of each organization. */
  readonly terms = new Map<string, string>();
  readonly #taken = new Set<string>();

  /** Keeps a day for a meeting of an organization. @returns whether it was still free */
  take(organization: words.Organization, date: string): boolean {
    const day = `${organization.id} ${date}`;
    if (this.#taken.has(day)) return false;
    this.#taken.add(day);
    return true;
  }

  /** A report of a day or later. */
  reportSince(random: Random, date: string): string {
    const first = random.between(0, this.reports.length - 1);
    const later = [...this.reports.slice(first), ...this.reports.slice(0, first)].find((report) => report.date >= date);
    if (!later) throw new Error(`No report is of ${date} or later.`);
    return later.id;
  }
}

/** One meeting in this many is one of a body whose meetings are numbered. */
const REGULAR_EVERY = 5;

/** How a record of each kind is made, nothing where there can be no more of them; `index` counts those of its kind. */
export const makers: Readonly<Record<Kind, (random: Random, pool: Pool, index: number) => Made | undefined>> = {
  source,
  person,
  organization,
  chairmanship,
  summit: (random, pool, index) =>
    (index % REGULAR_EVERY === 0 ? regularMeeting(random, pool, index) : undefined) ??
    meeting(random, pool, index, () => random.pick(pool.reports)),
  document,
  proposal,
};

function source(random: Random, pool: Pool, index: number): Made {
  const publisher = random.pick(words.publishers);
  const state = random.pick(random.pick(words.organizations).states);
  // The first one is later than anything it may have to report.
  const date = index === 0 ? `${words.YEARS.last + 1}-01-31` : random.day(words.YEARS.first, words.YEARS.last);
  const id = `${publisher.id}-${date}-${100_000 + index}`;
  pool.reports.push({ id, date });
  return {
    id,
    lines: [
      'kind: source',
      `id: ${id}`,
      `title: ${random.pick(words.ideas).what} discussed in ${random.pick(words.citiesOf(state))}, report ${100_000 + index}`,
      `publisher: ${publisher.name}`,
      `url: https://example.org/news/${100_000 + index}`,
      `published: ${date}T${random.between(10, 19)}:${random.between(10, 59)}+04:00`,
      `dateline: { city: ${random.pick(words.citiesOf(state))}, state: ${state} }`,
      'language: en',
      `type: ${publisher.type}`,
    ],
  };
}

function person(random: Random, pool: Pool, index: number): Made {
  const [first, firstCyrillic] = random.pick(words.firstNames);
  const [last, lastCyrillic] = random.pick(words.surnames);
  const state = random.pick(random.pick(words.organizations).states);
  const id = `${first}-${last}-${index + 1}`.toLowerCase();
  pool.persons.push({ id, state });
  const from = random.between(2000, words.YEARS.first);
  return {
    id,
    lines: [
      'kind: person',
      `id: ${id}`,
      `name: ${first} ${last} ${roman(index + 1)}`,
      'offices:',
      `  - { title: Minister of Foreign Affairs, state: ${state}, from: ${from}-0${random.between(1, 9)} }`,
      'names:',
      `  - { text: ${firstCyrillic} ${lastCyrillic} ${roman(index + 1)}, lang: ru }`,
      'citations:',
      `  - { source: ${random.pick(pool.reports).id}, supports: [name, offices] }`,
    ],
  };
}

/** A body of an organization of the registry. */
function organization(_random: Random, pool: Pool, index: number): Made {
  const parent = words.organizations[index % words.organizations.length]!;
  const id = `${parent.id}-science-ministers-${index + 1}`;
  pool.bodies.push({ id, organization: parent, meetings: 0 });
  return {
    id,
    lines: [
      'kind: organization',
      `id: ${id}`,
      `name: ${words.body.name} of the ${parent.shortName}, no. ${index + 1}`,
      'type: body',
      `parent: ${parent.id}`,
      `level: ${words.body.level}`,
    ],
  };
}

/** A month in the chair, for one organization after the other and then for all of them again; nothing once all years are full. */
function chairmanship(random: Random, pool: Pool, index: number): Made | undefined {
  const chaired = words.organizations.filter(({ isChairedFreely }) => isChairedFreely);
  const { id: chairedId, states } = chaired[index % chaired.length]!;
  const term = Math.floor(index / chaired.length);
  const [from, to] = [firstOfMonth(term), firstOfMonth(term + 1)];
  if (Number.parseInt(to, 10) > words.YEARS.last) return undefined;
  const state = states[term % states.length]!;
  const id = `${chairedId}-chair-${from.slice(0, 7)}-${state.toLowerCase()}`;
  const predecessor = pool.terms.get(chairedId);
  pool.terms.set(chairedId, id);
  return {
    id,
    lines: [
      'kind: chairmanship',
      `id: ${id}`,
      `organization: ${chairedId}`,
      `state: ${state}`,
      `from: ${from}`,
      `to: ${to}`,
      ...(predecessor === undefined ? [] : [`predecessor: ${predecessor}`]),
      'status: ended',
      'citations:',
      `  - { source: ${pool.reportSince(random, to)}, supports: [state, from, to] }`,
    ],
  };
}

/** The first day of a month, months counted from the beginning of the years in which records play. */
function firstOfMonth(month: number): string {
  return `${words.YEARS.first + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
}

/** A meeting on the day of its report. */
export function meeting(random: Random, pool: Pool, index: number, nextReport: () => Report): Made {
  const organization = random.pick(words.organizations);
  const { level, name } = random.pick(words.meetings);
  const [host, ...guests] = random.some(organization.states, 4);
  const city = random.pick(words.citiesOf(host!));
  let report = nextReport();
  while (!pool.take(organization, report.date)) report = nextReport();
  const id = `${organization.id}-${level}-${report.date.slice(0, 4)}-${index + 1}`;
  pool.meetings.push({ id, organization, report, states: guests });
  return {
    id,
    lines: [
      'kind: summit',
      `id: ${id}`,
      `name: ${name} of the ${organization.shortName} in ${city}, no. ${index + 1}`,
      `organization: ${organization.id}`,
      `level: ${level}`,
      `format: ${random.pick(words.formats)}`,
      `mode: ${random.pick(words.modes)}`,
      'status: held',
      `date: ${report.date}`,
      `place: { city: ${city}, state: ${host} }`,
      `host: ${host}`,
      'theme: Regional peace and security',
      'participants:',
      ...guests.map((state) => `  - { state: ${state}, role: member, capacity: ${random.pick(words.capacities)} }`),
      'topics:',
      ...random.some(words.domains, 2).map((domain) => `  - ${domain}`),
      'citations:',
      `  - { source: ${report.id}, supports: [name, date, place] }`,
      'note: The agenda had been settled by the senior officials.',
    ],
  };
}

/** The next numbered meeting of a body, in the month after the one before; nothing once all years are full of them. */
function regularMeeting(random: Random, pool: Pool, index: number): Made | undefined {
  const body = random.pick(pool.bodies);
  const month = firstOfMonth(body.meetings).slice(0, 7);
  const year = month.slice(0, 4);
  if (Number(year) > words.YEARS.last) return undefined;
  const { organization } = body;
  const date = `${month}-${random.between(10, 28)}`;
  const report = { id: pool.reportSince(random, date), date };
  const host = random.pick(organization.states);
  const city = random.pick(words.citiesOf(host));
  const id = `${body.id}-${year}-${index + 1}`;
  body.meetings++;
  pool.take(organization, date);
  pool.meetings.push({ id, organization, report, states: organization.states });
  return {
    id,
    lines: [
      'kind: summit',
      `id: ${id}`,
      `name: ${words.body.name} of the ${organization.shortName}, meeting ${body.meetings}`,
      `organization: ${organization.id}`,
      `body: ${body.id}`,
      `level: ${words.body.level}`,
      'format: regular',
      `ordinal: ${body.meetings}`,
      'mode: in-person',
      'status: held',
      `date: ${date}`,
      `place: { city: ${city}, state: ${host} }`,
      `host: ${host}`,
      'topics: [science-education]',
      'citations:',
      `  - { source: ${report.id}, supports: [name, ordinal, date, place] }`,
    ],
  };
}

/** A declaration of a meeting. */
function document(random: Random, pool: Pool, index: number): Made {
  const { id: adoptedAt, organization, report } = random.pick(pool.meetings);
  const id = `${adoptedAt}-declaration-${index + 1}`;
  return {
    id,
    lines: [
      'kind: document',
      `id: ${id}`,
      `title: Declaration no. ${index + 1} on ${random.pick(words.domains)}`,
      'type: declaration',
      `organization: ${organization.id}`,
      `adopted_at: ${adoptedAt}`,
      `adopted: ${report.date}`,
      'citations:',
      `  - { source: ${report.id}, supports: [title, adopted] }`,
    ],
  };
}

function proposal(random: Random, pool: Pool, index: number): Made {
  const { id: madeAt, organization, report, states } = random.pick(pool.meetings);
  const present = pool.persons.filter((person) => states.includes(person.state));
  const speaker = present.length > 0 ? random.pick(present) : undefined;
  const state = speaker?.state ?? random.pick(states);
  const { type, what } = random.pick(words.ideas);
  const status = random.pick(words.proposalStatuses);
  const id = `${state}-${organization.id}-${type}-${index + 1}`.toLowerCase();
  return {
    id,
    lines: [
      'kind: proposal',
      `id: ${id}`,
      `title: ${what} within the ${organization.shortName}, no. ${index + 1}`,
      `type: ${type}`,
      'parties:',
      `  - { state: ${state}, ${speaker ? `person: ${speaker.id}, ` : ''}role: proposer }`,
      `addressed_to: { organization: ${organization.id} }`,
      `made_at: ${madeAt}`,
      `date: ${report.date}`,
      'purpose:',
      '  - text: Strengthen the defences of the region against new threats',
      `    source: ${report.id}`,
      'domains:',
      ...random.some(words.domains, 2).map((domain) => `  - ${domain}`),
      `status: ${status}`,
      'history:',
      `  - { status: ${status}, date: ${report.date}, summit: ${madeAt}, source: ${report.id} }`,
      'quotes:',
      '  - text: We propose to act together in our shared interest',
      '    lang: en',
      ...(speaker ? [`    speaker: ${speaker.id}`] : []),
      `    source: ${report.id}`,
      'citations:',
      `  - { source: ${report.id}, supports: [title, type, parties, made_at, date, purpose] }`,
    ],
  };
}

/** Numbers people of one name apart, as kings are. */
function roman(count: number): string {
  const digits: readonly (readonly [number, string])[] = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let [left, text] = [count, ''];
  for (const [value, digit] of digits) {
    text += digit.repeat(Math.floor(left / value));
    left %= value;
  }
  return text;
}
