/** Renaming a file: the record that it is named after follows, with every reference, and nothing else does. */

import { describe, expect, it } from 'vitest';
import { type FileMove, fileRename } from '../../server/features/file-rename.ts';
import { rules } from '../../server/rules/index.ts';
import { changesOf, openEditor, textsAfter } from '../support/editor.ts';
import { lineEnds, ROOT } from '../support/fixture.ts';

const person = (id: string, more = '') => `kind: person\nid: ${id}\n${more}name: ${id.toUpperCase()} X\n`;
const summit = (id: string, chair: string) => `kind: summit\nid: ${id}\nchair: { person: ${chair} }\n`;

function moved(
  files: Readonly<Record<string, string>>,
  ...names: readonly (readonly [before: string, after: string])[]
) {
  const editor = openEditor(files);
  const uri = (name: string) => `${ROOT}/${name.split('/').map(encodeURIComponent).join('/')}`;
  const moves: FileMove[] = names.map(([before, after]) => ({ oldUri: uri(before), newUri: uri(after) }));
  const edit = fileRename(editor.workspace, moves, editor.converter);
  return { edit, after: edit && textsAfter(editor, edit) };
}

describe.each(lineEnds)('renaming a file with %s', (_, convert) => {
  it.each([
    ['', ''],
    ['below Cyrillic and emoji ', '# Встреча 🙂\n'],
  ])(
    '%schanges the id, every reference, and what the record remembers, under the old names of the files',
    (_name, above) => {
      const files = {
        'persons/mira.yaml': convert(above + person('mira')),
        'summits/one.yaml': convert(above + summit('one', '"mira"')),
      };
      const { edit, after } = moved(files, ['persons/mira.yaml', 'persons/mira-serik.yaml']);
      expect(after).toEqual({
        'persons/mira.yaml': convert(`${above}kind: person\nid: mira-serik\nformer_ids:\n  - mira\nname: MIRA X\n`),
        'summits/one.yaml': convert(above + summit('one', '"mira-serik"')),
      });
      expect(Object.keys(changesOf(edit))).toEqual([`${ROOT}/persons/mira.yaml`, `${ROOT}/summits/one.yaml`]);
      expect(edit?.documentChanges?.every((step) => 'textDocument' in step)).toBe(true);
    },
  );
});

describe('renaming a file', () => {
  const files = { 'persons/mira.yaml': person('mira'), 'b.yaml': summit('one', 'mira'), 'serik.yaml': person('serik') };

  it.each([
    ['to a name that is no id', 'persons/Mira Serik.yaml'],
    ['to a name in Cyrillic', 'persons/мира.yaml'],
    ['to the id of another record', 'persons/serik.yaml'],
    ['into another folder', 'people/mira.yaml'],
    ['to another ending', 'persons/mira.yml'],
    ['to an ending that no record has', 'persons/new.txt'],
    ['to an ending alone', 'persons/.yaml'],
    ['to the same name', 'persons/mira.yaml'],
    ['to capitals', 'persons/MIRA.yaml'],
    ['to a name with an odd percent sign', 'persons/%.yaml'],
  ])('%s changes nothing', (_what, name) => {
    expect(moved(files, ['persons/mira.yaml', name]).edit).toBeUndefined();
  });

  it.each([
    ['not named after its record', { 'a.yaml': person('mira') }],
    [
      'whose record replaces one of the registry',
      { 'a.yaml': 'kind: organization\nid: a\n', 'KAZ.yaml': 'kind: state\nid: KAZ\n' },
    ],
    ['without records', { 'a.yaml': 'a: b\n' }],
    ['that is empty', { 'a.yaml': '' }],
    ['whose record shares its id', { 'a.yaml': person('a'), 'b.yaml': `${person('a')}---\n${person('b')}` }],
  ])('%s changes nothing', (_what, given) => {
    const name = Object.keys(given).at(-1) === 'KAZ.yaml' ? 'KAZ' : 'a';
    expect(moved(given, [`${name}.yaml`, name === 'KAZ' ? 'XKZ.yaml' : 'new.yaml']).edit).toBeUndefined();
  });

  it('that the dataset does not know changes nothing, nor does a folder', () => {
    expect(moved(files, ['none.yaml', 'new.yaml'], ['persons', 'people']).edit).toBeUndefined();
    expect(moved(files).edit).toBeUndefined();
  });

  it('to a former id of its record takes that back', () => {
    const before = { 'mira.yaml': person('mira', 'former_ids: [old]\n') };
    expect(moved(before, ['mira.yaml', 'old.yaml']).after).toEqual({
      'mira.yaml': 'kind: person\nid: old\nformer_ids: [mira]\nname: MIRA X\n',
    });
  });

  it('into another folder and to another name lets the id follow', () => {
    expect(moved(files, ['persons/mira.yaml', 'people/new.yml']).after).toMatchObject({
      'b.yaml': summit('one', 'new'),
    });
  });

  it('changes the record that it is named after, and no other in it', () => {
    const text = `${person('serik')}---\n${person('mira')}`;
    expect(moved({ 'mira.yaml': text }, ['mira.yaml', 'new.yaml']).after).toEqual({
      'mira.yaml': `${person('serik')}---\nkind: person\nid: new\nformer_ids:\n  - mira\nname: MIRA X\n`,
    });
  });

  it('in small letters gives a state its code in capitals', () => {
    expect(moved({ 'xna.yaml': 'kind: state\nid: XNA\n' }, ['xna.yaml', 'xnb.yaml']).after).toEqual({
      'xna.yaml': 'kind: state\nid: XNB\nformer_ids:\n  - XNA\n',
    });
  });

  it('out of what the manifest takes for records changes nothing', () => {
    const given = { 'initiatives.yaml': 'records: [persons/*.yaml]\n', 'persons/mira.yaml': person('mira') };
    expect(moved(given, ['persons/mira.yaml', 'drafts/new.yaml']).edit).toBeUndefined();
    expect(moved(given, ['persons/mira.yaml', 'persons/new.yaml']).edit).toBeDefined();
  });
});

