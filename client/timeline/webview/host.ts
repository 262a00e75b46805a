/** The one place that talks to VS Code: posting and receiving messages, and the state that outlives the webview. */
import type { FromWebview, LaneDimension, ToWebview } from '../../../server/protocol.ts';

interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** What survives hiding, reload and restart. Times are ms UTC, scroll is px. */
export interface SavedState {
  dataset: string;
  dimension: LaneDimension;
  /** Middle of the visible time and the scale; null before the first drawing. */
  view: { center: number; pxPerDay: number } | null;
  filter: string;
  selection: string | null;
  scroll: number;
  /** Lanes, as `<dimension>:<key>`, that show all their rows. */
  expanded: string[];
}

export interface Host {
  post(message: FromWebview): void;
  onMessage(listener: (message: ToWebview) => void): void;
  /** The saved state, with defaults for whatever is missing or malformed. */
  load(): SavedState;
  save(state: SavedState): void;
}

const DIMENSIONS: readonly LaneDimension[] = ['organization', 'state', 'person', 'domain', 'kind'];

export function connectHost(): Host {
  const api = acquireVsCodeApi();
  return {
    post: (message) => api.postMessage(message),
    onMessage(listener) {
      window.addEventListener('message', (event: MessageEvent<unknown>) => {
        const data = event.data;
        if (isToWebview(data)) listener(data);
      });
    },
    load: () => readState(api.getState()),
    save: (state) => api.setState(state),
  };
}

function isToWebview(data: unknown): data is ToWebview {
  if (typeof data !== 'object' || data === null) return false;
  const type = (data as { type?: unknown }).type;
  return type === 'update' || type === 'select';
}

function readState(raw: unknown): SavedState {
  const from = (typeof raw === 'object' && raw !== null ? raw : {}) as Partial<Record<keyof SavedState, unknown>>;
  const view = from.view as { center?: unknown; pxPerDay?: unknown } | null | undefined;
  const center = Number(view?.center);
  const pxPerDay = Number(view?.pxPerDay);
  const scroll = Number(from.scroll);
  return {
    dataset: typeof from.dataset === 'string' ? from.dataset : '',
    dimension: DIMENSIONS.find((dimension) => dimension === from.dimension) ?? 'organization',
    view: view && Number.isFinite(center) && pxPerDay > 0 ? { center, pxPerDay } : null,
    filter: typeof from.filter === 'string' ? from.filter : '',
    selection: typeof from.selection === 'string' ? from.selection : null,
    scroll: Number.isFinite(scroll) && scroll > 0 ? scroll : 0,
    expanded: Array.isArray(from.expanded) ? from.expanded.filter((key) => typeof key === 'string') : [],
  };
}
