/** Code actions that mend many problems at once: when they are offered, and what they change. */
import { describe, expect, it } from 'vitest';
import { FIX_ALL_KIND, fixAllInFile, fixAllOfRule, resolveFixAll } from '../../server/features/fix-all.ts';
import { rules } from '../../server/rules/index.ts';
import { openEditor, textsAfter } from '../support/editor.ts';

const person = (id: string, from: string, to = '2021') =>
  `kind: person\nid: ${id}\nname: ${id}\noffices:\n  - { title: President, state: KGZ, from: ${from}, to: ${to} }\n`;

/** The titles of the actions beside the first problem of a file's dates, and the texts after each. */
function ofRule(files: Readonly<Record<string, string>>) {
  const editor = openEditor(files, rules);
  const problem = editor.workspace.problemsOf(editor.uri).find(({ rule }) => rule === 'bad-date')!;
  return fixAllOfRule(editor.workspace, problem).map((action) => ({
    title: action.title,
    texts: textsAfter(editor, resolveFixAll(action, editor.workspace, editor.converter).edit),
  }));
}

describe('to fix all of a file', () => {
  it('is offered where something has a certain fix', () => {
    const editor = openEditor(
      { 'a.yaml': person('a', '2020-8-1', '2021-9-1'), 'b.yaml': person('b', '2020-8-1') },
      rules,
    );
    const [action, ...others] = fixAllInFile(editor.workspace, editor.uri);
    expect(others).toEqual([]);
    expect(action).toMatchObject({ title: 'Apply all certain fixes in this file', kind: FIX_ALL_KIND });
    expect(action).not.toHaveProperty('edit');
    expect(textsAfter(editor, resolveFixAll(action!, editor.workspace, editor.converter).edit)).toEqual({
      'a.yaml': person('a', '2020-08-01', '2021-09-01'),
      'b.yaml': person('b', '2020-8-1'),
    });
  });

  it('is about the text as it is, even where nobody has looked at it since', () => {
    const { workspace, uri } = openEditor({ 'a.yaml': person('a', '2020-08-01') }, rules);
    workspace.apply([{ uri, text: person('a', '2020-8-1') }]);
    expect(fixAllInFile(workspace, uri)).toHaveLength(1);
    workspace.apply([{ uri, text: person('a', '2020-08-01') }]);
    expect(fixAllInFile(workspace, uri)).toEqual([]);
  });

  it('is not offered for what is right, or can mean several things', () => {
    for (const from of ['2020-08-01', '07.10.2020']) {
      const { workspace, uri } = openEditor({ 'a.yaml': person('a', from) }, rules);
      expect(fixAllInFile(workspace, uri)).toEqual([]);
    }
  });
});

describe('to fix all of a rule', () => {
  const ALONE = person('a', '2020-8-1');
  const TWICE = person('a', '2020-8-1', '2021-9-1');

  it('is not offered where there is one such problem', () => {
    expect(ofRule({ 'a.yaml': ALONE })).toEqual([]);
    expect(ofRule({ 'a.yaml': ALONE, 'b.yaml': person('b', '07.10.2020') })).toEqual([]);
  });

  it('is offered for a file that has several', () => {
    expect(ofRule({ 'a.yaml': TWICE })).toEqual([
      {
        title: 'Fix all `bad-date` problems in this file',
        texts: { 'a.yaml': person('a', '2020-08-01', '2021-09-01') },
      },
    ]);
  });

  it('is offered for the dataset where other files have some', () => {
    const texts = { 'a.yaml': person('a', '2020-08-01'), 'b.yaml': person('b', '2020-08-01') };
    expect(ofRule({ 'a.yaml': ALONE, 'b.yaml': person('b', '2020-8-1') })).toEqual([
      { title: 'Fix all `bad-date` problems in the dataset', texts },
    ]);
    expect(ofRule({ 'a.yaml': TWICE, 'b.yaml': person('b', '2020-8-1') }).map(({ title }) => title)).toEqual([
      'Fix all `bad-date` problems in this file',
      'Fix all `bad-date` problems in the dataset',
    ]);
  });

  it('leaves what other rules find', () => {
    const aliased = (id: string, from: string) => person(id, from).replace('KGZ', 'Kyrgyzstan');
    const [, inDataset] = ofRule({ 'a.yaml': `${TWICE}note: null\n`, 'b.yaml': aliased('b', '2020-8-1') });
    expect(inDataset!.texts).toEqual({
      'a.yaml': `${person('a', '2020-08-01', '2021-09-01')}note: null\n`,
      'b.yaml': aliased('b', '2020-08-01'),
    });
  });
});
