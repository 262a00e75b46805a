/** A proposal with its whole way, what cites it and what it is tied to, for the tests of the card, the ties and the storyline. */
import type { TimelineDetails, TimelineEvent } from '../../server/protocol.ts';
import { date, event } from './fixture.ts';
import { realisticEvents } from './realistic-events.ts';

export const COUNCIL = 'proposal/ots-council';
export const ISTANBUL = 'summit/ots-summit-2021-istanbul';
export const SAMARKAND = 'summit/ots-summit-2022-samarkand';
export const BISHKEK = 'summit/ots-summit-2024-bishkek';
export const DECLARATION = 'document/bishkek-declaration-2024';

/** Made in Istanbul, considered in Samarkand, adopted in Bishkek by its declaration, and carried out since. */
export function council(): TimelineEvent {
  return {
    ...event({
      kind: 'proposal',
      id: 'ots-council',
      title: 'A council on cybersecurity',
      date: '2021-11-12',
      state: ['KAZ', 'UZB'],
      person: ['kassym-jomart-tokayev'],
      domain: ['cybersecurity'],
      status: 'implemented',
      links: [
        { to: ISTANBUL, type: 'made-at' },
        { to: 'proposal/ots-council#target', type: 'target' },
        { to: 'proposal/kaz-ots-cybersecurity-council-2025', type: 'related' },
      ],
      problems: [
        { severity: 'error', message: '“mad_at” is not a field of a proposal; did you mean “made_at”?' },
        { severity: 'warning', message: 'The source of 2022 says “club”.' },
      ],
    }),
    story: [
      { status: 'announced', date: date('2021-11-12'), summit: ISTANBUL },
      { status: 'under-consideration', date: date('2022-11'), summit: SAMARKAND },
      { status: 'adopted', date: date('2024-11-06'), summit: BISHKEK, document: DECLARATION },
      { status: 'implemented', date: date('2025-03~') },
    ],
  };
}

/** The realistic dataset with the proposal and its target among it. */
export function storiedEvents(): TimelineEvent[] {
  const target = event({
    kind: 'proposal',
    id: 'ots-council',
    facet: 'target',
    title: 'Target: a council on cybersecurity',
    date: '2026',
    domain: ['cybersecurity'],
    status: 'implemented',
    links: [{ to: COUNCIL, type: 'parent' }],
  });
  return [...realisticEvents(), council(), target];
}

export function councilDetails(): TimelineDetails {
  return {
    facts: [
      { label: 'Type', text: 'Establish body' },
      { label: 'Purpose', text: 'Exchange of warnings, joint exercises and common standards' },
    ],
    citations: [
      {
        key: 'source/akorda-2021',
        title: 'Speech at the eighth summit of the Turkic Council',
        publisher: 'Akorda',
        published: '12 November 2021',
        url: 'https://www.akorda.kz/ru/%D1%80%D0%B5%D1%87%D1%8C-2021',
        locator: 'paragraph 12',
        quote: 'Предлагаю создать Совет по кибербезопасности.',
        supports: ['Date', 'Parties'],
      },
      { key: 'source/ots-2024', title: 'Bishkek Declaration, text', supports: [] },
    ],
    related: [
      {
        key: ISTANBUL,
        kind: 'summit',
        title: '8th OTS summit, Istanbul',
        role: 'Made at',
        direction: 'names',
        when: '12 November 2021',
      },
      { key: 'state/KAZ', kind: 'state', title: 'Kazakhstan', role: 'Parties', direction: 'names' },
      {
        key: 'proposal/kaz-ots-cybersecurity-council-2025',
        kind: 'proposal',
        title: 'Cybersecurity Council within the OTS',
        role: 'Related',
        direction: 'named-by',
        when: '7 October 2025',
      },
    ],
  };
}
