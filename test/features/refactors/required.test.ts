/** All that is required at once: in the schema's order, with values that fit, in block and flow style. */
import { describe, expect, it } from 'vitest';
import { rules } from '../../../server/rules/index.ts';
import { lineEnds, makeWorkspace, ROOT } from '../../support/fixture.ts';
import { offered, textAfterChoice, textsAfterChoice, titles } from './support.ts';

const KIND = 'refactor.rewrite.addRequired';

/** The texts after the only offer. */
const completed = (text: string) => textAfterChoice(text, titles(text, KIND)[0] ?? 'something');

describe.each(lineEnds)('with %s', (_, convert) => {
  it.each([
    [
      'in the order of the schema, with what the id tells',
      'id: ots-summit-2025-gabala$0\nkind: summit\ntheme: Peace # c\n',
      'id: ots-summit-2025-gabala\nkind: summit\nname: Ots Summit 2025 Gabala\norganization: ots\nstatus: planned\ndate: 2025\ntheme: Peace # c\n',
    ],
    [
      'with a list where one must not be empty, and an empty one where it may be',
      'kind: pro$0posal\nid: kaz-ots-council\ntitle: X\n',
      'kind: proposal\nid: kaz-ots-council\ntitle: X\ntype: establish-body\nparties: [{ state: KAZ }]\ndomains: []\nstatus: announced\n',
    ],
    ['in braces', '{kind: person, $0id: mira}\n', '{kind: person, id: mira, name: Mira}\n'],
    [
      'in the maps within',
      'kind: person\nid: mira\nname: Mira\noffices:\n  - state: KGZ$0\n  - { title: Minister }\n',
      'kind: person\nid: mira\nname: Mira\noffices:\n  - title: TODO\n    state: KGZ\n  - { title: Minister, state: KGZ }\n',
    ],
    [
      'where there is a key without a value',
      'kind: organization\nid: x-org$0\nname: # c\ntype:\nparent: ots\n',
      'kind: organization\nid: x-org\nname: X Org # c\ntype: organization\nparent: ots\n',
    ],
    [
      'where there is a key without a value in braces',
      '{ kind: person, id: mira$0, name: , note: n }\n',
      '{ kind: person, id: mira, name: Mira, note: n }\n',
    ],
    [
      'for what is taken for the record itself otherwise',
      'kind: organization\nid: ots$0\n',
      'kind: organization\nid: ots\nname: Ots\ntype: organization\n',
    ],
    [
      'below letters beyond ASCII',
      '# Мира 🌍\nkind: person$0\nid: mira\nnote: Əliyeva 🌍\n',
      '# Мира 🌍\nkind: person\nid: mira\nname: Mira\nnote: Əliyeva 🌍\n',
    ],
    [
      'once in a map that stands in several places',
      'kind: person\nid: mira\nname: Mira$0\noffices:\n  - &o { state: KGZ }\n  - *o\n',
      'kind: person\nid: mira\nname: Mira\noffices:\n  - &o { title: TODO, state: KGZ }\n  - *o\n',
    ],
  ])('%s', (_name, before, after) => {
    expect(completed(convert(before))).toBe(convert(after));
  });
});

describe('what is required', () => {
  it('is named in the title', () => {
    expect(titles('kind: person$0\n', KIND)).toEqual(['Add what is required: `id` and `name`']);
  });

  it.each(['chairmanship', 'document', 'organization', 'person', 'proposal', 'source', 'summit', 'state'])(
    'makes a %s that fits the schema',
    (kind) => {
      const text = textsAfterChoice(
        { 'new.yaml': `kind: ${kind}$0\nid: KGZ\n`.replace('KGZ', kind === 'state' ? 'XYZ' : 'csto-2025-kgz') },
        titles(`kind: ${kind}$0\nid: KGZ\n`, KIND)[0]!,
      )['new.yaml']!;
      const workspace = makeWorkspace({ 'new.yaml': text }, rules);
      const found = workspace.problemsOf(`${ROOT}/new.yaml`).map(({ rule }) => rule);
      expect(found.filter((rule) => ['schema', 'unknown-reference', 'bad-date'].includes(rule))).toEqual([]);
    },
  );

  it('is an id from the name of the file', () => {
    const files = { 'persons/sadyr-japarov.yaml': 'kind: person$0\nname: Sadyr\n' };
    const [action] = offered(files, KIND).actions;
    expect(textsAfterChoice(files, action!.title)).toEqual({
      'persons/sadyr-japarov.yaml': 'kind: person\nid: sadyr-japarov\nname: Sadyr\n',
    });
  });

  it('is an id from the name that nobody has, where the file has several records', () => {
    const other = 'kind: person\nid: mira\nname: Mira\n';
    expect(completed(`${other}---\nkind: person$0\nname: Мира\n`)).toBe(
      `${other}---\nkind: person\nid: mira-2\nname: Мира\n`,
    );
  });

  it.each([
    ['nothing is missing', 'kind: person\nid: mira$0\nname: Mira\n'],
    ['the text is broken', 'kind: person\nid: "mira$0\n'],
    ['it is no record', 'kind: something\nid: mira$0\n'],
    ['another record of the file lacks something', 'kind: person\n---\nkind: person\nid: mira$0\nname: Mira\n'],
  ])('is not offered where %s', (_name, text) => {
    expect(titles(text, KIND)).toEqual([]);
  });
});
