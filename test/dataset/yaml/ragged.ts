/** Random YAML that people may well write: all of the plain grammar, in uneven columns, with comments and blanks in odd places. */
import fc from 'fast-check';

/** Something written below a parent in a column; its further lines may stand too far to the left. */
type Writer = (parent: number) => string;

const deeper = fc.constantFrom(1, 2, 2, 2, 3, 4, 1, 0, 1, 2, 3, -1, -2);
const blanks = (count: number) => ' '.repeat(Math.max(0, count));

/** What may stand at the end of a line, and the lines between it and the next. */
const lineEnd = fc.constantFrom(
  '\n',
  '\n',
  '\n',
  '\n',
  ' \n',
  '\n\n',
  ' # c\n',
  '\n# c\n',
  '\n   # c\n',
  '\n  \n',
  '  #\n\n',
  '\n         # c\n',
);
const fold = fc.constantFrom('\n', '\n', '\n', ' \n', '\n\n', '\n  \n', '\n\n\n', '   \n \n', '\n# c\n');

const word = fc.constantFrom(
  'a',
  'b c',
  'x-y',
  'd:e',
  'f#g',
  '- h',
  '"i"',
  "it's",
  '&j',
  '1',
  'null',
  'é',
  '😀',
  '[k]',
  'l,',
  '{m',
  'n:',
  'o: p',
  '---',
  '...',
  '!',
  '|',
  '\\',
);
const first = fc.constantFrom(
  'a',
  'b c',
  'word',
  '-1',
  '2025',
  '2025-10-07',
  'null',
  '~',
  'true',
  '.5',
  '0x1F',
  'é',
  'http://x.y',
  '-a',
  '--',
  '=',
  '(q)',
  '<<',
);

/** Pieces of one scalar on lines of their own. */
function overLines(
  open: string,
  start: fc.Arbitrary<string>,
  piece: fc.Arbitrary<string>,
  close: string,
): fc.Arbitrary<Writer> {
  return fc.tuple(start, fc.array(fc.tuple(fold, deeper, piece), { maxLength: 3 })).map(([begin, more]) => (parent) => {
    const rest = more.map(([end, step, text]) => end + blanks(parent + step) + text);
    return open + begin + rest.join('') + close;
  });
}

const plain = overLines('', first, word, '');
const inDouble = fc.constantFrom(
  '',
  'a',
  ' b',
  'c ',
  '\\n',
  '\\"',
  '\\x41',
  '\\u00e9',
  '\\',
  '\\ ',
  ' \\',
  "'",
  '# d',
  ': e',
  '- f',
  '\\t\\/',
  'é',
);
const inSingle = fc.constantFrom('', 'a', ' b', 'c ', "''", "''''", '"', '# d', ': e', '\\', 'é ');
const quotes = fc.oneof(overLines('"', inDouble, inDouble, '"'), overLines("'", inSingle, inSingle, "'"));

const blockScalar: fc.Arbitrary<Writer> = fc
  .tuple(
    fc.constantFrom('|', '>', '|-', '>-', '|+', '>+', '|2', '>1-', '|+1', '> # c', '|\u0020'),
    deeper,
    fc.array(
      fc.tuple(
        fc.constantFrom('', '', '', '\n', '\n\n', ' \n', '     \n'),
        fc.constantFrom(0, 0, 0, 0, 1, 2, -1),
        word,
      ),
      { maxLength: 4 },
    ),
    fc.constantFrom('', '', '\n', '\n\n', '\n ', '\n      '),
  )
  .map(([head, step, lines, tail]) => (parent) => {
    const rest = lines.map(([before, more, text]) => `\n${before}${blanks(parent + step + more)}${text}`);
    return head + rest.join('') + tail;
  });

const gap = fc.constantFrom('', '', '', ' ', ' ', '  ');
const { flow } = fc.letrec<{ flow: Writer; flowNode: Writer }>((tie) => ({
  flowNode: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.oneof(first, word).map((text) => () => text),
    quotes,
    plain,
    tie('flow'),
  ),
  flow: fc
    .tuple(
      fc.boolean(),
      fc.array(
        fc.tuple(
          gap,
          gap,
          fc.constantFrom(': ', ': ', ':', ' : ', ''),
          tie('flowNode'),
          fc.option(fc.tuple(lineEnd, deeper), { freq: 6 }),
        ),
        { maxLength: 4 },
      ),
      fc.constantFrom('', '', '', ',', ' ', ' ,'),
    )
    .map(([isMap, items, tail]) => (parent) => {
      const parts = items.map(([before, after, colon, node, end], index) => {
        const key = isMap ? `${['a', 'b', '"c"', "'d e'"][index]}${colon}` : '';
        const line = end ? end[0] + blanks(parent + end[1]) : '';
        return `${before}${line}${key}${node(parent)}${after}`;
      });
      return (isMap ? '{' : '[') + parts.join(',') + tail + (isMap ? '}' : ']');
    }),
}));

const keys = ['a', 'b c', '"d"', "'e: f'", '2025', 'null', 'a', 'g-h', '"d"'];

/** A map or list in lines: it says itself where its first line stands, behind a dash or below its key. */
const { block } = fc.letrec<{ block: Writer; value: Writer }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    fc.constant<Writer>(() => ''),
    plain,
    quotes,
    blockScalar,
    flow,
    tie('block'),
  ),
  block: fc
    .tuple(
      fc.boolean(),
      fc.array(
        fc.tuple(
          fc.nat(keys.length - 1),
          fc.constantFrom(' ', ' ', ' ', '   ', ''),
          fc.option(fc.tuple(lineEnd, deeper)),
          tie('value'),
          lineEnd,
        ),
        { minLength: 1, maxLength: 4 },
      ),
      fc.constantFrom(0, 0, 0, 0, 0, 0, 1, -1),
    )
    .map(([isList, entries, slip]) => (parent) => {
      const column = parent < 0 ? 0 : parent;
      return entries
        .map(([key, pad, below, value, end], index) => {
          const start = isList ? '-' : `${keys[key]}:`;
          const indent = index === 0 ? '' : blanks(column + (index === 2 ? slip : 0));
          const written = below
            ? below[0] + blanks(column + below[1]) + value(column + below[1])
            : pad + value(column + (isList ? 1 + pad.length : 2));
          return indent + start + written + (index < entries.length - 1 ? end : '');
        })
        .join('');
    }),
}));

/** Whole documents, with marks and comments around them. */
export const ragged: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('', '', '', '# c\n', '---\n', '--- # c\n\n', '\n'),
    fc.oneof({ weight: 5, arbitrary: block }, { weight: 1, arbitrary: flow }, { weight: 1, arbitrary: quotes }),
    fc.constantFrom('', '\n', '\n', '\n', '\n\n', '\n# c', '\n...\n', '\n ', ' # c\n'),
  )
  .map(([head, body, tail]) => head + body(-1) + tail);
