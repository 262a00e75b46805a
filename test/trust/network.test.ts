/** No command of the command line looks anything up elsewhere, whatever the samples say: each runs under watch. */
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { Assistant } from '../cli/mcp/client.ts';
import { cliCommand, run, useCli } from '../cli/support.ts';
import { makeFolder } from '../sources/folder.ts';
import { Spy } from './spied.ts';

useCli();

const SAMPLE = fileURLToPath(new URL('../../samples/eurasia', import.meta.url));

/** Each command as it does most, over a copy of the sample. */
const COMMANDS: readonly (readonly string[])[] = [
  ['check', '--format', 'sarif'],
  ['format', '--sort-keys'],
  ...['timelinejs', 'json-ld'].map((format) => [...['export', '--format', format, '--output', `../out-${format}`]]),
  ['timeline', '--output', '../timeline.html'],
  ['timeline', '--output', '../timeline.svg'],
  ['stats'],
  ['init', '../another', '--quiet'],
  ['new', 'person', '--help'],
  ['explain', 'bad-date'],
  ['schema', '--all'],
  ['mcp', '--help'],
  ['lsp', '--help'],
];

describe('the command line', () => {
  it('has no command that is not watched here', async () => {
    const { stdout } = await run(['--help']);
    const listed = [...stdout.matchAll(/^ {2}([a-z]+)(?: \[options\])?(?: [<[].*)? {2,}\S/gm)].map(([, name]) => name);
    expect(listed.length).toBeGreaterThanOrEqual(10);
    expect([...new Set(COMMANDS.map(([name]) => name))].sort()).toEqual(listed.sort());
  });

  it.each(COMMANDS.map((args) => [args.join(' '), args] as const))(
    'reaches for no network, starts nothing, and makes no text code: %s',
    async (_, args) => {
      const cwd = join(makeFolder({ 'data/x': '' }), 'data');
      cpSync(SAMPLE, cwd, { recursive: true });
      const spy = new Spy();
      const { code, stderr } = await run(args, { cwd, env: spy.env });
      expect([code, code === 0 ? '' : stderr]).toEqual([0, '']);
      expect(spy.of('module').length, 'it was watched').toBeGreaterThan(0);
      expect(spy.deeds.filter(([what]) => !['file', 'module'].includes(what))).toEqual([]);
    },
  );
});

it('an assistant that uses every tool has nothing reached for, started or made code of', async () => {
  const spy = new Spy();
  const assistant = await Assistant.start([SAMPLE], { env: spy.env });
  const inputs = { id: 'ots-summit-2025-gabala', organization: 'ots', yaml: 'kind: person\nname: A Person\n' };
  for (const { name, inputSchema } of (await assistant.client.listTools()).tools) {
    const asked = (inputSchema.required ?? []).map((one) => [one, inputs[one as keyof typeof inputs]]);
    expect((await assistant.use(name, Object.fromEntries(asked))).isError, name).toBe(false);
  }
  expect(spy.of('module').length, 'it was watched').toBeGreaterThan(0);
  expect(spy.deeds.filter(([what]) => !['file', 'module'].includes(what))).toEqual([]);
});

/** Whether one can look what a process asks the system for. */
const hasTracer = spawnSync('strace', ['-V']).status === 0;

describe.skipIf(!hasTracer)('the system', () => {
  const CALLS = ['socket', 'connect', 'bind', 'sendto', 'sendmsg', 'execve'];
  /** What Node asks the system for, of what leads out of a process: a line each. */
  function asked(cwd: string, ...args: string[]): string[] {
    const log = join(makeFolder(), 'log');
    const tracing = ['-f', '-qq', '-e', `trace=${CALLS.join(',')}`, '-o', log];
    const { status, stderr } = spawnSync('strace', [...tracing, process.execPath, ...args], { cwd, encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
    return readFileSync(log, 'utf8').match(new RegExp(`\\b(?:${CALLS.join('|')})\\(.*`, 'g')) ?? [];
  }

  it('is asked by a check for no socket, and for no program but Node', () => {
    const [, script] = cliCommand();
    expect(asked(SAMPLE, script!, 'check')).toEqual([expect.stringMatching(/^execve\(".*node"/)]);
  });

  it('is seen to be asked by others', () => {
    const script = 'require("net").connect(9).on("error", () => {}); require("child_process").execFileSync("true")';
    const calls = asked(SAMPLE, '--eval', script).map((call) => /^\w+/.exec(call)![0]);
    expect(calls).toEqual(expect.arrayContaining(['execve', 'socket', 'connect']));
  });
});

/** A way out each, and what is noted of it. */
const WAYS_OUT: readonly (readonly [note: string, code: string])[] = [
  ['network fetch', 'fetch("http://127.0.0.1:9")'],
  ['network WebSocket', 'new WebSocket("ws://127.0.0.1:9")'],
  ['network connect', 'require("http").get("http://127.0.0.1:9")'],
  ['network connect', 'require("tls").connect(9)'],
  ['network lookup', 'require("dns").lookup("a.test", () => {})'],
  ['network resolve', 'require("dns").promises.resolve("a.test")'],
  ['network createSocket', 'require("dgram").createSocket("udp4")'],
  ['network listen', 'require("http").createServer().listen(0)'],
  ['process execSync', 'require("child_process").execSync("true")'],
  ['code runInThisContext', 'require("vm").runInThisContext("1")'],
  ['code Script', 'new (require("vm").Script)("1")'],
  ['worker Worker', 'new (require("worker_threads").Worker)("", { eval: true }).unref()'],
  ['file readFileSync', 'require("fs").readFileSync("/etc/hostname")'],
];

describe('the watch', () => {
  it('notes every way out, and lets no text become code', () => {
    const spy = new Spy();
    const attempts = WAYS_OUT.map(([, code]) => `try { ${code} } catch {}`);
    const script = `${attempts.join('; ')}; import("node:os"); try { new Function("1") } catch ({ name }) { console.log(name) }`;
    const env = { ...process.env, ...spy.env };
    const { stdout } = spawnSync(process.execPath, ['--eval', script], { env, encoding: 'utf8' });
    expect(stdout).toBe('EvalError\n');
    const notes = spy.deeds.map(([what, of]) => `${what} ${of}`);
    const missing = (sought: string) => {
      const place = notes.findIndex((note) => note.startsWith(`${sought} `));
      return place < 0 || notes.splice(place, 1).length === 0;
    };
    expect(WAYS_OUT.filter(([note]) => missing(note))).toEqual([]);
    expect(spy.of('module')).toContain('node:os');
  });
});
