/** The columns of the table: what each is called, and what it says of an event. */
import type { LaneNames, TimelineEvent } from '../../../../server/protocol.ts';
import { laneNameOf } from '../../drawing/lanes.ts';
import { sayWord } from '../../drawing/status.ts';
import { countOf } from '../../drawing/words.ts';

export const COLUMNS = ['date', 'title', 'kind', 'status', 'organization', 'state', 'domain', 'problems'] as const;

export type Column = (typeof COLUMNS)[number];

export interface Sort {
  column: Column;
  descending: boolean;
}

export const COLUMN_NAMES: Record<Column, string> = {
  date: 'Date',
  title: 'Title',
  kind: 'Kind',
  status: 'Status',
  organization: 'Organization',
  state: 'State',
  domain: 'Domain',
  problems: 'Problems',
};

/** Which way a column sorts when it is chosen first: who sorts by problems looks for those that have some. */
export function firstSort(column: Column): Sort {
  return { column, descending: column === 'problems' };
}

/** "title, descending". */
export function describeSort({ column, descending }: Sort): string {
  return `${COLUMN_NAMES[column].toLowerCase()}${descending ? ', descending' : ''}`;
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
  return [errors && countOf(errors, 'error'), warnings && countOf(warnings, 'warning')].filter(Boolean).join(', ');
}

/** What the problems say, one a line, or ''. */
export function problemLines({ problems }: TimelineEvent): string {
  const lines = problems.slice(0, TOLD).map(({ severity, message }) => `${sayWord(severity)}: ${message}`);
  if (problems.length > TOLD) lines.push(`and ${problems.length - TOLD} more`);
  return lines.join('\n');
}
