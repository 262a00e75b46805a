/** A run's results as a table for people. */
import { factor, type Row } from './rows.ts';
import type { Size } from './sizes.ts';

/** Everything a run has found out; the shape of `out/bench.json`. */
export interface Results {
  /** Node, processors and system: without them the times say little. */
  readonly machine: string;
  /** The other tools, with versions. */
  readonly peers: string;
  readonly rows: readonly Row[];
  readonly sizes: readonly Size[];
}

const HEAD = ['', 'ours', 'p99', 'theirs', 'p99', 'times better'];

const NOTE = `Medians and 99th percentiles; both servers get the same files in the same run, by turns. yaml-language-server
waits 200 ms after each keystroke before it looks at the text, and knows the open file's shape only: a reference is any text
to it. It has no notion of a dataset. ajv-cli checks shapes only, and takes an unquoted date for something else; \`check\` of
shapes alone runs the rule \`schema\` and no other.

Steps are done in one warm process, one after the other; theirs there is the \`yaml\` package, its lexer alone for the look at
each character.

A change counts until the problems of the text that it makes have come, known by a wrong word that it adds or moves: a new
line and a new key stand above one, 100 records are pasted before the record that has one, the last of them wrong as well. Where
the mistake is in a reference, any diagnostics of the other server count. samples/eurasia are the sample's own files, its
longest ones open.

The curve is of datasets that are all open at once and typed in by turns. During a cold start someone types from the first
problems to the last; the event loop's longest block is what a timer due each millisecond has seen in the server, modules
as they are loaded before left out. A warm start finds what the one before has kept, and all files unchanged. The activation
is what VS Code says of it in its own report, in fresh windows.

Timelines are drawn in one Chromium at 900 × 600, by turns, each in a fresh page: ours under its strict policy, vis-timeline
under none, because it needs inline styles. The first paint counts from handing over the data, as objects, to the second
frame after all is drawn. Input is real. A frame is from the beginning of one to that of the next, at best 16.7 ms; the work a
frame is what the page's main thread did for one that heard of input. vis-timeline has its clusters on unless it says
otherwise, and is stopped after 60 s. A layout at a scale is our pure layout alone, at fifty scales.`;

/** The results as Markdown. */
export function markdown({ machine, peers, rows, sizes }: Results): string {
  const groups = [...new Set(rows.map(({ where }) => where))].map((where) => {
    const lines = rows.filter((row) => row.where === where).map(cells);
    return `## ${where}\n\n${table([HEAD, ...lines])}`;
  });
  const shipped = sizes.map(({ file, bytes, gzip }) => [
    file,
    kilobytes(bytes),
    gzip === undefined ? '' : kilobytes(gzip),
  ]);
  const files = `## Sizes\n\n${table([['', 'kB', 'gzip, kB'], ...shipped])}`;
  return `# Benchmark\n\nOurs beside ${peers}. ${machine}.\n\n${[...groups, files].join('\n\n')}\n\n${NOTE}\n`;
}

function cells(row: Row): string[] {
  const { what, unit, ours, theirs, stopped } = row;
  const value = (number: number | undefined) =>
    number === undefined ? '–' : `${rounded(number)}${unit === 'elements' ? '' : ` ${unit}`}`;
  const ratio = factor(row);
  const least = stopped ? '> ' : '';
  return [
    what,
    value(ours.median),
    value(ours.samples > 1 ? ours.p99 : undefined),
    stopped ? `> ${rounded(theirs!.median / 1000)} s` : value(theirs?.median),
    value(theirs && theirs.samples > 1 ? theirs.p99 : undefined),
    ratio === undefined ? '–' : `${least}${rounded(ratio)} ×`,
  ];
}

/** With two or three digits that matter. */
function rounded(number: number): string {
  return number.toFixed(number < 1 ? 2 : number < 20 ? 1 : 0);
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(0);
}

/** The first row is the head; the first column is to the left, the others are to the right. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, column) => Math.max(3, ...rows.map((row) => row[column]!.length)));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!))).join(' | ')} |`;
  const rule = `|${widths.map((width, column) => (column === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`;
  const [head, ...body] = rows;
  return [line(head!), rule, ...body.map(line)].join('\n');
}
