/** Blocks and flow collections as few people write them: anchors, question marks, blank lines, and the widest line. */
import { describe, expect, it } from 'vitest';
import { lineEnds } from '../../support/fixture.ts';
import { converted } from './converted.ts';

describe.each(lineEnds)('with %s', (_, convert) => {
  it.each([
    [
      'blank lines within an entry stay blank',
      'p: [{\n\n  city: Gabala }]\n',
      ['p'],
      'p:\n  - {\n\n      city: Gabala }\n',
    ],
    [
      'lines of an entry stand deeper than its dash',
      'p: [{ city: Gabala,\n state: AZE }, b]\n',
      ['p'],
      'p:\n  - { city: Gabala,\n     state: AZE }\n  - b\n',
    ],
    ['an item far behind its dash', '-   { a: 1, b: 2 }\n', [0], '-   a: 1\n    b: 2\n'],
    ['a long anchor', '- &gabala { a: 1, b: 2 }\n', [0], '- &gabala\n  a: 1\n  b: 2\n'],
    ['an anchor and a tag', '- !!map  &gabala  { a: 1 }\n', [0], '- !!map  &gabala\n  a: 1\n'],
    ['an anchor behind two dashes', '- - &x { a: 1, b: 2 }\n', [0, 0], '- - &x\n    a: 1\n    b: 2\n'],
    ['a map beside lists whose dashes stand below the key', 'l:\n- x\np: { a: 1 }\n', ['p'], 'l:\n- x\np:\n  a: 1\n'],
    ['a tag on the line above what it belongs to', 'p: [&x\n\n  !!str 1]\n', ['p'], 'p:\n  - &x !!str 1\n'],
    ['a comment with blanks behind it', 'p: [ # c \t\n  a ]\n', ['p'], 'p:\n  # c\n  - a\n'],
    ['what stands deeper in the text', 'm:\n    n:\n    - x\np: [a]\n', ['p'], 'm:\n    n:\n    - x\np:\n- a\n'],
    [
      'what stands deeper in a list',
      'l:\n- m:\n      a: 1\np: { b: 1 }\n',
      ['p'],
      'l:\n- m:\n      a: 1\np:\n    b: 1\n',
    ],
    [
      'lists that stand deeper than maps',
      'l:\n    - x\nm:\n  n: 1\np: { a: 1 }\n',
      ['p'],
      'l:\n    - x\nm:\n  n: 1\np:\n  a: 1\n',
    ],
    ['maps that stand deeper than lists', 'm:\n    n: 1\nl:\n- x\np: [a]\n', ['p'], 'm:\n    n: 1\nl:\n- x\np:\n- a\n'],
    ['a list where only maps show how deep', 'm:\n    n: 1\np: [a]\n', ['p'], 'm:\n    n: 1\np:\n    - a\n'],
    ['a key that says nothing', '? q\np: { a: 1 }\n', ['p'], '? q\np:\n  a: 1\n'],
    ['a map right below a key with a question mark', '? q\n: r: 1\np: { a: 1 }\n', ['p'], '? q\n: r: 1\np:\n  a: 1\n'],
    ['a list before a key with a question mark', '? q\n:\n- r\np: [a]\n', ['p'], '? q\n:\n- r\np:\n  - a\n'],
  ] as const)('%s, in a block', (_name, before, path, after) => {
    expect(converted(convert(before), path, 'block')).toBe(convert(after));
  });

  it.each([
    ['an anchor below its key and a comment', 'p: # c\n  &x { a: 1 }\n', ['p']],
    ['an anchor below its dash', '-\n  &x { a: 1 }\n', [0]],
    ['an anchor of the whole document', '&x { a: 1 }\n', []],
    ['a document behind its marker', '--- [a]\n', []],
    ['a comment before a value', 'p: { a: # c\n  1 }\n', ['p']],
    ['a comment before the value of a second entry', 'p: { a: 1, b: # c\n  1 }\n', ['p']],
    ['an anchor of an item that says nothing', 'p: [&x , a]\n', ['p']],
    ['an anchor of an empty value', 'p: { a: &x }\n', ['p']],
    ['an anchor of an empty value before another', 'p: { a: &x , b: 1 }\n', ['p']],
    ['a question mark behind another entry', 'p: { a: 1, ? b : 2 }\n', ['p']],
    ['a question mark that asks nothing', 'p: { a: 1, ? }\n', ['p']],
    ['a byte order mark before an item', 'p: [ \ufeffa ]\n', ['p']],
    ['a byte order mark before a value', 'p: { a: \ufeffb }\n', ['p']],
    ['a brace too much', 'p: [a }]\n', ['p']],
  ] as const)('%s is nothing that becomes a block', (_name, text, path) => {
    expect(converted(convert(text), path, 'block')).toBeUndefined();
  });

  it.each([
    ['a map below a question mark', 'p:\n  ? a\n  :\n    b: 1\n', ['p', 'a'], 'p:\n  ? a\n  : { b: 1 }\n'],
    ['an anchor far behind its dash', '-  &x\n  a: 1\n', [0], '-  &x { a: 1 }\n'],
    ['a long anchor', '- &gabala\n  a: 1\n', [0], '- &gabala { a: 1 }\n'],
    ['an anchor and a tag', '- &gabala  !!map\n  a: 1\n', [0], '- &gabala  !!map { a: 1 }\n'],
    ['an anchor and a tag next to each other', '- &gabala !!map\n  a: 1\n', [0], '- &gabala !!map { a: 1 }\n'],
    ['an empty value before a comment', 'p:\n  a: 1\n  b: # c\nq: 1\n', ['p'], 'p: { a: 1, b: } # c\nq: 1\n'],
    ['a map far behind its dash', 'p:\n  -   a: 1\n      b: 2\n', ['p', 0], 'p:\n  -   { a: 1, b: 2 }\n'],
    ['an empty value before a tab and a comment', 'p:\n  a: 1\n  b:\t# c\n', ['p'], 'p: { a: 1, b: }\t# c\n'],
    ['an alias as a key', 'a: &x b\np:\n  *x : 1\n  c:\n', ['p'], 'a: &x b\np: { *x : 1, c: }\n'],
    ['a tag below its key', 'p: &x\n  !!map\n  a: 1\n', ['p'], 'p: &x\n  !!map { a: 1 }\n'],
    ['a list with many blanks before it', `p:\n${' '.repeat(790)}- a\n`, ['p'], 'p: [a]\n'],
    ['one far down in a long text', `x: ${'w '.repeat(400)}\np:\n  - a\n`, ['p'], `x: ${'w '.repeat(400)}\np: [a]\n`],
    [
      'many short lines',
      `p:\n${'  - Бишкек\n'.repeat(15)}`,
      ['p'],
      `p: [${Array.from({ length: 15 }, () => 'Бишкек').join(', ')}]\n`,
    ],
    ['a list of as many blanks as can be', `p:\n  -${' '.repeat(798)}a\n`, ['p'], 'p: [a]\n'],
    ['a value with a wide blank at its end', 'p:\n  a: Ош\u00a0\n', ['p'], 'p: { a: Ош\u00a0 }\n'],
    ['the widest line', `p:\n  - ${'a'.repeat(195)}\n`, ['p'], `p: [${'a'.repeat(195)}]\n`],
  ] as const)('%s, in a flow collection', (_name, before, path, after) => {
    expect(converted(convert(before), path, 'flow')).toBe(convert(after));
  });

  it.each([
    ['an anchor of its first key, on a later line,', 'p:\n  - &x a: 1\n    b: 2\n', ['p', 0]],
    ['an anchor of an empty value', 'p:\n  a: &x\n  b: 1\n', ['p']],
    ['an anchor of an empty value that comes last', 'p:\n  a: 1\n  b: &x\nq: 1\n', ['p']],
    ['a list as a key', 'p:\n  [a]: b\n', ['p']],
    ['a tag in full', 'p: !<tag:yaml.org,2002:map>\n  a: 1\n', ['p']],
    ['a bracket that closes nothing, in place of a value,', 'p:\n  a: ]\n  b: 1\n', ['p']],
    ['a bracket that closes nothing, on a line of its own,', 'p:\n  - a\n  ]\n  - b\n', ['p']],
    ['an empty block text', 'p:\n  a: |\n', ['p']],
    ['an empty folded text', 'p:\n  a: >\n', ['p']],
    ['an anchor of the first key of a map below its key', 'p:\n  q:\n    &x a: 1\n', ['p']],
    ['an anchor of the first key of an item below its dash', 'p:\n  -\n    &x a: 1\n', ['p']],
    ['a byte order mark before a key', 'p:\n  \ufeffa: 1\n', ['p']],
    ['a line that would be one too wide', `p:\n  - ${'a'.repeat(196)}\n`, ['p']],
    ['a list with too many blank lines', `p:\n  - a${'\n'.repeat(900)}  - b\n`, ['p']],
  ] as const)('%s keeps a block as it is', (_name, text, path) => {
    expect(converted(convert(text), path, 'flow')).toBeUndefined();
  });
});
