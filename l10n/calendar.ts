/** Months and days of the week in the language that people are spoken to in. */
import * as l10n from '@vscode/l10n';

/** What a month is called, 0 for January: by itself, as in "October 2025", after a day, as in "7 October", and where there is little room. */
export interface MonthName {
  readonly alone: string;
  readonly afterDay: string;
  readonly short: string;
}

export function monthName(month: number): MonthName {
  const alone = l10n.t('January February March April May June July August September October November December');
  const afterDay = l10n.t({
    message: 'January February March April May June July August September October November December',
    comment: ['Months as they stand after the number of a day'],
  });
  const short = l10n.t('Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec');
  const nth = (names: string) => names.split(' ')[month] ?? '';
  return { alone: nth(alone), afterDay: nth(afterDay), short: nth(short) };
}

/** What a day of the week is called where there is little room; 0 for Sunday. */
export function weekdayName(day: number): string {
  return l10n.t('Sun Mon Tue Wed Thu Fri Sat').split(' ')[day] ?? '';
}
