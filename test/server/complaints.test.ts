/** What people who edit YAML with a language server complain about: each complaint a story through the real server, in which it does not happen. */
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import type {
  CodeAction,
  CompletionItem,
  CompletionList,
  Diagnostic,
  Hover,
  LocationLink,
  TextEdit,
} from 'vscode-languageserver/node';
import { applyEdits, LineIndex } from '../../server/dataset/text.ts';
import { modules } from '../laws/modules.ts';
import { changesOf } from '../support/editor.ts';
import { parseFixture } from '../support/fixture.ts';
import { ServerSession } from '../support/server.ts';

const SUMMIT = `kind: summit
id: ots-summit-2025-gabala
name: 12th Summit of the OTS
organization: ots
status: held
date: 2025-10-07
host: AZE
citations:
  - source: trend-2025-10-07
`;
const SOURCE = `kind: source
id: trend-2025-10-07
publisher: Trend
url: https://en.trend.az/
published: 2025-10-07
`;
const MEETING = 'summits/ots-summit-2025-gabala.yaml';
const REPORT = 'sources/trend-2025-10-07.yaml';
const FILES = { [MEETING]: SUMMIT, [REPORT]: SOURCE };

let session: ServerSession;
afterEach(async () => {
  expect(await session.stop()).toBe(0);
});

/** Starts a server on files beside a good summit and its source. */
async function start(files: Readonly<Record<string, string>> = {}): Promise<void> {
  session = await new ServerSession({ ...FILES, ...files }).start();
}

/** Opens a text and waits for what is said of it. */
async function open(name: string, text: string, wanted: (all: Diagnostic[]) => boolean = () => true) {
  await session.open(name, text);
  return session.waitFor(name, wanted);
}

const textOf = (range: Diagnostic['range'], text: string) => {
  const index = new LineIndex(text);
  return text.slice(
    index.offset(range.start.line, range.start.character),
    index.offset(range.end.line, range.end.character),
  );
};

function applied(text: string, edits: readonly TextEdit[]): string {
  const index = new LineIndex(text);
  const offset = ({ line, character }: { line: number; character: number }) => index.offset(line, character);
  return applyEdits(
    text,
    edits.map(({ range, newText }) => ({
      span: { start: offset(range.start), end: offset(range.end) },
      text: newText,
    })),
  );
}

/** What is offered at `$0` of a text that replaces a file's. */
async function completionsAt(name: string, marked: string): Promise<{ text: string; items: CompletionItem[] }> {
  const { text, cursor } = parseFixture(marked);
  await session.change(name, text);
  const { line, column } = new LineIndex(text).at(cursor);
  const list = await session.at<CompletionList>('completion', name, { line, character: column });
  return { text, items: list.items };
}

/** The text after an item has been chosen, its placeholders taken for what they hold. */
async function chosen(name: string, marked: string, label: string): Promise<string> {
  const { text, items } = await completionsAt(name, marked);
  const item = items.find((candidate) => candidate.label === label);
  expect(item, `${label} is among ${items.map((other) => other.label).join(', ')}`).toBeDefined();
  return applied(text, [item!.textEdit as TextEdit]).replace(/\$\{\d+[:|]([^}|,]*)[^}]*\}|\$\d+/g, '$1');
}

async function fixesOf(
  name: string,
  problem: Diagnostic,
  diagnostics: Diagnostic[] = [problem],
): Promise<CodeAction[]> {
  return session.connection.sendRequest('textDocument/codeAction', {
    textDocument: { uri: session.uri(name) },
    range: problem.range,
    context: { diagnostics, only: ['quickfix'] },
  });
}

