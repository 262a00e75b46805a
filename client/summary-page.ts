/** The numbers of a dataset as Markdown: tables, with bars where a comparison helps. Whatever comes from records stands there as text. */
import { l10n } from 'vscode';
import type { ChoiceCounts, DatasetSummary } from '../server/protocol.ts';
import { markdownText } from './shown-text.ts';
import { counted, severityTexts } from './status-words.ts';

/** Signs of the longest bar. */
const BAR = 24;
/** More years than this are put together by decade. */
const MOST_YEARS = 40;
const DECADE = 10;

type Row = readonly string[];
type Counted = readonly (readonly [name: string, count: number])[];

/** The whole page. */
export function summaryPage({ status, numbers, kindNames }: DatasetSummary): string {
  const nameOf = (kind: string) => markdownText(capital(kindNames[kind] ?? kind));
  const several = numbers.choices.filter((choice) => choice.several);
  const blocks = [
    `# ${markdownText(status.title)}`,
    l10n.t('As of {0}.', numbers.today),
    ...(numbers.records === 0 ? [l10n.t('There are no records yet.')] : []),
    table(['', l10n.t('Count'), ''], overview(numbers)),
    ...problems(numbers, status.validated),
    ...section(l10n.t('Records by kind'), bars(numbers.kinds.map((it) => [it.value, it.records]))),
    ...years(numbers.years),
    ...several.flatMap((it) => section(l10n.t('{0} by {1}', nameOf(it.kind), wordsOf(it.field)), bars(ranked(it)))),
    ...choices(numbers.choices, nameOf),
    ...named(numbers.named, nameOf),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function overview({ files, records, undated, references, texts }: DatasetSummary['numbers']): Row[] {
  return [
    [l10n.t('Records'), counted(records), remarks([[undated, l10n.t('without a year')]])],
    [
      l10n.t('Files'),
      counted(files.read),
      remarks([
        [files.withoutRecords, l10n.t('without records')],
        [files.unread, l10n.t('that cannot be read')],
      ]),
    ],
    [
      l10n.t('References'),
      counted(references.all),
      remarks([
        [references.within, l10n.t('within the dataset')],
        [references.toRegistry, l10n.t('to the registry')],
        [references.unknown, l10n.t('to nothing known')],
      ]),
    ],
    [l10n.t('Characters of text'), counted(texts.characters), ''],
  ];
}

function remarks(counts: readonly (readonly [count: number, what: string])[]): string {
  return counts.flatMap(([count, what]) => (count > 0 ? [`${counted(count)} ${what}`] : [])).join(', ');
}

function problems({ problems: found, rules = [] }: DatasetSummary['numbers'], validated: boolean): string[] {
  const title = `## ${l10n.t('Problems')}`;
  if (!validated || !found) return [title, l10n.t('Problems are not shown, by the setting `{0}`.', SETTING)];
  if (rules.length === 0) return [title, l10n.t('There are none.')];
  return [
    title,
    severityTexts(found).join(', '),
    table([l10n.t('Rule'), l10n.t('Count'), ''], bars(rules.map((it) => [it.rule, it.problems]))),
  ];
}

const SETTING = 'securityInitiatives.validate.enable';

function section(title: string, rows: readonly Row[]): string[] {
  return rows.length === 0 ? [] : [`## ${title}`, table(['', l10n.t('Count'), ''], rows)];
}

/** Every year from the first to the last, so that the bars show where nothing is; decades where years are too many. */
function years(counts: DatasetSummary['numbers']['years']): string[] {
  const [first, last] = [counts[0]?.year, counts.at(-1)?.year];
  if (first === undefined || last === undefined) return [];
  const step = last - first < MOST_YEARS ? 1 : DECADE;
  const start = Math.floor(first / step) * step;
  const sums = new Map<number, number>();
  for (const { year, records } of counts) {
    const at = Math.floor(year / step) * step;
    sums.set(at, (sums.get(at) ?? 0) + records);
  }
  const all = step === 1 ? Array.from({ length: last - start + 1 }, (_, i) => start + i) : [...sums.keys()];
  const rows = bars(all.map((year) => [step === 1 ? `${year}` : l10n.t('{0}s', year), sums.get(year) ?? 0]));
  return section(step === 1 ? l10n.t('Records by year') : l10n.t('Records by decade'), rows);
}

/** Fields of which a record has one value at most: a row each. */
function choices(all: readonly ChoiceCounts[], nameOf: (kind: string) => string): string[] {
  const rows = all
    .filter(({ several }) => !several)
    .map((it): Row => {
      const values = ranked(it).map(([value, count]) => `${markdownText(value)} **${counted(count)}**`);
      return [nameOf(it.kind), markdownText(wordsOf(it.field)), values.join(', ')];
    });
  if (rows.length === 0) return [];
  return [`## ${l10n.t('Choices')}`, table([l10n.t('Records'), l10n.t('Field'), l10n.t('Values')], rows, 2)];
}

/** Records that are named by one other at most are left out where there is nothing to compare. */
function named(byKind: DatasetSummary['numbers']['named'], nameOf: (kind: string) => string): string[] {
  const blocks = Object.entries(byKind).flatMap(([kind, targets]) => {
    const most = targets[0]?.records ?? 0;
    if (most < 2) return [];
    const rows = targets.map((it) => [
      `${markdownText(it.name)}${it.name === it.id ? '' : ` (${markdownText(it.id)})`}`,
      counted(it.records),
      bar(it.records / most),
    ]);
    return [`### ${nameOf(kind)}`, table(['', l10n.t('Named by'), ''], rows)];
  });
  return blocks.length === 0 ? [] : [`## ${l10n.t('Most named')}`, ...blocks];
}

function ranked({ counts }: ChoiceCounts): Counted {
  return counts.map(({ value, records }) => [value, records] as const).sort(([, a], [, b]) => b - a);
}

/** Rows of a name, a number and a bar as long as its share of the largest. */
function bars(counts: Counted): Row[] {
  const most = Math.max(...counts.map(([, count]) => count));
  return counts.map(([name, count]) => [markdownText(name), counted(count), bar(count / most)]);
}

function bar(share: number): string {
  return '█'.repeat(share > 0 ? Math.max(1, Math.round(share * BAR)) : 0);
}

/** A table whose numbers stand to the right; cells are Markdown. */
function table(head: Row, rows: readonly Row[], texts = 1): string {
  const line = (cells: Row) => `| ${cells.join(' | ')} |`;
  const sides = head.map((_, i) => (i === 1 && texts === 1 ? '---:' : ':---'));
  return [line(head), line(sides), ...rows.map(line)].join('\n');
}

function wordsOf(field: string): string {
  return field.replace(/_/g, ' ');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
