/** Completion for editors that can do less than VS Code: the text that comes of it, and nothing they did not ask for. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CompletionItem, CompletionList, MarkupContent, TextEdit } from 'vscode-languageserver/node';
import { applyEdits, LineIndex } from '../../server/dataset/text.ts';
import { parseYaml } from '../../server/dataset/yaml/yaml.ts';
import { expandSnippet } from '../features/completion/support.ts';
import { lineEnds, parseFixture } from '../support/fixture.ts';
import { ABLE, ServerSession } from '../support/server.ts';

const FILE = 'notes/draft one.yaml';
const WORLD = {
  'persons/japarov.yaml': 'kind: person\nid: sadyr-japarov\nname: Садыр Жапаров\n',
};

/** A client with something else for its `textDocument.completion`. */
function clientWith(completion: object | undefined) {
  return { capabilities: { ...ABLE, textDocument: { ...ABLE.textDocument, completion } } };
}

const { completionItem: able } = ABLE.textDocument.completion;

function useClient(completion: object | undefined) {
  const server: { session?: ServerSession } = {};
  beforeAll(async () => {
    server.session = await new ServerSession(WORLD).start({ client: clientWith(completion) });
    await server.session.open(FILE, '');
  });
  afterAll(async () => {
    expect(await server.session!.stop()).toBe(0);
  });
  /** The list at `$0`, and the text after a choice, as this client makes it of the item. */
  return async (marked: string) => {
    const { text, cursor } = parseFixture(marked);
    const session = server.session!;
    await session.change(FILE, text);
    const index = new LineIndex(text);
    const { line, column } = index.at(cursor);
    const { items } = await session.at<CompletionList>('completion', FILE, { line, character: column });
    const item = (label: string): CompletionItem => {
      const found = items.find((one) => one.label === label);
      if (!found) throw new Error(`There is no "${label}" among: ${items.map((one) => one.label).join(', ')}`);
      return found;
    };
    return {
      session,
      items,
      item,
      choose(label: string, adjust = (newText: string, _before: string) => newText): string {
        const { textEdit, insertTextFormat } = item(label);
        const { range, newText } = textEdit as TextEdit;
        const start = index.offset(range.start.line, range.start.character);
        const span = { start, end: index.offset(range.end.line, range.end.character) };
        const before = text.slice(index.offset(range.start.line, 0), start);
        const plain = insertTextFormat === 2 ? expandSnippet(newText) : newText;
        return applyEdits(text, [{ span, text: adjust(plain, before) }]);
      },
    };
  };
}

/** What an editor does that adjusts indentation: every line but the first gets that of the line it is put into. */
function indented(newText: string, before: string): string {
  return newText.replaceAll('\n', `\n${/^[ \t]*/.exec(before)![0]}`);
}

describe('a client without snippets', () => {
  const complete = useClient({ completionItem: { ...able, snippetSupport: false } });

  it('gets whole records with nothing invented', async () => {
    const { choose, items } = await complete('$0');
    expect(choose('chairmanship')).toBe('kind: chairmanship\nid: \norganization: \nstate: \nfrom: ');
    expect(choose('summit')).toBe('kind: summit\nid: \nname: \norganization: \nstatus: \ndate: ');
    expect(choose('proposal')).toBe(
      'kind: proposal\nid: \ntitle: \ntype: \nparties:\n  - state: \ndomains:\n  - \nstatus: ',
    );
    expect(items.filter(({ insertTextFormat }) => insertTextFormat !== 1)).toEqual([]);
    expect(items.filter(({ textEdit }) => (textEdit as TextEdit).newText.includes('$'))).toEqual([]);
  });
  it('gets brackets with nothing in them', async () => {
    const map = await complete('kind: summit\nplace: { city: x }\nchair: { }\nparticipants:\n  - { state: KAZ, $0 }\n');
    expect(map.choose('office')).toContain('  - { state: KAZ, office:  }\n');
    const root = await complete('{ kind: summit, $0 }\n');
    expect(root.choose('place')).toBe('{ kind: summit, place: { } }\n');
    expect(root.choose('topics')).toBe('{ kind: summit, topics: [] }\n');
  });
  it('gets no placeholder anywhere', async () => {
    for (const marked of ['kind: summit\n$0', 'kind: summit\ndate: $0', 'kind: summit\ncitations: [$0]', 'id: a\n$0']) {
      const { items } = await complete(marked);
      expect(items.length).toBeGreaterThan(0);
      for (const { textEdit } of items) expect((textEdit as TextEdit).newText).not.toMatch(/\$|\\/);
    }
  });
});

