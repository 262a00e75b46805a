/** The few rows of a whole run's results that the README quotes, each as it stands in the results. */

/** A row by the heading it stands under and its first cell, and what the README calls it. */
interface Quoted {
  readonly under: RegExp;
  readonly cell: string;
  readonly title: string;
}

const QUOTED: readonly Quoted[] = [
  {
    under: /^dataset of 10,000 files$/,
    cell: 'keystroke → problems, state',
    title: 'Keystroke to problems, in a dataset of 10,000 files',
  },
  {
    under: /^1,000 records in one file$/,
    cell: 'keystroke → problems, state',
    title: 'Keystroke to problems, in one file of 1,000 records (22,000 lines)',
  },
  {
    under: /^samples\/eurasia/,
    cell: 'keystroke → problems, new line',
    title: 'Enter to problems, in the longest file of the sample',
  },
  {
    under: /^1,000 records in one file$/,
    cell: 'paste of 100 records → problems',
    title: 'Another 100 records pasted into the 1,000',
  },
  { under: /^1,000 records in one file$/, cell: 'completion', title: 'Completion there' },
  {
    under: /^keystroke curve$/,
    cell: 'slowest median beside the fastest',
    title: 'Keystroke in datasets of 10 to 100,000 files: the slowest beside the fastest',
  },
  {
    under: /^cold start on 10,000 files$/,
    cell: 'start → problems of the open file',
    title: 'Server started on 10,000 files, to the problems of the open one',
  },
  {
    under: /^cold start on 10,000 files$/,
    cell: 'start → problems of all files',
    title: 'The same, to the problems of all files',
  },
  {
    under: /^warm start on 10,000 files$/,
    cell: 'start → problems of all files',
    title: 'The same, started again with nothing changed',
  },
  {
    under: /^check of 10,000 files$/,
    cell: '`check` beside ajv-cli',
    title: '`check` of 10,000 files, all rules, beside ajv-cli, shape only',
  },
  {
    under: /^check of 10,000 files$/,
    cell: '`check` of shapes alone beside ajv-cli',
    title: 'The same with the rule `schema` alone',
  },
  {
    under: /^timeline of 10,000 events$/,
    cell: 'first paint',
    title: 'First paint of 10,000 events, beside vis-timeline',
  },
];

const PLACE = /(<!-- Speed: written by `npm run bench`\. -->\n).*?(\n<!-- End of the speed\. -->)/s;

/** The README with what it quotes as the results have it. @throws when the marks around it, or a row, are gone */
export function withQuotes(readme: string, results: string): string {
  if (!PLACE.test(readme)) throw new Error('README.md has lost the comments that stand around its figures of speed.');
  return readme.replace(PLACE, (_, head: string, end: string) => `${head}\n${quotes(results)}\n${end}`);
}

function quotes(results: string): string {
  const machine = /^Ours beside .*$/m.exec(results)?.[0];
  if (!machine) throw new Error('The results do not say what was measured, and where.');
  const rows = QUOTED.map((quoted) => `| ${[quoted.title, ...cellsOf(results, quoted)].join(' | ')} |`);
  const head = ['| | ours | p99 | theirs | p99 | times better |', '| --- | ---: | ---: | ---: | ---: | ---: |'];
  return [machine, '', ...head, ...rows].join('\n');
}

/** All cells of a row but the first. */
function cellsOf(results: string, { under, cell }: Quoted): string[] {
  const [, ...sections] = results.split(/^## /m);
  const section = sections.find((text) => under.test(text.slice(0, text.indexOf('\n'))));
  const rows = (section?.split('\n') ?? []).map((line) => line.split('|').map((part) => part.trim()));
  const found = rows.find(([, first]) => first === cell);
  if (!found) throw new Error(`The results have no row "${cell}" under a heading like ${under}.`);
  return found.slice(2, -1);
}
