/** Navigation through the real server: over files that nobody has opened, several folders, the registry, and clients of all kinds. */
import { afterEach, describe, expect, it } from 'vitest';
import {
  CancellationTokenSource,
  type DocumentHighlight,
  type LinkedEditingRanges,
  type Location,
  type LocationLink,
  LSPErrorCodes,
} from 'vscode-languageserver/node';
import { LineIndex } from '../../server/dataset/text.ts';
import { parseFixture } from '../support/fixture.ts';
import { ABLE, ServerSession } from '../support/server.ts';

const SUMMIT = 'kind: summit\nid: gabala\nname: Габала 🙂\norganization: ots\nhost: AZE\n';
const NEXT = 'kind: summit\nid: next\nname: Next\nparent: gabala\nhost: TUR\n';
const PROPOSAL =
  '# Предложение 🙂\nkind: proposal\nid: council\nmade_at: gabala\nparties: [{ state: KAZ, role: "🙂" }, { state: AZE }]\n';
const FILES = { 'proposals/council.yaml': PROPOSAL, 'summits/gabala.yaml': SUMMIT, 'summits/next.yaml': NEXT };
const KAZAKHSTAN = 'security-initiatives-registry:/states/KAZ.yaml';

let session: ServerSession;
afterEach(async () => {
  expect(await session.stop()).toBe(0);
});

/** Asks about the first place of a word in a file. */
function ask<T>(method: string, name: keyof typeof FILES, word: string, more: object = {}): Promise<T> {
  const at = new LineIndex(FILES[name]).at(FILES[name].indexOf(word));
  return session.at<T>(method, name, { line: at.line, character: at.column }, more);
}

const referencesTo = (name: keyof typeof FILES, word: string, includeDeclaration = true) =>
  ask<Location[]>('references', name, word, { context: { includeDeclaration } });

/** Places by file, line and column, as far as they are the dataset's own. */
function shown(places: readonly Location[]): string[] {
  const own = places.filter(({ uri }) => uri.startsWith('file:'));
  return own.map(
    ({ uri, range: { start } }) => `${uri.slice(session.uri('').length + 1)} ${start.line}:${start.character}`,
  );
}

describe('references through the server', () => {
  it('are found in files that nobody has opened, with the id where it is wanted', async () => {
    session = await new ServerSession(FILES).start();
    expect(session.initialized.capabilities).toMatchObject({
      definitionProvider: true,
      referencesProvider: true,
      documentHighlightProvider: true,
      linkedEditingRangeProvider: true,
    });
    const all = ['proposals/council.yaml 3:9', 'summits/gabala.yaml 1:4', 'summits/next.yaml 3:8'];
    expect(shown(await referencesTo('summits/gabala.yaml', 'gabala'))).toEqual(all);
    expect(shown(await referencesTo('proposals/council.yaml', 'gabala'))).toEqual(all);
    expect(shown(await referencesTo('summits/next.yaml', 'gabala', false))).toEqual([all[0], all[2]]);
  });

  it('follow the open text', async () => {
    session = await new ServerSession(FILES).start();
    await session.open('summits/next.yaml', NEXT);
    await session.change('summits/next.yaml', NEXT.replace('parent: gabala', 'parent: baku').replace('TUR', 'AZE'));
    expect(shown(await referencesTo('summits/gabala.yaml', 'gabala', false))).toEqual(['proposals/council.yaml 3:9']);
    expect(shown(await referencesTo('summits/gabala.yaml', 'AZE'))).toEqual([
      'proposals/council.yaml 4:47',
      'summits/gabala.yaml 4:6',
      'summits/next.yaml 4:6',
    ]);
  });

  it('are counted in the columns of the client', async () => {
    const client = { capabilities: { ...ABLE, general: { positionEncodings: ['utf-8'] } } };
    session = await new ServerSession(FILES).start({ client });
    expect(shown(await referencesTo('summits/gabala.yaml', 'AZE'))).toEqual([
      'proposals/council.yaml 4:49',
      'summits/gabala.yaml 4:6',
    ]);
  });

  it('of a registry record are those in every folder, and in the registry', async () => {
    const summit = (id: string) => `kind: summit\nid: ${id}\nhost: KAZ\n`;
    session = await new ServerSession({ 'one/a.yaml': summit('a'), 'two/b.yaml': summit('b') }).start({
      folders: ['one', 'two'],
    });
    const found = await session.connection.sendRequest<Location[]>('textDocument/references', {
      textDocument: { uri: KAZAKHSTAN },
      position: { line: 1, character: 5 },
      context: { includeDeclaration: true },
    });
    expect(shown(found)).toEqual(['one/a.yaml 2:6', 'two/b.yaml 2:6']);
    const shipped = found.map(({ uri }) => uri).filter((uri) => !uri.startsWith('file:'));
    expect(shipped.filter((uri) => uri === KAZAKHSTAN)).toHaveLength(1);
    expect(shipped.some((uri) => uri.endsWith('/ots.yaml'))).toBe(true);
    const fromFile = await session.at<Location[]>(
      'references',
      'one/a.yaml',
      { line: 2, character: 6 },
      { context: { includeDeclaration: false } },
    );
    expect(shown(fromFile)).toEqual(['one/a.yaml 2:6']);
  });
});

