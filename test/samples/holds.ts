/** Turns rows of facts into tests: each fact must be held by the field of the record that it names. */
import { it } from 'vitest';
import { type Fact, valuesAt } from './facts/fact.ts';
import { sampleRecords } from './records.ts';

/** One test a fact, named by what the document says. */
export function holds(facts: readonly Fact[], among = sampleRecords): void {
  it.each(facts)('$says ($record $path)', ({ says, record: name, path: field, expected }) => {
    const record = among.get(name);
    if (!record) throw new Error(`No record ${name}, which should hold: ${says}`);
    const values = valuesAt(record, field);
    if (!fits(values, expected)) {
      throw new Error(
        `${name} does not hold: ${says}\n  ${field} should be ${show(expected)}\n  and is ${values.map(show).join(', ') || 'missing'}`,
      );
    }
  });
}

function fits(values: readonly unknown[], expected: unknown): boolean {
  if (expected === undefined) return values.length === 0;
  if (expected instanceof RegExp) return values.some((value) => expected.test(String(value)));
  return values.includes(expected);
}

function show(value: unknown): string {
  return value instanceof RegExp ? String(value) : (JSON.stringify(value) ?? 'missing');
}
