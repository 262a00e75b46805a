/** Hostile texts given to the real server and to the command line: both live on, answer others, and say plainly what is wrong. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run, useCli } from '../cli/support.ts';
import { ServerSession } from '../support/server.ts';

const HEAD = 'kind: person\nid: a\nname: A\n';
const lines = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index)).join('');
const PEER = 'kind: person\nid: peer\nname: Peer\n';

/** Texts beyond what is read, with what is told of them. */
const BEYOND: Readonly<Record<string, readonly [text: string, told: RegExp]>> = {
  '10,000 lists in lists': [`${HEAD}x: ${'['.repeat(10_000)}${']'.repeat(10_000)}\n`, /nested too deeply/],
  '10,000 maps that stay open': [`${HEAD}x: ${'{a: '.repeat(10_000)}`, /nested too deeply/],
  '10,000 dashes': [`${HEAD}x:\n${'- '.repeat(10_000)}a\n`, /nested too deeply/],
  'merges of merges': [
    `${HEAD}m0: &m0 { x: 1 }\n${lines(40, (i) => `m${i + 1}: &m${i + 1} { <<: [*m${i}, *m${i}] }\n`)}`,
    /aliases up to here stand for more than/,
  ],
  'six megabytes with a slip': [`${HEAD}note: "a\n${'# comment\n'.repeat(600_000)}`, /too long to find out what/],
  'a character that is none': [`${HEAD}note: a\0b\n`, /U\+0000 may not stand/],
};

/** Texts that are large or odd, and records all the same. */
const WITHIN: Readonly<Record<string, string>> = {
  '100,000 keys': `${HEAD}${lines(100_000, (i) => `k${i}: 1\n`)}`,
  'a line of a megabyte': `${HEAD}note: ${'ab '.repeat(350_000)}c\n`,
  'five megabytes of names of one record': `${HEAD}aliases:\n${lines(200_000, (i) => `  - a name with number ${i}\n`)}`,
  '10,000 names of one record': `${HEAD}aliases:\n${lines(10_000, (i) => `  - a name with number ${i}\n`)}`,
  'names of every object': `${HEAD}__proto__: { polluted: true }\nconstructor: { prototype: { polluted: true } }\naliases: [toString, __proto__]\nformer_ids: [hasownproperty]\n`,
  '1,000 marks that turn the direction': `${HEAD}note: ${'a\u202e b '.repeat(1000)}\n`,
};

/** Each under a file of its own, whose name is the record's id. */
const FILES: ReadonlyMap<string, string> = new Map(
  [...Object.values(BEYOND).map(([text]) => text), ...Object.values(WITHIN)].map((text, index) => [
    `t${index}`,
    text.replace('id: a\n', `id: t${index}\n`),
  ]),
);
const CASES = [...Object.keys(BEYOND), ...Object.keys(WITHIN)].map((name, index) => ({ name, id: `t${index}` }));

