/** The way of a proposal from its making to what came of it: each step that has a date, its own or a borrowed one. */
import { schemaAt } from '../schema.ts';
import type { YamlRecord, YamlValue } from '../yaml/tree.ts';
import { asMoment, drawn, isOver } from './date.ts';
import type { KnownRecord, Lookup, TimelineDate, TimelineStep } from './entry.ts';
import { keyOf, list, map, text } from './values.ts';

/** What a proposal is when it has just been made. */
const OPENING: ReadonlySet<string> = new Set(['announced', 'proposed']);
/** Statuses that a proposal has only when something has come of it. */
const ACCOMPLISHED: ReadonlySet<string> = new Set(['agreed', 'adopted', 'in-implementation', 'implemented']);

/** A step that may be left out for want of a date. */
type Sketch = Omit<TimelineStep, 'date'> & { readonly date?: TimelineDate | undefined };

/**
 * The dated steps of a proposal, given its value: how it was made, the entries of its history, its result where no entry
 * tells of it. A step without a date has that of its meeting, else of its document. Steps are in the order of time; those
 * that may have been at one time in the order of the schema's statuses, then as the record has them.
 */
export function storyOf(value: YamlRecord, reader: Lookup): TimelineStep[] {
  const told = withMaking(
    list(value.history).flatMap((entry) => stepOf(map(entry), reader)),
    value,
    reader,
  );
  const result = resultOf(value, told, reader);
  const steps = (result ? [...told, result] : told).filter((step): step is TimelineStep => step.date !== undefined);
  return inOrder(steps);
}

/** The step in which a proposal was made, if its story has one. */
export function openingOf(story: readonly TimelineStep[]): TimelineStep | undefined {
  return story.find(({ status }) => OPENING.has(status));
}

/** When a meeting takes place. */
export function dateOfSummit(id: YamlValue | undefined, reader: Lookup): TimelineDate | undefined {
  return drawn(view(reader, 'summit', id)?.get('date'));
}

function stepOf(entry: YamlRecord, reader: Lookup): Sketch[] {
  const status = text(entry.status);
  if (status === undefined) return [];
  const date = drawn(entry.date) ?? dateOfSummit(entry.summit, reader) ?? dateOfDocument(entry.document, reader);
  return [{ status, date: asMoment(date), ...keysOf(entry.summit, entry.document) }];
}

/**
 * Tells of the making of a proposal once: in the entry of the history that does so, else in a step of its own. An entry
 * does if it has an opening status, or is the first and of the same time; where it says too little, the proposal's own
 * date and meeting say the rest.
 */
function withMaking(steps: readonly Sketch[], value: YamlRecord, reader: Lookup): readonly Sketch[] {
  const date = asMoment(drawn(value.date) ?? dateOfSummit(value.made_at, reader));
  if (!date) return steps;
  const made = { date, ...keysOf(value.made_at, undefined) };
  const [first] = steps;
  const teller =
    steps.find(({ status }) => OPENING.has(status)) ?? (first?.date && isSame(first.date, date) ? first : undefined);
  if (!teller) return [{ status: openingStatus(value), ...made }, ...steps];
  if (!teller.date || !areApart(teller.date, date)) {
    return steps.map((step) => (step === teller ? { ...made, ...step, date: step.date ?? date } : step));
  }
  // It was announced at one time and made at another.
  const isTold = steps.some(({ status }) => status === 'proposed');
  return isTold ? steps : [...steps, { status: 'proposed', ...made }];
}

/** What a proposal was when it was made, where nobody says: put to somebody, or merely made known. */
function openingStatus({ status, addressed_to: addressee }: YamlRecord): string {
  const own = text(status);
  if (own !== undefined && OPENING.has(own)) return own;
  return text(map(addressee).organization) === undefined ? 'announced' : 'proposed';
}

/**
 * The step that a dated result stands for, unless another has told of it. A document is adopted on its day; a meeting that
 * was held, or an organization that was founded, is what the proposal's present status tells of.
 */
function resultOf(value: YamlRecord, steps: readonly Sketch[], reader: Lookup): Sketch | undefined {
  const present = text(value.status);
  if (present === undefined || !ACCOMPLISHED.has(present)) return undefined;
  const { document, summit, organization } = map(value.result);
  const date =
    dateOfDocument(document, reader) ??
    dateOfHeld(summit, reader) ??
    foundingOf(view(reader, 'organization', organization));
  const isKnown = (status: string) => steps.some((step) => step.status === status);
  const status = text(document) !== undefined ? 'adopted' : isKnown(present) ? 'implemented' : present;
  const keys = keysOf(summit, document);
  const isTold = steps.some((step) => isSameKey(step.summit, keys.summit) || isSameKey(step.document, keys.document));
  return date && !isTold && !isKnown(status) ? { status, date: asMoment(date), ...keys } : undefined;
}

function dateOfHeld(id: YamlValue | undefined, reader: Lookup): TimelineDate | undefined {
  const status = text(view(reader, 'summit', id)?.get('status'));
  return status === undefined || status === 'held' ? dateOfSummit(id, reader) : undefined;
}

/** When a document was adopted or signed. */
function dateOfDocument(id: YamlValue | undefined, reader: Lookup): TimelineDate | undefined {
  const document = view(reader, 'document', id);
  if (!document) return undefined;
  return (
    drawn(document.get('adopted')) ?? drawn(document.get('signed')) ?? dateOfSummit(document.get('adopted_at'), reader)
  );
}

function foundingOf(organization: KnownRecord | undefined): TimelineDate | undefined {
  const founded = map(organization?.get('founded'));
  return drawn(founded.signed) ?? drawn(founded.in_force);
}

/**
 * Those that are certainly earlier first. That alone does not put dates of different precision in a row, so each time the
 * first by status is taken of all that may be next.
 */
function inOrder(steps: readonly TimelineStep[]): TimelineStep[] {
  const order = schemaAt('proposal', ['status'])?.values.map(({ value }) => value) ?? [];
  const rank = ({ status }: TimelineStep) => (order.includes(status) ? order.indexOf(status) : order.length);
  const left = [...steps].sort((a, b) => rank(a) - rank(b));
  const sorted: TimelineStep[] = [];
  while (left.length > 0) {
    const firstEnd = left.reduce((end, { date }) => Math.min(end, date.max ?? Infinity), Infinity);
    const next = left.findIndex(({ date }) => (date.min ?? -Infinity) < firstEnd);
    // A date that ends before it begins is over before itself.
    sorted.push(...left.splice(Math.max(0, next), 1));
  }
  return sorted;
}

function keysOf(
  summit: YamlValue | undefined,
  document: YamlValue | undefined,
): Pick<TimelineStep, 'summit' | 'document'> {
  const [meeting, paper] = [text(summit), text(document)];
  return {
    ...(meeting !== undefined && { summit: keyOf('summit', meeting) }),
    ...(paper !== undefined && { document: keyOf('document', paper) }),
  };
}

function isSameKey(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && a === b;
}

function isSame(a: TimelineDate, b: TimelineDate): boolean {
  return a.min === b.min && a.max === b.max;
}

function areApart(a: TimelineDate, b: TimelineDate): boolean {
  return isOver(a, b) || isOver(b, a);
}

function view(reader: Lookup, kind: string, id: YamlValue | undefined): KnownRecord | undefined {
  return typeof id === 'string' ? reader.find(kind, id) : undefined;
}
