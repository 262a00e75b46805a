/** Workflow commands: what GitHub's runner would read of them. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatGithub } from '../../../server/cli/reports/github.ts';
import { Paths } from '../../../server/cli/reports/paths.ts';
import { makeFolder } from '../../sources/folder.ts';
import { run, useCli } from '../support.ts';
import { findings, inFile, row, SURROUNDINGS } from './findings.ts';

useCli();

/** Reads a command as the runner does: properties and message, each put back as it was before escaping. */
function commandOf(line: string) {
  const [, name, properties = '', message = ''] = /^::(\w+) (.*?)::(.*)$/.exec(line) ?? [];
  const plain = (text: string) =>
    text.replace(/%3A/g, ':').replace(/%2C/g, ',').replace(/%0D/g, '\r').replace(/%0A/g, '\n').replace(/%25/g, '%');
  const pairs = properties
    .split(',')
    .map((pair) => [pair.slice(0, pair.indexOf('=')), plain(pair.slice(pair.indexOf('=') + 1))]);
  return { name, ...Object.fromEntries(pairs), message: plain(message) };
}

describe('the form for GitHub', () => {
  it('is a command a problem, and a line for the log', () => {
    const rows = [
      row(2, 3, 2, 7),
      row(3, 1, 5, 2, { severity: 'warning' }),
      row(4, 1, 4, 2, { severity: 'info', rule: 'other-rule' }),
      row(5, 1, 5, 2, { severity: 'hint' }),
    ];
    expect(formatGithub(findings([inFile('a.yaml', '', rows)]), SURROUNDINGS)).toMatchInlineSnapshot(`
      "::error file=a.yaml,line=2,endLine=2,col=3,endColumn=7,title=some-rule::Wrong.
      ::warning file=a.yaml,line=3,endLine=5,title=some-rule::Wrong.
      ::notice file=a.yaml,line=4,endLine=4,col=1,endColumn=2,title=other-rule::Wrong.
      1 error, 1 warning, 1 note, 1 hint in 1 of 1 file
      "
    `);
  });

  it('escapes what would end a property or a command', () => {
    const message = '100 % wrong: a, b\r\n::error::no\nend';
    const file = 'a,b:c%0A/d\n.yaml';
    const text = formatGithub(findings([inFile(file, '', [row(1, 1, 1, 2, { message })])]), SURROUNDINGS);
    expect(text.split('\n')).toHaveLength(3);
    expect(commandOf(text.split('\n')[0] ?? '')).toMatchObject({ name: 'error', file, message, title: 'some-rule' });
  });

  it('shows what could not be read', () => {
    const unread = [{ file: 'locked', message: 'locked cannot be read: permission denied.' }];
    expect(formatGithub(findings([], unread), SURROUNDINGS)).toBe(
      '::error file=locked,title=unread::locked cannot be read: permission denied.\nNothing was checked; 1 could not be read.\n',
    );
  });

  it('names files from where GitHub has checked out, and others from the top', () => {
    const surroundings = { ...SURROUNDINGS, paths: new Paths('/repo/data', '/repo') };
    const text = formatGithub(
      findings([inFile('a.yaml', '', [row(1, 1, 1, 2)]), inFile('../../b.yaml', '', [row(1, 1, 1, 2)])]),
      surroundings,
    );
    expect(
      text
        .split('\n')
        .slice(0, 2)
        .map((line) => commandOf(line)),
    ).toMatchObject([{ file: 'data/a.yaml' }, { file: '/b.yaml' }]);
  });

  it('takes the checkout from the environment when it runs within', async () => {
    const checkout = makeFolder({ 'data/a.yaml': 'kind: person\nid: a\n' });
    const cwd = join(checkout, 'data');
    mkdirSync(join(checkout, 'other'));
    const fileIn = async (env: Readonly<Record<string, string>>) => {
      const { code, stdout } = await run(['check', '--format', 'github'], { cwd, env });
      expect(code).toBe(1);
      return commandOf(stdout.split('\n')[0] ?? '');
    };
    expect(await fileIn({ GITHUB_WORKSPACE: checkout })).toMatchObject({ file: 'data/a.yaml', title: 'schema' });
    expect(await fileIn({ GITHUB_WORKSPACE: join(checkout, 'other') })).toMatchObject({ file: 'a.yaml' });
    expect(await fileIn({ GITHUB_WORKSPACE: '' })).toMatchObject({ file: 'a.yaml' });
  });
});