describe('problems', () => {
  it('are one for one mistake, with all that is allowed and the nearest first', async () => {
    await start();
    const text = SUMMIT.replace('status: held', 'status: hled');
    const [problem, ...others] = await open(MEETING, text, (all) => all.length > 0);
    expect(others).toEqual([]);
    expect(textOf(problem!.range, text)).toBe('hled');
    const allowed = ['held', 'planned', 'confirmed', 'postponed', 'cancelled'];
    for (const value of allowed) expect(problem!.message).toContain(value);
    expect(Math.min(...allowed.map((value) => String(problem!.message).indexOf(value)))).toBe(
      String(problem!.message).indexOf('held'),
    );
  });

  it('of a missing property stand on the `kind` line, and none turns a whole map red', async () => {
    await start();
    const text = `# A head comment\n${SUMMIT.replace('status: held\n', '')}`;
    const [missing] = await open(MEETING, text, (all) => all.length > 0);
    expect(textOf(missing!.range, text)).toBe('kind: summit');
    const wrong = SUMMIT.replace('host: AZE', 'place:\n  city: Gabala\n  land: AZE\nhost: AZE');
    await session.change(MEETING, wrong);
    const [unknown] = await session.waitFor(MEETING, (all) => all[0]?.range.start.line === 8);
    expect(textOf(unknown!.range, wrong)).toBe('land');
  });

  it('of an unclosed quote are one, at the quote, and all else goes on', async () => {
    await start();
    const text = `${SUMMIT.replace('name: 12th', 'name: "12th').replace('host: AZE', 'host: AZX')}---\n${SUMMIT.replace('gabala', 'other').replace('AZE', 'QQQ')}`;
    const problems = await open(MEETING, text, (all) => all.length === 3);
    expect(problems.map(({ code, range }) => [code, textOf(range, text)[0], range.start.line])).toEqual([
      ['yaml-syntax', '"', 2],
      ['unknown-reference', 'A', 6],
      ['unknown-reference', 'Q', 16],
    ]);
    const hover = await session.at<Hover>('hover', MEETING, { line: 3, character: 15 });
    expect((hover.contents as { value: string }).value).toContain('Organization of Turkic States');
    const list = await session.at<CompletionList>('completion', MEETING, { line: 6, character: 6 });
    expect(list.items.map(({ label }) => label)).toContain('AZE');
  });

  it('are as bad as the manifest and the settings say', async () => {
    await start({ 'initiatives.yaml': 'dataset: D\nrules: { unknown-reference: hint }\n' });
    session.settings = { rules: { 'bad-date': 'warning', 'unknown-reference': 'error' } };
    await session.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    const text = SUMMIT.replace('2025-10-07', '2005-02-30').replace('AZE', 'AZX');
    const problems = await open(MEETING, text, (all) => all.length === 2 && all[0]!.severity === 2);
    expect(problems.map(({ code, severity }) => [code, severity])).toEqual([
      ['bad-date', 2],
      ['unknown-reference', 4],
    ]);
  });

  it('name a day that does not exist', async () => {
    await start();
    const text = SUMMIT.replace('2025-10-07', '2005-02-30');
    const [problem] = await open(MEETING, text, (all) => all.length > 0);
    expect(problem).toMatchObject({ code: 'bad-date', source: 'security-initiatives' });
    expect(textOf(problem!.range, text)).toBe('2005-02-30');
  });

  it.each([
    ['name: NO', 'yaml-1-1-value', /'NO'|"NO"/],
    ['name: yes', 'yaml-1-1-value', /'yes'|"yes"/],
    ['name: 007', 'unquoted-scalar', /'007'|"007"/],
  ])('tell of %s, with the fix', async (line, code, quoted) => {
    await start();
    const text = SUMMIT.replace(/^name: .*$/m, line);
    const [problem] = await open(MEETING, text, (all) => all.some((each) => each.code === code));
    const [fix] = await fixesOf(MEETING, problem!);
    const edits = changesOf(fix!.edit)[session.uri(MEETING)]!;
    expect(applied(text, edits)).toMatch(quoted);
  });

  it('of a repeated merge key say what to write, and what is merged counts', async () => {
    await start();
    const text = `x-a: &a { host: AZE }\nx-b: &b { status: held }\n---\n${SUMMIT}`
      .replace('---\n', '')
      .replace('status: held\n', '')
      .replace('host: AZE\ncit', '<<: *a\n<<: *b\ncit');
    const problems = await open(MEETING, text, (all) => all.length > 0);
    const told = problems.filter(({ range }) => textOf(range, text) === '<<');
    expect(told).toHaveLength(1);
    expect(told[0]!.message).toContain('<<: [');
    expect(problems.map(({ message }) => message).join()).not.toMatch(/must be unique|`status` is missing/);
  });

  it('go where a file goes: deleted, renamed, or changed behind the editor', async () => {
    const wrong = (id: string) => SUMMIT.replace('ots-summit-2025-gabala', id).replace('AZE', 'AZX');
    await start({ 'summits/a.yaml': wrong('a'), 'summits/b.yaml': wrong('b').replace('10-07', '03-07') });
    for (const name of ['summits/a.yaml', 'summits/b.yaml'])
      await session.waitFor(name, (all) => all.some(({ message }) => String(message).includes('AZX')));
    session.remove('summits/a.yaml');
    await session.changedOnDisk('summits/a.yaml', 3);
    await session.waitFor('summits/a.yaml', (all) => all.length === 0);
    session.write('summits/b.yaml', wrong('b').replace('10-07', '03-07').replace('AZX', 'AZE'));
    await session.changedOnDisk('summits/b.yaml', 2);
    await session.waitFor('summits/b.yaml', (all) => all.length === 0);
    session.remove('sources');
    await session.changedOnDisk('sources', 3);
    await session.waitFor(MEETING, (all) => all.some(({ code }) => code === 'unknown-reference'));
  });
});

