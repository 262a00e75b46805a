/** Files of a dataset that hold no records: who asks for them, and what happens when they come, change and go. */
import { describe, expect, it } from 'vitest';
import { parseEdtf } from '../../../server/dataset/dates/edtf.ts';
import { registry } from '../../../server/dataset/registry.ts';
import type { Rule } from '../../../server/dataset/rule.ts';
import { Workspace } from '../../../server/dataset/workspace.ts';
import { ROOT } from '../../support/fixture.ts';

/** Tells what stands in the file that a source names, and counts how often it is asked. */
function watchful(): { rule: Rule; checks: string[] } {
  const checks: string[] = [];
  const rule: Rule = {
    name: 'watchful',
    severity: 'info',
    title: 'Tells what it reads.',
    docs: { what: '', why: '', fix: '' },
    examples: { wrong: [], right: [] },
    *check(document, reader) {
      checks.push(document.record?.id ?? '');
      const { text } = document.record?.value ?? {};
      if (typeof text !== 'string') return;
      yield { span: document.headSpan, message: (reader.text(text) ?? { text: 'nothing' }).text };
    },
  };
  return { rule, checks };
}

function workspaceWith(files: Readonly<Record<string, string>>) {
  const { rule, checks } = watchful();
  const settings = { rules: {}, today: parseEdtf('2025-10-31')! };
  const workspace = new Workspace({ root: ROOT, registry: registry(), rules: [rule], settings });
  const apply = (name: string, text: string | undefined) => {
    workspace.apply([{ uri: `${ROOT}/${name}`, text }]);
    workspace.check();
  };
  for (const [name, text] of Object.entries(files)) apply(name, text);
  const said = (name: string) => workspace.problemsOf(`${ROOT}/${name}`).map(({ message }) => message);
  return { workspace, checks, apply, said };
}

const source = (path: string, id = 'report') => `kind: source\nid: ${id}\npublisher: P\ntext: "${path}"\n`;

describe('a file without records', () => {
  it('is wanted once, by the first who asks', () => {
    const { workspace, apply } = workspaceWith({
      'a.yaml': source('texts/a b.txt'),
      'b.yaml': source('x/../texts/a b.txt', 'b'),
    });
    expect(workspace.takeWanted()).toEqual([`${ROOT}/texts/a%20b.txt`]);
    expect(workspace.takeWanted()).toEqual([]);
    apply('a.yaml', source('texts/a b.txt', 'other'));
    expect(workspace.takeWanted()).toEqual([]);
    expect(workspace.asksFor(`${ROOT}/texts/a%20b.txt`)).toBe(true);
    expect(workspace.asksFor(`${ROOT}/texts/b.txt`)).toBe(false);
    expect(workspace.asked).toEqual([`${ROOT}/texts/a%20b.txt`]);
  });

  it('has only those checked again who asked for it', () => {
    const { checks, apply, said } = workspaceWith({ 'a.yaml': source('a.txt'), 'b.yaml': source('b.txt', 'b') });
    checks.length = 0;
    apply('a.txt', 'One');
    expect(said('a.yaml')).toEqual(['One']);
    apply('a.txt', 'Two');
    expect(said('a.yaml')).toEqual(['Two']);
    apply('a.txt', 'Two');
    apply('c.txt', 'Three');
    apply('a.txt', undefined);
    expect(said('a.yaml')).toEqual(['nothing']);
    expect(said('b.yaml')).toEqual(['nothing']);
    expect(checks).toEqual(['report', 'report', 'report']);
  });

  it('may be known before anyone asks', () => {
    const { said } = workspaceWith({ 'a.txt': 'One', 'a.yaml': source('a.txt') });
    expect(said('a.yaml')).toEqual(['One']);
  });

  it('is none where the manifest takes it for records', () => {
    const { apply, said } = workspaceWith({
      'a.txt': 'One',
      'a.yaml': source('a.txt'),
      'b.yaml': source('a.yaml', 'b'),
    });
    expect(said('b.yaml')).toEqual(['nothing']);
    apply('initiatives.yaml', 'records: ["*.txt", "*.yaml"]\n');
    expect(said('a.yaml')).toEqual(['nothing']);
    apply('initiatives.yaml', 'records: ["*.yaml"]\n');
    expect(said('a.yaml')).toEqual(['One']);
  });

  it('is never wanted from outside the dataset', () => {
    for (const path of [
      '../a.txt',
      '/etc/passwd',
      'x/../../a.txt',
      'C:/a.txt',
      'file:///etc/passwd',
      '..\\\\a.txt',
      '',
    ]) {
      const { workspace, said } = workspaceWith({ 'a.yaml': source(path) });
      expect(workspace.takeWanted(), path).toEqual([]);
      expect(said('a.yaml')).toEqual(['nothing']);
    }
  });

  it('is not wanted for a file that stands on its own', () => {
    const { rule } = watchful();
    const settings = { rules: {}, today: parseEdtf('2025-10-31')! };
    const workspace = new Workspace({ registry: registry(), rules: [rule], settings });
    workspace.apply([{ uri: `${ROOT}/a.yaml`, text: source('a.txt') }]);
    workspace.check();
    expect(workspace.takeWanted()).toEqual([]);
    expect(workspace.asked).toEqual([]);
  });
});
