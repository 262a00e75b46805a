/** What records state of the day of a meeting: the meeting itself, and whatever was decided, made or adopted there. */
import { type EdtfDate, isReversed, isWithin, overlaps, parseEdtf } from '../../dataset/dates/edtf.ts';
import type { Overview, Reader, RecordView } from '../../dataset/reader.ts';
import type { Path, YamlValue } from '../../dataset/yaml/tree.ts';
import { dateIn } from './dates.ts';
import { listIn, mapIn, textIn, uniqueById } from './values.ts';

/** A date in the long form with what the source states of a meeting's day. */
export interface Claim {
  /** The meeting's id. */
  readonly meeting: string;
  /** Of the date in its record. */
  readonly path: Path;
  readonly date: YamlValue;
}

/** Another record's date for a meeting that one record states differently. */
export type Conflict = {
  /** Where the date stands in the one record, steps parted by dots. */
  readonly at: string;
  readonly kind: string;
  readonly id: string;
  readonly path: Path;
  readonly stated: string;
};

/** Kinds of record that tell of a meeting, the meeting's own first. */
const KINDS = ['summit', 'chairmanship', 'document', 'proposal'] as const;
/** So many different dates for one meeting are enough to compare with. */
const MOST_DATES = 8;

/** The claims that a record makes, of which `get` reads the properties. */
export function claimsIn(kind: string, get: (name: string) => YamlValue | undefined): Claim[] {
  switch (kind) {
    case 'chairmanship': {
      const { summit, date } = mapIn(get('decided'));
      return claim(summit, ['decided', 'date'], date);
    }
    case 'document': {
      const field = get('adopted') === undefined ? 'signed' : 'adopted';
      return claim(get('adopted_at'), [field], get(field));
    }
    case 'proposal': {
      const steps = listIn(get('history')).map(mapIn);
      return [
        ...claim(get('made_at'), ['date'], get('date')),
        ...steps.flatMap(({ summit, date }, index) => claim(summit, ['history', index, 'date'], date)),
      ];
    }
    default:
      return [];
  }
}

function claim(meeting: YamlValue | undefined, path: Path, date: YamlValue | undefined): Claim[] {
  const isStated = mapIn(date).stated !== undefined;
  return typeof meeting === 'string' && date !== undefined && isStated ? [{ meeting, path, date }] : [];
}

/** For each record that states another day of a meeting than one before it, where it does and which day that one has. */
export const conflictsOverMeeting: Overview<readonly Conflict[]> = {
  name: 'conflicts-over-meeting',
  derive: (meeting, reader) => {
    const known: Stated[] = [];
    const parts = new Map<string, Conflict[]>();
    const held = dateIn(reader.find('summit', meeting)?.get('date'), [])?.date;
    for (const entry of statedOf(reader, meeting)) {
      const other = known.find((earlier) => isOpen(earlier, entry, held));
      if (other) {
        const { kind, id, path, stated } = other;
        const conflict = { at: entry.path.join('.'), kind, id, path: [...path, 'stated'], stated: stated.text };
        const member = `${entry.kind}/${entry.id}`;
        parts.set(member, [...(parts.get(member) ?? []), conflict]);
      }
      const isNew = !known.some(
        ({ stated, explained }) => stated.text === entry.stated.text && explained?.text === entry.explained?.text,
      );
      if (isNew && known.length < MOST_DATES) known.push(entry);
    }
    return parts;
  },
};

interface Stated {
  readonly kind: string;
  readonly id: string;
  readonly path: Path;
  readonly stated: EdtfDate;
  /** The date that the record keeps instead, where it says why. */
  readonly explained: EdtfDate | undefined;
}

/** What is stated of a meeting. The reader gives records in the order of their ids, which does not hang on that of files. */
function statedOf(reader: Reader, meeting: string): Stated[] {
  return KINDS.flatMap((kind) => {
    const own = kind === 'summit' ? reader.find('summit', meeting) : undefined;
    const views = kind === 'summit' ? (own ? [own] : []) : uniqueById(reader.referrers(kind, 'summit', meeting));
    return views.flatMap((view) => claimsOf(view, meeting).flatMap((found) => statedIn(view, found)));
  });
}

function claimsOf(view: RecordView, meeting: string): Claim[] {
  if (view.kind === 'summit') return claim(meeting, ['date'], view.get('date'));
  return claimsIn(view.kind, (name) => view.get(name)).filter((found) => found.meeting === meeting);
}

function statedIn({ kind, id }: RecordView, { path, date }: Claim): Stated[] {
  const { stated, value, note } = mapIn(date);
  const read = parseEdtf(stated);
  if (!read || isReversed(read)) return [];
  const explained = textIn(note) === undefined ? undefined : parseEdtf(value);
  return [{ kind, id, path, stated: read, explained }];
}

/**
 * Whether two dates stated of one meeting contradict each other, and neither record keeps the other's date and says why.
 * @param held the date of the meeting, within whose days both may lie
 */
function isOpen(one: Stated, other: Stated, held: EdtfDate | undefined): boolean {
  if (overlaps(one.stated, other.stated) !== 'no') return false;
  const isDay = ({ stated }: Stated) => held !== undefined && isWithin(stated, held) === 'yes';
  return !(isDay(one) && isDay(other)) && !knows(one, other) && !knows(other, one);
}

function knows({ explained }: Stated, { stated }: Stated): boolean {
  return explained !== undefined && overlaps(explained, stated) !== 'no';
}
