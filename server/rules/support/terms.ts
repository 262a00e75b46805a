/** The terms of an organization's chair: which comes before and after which, and who was in the chair at a time. */

import { between, type EdtfDate, earliest, isBefore, isReversed, latest, parseEdtf } from '../../dataset/dates/edtf.ts';
import type { SourceDocument } from '../../dataset/document.ts';
import type { Making } from '../../dataset/kept.ts';
import type { Overview, Reader, RecordView } from '../../dataset/reader.ts';
import type { Path, YamlValue } from '../../dataset/yaml/tree.ts';
import { dateIn, type FoundDate } from './dates.ts';
import { textIn } from './values.ts';

/** A chairmanship, be it the record that is checked or one that was found. */
export type Chair = Pick<RecordView, 'get'> & { readonly id: string | undefined };

/** A date as an overview keeps it: its text, and where it stands in its record. */
export type PlacedDate = { readonly text: string; readonly path: Path };

/** One term as other records see it. Dates that cannot be right are none. */
export type Term = {
  readonly id: string;
  /** Nothing where no state has the id that stands there. */
  readonly state: string | null;
  readonly from: PlacedDate | null;
  readonly to: PlacedDate | null;
};

/** The terms on either side of one. */
export type Beside = {
  /** Of those that may have begun earlier the one that may have lasted longest. */
  readonly before: Term | null;
  /** The next of those that certainly lasted longer than the day of a hand-over. */
  readonly after: Term | null;
};

/** A term among those of its time; `isLast` when certainly no other began after it. */
export type TermInTime = Term & { readonly isLast: boolean };

/** A term with its dates as they count. */
interface Dated {
  readonly term: Term;
  readonly from: EdtfDate | undefined;
  readonly to: EdtfDate | undefined;
  /** Breaks ties, so that the order does not hang on the order of files. */
  readonly tie: string;
}

/** Terms and meetings are looked up by stretches of about a year. */
const STRETCH = 365;
/** Longer terms than that many stretches are kept apart; a wider date tells nothing of who was in the chair. */
const LONGEST_TERM = 100;
const WIDEST_DATE = 4;
const LASTING = 'lasting';

/** For each chairmanship of an organization the terms beside it. */
export const chairsBeside: Overview<Beside> = {
  name: 'chairs-beside',
  derive: (organization, reader) => {
    const terms = datedTerms(reader, organization);
    const [before, after] = [termsBefore(terms), termsAfter(terms)];
    const parts = new Map<string, Beside>();
    const repeated = new Set<string>();
    for (const dated of terms) {
      const { id } = dated.term;
      if (parts.has(id)) repeated.add(id);
      parts.set(id, { before: before.get(dated) ?? null, after: after.get(dated) ?? null });
    }
    for (const id of repeated) parts.delete(id);
    return parts;
  },
};

/** For each stretch of time the terms that may touch it; those without bounds are kept once for all times. */
export const chairsInTime: Overview<readonly TermInTime[]> = {
  name: 'chairs-in-time',
  derive: (organization, reader) => {
    const stretches = new Map<string, TermInTime[]>([[LASTING, []]]);
    const terms = datedTerms(reader, organization);
    const isLast = lastIn(terms);
    for (const dated of terms) {
      for (const stretch of stretchesOf(between(dated.from, dated.to), LONGEST_TERM) ?? [LASTING]) {
        const known = stretches.get(stretch) ?? [];
        stretches.set(stretch, known);
        known.push({ ...dated.term, isLast: isLast(dated) });
      }
    }
    return stretches;
  },
};

/** The terms of an organization's chair that may share a day with a date; none where it is too wide to tell. */
export function termsAround(reader: Reader, organization: string, date: EdtfDate): TermInTime[] {
  const stretches = stretchesOf(date, WIDEST_DATE);
  if (!stretches) return [];
  return [LASTING, ...stretches].flatMap((stretch) => reader.overview(chairsInTime, organization, stretch) ?? []);
}

/** The term before a chair's: the one that it names, else the one that ended last. */
export function termBefore(reader: Reader, chair: Chair): Term | undefined {
  const [organization, named] = [chair.get('organization'), chair.get('predecessor')];
  if (typeof organization !== 'string' || chair.id === undefined) return undefined;
  if (named === undefined) return reader.overview(chairsBeside, organization, chair.id)?.before ?? undefined;
  const view = typeof named === 'string' && named !== chair.id ? reader.find('chairmanship', named) : undefined;
  return view && view.get('organization') === organization ? termOf(reader, view) : undefined;
}

/** A date that an overview has kept. */
export function dateOf(placed: PlacedDate | null): EdtfDate | undefined {
  return placed ? parseEdtf(placed.text) : undefined;
}

