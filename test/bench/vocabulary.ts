/** The words of generated records: organizations, states and cities as the registry has them, people, and what meetings are about. */
import { registry } from '../../schemas/generated/registry.mjs';

type When = string | number | { readonly value?: string | number };

interface Member {
  readonly state?: string;
  readonly status?: string;
  readonly from?: When;
  readonly to?: When;
}

interface Entry {
  readonly kind: string;
  readonly id: string;
  readonly name: string;
  readonly abbreviation?: string;
  readonly members?: readonly Member[];
  readonly predecessor?: string;
  readonly names?: readonly { readonly type?: string; readonly to?: When }[];
  readonly handover?: string;
  readonly rotation?: readonly string[];
  readonly cities?: readonly { readonly name: string }[];
  readonly capitals?: readonly { readonly name: string }[];
}

/** An organization with the states that have been its members for the whole time in which generated records play. */
export interface Organization {
  readonly id: string;
  readonly shortName: string;
  readonly states: readonly string[];
  /** Whether the chair may pass to any of its states on any day. */
  readonly isChairedFreely: boolean;
}

/** Generated records play in these years, both included. */
export const YEARS = { first: 2012, last: 2024 } as const;

const ENTRIES = registry.flatMap(({ values }) => values as Entry[]);

const SUPERSEDED = new Set(ENTRIES.map(({ predecessor }) => predecessor));

/** Organizations of the registry with at least four lasting members, those left out that had another name or that another has taken over from. */
export const organizations: readonly Organization[] = ENTRIES.filter(
  ({ kind, id, names = [] }) =>
    kind === 'organization' && !SUPERSEDED.has(id) && names.every(({ to }) => (yearOf(to) ?? 0) < YEARS.first),
)
  .map(({ id, name, abbreviation, members = [], handover, rotation }) => ({
    id,
    shortName: abbreviation ?? name,
    states: [...new Set(members.filter(isLasting).flatMap(({ state }) => state ?? []))].sort(),
    isChairedFreely: handover === undefined && rotation === undefined,
  }))
  .filter(({ states }) => states.length >= 4);

/** Cities of a state, those whose names must be quoted in YAML left out; the state's own name where the registry has none. */
export function citiesOf(state: string): readonly string[] {
  const entry = ENTRIES.find(({ kind, id }) => kind === 'state' && id === state);
  const cities = [...(entry?.capitals?.slice(-1) ?? []), ...(entry?.cities ?? [])]
    .map(({ name }) => name)
    .filter((name) => /^[\p{L} -]+$/u.test(name));
  return cities.length > 0 ? cities : [entry?.name ?? state];
}

function isLasting({ status, from, to }: Member): boolean {
  const since = yearOf(from);
  return status === 'member' && to === undefined && since !== undefined && since < YEARS.first;
}

function yearOf(date: When | undefined): number | undefined {
  const text = typeof date === 'object' ? date.value : date;
  return text === undefined ? undefined : Number.parseInt(String(text), 10);
}

/** Ranks at which meetings take place, with what such a meeting is called. */
export const meetings: readonly { readonly level: string; readonly name: string }[] = [
  { level: 'heads-of-government', name: 'Consultation of Heads of Government' },
  { level: 'foreign-ministers', name: 'Meeting of Foreign Ministers' },
  { level: 'ministers', name: 'Conference of Ministers of Transport' },
  { level: 'ministers', name: 'Conference of Ministers of Energy' },
  { level: 'senior-officials', name: 'Meeting of Senior Officials' },
  { level: 'experts', name: 'Conference of Experts on Digital Security' },
  { level: 'mixed', name: 'Forum on Regional Security' },
];

/** What a body that meets regularly is called, and its level. */
export const body = { level: 'ministers', name: 'Council of Ministers of Science' };

export const formats = ['informal', 'conference', 'forum', 'preparatory'] as const;

export const modes = ['in-person', 'hybrid'] as const;

export const capacities = ['head-of-state', 'prime-minister', 'minister', 'ambassador', 'representative'] as const;

export const domains = [
  'cybersecurity',
  'information-security',
  'critical-infrastructure',
  'counter-terrorism',
  'organised-crime',
  'peacekeeping',
  'conflict-settlement',
  'digitalisation',
  'artificial-intelligence',
  'transport-logistics',
  'energy',
  'water',
  'culture',
  'science-education',
] as const;

/** What is proposed, by its type. */
export const ideas: readonly { readonly type: string; readonly what: string }[] = [
  { type: 'establish-body', what: 'Council on cyber threats' },
  { type: 'establish-centre', what: 'Centre for the monitoring of digital risks' },
  { type: 'establish-network', what: 'Network of research institutes' },
  { type: 'adopt-programme', what: 'Programme for the joint use of river water' },
  { type: 'adopt-agreement', what: 'Agreement on the exchange of incident reports' },
  { type: 'hold-event', what: 'Conference on artificial intelligence' },
  { type: 'intensify-activity', what: 'More joint exercises of rescue services' },
  { type: 'new-format', what: 'Dialogue with neighbouring organizations' },
];

export const proposalStatuses = [
  'announced',
  'proposed',
  'under-consideration',
  'agreed',
  'in-implementation',
] as const;

/** First names and surnames, each in Latin and Cyrillic. */
export const firstNames: readonly (readonly [string, string])[] = [
  ['Aibek', 'Айбек'],
  ['Askar', 'Аскар'],
  ['Daniyar', 'Данияр'],
  ['Elnur', 'Эльнур'],
  ['Gulnara', 'Гульнара'],
  ['Ilham', 'Ильхам'],
  ['Jamila', 'Жамиля'],
  ['Leyla', 'Лейла'],
  ['Murat', 'Мурат'],
  ['Nigora', 'Нигора'],
  ['Rustam', 'Рустам'],
  ['Timur', 'Тимур'],
  ['Yerlan', 'Ерлан'],
  ['Zarina', 'Зарина'],
];

export const surnames: readonly (readonly [string, string])[] = [
  ['Abdiev', 'Абдиев'],
  ['Akhmetov', 'Ахметов'],
  ['Bekov', 'Беков'],
  ['Dzhumaliev', 'Джумалиев'],
  ['Ergashev', 'Эргашев'],
  ['Guliyev', 'Гулиев'],
  ['Ibraimov', 'Ибраимов'],
  ['Karimov', 'Каримов'],
  ['Mamedov', 'Мамедов'],
  ['Nurlanov', 'Нурланов'],
  ['Osmonov', 'Осмонов'],
  ['Rakhimov', 'Рахимов'],
  ['Sultanov', 'Султанов'],
  ['Tursunov', 'Турсунов'],
  ['Usenov', 'Усенов'],
  ['Zhakypov', 'Жакыпов'],
];

export const publishers: readonly { readonly name: string; readonly id: string; readonly type: string }[] = [
  { name: 'Trend', id: 'trend', type: 'news-agency' },
  { name: 'TASS', id: 'tass', type: 'news-agency' },
  { name: 'Kabar', id: 'kabar', type: 'news-agency' },
  { name: 'The Astana Times', id: 'astana-times', type: 'newspaper' },
  { name: 'Ministry of Foreign Affairs of Kazakhstan', id: 'mfa-kaz', type: 'official' },
];
