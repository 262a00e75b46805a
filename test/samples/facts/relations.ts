/** The twelve relations and conflicts between the documents. */
import { facts } from './fact.ts';

export const relationCount = 12;

const trend = 'trend-2025-10-07-4100562';
const astanaTimes = 'astana-times-2025-10-07';
const gabala = 'summit/ots-summit-2025-gabala';
const council = 'proposal/kaz-ots-cybersecurity-council-2025';

export const relations = [
  ...facts('1, one proposal in two reports', {
    [council]: [
      ['two citations', 'citations.length', 2],
      ['Trend', 'citations[].source', trend],
      ['The Astana Times', 'citations[].source', astanaTimes],
      ['the title in Trend', 'title', /Cybersecurity Council within the Organization/],
      ['the title in The Astana Times', 'aliases[]', 'council on cybersecurity under the OTS'],
      ['the purpose in Trend', `purpose[source=${trend}].text`, /critical infrastructure/],
      ['the purpose in The Astana Times', `purpose[source=${astanaTimes}].text`, /coordination/],
    ],
  }),
  ...facts('2, one summit under two names', {
    [gabala]: [
      ['the name in Trend', 'name', '12th Summit of the Council of Heads of State of the OTS'],
      ['the name in The Astana Times', 'aliases[]', '12th summit of the Organization of Turkic States'],
      ['Trend', 'citations[].source', trend],
      ['The Astana Times', 'citations[].source', astanaTimes],
    ],
  }),
  ...facts('3, a dateline is not the place', {
    [`source/${trend}`]: [['written in Gabala', 'dateline.city', 'Gabala']],
    [`source/${astanaTimes}`]: [['written in Almaty', 'dateline.city', 'Almaty']],
    [gabala]: [['held in Gabala', 'place.city', 'Gabala']],
  }),
  ...facts('4, one person in two spellings', {
    'person/sadyr-japarov': [
      ['TASS', 'name', 'Sadyr Japarov'],
      ['Trend', 'aliases[]', 'Sadyr Zhaparov'],
      ['both titles', 'note', /Kyrgyz leader.*President/],
      ['cited for one', 'citations[].source', 'tass-2025-01-01-1894861'],
      ['cited for the other', 'citations[].source', 'trend-2025-09-12-4089872'],
    ],
  }),
  ...facts('5, two chairs at once', {
    'chairmanship/csto-chair-2025-kgz': [
      ['Kyrgyzstan', 'state', 'KGZ'],
      ['from', 'from', '2025-01-01'],
      ['the other chair', 'note', /ots-chair-2024-kgz/],
    ],
    'chairmanship/ots-chair-2024-kgz': [
      ['Kyrgyzstan', 'state', 'KGZ'],
      ['from', 'from', '2024-11-06'],
      ['to', 'to', '2025-10-07'],
    ],
  }),
  ...facts('6, numbers of one series', {
    'summit/ots-summit-2024-bishkek': [
      ['eleventh', 'ordinal', 11],
      ['of this body', 'body', 'ots-chs'],
      ['"meeting" and "Summit" are one series', 'note', /one series/],
    ],
    [gabala]: [
      ['twelfth', 'ordinal', 12],
      ['of this body', 'body', 'ots-chs'],
    ],
  }),
  ...facts('7, two rules of handing over', {
    'chairmanship/ots-chair-2024-kgz': [
      ['at the summit', 'decided.date', '2024-11-06'],
      ['on the same day', 'from', '2024-11-06'],
    ],
    'chairmanship/csto-chair-2025-kgz': [
      ['at the session in November', 'decided.date.value', '2024-11-28'],
      ['from January', 'from', '2025-01-01'],
    ],
  }),
  ...facts('8, only one report has the chair of the Turkic Chamber', {
    'chairmanship/tcci-chair-2026-kaz': [
      ['one citation', 'citations.length', 1],
      ['The Astana Times', 'citations[].source', astanaTimes],
    ],
  }),
  ...facts('9, reports of one speech are partial', {
    'proposal/cica-transformation': [
      ['one citation', 'citations.length', 1],
      ['Trend', 'citations[].source', trend],
    ],
    ...Object.fromEntries(
      [
        'kaz-ots-informal-summit-theme-2025',
        'kaz-ots-ai-experts-conference-2025',
        'kaz-ots-industrial-cooperation-program-2025',
        'kaz-ots-digital-monitoring-center-2025',
        'kaz-ots-water-resources-program-2025',
        'kaz-ots-creative-economy-forum-2025',
        'kaz-turkic-academy-research-club-2025',
        'kaz-ots-youth-cultural-integration-2025',
      ].map((id) => [
        `proposal/${id}`,
        [
          ['one citation', 'citations.length', 1],
          ['The Astana Times', 'citations[].source', astanaTimes],
        ] as const,
      ]),
    ),
    ...Object.fromEntries(
      ['kaz-ots-digital-innovation-center-2025', 'kaz-ots-energy-efficiency-council-2025'].map((id) => [
        `proposal/${id}`,
        [
          ['The Astana Times', 'citations[].source', astanaTimes],
          ['not Trend', `citations[source=${trend}].source`, undefined],
        ] as const,
      ]),
    ),
  }),
  ...facts('10, alike, eight years apart, and not the same', {
    'proposal/kaz-csto-ccc-activities-2017': [
      ['of the CSTO', 'addressed_to.organization', 'csto'],
      ['on cybersecurity', 'domains[]', 'cybersecurity'],
      ['no relation', 'relations', undefined],
      ['told apart', 'note', /kgz-csto-cybersecurity-conference-2025/],
    ],
    'proposal/kgz-csto-cybersecurity-conference-2025': [
      ['of the CSTO', 'addressed_to.organization', 'csto'],
      ['on cybersecurity', 'domains[]', 'cybersecurity'],
      ['no relation', 'relations', undefined],
    ],
  }),
  ...facts('11, what other accounts have otherwise', {
    'summit/csto-csc-2024-astana': [
      ['the day as stated', 'date.stated', '2024-11-24'],
      ['the day as resolved', 'date.value', '2024-11-28'],
    ],
    'document/csto-charter': [['Kishinev, or Tashkent', 'note', /Kishinev[\s\S]*Tashkent/]],
  }),
  ...facts('12, who is in the lists and who is not', {
    'summit/csto-csc-2024-astana': [
      ['five presidents', 'note', /five presidents/],
      ['Armenia, the sixth member, is not listed', 'note', /Armenia, the sixth member, is not among them/],
    ],
    'summit/ots-security-secretaries-2025-bishkek': [
      ['five states and the Secretary-General', 'participants.length', 6],
      ['no observers', 'note', /no observer \(Hungary,\s+Turkmenistan\)/],
    ],
  }),
];
