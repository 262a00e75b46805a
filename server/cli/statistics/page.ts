/** The numbers of a dataset for people: tables that line up, with bars where a comparison helps. */
import type { Colors } from 'picocolors/types';
import { type Severity, severities } from '../../dataset/problem.ts';
import { schemaOf } from '../../dataset/schema.ts';
import type { ChoiceCounts, Numbers } from '../../statistics/numbers.ts';
import { colored } from '../explaining/rule.ts';
import { bar, type Cell, clipped, grouped, table, wrapped } from '../terminal/layout.ts';
import { visible } from '../terminal/messages.ts';

/** Columns of the longest bar. */
const BAR = 24;
const LONGEST_NAME = 48;
/** More years than this are put together by decade. */
const MOST_YEARS = 40;
const DECADE = 10;

/** What a page is made for. */
export interface Paper {
  readonly columns: number;
  readonly colors: Colors;
  /** The dataset's folder as a person would type it. */
  readonly place: string;
  /** How many rows a long table has. */
  readonly top: number;
}

/** The page, with a line end. */
export function statisticsPage(numbers: Numbers, paper: Paper): string {
  const { colors } = paper;
  const title = numbers.dataset === undefined ? 'Dataset' : visible(numbers.dataset);
  const blocks = [
    `${wrapped(colors.bold(title), paper.columns)}\n${colors.dim(`${visible(paper.place)}, as of ${numbers.today}`)}`,
    table(overview(numbers, colors)).join('\n'),
    ...section('Records by kind', bars(numbers.kinds.map(({ value, records }) => [value, records])), paper),
    ...section(...years(numbers), paper),
    ...choices(numbers, paper),
    ...named(numbers, paper),
    ...section(
      'Problems by rule',
      shortened(bars((numbers.rules ?? []).map(({ rule, problems }) => [rule, problems])), paper.top),
      paper,
    ),
    ...section(
      'Longest texts',
      numbers.texts.longest.map(({ kind, id, field, characters }) => [
        characters,
        `${kind} ${visible(id ?? 'without an id')}`,
        field,
      ]),
      paper,
    ),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function section(title: string, rows: readonly (readonly Cell[])[], { colors, columns }: Paper): string[] {
  const lines = table(rows).map((line) => clipped(line, columns));
  return rows.length === 0 ? [] : [`${colors.bold(title)}\n${lines.join('\n')}`];
}

function overview({ files, records, references, problems, texts, undated }: Numbers, colors: Colors): Cell[][] {
  const rows: Cell[][] = [
    [
      'Files',
      files.read,
      remarks([
        [files.unread, 'could not be read'],
        [files.withoutRecords, 'without records'],
      ]),
    ],
    ['Records', records, remarks([[undated, 'without a year']])],
    [
      'References',
      references.all,
      remarks([
        [references.within, 'within the dataset'],
        [references.toRegistry, 'to the registry'],
        [references.unknown, 'to nothing known'],
      ]),
    ],
    ['Characters of text', texts.characters],
  ];
  if (problems) {
    const found = severities.filter((severity) => problems[severity] > 0);
    const words = found.map((severity) => colored(severity, colors, counted(problems[severity], severity)));
    rows.push(['Problems', Object.values(problems).reduce((sum, count) => sum + count, 0), words.join(', ')]);
  }
  return rows;
}

function remarks(counts: readonly (readonly [count: number, what: string])[]): string {
  return counts.flatMap(([count, what]) => (count > 0 ? [`${grouped(count)} ${what}`] : [])).join(', ');
}

function counted(count: number, severity: Severity): string {
  const noun = severity === 'info' ? 'note' : severity;
  return `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** Rows of a name, a number and a bar as long as its share of the largest. */
function bars(counts: readonly (readonly [name: string, count: number])[]): Cell[][] {
  const most = Math.max(...counts.map(([, count]) => count));
  return counts.map(([name, count]) => [clipped(visible(name), LONGEST_NAME), count, bar(count / most, BAR)]);
}

/** Every year from the first to the last, so that the bars show where nothing is; decades where years are too many. */
function years({ years: counts }: Numbers): [title: string, rows: Cell[][]] {
  const [first, last] = [counts[0]?.year, counts.at(-1)?.year];
  if (first === undefined || last === undefined) return ['Records by year', []];
  const step = last - first < MOST_YEARS ? 1 : DECADE;
  const byStep = new Map<number, number>();
  for (const { year, records } of counts) {
    const start = Math.floor(year / step) * step;
    byStep.set(start, (byStep.get(start) ?? 0) + records);
  }
  const starts = step === 1 ? Array.from({ length: last - first + 1 }, (_, i) => first + i) : [...byStep.keys()];
  const rows = bars(starts.map((start) => [step === 1 ? String(start) : `${start}s`, byStep.get(start) ?? 0]));
  return [step === 1 ? 'Records by year' : 'Records by decade', rows];
}

/** Lists that a record can have several values of as bars; single choices in a line each, by kind. */
function choices({ choices: all }: Numbers, paper: Paper): string[] {
  const kinds = [...new Set(all.map(({ kind }) => kind))];
  const lines = kinds.flatMap((kind) => {
    const own = all.filter((choice) => choice.kind === kind && !choice.several);
    const width = Math.max(...own.map(({ field }) => field.length)) + 2;
    return own.length === 0 ? [] : [`  ${kind}`, ...own.map((choice) => choiceLine(choice, width, paper))];
  });
  const several = all.filter((choice) => choice.several);
  return [
    ...(lines.length > 0 ? [`${paper.colors.bold('Choices')}\n${lines.join('\n')}`] : []),
    ...several.flatMap(({ kind, field, counts }) => {
      const ranked = [...counts]
        .sort((a, b) => b.records - a.records)
        .map(({ value, records }) => [value, records] as const);
      return section(`${capital(folderOf(kind))} by ${field}`, shortened(bars(ranked), paper.top), paper);
    }),
  ];
}

/** The first rows of a table, and a line that says how many others there are. */
function shortened(rows: readonly Cell[][], top: number): Cell[][] {
  const others = rows.length - top;
  return others <= 1 ? [...rows] : [...rows.slice(0, top), [`and ${others} others`]];
}

function choiceLine({ field, counts }: ChoiceCounts, width: number, { columns, colors }: Paper): string {
  // A value and its number stay together.
  const pairs = counts.map(({ value, records }) => `${visible(value)}\u00a0${colors.bold(grouped(records))}`);
  return `    ${field.padEnd(width)}${wrapped(pairs.join(', '), columns, width + 4, 0).replaceAll('\u00a0', ' ')}`;
}

function named({ named: byKind }: Numbers, paper: Paper): string[] {
  return Object.entries(byKind).flatMap(([kind, targets]) => {
    const most = Math.max(...targets.map(({ records }) => records));
    // Named by one record each: there is nothing to compare.
    if (most < 2) return [];
    const rows = targets.map(({ id, name, records }) => [
      clipped(visible(id), LONGEST_NAME),
      records,
      bar(records / most, BAR).padEnd(BAR),
      name === id ? '' : clipped(visible(name), LONGEST_NAME),
    ]);
    return section(`${capital(folderOf(kind))} named by most records`, rows, paper);
  });
}

/** What many of a kind are called: as its folder is. */
function folderOf(kind: string): string {
  return schemaOf(kind).folder ?? kind;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
