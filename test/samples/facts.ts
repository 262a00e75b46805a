/** Every fact that the Eurasia sample must hold, document by document; the tests read it from here. */
import { astanaTimesOctober2025 } from './facts/astana-times-2025-10-07.ts';
import { vagueDates } from './facts/dates.ts';
import { knownOrganizations } from './facts/known-organizations.ts';
import { kazakhMinistryJuly2017 } from './facts/mfa-kazakhstan-2017-07-17.ts';
import { relations } from './facts/relations.ts';
import { tassJanuary2025 } from './facts/tass-2025-01-01.ts';
import { trendSeptember2025 } from './facts/trend-2025-09-12.ts';
import { trendOctober2025 } from './facts/trend-2025-10-07.ts';

export const documents = {
  'Trend, 7 October 2025': trendOctober2025,
  'TASS, 1 January 2025': tassJanuary2025,
  'The Astana Times, 7 October 2025': astanaTimesOctober2025,
  'Trend, 12 September 2025': trendSeptember2025,
  'Ministry of Foreign Affairs of Kazakhstan, 17 July 2017': kazakhMinistryJuly2017,
};

export { knownOrganizations, relations, vagueDates };

/** How many records there are of the kinds that come from the documents alone. */
export const totals = {
  proposal: 31,
  document: 12,
  organization: 4,
  person: 5,
};

/** Bodies that are only proposed, and so must not be records of organizations. */
export const proposedBodies = [
  /cybersecurity council/i,
  /council on cybersecurity/i,
  /digital innovation cent/i,
  /digital monitoring cent/i,
  /energy efficiency/i,
  /research club/i,
];
