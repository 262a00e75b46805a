/** One word for all texts of a dataset: another where a file has come, gone, moved or changed. */
import type { Turns } from '../turns.ts';
import type { Storage } from './storage.ts';

/** How many characters are taken in without a pause: a few milliseconds' worth. */
const BATCH = 2_000_000;

/** @param texts by path; a file that is not there, or cannot be read, has none */
export async function digestOfTexts(
  texts: ReadonlyMap<string, string | undefined>,
  storage: Storage,
  turns: Turns,
): Promise<string> {
  const digest = storage.digest();
  let characters = 0;
  for (const path of [...texts.keys()].sort()) {
    const text = texts.get(path);
    // With its length each text has one end and no other.
    digest.add(JSON.stringify([path, text?.length ?? null]));
    if (text === undefined) continue;
    digest.add(text);
    characters += text.length;
    if (characters > BATCH) {
      characters = 0;
      await turns.next();
    }
  }
  return digest.result();
}
