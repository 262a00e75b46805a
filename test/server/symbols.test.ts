/** Outlines, searches, links, folds and selections, asked of the real server by clients of different abilities. */
import { afterEach, describe, expect, it } from 'vitest';
import type {
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  SelectionRange,
  SymbolInformation,
  WorkspaceSymbol,
} from 'vscode-languageserver-types';
import { ServerSession } from '../support/server.ts';

const SOURCE = `# Источник 🙂
# Второй
kind: source
id: report
title: A report
publisher: TASS
url: https://example.org/новости
text: texts/a b.txt
dateline:
  city: Bishkek
  state: KGZ
`;
const PERSON = 'kind: person\nid: sadyr-japarov\nname: Sadyr Japarov\nnames: [{ text: Садыр Жапаров, lang: ky }]\n';

let session: ServerSession;
afterEach(() => session.stop());

function ask<T>(method: string, name: string, more: object = {}): Promise<T> {
  return session.connection.sendRequest(`textDocument/${method}`, {
    textDocument: { uri: session.uri(name) },
    ...more,
  });
}

describe('a client that can take all', () => {
  it('gets the outline, the links, the folds and the selections of a file that it has open', async () => {
    session = await new ServerSession({ 'source.yaml': '', 'person.yaml': PERSON }).start();
    expect(session.initialized.capabilities).toMatchObject({
      documentSymbolProvider: true,
      workspaceSymbolProvider: true,
      foldingRangeProvider: true,
      selectionRangeProvider: true,
      documentLinkProvider: { resolveProvider: false },
    });
    await session.open('source.yaml', SOURCE);
    const [record] = await ask<DocumentSymbol[]>('documentSymbol', 'source.yaml');
    expect(record).toMatchObject({
      name: 'A report',
      detail: 'source · report',
      range: { start: { line: 2 }, end: { line: 10 } },
    });
    expect(record!.children!.at(-1)).toMatchObject({ name: 'dateline', detail: 'Bishkek · KGZ · Kyrgyzstan' });
    const links = await ask<DocumentLink[]>('documentLink', 'source.yaml');
    expect(links.map(({ target }) => target)).toEqual([
      'https://example.org/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8',
      session.uri('texts/a b.txt'),
    ]);
    expect(await ask<FoldingRange[]>('foldingRange', 'source.yaml')).toEqual([
      { startLine: 0, endLine: 1, kind: 'comment' },
      { startLine: 8, endLine: 10 },
    ]);
    const positions = [
      { line: 9, character: 10 },
      { line: 0, character: 0 },
    ];
    const selections = await ask<SelectionRange[]>('selectionRange', 'source.yaml', { positions });
    expect(selections).toHaveLength(2);
    expect(selections[0]).toMatchObject({
      range: { start: { line: 9, character: 8 }, end: { line: 9, character: 15 } },
      parent: { range: { start: { line: 9, character: 2 }, end: { line: 9, character: 15 } } },
    });
  });

  it('finds records while their text changes, and those of the registry', async () => {
    session = await new ServerSession({ 'person.yaml': PERSON }).start();
    const search = (query: string) => session.connection.sendRequest<WorkspaceSymbol[]>('workspace/symbol', { query });
    expect(await search('Жапаров')).toMatchObject([
      {
        name: 'Sadyr Japarov (Садыр Жапаров)',
        location: { uri: session.uri('person.yaml'), range: { start: { line: 1, character: 4 } } },
      },
    ]);
    await session.open('person.yaml', PERSON.replace('Sadyr Japarov', 'Садыр Нургожоевич'));
    expect((await search('нургож')).map(({ name }) => name)).toEqual(['Садыр Нургожоевич']);
    expect((await search('KGZ'))[0]).toMatchObject({ name: 'Kyrgyzstan' });
    expect((await search('')).map(({ name }) => name)).toEqual(['Садыр Нургожоевич']);
  });

  it('gets all of that for a text of the registry', async () => {
    session = await new ServerSession({ 'person.yaml': PERSON }).start();
    const textDocument = { uri: 'security-initiatives-registry:/organizations/ots.yaml' };
    const of = <T>(method: string, more = {}) =>
      session.connection.sendRequest<T[]>(`textDocument/${method}`, { textDocument, ...more });
    expect((await of<DocumentSymbol>('documentSymbol'))[0]).toMatchObject({ name: 'Organization of Turkic States' });
    expect((await of<FoldingRange>('foldingRange')).length).toBeGreaterThan(2);
    expect((await of<DocumentLink>('documentLink')).length).toBeGreaterThan(0);
    expect(await of<SelectionRange>('selectionRange', { positions: [{ line: 1, character: 4 }] })).toHaveLength(1);
  });
});

describe('a client that can take little', () => {
  it('gets flat lists, and no more folds than it wants, each of whole lines', async () => {
    session = await new ServerSession({ 'source.yaml': SOURCE }).start({
      client: { capabilities: { textDocument: { foldingRange: { lineFoldingOnly: true, rangeLimit: 1 } } } },
    });
    const symbols = await ask<SymbolInformation[]>('documentSymbol', 'source.yaml');
    expect(symbols[0]).toMatchObject({ name: 'A report', location: { uri: session.uri('source.yaml') } });
    expect(symbols.at(-1)).toMatchObject({ name: 'dateline', containerName: 'A report' });
    expect(await ask<FoldingRange[]>('foldingRange', 'source.yaml')).toHaveLength(1);
  });

  it('gets columns in the encoding that it counts in', async () => {
    session = await new ServerSession({ 'person.yaml': '' }).start({
      client: { capabilities: { general: { positionEncodings: ['utf-8'] } } },
    });
    await session.open('person.yaml', 'kind: source\nid: a\ntitle: "Жы 🙂"\nurl: "https://example.org"\n');
    const [, , title] = (await ask<SymbolInformation[]>('documentSymbol', 'person.yaml')).slice(1);
    expect(title!.location.range.end).toEqual({ line: 2, character: 18 });
    const none = await ask('documentSymbol', 'no-such-file.yaml');
    expect(none).toEqual([]);
  });
});
