// Drives the page that shows VS Code: clicks, keys, texts inside webviews, pictures. Not on Desktop, which has no page.
import { BRIDGE } from '../../host/protocol.mjs';

const address = process.env[BRIDGE];

/** Whether there is a page to drive. A test that needs one: `before(function () { if (!drivesPage) this.skip(); })`. */
export const drivesPage = address !== undefined;

/** Whether these tests run in a browser's worker, as extensions do where VS Code has no server. */
export const inWorker = 'WorkerGlobalScope' in globalThis;

/** Where an element is: in the workbench, or in the webview of the extension (or view type's owner) with this id. */
export interface Target {
  /** A Playwright selector, so CSS, `text=…`, `role=button[name="…"]`, … */
  selector: string;
  /** A part of the webview's address: an extension's id such as `publisher.name`. */
  webview?: string;
}

type Modifier = 'Alt' | 'Control' | 'ControlOrMeta' | 'Meta' | 'Shift';

/** What the host can do; each waits up to 10 s for its element and is an error when it isn't there or isn't unique. */
export type PageAction =
  | ({ do: 'click'; modifiers?: Modifier[]; clickCount?: number } & Target)
  /** Presses the button above the only text, and waits until a tab has opened. */
  | { do: 'showTimelineToSide' }
  | ({ do: 'hover' | 'focus' } & Target)
  /** The element's text, with runs of white space as one space. */
  | ({ do: 'text' } & Target)
  /** The texts of all such elements, once there is one. */
  | ({ do: 'texts' } & Target)
  /** How many there are right now. */
  | ({ do: 'count' } & Target)
  /** What a field holds, or which option is chosen. */
  | ({ do: 'value' } & Target)
  | ({ do: 'attribute'; name: string } & Target)
  /** The value of a style property as it is in force. */
  | ({ do: 'style'; property: string } & Target)
  /** What the window's console has said of breaches of a content security policy, webviews included. */
  | { do: 'violations' }
  | ({ do: 'waitFor'; state?: 'attached' | 'detached' | 'visible' | 'hidden' } & Target)
  /** A key or chord on the focused element, such as `Enter`, `Control+Shift+P`, `F8`. */
  | { do: 'press'; key: string }
  | { do: 'type'; text: string }
  /** An option of a select, by its value. */
  | ({ do: 'choose'; value: string } & Target)
  | ({ do: 'wheel'; deltaX?: number; deltaY?: number } & Target)
  /** From the element's middle, by so many pixels. */
  | ({ do: 'drag'; byX?: number; byY?: number } & Target)
  /** Saves `out/screenshots/<name>.png`; answers its path. */
  | { do: 'screenshot'; name: string };

interface Answers {
  text: string;
  texts: string[];
  count: number;
  value: string;
  attribute: string | null;
  style: string;
  violations: string[];
  screenshot: string;
}

/** What an action answers; those that only do something answer null. */
export type Answer<A extends PageAction> = A['do'] extends keyof Answers ? Answers[A['do']] : null;

/**
 * Has the host carry out one action on the page.
 * Rejects with Playwright's message when the action fails, and where there is no page.
 */
export async function inPage<const A extends PageAction>(action: A): Promise<Answer<A>> {
  if (!address) throw new Error('This VS Code has no page to drive: skip the test unless `drivesPage`.');
  const response = await fetch(address, { method: 'POST', body: JSON.stringify(action) });
  const { value, error } = (await response.json()) as { value: Answer<A>; error?: string };
  if (error !== undefined) throw new Error(`${action.do}: ${error}`);
  return value;
}

/** Takes a picture of the whole window into `out/screenshots/<name>.png`; on Desktop only says that it doesn't. */
export async function screenshot(name: string): Promise<void> {
  if (drivesPage) await inPage({ do: 'screenshot', name });
  else console.log(`No picture "${name}": Desktop has no page to take one of.`);
}
