/** Which documents a workspace checks, in which order, and what it knows meanwhile of the files that they stand in. */
import { describe, expect, it } from 'vitest';
import type { Rule } from '../../server/dataset/rule.ts';
import type { Workspace } from '../../server/dataset/workspace.ts';
import { rules } from '../../server/rules/index.ts';
import { makeWorkspace, ROOT } from '../support/fixture.ts';

const [A, B, C, MANIFEST] = ['a', 'b', 'c', 'initiatives'].map((name) => `${ROOT}/${name}.yaml`) as [
  string,
  string,
  string,
  string,
];
const person = (id: string, more = '') => `kind: person\nid: ${id}\n${more}`;
const two = (more = '') => `${person('one')}---\n${person('two', more)}`;

/** A workspace without files, and the ids of those that it has checked since that was last asked. */
function watched(): { workspace: Workspace; takeChecked: () => string[] } {
  const checked: string[] = [];
  const rule: Rule = {
    name: 'watching',
    severity: 'hint',
    title: '',
    docs: { what: '', why: '', fix: '' },
    examples: { wrong: [], right: [] },
    check({ record }) {
      checked.push(record?.id ?? '?');
      return [];
    },
  };
  return { workspace: makeWorkspace({}, [rule]), takeChecked: () => checked.splice(0) };
}

describe('a file', () => {
  it('has no documents where nobody has given it, and no problems before it has been checked', () => {
    const workspace = makeWorkspace({}, rules);
    expect([workspace.documentsOf(A), workspace.isPending(A), workspace.problemsOf(A)]).toEqual([[], false, []]);
    workspace.apply([{ uri: A, text: person('a', 'nam: A\n') }]);
    expect(workspace.problemsOf(A)).toEqual([]);
    workspace.check();
    expect(workspace.problemsOf(A).map(({ rule }) => rule)).toEqual(['schema']);
  });

  it('waits as long as one of its documents does', () => {
    const { workspace } = watched();
    const state = () => [workspace.isPending(A), workspace.isChecked(A)];
    workspace.apply([{ uri: A, text: two() }]);
    expect(state()).toEqual([true, false]);
    workspace.checkFiles([A]);
    expect(state()).toEqual([false, true]);
    workspace.apply([{ uri: A, text: two('name: Two\n') }]);
    expect(state()).toEqual([true, false]);
  });

  it('has its problems where they stand after the text above them has grown', () => {
    const workspace = makeWorkspace({ 'a.yaml': two('nam: Two\n') }, rules);
    const text = two('nam: Two\n').replace('id: one\n', 'id: one\nname: The first of two\n');
    workspace.apply([{ uri: A, text }]);
    workspace.check();
    const marked = workspace
      .problemsOf(A)
      .map(({ document, span }) => text.slice(document.start + span.start, document.start + span.end));
    expect(marked).toEqual(['nam']);
  });
});

describe('checking', () => {
  it('takes all documents of a file, each once', () => {
    const { workspace, takeChecked } = watched();
    workspace.apply([{ uri: A, text: two() }]);
    expect([workspace.checkFiles([A]), takeChecked()]).toEqual([true, ['one', 'two']]);
    workspace.apply([{ uri: A, text: two('name: Two\n') }]);
    expect([workspace.checkFiles([A]), takeChecked()]).toEqual([true, ['two']]);
    expect([workspace.checkFiles([A]), takeChecked()]).toEqual([true, []]);
  });

  it('goes on to the rest after the files that come first', () => {
    const { workspace, takeChecked } = watched();
    workspace.apply([A, B, C].map((uri, i) => ({ uri, text: person(`p-${i}`) })));
    expect([workspace.check([C, B]), takeChecked()]).toEqual([true, ['p-2', 'p-1', 'p-0']]);
  });

  it('stops after each document where it is told to, the files that come first or not', () => {
    const { workspace, takeChecked } = watched();
    workspace.apply([
      { uri: A, text: two() },
      { uri: B, text: person('b') },
    ]);
    const steps = [[], [], []].map((first) => [workspace.check(first, () => true), takeChecked()]);
    expect(steps).toEqual([
      [false, ['one']],
      [false, ['two']],
      [true, ['b']],
    ]);
  });

  it('of one file leaves alone what has just been written in another', () => {
    const { workspace, takeChecked } = watched();
    workspace.apply([
      { uri: A, text: person('a') },
      { uri: B, text: person('b') },
    ]);
    workspace.check();
    workspace.apply([{ uri: A, text: person('a', 'name: A\n') }]);
    takeChecked();
    expect([workspace.checkFiles([B]), takeChecked(), workspace.isPending(A)]).toEqual([true, [], true]);
  });

  it('begins with what was written last, though a file without a change to it has come since', () => {
    const { workspace, takeChecked } = watched();
    workspace.apply([{ uri: A, text: two() }]);
    workspace.apply([{ uri: A, text: two('name: Two\n') }]);
    workspace.apply([{ uri: B, text: person('b') }]);
    expect([workspace.checkFiles([B, A], () => true), takeChecked()]).toEqual([false, ['two']]);
  });

  it('is not over while texts wait to be let in', () => {
    const { workspace, takeChecked } = watched();
    workspace.expect([{ uri: A, text: two() }]);
    expect([workspace.check([], () => true), takeChecked()]).toEqual([false, []]);
    expect([workspace.check(), takeChecked()]).toEqual([true, ['one', 'two']]);
  });
});

describe('a manifest', () => {
  it('takes no files out while its text is broken', () => {
    const { workspace } = watched();
    const included = (text: string) => {
      workspace.apply([{ uri: MANIFEST, text }]);
      return [A, B].map((uri) => workspace.includes(uri));
    };
    expect(included('records: b.yaml\n')).toEqual([false, true]);
    expect(included('records: b.yaml\nrules: [\n')).toEqual([true, true]);
    expect(included('records: b.yaml\nrules: {}\n')).toEqual([false, true]);
  });
});
