/** TimelineJS (Knight Lab): slides and eras as its JSON, for a timeline on a web page. */
import { dayToMilliseconds, type EdtfDate, isReversed, type Moment } from '../dataset/dates/edtf.ts';
import type { ExportDataset } from './dataset.ts';
import type { FileFormat, OutputFile } from './format.ts';
import { type Happening, Happenings } from './meaning/happening.ts';
import { countOf, webAddress } from './meaning/words.ts';

/** A date as TimelineJS reads it: months count from 1, years before the first are 0, -1 and so on. */
interface SlideDate {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
  readonly hour?: number;
}

/** What stands in the row of a group; terms are eras behind all rows. */
const GROUPS: Readonly<Record<string, string>> = {
  summit: 'Meetings',
  proposal: 'Proposals',
  document: 'Documents',
  organization: 'Organizations',
};

/** The days that a date of JavaScript can hold (ECMA-262, 21.4.1.1). */
const FARTHEST_DAY = 100_000_000;

/** https://timeline.knightlab.com/docs/json-format.html */
export const timelinejs: FileFormat = {
  name: 'timelinejs',
  description: 'TimelineJS: slides and eras for a timeline on a web page',
  container: 'file',
  extensions: ['.json'],
  async write(dataset, file) {
    const happenings = await Happenings.of(dataset);
    const counts = { written: 0, missing: 0 };
    const tell = (entry: object | undefined): entry is object => {
      counts[entry ? 'written' : 'missing']++;
      return entry !== undefined;
    };
    await file.write(`{"title":${JSON.stringify(titleSlide(dataset))},"scale":"human","events":[`);
    const isEra = (kind: string) => kind === 'chairmanship';
    await writeList(
      file,
      happenings.each((kind) => !isEra(kind)),
      (happening) => slideOf(happening),
      tell,
    );
    await file.write('],"eras":[');
    await writeList(file, happenings.each(isEra), (happening) => eraOf(happening, dataset.today), tell);
    await file.write(']}\n');
    const { written, missing } = counts;
    const dates = `Left out: ${countOf(missing, 'date', 'dates')} of which TimelineJS could not tell where to begin or end.`;
    return {
      written,
      noun: ['slide or era', 'slides and eras'],
      leftOut: [...(missing > 0 ? [dates] : []), ...happenings.leftOut],
    };
  },
};

/** Writes what is made of each happening as the entries of a JSON list, a line each. */
async function writeList(
  file: OutputFile,
  happenings: AsyncIterable<Happening>,
  make: (happening: Happening) => object | undefined,
  isThere: (entry: object | undefined) => entry is object,
): Promise<void> {
  let comma = '';
  for await (const happening of happenings) {
    const entry = make(happening);
    if (!isThere(entry)) continue;
    await file.write(`${comma}\n${JSON.stringify(entry)}`);
    comma = ',';
  }
}

function titleSlide({ title, manifest: { description, license } }: ExportDataset): object {
  const paragraphs = [description, license === undefined ? undefined : `License: ${license}`];
  const text = paragraphs.flatMap((paragraph) => (paragraph === undefined ? [] : `<p>${html(paragraph)}</p>`)).join('');
  return { unique_id: 'title', text: { headline: html(title), text } };
}

/** A slide; nothing where no one knows when it begins. */
function slideOf(happening: Happening): object | undefined {
  const { entry, date, headline } = happening;
  const lasts = entry.date.shape === 'period' && date.end.last < Infinity;
  const dates = lasts ? stretchOf(date, date.end.last) : beginningOf(date.start);
  if (!dates) return undefined;
  return {
    unique_id: idOf(entry.key),
    group: GROUPS[entry.kind] ?? entry.kind,
    ...dates,
    // Days that are known for certain TimelineJS words itself, in the language of the page.
    ...(!isCertain(happening) && { display_date: html(entry.date.words) }),
    text: { headline: html(headline), text: textOf(happening) },
  };
}

/** An era; one that goes on ends today. */
function eraOf({ entry, date, headline }: Happening, today: EdtfDate): object | undefined {
  const goesOn = date.text.endsWith('..') && entry.status !== 'ended';
  const dates = stretchOf(date, goesOn ? today.start.last : date.end.last);
  return dates && { unique_id: idOf(entry.key), ...dates, text: { headline: html(headline) } };
}

function isCertain({ entry: { date: shown }, date: { start, end } }: Happening): boolean {
  const isExact = start.first === start.last && end.first === end.last;
  return isExact && shown.open === null && !shown.approximate && !shown.uncertain;
}

/** When something begins, as exactly as it is known; nothing where that is open, or too far away. */
function beginningOf({ first, last }: Moment): { start_date: SlideDate } | undefined {
  const start = partsOf(first);
  if (!start) return undefined;
  if (first === last) return { start_date: start };
  const { year, month } = start;
  const until = partsOf(last);
  const isWithinMonth = until?.year === year && until.month === month;
  return { start_date: isWithinMonth || month > 1 ? { year, month } : { year } };
}

/**
 * From the first day of a date to another, which is the last that counts. TimelineJS takes an end for a slip that repeats
 * all that the beginning says, so both are days; of one single day the hours tell them apart.
 */
function stretchOf(date: EdtfDate, last: number): { start_date: SlideDate; end_date: SlideDate } | undefined {
  const { first } = date.start;
  const [start, end] = [partsOf(first), partsOf(last)];
  if (!start || !end || isReversed(date) || last < first) return undefined;
  if (first < last) return { start_date: start, end_date: end };
  return { start_date: { ...start, hour: 0 }, end_date: { ...end, hour: 23 } };
}

function partsOf(day: number): { year: number; month: number; day: number } | undefined {
  if (Math.abs(day) > FARTHEST_DAY) return undefined;
  const date = new Date(dayToMilliseconds(day));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** The key in letters, digits and hyphens, which may stand in an element's id and in an address; two keys never give one. */
function idOf(key: string): string {
  return key.replace('/', '-').replace(/[^a-zA-Z0-9-]/gu, (character) => `_${character.codePointAt(0)!.toString(16)}_`);
}

function textOf({ facts, sources }: Happening): string {
  const lines = facts.map(({ label, text }) => `${html(label)}: ${html(text)}`);
  for (const { title, publisher, published, url } of sources) {
    const by = [publisher, published].filter((part) => part !== undefined).join(', ');
    const address = webAddress(url);
    const name = address === undefined ? html(title) : `<a href="${html(address)}">${html(title)}</a>`;
    lines.push(`Source: ${name}${by && ` (${html(by)})`}`);
  }
  return lines.map((line) => `<p>${line}</p>`).join('');
}

/** A text as HTML that shows it and nothing more. */
function html(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');
}
