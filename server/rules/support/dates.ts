/** Date fields as rules read them: a date on its own, or the `value` of the long form. */
import * as l10n from '@vscode/l10n';
import { between, type EdtfDate, inWords, parseEdtf } from '../../dataset/dates/edtf.ts';
import type { Path, YamlRecord, YamlValue } from '../../dataset/yaml/tree.ts';

/** A date that could be read, and the path of the scalar that holds it. */
export interface FoundDate {
  readonly date: EdtfDate;
  readonly path: Path;
}

/** The date in a field at `path`; nothing when there is none yet, or `bad-date` has something to say of it. */
export function dateIn(value: YamlValue | undefined, path: Path): FoundDate | undefined {
  const date = edtfIn(value);
  return date && { date, path: typeof value === 'object' ? [...path, 'value'] : path };
}

/** The same without its path. */
export function edtfIn(value: YamlValue | undefined): EdtfDate | undefined {
  const isLong = value !== null && typeof value === 'object' && !Array.isArray(value);
  return parseEdtf(isLong ? (value as YamlRecord).value : value);
}

/** The time from a map's `from` to its `to`, both counted in; a side that is missing or cannot be read is open. */
export function periodIn({ from, to }: YamlRecord): EdtfDate {
  return between(edtfIn(from), edtfIn(to));
}

/** A date as it ends a sentence: "on 7 October 2025", "in 2013", "from 31 August 2025 to 1 September 2025". */
export function when(date: EdtfDate): string {
  const words = inWords(date);
  if (date.shape === 'period') return words;
  return date.start.precision === 'day' ? l10n.t('on {0}', words) : words.replace(/^some time /, '');
}
