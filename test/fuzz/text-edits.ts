/** Random edits of texts: what hands, programs and failing disks do to the files of real datasets. */
import fc from 'fast-check';
import type { TextEdit } from '../../server/dataset/text.ts';
import { share } from '../support/share.ts';
import { allLines } from './text-samples.ts';

/** Where in a text something happens: a share of its length, and what of the line there is meant. */
interface Place {
  readonly share: number;
  readonly snap: 'none' | 'line start' | 'line end' | 'after colon';
}

/** One edit, of any text: places are shares of its length, so that an edit fits texts that are not there yet. */
export type Edit =
  | { readonly do: 'insert'; readonly at: Place; readonly text: string }
  | { readonly do: 'delete'; readonly at: Place; readonly length: number }
  | { readonly do: 'duplicate'; readonly at: Place; readonly to: Place; readonly count: number }
  | { readonly do: 'swap'; readonly at: Place; readonly to: Place }
  | { readonly do: 'indent'; readonly at: Place; readonly count: number; readonly by: string | number }
  | { readonly do: 'cut'; readonly at: Place; readonly keeps: 'head' | 'tail' }
  | { readonly do: 'paste'; readonly at: Place; readonly text: string }
  | { readonly do: 'line ends'; readonly end: '\n' | '\r\n' | '\r' };

/** What is typed or pasted by accident, and what means something to YAML, to an editor or to a terminal. */
const INSERTED = [
  ...['a', ' ', '  ', '\t', '\n', '\n\n', '\r\n', '\r', '\n  ', '\n- ', '\n---\n', '\n...\n', '---', '--- |\n'],
  ...[
    ':',
    ': ',
    '- ',
    '? ',
    '#',
    ' # ',
    ',',
    '"',
    "'",
    '\\',
    '|',
    '>-',
    '|+\n',
    '&a ',
    '*a',
    '<<: *a',
    '!!str ',
    '!x ',
  ],
  ...['{', '}', '[', ']', '{ a: ', '[x, ', '%YAML 1.1\n', '@', '`', '=', '~', 'null', '.nan', '0o7', '1e999', '"\\u'],
  ...['\ufeff', '\u2028', '\u2029', '\u0085', '\u00a0', '\u200b', '\u200d', '\0', '\x07', '\x1b[31m', '\x7f', '\ufffe'],
  ...[
    '\ud800',
    '\udc00',
    '😀',
    '👨‍👩‍👧',
    '𐰱',
    '\u202e',
    '\u2066x\u2069',
    'e\u0301',
    'Қ',
    'Саммит',
    'İ',
    'ı',
    'ﬁ',
    '中',
  ],
  ...['kind: ', 'kind: summit\n', 'id: ', 'id: ots\n', '\nname:', '\nexceptions:\n  - ', '__proto__: ', 'constructor'],
  ...[
    '2025-02-30',
    '2025/..',
    '../2025',
    '-2025',
    '9'.repeat(30),
    'KAZ',
    'ots',
    '../../x',
    '<b>',
    '[a](command:x)',
    '=1',
  ],
];

/** A place in any text. */
const place: fc.Arbitrary<Place> = fc.record({
  share,
  snap: fc.constantFrom('none', 'none', 'line start', 'line end', 'after colon'),
});

const insert = fc.record({
  do: fc.constant('insert' as const),
  at: place,
  text: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...INSERTED) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
  ),
});
const lineCount = fc.integer({ min: 1, max: 6 });

/** One edit of any text. */
export const edit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 5, arbitrary: insert },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('delete' as const),
      at: place,
      length: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 200 })),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('duplicate' as const), at: place, to: place, count: lineCount }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('swap' as const), at: place, to: place }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('indent' as const),
      at: place,
      count: lineCount,
      by: fc.constantFrom(-4, -2, -1, ' ', '  ', '    ', '\t', '- '),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('cut' as const),
      at: place,
      keeps: fc.constantFrom<('head' | 'tail')[]>('head', 'head', 'tail'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(place, fc.nat(allLines.length - 1), fc.integer({ min: 1, max: 20 }))
      .map(([at, from, count]) => ({
        do: 'paste' as const,
        at,
        text: allLines.slice(from, from + count).join('\n'),
      })),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('line ends' as const), end: fc.constantFrom('\n', '\r\n', '\r') }),
  },
);

/** The offset in a text that a place means. */
function offsetOf(text: string, { share, snap }: Place): number {
  const offset = Math.floor(share * text.length);
  if (snap === 'none') return offset;
  const start = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const found = /[\r\n]|$/.exec(text.slice(offset))!.index + offset;
  if (snap === 'line start') return start;
  const colon = text.indexOf(': ', start);
  return snap === 'after colon' && colon >= 0 && colon < found ? colon + 2 : found;
}

/** What an edit makes of a text. */
export function edited(text: string, edit: Edit): string {
  if (edit.do === 'line ends') return text.replace(/\r\n|\r|\n/g, edit.end);
  const at = offsetOf(text, edit.at);
  if (edit.do === 'insert' || edit.do === 'paste') return text.slice(0, at) + edit.text + text.slice(at);
  if (edit.do === 'delete') return text.slice(0, at) + text.slice(at + edit.length);
  if (edit.do === 'cut') return edit.keeps === 'head' ? text.slice(0, at) : text.slice(at);
  // Lines with their ends, so that nothing but their order changes.
  const lines = text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [''];
  const line = lineOf(lines, at);
  if (edit.do === 'indent') {
    const { by } = edit;
    const moved = lines
      .slice(line, line + edit.count)
      .map((one) => (typeof by === 'string' ? by + one : one.replace(new RegExp(`^[ \\t]{1,${-by}}`), '')));
    return lines.toSpliced(line, moved.length, ...moved).join('');
  }
  const other = lineOf(lines, offsetOf(text, edit.to));
  if (edit.do === 'duplicate') {
    return lines.toSpliced(other, 0, ...lines.slice(line, line + edit.count)).join('');
  }
  return lines.with(line, lines[other]!).with(other, lines[line]!).join('');
}

function lineOf(lines: readonly string[], offset: number): number {
  let left = offset;
  for (const [index, line] of lines.entries()) {
    left -= line.length;
    if (left < 0) return index;
  }
  return lines.length - 1;
}

/** The one replacement that makes one text of another, as an editor tells of it: it cuts no character and no CRLF. */
export function difference(before: string, after: string): TextEdit {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  while (start > 0 && (isWithin(before, start) || isWithin(after, start))) start--;
  let tail = 0;
  while (tail < most - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  while (tail > 0 && (isWithin(before, before.length - tail) || isWithin(after, after.length - tail))) tail--;
  return { span: { start, end: before.length - tail }, text: after.slice(start, after.length - tail) };
}

/** Whether an offset lies between the halves of a character, or of a CRLF. */
export function isWithin(text: string, offset: number): boolean {
  return /^(?:[\ud800-\udbff][\udc00-\udfff]|\r\n)$/.test(text.slice(Math.max(0, offset - 1), offset + 1));
}
