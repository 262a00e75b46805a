/** The project's texts by language, and what a text and its translation must have in common. */
import { readFileSync } from 'node:fs';

/** The languages besides English that everything is translated to. */
export const LANGUAGES = ['ru'] as const;

export type Texts = Readonly<Record<string, string>>;

export function readTexts(path: string): Texts {
  const texts = JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));
  return Object.fromEntries(
    Object.entries<string | { message: string }>(texts).map(([key, text]) => [
      key,
      typeof text === 'string' ? text : text.message,
    ]),
  );
}

/** What a program reads in a text: placeholders, code, commands and addresses, icons; sorted, each as often as it stands there. */
export function marksOf(text: string): string[] {
  const marks = text.match(/\{[^{}\s]+\}|`[^`]*`|\]\([^)]*\)|\$\([\w-]+\)|\*\*|\n/g) ?? [];
  return marks.sort();
}

/**
 * What is wrong with the texts of a language beside the English ones, a sentence each.
 * @param same keys whose text is rightly the English one
 * @param file where the texts stand, for the person who mends them
 */
export function complaintsAbout(english: Texts, texts: Texts, same: ReadonlySet<string>, file: string): string[] {
  const complaints: string[] = [];
  for (const [key, text] of Object.entries(english)) {
    const translated = texts[key];
    if (translated === undefined)
      complaints.push(`${file} lacks ${JSON.stringify(key)}: translate ${JSON.stringify(text)}.`);
    else if (translated === text && !same.has(key))
      complaints.push(`${file} has ${JSON.stringify(key)} in English: translate it, or say in the test why it stays.`);
  }
  for (const key of Object.keys(texts)) {
    if (!(key in english)) complaints.push(`${file} has ${JSON.stringify(key)}, which nobody asks for: remove it.`);
  }
  return complaints;
}
