/** The summits and chairmanships of four organizations, as rows of tables, and how such rows are read. */
import { cica } from './histories/cica.ts';
import { csto } from './histories/csto.ts';
import { ots } from './histories/ots.ts';
import { sco } from './histories/sco.ts';

/** One meeting. No city where it was held online, or where none is known. */
export interface MeetingRow {
  readonly id: string;
  readonly date: string | number;
  readonly city?: string;
  readonly host?: string;
  readonly ordinal?: number;
  readonly mode?: 'online' | 'hybrid';
  /** What another source has instead of `date`, where sources differ. */
  readonly stated?: string;
  /** Held, where nothing else is said. */
  readonly status?: 'planned' | 'confirmed';
}

/** One term in the chair; each has the one before it in the table for its predecessor. */
export interface TermRow {
  readonly id: string;
  readonly from: string;
  /** Nothing for a term that lasts, or whose end is still open. */
  readonly to?: string;
  /** What another source has instead of `from`. */
  readonly stated?: string | number;
}

export interface History {
  readonly organization: string;
  readonly meetings: readonly MeetingRow[];
  readonly terms: readonly TermRow[];
}

export const histories: readonly History[] = [ots, csto, sco, cica];
