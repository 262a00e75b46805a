/** Whether two records tell of one meeting: who met, when, and where by any of its names. */
import { type EdtfDate, earliest, isReversed, latest } from '../../dataset/dates/edtf.ts';
import type { Making } from '../../dataset/kept.ts';
import { fold } from '../../dataset/names/names.ts';
import type { Reader, RecordView } from '../../dataset/reader.ts';
import type { YamlValue } from '../../dataset/yaml/tree.ts';
import { isSameCity } from './cities.ts';
import { dateIn } from './dates.ts';
import { likeness, type TellingWords, tellingWords, type WordedNames, wordedNames } from './likeness.ts';
import { lineage } from './organizations.ts';
import { mapIn, textIn } from './values.ts';

/** How alike the names of two meetings must be where nothing else tells that one body has met. */
const ALIKE = 0.5;

/**
 * Levels at which an organization has one body only. At others, among meetings that are no body's, and within a conference
 * several may well be held side by side.
 */
const SOLE_LEVELS = new Set<unknown>([
  'heads-of-state',
  'heads-of-government',
  'foreign-ministers',
  'defence-ministers',
  'security-council-secretaries',
]);

/** What is compared of a meeting that has a date. */
export interface Meeting {
  readonly id: string;
  readonly date: EdtfDate;
  /** The days on which it certainly had begun, and was not over. */
  readonly from: number;
  readonly to: number;
  readonly organization: string;
  readonly body: YamlValue | undefined;
  /** Its own; where it has none, its body's counts. */
  readonly level: YamlValue | undefined;
  readonly parent: string | undefined;
  readonly state: string | undefined;
  /** The names under which it has its city, folded. */
  readonly cities: readonly string[];
  readonly isOnline: boolean;
  /** The organization and the cities in one text: what its name need not tell. */
  readonly setting: string;
}

/** A meeting's name, folded. */
const nameIn: Making<string> = (get, id) => {
  const name = get('name') ?? '';
  return fold(typeof name === 'object' || name === '' ? id : String(name));
};

/** What is compared of a meeting; nothing where its date is missing, or cannot be right. */
const meetingIn: Making<Meeting | undefined> = (get, id) => {
  const date = dateIn(get('date'), [])?.date;
  if (!date || isReversed(date)) return undefined;
  const { city, name_at_the_time, state } = mapIn(get('place'));
  const cities = [city, name_at_the_time].flatMap((name) => (textIn(name) === undefined ? [] : fold(String(name))));
  const organization = textIn(get('organization')) ?? '';
  const host = textIn(get('host'));
  return {
    id,
    date,
    from: latest(date.start),
    to: earliest(date.end),
    organization,
    body: get('body'),
    level: get('level'),
    parent: textIn(get('parent')),
    state: textIn(state) ?? host,
    cities,
    isOnline: get('mode') === 'online',
    setting: [organization, ...cities].join('\n'),
  };
};

/** A meeting as it is compared. Its name is asked for where the rest does not decide: names change with each keystroke. */
export class Candidate {
  readonly meeting: Meeting;
  readonly #view: RecordView;
  #name: string | undefined;

  constructor(meeting: Meeting, view: RecordView) {
    this.meeting = meeting;
    this.#view = view;
  }

  get name(): string {
    this.#name ??= this.#view.alone(nameIn);
    return this.#name;
  }
}

/** A meeting as it is compared; nothing where its date is missing, or cannot be right. */
export function candidateOf(view: RecordView): Candidate | undefined {
  const meeting = view.alone(meetingIn);
  return meeting && new Candidate(meeting, view);
}

/** What names of meetings in some settings need not tell, and the words that are left of each. */
interface Wording {
  readonly ignored: readonly WordedNames[];
  readonly words: Map<Candidate, TellingWords>;
}

/** Holds meetings against one another; what it has asked of bodies, states and organizations it asks once. */
export class Comparison {
  readonly #reader: Reader;
  readonly #levels = new Map<YamlValue, YamlValue | undefined>();
  readonly #states = new Map<string, RecordView | undefined>();
  readonly #wordings = new Map<string, Wording>();

  #hasReadNames = false;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  /** Whether the names of any two meetings had to decide. */
  get hasReadNames(): boolean {
    return this.#hasReadNames;
  }

