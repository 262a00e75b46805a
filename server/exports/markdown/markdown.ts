/** A report in Markdown: what a dataset holds, who proposed what and what became of it, and what is overdue. */
import type { RootContent } from 'mdast';
import { inWords } from '../../dataset/dates/edtf.ts';
import { kinds, schemaAt } from '../../dataset/schema.ts';
import { capitalised, choiceInWords } from '../../dataset/timeline/words.ts';
import type { ExportDataset } from '../dataset.ts';
import type { FileFormat } from '../format.ts';
import { countOf } from '../meaning/words.ts';
import { contents, heading, markdownOf, paragraph, table, words } from './blocks.ts';
import { Gathering, type Row, type Tables } from './gathering.ts';
import type { Latest } from './latest.ts';

interface Section {
  readonly title: string;
  readonly blocks: (gathering: Gathering) => readonly RootContent[];
}

/** What rows are of that have no organization or status. */
const OTHERS = 'Others';
const LONGEST_PARAGRAPH = 4000;

/** The sections in their order; one with nothing to tell is left out. */
const SECTIONS: readonly Section[] = [
  { title: 'At a glance', blocks: ({ counts }) => countBlocks(counts) },
  { title: 'Overdue', blocks: overdueBlocks },
  {
    title: 'Meetings',
    blocks: ({ meetings }) => tableBlocks(['Year', 'Date', 'Meeting', 'Place', 'Host', 'Status'], byName(meetings)),
  },
  {
    title: 'Proposals',
    blocks: ({ proposals }) =>
      tableBlocks(['Proposal', 'By', 'To and where', 'When', 'Follow-up'], byStatus(proposals)),
  },
  { title: 'Chairs', blocks: ({ terms }) => tableBlocks(['State', 'Term', 'Status'], byName(terms)) },
  { title: 'Sources', blocks: ({ sources }) => rowBlocks(['Source', 'Publisher', 'Published'], sources) },
];

/** https://github.github.com/gfm/ */
export const markdown: FileFormat = {
  name: 'markdown',
  description: 'Markdown report: counts, meetings, proposals and what is overdue',
  container: 'file',
  extensions: ['.md', '.markdown'],
  async write(dataset, file) {
    const gathering = await Gathering.of(dataset);
    const sections = SECTIONS.map(({ title, blocks }) => ({ title, blocks: blocks(gathering) }));
    const told = sections.filter(({ blocks }) => blocks.length > 0);
    const titles = told.map(({ title }) => title);
    await file.write(markdownOf([...headBlocks(dataset), ...(titles.length > 0 ? [contents(titles)] : [])]));
    for (const { title, blocks } of told) await file.write(`\n${markdownOf([heading(2, title), ...blocks])}`);
    const written = [...gathering.counts.values()].reduce((sum, { own, registry }) => sum + own + registry, 0);
    return { written, noun: ['record', 'records'], leftOut: gathering.leftOut };
  },
};

function headBlocks({ title, manifest: { description, license }, today }: ExportDataset): RootContent[] {
  const lines = [description, `As of ${inWords(today)}.`, license && `License: ${license}`];
  return [heading(1, title), ...lines.flatMap((line) => (line ? [paragraph(words(line, LONGEST_PARAGRAPH))] : []))];
}

function countBlocks(counts: Gathering['counts']): RootContent[] {
  const rows = kinds.flatMap((kind) => {
    const count = counts.get(kind);
    return count ? [[kind, String(count.own), String(count.registry)].map((cell) => words(cell))] : [];
  });
  return rows.length > 0 ? [table(['Kind', 'Records', 'Of the registry'], rows)] : [];
}

/** That nothing is overdue is worth telling, too. */
function overdueBlocks({ counts, overdue }: Gathering): RootContent[] {
  if (counts.size > 0 && overdue.count === 0) return [paragraph(words('Nothing, for all the dataset says.'))];
  return rowBlocks(['What', 'Kind', 'Why', 'Due'], overdue);
}

/** Tables one below the other, each under what it is of. */
function tableBlocks(head: readonly string[], tables: readonly (readonly [string, Latest<Row>])[]): RootContent[] {
  return tables.flatMap(([name, rows]) => [heading(3, name), ...rowBlocks(head, rows)]);
}

function rowBlocks(head: readonly string[], latest: Latest<Row>): RootContent[] {
  const { rows, more } = latest;
  if (rows.length === 0) return [];
  const rest = more > 0 ? [paragraph(words(`And ${countOf(more, 'earlier one', 'earlier ones')}.`))] : [];
  return [table(head, rows), ...rest];
}

function byName(tables: Tables): (readonly [string, Latest<Row>])[] {
  const names = [...tables.keys()].sort((a, b) => Number(a === '') - Number(b === '') || (a < b ? -1 : 1));
  return names.map((name) => [name.trim() || OTHERS, tables.get(name)!]);
}

/** In the order in which a proposal goes through them; those that the schema does not know last. */
function byStatus(tables: Tables): (readonly [string, Latest<Row>])[] {
  const order = schemaAt('proposal', ['status'])?.values.map(({ value }) => value) ?? [];
  const rank = (status: string) => (order.includes(status) ? order.indexOf(status) : order.length);
  const statuses = [...tables.keys()].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return statuses.map((status) => [capitalised(choiceInWords(status)).trim() || OTHERS, tables.get(status)!]);
}
