/** The columns of the table: what each is called, and what it says of an event. */

import * as l10n from '@vscode/l10n';
import { counted } from '../../../../l10n/language.ts';
import type { LaneNames, TimelineEvent } from '../../../../server/protocol.ts';
import { laneNameOf } from '../../drawing/lanes.ts';
import { sayWord } from '../../drawing/status.ts';

export const COLUMNS = ['date', 'title', 'kind', 'status', 'organization', 'state', 'domain', 'problems'] as const;

export type Column = (typeof COLUMNS)[number];

export interface Sort {
  column: Column;
  descending: boolean;
}

export const COLUMN_NAMES: Record<Column, string> = {
  date: l10n.t('Date'),
  title: l10n.t('Title'),
  kind: l10n.t('Kind'),
  status: l10n.t('Status'),
  organization: l10n.t('Organization'),
  state: l10n.t('State'),
  domain: l10n.t('Domain'),
  problems: l10n.t('Problems'),
};

/** Which way a column sorts when it is chosen first: who sorts by problems looks for those that have some. */
export function firstSort(column: Column): Sort {
  return { column, descending: column === 'problems' };
}

/** "title, descending". */
export function describeSort({ column, descending }: Sort): string {
  const name = COLUMN_NAMES[column].toLowerCase();
  return descending ? l10n.t('{0}, descending', name) : name;
}

/** At most so many problems are told in full; the rest is counted. */
const TOLD = 6;

/**
 * What a cell says; '' where an event has nothing of the kind. Organizations are called by their short names, which
 * people know better, unless `full`; states never, since theirs are codes.
 */
export function wordsOf(event: TimelineEvent, column: Column, names: LaneNames, full = false): string {
  switch (column) {
    case 'date':
      return event.date.words;
    case 'title':
      return event.title;
    case 'kind':
      return sayWord(event.kind);
    case 'status':
      return event.status ? sayWord(event.status) : '';
    case 'problems':
      return problemCounts(event);
    default:
      return (event.lanes[column] ?? [])
        .map((key) => {
          const name = laneNameOf(names, column, key);
          return (!full && column === 'organization' && name.short) || name.name;
        })
        .join(', ');
  }
}

/** "2 errors, 1 warning", or ''. */
function problemCounts({ problems }: TimelineEvent): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  return [
    errors && counted(errors, l10n.t('{0} error|{0} errors')),
    warnings && counted(warnings, l10n.t('{0} warning|{0} warnings')),
  ]
    .filter(Boolean)
    .join(', ');
}

/** What the problems say, one a line, or ''. */
export function problemLines({ problems }: TimelineEvent): string {
  const lines = problems
    .slice(0, TOLD)
    .map(({ severity, message }) => `${severity === 'error' ? l10n.t('Error') : l10n.t('Warning')}: ${message}`);
  if (problems.length > TOLD) lines.push(l10n.t('and {0} more', problems.length - TOLD));
  return lines.join('\n');
}
