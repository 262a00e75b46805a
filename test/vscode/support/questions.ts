// Answers the input boxes and lists in which commands ask, as a person does with the keyboard.
import { inPage } from './page.ts';
import { waitFor } from './wait.ts';

const WIDGET = '.quick-input-widget';

/** Waits until a question with this title is asked. */
export function asked(title: string): Promise<unknown> {
  return inPage({ do: 'waitFor', selector: `${WIDGET}:visible .quick-input-title:has-text("${title}")` });
}

/** Replaces what stands in the box. */
export async function type(text: string): Promise<void> {
  await inPage({ do: 'press', key: 'Control+A' });
  if (text === '') await inPage({ do: 'press', key: 'Delete' });
  else await inPage({ do: 'type', text });
}

/** What stands in the box. */
export function typed(): Promise<string> {
  return inPage({ do: 'value', selector: `${WIDGET} .quick-input-box input` });
}

/** Waits until the list holds a row with this text. */
export function listed(text: string): Promise<unknown> {
  return inPage({ do: 'waitFor', selector: `${WIDGET} .monaco-list-row:has-text("${text}") >> nth=0` });
}

/** Waits until what is typed is understood, or refused, in these words. */
export async function told(words: string): Promise<void> {
  const message = () => inPage({ do: 'text', selector: `${WIDGET} .quick-input-message` });
  await waitFor(`“${words}” below the box`, async () => (await message()).includes(words));
}

export function press(key: string): Promise<unknown> {
  return inPage({ do: 'press', key });
}

/** Waits until no question is asked any more. */
export function done(): Promise<unknown> {
  return inPage({ do: 'waitFor', selector: WIDGET, state: 'hidden' });
}
