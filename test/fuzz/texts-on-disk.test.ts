/** Folders of files that are hardly YAML, or no text at all: every command ends as its help says, and harms none of them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REPORTS } from '../../server/cli/reports/index.ts';
import { formats } from '../../server/exports/index.ts';
import { run, useCli } from '../cli/support.ts';
import { makeFolder } from '../sources/folder.ts';
import { bytes, editedRecord } from './text-bytes.ts';

useCli();

/** What a command may be told to write to. */
const OUTPUT = 'output';

const reading: fc.Arbitrary<readonly string[]> = fc.oneof(
  fc.constantFrom(...Object.keys(REPORTS)).map((report) => ['check', '.', '--format', report]),
  fc.constantFrom(
    ['format', '.', '--check'],
    ['format', '.', '--diff', '--sort-keys'],
    ['check', '--fix', '--dry-run'],
  ),
  fc.constantFrom(['stats', '.'], ['stats', '.', '--format', 'json']),
  fc.constantFrom('html', 'svg').map((format) => ['timeline', '.', '--format', format, '--output', '-']),
);
const exporting = fc
  .constantFrom(...formats)
  .map(({ name }) => ['export', '.', '--format', name, '--output', join('..', OUTPUT, name), '--force']);
const writing = fc.constantFrom(['format', '.'], ['format', '.', '--sort-keys'], ['check', '.', '--fix']);

const files = fc.array(fc.oneof({ weight: 2, arbitrary: bytes }, { weight: 1, arbitrary: editedRecord }), {
  minLength: 20,
  maxLength: 40,
  size: 'max',
});

function isText(content: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(content);
    return true;
  } catch {
    return false;
  }
}

async function play(contents: readonly (string | Uint8Array)[], commands: readonly (readonly string[])[]) {
  const names = contents.map((_, index) => `data/${index % 3 ? 'records/' : ''}${index}.yaml`);
  const folder = makeFolder({
    [`${OUTPUT}/.keep`]: '',
    ...Object.fromEntries(names.map((name, index) => [name, contents[index]!])),
  });
  const cwd = join(folder, 'data');
  const before = names.map((name) => readFileSync(join(folder, name)));
  const unreadable = names.filter((_, index) => !isText(before[index]!)).map((name) => name.slice('data/'.length));
  for (const command of commands) {
    const { code, stderr } = await run([...command, '--quiet'], { cwd, env: { SECURITY_INITIATIVES_DEBUG: '1' } });
    const said = `${command.join(' ')}: ${code}\n${stderr}`;
    expect(code === 0 || code === 1, said).toBe(true);
    expect(said).not.toMatch(/has a fault|^ {4}at /m);
    // A check tells of them among its results.
    if (command[0] !== 'check') for (const path of unreadable) expect(said).toContain(`${path} `);
  }
  for (const [index, name] of names.entries()) {
    const now = readFileSync(join(folder, name));
    if (!isText(before[index]!))
      expect(now.equals(before[index]!), `${name} is no text, and has been changed`).toBe(true);
    expect(now.length > 0 || before[index]!.length === 0, `${name} has been emptied`).toBe(true);
  }
  expect(readdirSync(cwd, { recursive: true }).length).toBe(names.length + (names.length > 1 ? 1 : 0));
}

describe('the command line in a folder of broken files', () => {
  it('ends as it says, and touches nothing that is no text', async () => {
    const some = fc.tuple(reading, reading, reading, exporting, exporting, writing, writing);
    await fc.assert(fc.asyncProperty(files, some, play), { numRuns: 1, endOnFailure: true });
  }, 120_000);
});
