/** The real server with the Russian bundle: what people read of it is Russian, and what programs read is as ever. */
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import type { CodeAction, CodeLens, CompletionList, Diagnostic, Hover } from 'vscode-languageserver/node';
import { type DraftStart, Method, type ToolAnswer } from '../../server/protocol.ts';
import { ServerSession } from '../support/server.ts';
import { readTexts } from './languages.ts';

const FILES = {
  'summit.yaml': `kind: summit
id: ots-summit-2025-gabala
name: Gabala summit
organization: ots
status: held
date: 2025-10
host: KAZZ
citations: [{ source: communique }]
`,
  'proposal.yaml': `kind: proposal
id: council
title: Council
type: establish-body
parties: [{ state: KAZ }]
made_at: ots-summit-2025-gabala
domains: [cybersecurity]
status: proposed
citations: [{ source: communique }]
`,
  'source.yaml': 'kind: source\nid: communique\npublisher: Secretariat\n',
};

let session: ServerSession;
afterEach(() => session.stop());

async function startIn(texts: Readonly<Record<string, string>> | undefined, folder?: string): Promise<Diagnostic> {
  session = new ServerSession(folder === undefined ? FILES : {}, folder);
  const storage = pathToFileURL(`${session.folder}/.kept`).href;
  await session.start({ initializationOptions: { referencesCommand: 'list', storage, ...(texts && { texts }) } });
  const isWanted = ({ code }: Diagnostic) => code === 'unknown-reference';
  const problems = await session.waitFor('summit.yaml', (all) => all.some(isWanted));
  return problems.find(isWanted)!;
}

const russian = readTexts('l10n/bundle.l10n.ru.json');
const about = () => ({ textDocument: { uri: session.uri('summit.yaml') } });

describe('the server', () => {
  it('says problems, fixes, lenses and cards in the language of the texts that it is given', async () => {
    const problem = await startIn(russian);
    expect(problem).toMatchObject({
      code: 'unknown-reference',
      message: 'Записи вида «государство» с идентификатором `KAZZ` нет. Возможно, имелось в виду `KAZ`?',
    });
    const actions = await session.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      ...about(),
      range: problem.range,
      context: { diagnostics: [problem] },
    });
    expect(actions.map(({ title }) => title)).toContain('Заменить на `KAZ`');
    const lenses = await session.connection.sendRequest<CodeLens[]>('textDocument/codeLens', about());
    const said = await Promise.all(
      lenses.map((lens) => session.connection.sendRequest<CodeLens>('codeLens/resolve', lens)),
    );
    expect(said.map(({ command }) => command?.title)).toEqual(['1 ссылка', 'здесь сделано 1 предложение']);
    const card = await session.at<Hover>('hover', 'proposal.yaml', { line: 5, character: 12 });
    expect(JSON.stringify(card.contents)).toContain('октябрь 2025');
  });

  it('says what the model means in that language, too', async () => {
    await startIn(russian);
    const key = await session.at<Hover>('hover', 'summit.yaml', { line: 3, character: 2 });
    expect(JSON.stringify(key.contents)).toContain('Организация, к которой относится заседание.');
    expect(JSON.stringify(key.contents)).toContain('organization (обязательно): идентификатор (организация)');
    const value = await session.at<Hover>('hover', 'summit.yaml', { line: 4, character: 9 });
    expect(JSON.stringify(value.contents)).toMatch(/Заседание состоялось\..*Или: `planned`/);

    await session.open('new.yaml', 'kind: summit\nmode: \n');
    const values = await session.at<CompletionList>('completion', 'new.yaml', { line: 1, character: 6 });
    const online = values.items.find(({ label }) => label === 'online')!;
    expect(online.detail).toBe('Все участвуют по видеосвязи.');
    const keys = await session.at<CompletionList>('completion', 'new.yaml', { line: 2, character: 0 });
    const host = keys.items.find(({ label }) => label === 'host')!;
    expect(host.detail).toBe('государство');
    // What is still required is given by the names of the fields.
    const details = keys.items
      .filter(({ label }) => label !== russian['all that is required'])
      .map(({ detail }) => detail);
    expect(details.filter((detail) => /[A-Za-z]{4,}/.test(detail ?? ''))).toEqual([]);

    const { kinds } = await session.connection.sendRequest<DraftStart>(Method.draftStart, { uri: session.uri('') });
    expect(kinds.find(({ kind }) => kind === 'source')).toMatchObject({
      description: 'Сообщение, страница или документ, откуда взяты факты.',
    });
  });

  it('refuses names in that language', async () => {
    await startIn(russian);
    const at = { line: 3, character: 15 };
    const renamed = session.connection.sendRequest('textDocument/rename', { ...about(), position: at, newName: 'otc' });
    await expect(renamed).rejects.toThrow('Запись `ots` (организация) поставляется с расширением');
  });

  it('tells assistants of the model in English all the same', async () => {
    await startIn(russian);
    const input = { kind: 'summit', field: 'host' };
    const answer = await session.connection.sendRequest<ToolAnswer>(Method.useTool, { tool: 'describeKind', input });
    expect(JSON.stringify(answer)).toContain('The state that hosts the meeting.');
    expect(JSON.stringify(answer)).toContain('id of a state');
  });

  it('forgets what it has kept of the last start where the language is another', async () => {
    expect((await startIn(undefined)).message).toMatch(/^There is no state with the id `KAZZ`\./);
    const { folder } = session;
    await session.leave();
    expect((await startIn(russian, folder)).message).toMatch(/^Записи вида «государство»/);
    expect(session.takePublished().filter((name) => name === 'summit.yaml')).toHaveLength(1);
  });
});
