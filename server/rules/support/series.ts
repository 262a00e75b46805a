/** The numbered series of meetings: which a meeting belongs to, and whether it counts there. */
import type { EdtfDate } from '../../dataset/dates/edtf.ts';
import { isBefore, isReversed } from '../../dataset/dates/edtf.ts';
import type { Reader, RecordView } from '../../dataset/reader.ts';
import type { Path, YamlRecord, YamlValue } from '../../dataset/yaml/tree.ts';
import { dateIn } from './dates.ts';
import { lineage } from './organizations.ts';
import { listIn, mapIn, textIn } from './values.ts';

/** The sort of meeting that is counted where an organization says nothing else. */
export const REGULAR = 'regular';

/** What an organization's record says of one numbered series. */
export interface Series {
  readonly organization: RecordView;
  /** Of the entry in the organization's record. */
  readonly path: Path;
  /** The sort of meeting that is counted. */
  readonly format: string;
  /** When the meeting took place that counts as number one. */
  readonly first: { readonly date: EdtfDate; readonly path: Path } | undefined;
}

/** Whose meeting it is, from a meeting's `body` and `organization`: the body's, or the organization's where no body is named. */
export function bodyOf(body: YamlValue | undefined, organization: YamlValue | undefined): string | undefined {
  return body === undefined ? textIn(organization) : textIn(body);
}

/** The series of a body, as the body's own record and those of the organizations around it have them. */
export function seriesOf(reader: Reader, body: string): Series[] {
  return lineage(reader, body).flatMap((organization) =>
    listIn(organization.get('series')).flatMap((value, index) => {
      const entry = mapIn(value);
      return entry.body === body ? seriesIn(organization, entry, ['series', index]) : [];
    }),
  );
}

function seriesIn(organization: RecordView, entry: YamlRecord, path: Path): Series {
  const first = dateIn(entry.first, [...path, 'first']);
  return {
    organization,
    path,
    format: textIn(entry.format) ?? REGULAR,
    first: first && !isReversed(first.date) ? first : undefined,
  };
}

/** The sorts of meeting that a body numbers. */
export function countedFormats(series: readonly Series[]): ReadonlySet<string> {
  return new Set(series.length > 0 ? series.map(({ format }) => format) : [REGULAR]);
}

/** The series whose first meeting certainly was after a date, which therefore cannot count in it. */
export function begunLater(
  series: readonly Series[],
  format: YamlValue | undefined,
  date: EdtfDate,
): Series | undefined {
  const own = series.filter((one) => typeof format !== 'string' || one.format === format);
  const later = own.filter(({ first }) => first && isBefore(date, first.date) === 'yes');
  return later.length === own.length ? later[0] : undefined;
}

/** The number of a meeting; nothing where none stands, or what stands there is told by `schema`. */
export function ordinalIn(value: YamlValue | undefined): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 ? value : undefined;
}
