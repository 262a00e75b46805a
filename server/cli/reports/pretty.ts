/** Problems for people: by file, each with the line it stands in and what it is about underlined, and a count at the end. */
import type { Colors } from 'picocolors/types';
import { type Severity, severities } from '../../dataset/problem.ts';
import { LineIndex, lineAt } from '../../dataset/text.ts';
import type { FileRows, Row } from '../results.ts';
import type { Findings, Surroundings } from './report.ts';

/** Longest part of a line that is shown, in code units. */
const WIDEST = 160;
/** How much of a long line is shown before what it is about. */
const LEAD = 40;
/** Anything that a terminal acts upon instead of showing it: controls, and marks that turn the direction of writing. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for.
const UNSHOWN = /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const WIDE =
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Emoji_Presentation}\uff01-\uff60]/u;
const NO_WIDTH = /[\p{Mn}\p{Me}\u200b-\u200d]/u;

const NOUNS: Readonly<Record<Severity, readonly [one: string, many: string]>> = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  info: ['note', 'notes'],
  hint: ['hint', 'hints'],
};

/** The whole report, with a line end. */
export function formatPretty({ files: results }: Findings, { colors, quiet }: Surroundings): string {
  const parts: string[] = [];
  for (const result of results) {
    if (result.rows.length > 0) parts.push(formatFile(result, colors));
  }
  parts.push(summary(results, colors, quiet));
  return parts.join('\n');
}

function formatFile({ file, text, rows }: FileRows, colors: Colors): string {
  const lines = new LineIndex(text);
  return [colors.underline(clean(file)), ...rows.map((row) => formatRow(row, text, lines, colors)), ''].join('\n');
}

function formatRow(row: Row, text: string, lines: LineIndex, colors: Colors): string {
  const place = `${row.line}:${row.column}`;
  const head = `  ${place}  ${colored(row.severity, colors)}  ${clean(row.message)}  ${colors.dim(row.rule)}`;
  const source = text === '' ? [] : excerpt(row, text, lines, colors);
  return [head, ...source].join('\n');
}

/** The line that a problem begins in, and carets under the part of it that it is about. */
function excerpt(row: Row, text: string, lines: LineIndex, colors: Colors): string[] {
  const start = lines.offset(row.line - 1, row.column - 1);
  const line = lineAt(text, start);
  const end = row.endLine === row.line ? Math.min(start + row.endColumn - row.column, line.end) : line.end;
  const from = line.end - line.start > WIDEST ? Math.max(line.start, start - LEAD) : line.start;
  const to = Math.min(line.end, from + WIDEST);
  const number = String(row.line);
  const before = `${from > line.start ? '…' : ''}${clean(text.slice(from, start))}`;
  const marked = clean(text.slice(start, Math.min(end, to)));
  const after = `${clean(text.slice(Math.min(end, to), to))}${to < line.end ? '…' : ''}`;
  const carets = '^'.repeat(Math.max(1, widthOf(marked)));
  return [
    `    ${colors.dim(`${number} |`)} ${before}${marked}${after}`,
    `    ${colors.dim(`${' '.repeat(number.length)} |`)} ${blank(before)}${colored(row.severity, colors, carets)}`,
  ];
}

function summary(results: readonly FileRows[], colors: Colors, quiet: boolean): string {
  const files = `${results.length} ${results.length === 1 ? 'file' : 'files'}`;
  const rows = results.flatMap((result) => result.rows);
  if (results.length === 0) return 'Nothing was checked.\n';
  if (rows.length === 0) return `${colors.green(`No ${quiet ? 'errors' : 'problems'} in ${files}.`)}\n`;
  const counts = severities
    .map((severity) => [severity, rows.filter((row) => row.severity === severity).length] as const)
    .filter(([, count]) => count > 0)
    .map(([severity, count]) => colored(severity, colors, `${count} ${NOUNS[severity][count === 1 ? 0 : 1]}`));
  return `${counts.join(', ')} in ${results.filter((result) => result.rows.length > 0).length} of ${files}\n`;
}

function colored(severity: Severity, colors: Colors, text: string = severity): string {
  if (severity === 'error') return colors.red(text);
  if (severity === 'warning') return colors.yellow(text);
  return severity === 'info' ? colors.cyan(text) : colors.dim(text);
}

function clean(text: string): string {
  return text.replace(UNSHOWN, (character) => (character === '\n' || character === '\r' ? ' ' : '\ufffd'));
}

/** As many blanks as a text is wide; tabs stay, so that the terminal makes them as wide as those above. */
function blank(text: string): string {
  return Array.from(text, (character) => (character === '\t' ? '\t' : ' '.repeat(widthOf(character)))).join('');
}

/** How many columns a terminal gives a text. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) {
    if (WIDE.test(character)) width += 2;
    else if (!NO_WIDTH.test(character)) width++;
  }
  return width;
}
