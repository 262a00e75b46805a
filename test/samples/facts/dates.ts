/** The vague and relative dates of the documents: each keeps its wording beside what it was resolved to. */
import { facts } from './fact.ts';

/** Several rows can stand for one date; `vagueDateCount` is how many dates there are. */
export const vagueDateCount = 15;

export const vagueDates = [
  ...facts('1, Trend 2025-10-07 "October 7"', {
    'proposal/kaz-ots-cybersecurity-council-2025': [
      ['wording', 'date.text', 'October 7'],
      ['value', 'date.value', '2025-10-07'],
      ['from the page header', 'date.basis', 'resolved'],
    ],
    'source/trend-2025-10-07-4100562': [['wording in the dateline', 'dateline.text', /October 7$/]],
  }),
  ...facts('2, Trend 2025-10-07 "7 October 2025 15:12 (UTC +04:00)"', {
    'source/trend-2025-10-07-4100562': [
      ['wording', 'published.text', '7 October 2025 15:12 (UTC +04:00)'],
      ['value', 'published.value', '2025-10-07T15:12+04:00'],
    ],
  }),
  ...facts('3, TASS 2025-01-01 "January 1"', {
    'source/tass-2025-01-01-1894861': [
      ['wording', 'published.text', 'January 1'],
      ['value', 'published.value', '2025-01-01'],
      ['from the text', 'published.basis', 'resolved'],
    ],
  }),
  ...facts('4, TASS 2025-01-01 "the November 24 session"', {
    'summit/csto-csc-2024-astana': [
      ['wording', 'date.text', 'the November 24 session'],
      ['value', 'date.value', '2024-11-28'],
      ['stated', 'date.stated', '2024-11-24'],
      ['basis', 'date.basis', 'resolved'],
      ['explained', 'date.note', /24 November.*28th/],
    ],
    'chairmanship/csto-chair-2025-kgz': [
      ['wording of the decision', 'decided.date.text', 'the November 24 session'],
      ['value of the decision', 'decided.date.value', '2024-11-28'],
      ['stated of the decision', 'decided.date.stated', '2024-11-24'],
      ['basis of the decision', 'decided.date.basis', 'resolved'],
      ['explained with the decision', 'decided.date.note', /24 November.*28th/],
    ],
  }),
  ...facts('5, TASS 2025-01-01 "in 2025"', {
    'summit/csto-cybersecurity-conference-2025': [
      ['wording', 'date.text', 'in 2025'],
      ['value', 'date.value', 2025],
    ],
    'proposal/kgz-csto-cybersecurity-conference-2025': [['wording of the target', 'target.date.text', 'in 2025']],
  }),
  ...facts('6, The Astana Times 2025-10-07 "Oct. 7"', {
    'summit/ots-summit-2025-gabala': [
      ['wording', 'date.text', 'Oct. 7'],
      ['value', 'date.value', '2025-10-07'],
      ['basis', 'date.basis', 'resolved'],
    ],
  }),
  ...facts('7, The Astana Times 2025-10-07 "next year"', {
    'summit/ots-informal-summit-2026': [
      ['wording', 'date.text', 'next year’s informal OTS summit'],
      ['value', 'date.value', 2026],
      ['basis', 'date.basis', 'resolved'],
    ],
    'summit/creative-economy-forum-2026-almaty': [
      ['wording', 'date.text', 'next year'],
      ['value', 'date.value', 2026],
      ['basis', 'date.basis', 'resolved'],
    ],
    'proposal/kaz-ots-creative-economy-forum-2025': [['wording of the target', 'target.date.text', 'next year']],
  }),
  ...facts('8, The Astana Times 2025-10-07 "which Kazakhstan will chair in 2026"', {
    'chairmanship/tcci-chair-2026-kaz': [
      ['wording', 'from.text', 'which Kazakhstan will chair in 2026'],
      ['value', 'from.value', 2026],
    ],
  }),
  ...facts('9, The Astana Times 2025-10-07 "recently launched"', {
    'organization/alem-ai': [
      ['wording', 'founded.in_force.text', 'recently launched'],
      ['value', 'founded.in_force.value', '../2025-10-07'],
      ['basis', 'founded.in_force.basis', 'resolved'],
    ],
  }),
  ...facts('10, Trend 2025-09-12 "September 12"', {
    'summit/ots-security-secretaries-2025-bishkek': [
      ['wording', 'date.text', 'September 12'],
      ['value', 'date.value', '2025-09-12'],
      ['basis', 'date.basis', 'inferred'],
    ],
  }),
  ...facts('11, Trend 2025-09-12 "for 2022–2026", "– 2040"', {
    'document/ots-strategy-2022-2026': [
      ['wording', 'validity.text', 'for 2022–2026'],
      ['value', 'validity.value', '2022/2026'],
    ],
    'document/turkic-world-vision-2040': [
      ['wording', 'validity.text', '– 2040'],
      ['value', 'validity.value', '../2040'],
      ['the horizon', 'validity.note', /horizon/],
    ],
  }),
  ...facts('12, Foreign Ministry of Kazakhstan 2017-07-17 "in the second half of the year"', {
    'summit/csto-csc-2017-minsk': [
      ['wording', 'previous_dates[].date.text', 'in the second half of the year'],
      ['value', 'previous_dates[].date.value', '2017-41'],
      ['basis', 'previous_dates[].date.basis', 'resolved'],
    ],
  }),
  ...facts('13, Foreign Ministry of Kazakhstan 2017-07-17 "for 2017", "second half of 2017 and first half of 2018"', {
    'document/csto-joint-statement-topics-2017': [
      ['wording', 'validity.text', 'for 2017'],
      ['value', 'validity.value', 2017],
    ],
    'document/csto-consultation-plan-2017-2018': [
      ['wording', 'validity.text', 'for the second half of 2017 and first half of 2018'],
      ['value', 'validity.value', '2017-07/2018-06'],
    ],
  }),
  ...facts('14, Foreign Ministry of Kazakhstan 2017-07-17 "This year is marked by the 25th anniversary"', {
    'summit/csto-csc-2017-minsk': [
      ['wording', 'previous_dates[].date.note', /This year is marked by the 25th anniversary of the signing/],
      ['the year', 'previous_dates[].date.value', /^2017/],
    ],
  }),
  ...facts('15, Foreign Ministry of Kazakhstan 2017-07-17 "17.07.2017, 18:00"', {
    'source/mfa-kaz-2017-07-17': [
      ['wording', 'published.text', '17.07.2017, 18:00'],
      ['a moment without offset', 'published.value', '2017-07-17T18:00'],
    ],
  }),
];
