/** Numbers with their nouns, as the command line says them: in English. */
import { grouped } from '../../../l10n/language.ts';

/** "1 problem", "3 problems", "10,000 events". */
export function countOf(count: number, noun: string): string {
  return `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`;
}
