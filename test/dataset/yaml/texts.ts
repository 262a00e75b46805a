/** Random YAML texts, sound and broken, to compare readers by. */
import fc from 'fast-check';
import { stringify } from 'yaml';
import { share } from '../../support/share.ts';

/** The texts between `¦`: lists of odd texts are easier to read so. */
const textsIn = (list: string) => list.split('¦');

/** Texts of scalars that mean something else than themselves, or nearly do. */
const TELLING = [
  ...textsIn(
    '¦ ¦a¦a b¦a: b¦a #b¦a # b¦#¦- a¦-¦--¦---¦...¦? a¦:¦: a¦a:¦<<¦=¦null¦Null¦nUll¦~¦true¦True¦TRUE¦tRue¦false¦FALSE',
  ),
  ...textsIn('yes¦NO¦on¦.nan¦.NaN¦.inf¦-.Inf¦+.INF¦0¦-0¦+1¦007¦0o17¦0o8¦0x1F¦0xG¦1.¦.5¦-.5¦+.5e-3¦1e3¦1.5E+7¦1e¦.¦-.'),
  ...textsIn('1_000¦12:30¦12345678901234567890¦0.1¦-1.10¦2025-10-07¦2025¦2025-33¦123e-5¦1e-5¦&a¦*a¦!a¦%a¦@a¦`a¦|¦>'),
  ...textsIn(
    '[¦]¦{¦}¦,¦a, b¦[a]¦{a: b}¦a]b¦-a¦?a¦:a¦::¦__proto__¦constructor¦Gəbələ¦😀¦Қауіпсіздік¦\u00a0¦\u2028¦\x85¦\ufeff',
  ),
  ...textsIn(
    '"¦\'¦it\'s¦"a"¦\\¦\\n¦a\nb¦a\n\nb¦a\n  b\nc¦\na¦a\n¦a\n\n¦\n¦ a¦a ¦  a\nb¦a\n b\n\n c\nd¦\t¦a\tb¦\x07¦\ud800¦e\u0301',
  ),
];

const scalar = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...TELLING) },
  { weight: 2, arbitrary: fc.string({ maxLength: 12 }) },
  {
    weight: 1,
    arbitrary: fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', ':', '#', "'", '"'), maxLength: 120 }),
  },
  { weight: 1, arbitrary: fc.double() },
  { weight: 1, arbitrary: fc.integer() },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(null, true, false) },
);
const key = fc.oneof(
  { weight: 4, arbitrary: fc.stringMatching(/^[a-z_]{1,6}$/) },
  { weight: 1, arbitrary: fc.constantFrom(...TELLING) },
);

const value = fc.letrec<{ node: unknown; list: unknown; map: unknown }>((tie) => ({
  node: fc.oneof({ depthSize: 'small', withCrossShrink: true }, scalar, tie('list'), tie('map')),
  list: fc.array(tie('node'), { maxLength: 4 }),
  map: fc.dictionary(key, tie('node'), { maxKeys: 5 }),
}));

const stringifyOptions = fc.record({
  indent: fc.integer({ min: 1, max: 5 }),
  indentSeq: fc.boolean(),
  lineWidth: fc.constantFrom(0, 20, 40, 80),
  minContentWidth: fc.constantFrom(0, 20),
  defaultStringType: fc.constantFrom('PLAIN', 'QUOTE_SINGLE', 'QUOTE_DOUBLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED'),
  defaultKeyType: fc.constantFrom(null, 'PLAIN', 'QUOTE_SINGLE', 'QUOTE_DOUBLE'),
  collectionStyle: fc.constantFrom('any', 'block', 'flow'),
  flowCollectionPadding: fc.boolean(),
  singleQuote: fc.constantFrom(null, true, false),
  blockQuote: fc.constantFrom<boolean | 'literal' | 'folded'>(true, false, 'literal', 'folded'),
  doubleQuotedMinMultiLineLength: fc.constantFrom(0, 40),
  aliasDuplicateObjects: fc.constant(false),
});

/** What the library writes of random values, in every style it knows. */
export const written: fc.Arbitrary<string> = fc
  .tuple(fc.oneof(value.map, value.list, value.node), stringifyOptions)
  .map(([data, options]) => stringify(data, null, options));

