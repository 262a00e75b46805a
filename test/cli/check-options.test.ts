/** The options of `check` that say how bad a problem is, and how many warnings are too many. */
import { describe, expect, it } from 'vitest';
import type { Row } from '../../server/cli/reports/results.ts';
import { makeFolder } from '../sources/folder.ts';
import { run, useCli } from './support.ts';

useCli();

/** A record with one problem of the rule `unknown-reference`. */
const lost = (id: string) => `kind: person\nid: ${id}\nname: P\noffices: [{ title: President, state: KAX }]\n`;
const manifest = (level: string) => `dataset: D\nrules: { unknown-reference: ${level} }\n`;

async function severities(args: readonly string[], files: Readonly<Record<string, string>>) {
  const { code, stdout, stderr } = await run(['check', '--format', 'json', ...args], { cwd: makeFolder(files) });
  expect(stderr).toBe('');
  return [code, ...(JSON.parse(stdout) as Row[]).map(({ severity }) => severity)];
}

describe('--rule', () => {
  it('sets the severity of a rule, before the manifest and the rule itself', async () => {
    const files = { 'a.yaml': lost('a') };
    const strict = { ...files, 'initiatives.yaml': manifest('error') };
    const silent = { ...files, 'initiatives.yaml': manifest('off') };
    expect(await severities([], files)).toEqual([1, 'error']);
    expect(await severities(['--rule', 'unknown-reference=hint'], files)).toEqual([0, 'hint']);
    expect(await severities(['--rule', 'unknown-reference=warning'], strict)).toEqual([0, 'warning']);
    expect(await severities(['--rule', 'unknown-reference=off'], strict)).toEqual([0]);
    expect(await severities(['--rule=unknown-reference=error'], silent)).toEqual([1, 'error']);
  });

  it('may be given for several rules; of two for one rule the last counts', async () => {
    const files = { 'a.yaml': lost('a'), 'b.yaml': lost('a') };
    const args = ['unknown-reference=off', 'duplicate-id=info', 'id-file-mismatch=off', 'unknown-reference=warning'];
    const given = args.flatMap((arg) => ['--rule', arg]);
    expect(await severities(given, files)).toEqual([0, 'info', 'warning', 'info', 'warning']);
  });

  it('leaves other rules as the manifest has them', async () => {
    const files = { 'a.yaml': lost('a'), 'initiatives.yaml': manifest('warning') };
    expect(await severities(['--rule', 'duplicate-id=off'], files)).toEqual([0, 'warning']);
  });

  it.each([
    ['unknown-referense=off', /There is no rule `unknown-referense`\. Did you mean `unknown-reference`/],
    ['unknown_reference=off', /Did you mean `unknown-reference`/],
    ['zzzzzzzz=off', /There is no rule `zzzzzzzz`\.(?! Did)/],
    ['constructor=off', /There is no rule `constructor`\./],
    ['uncited=warn', /There is no severity `warn`: write `error`, `warning`, `info`, `hint` or `off`\./],
    ['uncited=toString', /There is no severity `toString`/],
    ['uncited=', /There is no severity/],
    ['uncited', /Write it as uncited=off/],
    ['=off', /Write it as uncited=off/],
  ])('is misused by %s', async (arg, message) => {
    const { code, stdout, stderr } = await run(['check', '--rule', arg], { cwd: makeFolder({ 'a.yaml': lost('a') }) });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
  });
});

describe('--max-warnings', () => {
  const files = { 'a.yaml': lost('a'), 'b.yaml': lost('b'), 'initiatives.yaml': manifest('warning') };

  it.each([
    ['2', [], 0, ''],
    ['9', [], 0, ''],
    ['1', [], 1, 'There are 2 warnings, and --max-warnings allows no more than 1.\n'],
    ['0', [], 1, 'There are 2 warnings, and --max-warnings allows none.\n'],
    ['0', ['a.yaml'], 1, 'There is 1 warning, and --max-warnings allows none.\n'],
    ['1', ['b.yaml'], 0, ''],
  ])('of %s, with %j named, ends with %i', async (most, named, code, stderr) => {
    expect(await run(['check', '--max-warnings', most, ...named], { cwd: makeFolder(files) })).toMatchObject({
      code,
      stderr,
    });
  });

  it('counts warnings that are not shown, too', async () => {
    expect(await run(['check', '--max-warnings', '0', '--quiet'], { cwd: makeFolder(files) })).toEqual({
      code: 1,
      stdout: 'No errors in 3 files.\n',
      stderr: 'There are 2 warnings, and --max-warnings allows none.\n',
    });
  });

  it('counts no errors, notes and hints', async () => {
    for (const [level, code] of [
      ['error', 1],
      ['info', 0],
      ['hint', 0],
    ] as const) {
      const cwd = makeFolder({ 'a.yaml': lost('a'), 'initiatives.yaml': manifest(level) });
      expect(await run(['check', '--max-warnings', '0'], { cwd })).toMatchObject({ code, stderr: '' });
    }
  });

  it.each(['-1', '1.5', 'many', '', '1e3'])('is misused by %j', async (most) => {
    const { code, stderr } = await run(['check', `--max-warnings=${most}`], { cwd: makeFolder() });
    expect(code).toBe(2);
    expect(stderr).toMatch(/a whole number, 0 or more/);
  });
});
