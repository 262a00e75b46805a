/** Keys in the schema's order: entries move whole, with their comments, and mean what they meant. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sortKeys } from '../../../server/dataset/editing/key-order.ts';
import { applyEdits } from '../../../server/dataset/text.ts';
import { lineEnds, makeWorkspace, ROOT } from '../../support/fixture.ts';

function sorted(text: string, file = 'a.yaml'): string {
  const [document] = makeWorkspace({ [file]: text }, []).documentsOf(`${ROOT}/${file}`);
  return applyEdits(text, sortKeys(document!));
}

const PERSON = 'kind: person\nid: mira\nname: Mira\n';

describe.each(lineEnds)('sortKeys with %s', (_, convert) => {
  it.each([
    ['brings keys into the order of the schema', 'name: Mira\nid: mira\nkind: person\n', PERSON],
    [
      'moves values of many lines',
      'kind: person\noffices:\n  - title: President\n    state: KGZ\nname: Mira\nid: mira\n',
      `${PERSON}offices:\n  - title: President\n    state: KGZ\n`,
    ],
    [
      'moves block texts',
      'kind: person\nnote: |\n  One.\n\n  # Two.\nname: >-\n  Mira\nid: mira\n',
      'kind: person\nid: mira\nname: >-\n  Mira\nnote: |\n  One.\n\n  # Two.\n',
    ],
    [
      'takes comments along',
      'kind: person\n# the name,\n# as printed\nname: Mira # sic\n# the id\nid: mira # short\n',
      'kind: person\n# the id\nid: mira # short\n# the name,\n# as printed\nname: Mira # sic\n',
    ],
    [
      'takes comments below an entry along when they are indented as its content',
      'kind: person\naliases:\n  - M\n\n  # - more to come\nid: mira\nname: Mira\n',
      `${PERSON}aliases:\n  - M\n\n  # - more to come\n`,
    ],
    [
      'leaves comments and blank lines between groups where they are',
      '# All about Mira\n\nid: mira\nkind: person\n\n# Names\n\naliases: [M]\nname: Mira\n# the end\n',
      '# All about Mira\n\nkind: person\nid: mira\n\n# Names\n\nname: Mira\naliases: [M]\n# the end\n',
    ],
    [
      'takes comments along that stand further in than their key',
      'kind: person\n# names\n\n  # below\nname: Mira\nid: mira\n',
      'kind: person\n# names\n\nid: mira\n  # below\nname: Mira\n',
    ],
    [
      'leaves comments where they are that stand further out than their key',
      `${PERSON}offices:\n  - state: KGZ\n  # title\n    title: President\n`,
      `${PERSON}offices:\n  - title: President\n  # title\n    state: KGZ\n`,
    ],
    [
      'takes a comment behind a byte order mark along',
      '\ufeff# Mira\nid: mira\nkind: person\nname: Mira\n',
      '\ufeffkind: person\n# Mira\nid: mira\nname: Mira\n',
    ],
    [
      'leaves a word to tools on top',
      '# yaml-language-server: $schema=x.json\nname: Mira\nkind: person\nid: mira\n',
      `# yaml-language-server: $schema=x.json\n${PERSON}`,
    ],
    [
      'leaves unknown keys behind the key that they stand behind',
      'kind: person\nname: Mira\nborn: 1970\nheight: 170\nid: mira\n',
      'kind: person\nid: mira\nname: Mira\nborn: 1970\nheight: 170\n',
    ],
    [
      'puts the kind before unknown keys',
      'born: 1970\nid: mira\nkind: person\nname: Mira\n',
      'kind: person\nborn: 1970\nid: mira\nname: Mira\n',
    ],
    [
      'sorts the maps within',
      `${PERSON}offices:\n  - state: KGZ # c\n    # what it is called\n    title: President\n  -\n    from: { text: now, value: 2020 }\n    title: Minister\n`,
      `${PERSON}offices:\n  - # what it is called\n    title: President\n    state: KGZ # c\n  -\n    title: Minister\n    from: { value: 2020, text: now }\n`,
    ],
    [
      'sorts maps within what moves',
      'offices: [{ state: KGZ, title: President }]\nname: Mira\nkind: person\nid: mira\n',
      `${PERSON}offices: [{ title: President, state: KGZ }]\n`,
    ],
    [
      'sorts flow maps of several lines',
      `${PERSON}offices: [{\n  state: KGZ,\n  title: President,\n  }]\n`,
      `${PERSON}offices: [{\n  title: President,\n  state: KGZ,\n  }]\n`,
    ],
    [
      'leaves flow maps with comments in them alone',
      `${PERSON}offices: [{\n  state: KGZ, # c\n  title: President\n  }]\n`,
      `${PERSON}offices: [{\n  state: KGZ, # c\n  title: President\n  }]\n`,
    ],
    [
      'sorts a record in braces',
      '{ name: Mira, id: mira, kind: person }\n',
      '{ kind: person, id: mira, name: Mira }\n',
    ],
    [
      'keeps merges where they are',
      `${PERSON}offices:\n  - &o { title: a, state: KGZ }\n  - <<: *o\n    from: 2020\n    title: b\n`,
      `${PERSON}offices:\n  - &o { title: a, state: KGZ }\n  - <<: *o\n    title: b\n    from: 2020\n`,
    ],
    ['moves empty values', 'kind: person\nnote:\nname: Mira\nid:\n', 'kind: person\nid:\nname: Mira\nnote:\n'],
    [
      'counts letters beyond ASCII',
      '# Мира 🌍\nkind: person\nname: Мира 🌍 Əliyeva\nid: mira\n',
      '# Мира 🌍\nkind: person\nid: mira\nname: Мира 🌍 Əliyeva\n',
    ],
    [
      'sorts an item far behind its dash',
      `${PERSON}offices:\n  -   state: KGZ\n      title: President\n`,
      `${PERSON}offices:\n  -   title: President\n      state: KGZ\n`,
    ],
    [
      'leaves a comment above a dash where it is',
      `${PERSON}offices:\n    # c\n  - state: KGZ\n    title: President\n`,
      `${PERSON}offices:\n    # c\n  - title: President\n    state: KGZ\n`,
    ],
    [
      'takes a comment along that stands below the first entry, and deeper',
      'aliases:\n  - M\n  # - more to come\nkind: person\nid: mira\nname: Mira\n',
      `${PERSON}aliases:\n  - M\n  # - more to come\n`,
    ],
    [
      'takes a comment along behind a line of blanks',
      'kind: person\naliases:\n  - M\n  \n  # - more to come\nid: mira\nname: Mira\n',
      `${PERSON}aliases:\n  - M\n  \n  # - more to come\n`,
    ],
    [
      'sorts keys without values',
      '{ name: Mira, note, id: mira, kind: person }\n',
      '{ kind: person, id: mira, name: Mira, note }\n',
    ],
    [
      'sorts values with a wide blank at their ends',
      `${PERSON}offices: [{ state: KGZ, title: Президент\u00a0 }, { state: KAZ\u00a0, title: b }]\n`,
      `${PERSON}offices: [{ title: Президент\u00a0, state: KGZ }, { title: b, state: KAZ\u00a0 }]\n`,
    ],
    [
      'sorts flow maps with empty values',
      `${PERSON}offices: [{ state: , title: President }]\n`,
      `${PERSON}offices: [{ title: President, state:  }]\n`,
    ],
    [
      'leaves what is in unknown keys as it is',
      'name: Mira\nx-own: { b: 1, a: 2 }\nx-list: [{ state: KGZ, title: b }]\nkind: person\nid: mira\n',
      'kind: person\nid: mira\nname: Mira\nx-own: { b: 1, a: 2 }\nx-list: [{ state: KGZ, title: b }]\n',
    ],
    [
      'sorts a map in the last lines of what moves',
      'offices:\n  - state: KGZ\n    title: President\nname: Mira\nkind: person\nid: mira\n',
      `${PERSON}offices:\n  - title: President\n    state: KGZ\n`,
    ],
    [
      'sorts a map in what moves from the middle',
      'id: mira\nname: Mira\noffices: [{ state: KGZ, title: President }]\nkind: person\n',
      `${PERSON}offices: [{ title: President, state: KGZ }]\n`,
    ],
    [
      'needs no line end below a comment that stands further in',
      '  # c\nname: Mira\nkind: person\nid: mira',
      'kind: person\nid: mira\n  # c\nname: Mira',
    ],
    ['needs no line end', 'kind: person\nname: Mira\nid: mira', 'kind: person\nid: mira\nname: Mira'],
  ])('%s', (_name, before, after) => {
    expect(sorted(convert(before))).toBe(convert(after));
    expect(sorted(convert(after))).toBe(convert(after));
  });

  it.each([
    ['a text that cannot be read', 'name: "Mira\nkind: person\nid: mira\n'],
    ['a text that is no record', 'name: Mira\nid: mira\n'],
    ['an alias that would come before its anchor', 'kind: person\nname: &n Mira\nid: *n\n'],
    ['a text whose last lines count', 'kind: person\nname: Mira\nnote: |+\n  One.\n\n\nid: mira\n'],
    ['keys that are written with a question mark', 'kind: person\n? name\n: Mira\n? id\n: mira\n'],
    ['an anchor before the first key', '&x name: Mira\nkind: person\nid: mira\n'],
    ['nothing', ''],
  ])('leaves %s alone', (_name, text) => {
    expect(sorted(convert(text))).toBe(convert(text));
  });

  it('touches nothing that stays in its place', () => {
    const text = convert('kind: person\nname: Mira\nid: mira\nnote: n\n');
    const [document] = makeWorkspace({ 'a.yaml': text }, []).documentsOf(`${ROOT}/a.yaml`);
    const touched = sortKeys(document!).map(({ span }) => text.slice(span.start, span.end));
    expect(touched).toEqual(['name: Mira', 'id: mira']);
  });

  it('leaves an empty manifest alone', () => expect(sorted('', 'initiatives.yaml')).toBe(''));

  it('sorts the manifest', () => {
    const after = 'dataset: D\ndescription: d\nrules:\n  uncited: off\n  bad-date: off\n';
    const before = 'rules:\n  uncited: off\n  bad-date: off\ndescription: d\ndataset: D\n';
    expect(sorted(convert(before), 'initiatives.yaml')).toBe(convert(after));
  });
});

describe('sortKeys, whatever the text,', () => {
  const line = fc.constantFrom(
    'kind: person',
    'id: mira',
    'name: &n Mira # c',
    'note: *n',
    'note: |',
    '  text',
    'aliases: [a, &b b]',
    'aliases:',
    '- a',
    '  - *b',
    'former_ids: # c',
    'offices:',
    '  - state: KGZ',
    '    title: President',
    '  - { from: { text: x, value: 2020 }, title: *n }',
    'x-own: 1',
    '<<: { born: 1970 }',
    '# c',
    '  # c',
    '',
  );
  const texts = fc
    .tuple(fc.constantFrom('\n', '\r\n'), fc.array(line, { maxLength: 14 }))
    .map(([end, lines]) => ['kind: person', ...lines].join(end));

  /** In no order, and without the dashes, which stand before whatever comes first. What is in braces has an order of its own. */
  const linesOf = (text: string) =>
    text
      .split(/\r?\n/)
      .map((each) => each.trim().replace(/^- /, ''))
      .map((each) =>
        each.startsWith('{')
          ? each
              .split(/[\s,{}]+/)
              .sort()
              .join()
          : each,
      )
      .sort();

  it('changes no value, loses no line, and is done at once', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const after = sorted(text);
        const [before, now] = [text, after].map(
          (each) => makeWorkspace({ 'a.yaml': each }, []).documentsOf(`${ROOT}/a.yaml`)[0]!.yaml,
        );
        expect(now!.value).toEqual(before!.value);
        expect(now!.errors.length).toBe(before!.errors.length);
        expect(linesOf(after)).toEqual(linesOf(text));
        expect(sorted(after)).toBe(after);
      }),
    );
  });
});