/** The time of a term, both days counted in; a side that is not known is open. */
export function timeOf({ from, to }: Term): EdtfDate {
  return between(dateOf(from), dateOf(to));
}

/** A date for an overview to keep. */
export function placed(found: FoundDate): PlacedDate {
  return { text: found.date.text, path: found.path };
}

/** What a message calls a state; nothing where no record has that id. */
export function stateName(reader: Reader, id: YamlValue | undefined): string | undefined {
  return typeof id === 'string' ? reader.find('state', id)?.label : undefined;
}

/** The term that a document records. */
export function chairIn(document: SourceDocument): Chair | undefined {
  const { record } = document;
  return record?.kind === 'chairmanship' ? { id: record.id, get: (name) => record.value[name] } : undefined;
}

/** The terms of an organization that there is, in no order; those that share an id are all among them. */
export function datedTerms(reader: Reader, organization: string): Dated[] {
  if (!reader.find('organization', organization)) return [];
  const chairs = reader.referrers('chairmanship', 'organization', organization);
  return chairs
    .filter((chair) => chair.get('organization') === organization)
    .map((chair) => {
      const dated = chair.alone(datedTerm);
      const term = withKnownState(reader, dated.term);
      return term === dated.term ? dated : { ...dated, term };
    });
}

function termOf(reader: Reader, chair: RecordView): Term {
  return withKnownState(reader, chair.alone(datedTerm).term);
}

function withKnownState(reader: Reader, term: Term): Term {
  return term.state === null || reader.find('state', term.state) ? term : { ...term, state: null };
}

/** A term by the word of its record alone, whether there is its state or not. */
const datedTerm: Making<Dated> = (get, id) => {
  const [from, to] = ['from', 'to'].map((field) => dateIn(get(field), [field]));
  const isWrong = [from?.date, to?.date, between(from?.date, to?.date)].some((date) => date && isReversed(date));
  const [begun, ended] = isWrong ? [] : [from, to];
  const term = {
    id,
    state: textIn(get('state')) ?? null,
    from: begun ? placed(begun) : null,
    to: ended ? placed(ended) : null,
  };
  return { term, from: begun?.date, to: ended?.date, tie: JSON.stringify(term) };
};

function termsBefore(terms: readonly Dated[]): Map<Dated, Term> {
  const before = new Map<Dated, Term>();
  let last: Dated | undefined;
  for (const dated of inOrder(terms, firstDay)) {
    if (last) before.set(dated, last.term);
    if (!last || lastDay(dated) >= lastDay(last)) last = dated;
  }
  return before;
}

/**
 * In the order of the days by which terms had begun at the latest, whatever certainly overlaps a term overlaps its
 * neighbour in this order first, so that one look is enough.
 */
function termsAfter(terms: readonly Dated[]): Map<Dated, Term> {
  const firm = inOrder(terms.filter(isFirm), ({ from }) => latest(from!.end));
  return new Map(firm.slice(0, -1).map((dated, index) => [dated, firm[index + 1]!.term]));
}

/** Whether a term has begun by a known day and certainly lasted beyond it; one without an end is taken to do so. */
function isFirm({ from, to }: Dated): boolean {
  return from !== undefined && latest(from.end) < Infinity && (!to || isBefore(from, to) === 'yes');
}

function lastIn(terms: readonly Dated[]): (dated: Dated) => boolean {
  const beginnings = terms.map(({ from }) => (from ? latest(from.end) : Infinity)).sort((a, b) => b - a);
  return ({ from }) => {
    if (!from) return false;
    const others = latest(from.end) === beginnings[0] ? beginnings[1] : beginnings[0];
    return earliest(from.start) > (others ?? -Infinity);
  };
}

/** The first day on which a term may have begun. */
function firstDay({ from }: Dated): number {
  return from ? earliest(from.start) : -Infinity;
}

/** The last day on which a term may have ended. */
function lastDay({ to }: Dated): number {
  return to ? latest(to.end) : Infinity;
}

function inOrder(terms: readonly Dated[], dayOf: (dated: Dated) => number): Dated[] {
  const days = new Map(terms.map((dated) => [dated, dayOf(dated)]));
  return [...terms].sort((a, b) => {
    const [left, right] = [days.get(a)!, days.get(b)!];
    if (left !== right) return left < right ? -1 : 1;
    return a.tie < b.tie ? -1 : 1;
  });
}

/** The names of the stretches that a date may touch; nothing where they are more than `most`. */
function stretchesOf(date: EdtfDate, most: number): string[] | undefined {
  const [first, last] = [earliest(date.start), latest(date.end)].map((day) => Math.floor(day / STRETCH));
  const length = last! - first! + 1;
  return length <= most ? Array.from({ length }, (_, index) => String(first! + index)) : undefined;
}