/** Beginnings of lines and what they hold, so that more of them fit each other than chance would have it. */
const line = fc.tuple(
  fc.constantFrom('', '', '  ', '  ', '    ', ' ', '      ', '   '),
  fc.array(fc.constantFrom('- ', '- ', '-', '-  '), { maxLength: 2 }).map((dashes) => dashes.join('')),
  fc.oneof(
    fc.constantFrom('a: ', 'b: ', 'c:', 'd : ', '"e": ', "'f':  ", 'a:', '1: ', 'null: ', 'a b: ', '? ', '<<: '),
    fc.constant(''),
  ),
  fc.oneof(
    fc.constantFrom(...TELLING.filter((text) => !text.includes('\n'))),
    fc.constantFrom(
      ...textsIn(
        "x¦x y¦\"x y\"¦'x'¦'it''s'¦\"a\\nb\"¦\"a \\¦\"x¦'x¦x\"¦x'¦|¦>¦|-¦>+¦|2¦>1-¦[a, b]¦{a: b}¦{ a, b: }¦[¦{¦]¦}",
      ),
      ...textsIn('[a,¦{a: b,¦b}¦, c]¦&a x¦*a¦!!str x¦# c'),
    ),
  ),
  fc.constantFrom('', '', '', '', ' ', ' # c', '#c', ' #', ',', ':', ': '),
);

/** Lines that look like YAML, and sometimes are. */
export const lines: fc.Arbitrary<string> = fc
  .array(line, { minLength: 1, maxLength: 7 })
  .map((all) => all.map((parts) => parts.join('')).join('\n'))
  .chain((text) =>
    fc.constantFrom(
      text,
      `${text}\n`,
      `${text}\n\n`,
      `---\n${text}\n`,
      `${text}\n...\n`,
      `# c\n${text}\n `,
      `a:\n${text}`,
    ),
  );

const PIECES = textsIn(
  'a¦b¦1¦:¦: ¦ ¦  ¦\n¦\n¦\n ¦\n  ¦\n    ¦- ¦-¦#¦ #¦"¦\'¦[¦]¦{¦}¦, ¦,¦|¦>¦+¦2¦\\¦\r\n¦&a ¦*a¦!¦%¦?¦---¦...',
);

/** Pieces of the grammar in no order at all. */
export const pieces: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...PIECES), { maxLength: 24 })
  .map((all) => all.join(''));

const INSERTED = textsIn(
  ':¦: ¦#¦ #¦- ¦-¦"¦\'¦\t¦\r¦\n¦ ¦  ¦\u2028¦\x85¦\ufeff¦\u00a0¦&¦*¦!¦|¦>¦%¦@¦{¦}¦[¦]¦,¦\\¦?¦<<: ¦\ud800¦\0¦---\n¦...\n¦\n\n¦\r\n¦é',
);

/** One change of a text: something put in or taken out, lines moved or indented otherwise. */
const change = fc.record({
  how: fc.constantFrom('insert', 'insert', 'delete', 'copy', 'swap', 'indent', 'outdent', 'join', 'comment'),
  at: share.map((part) => Math.min(part, 0.999_999)),
  other: share.map((part) => Math.min(part, 0.999_999)),
  length: fc.integer({ min: 1, max: 12 }),
  text: fc.constantFrom(...INSERTED),
});
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

function changed(text: string, { how, at, other, length, text: inserted }: Change): string {
  const offset = Math.floor(at * (text.length + 1));
  if (how === 'insert') return text.slice(0, offset) + inserted + text.slice(offset);
  if (how === 'delete') return text.slice(0, offset) + text.slice(offset + length);
  const all = text.split('\n');
  const [i, j] = [Math.floor(at * all.length), Math.floor(other * all.length)];
  if (how === 'copy') all.splice(j, 0, all[i]!);
  else if (how === 'swap') [all[i], all[j]] = [all[j]!, all[i]!];
  else if (how === 'indent') all[i] = ' '.repeat(length % 5) + all[i];
  else if (how === 'outdent') all[i] = all[i]!.replace(/^ {1,2}/, '');
  else if (how === 'join') all.splice(i, 2, (all[i] ?? '') + (all[i + 1] ?? ''));
  else all.splice(i, 0, `${' '.repeat(length % 5)}# a comment`);
  return all.join('\n');
}

/** Texts as they are after a few random changes, with line ends of both sorts. */
export function changes(texts: fc.Arbitrary<string>, most = 4): fc.Arbitrary<string> {
  return fc
    .tuple(texts, fc.array(change, { maxLength: most }), fc.boolean())
    .map(([text, all, isDos]) => all.reduce(changed, isDos ? text.replaceAll('\n', '\r\n') : text));
}
