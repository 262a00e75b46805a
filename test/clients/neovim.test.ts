/** A session of a real Neovim with the language server, as it is started from the command line, on a copy of the sample. */
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cliCommand, useCli } from '../cli/support.ts';

const SCRIPT = fileURLToPath(new URL('neovim.lua', import.meta.url));
const SAMPLE = fileURLToPath(new URL('../../samples/eurasia', import.meta.url));
/** The first version whose Lua the script speaks. */
const OLDEST = [0, 7];

/** Why there can be no session here; nothing where there can. */
function obstacle(): string | undefined {
  const { stdout, error } = spawnSync('nvim', ['--version'], { encoding: 'utf8' });
  if (error) return 'Neovim is not installed';
  const [, major, minor] = /^NVIM v(\d+)\.(\d+)/.exec(stdout) ?? [];
  const isOld = Number(major) === OLDEST[0] && Number(minor) < OLDEST[1]!;
  return isOld ? `Neovim ${major}.${minor} is too old` : undefined;
}

/** What the script tells of each of its steps. */
interface Told {
  readonly error?: string;
  readonly broken: readonly { readonly code: string; readonly text: string }[];
  readonly completion: { readonly label: string; readonly words: string };
  readonly completed: string;
  readonly hover: string;
  readonly definition: { readonly file: string; readonly line: string; readonly column: number };
  readonly references: number;
  readonly renamed: { readonly file: string };
  readonly formatted: readonly string[];
  readonly outside: string;
  readonly errors: number;
}

const without = obstacle();

describe.skipIf(without)(`a session of Neovim${without ? ` (skipped: ${without})` : ''}`, () => {
  useCli();
  let home: string;
  let dataset: string;
  let told: Told;

  const read = (name: string) => readFileSync(join(dataset, name), 'utf8');

  beforeAll(async () => {
    home = realpathSync(mkdtempSync(join(tmpdir(), 'initiatives-neovim-')));
    dataset = join(home, 'dataset');
    cpSync(SAMPLE, dataset, { recursive: true });
    const result = join(home, 'result.json');
    const folders = {
      HOME: home,
      XDG_CONFIG_HOME: home,
      XDG_DATA_HOME: home,
      XDG_STATE_HOME: home,
      XDG_CACHE_HOME: home,
    };
    const task = { SERVER: JSON.stringify([...cliCommand(), 'lsp', '--stdio']), DATASET: dataset, RESULT: result };
    const env = { ...process.env, ...folders, ...task };
    const nvim = spawn('nvim', ['--headless', '--clean', '-u', 'NONE', '-S', SCRIPT], { cwd: dataset, env });
    let said = '';
    for (const stream of [nvim.stdout, nvim.stderr]) stream.on('data', (chunk) => (said += chunk));
    const code = await new Promise((resolve) => nvim.once('close', resolve));
    expect({ code, wrote: existsSync(result), said }).toMatchObject({ code: 0, wrote: true });
    told = JSON.parse(readFileSync(result, 'utf8'));
  }, 120_000);
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  it('comes to its end', () => {
    expect(told.error).toBeUndefined();
  });

  it('shows a broken reference where it stands', () => {
    expect(told.broken).toContainEqual({ code: 'unknown-reference', text: 'AZX' });
  });

  it('completes a reference by a name in another script', () => {
    expect(told.completion).toEqual({ label: 'AZE', words: 'AZE' });
    expect(told.completed).toBe('host: AZE');
  });

  it('shows what a reference stands for', () => {
    expect(told.hover).toContain('Azerbaijan');
  });

  it('goes to a definition, and lists what refers to it', () => {
    expect(told.definition).toEqual({
      file: 'persons/kassym-jomart-tokayev.yaml',
      line: 'id: kassym-jomart-tokayev',
      column: 4,
    });
    const names = readdirSync(SAMPLE, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'));
    const mentions = names.flatMap(
      (name) => readFileSync(join(SAMPLE, name), 'utf8').match(/(?<=: )kassym-jomart-tokayev(?=[,\s}])/g) ?? [],
    );
    expect(told.references).toBe(mentions.length);
  });

  it('renames a record, its file and every reference', () => {
    expect(told.renamed.file).toBe('persons/tokayev.yaml');
    expect(existsSync(join(dataset, 'persons/kassym-jomart-tokayev.yaml'))).toBe(false);
    expect(read('persons/tokayev.yaml')).toMatch(/^id: tokayev$/m);
    expect(read('summits/ots-summit-2025-gabala.yaml')).toContain('person: tokayev');
    expect(told.errors).toBe(0);
  });

  it('takes notice of what changes outside when it saves', () => {
    expect(told.outside).toBe('unknown-reference');
  });

  it('formats a text', () => {
    expect(told.formatted.slice(-3)).toEqual(['offices:', '  - title: President', '    state: KGZ']);
  });
});
