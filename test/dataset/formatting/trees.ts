/** YAML for random tests of formatting: the same tree in any indentation that people use, and in the one they should. */
import fc from 'fast-check';

/** A tree with what its text may look like; only the properties named in {@link write} are lost by formatting. */
type Tree =
  | { type: 'word'; text: string }
  | { type: 'lines'; header: string; lines: readonly { deeper: number; text: string }[]; step: number }
  | { type: 'flow'; lines: readonly string[]; steps: readonly number[] }
  | { type: 'map'; entries: readonly { key: string; value: Tree; comments: readonly string[] }[]; step: number }
  | { type: 'seq'; items: readonly { value: Tree; comments: readonly string[] }[]; step: number; gap: number };

const word = fc.constantFrom(
  'Gabala',
  'Габала',
  '"a # b"',
  "'it''s'",
  '2025-10-07',
  '*known',
  '&own x',
  '🙂 # said',
  '~',
);
const keys = fc.uniqueArray(fc.constantFrom('name', 'дата', '"quoted key"', 'a-b', '__proto__', 'x y'), {
  minLength: 1,
  maxLength: 4,
});
const comments = fc.array(fc.constantFrom('# a: 1', '#- b', '# сказано', '#'), { maxLength: 2 });
const step = fc.integer({ min: 1, max: 5 });

const lines = fc.record({
  type: fc.constant('lines' as const),
  header: fc.constantFrom('|', '>-', '|+ # kept', '>'),
  lines: fc
    .array(
      fc.record({ deeper: fc.integer({ min: 0, max: 3 }), text: fc.constantFrom('text', '- a', '# b', 'c: 1', '') }),
      {
        maxLength: 4,
      },
    )
    .map((rest) => [{ deeper: 0, text: 'first' }, ...rest, { deeper: 0, text: 'last' }]),
  step,
});
const flow = fc.record({
  type: fc.constant('flow' as const),
  lines: fc.constantFrom(
    ['{', '>a: 1, # c', '>b: [', '>>x', '>]', '}'],
    ['[', '># c', '>{ a: 1 },', ']'],
    ['[', '>[', '>>1, 2', '>], b', ']'],
  ),
  steps: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 6, maxLength: 6 }),
});

/** Maps, as records are, with anything in them. */
export const trees: fc.Arbitrary<Tree> = fc.letrec<{ tree: Tree; map: Tree }>((tie) => ({
  map: keys.chain((names) =>
    fc.record({
      type: fc.constant('map' as const),
      entries: fc.tuple(...names.map((key) => fc.record({ key: fc.constant(key), value: tie('tree'), comments }))),
      step,
    }),
  ),
  tree: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    word.map((text) => ({ type: 'word' as const, text })),
    lines,
    flow,
    tie('map'),
    fc.record({
      type: fc.constant('seq' as const),
      items: fc.array(fc.record({ value: tie('tree'), comments }), { minLength: 1, maxLength: 3 }),
      step: fc.integer({ min: 0, max: 5 }),
      gap: fc.integer({ min: 0, max: 4 }),
    }),
  ),
})).map;

/** A tree's text. Canonical, it has two blanks a level and one after each dash, else what the tree says: 0 is a line of its own. */
export function write(tree: Tree, canonical: boolean): string {
  return `anchor: &known 1\n${entriesOf(tree, 0, canonical).join('\n')}\n`;
}

/** The lines of a map or list that begins at a column. */
function entriesOf(tree: Tree, column: number, canonical: boolean): string[] {
  const indent = ' '.repeat(column);
  if (tree.type === 'map') {
    return tree.entries.flatMap(({ key, value, comments: above }) => {
      const [first, ...rest] = below(value, column, canonical, true);
      return [...above.map((comment) => indent + comment), `${indent}${key}:${first && ` ${first}`}`, ...rest];
    });
  }
  if (tree.type !== 'seq') return [];
  const gap = canonical ? 1 : tree.gap;
  return tree.items.flatMap(({ value, comments: above }) => {
    const before = above.map((comment) => indent + comment);
    const isCollection = value.type === 'map' || value.type === 'seq';
    if (isCollection && tree.gap > 0) {
      const own = entriesOf(withoutFirstComments(value), column + 1 + gap, canonical);
      return [...before, `${indent}-${' '.repeat(gap)}${own[0]!.trimStart()}`, ...own.slice(1)];
    }
    const [first, ...rest] = below(value, column, canonical, false);
    return [...before, `${indent}-${first && ' '.repeat(Math.max(1, gap)) + first}`, ...rest];
  });
}

/** What follows a key or a dash at a column: the rest of its line, and the lines below. */
function below(value: Tree, column: number, canonical: boolean, isInMap: boolean): string[] {
  switch (value.type) {
    case 'word':
      return [value.text];
    case 'lines': {
      const inner = column + (canonical ? 2 : value.step);
      const texts = value.lines.map(({ deeper, text }) => text && ' '.repeat(inner + deeper) + text);
      return [value.header, ...texts];
    }
    case 'flow': {
      // What closes the outermost bracket may stand below the key, all else must stand deeper.
      const base = isInMap ? column : column + 2;
      return value.lines.map((line, index) => {
        const depth = line.lastIndexOf('>') + 1;
        const steps = Math.max(index === value.lines.length - 1 ? 0 : 1, value.steps[index]!);
        const indent = canonical ? base + 2 * depth : base + steps;
        return index === 0 ? line : ' '.repeat(indent) + line.slice(depth);
      });
    }
    case 'map':
      return ['', ...entriesOf(value, column + (canonical ? 2 : value.step), canonical)];
    case 'seq': {
      const offset = isInMap ? value.step : Math.max(1, value.step);
      return ['', ...entriesOf(value, column + (canonical ? 2 : offset), canonical)];
    }
  }
}

/** A collection that begins beside a dash has no room for comments above its first entry. */
function withoutFirstComments(tree: Tree): Tree {
  const bare = <T extends { readonly comments: readonly string[] }>(all: readonly T[]): T[] =>
    all.map((entry, index) => (index === 0 ? { ...entry, comments: [] } : entry));
  if (tree.type === 'map') return { ...tree, entries: bare(tree.entries) };
  return tree.type === 'seq' ? { ...tree, items: bare(tree.items) } : tree;
}
