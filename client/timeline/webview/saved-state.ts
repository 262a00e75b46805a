/** What of the panel outlives it: hiding, reload, restart and a file made of it. */
import type { LaneDimension } from '../../../server/protocol.ts';
import { EVERYTHING, FACETS, type Filter, MOST_COMPARED } from '../drawing/filter/filter.ts';
import { DIMENSIONS } from '../drawing/lanes.ts';
import { COLUMNS, type Sort } from './table/columns.ts';

/** `drawing`: events in lanes along time. `table`: the same events in rows. */
export type Mode = 'drawing' | 'table';

/** Times are ms UTC, scroll is px. */
export interface SavedState {
  dataset: string;
  dimension: LaneDimension;
  /** Middle of the visible time and the scale; null before the first drawing. */
  view: { center: number; pxPerDay: number } | null;
  filter: Filter;
  selection: string | null;
  scroll: number;
  /** Lanes, as `<dimension>:<key>`, that show all their rows. */
  expanded: string[];
  mode: Mode;
  sort: Sort;
  /** Whether the card of the selected record is open. */
  details: boolean;
}

/** The saved state, with defaults for whatever is missing or malformed. */
export function readState(raw: unknown): SavedState {
  const from = record(raw);
  const view = record(from.view);
  const sort = record(from.sort);
  const center = Number(view.center ?? Number.NaN);
  const pxPerDay = Number(view.pxPerDay);
  const scroll = Number(from.scroll);
  return {
    dataset: typeof from.dataset === 'string' ? from.dataset : '',
    dimension: DIMENSIONS.find((dimension) => dimension === from.dimension) ?? 'organization',
    view: Number.isFinite(center) && pxPerDay > 0 ? { center, pxPerDay } : null,
    filter: readFilter(record(from.filter)),
    selection: typeof from.selection === 'string' ? from.selection : null,
    scroll: Number.isFinite(scroll) && scroll > 0 ? scroll : 0,
    expanded: strings(from.expanded),
    mode: from.mode === 'table' ? 'table' : 'drawing',
    sort: {
      column: COLUMNS.find((column) => column === sort.column) ?? 'date',
      descending: sort.descending === true,
    },
    details: from.details === true,
  };
}

function readFilter({ text, facets, compare }: Record<string, unknown>): Filter {
  const chosen = record(facets);
  const kept = FACETS.map((facet) => [facet, distinct(chosen[facet])] as const).filter(
    ([, values]) => values.length > 0,
  );
  return {
    ...EVERYTHING,
    ...(typeof text === 'string' && { text }),
    facets: Object.fromEntries(kept),
    compare: distinct(compare).slice(0, MOST_COMPARED),
  };
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : [];
}

function distinct(value: unknown): string[] {
  return [...new Set(strings(value))];
}
