/** What would change in a file, as a unified diff that `git apply` and `patch -p1` take. */
import { FILE_HEADERS_ONLY, formatPatch, structuredPatch } from 'diff';
import type { Colors } from 'picocolors/types';
import { clean } from '../reports/code-frame.ts';

/** Lines that stay around those that change, as git has them. */
const CONTEXT = 3;

/** More lines that come or go than this are shown as one block: finding the least takes the square of their number. */
const MOST_CHANGES = 1000;

/** The diff of one file; with colours it is for a terminal, and without what could act upon one. */
export function unifiedDiff(file: string, before: string, after: string, colors: Colors): string {
  const names = [`a/${file}`, `b/${file}`] as const;
  const options = { context: CONTEXT, maxEditLength: MOST_CHANGES };
  const least = structuredPatch(...names, before, after, undefined, undefined, options);
  const hunks = least?.hunks ?? [wholeHunk(before, after)];
  const patch = formatPatch(
    { oldFileName: names[0], newFileName: names[1], oldHeader: undefined, newHeader: undefined, hunks },
    FILE_HEADERS_ONLY,
  );
  if (!colors.isColorSupported) return patch;
  return patch
    .split('\n')
    .map((line) => colored(line, colors))
    .join('\n');
}

/** All lines of a text go, and all of the other come. */
function wholeHunk(before: string, after: string) {
  const [oldLines, newLines] = [linesOf(before), linesOf(after)];
  return {
    oldStart: 1,
    oldLines: oldLines.length,
    newStart: 1,
    newLines: newLines.length,
    lines: [...signed('-', oldLines, before), ...signed('+', newLines, after)],
  };
}

function linesOf(text: string): string[] {
  return text.replace(/\n$/, '').split('\n');
}

function signed(sign: string, lines: readonly string[], text: string): string[] {
  return [...lines.map((line) => sign + line), ...(text.endsWith('\n') ? [] : ['\\ No newline at end of file'])];
}

function colored(line: string, colors: Colors): string {
  const text = clean(line.replace(/\r$/, ''));
  if (/^(?:---|\+\+\+) /.test(line)) return colors.bold(text);
  if (line.startsWith('+')) return colors.green(text);
  if (line.startsWith('-')) return colors.red(text);
  return line.startsWith('@') ? colors.cyan(text) : text;
}