describe('completion', () => {
  it('works in every document of a file', async () => {
    await start();
    const many = `${SUMMIT}---\n${SUMMIT.replace('gabala', 'two')}---\n`;
    await open(MEETING, many);
    const text = await chosen(MEETING, `${many}kind: summit\nhost: Türk$0\n`, 'TUR');
    expect(text.endsWith('kind: summit\nhost: TUR\n')).toBe(true);
    const { items } = await completionsAt(MEETING, `${many}kind: summit\n$0`);
    expect(items.map(({ label }) => label)).toContain('organization');
  });

  it.each([
    ['in a block', 'kind: summit\nplace:\n  $0\n', 'city', /^kind: summit\nplace:\n {2}city: /],
    ['in a list', 'kind: summit\nparticipants:\n  - $0\n', 'state', /^kind: summit\nparticipants:\n {2}- state: /],
    ['deeper in a list', 'kind: summit\nparticipants:\n  - state: KAZ\n    $0\n', 'role', / {4}role: [^\n]*\n$/],
    ['before what follows', 'kind: summit\n$0\nstatus: held\n', 'host', /^kind: summit\nhost: [^\n]*\nstatus: held\n$/],
    [
      'in flow style',
      'kind: summit\nplace: { city: Gabala, $0 }\n',
      'state',
      /place: \{ city: Gabala, state: [^}]*\}\n$/,
    ],
    ['with a map to begin', 'kind: summit\npla$0\n', 'place', /^kind: summit\nplace:\n {2}\w+: /],
    [
      'in the middle of a line',
      'kind: summit\nhost: A$0 # as reported\n',
      'AZE',
      /^kind: summit\nhost: AZE # as reported\n$/,
    ],
  ])('keeps indentation and the rest of the line, %s', async (_where, marked, label, expected) => {
    await start();
    await session.open('summits/new.yaml', '');
    expect(await chosen('summits/new.yaml', marked, label)).toMatch(expected);
    const windows = await chosen('summits/new.yaml', marked.replaceAll('\n', '\r\n'), label);
    expect(windows.replaceAll('\r\n', '\n')).toMatch(expected);
    expect(windows).not.toMatch(/[^\r]\n/);
  });

  it.each([
    ['an empty value', 'kind: summit\nhost: $0', 'AZE'],
    ['no blank after the colon', 'kind: summit\nhost:$0', 'AZE'],
    ['a dash', 'kind: summit\ntopics:\n  - $0', 'cybersecurity'],
    ['an empty line, deep', 'kind: summit\nparticipants:\n  - state: KAZ\n    $0', 'role'],
    ['an unclosed flow map', 'kind: summit\nplace: { city: Gabala, $0\nstatus: held\n', 'state'],
    ['a quote that is open', 'kind: summit\nhost: "A$0\nstatus: held\n', 'AZE'],
    ['a line above that is broken', 'kind: summit\nname: "x\nhost: $0\n', 'AZE'],
  ])('works in broken text: %s', async (_what, marked, label) => {
    await start();
    await session.open('summits/new.yaml', '');
    const { items } = await completionsAt('summits/new.yaml', marked);
    expect(items.map((item) => item.label)).toContain(label);
  });

  it('offers, checks and follows what stands in other files', async () => {
    await start();
    await session.open(MEETING, SUMMIT);
    // Following waits until all files have been read, completion does not.
    const links = await session.at<LocationLink[]>('definition', MEETING, { line: 8, character: 15 });
    expect(links.map(({ targetUri }) => targetUri)).toEqual([session.uri(REPORT)]);
    const { items } = await completionsAt(MEETING, SUMMIT.replace('trend-2025-10-07', 'Trend$0'));
    expect(items.map(({ label }) => label)).toContain('trend-2025-10-07');
    await session.change(MEETING, SUMMIT);
    await open(REPORT, SOURCE.replace('trend-2025-10-07', 'trend-other'));
    await session.waitFor(MEETING, (all) => all.some(({ code }) => code === 'unknown-reference'));
  });
});

describe('a big file', () => {
  it('of 50,000 lines is no matter for the next key: it takes a fraction of what reading it took', async () => {
    await start();
    const person = (i: number) =>
      `---\nkind: person\nid: n${i}\nname: Person ${i}\noffices:\n  - title: Minister\n    state: KAZ\n  - title: President\n    state: UZB\nnote: One of many\n`;
    const text = Array.from({ length: 5_000 }, (_, i) => person(i)).join('');
    expect(text.split('\n').length).toBeGreaterThan(49_999);
    // In the last record, which is known only when all have been read.
    const at = text.lastIndexOf('KAZ');
    const naming = (state: string) => text.slice(0, at) + state + text.slice(at + state.length);
    const beginning = performance.now();
    await open('people.yaml', naming('KAQ'), (all) => all.length > 0);
    const opening = performance.now() - beginning;
    const times: number[] = [];
    for (let round = 0; round < 5; round++) {
      const before = performance.now();
      const state = `A${'BCDEF'[round]}Q`;
      await session.change('people.yaml', naming(state));
      await session.waitFor('people.yaml', (all) => all.some(({ message }) => String(message).includes(state)));
      times.push(performance.now() - before);
    }
    times.sort((a, b) => a - b);
    expect(times[2]! / opening).toBeLessThan(0.2);
  });
});

