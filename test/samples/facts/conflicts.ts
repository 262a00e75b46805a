/** Where published sources contradict each other: both versions are kept, in the sample or in the registry. */
import { facts } from './fact.ts';

export const conflicts = [
  ...facts('1, the CSTO session in Astana on 24 or 28 November 2024', {
    'summit/csto-csc-2024-astana': [
      ['the 28th', 'date.value', '2024-11-28'],
      ['the 24th', 'date.stated', '2024-11-24'],
      ['who has the 24th', 'citations[].source', 'tass-2025-01-01-1894861'],
      ['who has the 28th', 'citations[].source', 'news-az-2024-11-28'],
    ],
  }),
  ...facts('2, the OTS got its name on 12 or 14 November 2021', {
    'organization/ots': [
      ['the day of the summit', 'names[type=former].to.value', '2021-11-12'],
      ['the other day', 'names[type=former].to.stated', '2021-11-14'],
    ],
    'summit/ots-summit-2021-istanbul': [
      ['the other day of the summit', 'date.stated', '2021-11-14'],
      ['the report that has it', 'citations[].source', 'kazinform-2022-10-04-3986608'],
    ],
  }),
  ...facts('3, the sixth OTS summit, in 2016 or on 2 or 3 September 2018', {
    'summit/ots-summit-2018-cholpon-ata': [
      ['the 3rd', 'date.value', '2018-09-03'],
      ['the 2nd', 'date.stated', '2018-09-02'],
      ['September 2016', 'date.note', /"September 2016"/],
      ['planned for 2016', 'previous_dates[].date.value', '2016-36'],
    ],
  }),
  ...facts('4, the fifth OTS summit in Astana, or "Nur-Sultan"', {
    'summit/ots-summit-2015-astana': [
      ['Astana', 'place.city', 'Astana'],
      ['the other name', 'note', /Nur-Sultan/],
    ],
    'source/wikipedia-turkic-council-summits': [['who has it', 'note', /Nur-Sultan/]],
  }),
  ...facts('5, the CSTO charter signed in Kishinev or Tashkent', {
    'document/csto-charter': [
      ['both', 'note', /Kishinev.*Tashkent/],
      ['who has Tashkent', 'citations[].source', 'tass-2012-11-12-685227'],
    ],
    'organization/csto': [
      ['Kishinev', 'founded.place', 'Chișinău'],
      ['and Tashkent', 'note', /Tashkent/],
    ],
  }),
  ...facts('6, Uzbekistan in the CSTO from June or August, until June or December', {
    'organization/csto': [
      ['since June', 'members[state=UZB].from.value', '2006-06-23'],
      ['since August', 'members[state=UZB].from.stated', '2006-08-16'],
      ['until December', 'members[state=UZB].to.value', '2012-12-19'],
      ['until June', 'members[state=UZB].to.stated', '2012-06-28'],
    ],
    'summit/csto-csc-2012-moscow': [['the suspension', 'outcomes[].decision', /Uzbekistan's membership is suspended/]],
  }),
  ...facts('7, Belarus in the SCO since 4 July or 8 August 2024', {
    'organization/sco': [
      ['July', 'members[state=BLR].from.value', '2024-07-04'],
      ['August', 'members[state=BLR].from.stated', '2024-08-08'],
    ],
    'summit/sco-summit-2024-astana': [
      ['admitted there', 'outcomes[].decision', 'Belarus becomes a member.'],
      ['August', 'note', /8 August/],
    ],
    'source/gyaankosh-sco': [['who has August', 'note', /8 August/]],
  }),
  ...facts('8, "the 23rd SCO summit" in Islamabad', {
    'summit/sco-chg-2024-islamabad': [
      ['of the heads of government', 'level', 'heads-of-government'],
      ['by the name in the press', 'aliases[]', '23rd SCO summit'],
      ['explained', 'note', /heads of state count apart/],
    ],
    'summit/sco-summit-2023-online': [['the 23rd of the heads of state', 'ordinal', 23]],
    'organization/sco-chg': [['explained', 'note', /23rd SCO summit/]],
    'source/trend-2024-07-04-3919828': [['who has heads of state', 'note', /Heads of State Council/]],
  }),
  ...facts('9, states that one list alone has in the CICA', {
    'organization/cica': [
      ['Armenia is no member', 'members[state=ARM].status', undefined],
      ['Iceland is no member', 'members[state=ISL].status', undefined],
      ['Belarus observes', 'members[state=BLR].status', 'observer'],
      ['the list', 'note', /Asia-Plus in 2019/],
    ],
    'source/asia-plus-2019-06-17': [['who has it', 'note', /Armenia, Belarus, Iceland, Kiribati, Liechtenstein/]],
  }),
  ...facts('10, memberships that have gone stale in the World Factbook', {
    'organization/sco': [
      ['India is a member', 'members[state=IND].status', 'member'],
      ['what the Factbook has', 'note', /World Factbook.*India and Iran/],
    ],
    'organization/cica': [['Burundi for Bangladesh', 'note', /World Factbook.*Burundi/]],
    'organization/eu': [['the United Kingdom', 'note', /World Factbook.*United Kingdom/]],
  }),
  ...facts('11, Kazakhstan in the chair of the CSTO from 20 or 21 December 2011', {
    'chairmanship/csto-chair-2011-kaz': [
      ['the 20th', 'from.value', '2011-12-20'],
      ['the 21st', 'from.stated', '2011-12-21'],
    ],
    'summit/csto-csc-2011-moscow': [['the 21st for the session, too', 'date.stated', '2011-12-21']],
  }),
  ...facts('12, the OTS chair from the summit of 2024, or "for 2025"', {
    'chairmanship/ots-chair-2024-kgz': [
      ['from the summit', 'from', '2024-11-06'],
      ['the other wording', 'note', /"for 2025"/],
      ['who has it', 'citations[].source', 'asia-plus-2024-11-07'],
    ],
  }),
  ...facts('13, the informal OTS summit of 2026 in April or May', {
    'summit/ots-informal-summit-2026': [
      ['what all agree on', 'date.value', 2026],
      ['both months', 'date.note', /April.*May/],
      ['who has April', 'citations[].source', 'report-az-2025-10-30'],
      ['who has May', 'citations[].source', 'vestnik-kavkaza-2026-02-06'],
    ],
  }),
  ...facts('14, the council on energy efficiency under two names', {
    'proposal/kaz-ots-energy-efficiency-council-2025': [
      ['of best practices', 'title', 'Council on Best Practices in Energy Efficiency'],
      ['of excellence', 'aliases[]', 'Council of Excellence on Energy Efficiency'],
    ],
  }),
  ...facts('15, the innovation centre under two names', {
    'proposal/kaz-ots-digital-innovation-center-2025': [
      ['of the Turkic States', 'title', 'Turkic States Digital Innovation Center'],
      ['of the OTS', 'aliases[]', 'OTS Digital Innovation Center'],
    ],
  }),
  ...facts('16, one conference on cybersecurity in 2025, or one a year', {
    'proposal/kgz-csto-cybersecurity-conference-2025': [
      ['one', 'target.date.value', 2025],
      ['one a year', 'note', /annual one/],
      ['who has one a year', 'citations[].source', 'report-az-2024-11-csto'],
    ],
  }),
  ...facts('17, the chair of an organization that had another name then', {
    'chairmanship/ots-chair-2019-aze': [
      ['the name then', 'note', /Turkic Council/],
      ['who has the later one', 'citations[].source', 'today-az-2022-07-01-222437'],
    ],
  }),
];
