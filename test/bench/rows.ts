/** What a run finds out: one row a measure, with both servers' samples, and how many times better ours does. */
import { type Summary, summarize } from './stats.ts';

/** One measure at one place. */
export interface Row {
  /** What was worked on: `1,000 records in one file`. */
  readonly where: string;
  /** What was measured: `keystroke → problems, value of a list`. */
  readonly what: string;
  readonly unit: 'ms' | 'MB' | 'elements' | '×';
  readonly ours: Summary;
  /** `undefined` where the other tool has nothing like it. */
  readonly theirs: Summary | undefined;
  /** The other tool was not done by then and was stopped: its value is at least that. */
  readonly stopped?: true;
}

/** How many times less ours takes, by the medians, or at least so if theirs was stopped; `undefined` where there is nothing to compare with. */
export function factor({ ours, theirs }: Row): number | undefined {
  return theirs && theirs.median / ours.median;
}

/** Collects samples by measure, those of both servers apart. */
export class Samples {
  readonly #byMeasure = new Map<string, { ours: number[]; theirs: number[] }>();

  add(what: string, who: 'ours' | 'theirs', value: number): void {
    const known = this.#byMeasure.get(what) ?? { ours: [], theirs: [] };
    known[who].push(value);
    this.#byMeasure.set(what, known);
  }

  /** Rows in the order in which their measures were first heard of; measures that only the other server has are left out. */
  rows(where: string, unit: Row['unit']): Row[] {
    return [...this.#byMeasure].flatMap(([what, { ours, theirs }]) =>
      ours.length === 0
        ? []
        : { where, what, unit, ours: summarize(ours), theirs: theirs.length > 0 ? summarize(theirs) : undefined },
    );
  }
}

/** A row of one measure. */
export function rowOf(
  where: string,
  what: string,
  unit: Row['unit'],
  samples: { readonly ours: readonly number[]; readonly theirs: readonly number[] },
): Row[] {
  const collected = new Samples();
  for (const who of ['ours', 'theirs'] as const) for (const value of samples[who]) collected.add(what, who, value);
  return collected.rows(where, unit);
}

/** A row of a measure for which the other tool was stopped after a time. */
export function stoppedRow(where: string, what: string, ours: readonly number[], after: number): Row[] {
  return rowOf(where, what, 'ms', { ours, theirs: [after] }).map((row) => ({ ...row, stopped: true }));
}
