/** Quotes on and off: a text is the same text after it, to readers of either version of YAML. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeScalar } from '../../../server/dataset/editing/edits.ts';
import { YamlDocument } from '../../../server/dataset/yaml/yaml.ts';
import { lineEnds } from '../../support/fixture.ts';
import { textAfterChoice, titles } from './support.ts';

const KIND = 'refactor.rewrite.quotes';
const [OFF, SINGLE, DOUBLE] = ['Remove the quotes', 'Put in single quotes', 'Put in double quotes'];
const note = (written: string) => `# Мира 🌍\nkind: person\nnote: ${written}\nid: mira\n`;

describe.each(lineEnds)('with %s', (_, convert) => {
  it.each([
    ['Mi$0ra', SINGLE, "'Mira'"],
    ['Mi$0ra # c', DOUBLE, '"Mira" # c'],
    ["'Mi$0ra'", DOUBLE, '"Mira"'],
    ['"Mira$0"', OFF, 'Mira'],
    ["'it''$0s'", DOUBLE, '"it\'s"'],
    ['"$0it\'s"', SINGLE, "'it''s'"],
    ['it"$0s \\n', DOUBLE, '"it\\"s \\\\n"'],
    ['"\\u041c\\u0438ра 🌍$0"', OFF, 'Мира 🌍'],
    ['&a Mi$0ra', SINGLE, "&a 'Mira'"],
    ["'2025-10-$007'", OFF, '2025-10-07'],
    ['⟦Mira⟧', SINGLE, "'Mira'"],
    ['"M⟦ir⟧a"', SINGLE, "'Mira'"],
  ])('%s: %s', (before, title, after) => {
    expect(textAfterChoice(convert(note(before)), title)).toBe(convert(note(after)));
  });

  it('takes keys, too', () => {
    const text = 'kind: person\nid$0: mira\n"note": { "a b": c }\n';
    expect(textAfterChoice(convert(text), SINGLE)).toBe(convert(text.replace('id$0', "'id'")));
    const quoted = text.replace('$0', '').replace('"a b"', '"a $0b"');
    expect(textAfterChoice(convert(quoted), OFF)).toBe(convert(quoted.replace('"a $0b"', 'a b')));
  });

  it('takes the text before which the cursor stands in the indentation', () => {
    const text = 'kind: person\naliases:\n$0  - "M"\n';
    expect(textAfterChoice(convert(text), OFF)).toBe(convert('kind: person\naliases:\n  - M\n'));
  });
});

describe('quotes', () => {
  it.each([
    ['plain', 'Mi$0ra', [SINGLE, DOUBLE]],
    ['single', "'Mi$0ra'", [DOUBLE, OFF]],
    ['double', '"Mi$0ra"', [OFF, SINGLE]],
    ['what YAML reads as a number', "'20$025'", [DOUBLE]],
    ['what YAML reads as true', '"tr$0ue"', [SINGLE]],
    ['what YAML 1.1 reads as false', "'N$0O'", [DOUBLE]],
    ['what YAML 1.1 reads as a number', "'1_$0000'", [DOUBLE]],
    ['nothing in quotes', "'$0'", [DOUBLE]],
    ['a colon', '"a: $0b"', [SINGLE]],
    ['a comma, which ends texts in braces', '"a, $0b"', [SINGLE]],
    ['a line end', '"a\\n$0b"', []],
    ['a tab', '"a\\t$0b"', []],
    ['a number', '20$025', []],
    ['true', 'tr$0ue', []],
    ['null', 'nu$0ll', []],
    ['nothing', '$0', []],
    ['a text of several lines', 'a$0\n  b', []],
    ['a block', '|\n  a$0', []],
    ['an alias', '&a { b: *a$0 }', []],
    ['an unclosed quote', '"a$0', []],
    ['two texts at once', '⟦a\nid: mira⟧', []],
  ])('of %s', (_name, written, offers) => {
    expect(titles(`kind: person\nnote: ${written}\n`, KIND)).toEqual(offers);
  });

  it('are no matter of merges', () => {
    expect(titles('kind: person\nx: &x { a: b }\ny: { <$0<: *x }\n', KIND)).toEqual([]);
  });

  it('never change the text', () => {
    const style = fc.constantFrom('plain' as const, 'single' as const, 'double' as const);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 12 }), style, fc.boolean(), (value, as, inFlow) => {
        const written = writeScalar(value.replace(/\$0|⟦|⟧/g, ''), as);
        const [before, after] = inFlow ? ['{ x: ', ' }'] : ['', ''];
        const text = (cursor: string) => `kind: person\nnote: ${before}${cursor}${written}${after}\n`;
        for (const title of titles(text('$0'), KIND)) {
          const changed = textAfterChoice(text('$0'), title);
          expect(new YamlDocument(changed).value).toEqual(new YamlDocument(text('')).value);
          expect(changed).not.toBe(text(''));
        }
      }),
    );
  });
});