describe('formatting', () => {
  it('changes indentation and nothing else, and a second time nothing', async () => {
    await start();
    const text = `# Head\n\n${SUMMIT.replace('citations:\n  - source', 'place:   { city: Gabala,   state: AZE }   # as reported\n\ncitations:\n    # First\n    -   source')}note: >-\n      A long    string that stays as it is, however long it may be, since folding it would be a change that nobody asked for, and no formatter should.\n\n      'Quotes' and "quotes".\n`;
    await session.open(MEETING, text);
    const format = () =>
      session.connection.sendRequest<TextEdit[] | null>('textDocument/formatting', {
        textDocument: { uri: session.uri(MEETING) },
        options: { tabSize: 8, insertSpaces: false },
      });
    const after = applied(text, (await format()) ?? []);
    expect(after).not.toBe(text);
    expect(after.replace(/[ \t]+/g, ' ').replace(/^ /gm, '')).toBe(text.replace(/[ \t]+/g, ' ').replace(/^ /gm, ''));
    expect(after).toContain(
      'place:   { city: Gabala,   state: AZE }   # as reported\n\ncitations:\n  # First\n  - source',
    );
    await session.change(MEETING, after);
    expect((await format()) ?? []).toEqual([]);
  });

  it('leaves a document alone that does not parse', async () => {
    await start();
    const text = SUMMIT.replace('  - source', '      - source').replace('name: 12th', 'name: "12th');
    await open(MEETING, text);
    const edits = await session.connection.sendRequest<TextEdit[] | null>('textDocument/formatting', {
      textDocument: { uri: session.uri(MEETING) },
      options: { tabSize: 2, insertSpaces: true },
    });
    expect(edits ?? []).toEqual([]);
  });
});

describe('ranges', () => {
  it.each([
    ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
    ['a lone CR', (text: string) => text.replaceAll('\n', '\r')],
    ['Cyrillic and emoji above', (text: string) => `# Саммит 🏔️ Тюркских государств\n${text}`],
    [
      'Cyrillic and emoji before it on the line',
      (text: string) => text.replace('host: AZX', 'place: { venue: "Дворец 🏛️", state: AZX }'),
    ],
  ])('are right with %s', async (_what, convert) => {
    await start();
    const text = convert(SUMMIT.replace('AZE', 'AZX'));
    const [problem] = await open(MEETING, text, (all) => all.length > 0);
    expect(textOf(problem!.range, text)).toBe('AZX');
    const fixes = await fixesOf(MEETING, problem!);
    const fix = fixes.find(({ title }) => title.includes('AZE'))!;
    const edits = changesOf(fix.edit)[session.uri(MEETING)]!;
    expect(applied(text, edits)).toBe(text.replace('AZX', 'AZE'));
  });
});

describe('quick fixes', () => {
  it('come with the problem, whatever becomes of its message', async () => {
    await start();
    const text = SUMMIT.replace('AZE', 'AZX');
    const [problem] = await open(MEETING, text, (all) => all.length > 0);
    const titles = (await fixesOf(MEETING, problem!)).map(({ title }) => title);
    expect(titles.length).toBeGreaterThan(0);
    for (const told of [[], [{ ...problem!, message: 'Etwas ganz anderes', code: 'other' }]]) {
      expect((await fixesOf(MEETING, problem!, told)).map(({ title }) => title)).toEqual(titles);
    }
  });
});

describe('other extensions and the network', () => {
  it('leave records to us: they have a language id that no other extension claims, and the server takes YAML, too', async () => {
    const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    expect(manifest.contributes.languages.map(({ id }: { id: string }) => id)).toEqual(['security-initiatives']);
    await start();
    await session.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: session.uri('a.yaml'), languageId: 'yaml', version: 1, text: SUMMIT.replace('AZE', 'AZX') },
    });
    await session.waitFor('a.yaml', (all) => all.some(({ code }) => code === 'unknown-reference'));
  });

  it('is never asked for anything: no module of ours can speak to it', async () => {
    await start();
    const speaking = modules().filter(
      ({ imports, text }) =>
        imports.some(({ to }) => /^(node:)?(https?|http2|net|tls|dgram|dns)(\/|$)/.test(to)) ||
        /\b(?:fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon)\(/.test(text),
    );
    expect(speaking.map(({ path }) => path)).toEqual([]);
  });
});
