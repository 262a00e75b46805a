/** Reports dates that are finer than the source's own words. */
import * as l10n from '@vscode/l10n';
import { type EdtfDate, isReversed, type Moment, parseEdtf } from '../dataset/dates/edtf.ts';
import type { LongDate } from '../dataset/record.ts';
import type { Rule } from '../dataset/rule.ts';
import { rewriteAt } from './support/fixes.ts';
import { textIn } from './support/values.ts';
import { type Wording, wordingOf } from './support/wording.ts';
import { shortened } from './support/words.ts';

const SUMMIT =
  'kind: summit\nid: csto-csc-2017\nname: Anniversary CSTO summit\norganization: csto\nbody: csto-csc\nformat: jubilee\nstatus: held\n';
const CITATIONS = 'citations: [{ source: example-report }]\n';
const HALF = 'text: in the second half of the year, basis: resolved';

export const overpreciseDate: Rule = {
  name: 'overprecise-date',
  severity: 'warning',
  title: 'A date is finer than the words of its source.',
  docs: {
    what: 'A date in the long form whose `text` dates by a month, a season, a half or a year, while its `value` is a day or another smaller part of it. Words that are not understood are left alone, as is a date that is marked as `inferred` with a `note`, or has what the source says in `stated`.',
    why: 'The day was made up, or comes from somewhere that nobody can look up. Comparing dates with such a day finds contradictions that there are not.',
    fix: 'Write the date as coarse as the words are. Where another source has the day, say so: `basis: inferred` and a `note`.',
  },
  examples: {
    wrong: [
      `${SUMMIT}date: { value: ⟦2017-10-15⟧, ${HALF} }\n${CITATIONS}`,
      `${SUMMIT}date: { value: ⟦2017-11-30⟧, text: in November 2017 }\n${CITATIONS}`,
    ],
    right: [
      `${SUMMIT}date: { value: 2017-41, ${HALF} }\n${CITATIONS}`,
      `${SUMMIT}date: { value: 2017-11-30, text: on the last day of November 2017 }\n${CITATIONS}`,
    ],
  },
  concerns: ({ record }) => record !== undefined && record.longDates.length > 0,
  *check(document) {
    for (const long of document.record?.longDates ?? []) {
      const text = textIn(long.map.text);
      const date = parseEdtf(long.map.value, long.withTime);
      if (text === undefined || !date || isReversed(date) || isExplained(long, date)) continue;
      const wording = wordingOf(text);
      const coarser = wording && coarserDate(date, wording);
      const path = [...long.path, 'value'];
      const span = document.markOf(path);
      if (!coarser || document.isDoubtful(span) || document.isDoubtful(document.markOf([...long.path, 'text'])))
        continue;
      yield {
        span,
        message: l10n.t(
          '`{0}` says no more than `{1}`: write that, or in a `note` with `basis: inferred` where the rest is from.',
          shortened(text),
          coarser,
        ),
        fixes: () => [{ title: l10n.t('Write `{0}`', coarser), edits: rewriteAt(document, path, coarser) }],
      };
    }
  },
};

/** Whether the record tells apart what the source says and what an editor has made of it. */
function isExplained({ map, withTime }: LongDate, date: EdtfDate): boolean {
  const stated = parseEdtf(map.stated, withTime);
  if (stated && stated.text !== date.text) return true;
  return map.basis === 'inferred' && textIn(map.note) !== undefined;
}

/** The time that a text names: a month, a half, a year. */
interface Unit {
  readonly text: string;
  readonly first: number;
  readonly last: number;
}

/** What the words allow in the place of a date that is finer than they are; nothing where it is not. */
function coarserDate(date: EdtfDate, wording: Wording): string | undefined {
  const units = unitsOf(date, wording);
  const [start, end] = [date.start, date.end].map((moment) => coarserUnit(moment, units, wording));
  // A period may begin with the first day of what is named, and end with the last one.
  const isStartFine = start && start.first !== date.start.first;
  const isEndFine = end && end.last !== date.end.last;
  if (!isStartFine && !isEndFine) return undefined;
  // A moment begins and ends in one unit.
  if (start && start.text === end?.text) return start.text;
  const text = `${isStartFine ? start.text : date.start.text}/${isEndFine ? end.text : date.end.text}`;
  return parseEdtf(text) ? text : undefined;
}

/** The smallest of the units of which a moment is a part; nothing where it is as wide as one of them. */
function coarserUnit(moment: Moment, units: readonly Unit[], { isLoose }: Wording): Unit | undefined {
  const { first, last } = moment;
  if (moment.approximate || moment.uncertain || units.some((unit) => first <= unit.first && unit.last <= last))
    return undefined;
  const around = units.filter((unit) => unit.first <= first && last <= unit.last);
  // "The end of the year" may be its last day, and "early in the year" its first month.
  const isFair = around.some((unit) => moment.precision !== 'day' || unit.first === first || unit.last === last);
  if (isLoose && isFair) return undefined;
  return around.sort((a, b) => a.last - a.first - (b.last - b.first))[0];
}

function unitsOf({ start, end }: EdtfDate, { years, parts, byMonth }: Wording): Unit[] {
  const ends = byMonth ? /^\d{4}-(?:0[1-9]|1[0-2])/ : /^\d{4}/;
  const own = [start, end].flatMap(({ text }) => ends.exec(text)?.[0] ?? []);
  const texts = (years.length > 0 && !byMonth ? years : own).flatMap((year) => parts.map((part) => `${year}${part}`));
  return [...new Set(texts)].flatMap((text) => {
    const unit = parseEdtf(text);
    return unit ? [{ text, first: unit.start.first, last: unit.start.last }] : [];
  });
}
