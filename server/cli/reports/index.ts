/** The formats of `check`, by the names that people ask for them with; each is read only when it is asked for. */
import type { Report } from './report.ts';

export const REPORTS = {
  pretty: async () => (await import('./pretty.ts')).formatPretty,
  json: async () => (await import('./json.ts')).formatJson,
  sarif: async () => (await import('./sarif.ts')).formatSarif,
  github: async () => (await import('./github.ts')).formatGithub,
  junit: async () => (await import('./junit.ts')).formatJunit,
  checkstyle: async () => (await import('./checkstyle.ts')).formatCheckstyle,
} as const satisfies Readonly<Record<string, () => Promise<Report>>>;

export type ReportName = keyof typeof REPORTS;
