/** DuckDB as a reader that others have made: SQL over what an export has written. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterEach } from 'vitest';
import type { Written } from './support.ts';

/** A row by the names of its columns: values as JSON has them, lists and structs too. */
export type Row = Readonly<Record<string, unknown>>;

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Lays files in a folder of their own, which goes when the test ends. @returns its path */
export function laid({ files }: Pick<Written, 'files'>, nameOfSingle = 'export'): string {
  const folder = mkdtempSync(join(tmpdir(), 'initiatives-export-'));
  folders.push(folder);
  for (const [path, bytes] of files) {
    const file = join(folder, path || nameOfSingle);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
  return folder;
}

/** The rows of a query; `$folder` in it stands for a folder's path. */
export async function query(sql: string, folder: string): Promise<Row[]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    const reader = await connection.runAndReadAll(sql.replaceAll('$folder', folder.replaceAll("'", "''")));
    return reader.getRowObjectsJson() as Row[];
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
