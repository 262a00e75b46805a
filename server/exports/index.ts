/** All output formats, in the order in which help lists them. */
import { csv, csvExcel } from './csv/csv.ts';
import { datapackage } from './datapackage/datapackage.ts';
import type { ExportFormat } from './format.ts';
import { graphml } from './graphml.ts';
import { icalendar } from './icalendar.ts';
import { json } from './json.ts';
import { jsonLd } from './json-ld/json-ld.ts';
import { markdown } from './markdown/markdown.ts';
import { ndjson } from './ndjson.ts';
import { parquetHive } from './parquet/hive.ts';
import { parquet } from './parquet/parquet.ts';
import { timelinejs } from './timelinejs.ts';

export const formats: readonly ExportFormat[] = [
  json,
  ndjson,
  csv,
  csvExcel,
  datapackage,
  parquet,
  parquetHive,
  icalendar,
  timelinejs,
  jsonLd,
  graphml,
  markdown,
];