describe.each(lineEnds)('a client that adjusts indentation, with %s', (_, convert) => {
  const complete = useClient({
    completionItem: { ...able, insertTextModeSupport: { valueSet: [2] } },
    insertTextMode: 2,
  });

  it.each([
    ['kind: summit\n$0', 'place', 'kind: summit\nplace:\n  city: '],
    [
      'kind: summit\nparticipants:\n  - state: KAZ\n    $0',
      'person',
      'kind: summit\nparticipants:\n  - state: KAZ\n    person: ',
    ],
    [
      'kind: organization\nmembers:\n  - state: KAZ\n    $0',
      'from',
      'kind: organization\nmembers:\n  - state: KAZ\n    from: ',
    ],
    [
      'kind: summit\ncitations:\n  - source: x\n    $0',
      'supports',
      'kind: summit\ncitations:\n  - source: x\n    supports:\n      - ',
    ],
    [
      'kind: summit\nplace:\n  city: x\ncitations:\n  $0',
      'source',
      'kind: summit\nplace:\n  city: x\ncitations:\n  - source: ',
    ],
  ])('gets what stands in the right column: %j', async (marked, label, after) => {
    const { choose, item } = await complete(convert(marked));
    expect(choose(label, indented)).toBe(convert(after));
    expect(item(label)).not.toHaveProperty('insertTextMode');
  });
  it('gets whole records that can be read', async () => {
    const { choose } = await complete(convert('# x\n$0'));
    const [{ document }] = parseYaml(choose('proposal', indented)) as [ReturnType<typeof parseYaml>[number]];
    expect(document.errors).toEqual([]);
    expect(document.value).toMatchObject({ kind: 'proposal', parties: [{ state: expect.any(String) }] });
  });
});

describe('a client that says next to nothing', () => {
  const complete = useClient(undefined);

  it('gets plain text, plain documentation, and no fields that it does not know', async () => {
    const { items, item } = await complete('kind: summit\n$0');
    for (const one of items) {
      expect(one).not.toHaveProperty('insertTextMode');
      expect(one).not.toHaveProperty('labelDetails');
      expect(one.kind).toBeLessThanOrEqual(18);
      expect((one.documentation as MarkupContent | undefined)?.kind ?? 'plaintext').toBe('plaintext');
    }
    expect((item('status').documentation as MarkupContent).value).toBe(
      'status (required): planned | confirmed | held | postponed | cancelled\n\nWhether the meeting is still to come or took place.',
    );
  });
  it('gets values with a sign that it has', async () => {
    const { item } = await complete('kind: summit\nstatus: $0');
    expect(item('held').kind).toBe(12);
  });
  it('gets the head of a record’s card along with it', async () => {
    const { item } = await complete('kind: summit\nchair: { person: Жап$0 }');
    expect(item('sadyr-japarov').documentation).toEqual({
      kind: 'plaintext',
      value: 'Садыр Жапаров — person sadyr-japarov',
    });
    expect(item('sadyr-japarov')).not.toHaveProperty('data');
  });
});

describe('a list of records', () => {
  it('is whole although it was asked for before all files were read', async () => {
    const many = Array.from({ length: 300 }, (_, i) => [
      `persons/p${i}.yaml`,
      `kind: person\nid: p${i}\nname: Person ${i}\n`,
    ]);
    const session = await new ServerSession(Object.fromEntries(many)).start();
    await session.open(FILE, 'kind: summit\nchair: { person: p299 }\n');
    const { items } = await session.at<CompletionList>('completion', FILE, { line: 1, character: 21 });
    expect(items.map(({ label }) => label)).toEqual(['p299']);
    expect(await session.stop()).toBe(0);
  });
});

describe('a client that can do all', () => {
  const complete = useClient({
    completionItem: { ...able, labelDetailsSupport: true },
    completionItemKind: { valueSet: Array.from({ length: 25 }, (_, index) => index + 1) },
  });

  it('has signs, words beside, and lines as they are', async () => {
    const { item } = await complete('kind: summit\nstatus: $0');
    expect(item('held')).toMatchObject({
      kind: 20,
      insertTextMode: 1,
      labelDetails: { description: 'It took place.' },
    });
  });
  it('asks for the card when it is looked at, in Markdown', async () => {
    const { item, session } = await complete('kind: summit\nchair: { person: $0 }');
    expect(item('sadyr-japarov')).not.toHaveProperty('documentation');
    const resolved = await session.connection.sendRequest<CompletionItem>(
      'completionItem/resolve',
      item('sadyr-japarov'),
    );
    expect((resolved.documentation as MarkupContent).value).toBe('**Садыр Жапаров** — person `sadyr-japarov`');
    const foreign = { label: 'x', data: { other: 1 } };
    expect(await session.connection.sendRequest('completionItem/resolve', foreign)).toEqual(foreign);
  });
});
