/** All output formats, in the order in which help lists them. */
import type { ExportFormat } from './format.ts';
import { ndjson } from './ndjson.ts';
import { parquetHive } from './parquet/hive.ts';
import { parquet } from './parquet/parquet.ts';

export const formats: readonly ExportFormat[] = [ndjson, parquet, parquetHive];
