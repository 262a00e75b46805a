/** Problems for people: by file, each with the line it stands in and what it is about underlined, and a count at the end. */
import type { Colors } from 'picocolors/types';
import type { Severity } from '../../dataset/problem.ts';
import { clean, codeFrame } from './code-frame.ts';
import type { Findings, Surroundings } from './report.ts';
import type { FileRows, RelatedRow, Row } from './results.ts';
import { fixableSentence, summary } from './words.ts';

const INDENT = '    ';

/** The whole report, with a line end. */
export function formatPretty(findings: Findings, { colors, quiet }: Surroundings): string {
  const parts: string[] = [];
  for (const result of findings.files) {
    if (result.rows.length > 0) parts.push(formatFile(result, colors));
  }
  const paint = { good: colors.green, severity: (severity: Severity, text: string) => colored(severity, colors, text) };
  const fixable = fixableSentence(findings);
  parts.push(`${summary(findings, quiet, paint)}\n${fixable === undefined ? '' : `${fixable}\n`}`);
  return parts.join('\n');
}

function formatFile({ file, text, rows }: FileRows, colors: Colors): string {
  const frameOf = codeFrame(text);
  const lines = rows.flatMap((row) => {
    const paint = { margin: colors.dim, carets: (carets: string) => colored(row.severity, colors, carets) };
    const frame = frameOf(row, paint).map((line) => INDENT + line);
    return [head(row, colors), ...frame, ...(row.related ?? []).map((place) => relatedLine(place, row, colors))];
  });
  return [colors.underline(clean(file)), ...lines, ''].join('\n');
}

function head({ line, column, severity, message, rule }: Row, colors: Colors): string {
  return `  ${line}:${column}  ${colored(severity, colors)}  ${clean(message)}  ${colors.dim(rule)}`;
}

/** A place that explains a problem, in a form that terminals open when it is clicked. */
function relatedLine({ file, line, column, message }: RelatedRow, row: Row, colors: Colors): string {
  const blanks = ' '.repeat(String(row.line).length);
  return `${INDENT}${colors.dim(`${blanks} = ${clean(file)}:${line}:${column}: ${clean(message)}`)}`;
}

function colored(severity: Severity, colors: Colors, text: string = severity): string {
  if (severity === 'error') return colors.red(text);
  if (severity === 'warning') return colors.yellow(text);
  return severity === 'info' ? colors.cyan(text) : colors.dim(text);
}
