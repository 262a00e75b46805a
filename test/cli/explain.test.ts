/** `explain`: rules, kinds and fields in the words of their own declarations, each rule and kind without a process of its own. */
import { Command } from 'commander';
import { describe, expect, it, vi } from 'vitest';
import { explainCommand } from '../../server/cli/explain.ts';
import { kinds } from '../../server/dataset/schema.ts';
import { rules } from '../../server/rules/index.ts';
import { run, useCli } from './support.ts';

useCli();

const explain = (args: readonly string[], env: Record<string, string> = {}) => run(['explain', ...args], { env });

/** What the same command ends with and writes within this process: a hundred times faster. */
async function explainHere(name: string): Promise<{ code: number | undefined; stdout: string }> {
  const program = new Command();
  let code: number | undefined;
  explainCommand(program, (ended) => {
    code = ended;
  });
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  try {
    await program.parseAsync(['explain', name], { from: 'user' });
    return { code, stdout: write.mock.calls.map(([chunk]) => String(chunk)).join('') };
  } finally {
    write.mockRestore();
  }
}

/** A text in which it does not matter where lines break. */
const flat = (text: string) => text.replace(/\s+/g, ' ');

describe('explain', () => {
  it('tells all there is to say of a rule', async () => {
    const { code, stdout, stderr } = await explain(['bad-date']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const rule = rules.find(({ name }) => name === 'bad-date')!;
    for (const text of [rule.title, rule.docs.what, rule.docs.why, rule.docs.fix]) expect(flat(stdout)).toContain(text);
    expect(stdout).toMatch(/^bad-date {2}error\n/);
    expect(stdout).toContain('from: 2025-8-1 }\n    #                                         ^^^^^^^^\n');
    expect(stdout).toContain('`2025-8-1` is not an EDTF date: write `2025-08-01`.');
    expect(stdout).toContain('Certain fix: Write 2025-08-01');
    expect(stdout).toContain('  - { rule: bad-date, reason:');
    expect(stdout).toContain('  bad-date: off\n');
    expect(stdout).toContain('--rule bad-date=off\n');
  });

  it('breaks lines where people can still read them, and colours nothing that goes into a file', async () => {
    const { stdout } = await explain(['schema']);
    const prose = stdout.split('\n').filter((line) => !line.startsWith('    '));
    expect(Math.max(...prose.map((line) => line.length))).toBeLessThanOrEqual(100);
    expect(stdout).not.toContain('\u001b');
  });

  it('colours when told to, and then needs no backticks', async () => {
    const { stdout } = await explain(['bad-date'], { FORCE_COLOR: '1' });
    expect(stdout).toContain('\u001b[36m2025-8-1\u001b[39m');
  });

  it('lists every rule without a name, a line each with its severity', async () => {
    const { code, stdout } = await explain([]);
    expect(code).toBe(0);
    const lines = stdout.trimEnd().split('\n');
    expect(lines.map((line) => line.split(/\s+/).slice(0, 2))).toEqual(
      rules.map(({ name, severity }) => [name, severity]),
    );
  });

  it('gives all rules as data', async () => {
    const { stdout } = await explain(['--format', 'json']);
    const list: { name: string; severity: string; what: string }[] = JSON.parse(stdout);
    expect(list.map(({ name }) => name)).toEqual(rules.map(({ name }) => name));
    expect(list.every(({ severity, what }) => severity && what)).toBe(true);
  });

  it('gives one rule as data, with its examples and what it says of them', async () => {
    const { stdout } = await explain(['bad-date', '--format', 'json']);
    const { name, examples } = JSON.parse(stdout);
    expect(name).toBe('bad-date');
    const [first] = examples.wrong;
    const [{ text, marks }] = first.files;
    expect(text.slice(marks[0].start, marks[0].end)).toBe('2025-8-1');
    expect(first.says[0].fixes).toEqual([{ title: 'Write 2025-08-01', certain: true }]);
  });

  it('gives Markdown', async () => {
    const one = await explain(['bad-date', '--format', 'markdown']);
    expect(one.stdout).toMatch(/^## bad-date\n/);
    expect(one.stdout).toContain('```yaml\nrules:\n  bad-date: off\n```');
    const all = await explain(['--format', 'markdown']);
    expect(all.stdout.trimEnd().split('\n')).toHaveLength(rules.length + 2);
  });

  it.each([rules[0]!.name, rules.at(-1)!.name, kinds[0]!, kinds.at(-1)!])(
    'says of %s as a process what it says without one',
    async (name) => {
      const { code, stdout } = await explain([name]);
      expect({ code, stdout }).toEqual(await explainHere(name));
    },
  );

  it.each(rules.map(({ name, severity }) => [name, severity] as const))('knows %s', async (name, severity) => {
    const { code, stdout } = await explainHere(name);
    expect(code).toBe(0);
    expect(stdout.split('\n')[0]).toBe(`${name}  ${severity}`);
    expect(stdout).toContain('What to do\n');
  });

  it.each(kinds)('explains the kind %s with all its fields', async (kind) => {
    const { code, stdout } = await explainHere(kind);
    expect(code).toBe(0);
    expect(stdout).toContain('  id (required): text\n');
    expect(stdout).toContain('  citations: list of');
  });

  it.each([
    ['summit.place', 'place: { city?'],
    ['summit.participants.0.role', 'role: member | observer'],
    ['proposal.parties.role', 'Puts it forward.'],
    ['manifest.rules', 'rules: { name: error | warning'],
    ['summit.date', '2025-10-07'],
  ])('explains the field %s', async (path, text) => {
    const { code, stdout } = await explain([path]);
    expect(code).toBe(0);
    expect(stdout).toContain(text);
    for (const format of ['json', 'markdown']) expect((await explain([path, '--format', format])).code).toBe(0);
  });

  it.each([
    ['bad-dat', 'Did you mean bad-date?'],
    ['sumit', 'Did you mean summit?'],
    ['summit.plac', 'Did you mean place?'],
    ['summit.place.xyzzy', 'It has city, state, venue, name_at_the_time.'],
    ['summit.host.x', 'has no fields'],
    ['xyzzy', 'Without a name'],
    ['__proto__', 'There is no rule or kind __proto__.'],
    ['', 'There is no rule or kind'],
  ])('ends with 2 on %s, and says what there is', async (name, sentence) => {
    const { code, stdout, stderr } = await explain([name]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(sentence);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });
});
