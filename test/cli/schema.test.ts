/** `schema` as a process: what it prints is a JSON Schema that other people's validators and editors understand. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { kinds } from '../../server/dataset/schema.ts';
import { makeFolder } from '../sources/folder.ts';
import { run, useCli } from './support.ts';

useCli();

const EURASIA = join(import.meta.dirname, '../../samples/eurasia');

const schema = (args: readonly string[], cwd?: string) => run(['schema', ...args], cwd === undefined ? {} : { cwd });

/** A validator by somebody else, told nothing of our keywords. */
function compiled(text: string): ValidateFunction {
  return new Ajv2020({ strict: false, logger: false, allErrors: true }).compile(JSON.parse(text));
}

/** The records of the sample dataset, by file. */
function records(): { name: string; value: { kind: string } }[] {
  const files = readdirSync(EURASIA, { recursive: true, encoding: 'utf8' });
  return files
    .filter((name) => name.endsWith('.yaml') && name !== 'initiatives.yaml')
    .map((name) => ({ name, value: parse(readFileSync(join(EURASIA, name), 'utf8')) }));
}

describe('schema', () => {
  it.each(kinds)('%s is one JSON Schema, which every record of the sample fits', async (kind) => {
    const { code, stdout, stderr } = await schema([kind]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const validate = compiled(stdout);
    const wrong = records().filter(({ value }) => value.kind === kind && !validate(value));
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  it.each(kinds)('%s refers to nothing outside itself, and holds nothing that it does not need', async (kind) => {
    const { stdout } = await schema([kind]);
    const used = [...stdout.matchAll(/"\$ref": "([^"]*)"/g)].map(([, target]) => target!);
    const defined = Object.keys(JSON.parse(stdout).$defs).map((name) => `#/$defs/${name}`);
    expect([...new Set(used)].sort()).toEqual(defined.sort());
  });

  it('manifest describes initiatives.yaml', async () => {
    const validate = compiled((await schema(['manifest'])).stdout);
    expect(validate({ dataset: 'Talks', rules: { uncited: 'off' } })).toBe(true);
    expect(validate({ dataset: 'Talks', rules: { uncited: 'loud' } })).toBe(false);
    expect(validate({ datasett: 'Talks' })).toBe(false);
  });

  it('--all is one for every kind, and blames a record by its own kind alone', async () => {
    const validate = compiled((await schema(['--all'])).stdout);
    expect(records().filter(({ value }) => !validate(value))).toEqual([]);
    const summit = { kind: 'summit', id: 'a', name: 'A', organization: 'ots', status: 'helt', date: '2025' };
    expect(validate(summit)).toBe(false);
    const { errors } = validate;
    expect(errors?.filter(({ keyword }) => keyword === 'enum').map(({ instancePath }) => instancePath)).toEqual([
      '/status',
    ]);
    expect(validate({ kind: 'treaty', id: 'a' })).toBe(false);
    expect(validate({ id: 'a' })).toBe(false);
  });

  it.each([
    ['what is missing', { kind: 'person', id: 'a' }],
    ['a property that there is not', { kind: 'person', id: 'a', name: 'A', nmae: 'A' }],
    ['an id in capitals', { kind: 'person', id: 'Sadyr', name: 'A' }],
    ['a map with a property too many', { kind: 'person', id: 'a', name: 'A', offices: [{ title: 'P', stat: 'KGZ' }] }],
    ['a text where a list belongs', { kind: 'person', id: 'a', name: 'A', offices: 'President' }],
  ])('finds %s', async (_, record) => {
    expect(compiled((await schema(['person'])).stdout)(record)).toBe(false);
  });

  it('without a kind lists what there is, a line each', async () => {
    const { code, stdout } = await schema([]);
    expect(code).toBe(0);
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => line.split(' ')[0]),
    ).toEqual([...kinds, 'manifest']);
  });

  it('writes to a file, and over one only when told to', async () => {
    const folder = makeFolder({});
    expect(await schema(['summit', '-o', 'summit.json'], folder)).toEqual({ code: 0, stdout: '', stderr: '' });
    const first = readFileSync(join(folder, 'summit.json'), 'utf8');
    expect(JSON.parse(first).title).toBe('Summit');
    writeFileSync(join(folder, 'summit.json'), 'mine');
    const again = await schema(['summit', '-o', 'summit.json'], folder);
    expect(again.code).toBe(2);
    expect(again.stderr).toContain('--force');
    expect(readFileSync(join(folder, 'summit.json'), 'utf8')).toBe('mine');
    expect((await schema(['summit', '-o', 'summit.json', '--force'], folder)).code).toBe(0);
    expect(readFileSync(join(folder, 'summit.json'), 'utf8')).toBe(first);
  });

  it.each([
    ['a kind that there is not', ['sumit'], /no kind sumit; there are summit/],
    ['a kind beside --all', ['summit', '--all'], /--all/],
    ['a file without a kind', ['-o', 'x.json'], /which kind/],
    ['a folder in place of a file', ['summit', '-o', 'sub'], /folder/],
    ['a folder that there is not', ['summit', '-o', 'none/x.json'], /no folder/],
    ['an option that there is not', ['summit', '--al'], /--all/],
    ['a word from every object', ['constructor'], /no kind constructor/],
  ])('ends with 2 on %s, and writes nothing', async (_, args, sentence) => {
    const folder = makeFolder({});
    mkdirSync(join(folder, 'sub'));
    const { code, stdout, stderr } = await schema(args, folder);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(sentence);
    expect(readdirSync(folder)).toEqual(['sub']);
  });
});
