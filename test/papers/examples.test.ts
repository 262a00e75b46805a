/** The examples in the README work: its YAML has no problem in the sample, its command line does what it says. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { exitCodes } from '../../server/cli/process/exit-code.ts';
import { exampleBackdrop } from '../../server/dataset/rule.ts';
import { kinds } from '../../server/dataset/schema.ts';
import { rules } from '../../server/rules/index.ts';
import { run, useCli } from '../cli/support.ts';
import { ROOT as DATASET, makeWorkspace } from '../support/fixture.ts';
import { commands, paper, ROOT } from './papers.ts';

const readme = paper('README.md');
const SAMPLE = join(ROOT, 'samples/eurasia');

/** The sample's files by their paths from its root. */
function sample(): Record<string, string> {
  const names = readdirSync(SAMPLE, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'));
  return Object.fromEntries(
    names.map((name) => [name.replaceAll('\\', '/'), readFileSync(join(SAMPLE, name), 'utf8')]),
  );
}

const yaml = readme.blocks.filter(({ language }) => language === 'yaml').map(({ text }) => text);

describe('YAML', () => {
  const record = yaml.find((text) => text.startsWith('kind: '))!;
  const manifest = yaml.find((text) => text.startsWith('dataset: '))!;
  const exceptions = yaml.find((text) => text.startsWith('exceptions:'))!;

  it('of the record has no problem where the sample has the same record', () => {
    const { 'initiatives.yaml': _, ...files } = sample();
    const file = `chairmanships/${/^id: (\S+)/m.exec(record)?.[1]}.yaml`;
    expect(Object.keys(files)).toContain(file);
    const workspace = makeWorkspace({ ...files, [file]: record }, rules);
    expect(workspace.problemsOf(`${DATASET}/${file}`)).toEqual([]);
  });

  it('of the manifest has no problem, and is understood', () => {
    const workspace = makeWorkspace({ 'initiatives.yaml': manifest }, rules);
    expect(workspace.problemsOf(`${DATASET}/initiatives.yaml`)).toEqual([]);
    const { title, records, rules: levels, today } = workspace.manifest;
    expect([title, records, today?.text]).not.toContain(undefined);
    expect(Object.keys(levels).filter((name) => !rules.some((rule) => rule.name === name))).toEqual([]);
    expect(Object.keys(levels)).not.toEqual([]);
  });

  it('of an exception silences the rule it names', () => {
    const cited = 'citations: [{ source: example-report }]\n';
    const summit = `kind: summit\nid: s\nname: S\norganization: ots\nstatus: held\ndate: 2025-10-07\n${cited}`;
    const proposal = `kind: proposal\nid: p\ntitle: P\ntype: position\nparties: [{ state: KAZ }]\ndomains: [energy]\nstatus: proposed\nmade_at: s\ndate: 2025-10-14\n${cited}`;
    const told = (text: string) =>
      makeWorkspace({ ...exampleBackdrop, 's.yaml': summit, 'p.yaml': text }, rules)
        .problemsOf(`${DATASET}/p.yaml`)
        .map(({ rule }) => rule);
    const [, name] = /rule: (\S+)\n/.exec(exceptions)!;
    const before = told(proposal);
    expect(before).toContain(name);
    expect(told(proposal + exceptions)).toEqual(before.filter((rule) => rule !== name));
  });

  it('leaves no block unread', () => {
    expect(yaml.length).toBe(3);
  });
});

it('the README names every kind of record', () => {
  expect(kinds.filter((kind) => !readme.prose.includes(`\`${kind}\``))).toEqual([]);
});

describe('the command line', () => {
  const examples = commands(readme).filter((line) => line.startsWith('node dist/cli.js '));
  useCli();
  // Files that examples write go here, and not into the project.
  const cwd = mkdtempSync(join(tmpdir(), 'initiatives-examples-'));
  afterAll(() => rmSync(cwd, { recursive: true }));

  it('has examples', () => {
    expect(examples.length).toBeGreaterThan(2);
  });

  it.each(examples)('%s', async (line) => {
    const words = wordsOf(line).slice(2);
    const args = words.map((word) => (word.startsWith('samples/') ? join(ROOT, word) : word));
    const { code, stdout } = await run(args, { cwd });
    expect(code).toBe(0);
    if (line.endsWith('--format json')) expect(JSON.parse(stdout)).toEqual([]);
  });

  it('has the exit codes of its own help', () => {
    const rows = [...exitCodes.matchAll(/^ {2}(\d+) +(.+)$/gm)].map(([, code, meaning]) => `| ${code} | ${meaning} |`);
    expect(rows.length).toBe(4);
    for (const row of rows) expect(readme.prose).toContain(`${row}\n`);
  });
});

/** The words of a command; quotes hold one together. */
function wordsOf(line: string): string[] {
  return [...line.matchAll(/'([^']*)'|\S+/g)].map(([word, quoted]) => quoted ?? word);
}
