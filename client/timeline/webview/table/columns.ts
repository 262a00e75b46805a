/** The columns of the table: what each shows of an event and how it sorts. */

export const COLUMNS = ['date', 'title', 'kind', 'status', 'organization', 'state', 'domain', 'problems'] as const;

export type Column = (typeof COLUMNS)[number];

export interface Sort {
  column: Column;
  descending: boolean;
}
