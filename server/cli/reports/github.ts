/** Problems as workflow commands, which GitHub Actions shows beside the lines of a change. */
import type { Severity } from '../../dataset/problem.ts';
import { cleanLines } from './code-frame.ts';
import type { Paths } from './paths.ts';
import type { Findings, Surroundings } from './report.ts';
import type { Row } from './results.ts';
import { summary } from './words.ts';

/** Hints are for someone who writes; of what GitHub shows, ten of a level in a step, they would only take room away. */
const COMMANDS: Readonly<Record<Severity, string | undefined>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
  hint: undefined,
};

/** A command a problem, and a line for the log with their number. */
export function formatGithub(findings: Findings, { paths, quiet }: Surroundings): string {
  const annotations = findings.files.flatMap(({ rows }) => rows.flatMap((row) => annotation(row, paths) ?? []));
  const unread = findings.unread.map(({ file, message }) =>
    command('error', { file: paths.path(file), title: 'unread' }, message),
  );
  return [...unread, ...annotations, summary(findings, quiet), ''].join('\n');
}

function annotation(row: Row, paths: Paths): string | undefined {
  const name = COMMANDS[row.severity];
  if (name === undefined) return undefined;
  const { line, endLine, column: col, endColumn } = row;
  // GitHub takes columns only where a problem begins and ends in one line.
  const columns = line === endLine ? { col, endColumn } : {};
  return command(name, { file: paths.path(row.file), line, endLine, ...columns, title: row.rule }, row.message);
}

/** @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
function command(name: string, properties: Readonly<Record<string, string | number>>, message: string): string {
  const parts = Object.entries(properties).map(([key, value]) => `${key}=${escapedProperty(String(value))}`);
  return `::${name} ${parts.join(',')}::${escaped(message)}`;
}

function escaped(text: string): string {
  return cleanLines(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapedProperty(text: string): string {
  return escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
