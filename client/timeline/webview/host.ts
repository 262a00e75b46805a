/** Whoever shows the page: takes what it posts, sends it updates, and keeps its state. In VS Code that is the panel. */
import type { FromWebview, ToWebview } from '../../../server/protocol.ts';
import { readState, type SavedState } from './saved-state.ts';

export interface Host {
  /** Whether there is a text beside the page in which records can be opened. */
  readonly opensRecords: boolean;
  post(message: FromWebview): void;
  onMessage(listener: (message: ToWebview) => void): void;
  load(): SavedState;
  save(state: SavedState): void;
}

interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

const MESSAGES: readonly unknown[] = ['update', 'select', 'details', 'export'] satisfies ToWebview['type'][];

/** VS Code as the host. */
export function connectVsCode(): Host {
  const api = acquireVsCodeApi();
  return {
    opensRecords: true,
    post: (message) => api.postMessage(message),
    onMessage(listener) {
      window.addEventListener('message', (event: MessageEvent<unknown>) => {
        if (isToWebview(event.data)) listener(event.data);
      });
    },
    load: () => readState(api.getState() ?? beginning()),
    save: (state) => api.setState(state),
  };
}

/** What the page begins with where nothing has been kept: that is by settings, which the panel has written into it. */
function beginning(): Partial<SavedState> {
  const { lanes, view } = document.getElementById('app')?.dataset ?? {};
  return { dimension: lanes, mode: view } as Partial<SavedState>;
}

function isToWebview(data: unknown): data is ToWebview {
  return typeof data === 'object' && data !== null && MESSAGES.includes((data as { type?: unknown }).type);
}
