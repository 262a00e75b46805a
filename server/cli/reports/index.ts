/** The formats of `check`, by the names that people ask for them with. */
import { formatJson } from './json.ts';
import { formatPretty } from './pretty.ts';
import type { Report } from './report.ts';

export const REPORTS = {
  pretty: formatPretty,
  json: formatJson,
} as const satisfies Readonly<Record<string, Report>>;

export type ReportName = keyof typeof REPORTS;