  /** Whether two meetings certainly overlap in time, took place in one place, and nothing tells them apart. */
  isSame(one: Candidate, other: Candidate): boolean {
    const [a, b] = [one.meeting, other.meeting];
    if (a.from > b.to || b.from > a.to || !this.#isSamePlace(a, b)) return false;
    if (a.parent === b.id || b.parent === a.id) return false;
    if (a.body !== undefined && b.body !== undefined && a.body !== b.body) return false;
    const [level, otherLevel] = [this.#levelOf(a), this.#levelOf(b)];
    if (level !== undefined && otherLevel !== undefined && level !== otherLevel) return false;
    const isOneBody = a.body !== undefined && a.body === b.body;
    const isOneLevel = level === otherLevel && SOLE_LEVELS.has(level);
    const isOnItsOwn = (isOneBody || isOneLevel) && (a.parent === undefined || a.parent !== b.parent);
    return isOnItsOwn || this.#haveLikeNames(one, other);
  }

  /**
   * All that others than the meetings themselves tell of how they compare, by whom it is about: as long as it stays, two
   * meetings that stay compare as before. It is asked for here, whether anybody needs it or not.
   */
  circumstances(candidates: Iterable<Candidate>): Map<string, string> {
    const [bodies, states, organizations] = [new Set<string>(), new Set<string>(), new Set<string>()];
    for (const { meeting } of candidates) {
      const { body, state, organization } = meeting;
      if (typeof body === 'string') bodies.add(body);
      if (state !== undefined) states.add(state);
      organizations.add(organization);
    }
    const told = new Map<string, string>();
    const tell = (about: string, answer: unknown) => told.set(about, JSON.stringify(answer) ?? '');
    for (const body of bodies) tell(`body/${body}`, this.#levelIn(body));
    for (const state of states) tell(`state/${state}`, this.#state(state)?.get('cities'));
    for (const organization of organizations) tell(`organization/${organization}`, this.#namesOf(organization));
    return told;
  }

  /** The level of a meeting, its body's where it has none itself. */
  #levelOf({ level, body }: Meeting): YamlValue | undefined {
    return level === undefined && typeof body === 'string' ? this.#levelIn(body) : level;
  }

  #levelIn(body: string): YamlValue | undefined {
    if (!this.#levels.has(body)) this.#levels.set(body, this.#reader.find('organization', body)?.get('level'));
    return this.#levels.get(body);
  }

  /** Whether two meetings took place in one city by any of its names; where a city is missing, in one state. */
  #isSamePlace(a: Meeting, b: Meeting): boolean {
    if (a.state !== undefined && b.state !== undefined && a.state !== b.state) return false;
    if (a.cities.length === 0 || b.cities.length === 0) {
      return a.state === b.state && (a.state !== undefined || (a.isOnline && b.isOnline));
    }
    return a.cities.some((city) => b.cities.some((other) => city === other || this.#isSameCity(a, b, city, other)));
  }

  #isSameCity(a: Meeting, b: Meeting, city: string, other: string): boolean {
    const record = this.#state(a.state ?? b.state ?? '');
    return record !== undefined && isSameCity(record, city, other);
  }

  #state(id: string): RecordView | undefined {
    if (!this.#states.has(id)) this.#states.set(id, this.#reader.find('state', id));
    return this.#states.get(id);
  }

  #haveLikeNames(a: Candidate, b: Candidate): boolean {
    this.#hasReadNames = true;
    if (a.name === b.name) return true;
    const wording = this.#wordingOf(a.meeting, b.meeting);
    return likeness(wordsOf(wording, a), wordsOf(wording, b)) >= ALIKE;
  }

  #wordingOf(a: Meeting, b: Meeting): Wording {
    const setting = a.setting === b.setting ? a.setting : `${a.setting}\n\n${b.setting}`;
    let wording = this.#wordings.get(setting);
    if (!wording) {
      const names = [a, b].flatMap(({ organization, cities }) => [...this.#namesOf(organization), ...cities]);
      wording = { ignored: [wordedNames(new Set(names))], words: new Map() };
      this.#wordings.set(setting, wording);
    }
    return wording;
  }

  #namesOf(organization: string): string[] {
    return lineage(this.#reader, organization).flatMap(({ foldedNames }) => foldedNames);
  }
}

function wordsOf({ ignored, words }: Wording, candidate: Candidate): TellingWords {
  let own = words.get(candidate);
  if (!own) {
    own = tellingWords(candidate.name, ignored);
    words.set(candidate, own);
  }
  return own;
}
