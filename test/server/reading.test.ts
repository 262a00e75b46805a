/** Hover through the real server: cards, words and rules, for clients that take Markdown and for those that do not. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Hover, MarkupContent } from 'vscode-languageserver/node';
import { REGISTRY_ROOT, registry } from '../../server/dataset/registry.ts';
import { LineIndex } from '../../server/dataset/text.ts';
import { lineEnds, parseFixture } from '../support/fixture.ts';
import { ABLE, ServerSession } from '../support/server.ts';

const SUMMIT = `kind: summit
id: gabala
name: Саммит в Габале 🙂
organization: ots
status: held
date: 2025-10-07
host: UZB
citations:
  - { source: trend-1, locator: second paragraph }
exceptions:
  - { rule: host-not-member, reason: A *test*. }
`;
const FILES = {
  'proposals/council.yaml': 'kind: proposal\nid: council\ntitle: A council\nmade_at: gabala\n',
  'sources/trend-1.yaml':
    'kind: source\nid: trend-1\ntitle: Leaders meet\npublisher: Trend\nurl: https://example.org/1\n',
};

function useServer(client: object = {}, rulePage?: string) {
  const server: { session?: ServerSession } = {};
  beforeAll(async () => {
    server.session = await new ServerSession(FILES).start({
      client,
      ...(rulePage !== undefined && { initializationOptions: { rulePage } }),
    });
  });
  afterAll(async () => {
    expect(await server.session!.stop()).toBe(0);
  });
  return async (marked: string): Promise<MarkupContent | undefined> => {
    const { text, cursor } = parseFixture(marked);
    await server.session!.open('summits/gabala.yaml', text);
    const { line, column } = new LineIndex(text).at(cursor);
    const hover = await server.session!.at<Hover | null>('hover', 'summits/gabala.yaml', { line, character: column });
    await server.session!.close('summits/gabala.yaml');
    return hover?.contents as MarkupContent | undefined;
  };
}

/** The summit with the cursor behind a word. */
function behind(word: string): string {
  return SUMMIT.replace(word, `${word}$0`);
}

describe.each(lineEnds)('hover in Markdown, with %s', (_, convert) => {
  const hover = useServer({}, 'security-initiatives-rule:/{rule}.md');

  it('has the card of a state, with its standing on the day', async () => {
    const { kind, value } = (await hover(convert(behind('host: UZB'))))!;
    expect(kind).toBe('markdown');
    expect(value).toMatch(
      /^\*\*Uzbekistan\*\* — state `UZB`\n\nMember of the OTS on 7 October 2025 \(since 15 October 2019\)\.\n/,
    );
  });
  it('has the record’s own card on its id, with who refers to it and its sources', async () => {
    const { value } = (await hover(convert(behind('id: gabala'))))!;
    expect(value).toBe(`**Саммит в Габале 🙂** — summit \`gabala\`

7 October 2025 · Organization of Turkic States · held

- host: Uzbekistan

Referred to by 1 proposal.

Sources:

- [Leaders meet](https://example.org/1), Trend, second paragraph`);
  });
  it('leads to the page about a rule as the client has it', async () => {
    const { value } = (await hover(convert(behind('host-not-member'))))!;
    expect(value).toContain('](security-initiatives-rule:/host-not-member.md)');
  });
  it('says nothing where nothing stands', async () => {
    expect(await hover(convert(`${SUMMIT}\n\n$0\n`))).toBeUndefined();
  });
});

describe.each<[string, object | undefined]>([
  ['that takes plain text', { contentFormat: ['plaintext'] }],
  ['that does not say what it takes', undefined],
])('a client %s', (_, hoverAbility) => {
  const hover = useServer({ capabilities: { ...ABLE, textDocument: { ...ABLE.textDocument, hover: hoverAbility } } });

  it('gets the card without any markup', async () => {
    const { kind, value } = (await hover(behind('id: gabala')))!;
    expect(kind).toBe('plaintext');
    expect(value).toMatch(/^Саммит в Габале 🙂 — summit gabala\n/);
    expect(value).toContain('- Leaders meet (https://example.org/1), Trend, second paragraph');
    expect(value).not.toMatch(/[\\`*\]]/);
  });
  it('gets the meaning of a key', async () => {
    expect((await hover(behind('ho')))!.value).toBe('host — The state that hosts the meeting.\n\nhost: id of a state');
  });
});

describe('a record of the registry', () => {
  const server: { session?: ServerSession } = {};
  beforeAll(async () => {
    server.session = await new ServerSession({}).start();
  });
  afterAll(async () => {
    expect(await server.session!.stop()).toBe(0);
  });
  it('is read like any other', async () => {
    const [document] = [...(registry().byId.get('ots') ?? [])];
    expect(document!.uri.startsWith(REGISTRY_ROOT)).toBe(true);
    const { line, column } = new LineIndex(document!.yaml.text).at(document!.yaml.text.indexOf('TUR') + 1);
    const hover = await server.session!.connection.sendRequest<Hover | null>('textDocument/hover', {
      textDocument: { uri: document!.uri },
      position: { line: line, character: column },
    });
    expect((hover?.contents as MarkupContent | undefined)?.value).toMatch(/^\*\*Türkiye\*\*/);
  });
});
