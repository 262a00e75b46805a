/** Documents that do not say yet what they are, and records that lack most of what they need. */
import { describe, expect, test } from 'vitest';
import { kinds } from '../../../server/dataset/schema.ts';
import { shapeErrors } from '../../../server/dataset/shape.ts';
import { parseYaml } from '../../../server/dataset/yaml/yaml.ts';
import { rules } from '../../../server/rules/index.ts';
import { makeWorkspace, ROOT } from '../../support/fixture.ts';
import { ask, askIn, expectShown, expectSound } from './support.ts';

const offered = ['kind', ...kinds];

describe('an empty document', () => {
  test.each([
    ['an empty file', '$0'],
    ['below a comment', '# Notes\n$0'],
    ['below ---', '---\n$0'],
    ['below a record and ---', 'kind: summit\nid: x\n---\n$0'],
    ['between two records', 'kind: summit\nid: x\n---\n$0\n---\nkind: state\n'],
    ['below a record that is broken', 'kind: summit\nname: "x\n---\n$0\n'],
    ['below ...', 'kind: summit\nid: x\n...\n$0'],
    ['above ---', '$0\n---\nkind: summit\n'],
    ['after a byte order mark', '\uFEFF$0'],
  ])('can become any record: %s', (_, text) => {
    for (const eol of ['\n', '\r\n']) {
      const asked = ask(text, { convert: (marked) => marked.replaceAll('\n', eol) });
      expect([...asked.labels].sort()).toEqual([...offered].sort());
      expectSound(asked);
    }
  });
  test.each(kinds)('becomes a whole %s', (kind) => {
    const asked = ask('$0', { file: 'untitled file.yaml' });
    const { value, errors } = parseYaml(asked.choose(kind))[0]!.document;
    expect(errors).toEqual([]);
    expect(shapeErrors(kind, value)).toEqual([]);
    const second = ask('kind: summit\nid: x\n---\n$0').choose(kind);
    expect(shapeErrors(kind, parseYaml(second)[1]!.document.value)).toEqual([]);
  });
  test.each(['---', '...'])('has another id than the record above %s', (marker) => {
    const { choose } = ask(`kind: summit\nid: a\n${marker}\n$0`, { file: 'a.yaml' });
    expect(parseYaml(choose('summit'))[1]!.document.value).not.toMatchObject({ id: 'a' });
  });
  test('takes its id from the file, and its kind from the folder', () => {
    const asked = ask('$0', { file: 'summits/ots-summit-2026.yaml' });
    expect(asked.labels[1]).toBe('summit');
    expect(asked.item('summit').preselect).toBe(true);
    expect(asked.choose('summit')).toContain('\nid: ots-summit-2026\n');
    expect(ask('$0', { file: 'states/kazakhstan.yaml' }).choose('state')).toContain('\nid: KAZ\n');
  });
  test('keeps the line ends of its file', () => {
    const text = ask('# x\r\n$0').choose('summit');
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
  });
  test('from the first letters of a kind, or of the word itself', () => {
    expect(ask('sum$0').choose('summit')).toMatch(/^kind: summit\nid: /);
    expectShown(ask('sum$0'), 'summit');
    expectShown(ask('kind$0'), 'summit');
    expect(ask('ki$0').choose('kind')).toBe('kind: ');
    expect(ask('ki$0').item('kind').retrigger).toBe(true);
  });
});

describe('a document without a kind', () => {
  test('can have one, and what else is required', () => {
    const asked = ask('id: x\nname: y\n$0');
    expect([...asked.labels].sort()).toEqual([...offered].sort());
    expect(asked.choose('state')).toBe('id: x\nname: y\nkind: state');
  });
  test('has no properties besides, and no values', () => {
    expect(ask('id: x\nhost: $0\n').labels).toEqual([]);
    expect(ask('place:\n  $0\n').labels).toEqual([]);
    expect(ask('kind: sumit\n$0').labels).toEqual([]);
  });
});

describe('YAML that is no record', () => {
  test('is not offered to become one', () => {
    expect(ask('services:\n  web: {}\n$0\n').labels).toEqual([]);
    expect(ask('name: build\non: push\n$0\n').labels).toEqual([]);
  });
});

describe('a record that lacks most of what it needs', () => {
  test('gets it in one go', () => {
    const text = ask('kind: proposal\nid: x\n$0\nnote: y\n').choose('all that is required');
    expect(shapeErrors('proposal', parseYaml(text)[0]!.document.value)).toEqual([]);
  });
  test('is not offered that where one property is missing', () => {
    expect(ask('kind: person\nid: x\n$0').labels).not.toContain('all that is required');
  });
});

describe('the manifest', () => {
  test('has the names of all rules', () => {
    const workspace = makeWorkspace({ 'initiatives.yaml': 'rules:\n  bad-date: off\n  \n' }, rules);
    const { labels, choose } = askIn(workspace, `${ROOT}/initiatives.yaml`, 'rules:\n  bad-date: off\n  '.length);
    expect(labels).toEqual(rules.map(({ name }) => name).filter((name) => name !== 'bad-date'));
    expect(choose('schema')).toBe('rules:\n  bad-date: off\n  schema: \n');
    const text = 'kind: summit\nexceptions:\n  - rule: ';
    expect(askIn(makeWorkspace({ 'a.yaml': text }, rules), `${ROOT}/a.yaml`, text.length).labels).toContain('bad-date');
  });
  test.each([
    ['rules:\n  ', 'rules:\n  schema: '],
    ['rules:\n  sc', 'rules:\n  schema: '],
    ['rules: ', 'rules:\n  schema: '],
    ['rules:', 'rules:\n  schema: '],
    ['{ rules: ', '{ rules: { schema:  }'],
  ])('has them for the first entry as well: %j', (text, after) => {
    const workspace = makeWorkspace({ 'initiatives.yaml': text }, rules);
    const { labels, choose } = askIn(workspace, `${ROOT}/initiatives.yaml`, text.length);
    expect(labels).toEqual(rules.map(({ name }) => name));
    expect(choose('schema')).toBe(after);
  });
  test('has properties and values of its own', () => {
    const file = 'initiatives.yaml';
    expect(ask('$0', { file }).labels).toEqual(['dataset', 'description', 'license', 'records', 'rules', 'today']);
    expect(ask('dataset: x\nre$0', { file }).choose('records')).toBe('dataset: x\nrecords: ');
    expect(ask('today: $0\n', { file }).labels).toContain('2025-10-31');
    expect(ask('rules:\n  uncited: $0\n', { file }).labels).toEqual(['error', 'warning', 'info', 'hint', 'off']);
    expect(ask('records: $0\n', { file }).choose('**/*.{yaml,yml}')).toBe('records: "**/*.{yaml,yml}"\n');
    expect(ask('records: $0\n', { file }).choose('summits/**/*.yaml')).toBe('records:\n  - summits/**/*.yaml\n');
    expect(ask('kind: $0\n', { file }).labels).toEqual([]);
    expect(ask('kind: summit\n$0', { file: 'folder/initiatives.yaml' }).labels).toContain('name');
  });
});
