/** Writes `results.md`: what the tests run, and which mutants they notice, from the reports below `out`. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readVerdicts, survivorOf } from './looked-at.ts';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');
const TOLD = join(ROOT, 'test/mutation/results.md');
/** The mutants that survived and of which nobody has said why, as rows for `survivors.tsv`. */
const UNSEEN = join(ROOT, 'out/mutation/not-looked-at.tsv');
const NOTICED = ['Killed', 'Timeout'];
const verdicts = readVerdicts();

const sections = [
  ['Coverage', 'out/coverage/coverage-summary.json', coverage],
  ['Emptied bodies', 'out/mutation/bodies.json', mutants],
  ['All mutants', 'out/mutation/all.json', mutants],
];

const before = existsSync(TOLD) ? readFileSync(TOLD, 'utf8') : '';
const text = sections.map(([title, report, tell]) =>
  existsSync(join(ROOT, report))
    ? `## ${title}\n\n${tell(JSON.parse(readFileSync(join(ROOT, report), 'utf8')))}`
    : // A report that is not there says nothing; what the last one said stands.
      (new RegExp(`## ${title}\\n[^]*?(?=\\n## |$)`).exec(before)?.[0].trimEnd() ?? `## ${title}\n\nNot measured yet.`),
);
writeFileSync(
  TOLD,
  `# What the tests notice

Written by \`npm run coverage\` and \`npm run mutation\`. How mutants are judged stands in \`judges.ts\`, and why some survive
in [survivors.md](survivors.md).

${text.join('\n\n')}
`,
);

/** Share of lines, branches and functions that the tests of core, rules, features and exports run. */
function coverage(summary) {
  const rooms = new Map();
  for (const [file, counts] of Object.entries(summary)) {
    if (file === 'total') continue;
    const room = roomOf(relative(ROOT, file));
    const sums = rooms.get(room) ?? { lines: [0, 0], branches: [0, 0], functions: [0, 0] };
    for (const [what, sum] of Object.entries(sums)) {
      sum[0] += counts[what].covered;
      sum[1] += counts[what].total;
    }
    rooms.set(room, sums);
  }
  const rows = [...rooms]
    .sort()
    .map(([room, { lines, branches, functions }]) => [
      room,
      ...[lines, branches, functions].map(([part, whole]) => share(part, whole)),
    ]);
  return table(['Room', 'Lines', 'Branches', 'Functions'], rows);
}

/** How many mutants of each room are noticed; not tried are those that only run while modules are read. */
function mutants({ files }) {
  const rooms = new Map();
  const unseen = [];
  for (const [file, { mutants: tried, source }] of Object.entries(files)) {
    const room = roomOf(file);
    const sums = rooms.get(room) ?? [0, 0, 0, 0, 0];
    for (const mutant of tried) {
      const { status, static: isStatic } = mutant;
      if (NOTICED.includes(status)) sums[0]++;
      else if (status === 'Survived' || status === 'NoCoverage') {
        sums[status === 'Survived' ? 1 : 2]++;
        const { key, path, change } = survivorOf(file, source, mutant);
        if (verdicts.has(key)) sums[3]++;
        else unseen.push([key, path, change, '', ''].join('\t'));
      } else if (isStatic || status === 'RuntimeError') sums[4]++;
    }
    rooms.set(room, sums);
  }
  writeFileSync(UNSEEN, unseen.map((row) => `${row}\n`).join(''));
  const all = [...rooms.values()].reduce((sum, part) => sum.map((count, i) => count + part[i]), [0, 0, 0, 0, 0]);
  const rows = [...[...rooms].sort(), ['all', all]].map(([room, [noticed, survived, unreached, seen, untried]]) => [
    room,
    noticed,
    survived,
    unreached,
    seen,
    untried,
    share(noticed, noticed + survived + unreached),
  ]);
  return table(['Room', 'Noticed', 'Survived', 'Reached by no test', 'Looked at', 'Not tried', 'Score'], rows);
}

/** A source's folder below `server`. */
function roomOf(file) {
  return dirname(file).replace(/^server\//, '');
}

function share(part, whole) {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;
}

function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, i) => (i === 0 ? '---' : '--:'))), ...rows.map(line)].join('\n');
}
