/** The formats of `check`, by the names that people ask for them with. */
import { formatCheckstyle } from './checkstyle.ts';
import { formatGithub } from './github.ts';
import { formatJson } from './json.ts';
import { formatJunit } from './junit.ts';
import { formatPretty } from './pretty.ts';
import type { Report } from './report.ts';
import { formatSarif } from './sarif.ts';

export const REPORTS = {
  pretty: formatPretty,
  json: formatJson,
  sarif: formatSarif,
  github: formatGithub,
  junit: formatJunit,
  checkstyle: formatCheckstyle,
} as const satisfies Readonly<Record<string, Report>>;

export type ReportName = keyof typeof REPORTS;
