/** A dataset too large for one machine's editor: exported as Parquet by kind and year, then asked in SQL by DuckDB. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { questions } from '../papers/questions.ts';
import { MANIFEST } from './generate.ts';
import { runProcess } from './process.ts';
import { type Row, rowOf } from './rows.ts';
import { YEARS } from './vocabulary.ts';
import { volumes } from './volumes.ts';

/** What the questions must find in a generated dataset, by the text of its records. */
interface Expected {
  /** Proposals, each counted in both of its domains. */
  proposals: number;
  /** Terms in the chair that the day of the question lies in. */
  terms: number;
  /** Proposals announced or proposed; none of the generated ones has a second step, a result or a successor. */
  idle: number;
}

/** The day that the README asks about, and one that terms in the chair of every volume lie in. */
const [ASKED, DAY] = ['2025-10-07', `${YEARS.first}-01-15`];

export interface WarehouseOptions {
  readonly where: string;
  /** An empty folder. */
  readonly folder: string;
  /** The command line's bundle. */
  readonly cli: string;
  readonly records: number;
  readonly onCleanUp: (dispose: () => void) => void;
}

/** Writes a dataset, exports it and asks. @throws Error when an answer is not that of the records. */
export async function measureWarehouse({ where, folder, cli, records, onCleanUp }: WarehouseOptions): Promise<Row[]> {
  const expected = writeVolumes(join(folder, 'dataset'), records);
  const output = join(folder, 'parquet');
  const args = [cli, 'export', join(folder, 'dataset'), '--format', 'parquet-hive', '--output', output];
  const { time, memory } = await runProcess(args, { code: 0, onCleanUp });
  return [
    ...rowOf(where, '`export --format parquet-hive`', 'ms', { ours: [time], theirs: [] }),
    ...rowOf(where, '`export`, peak memory', 'MB', { ours: memory === undefined ? [] : [memory], theirs: [] }),
    ...(await ask(where, output, expected)),
  ];
}

/** Writes the volumes of a dataset one by one, and counts what is asked for later. */
function writeVolumes(folder: string, records: number): Expected {
  const expected: Expected = { proposals: 0, terms: 0, idle: 0 };
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'initiatives.yaml'), MANIFEST);
  for (const { path, text } of volumes(records)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    expected.proposals += text.match(/^kind: proposal$/gm)?.length ?? 0;
    expected.idle += text.match(/^status: (?:announced|proposed)$/gm)?.length ?? 0;
    for (const [, from, to] of text.matchAll(/^from: (\S+)\nto: (\S+)$/gm))
      if (from! <= DAY && to! >= DAY) expected.terms++;
  }
  return expected;
}

async function ask(where: string, folder: string, expected: Expected): Promise<Row[]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    const rows: Row[] = [];
    for (const [index, { title, sql }] of questions('README.md').entries()) {
      const begin = performance.now();
      const reader = await connection.runAndReadAll(
        sql.replaceAll(ASKED, DAY).replaceAll("'parquet/", `'${folder.replaceAll("'", "''")}/`),
      );
      rows.push(...rowOf(where, `SQL: ${title}`, 'ms', { ours: [performance.now() - begin], theirs: [] }));
      verify(index, reader.getRowObjectsJson(), expected);
    }
    return rows;
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

function verify(index: number, rows: readonly Readonly<Record<string, unknown>>[], expected: Expected): void {
  const domains = rows.reduce((sum, { proposals }) => sum + Number(proposals ?? 0), 0);
  const [found, wanted] = [
    [domains, 2 * expected.proposals],
    [rows.length, expected.terms],
    [rows.length, expected.idle],
  ][index]!;
  if (found !== wanted || found === 0)
    throw new Error(`Question ${index + 1} finds ${found} in the Parquet files, and ${wanted} are in the records.`);
}
