/** The README's questions in SQL, asked of the sample's Parquet files with DuckDB; the answers are worked out from the records once more. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parquetHive } from '../../server/exports/parquet/hive.ts';
import { laid, query, type Row } from '../exports/duckdb.ts';
import { exportDataset, type Written, write } from '../exports/support.ts';
import { type SampleRecord, sampleFiles, sampleRecords, sampleRoot } from '../samples/records.ts';
import { questions } from './questions.ts';

const asked = questions('README.md');
const all = [...sampleRecords.values()];
const proposals = all.filter(({ kind }) => kind === 'proposal');

let written: Written;
beforeAll(async () => {
  const texts = sampleFiles.map(([file]) => [file, readFileSync(join(sampleRoot, file), 'utf8')] as const);
  written = await write(parquetHive, exportDataset(Object.fromEntries(texts)));
});

/** The answer to the README's nth question. */
function answer(index: number, of = written): Promise<Row[]> {
  return query(asked[index]!.sql.replaceAll("'parquet/", "'$folder/"), laid(of));
}

describe('questions in SQL', () => {
  it('are three', () => {
    expect(asked.map(({ title }) => title)).toEqual([
      'Proposals by domain and year',
      'Who was in the chair on 7 October 2025',
      'Proposals never followed up',
    ]);
  });

  it('count proposals by domain and year', async () => {
    const rows = await answer(0);
    const counted = new Map<string, number>();
    for (const { domain, proposals: count } of rows)
      counted.set(String(domain), (counted.get(String(domain)) ?? 0) + Number(count));
    const expected = new Map<string, number>();
    for (const { domains } of proposals)
      for (const domain of domains as string[]) expected.set(domain, (expected.get(domain) ?? 0) + 1);
    expect([...counted].sort()).toEqual([...expected].sort());
    const domainsOf = (found: readonly SampleRecord[]) => new Set(found.flatMap(({ domains }) => domains as string[]));
    const undated = proposals.filter(
      (one) => !('date' in one || 'made_at' in one || 'history' in one || 'context' in one),
    );
    expect(undated.map(({ id }) => id)).toEqual(['cica-transformation']);
    const withoutYear = rows.filter(({ year }) => year === null).map(({ domain }) => domain);
    expect(new Set(withoutYear)).toEqual(domainsOf(undated));
  });

  it('tell who was in the chair on a day', async () => {
    const rows = await answer(1);
    expect(rows).toContainEqual(expect.objectContaining({ organization: 'csto', state: 'KGZ', from: '2025-01-01' }));
    const terms = all.filter(({ kind }) => kind === 'chairmanship');
    const within = terms.filter(({ from, to }) => startOf(from) <= '2025-10-07' && endOf(to) >= '2025-10-07');
    expect(rows.map(({ organization, state }) => `${organization}/${state}`)).toEqual(
      within.map(({ organization, state }) => `${String(organization)}/${String(state)}`).sort(),
    );
  });

  it('find proposals that nobody has followed up', async () => {
    const takenUp = new Set(proposals.flatMap(({ relations }) => listOf(relations).map(({ proposal }) => proposal)));
    const idle = proposals.filter(
      ({ id, status, result, history }) =>
        ['announced', 'proposed'].includes(String(status)) &&
        result === undefined &&
        listOf(history).length < 2 &&
        !takenUp.has(id),
    );
    const rows = await answer(2);
    expect(rows.map(({ id }) => id).sort()).toEqual(idle.map(({ id }) => id).sort());
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.length).toBeLessThan(proposals.length);
  });

  it('have no answer where there are no proposals or terms, rather than an error', async () => {
    const summit = 'kind: summit\nid: gabala\nname: Gabala\norganization: ots\nstatus: held\ndate: 2025-10-07\n';
    const young = await write(parquetHive, exportDataset({ 'gabala.yaml': summit }));
    for (const index of asked.keys()) expect(await answer(index, young)).toEqual([]);
  });
});

function listOf(value: unknown): SampleRecord[] {
  return Array.isArray(value) ? value : [];
}

/** The first day of a date that the sample gives by the day or the year, and the last one. */
function startOf(date: unknown): string {
  return `${edtfOf(date)}-01-01`.slice(0, 10);
}

function endOf(date: unknown): string {
  return date === undefined ? '9999-12-31' : `${edtfOf(date)}-12-31`.slice(0, 10);
}

function edtfOf(date: unknown): string {
  return String(date !== null && typeof date === 'object' && 'value' in date ? date.value : date);
}
