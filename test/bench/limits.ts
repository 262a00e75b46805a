/** What a short run holds ours to: ratios against the other tool, or of ours at two sizes, in the same run; never times, which say more of the machine. */
import { factor, type Row } from './rows.ts';

interface Limit {
  readonly where?: RegExp;
  readonly what: RegExp;
}

/** The least number of times that ours must be better, by where and what is measured; the first that fits counts. */
const LEAST: readonly (Limit & { readonly atLeast: number })[] = [
  // The goal is 40; what is lost here is margin for a machine that does something else meanwhile.
  { what: /^keystroke → problems/, atLeast: 20 },
  { what: /^paste of 100 records → problems/, atLeast: 2 },
  { what: /^open → problems$/, atLeast: 3 },
  // Both take less than a millisecond here, and theirs looks at one file only.
  { what: /^(?:completion|hover|document symbols)$/, atLeast: 0.2 },
  { what: /^start → problems of the open file/, atLeast: 1 },
  { where: /^timeline of 10,000 events$/, what: /^first paint$/, atLeast: 10 },
  // Short of the goal, which is 1: ours runs all rules, theirs looks at shapes.
  { what: /^`check` beside ajv-cli$/, atLeast: 0.5 },
  { where: /^100 records in one file$/, what: /^peak memory$/, atLeast: 1 },
];

/** The largest ratio of ours beside ours. */
const MOST: readonly (Limit & { readonly atMost: number })[] = [
  // The goal is 2.
  { where: /^keystroke curve$/, what: /^slowest median beside the fastest$/, atMost: 3 },
  { where: /^warm start/, what: /^warm beside cold/, atMost: 1 },
];

/** A sentence for each row that misses its limit. */
export function misses(rows: readonly Row[]): string[] {
  return rows.flatMap((row) => (row.unit === '×' ? tooMuch(row) : tooLittle(row)));
}

function tooLittle(row: Row): string[] {
  const ratio = factor(row);
  const limit = LEAST.find((it) => fits(it, row));
  if (!limit || ratio === undefined || ratio >= limit.atLeast) return [];
  return [`${row.where}, ${row.what}: ${ratio.toFixed(1)} times better, and it must be ${limit.atLeast} times.`];
}

function tooMuch(row: Row): string[] {
  const limit = MOST.find((it) => fits(it, row));
  if (!limit || row.ours.median <= limit.atMost) return [];
  return [`${row.where}, ${row.what}: ${row.ours.median.toFixed(1)} times, and it may be ${limit.atMost} times.`];
}

function fits({ where, what }: Limit, row: Row): boolean {
  return (where?.test(row.where) ?? true) && what.test(row.what);
}
