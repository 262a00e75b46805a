/** Parts of a Markdown document (GitHub's dialect), as its syntax tree; whatever a text holds, it is shown as text. */
import type { List, PhrasingContent, RootContent, Table, TableRow } from 'mdast';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { type Options, toMarkdown } from 'mdast-util-to-markdown';
import { ownCopy } from '../../dataset/text.ts';
import { clip } from '../../dataset/timeline/words.ts';
import { webAddress } from '../meaning/words.ts';

const LONGEST = 300;
/** Half pairs, and marks that turn the direction of all that follows on a line. */
const UNFIT = /[\p{Surrogate}\u202a-\u202e\u2066-\u2069]/gu;

/** GitHub strikes through what stands between tildes, and sets formulas between dollars. */
const GITHUB: Options = {
  unsafe: [
    { character: '~', inConstruct: 'phrasing' },
    { character: '$', inConstruct: 'phrasing' },
  ],
};

/** Blocks as text, with a line end. */
export function markdownOf(blocks: readonly RootContent[]): string {
  return toMarkdown(
    { type: 'root', children: [...blocks] },
    { bullet: '-', rule: '-', extensions: [gfmTableToMarkdown({ tablePipeAlign: false }), GITHUB] },
  );
}

/** A text on one line, not longer than anyone reads in a table. */
export function words(text: string, longest = LONGEST): PhrasingContent {
  return { type: 'text', value: oneLine(text, longest) };
}

/** A text that leads to a page on the web; the text alone if the address is none. */
export function webLink(text: string, address: string | undefined): PhrasingContent {
  const url = webAddress(address);
  return url === undefined ? words(text) : { type: 'link', url, children: [{ type: 'text', value: oneLine(text) }] };
}

export function heading(depth: 1 | 2 | 3, text: string): RootContent {
  return { type: 'heading', depth, children: [words(text)] };
}

export function paragraph(...children: readonly PhrasingContent[]): RootContent {
  return { type: 'paragraph', children: [...children] };
}

/** Links to headings of the same document, by the anchors that GitHub gives them. */
export function contents(headings: readonly string[]): List {
  return {
    type: 'list',
    spread: false,
    children: headings.map((text) => {
      const url = `#${text
        .toLowerCase()
        .replace(/[^\p{L}\p{N} -]/gu, '')
        .replaceAll(' ', '-')}`;
      const link: PhrasingContent = { type: 'link', url, children: [{ type: 'text', value: text }] };
      return { type: 'listItem', spread: false, children: [{ type: 'paragraph', children: [link] }] };
    }),
  };
}

/** A table of which the first row is the head. */
export function table(head: readonly string[], rows: readonly (readonly PhrasingContent[])[]): Table {
  return { type: 'table', children: [row(head.map((name) => words(name))), ...rows.map(row)] };
}

function row(cells: readonly PhrasingContent[]): TableRow {
  return { type: 'tableRow', children: cells.map((cell) => ({ type: 'tableCell', children: [cell] })) };
}

function oneLine(text: string, longest = LONGEST): string {
  // Rows wait for the end of the dataset, and must not keep the records that they are about.
  return ownCopy(clip(text, longest).replace(UNFIT, '\ufffd'));
}
