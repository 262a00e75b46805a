/** The real server with the Russian bundle: what people read of it is Russian, and what programs read is as ever. */
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import type { CodeAction, CodeLens, Diagnostic, Hover } from 'vscode-languageserver/node';
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

  it('forgets what it has kept of the last start where the language is another', async () => {
    expect((await startIn(undefined)).message).toMatch(/^There is no state with the id `KAZZ`\./);
    const { folder } = session;
    await session.leave();
    expect((await startIn(russian, folder)).message).toMatch(/^Записи вида «государство»/);
    expect(session.takePublished().filter((name) => name === 'summit.yaml')).toHaveLength(1);
  });
});
