/** All output formats, in the order in which help lists them. */
import type { ExportFormat } from './format.ts';
import { ndjson } from './ndjson.ts';

export const formats: readonly ExportFormat[] = [ndjson];
