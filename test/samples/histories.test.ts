/** The Eurasia sample holds the summits and chairmanships of four organizations, and what sources disagree on. */
import { describe, expect, it } from 'vitest';
import { conflicts } from './facts/conflicts.ts';
import { type History, histories, type MeetingRow, type TermRow } from './facts/histories.ts';
import { holds } from './holds.ts';
import { registryRecords, type SampleRecord, sampleRecords } from './records.ts';

describe.each(histories)('$organization', ({ organization, meetings, terms }: History) => {
  it.each(meetings)('$id: $date $city', (row: MeetingRow) => {
    const { id, date, place, host, ordinal, mode, status } = record('summit', row.id);
    expect({ id, date: value(date), stated: stated(date), city: city(place), host, ordinal, status }).toEqual({
      stated: undefined,
      city: undefined,
      host: undefined,
      ordinal: undefined,
      status: 'held',
      ...without(row, 'mode'),
    });
    if (row.mode) expect(mode).toBe(row.mode);
  });

  const chain = terms.map((row, index) => ({ ...row, predecessor: terms[index - 1]?.id }));
  it.each(chain)('$id: $from', ({ predecessor, ...row }: TermRow & { predecessor: string | undefined }) => {
    const { id, from, to, ...term } = record('chairmanship', row.id);
    expect({ id, from: value(from), to: value(to), stated: stated(from) }).toEqual({
      to: undefined,
      stated: undefined,
      ...row,
    });
    expect(term.predecessor).toBe(predecessor);
    expect(id).toMatch(new RegExp(`-${String(term.state).toLowerCase()}$`));
  });

  it('has no meeting of its highest body, and no term, that is not in the tables', () => {
    const known = new Set([...meetings, ...terms].map(({ id }) => id));
    const own = [...sampleRecords.values()].filter(
      ({ kind, level, organization: of }) =>
        of === organization && (kind === 'chairmanship' || (kind === 'summit' && level === 'heads-of-state')),
    );
    expect(own.map(({ id }) => id).filter((id) => !known.has(id))).toEqual([]);
  });
});

describe('conflicts between sources', () => {
  holds(conflicts, new Map([...registryRecords, ...sampleRecords]));

  it('are seventeen', () => {
    const numbers = new Set(conflicts.map(({ says }) => Number.parseInt(says, 10)));
    expect([...numbers].sort((a, b) => a - b)).toEqual(Array.from({ length: 17 }, (_, index) => index + 1));
  });
});

function record(kind: string, id: string): SampleRecord {
  const found = sampleRecords.get(`${kind}/${id}`);
  if (!found) throw new Error(`The sample has no ${kind} ${id}.`);
  return found;
}

/** A date's value, of the long form as well. */
function value(date: unknown): unknown {
  return isMap(date) ? date.value : date;
}

function stated(date: unknown): unknown {
  return isMap(date) ? date.stated : undefined;
}

function city(place: unknown): unknown {
  return isMap(place) ? place.city : undefined;
}

function without(row: object, key: string): object {
  return Object.fromEntries(Object.entries(row).filter(([name]) => name !== key));
}

function isMap(thing: unknown): thing is Readonly<Record<string, unknown>> {
  return typeof thing === 'object' && thing !== null;
}
