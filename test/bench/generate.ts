/** Generated datasets of any size, the same in every run: meetings, proposals made at them, people who speak there, and sources. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Random } from './random.ts';
import * as words from './vocabulary.ts';

export type Kind = 'summit' | 'proposal' | 'person' | 'source';

/** One file with one record. */
export interface GeneratedFile {
  /** Relative to the dataset's root, with forward slashes: `summits/ots-baku-2014-17.yaml`. */
  readonly path: string;
  readonly kind: Kind;
  readonly text: string;
  /** Whether one mistake has been made in it on purpose; every other file is meant to have none. */
  readonly isFaulty: boolean;
}

export interface DatasetOptions {
  /** How many records, one a file; the manifest comes on top. */
  readonly records: number;
  readonly seed?: number;
  /** One record in this many has a mistake; 100 when not given, none with 0. */
  readonly faultyEvery?: number;
}

/** Lines of a generated meeting, wherever it stands. */
export const SUMMIT_LINES = 22;

const MANIFEST = 'dataset: Generated records\ntoday: 2025-10-31\n';

/** How many of a hundred records are of each kind. */
const SHARES: Readonly<Record<Kind, number>> = { source: 25, person: 5, summit: 30, proposal: 40 };

interface Report {
  readonly id: string;
  readonly date: string;
}

interface Summit {
  readonly id: string;
  readonly organization: words.Organization;
  /** The report of it, written on the day. */
  readonly report: Report;
}

interface Person {
  readonly id: string;
  readonly state: string;
}

/** The pool that later records refer to. */
interface Pool {
  readonly reports: Report[];
  readonly persons: Person[];
  readonly summits: Summit[];
}

/** A dataset's records; the same for the same options. */
export function generateDataset({ records, seed = 1, faultyEvery = 100 }: DatasetOptions): GeneratedFile[] {
  const random = new Random(seed);
  const pool: Pool = { reports: [], persons: [], summits: [] };
  const files: GeneratedFile[] = [];
  for (const kind of Object.keys(SHARES) as Kind[]) {
    const count = Math.max(1, Math.round((records * SHARES[kind]) / 100));
    for (let i = 0; i < count && files.length < records; i++) {
      const isFaulty = faultyEvery > 0 && files.length % faultyEvery === faultyEvery - 1;
      const { id, lines } = make(kind, random, pool, i);
      const text = `${(isFaulty ? withFault(kind, lines) : lines).join('\n')}\n`;
      files.push({ path: `${kind}s/${id}.yaml`, kind, text, isFaulty });
    }
  }
  return files;
}

/**
 * Meetings one after the other in one file, `---` between them, and at its end the one source that they cite. They refer
 * to nothing else but the registry.
 */
export function summitFile(count: number, seed = 1): string {
  const random = new Random(seed);
  const id = `yearbook-${seed}`;
  const meetings = Array.from({ length: count }, (_, i) => {
    const report = { id, date: random.day(words.YEARS.first, words.YEARS.last) };
    return summit(random, report, i).lines;
  });
  const yearbook = ['kind: source', `id: ${id}`, 'title: Yearbook of meetings', 'publisher: Example Press'];
  return [...meetings, yearbook].map((lines) => `${lines.join('\n')}\n`).join('---\n');
}

/** Writes a dataset with its manifest to a folder. */
export function writeDataset(folder: string, files: readonly GeneratedFile[]): void {
  const all = [{ path: 'initiatives.yaml', text: MANIFEST }, ...files];
  for (const kind of new Set(all.map(({ path }) => dirname(path)))) mkdirSync(join(folder, kind), { recursive: true });
  for (const { path, text } of all) writeFileSync(join(folder, path), text);
}

interface Made {
  readonly id: string;
  readonly lines: string[];
}

function make(kind: Kind, random: Random, pool: Pool, index: number): Made {
  if (kind === 'source') return source(random, pool, index);
  if (kind === 'person') return person(random, pool, index);
  if (kind === 'proposal') return proposal(random, pool, index);
  const report = random.pick(pool.reports);
  const made = summit(random, report, index);
  pool.summits.push({ id: made.id, organization: made.organization, report });
  return made;
}

function source(random: Random, pool: Pool, index: number): Made {
  const publisher = random.pick(words.publishers);
  const state = random.pick(random.pick(words.organizations).states);
  const date = random.day(words.YEARS.first, words.YEARS.last);
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

/** A meeting on the day of its report. */
function summit(random: Random, report: Report, index: number): Made & { organization: words.Organization } {
  const organization = random.pick(words.organizations);
  const { level, name } = random.pick(words.meetings);
  const [host, ...guests] = random.some(organization.states, 4);
  const city = random.pick(words.citiesOf(host!));
  const id = `${organization.id}-${level}-${report.date.slice(0, 4)}-${index + 1}`;
  return {
    id,
    organization,
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

function proposal(random: Random, pool: Pool, index: number): Made {
  const madeAt = random.pick(pool.summits);
  const compatriots = pool.persons.filter(({ state }) => madeAt.organization.states.includes(state));
  const speaker = random.pick(compatriots.length > 0 ? compatriots : pool.persons);
  const { id: report, date } = madeAt.report;
  const { type, what } = random.pick(words.ideas);
  const status = random.pick(words.proposalStatuses);
  const id = `${speaker.state}-${madeAt.organization.id}-${type}-${index + 1}`.toLowerCase();
  return {
    id,
    lines: [
      'kind: proposal',
      `id: ${id}`,
      `title: ${what} within the ${madeAt.organization.shortName}, no. ${index + 1}`,
      `type: ${type}`,
      'parties:',
      `  - { state: ${speaker.state}, person: ${speaker.id}, role: proposer }`,
      `addressed_to: { organization: ${madeAt.organization.id} }`,
      `made_at: ${madeAt.id}`,
      `date: ${date}`,
      'purpose:',
      '  - text: Strengthen the defences of the region against new threats',
      `    source: ${report}`,
      'domains:',
      ...random.some(words.domains, 2).map((domain) => `  - ${domain}`),
      `status: ${status}`,
      'history:',
      `  - { status: ${status}, date: ${date}, summit: ${madeAt.id}, source: ${report} }`,
      'quotes:',
      '  - text: We propose to act together in our shared interest',
      '    lang: en',
      `    speaker: ${speaker.id}`,
      `    source: ${report}`,
      'citations:',
      `  - { source: ${report}, supports: [title, type, parties, made_at, date, purpose] }`,
    ],
  };
}

/** Makes one mistake: a word that is in no list, an id that no record has, a property that there is not. */
function withFault(kind: Kind, lines: readonly string[]): string[] {
  if (kind === 'person') return [...lines, 'homepage: none'];
  const key = { summit: 'status', proposal: 'made_at', source: 'type' }[kind];
  return lines.map((line) => (line.startsWith(`${key}: `) ? `${line}x` : line));
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