describe('renaming several files at once', () => {
  it('changes what refers to several of them in one go', () => {
    const given = {
      'a.yaml': person('a'),
      'b.yaml': person('b'),
      's.yaml': 'kind: summit\nid: s\nparticipants: [{ person: a }, { person: b }]\nparent: s\n',
    };
    expect(moved(given, ['a.yaml', 'c.yaml'], ['b.yaml', 'd.yaml'], ['s.yaml', 't.yaml']).after).toEqual({
      'a.yaml': 'kind: person\nid: c\nformer_ids:\n  - a\nname: A X\n',
      'b.yaml': 'kind: person\nid: d\nformer_ids:\n  - b\nname: B X\n',
      's.yaml': 'kind: summit\nid: t\nformer_ids:\n  - s\nparticipants: [{ person: c }, { person: d }]\nparent: t\n',
    });
  });

  it('gives one id to one record', () => {
    const { after } = moved(
      { 'x/a.yaml': person('a'), 'y/b.yaml': person('b') },
      ['x/a.yaml', 'x/new.yaml'],
      ['y/b.yaml', 'y/new.yaml'],
    );
    expect(after).toMatchObject({ 'x/a.yaml': expect.stringContaining('id: new\n'), 'y/b.yaml': person('b') });
  });

  it('gives no record an id that another one gives up', () => {
    const given = { 'a.yaml': person('a'), 'b.yaml': person('b') };
    expect(moved(given, ['a.yaml', 'b.yaml'], ['b.yaml', 'a.yaml']).edit).toBeUndefined();
    expect(moved(given, ['a.yaml', 'b.yaml'], ['b.yaml', 'c.yaml']).after).toMatchObject({
      'a.yaml': person('a'),
      'b.yaml': expect.stringContaining('id: c\n'),
    });
  });

  it('leaves a dataset with no more problems than it had', () => {
    const given = { 'persons/a.yaml': person('a'), 'summits/s.yaml': summit('s', 'a') };
    const { after } = moved(given, ['persons/a.yaml', 'persons/c.yaml'], ['summits/s.yaml', 'summits/t.yaml']);
    const problems = (texts: Readonly<Record<string, string>>) => {
      const { workspace } = openEditor(texts, rules);
      return [...workspace.uris].flatMap((uri) => workspace.problemsOf(uri).map(({ rule }) => rule)).sort();
    };
    expect(
      problems({ 'persons/c.yaml': after!['persons/a.yaml']!, 'summits/t.yaml': after!['summits/s.yaml']! }),
    ).toEqual(problems(given));
  });
});
