/** The questions in SQL that a paper shows, each with the sentence before it. */
import { paper } from './papers.ts';

export interface Question {
  /** The sentence without its colon. */
  readonly title: string;
  readonly sql: string;
}

/** All SQL blocks of a paper, in order. */
export function questions(name: Parameters<typeof paper>[0]): Question[] {
  return [...paper(name).text.matchAll(/^([^\n]+(?:\n[^\n]+)*):\n\n```sql\n(.*?)^```$/gms)].map(([, title, sql]) => ({
    title: title!.replace(/:.*$/s, '').replaceAll('\n', ' '),
    sql: sql!,
  }));
}
