/** YAML's own test suite: each of its texts opened as a document is read as the suite says, or is listed with the reason. */
import { describe, expect, it } from 'vitest';
import { parseYaml } from '../../server/dataset/yaml/yaml.ts';
import { rules } from '../../server/rules/index.ts';
import { makeWorkspace, ROOT } from '../support/fixture.ts';
import { cases } from './cases.ts';
import { OTHER_VALUES, TOLD, UNTOLD } from './disagreements.ts';

const ABOUT_TEXT = ['yaml-syntax', 'duplicate-key'];

/** What is told of the syntax of a text that a manifest says is a record. */
function told(text: string): string[] {
  const files = { 'initiatives.yaml': 'dataset: Suite\nrecords: ["**/*.yaml"]\n', 'case.yaml': text };
  const problems = makeWorkspace(files, rules).problemsOf(`${ROOT}/case.yaml`);
  for (const { span, document } of problems) expect(span.end).toBeLessThanOrEqual(document.yaml.text.length + 1);
  return problems.filter(({ rule }) => ABOUT_TEXT.includes(rule)).map(({ message }) => message);
}

/** The values of the documents that hold anything. */
function valuesOf(text: string): unknown[] {
  const documents = parseYaml(text).map(({ document }) => document);
  return JSON.parse(JSON.stringify(documents.filter(({ root }) => root !== undefined).map(({ value }) => value)));
}

describe.each([
  ['as it is', (text: string) => text],
  ['with CRLF', (text: string) => text.replaceAll(/\r?\n/g, '\r\n')],
])('a text of the suite %s', (_, written) => {
  it.each(cases)('$id is an error where the suite says so: $title', ({ id, yaml, fails }) => {
    const expected = id in UNTOLD ? false : fails || id in TOLD;
    expect(told(written(yaml)).length > 0).toBe(expected);
  });

  it.each(cases.filter(({ values }) => values !== undefined))('$id has the values: $title', ({ id, yaml, values }) => {
    const read = valuesOf(written(yaml));
    if (id in OTHER_VALUES) expect(read).not.toEqual(values);
    else expect(read).toEqual(values);
  });
});

describe('the list of disagreements', () => {
  it('names texts of the suite, each on the side where it belongs', () => {
    const failing = new Map(cases.map(({ id, fails }) => [id, fails]));
    for (const id of Object.keys(TOLD)) expect(failing.get(id), id).toBe(false);
    for (const id of Object.keys(UNTOLD)) expect(failing.get(id), id).toBe(true);
    for (const id of Object.keys(OTHER_VALUES)) expect(failing.get(id), id).toBe(false);
  });
});
