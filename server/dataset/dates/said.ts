/** Years and their parts in words, as they stand by themselves and after other words. */
import * as l10n from '@vscode/l10n';

/** By itself, or where languages give a date another ending: after "since", "until", "from" and "about", or as the end of a period. */
export type Place = 'alone' | 'after' | 'end';

/** The text for a place, the same for all in English; the end of a period is mostly as by itself. */
type Forms = Readonly<Record<Exclude<Place, 'end'>, () => string> & { end?: () => string }>;

const QUARTERS: readonly Forms[] = [
  {
    alone: () => l10n.t('the first quarter of {0}'),
    after: () => l10n.t({ message: 'the first quarter of {0}', comment: ['After "since", "until", "from", "about"'] }),
  },
  {
    alone: () => l10n.t('the second quarter of {0}'),
    after: () => l10n.t({ message: 'the second quarter of {0}', comment: ['After "since", "until", "from", "about"'] }),
  },
  {
    alone: () => l10n.t('the third quarter of {0}'),
    after: () => l10n.t({ message: 'the third quarter of {0}', comment: ['After "since", "until", "from", "about"'] }),
  },
  {
    alone: () => l10n.t('the fourth quarter of {0}'),
    after: () => l10n.t({ message: 'the fourth quarter of {0}', comment: ['After "since", "until", "from", "about"'] }),
  },
];

const HALVES: readonly Forms[] = [
  {
    alone: () => l10n.t('the first half of {0}'),
    after: () => l10n.t({ message: 'the first half of {0}', comment: ['After "since", "until", "from", "about"'] }),
  },
  {
    alone: () => l10n.t('the second half of {0}'),
    after: () => l10n.t({ message: 'the second half of {0}', comment: ['After "since", "until", "from", "about"'] }),
  },
];

/** From spring on. */
const SEASONS: readonly Forms[] = [
  {
    alone: () => l10n.t('spring {0}'),
    after: () => l10n.t({ message: 'spring {0}', comment: ['After "since", "until", "from", "about"'] }),
    end: () => l10n.t({ message: 'spring {0}', comment: ['The end of a period, after "to"'] }),
  },
  {
    alone: () => l10n.t('summer {0}'),
    after: () => l10n.t({ message: 'summer {0}', comment: ['After "since", "until", "from", "about"'] }),
    end: () => l10n.t({ message: 'summer {0}', comment: ['The end of a period, after "to"'] }),
  },
  {
    alone: () => l10n.t('autumn {0}'),
    after: () => l10n.t({ message: 'autumn {0}', comment: ['After "since", "until", "from", "about"'] }),
    end: () => l10n.t({ message: 'autumn {0}', comment: ['The end of a period, after "to"'] }),
  },
  {
    alone: () => l10n.t('winter {0}'),
    after: () => l10n.t({ message: 'winter {0}', comment: ['After "since", "until", "from", "about"'] }),
    end: () => l10n.t({ message: 'winter {0}', comment: ['The end of a period, after "to"'] }),
  },
];

const YEAR: Forms = {
  alone: () => l10n.t({ message: '{0}', comment: ['A year by itself'] }),
  after: () => l10n.t({ message: '{0}', comment: ['A year after "since", "until", "from", "about"'] }),
};

const said = (forms: Forms | undefined, place: Place, year: string) =>
  (forms?.[place] ?? forms?.alone)?.().replace('{0}', year) ?? year;

/** "the third quarter of 2017"; quarters count from 0. */
export const quarterWords = (quarter: number, year: string, place: Place) => said(QUARTERS[quarter], place, year);

/** "the second half of 2017"; halves count from 0. */
export const halfWords = (half: number, year: string, place: Place) => said(HALVES[half], place, year);

/** "spring 2017"; seasons count from 0. */
export const seasonWords = (season: number, year: string, place: Place) => said(SEASONS[season], place, year);

/** "2017". */
export const yearWords = (year: string, place: Place) => said(YEAR, place, year);
