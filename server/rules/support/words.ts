/** Wording that the messages of several rules share. */
import * as l10n from '@vscode/l10n';
import { listed as inRow, modelWord } from '../../../l10n/language.ts';

/** Words as code in a sentence: "`a`, `b` or `c`". */
export function listed(words: readonly string[], conjunction: 'and' | 'or'): string {
  const quoted = words.map((word) => `\`${word}\``);
  return inRow(quoted, conjunction === 'and' ? 'conjunction' : 'disjunction');
}

/** A kind of record with its indefinite article, in languages that have one. */
export function withArticle(kind: string): string {
  const noun = modelWord(kind);
  return /^[aeiou]/.test(noun) ? l10n.t('an {0}', noun) : l10n.t('a {0}', noun);
}

/** A sentence with a capital letter at its beginning. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A text cut to a length that a message bears. */
export function shortened(text: string, most = 40): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > most ? `${line.slice(0, most)}…` : line;
}
