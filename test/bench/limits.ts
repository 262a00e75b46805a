/** What a short run holds ours to: ratios against the other tool in the same run, never times, which say more of the machine. */
import { factor, type Row } from './rows.ts';

/** The least number of times that ours must be better, by where and what is measured; the first that fits counts. */
const LIMITS: readonly { readonly where?: RegExp; readonly what: RegExp; readonly atLeast: number }[] = [
  { what: /^keystroke → problems/, atLeast: 10 },
  { what: /^start → problems of the open file/, atLeast: 1 },
  { where: /^timeline of 10,000 events$/, what: /^first paint$/, atLeast: 10 },
  // Short of the goal, which is 1: ours runs all rules, theirs looks at shapes.
  { what: /^`check` beside ajv-cli$/, atLeast: 0.5 },
  { where: /^100 records in one file$/, what: /^peak memory$/, atLeast: 1 },
];

/** A sentence for each row that misses its limit. */
export function misses(rows: readonly Row[]): string[] {
  return rows.flatMap((row) => {
    const ratio = factor(row);
    const limit = LIMITS.find(({ where, what }) => (where?.test(row.where) ?? true) && what.test(row.what));
    if (!limit || ratio === undefined || ratio >= limit.atLeast) return [];
    return `${row.where}, ${row.what}: ${ratio.toFixed(1)} times better, and it must be ${limit.atLeast} times.`;
  });
}