describe('definition through the server', () => {
  it('is a link for those who take one, and a bare location for others', async () => {
    session = await new ServerSession(FILES).start();
    const uri = session.uri('summits/gabala.yaml');
    const id = { start: { line: 1, character: 4 }, end: { line: 1, character: 10 } };
    const [link] = await ask<LocationLink[]>('definition', 'summits/next.yaml', 'gabala');
    expect(link).toMatchObject({ targetUri: uri, targetSelectionRange: id, targetRange: { start: { line: 0 } } });
    await session.stop();
    session = await new ServerSession(FILES).start({ client: { capabilities: {} } });
    const plain = await ask<Location[]>('definition', 'summits/next.yaml', 'gabala');
    expect(plain).toEqual([{ uri: session.uri('summits/gabala.yaml'), range: id }]);
  });

  it('works in texts that belong to no folder, and are not saved', async () => {
    session = await new ServerSession(FILES).start();
    const uri = 'untitled:Untitled-1';
    const text = 'kind: summit\nid: s\nhost: AZE\nparent: t\n---\nkind: summit\nid: t\n';
    await session.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'yaml', version: 1, text },
    });
    const follow = async (line: number, character: number) => {
      const params = { textDocument: { uri }, position: { line, character } };
      const [link] = await session.connection.sendRequest<LocationLink[]>('textDocument/definition', params);
      return [link?.targetUri, link?.targetSelectionRange.start.line];
    };
    expect(await follow(3, 8)).toEqual([uri, 6]);
    expect(await follow(2, 7)).toEqual(['security-initiatives-registry:/states/AZE.yaml', 1]);
  });

  it('names files as the client does, in any script', async () => {
    const name = 'саммиты/Gəbələ 2025 (🙂).yaml';
    session = await new ServerSession({ ...FILES, [name]: SUMMIT.replace('gabala', 'qabala') }).start();
    await session.open('summits/next.yaml', NEXT.replace('gabala', 'qabala'));
    const [link] = await ask<LocationLink[]>('definition', 'summits/next.yaml', 'gabala');
    expect(decodeURIComponent(link!.targetUri)).toBe(decodeURIComponent(session.uri(name)));
    await session.open(name, SUMMIT.replace('gabala', 'qabala'));
    const [again] = await ask<LocationLink[]>('definition', 'summits/next.yaml', 'gabala');
    expect(again!.targetUri).toBe(session.uri(name));
  });

  it('leads from the registry to the registry', async () => {
    session = await new ServerSession(FILES).start();
    const ots = 'security-initiatives-registry:/organizations/ots.yaml';
    const { text } = await session.connection.sendRequest<{ text: string }>('workspace/textDocumentContent', {
      uri: ots,
    });
    const at = new LineIndex(text).at(text.indexOf('state: ') + 'state: '.length);
    const [link] = await session.connection.sendRequest<LocationLink[]>('textDocument/definition', {
      textDocument: { uri: ots },
      position: { line: at.line, character: at.column },
    });
    expect(link!.targetUri).toMatch(/^security-initiatives-registry:\/states\/[A-Z]{3}\.yaml$/);
  });
});

describe('what belongs together in a file, through the server,', () => {
  it('is highlighted, or not, but nothing is guessed within records', async () => {
    session = await new ServerSession({ ...FILES, 'other.yaml': 'jobs:\n  build: build\n' }).start();
    const found = await ask<DocumentHighlight[]>('documentHighlight', 'summits/gabala.yaml', 'AZE');
    expect(found).toEqual([{ range: { start: { line: 4, character: 6 }, end: { line: 4, character: 9 } }, kind: 2 }]);
    expect(await ask('documentHighlight', 'summits/gabala.yaml', 'Габала')).toEqual([]);
    expect(await session.at('documentHighlight', 'other.yaml', { line: 1, character: 4 })).toBeNull();
  });

  it('is edited together', async () => {
    session = await new ServerSession(FILES).start();
    const { text, ranges, cursor } = parseFixture('kind: summit\nhost: &⟦h⟧ AZE\nplace: { city: 🙂, state: *⟦h$0⟧ }\n');
    await session.open('new.yaml', text);
    const index = new LineIndex(text);
    const position = (offset: number) => ({ line: index.at(offset).line, character: index.at(offset).column });
    const linked = await session.at<LinkedEditingRanges>('linkedEditingRange', 'new.yaml', position(cursor));
    expect(linked.ranges).toEqual(ranges.map(({ start, end }) => ({ start: position(start), end: position(end) })));
    expect(await session.at('linkedEditingRange', 'new.yaml', { line: 0, character: 7 })).toBeNull();
  });
});

describe('navigation while files are still being read', () => {
  /** A server that goes on reading once it is let. */
  async function startHeld(): Promise<() => void> {
    session = new ServerSession(FILES);
    let letGo = () => {};
    const held = new Promise<null>((resolve) => {
      letGo = () => resolve(null);
    });
    session.connection.onRequest('window/workDoneProgress/create', () => held);
    await session.start();
    return letGo;
  }

  it('waits for them, but not where they have no say', async () => {
    const letGo = await startHeld();
    await session.open('summits/gabala.yaml', SUMMIT);
    let isAnswered = false;
    const found = referencesTo('summits/gabala.yaml', 'gabala').finally(() => {
      isAnswered = true;
    });
    expect(await ask<DocumentHighlight[]>('documentHighlight', 'summits/gabala.yaml', 'gabala')).toHaveLength(1);
    expect(isAnswered).toBe(false);
    letGo();
    expect(shown(await found)).toHaveLength(3);
  });

  it.each(['definition', 'references'])('can be called off: %s', async (method) => {
    const letGo = await startHeld();
    await session.open('summits/gabala.yaml', SUMMIT);
    const source = new CancellationTokenSource();
    const params = {
      textDocument: { uri: session.uri('summits/gabala.yaml') },
      position: { line: 1, character: 5 },
      context: { includeDeclaration: true },
    };
    const answer = session.connection.sendRequest(`textDocument/${method}`, params, source.token);
    const refused = expect(answer).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
    source.cancel();
    letGo();
    await refused;
    expect(shown(await referencesTo('summits/gabala.yaml', 'gabala'))).toHaveLength(3);
  });
});
