/** The recipes of CONTRIBUTING.md for a field and for a kind, followed to the letter on a copy of the project. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CompletionList } from 'vscode-languageserver-types';
import { ServerSession } from '../support/server.ts';
import { paper, ROOT } from './papers.ts';

/** The whole blocks of JSON within lists, without what they are indented by. */
const blocks = [...paper('CONTRIBUTING.md').text.matchAll(/^ {3}```json\n(.*?)^ {3}```$/gms)].map(([, block]) =>
  block!.replace(/^ {3}/gm, ''),
);
const field = blocks.find((block) => block.startsWith('"'))!;
const kind = blocks.find((block) => block.includes('"$id"'))!;

const SUMMIT =
  'kind: summit\nid: elders\nname: Elders\norganization: ots\nstatus: held\ndate: 2024-10-07\nco_host: TUX\ncitations: [{ source: communique }]\n';
const EXERCISE =
  'kind: exercise\nid: csto-interaction-2025\nname: Interaction 2025\norganization: csto\nhost: KGX\nfollows: csto-interaction-2024\n';
const FILES = { 'elders.yaml': SUMMIT, 'exercises/csto-interaction-2025.yaml': EXERCISE, 'new.yaml': 'kind: \n' };

let copy: string;
let session: ServerSession;

beforeAll(async () => {
  copy = mkdtempSync(join(tmpdir(), 'initiatives-recipes-'));
  for (const part of ['package.json', 'schemas', 'server', 'l10n', 'client'])
    cpSync(join(ROOT, part), join(copy, part), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'), 'junction');

  const summit = join(copy, 'schemas/summit.schema.json');
  const before = '"participants": {';
  writeFileSync(summit, readFileSync(summit, 'utf8').replace(before, `${field.trimEnd()},\n${before}`));
  const { $id } = JSON.parse(kind) as { $id: string };
  writeFileSync(join(copy, 'schemas', $id), kind);
  execFileSync(process.execPath, ['schemas/build/generate.mjs'], { cwd: copy });

  session = await new ServerSession(FILES, undefined, join(copy, 'server/process.ts')).start();
}, 60_000);
afterAll(async () => {
  rmSync(copy, { recursive: true, force: true });
  expect(await session.stop()).toBe(0);
});

async function labelsAt(name: string, text: string): Promise<string[]> {
  await session.open(name, text);
  const lines = text.split('\n');
  const position = { line: lines.length - 1, character: lines.at(-1)!.length };
  const params = { textDocument: { uri: session.uri(name) }, position };
  const list = await session.connection.sendRequest<CompletionList>('textDocument/completion', params);
  return list.items.map(({ label }) => label);
}

describe('a field that is added to a schema', () => {
  it('is known, and its references are checked', async () => {
    const problems = await session.waitFor('elders.yaml', (all) =>
      all.some(({ code }) => code === 'unknown-reference'),
    );
    const messages = problems.map(({ message }) => message);
    expect(messages).toContainEqual(expect.stringContaining('There is no state with the id `TUX`'));
    expect(problems.map(({ code }) => code)).not.toContain('schema');
  });

  it('is completed by any name', async () => {
    expect(await labelsAt('other.yaml', 'kind: summit\nid: other\nco_host: Тур')).toContain('TUR');
  });
});

describe('a kind that is added', () => {
  const name = 'exercises/csto-interaction-2025.yaml';

  it('is validated, and its references are checked, those to its own kind as well', async () => {
    const problems = await session.waitFor(name, (all) => all.length > 1);
    const messages = problems.map(({ message }) => message);
    expect(messages).toContainEqual(expect.stringContaining('There is no state with the id `KGX`'));
    expect(messages).toContainEqual(
      expect.stringContaining('There is no exercise with the id `csto-interaction-2024`'),
    );
    expect(problems.map(({ code }) => code)).not.toContain('schema');
  });

  it('is offered', async () => {
    expect(await labelsAt('new.yaml', 'kind: ')).toContain('exercise');
    expect(await labelsAt('another.yaml', 'kind: exercise\nid: a\nfollows: Inter')).toContain('csto-interaction-2025');
  });
});
