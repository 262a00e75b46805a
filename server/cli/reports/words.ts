/** Counts in words, which end every report that people read. */
import { type Severity, severities } from '../../dataset/problem.ts';
import type { Findings } from './report.ts';

const NOUNS: Readonly<Record<Severity, readonly [one: string, many: string]>> = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  info: ['note', 'notes'],
  hint: ['hint', 'hints'],
};

/** How words are shown; as they are, unless told otherwise. */
export interface Paint {
  readonly good: (text: string) => string;
  readonly severity: (severity: Severity, text: string) => string;
}

const PLAIN: Paint = { good: (text) => text, severity: (_, text) => text };

/** How many problems of each severity there are in how many files, and what could not be read, in a sentence or two. */
export function summary({ files, unread }: Findings, quiet: boolean, paint: Paint = PLAIN): string {
  const left = unread.length > 0 ? `; ${unread.length} could not be read` : '';
  if (files.length === 0) return `Nothing was checked${left}.`;
  const all = `${files.length} ${files.length === 1 ? 'file' : 'files'}`;
  const rows = files.flatMap((file) => file.rows);
  if (rows.length === 0) {
    const sentence = `No ${quiet ? 'errors' : 'problems'} in ${all}${left}.`;
    return left === '' ? paint.good(sentence) : sentence;
  }
  const counts = severities
    .map((severity) => [severity, rows.filter((row) => row.severity === severity).length] as const)
    .filter(([, count]) => count > 0)
    .map(([severity, count]) => paint.severity(severity, `${count} ${NOUNS[severity][count === 1 ? 0 : 1]}`));
  return `${counts.join(', ')} in ${files.filter((file) => file.rows.length > 0).length} of ${all}${left}`;
}

/** What `--fix` would do about it; nothing where it would do nothing. */
export function fixableSentence({ files }: Findings): string | undefined {
  const count = files.flatMap(({ rows }) => rows).filter(({ fix }) => fix?.() !== undefined).length;
  return count === 0 ? undefined : `${count} can be fixed with --fix.`;
}
