/** Laws of formatting: whatever the indentation, the value and the comments stay, and a second time changes nothing. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SourceDocument } from '../../../server/dataset/document.ts';
import { formatRanges, formatYaml } from '../../../server/dataset/formatting/format.ts';
import { applyEdits } from '../../../server/dataset/text.ts';
import { parseYaml, YamlDocument } from '../../../server/dataset/yaml/yaml.ts';
import { lineEnds } from '../../support/fixture.ts';
import { trees, write } from './trees.ts';

function formatted(text: string): string {
  return applyEdits(text, formatYaml(new YamlDocument(text)));
}

/** A text without its indentation; what changes nothing but that leaves this as it is. */
function words(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

const SAMPLES = new URL('../../../samples/eurasia/', import.meta.url);
const samples = readdirSync(SAMPLES, { recursive: true })
  .map(String)
  .filter((name) => name.endsWith('.yaml'))
  .sort();

describe('formatting', () => {
  it.each(lineEnds)('gives any tree, however it is indented, two blanks a level (%s)', (_, convert) => {
    fc.assert(
      fc.property(trees, (tree) => {
        const mangled = convert(write(tree, false));
        fc.pre(new YamlDocument(mangled).errors.length === 0);
        expect(formatted(mangled)).toBe(convert(write(tree, true)));
      }),
      { numRuns: 300 },
    );
  });

  it('keeps value, words and line ends of any YAML, and is done after one time', () => {
    const parts = [
      '  ',
      '\n',
      '\r\n  ',
      '\n    ',
      '- ',
      '-   ',
      'a: ',
      'b:',
      'c: 1',
      '# c',
      ' # d',
      '|',
      '>-',
      '|2',
      '"q',
    ];
    const more = [
      '"',
      "'",
      '{',
      '}',
      '[',
      ']',
      ', ',
      '&a ',
      '*a',
      '? ',
      ': ',
      '!!map',
      '\t',
      'ё🙂',
      '\nk:\n',
      '\n- ',
      '---\n',
    ];
    const texts = fc.array(fc.constantFrom(...parts, ...more), { maxLength: 25 }).map((list) => list.join(''));
    fc.assert(
      fc.property(texts, (text) => {
        const before = new YamlDocument(text);
        const after = formatted(text);
        expect(words(after)).toEqual(words(text));
        expect(after.replace(/[^\r\n]/g, '')).toBe(text.replace(/[^\r\n]/g, ''));
        expect(formatted(after)).toBe(after);
        if (before.errors.length > 0) expect(after).toBe(text);
        else expect(new YamlDocument(after).value).toEqual(before.value);
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps value, words and comments of any tree with blanks anywhere, tidies it, and is done after one time', () => {
    const all = { trimTrailingWhitespace: true, insertFinalNewline: true, trimFinalNewlines: true };
    const tidied = (text: string) => applyEdits(text, formatYaml(new YamlDocument(text), all));
    const blanks = fc.array(fc.constantFrom('', '', ' ', '   ', '\n', '\n   ', '\n        '), { minLength: 1 });
    fc.assert(
      fc.property(trees, blanks, (tree, more) => {
        const lines = write(tree, false).split('\n');
        const text = lines.map((line, index) => line + more[index % more.length]).join('\n');
        const before = new YamlDocument(text);
        fc.pre(before.errors.length === 0);
        const after = tidied(text);
        expect(new YamlDocument(after).value).toEqual(before.value);
        expect(words(after)).toEqual(words(text));
        expect(tidied(after)).toBe(after);
      }),
      { numRuns: 500 },
    );
  });

  it('of any passages changes no more than that of the whole, and never the value', () => {
    const offset = fc.integer({ min: 0, max: 400 });
    const passages = fc.array(
      fc.tuple(offset, offset).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) })),
      { minLength: 1, maxLength: 2 },
    );
    fc.assert(
      fc.property(trees, passages, (tree, ranges) => {
        const text = write(tree, false);
        const document = new SourceDocument('file:///a.yaml', new YamlDocument(text), 0, { claimed: true });
        const all = formatYaml(document.yaml);
        const some = formatRanges([document], ranges);
        expect(all).toEqual(expect.arrayContaining(some));
        const after = new YamlDocument(applyEdits(text, some));
        expect(after.errors).toEqual(document.yaml.errors);
        expect(after.value).toEqual(document.yaml.value);
      }),
      { numRuns: 300 },
    );
  });

  it('touches none of the samples', () => {
    const touched = samples.filter((name) => {
      const documents = parseYaml(readFileSync(new URL(name, SAMPLES), 'utf8'));
      return documents.some(({ document }) => formatYaml(document).length > 0);
    });
    expect(samples.length).toBeGreaterThan(50);
    expect(touched).toEqual([]);
  });

  it.each([3, 4, 6])('makes the samples what they were when each level has %i blanks', (width) => {
    for (const name of samples) {
      const text = readFileSync(new URL(name, SAMPLES), 'utf8');
      const wide = widened(text, width);
      const again = parseYaml(wide)
        .map(({ document }) => formatted(document.text))
        .join('');
      expect(again).toBe(text);
    }
  });
});

/** A text with two blanks a level, given more: each line in proportion, and after each dash as many as a level has. */
function widened(text: string, width: number): string {
  return text.replace(/^( *)((?:- )*)/gm, (_, blanks: string, dashes: string) => {
    const levels = blanks.length / 2;
    return ' '.repeat(levels * width) + dashes.replaceAll('- ', `-${' '.repeat(width - 1)}`);
  });
}
