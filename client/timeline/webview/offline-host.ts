/** The page as a file of its own: its data stands in the document, and the browser keeps its state and saves files. */
import type { FromWebview, TimelineDetails, ToWebview } from '../../../server/protocol.ts';
import { headWidth } from '../drawing/layout/metrics.ts';
import { DATA_ID, dataText, fileName, type Opening, type SavedPage } from '../drawing/picture/saved-page.ts';
import { DAY } from '../drawing/time.ts';
import type { Host } from './host.ts';
import { readState, type SavedState } from './saved-state.ts';
import { html } from './svg.ts';

/** Milliseconds after which a browser has begun to write a file for certain. */
const WRITTEN = 60_000;
const TYPES = { svg: 'image/svg+xml', png: 'image/png', html: 'text/html' } as const;

/** The document as the host; call it before anything is drawn, as a copy of the page is made of what is there. */
export function connectDocument(): Host {
  const blank = document.documentElement.cloneNode(true) as HTMLElement;
  const data: SavedPage = JSON.parse(document.getElementById(DATA_ID)?.textContent ?? 'null');
  const { update } = data;
  const listeners: ((message: ToWebview) => void)[] = [];
  const answer = (message: ToWebview) => {
    queueMicrotask(() => {
      for (const listener of listeners) listener(message);
    });
  };
  return {
    opensRecords: false,
    onMessage: (listener) => listeners.push(listener),
    post(message) {
      switch (message.type) {
        case 'ready':
          return answer({ type: 'update', update });
        case 'details':
          return answer({ type: 'details', key: message.key, details: detailsOf(data, message.key) });
        case 'save':
          return download(fileName(update.title, message.format), TYPES[message.format], contentOf(message));
        case 'saveHtml':
          return download(fileName(update.title, 'html'), TYPES.html, copyOf(blank, data, message.state as Opening));
      }
    },
    load: () => keptState() ?? openingState(data),
    save(state) {
      try {
        history.replaceState({ timeline: state }, '');
      } catch {
        // The browser has been told too often: a reload shows what was told last.
      }
    },
  };
}

/** What the page was like before a reload. */
function keptState(): SavedState | undefined {
  const { timeline } = (history.state ?? {}) as { timeline?: unknown };
  return timeline === undefined ? undefined : readState(timeline);
}

/** The state that the file comes with, its range of time fitted to this window. */
function openingState({ state }: SavedPage): SavedState {
  const opening = readState(state);
  if (!state.range) return opening;
  const { start, end } = state.range;
  const plot = Math.max(50, innerWidth - headWidth(innerWidth));
  return { ...opening, view: { center: (start + end) / 2, pxPerDay: (plot / Math.max(end - start, DAY)) * DAY } };
}

function detailsOf({ details }: SavedPage, key: string): TimelineDetails | null {
  const record = key.replace(/#.*/s, '');
  return (Object.hasOwn(details, record) && details[record]) || null;
}

function contentOf({ content, encoding }: Extract<FromWebview, { type: 'save' }>): BlobPart {
  return encoding === 'utf8' ? content : Uint8Array.from(atob(content), (byte) => byte.charCodeAt(0));
}

/** The file anew, to open as the page is now. */
function copyOf(blank: HTMLElement, data: SavedPage, state: Opening): string {
  const copy = blank.cloneNode(true) as HTMLElement;
  const element = copy.querySelector(`#${DATA_ID}`);
  if (element) element.textContent = dataText({ ...data, state });
  return `<!DOCTYPE html>\n${copy.outerHTML}\n`;
}

function download(name: string, type: string, content: BlobPart): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  html('a', { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), WRITTEN);
}
