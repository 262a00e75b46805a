/** More of one thing than a call takes arguments: what is made of each goes into lists one by one. */
import { describe, expect, it } from 'vitest';
import { replaceProse } from '../../server/dataset/editing/edits.ts';
import { formatYaml } from '../../server/dataset/formatting/format.ts';
import { YamlDocument } from '../../server/dataset/yaml/yaml.ts';
import { codeBlock } from '../../server/features/markdown.ts';
import { rules } from '../../server/rules/index.ts';
import { renameRecord } from '../../server/rules/support/renaming/record.ts';
import { makeWorkspace, ROOT } from '../support/fixture.ts';

/** V8 takes some 120,000 in its ordinary stack. */
const MANY = 130_000;
const HEAD = 'kind: person\nid: a\nname: A\n';

describe(`${MANY} of one thing`, () => {
  it('are names of a record among which one is looked for', () => {
    const names = Array.from({ length: MANY }, (_, i) => `- n${i}\n`).join('');
    const text = `${HEAD}aliases:\n${names}---\nkind: proposal\nid: x\ntitle: X\nparties: [{ person: nobody-at-all }]\n`;
    const found = makeWorkspace({ 'a.yaml': text }, rules).problemsOf(`${ROOT}/a.yaml`);
    expect(found.map(({ rule }) => rule)).toContain('unknown-reference');
  });

  it('are references to a record that gets another id', () => {
    const text = `${HEAD}---\nkind: proposal\nid: x\ntitle: X\nparties:\n${'- person: a\n'.repeat(MANY)}`;
    const { dataset } = makeWorkspace({ 'a.yaml': text }, []);
    expect(renameRecord(dataset, dataset.find('person', 'a')!, 'b')).toHaveLength(MANY + 2);
  });

  it('are lines of a text that is written anew', () => {
    const text = `note: |\n${'  a\n'.repeat(MANY)}`;
    const { value } = new YamlDocument(text).place(['note'])!;
    expect(replaceProse(text, value!, 'b').text).toBe('|\n  b');
  });

  it('are lines of a text in the wrong column', () => {
    const yaml = new YamlDocument(`a:\n     b: |\n${`${' '.repeat(9)}a\n`.repeat(MANY)}`);
    expect(formatYaml(yaml).length).toBeGreaterThan(MANY);
  });

  it('are marks of code in a text that is shown as code', () => {
    expect(codeBlock('` '.repeat(MANY), 'yaml').startsWith('```yaml\n')).toBe(true);
  });

  it('are versions that a merge has left', () => {
    const { errors } = new YamlDocument(`a: 1\n${'<<<<<<<\n=======\n>>>>>>>\n'.repeat(MANY)}`);
    expect(errors).toHaveLength(MANY);
  });
});