describe('the server', () => {
  let session: ServerSession;
  beforeAll(async () => {
    session = new ServerSession({ 'peer.yaml': PEER });
    await session.start();
    await session.open('peer.yaml', PEER);
  });
  afterAll(async () => {
    expect(await session.stop()).toBe(0);
  });

  it.each(CASES)(
    'answers about other files while it has $name open, and lives on',
    async ({ name, id }) => {
      const file = `${id}.yaml`;
      const text = FILES.get(id)!;
      await session.open(file, text);
      const hover = await session.at('hover', 'peer.yaml', { line: 1, character: 5 });
      expect(JSON.stringify(hover)).toContain('peer');
      const told = BEYOND[name]?.[1];
      if (told) await session.waitFor(file, (all) => all.some(({ message }) => told.test(String(message))));
      // What somebody types there is answered, too.
      await session.change(file, `${text}offices:\n  - \n`);
      await session.at('completion', file, { line: 2, character: 7 });
      await session.connection.sendRequest('textDocument/documentSymbol', {
        textDocument: { uri: session.uri(file) },
      });
      await session.change(file, `kind: person\nid: ${id}\nname: A\n`);
      await session.waitFor(file, (all) => all.length === 0);
      await session.close(file);
    },
    60_000,
  );

  it('shows the half of a character that an edit has left, until the other half is back', async () => {
    const text = 'kind: person\nid: half\nname: A\nnote: \u{1f600} b\n';
    await session.open('half.yaml', text);
    const edit = (version: number, range: object, part: string) =>
      session.connection.sendNotification('textDocument/didChange', {
        textDocument: { uri: session.uri('half.yaml'), version },
        contentChanges: [{ range, text: part }],
      });
    const [middle, end] = [7, 8].map((character) => ({ line: 3, character }));
    await edit(2, { start: middle, end }, '');
    const [problem] = await session.waitFor('half.yaml', (all) => all.length > 0);
    expect(problem).toMatchObject({
      message: 'The character U+D83D may not stand in a YAML file: remove it.',
      range: { start: { line: 3, character: 6 }, end: { line: 3, character: 7 } },
    });
    await edit(3, { start: middle, end: middle }, '\ude00');
    await session.waitFor('half.yaml', (all) => all.length === 0);
    await session.close('half.yaml');
  });

  it('takes 50 MB that somebody opens, and answers about other files meanwhile', async () => {
    const text = `${HEAD.replace('id: a', 'id: huge')}note: "a\n${'# a comment of fifty characters, or nearly as many\n'.repeat(1_000_000)}`;
    await session.open('huge.yaml', text);
    const hover = await session.at('hover', 'peer.yaml', { line: 1, character: 5 });
    expect(JSON.stringify(hover)).toContain('peer');
    await session.waitFor('huge.yaml', (all) =>
      all.some(({ message }) => /too long to find out/.test(String(message))),
    );
    await session.close('huge.yaml');
  }, 60_000);
});

describe('the command line', () => {
  useCli();
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'hostile-'));
    writeFileSync(join(folder, 'peer.yaml'), PEER);
    for (const [id, text] of FILES) writeFileSync(join(folder, `${id}.yaml`), text);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('checks them all, and tells in plain words of each what is wrong', async () => {
    const { code, stdout, stderr } = await run(['check', '--format', 'json', folder]);
    expect([code, stderr]).toEqual([1, '']);
    const problems: { file: string; message: string }[] = JSON.parse(stdout);
    for (const { name, id } of CASES) {
      const messages = problems.filter(({ file }) => file.endsWith(`${id}.yaml`)).map(({ message }) => message);
      const told = BEYOND[name]?.[1];
      if (told) expect(messages, name).toContainEqual(expect.stringMatching(told));
      // What is shown of a text is no more than what a person reads.
      expect(messages.join('').length, name).toBeLessThan(200_000);
    }
  }, 60_000);

  it.each([
    ['stats'],
    ['format', '--check'],
    ['export', '--format', 'csv', '-o', 'tables'],
    ['timeline', '-o', 'timeline.svg'],
  ])(
    'ends by itself, with plain words, on all of them: %s',
    async (...args) => {
      const paths = args.map((each) => (/^(tables|timeline\.svg)$/.test(each) ? join(folder, each) : each));
      const { code, stderr } = await run([...paths, folder]);
      expect([0, 1], stderr).toContain(code);
      expect(stderr).not.toMatch(/\n\s+at /);
    },
    60_000,
  );

  it('exports what can be read beside them', async () => {
    const path = join(folder, 'all.json');
    const { code, stderr } = await run(['export', '--format', 'json', '-o', path, folder]);
    expect([0, 1], stderr).toContain(code);
    const { records } = JSON.parse(readFileSync(path, 'utf8'));
    expect(records).toContainEqual({ kind: 'person', id: 'peer', name: 'Peer' });
  }, 60_000);
});
