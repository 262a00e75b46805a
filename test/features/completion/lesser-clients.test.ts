/** Texts for editors that know no snippets, or add an indentation of their own. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kinds } from '../../../server/dataset/schema.ts';
import { applyEdits } from '../../../server/dataset/text.ts';
import { parseYaml } from '../../../server/dataset/yaml/yaml.ts';
import { completions } from '../../../server/features/completion/index.ts';
import { choice, placeholder } from '../../../server/features/completion/item.ts';
import { withoutIndentation, withoutStops } from '../../../server/features/completion/lesser-clients.ts';
import { lineEnds, makeWorkspace, parseFixture, ROOT } from '../../support/fixture.ts';
import '../../support/random.ts';
import { world } from './support.ts';

/** Every item at `$0`, for an editor without snippets. */
function itemsAt(marked: string) {
  const { text, cursor } = parseFixture(marked);
  const workspace = makeWorkspace({ ...world, 'two words.yaml': text }, []);
  const abilities = { snippets: false, snippetTransforms: false };
  return { text, items: completions(workspace, `${ROOT}/two words.yaml`, cursor, abilities).items };
}

describe('a snippet without its stops', () => {
  test.each([
    ['a: $1', 'a: '],
    [`a: ${placeholder(1, 'text } with $ and \\')}`, 'a: '],
    [`a: ${choice(2, ['one,two', 'three|four'])}`, 'a: '],
    ['a: [$1]', 'a: []'],
    ['a: { $1 }', 'a: { }'],
    ['"\\$5 \\\\ \\}"', '"$5 \\ }"'],
    [`Тур 🙂 ${placeholder(12, 'Тур')}`, 'Тур 🙂 '],
  ])('%s', (snippet, text) => {
    expect(withoutStops(snippet)).toBe(text);
  });
});

describe.each(lineEnds)('an editor without snippets, with %s', (_, convert) => {
  const stories = [
    '$0',
    '---\n$0',
    'kind: proposal\n$0',
    'kind: chairmanship\nid: $0\norganization: ots\nstate: KGZ\nfrom: 2026\n',
    'kind: summit\ndate: $0\n',
    'kind: summit\nparticipants:\n  - $0\n',
    '{ kind: summit, $0 }\n',
    'kind: summit\ncitations: [{ $0 }]\n',
  ];
  test.each(stories)('gets text that can be read, whatever it takes at %j', (story) => {
    const { text, items } = itemsAt(convert(story));
    expect(items.length).toBeGreaterThan(0);
    for (const { span, newText, isSnippet, label } of items) {
      const plain = isSnippet ? withoutStops(newText) : newText;
      expect(plain, label).not.toMatch(/\$[\d{]/);
      const after = applyEdits(text, [{ span, text: plain }]);
      expect(
        parseYaml(after).flatMap(({ document }) => document.errors),
        `${label}: ${after}`,
      ).toEqual([]);
    }
  });
  test.each(kinds)('gets a whole %s with its kind alone filled in', (kind) => {
    const { items } = itemsAt(convert('# x\n$0'));
    const item = items.find(({ label }) => label === kind)!;
    const { value } = parseYaml(withoutStops(item.newText))[0]!.document;
    expect(value).toMatchObject({ kind, id: null });
    expect(JSON.stringify(value).replace(/"[a-z_]+":|[[\]{},]|null/g, '')).toBe(`"${kind}"`);
  });
});

describe('an id made of fields', () => {
  const fields = 'organization: ots\nstate: KGZ\nfrom: 2024-11-06\ndate: 2024-11-06\n';
  test('is offered where there is nothing left to fill in', () => {
    expect(itemsAt(`kind: chairmanship\nid: $0\n${fields}`).items.map(({ label }) => label)).toEqual([
      'ots-chair-2024-kgz',
    ]);
    expect(itemsAt(`kind: summit\nid: $0\n${fields}`).items).toEqual([]);
  });
});

describe('a text for an editor that indents', () => {
  const lines = fc.array(fc.string({ unit: fc.constantFrom('a', ' ', '-', ':', 'ə', '🙂') }), { minLength: 1 });
  test('is the same once the editor has indented it', () => {
    fc.assert(
      fc.property(
        lines,
        fc.nat(12),
        fc.constantFrom('', '- ', 'key: '),
        fc.constantFrom('\n', '\r\n'),
        (parts, n, word, eol) => {
          const indentation = ' '.repeat(n);
          const text = parts.map((part, index) => (index === 0 ? part : indentation + part)).join(eol);
          const sent = withoutIndentation(text, indentation + word);
          expect(sent.replaceAll('\n', `\n${indentation}`)).toBe(text);
        },
      ),
    );
  });
});
