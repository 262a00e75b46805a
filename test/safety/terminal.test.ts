/** Whatever a dataset or an argument holds, no command makes a terminal or a build do anything but show it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run, useCli } from '../cli/support.ts';

useCli();

/** A link, a colour, a bell, a command of GitHub's on a line of its own, the C1 form of an escape, and a turn of direction. */
const HOSTILE =
  '\u001b]8;;https://example.org\u0007x\u001b[31mred\r\n::stop-commands::x\n::error::y\u009b2J\u202e=1+1 <img src=x> [x](command:quit) | `';
/** What a terminal acts upon; line ends and tabs are ours. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for.
const ACTED_UPON = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;
/** A command of GitHub's, with blanks before it or not, that is none of our annotations. */
const COMMAND = /^\s*::(?!(?:error|warning|notice) file=)/m;

let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hostile-terminal-'));
  const text = JSON.stringify(HOSTILE);
  const files: Readonly<Record<string, string>> = {
    'initiatives.yaml': `dataset: ${text}\ndescription: ${text}\nlicense: ${text}\nrules: { ${text}: error }\n`,
    'meeting.yaml': `kind: summit\nid: ${text}\nname: ${text}\norganization: ${text}\nhost: ${text}\nstatus: ${text}\ndate: ${text}\n${text}: 1\n`,
    'planned.yaml': `kind: summit\nid: planned-2025\nname: ${text}\norganization: own\nstatus: planned\ndate: 2025-10-07\nplace: { city: ${text} }\n`,
    'proposal.yaml': `kind: proposal\nid: p\ntitle: ${text}\ntype: position\nparties: [{ organization: own, role: ${text} }]\ndomains: [${text}]\nstatus: announced\nmade_at: ${text}\nquotes: [{ text: ${text}, source: s }]\n`,
    'source.yaml': `kind: source\nid: s\ntitle: ${text}\npublisher: ${text}\nurl: ${text}\ntext: ${text}\npublished: 2025-01-01\n`,
    'own.yaml': `kind: organization\nid: own\nname: ${text}\nabbreviation: ${text}\ntype: forum\n`,
    'broken.yaml': `kind: person\nid: q\nname: [\u001b[31m\n`,
    [`${HOSTILE.replaceAll('/', '-').slice(0, 60)}.yaml`]: `kind: person\nid: r\nname: ${text}\n`,
  };
  await mkdir(join(folder, 'data'));
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, 'data', name), content);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function saidBy(...args: readonly string[]): Promise<string> {
  const { stdout, stderr } = await run(args, { cwd: folder, env: { NO_COLOR: '1' } });
  expect(stderr).not.toContain('has a fault');
  return stdout + stderr;
}

describe('what people read', () => {
  it.each([
    'check data',
    'check data --format github',
    'check data --fix --dry-run',
    'format data --check',
    'format data --diff',
    'stats data',
    'export data --format markdown --output -',
    'new person --name X --folder data --print',
  ])('%s shows hostile texts', async (line) => {
    const said = await saidBy(...line.split(' '));
    expect(said.match(ACTED_UPON)).toBeNull();
    if (!line.startsWith('export')) expect(said.match(COMMAND)).toBeNull();
  });

  it.each([
    ['check', HOSTILE],
    ['check', '--rule', `${HOSTILE}=off`, 'data'],
    ['check', `--${HOSTILE}`],
    [HOSTILE],
    ['new', HOSTILE],
    ['new', 'person', '--name', HOSTILE, '--id', HOSTILE, '--folder', 'data'],
    ['export', 'data', '--format', HOSTILE],
    ['export', 'data', '--kind', HOSTILE],
    ['explain', HOSTILE],
    ['schema', HOSTILE],
    ['stats', 'data', '--today', HOSTILE],
    ['timeline', HOSTILE],
  ])('%s refuses a hostile argument', async (...args) => {
    expect((await saidBy(...args)).match(ACTED_UPON)).toBeNull();
  });
});
