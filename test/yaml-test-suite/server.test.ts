/** YAML's own test suite in the real server: every text is opened, asked about from end to end, and edited, and each question gets an answer. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ServerSession } from '../support/server.ts';
import { cases } from './cases.ts';

const ASKED_OF_FILES = ['documentSymbol', 'foldingRange', 'semanticTokens/full', 'codeLens', 'documentLink'];
const ASKED_OF_PLACES = ['hover', 'completion', 'definition', 'documentHighlight', 'linkedEditingRange'];

describe('the texts of the suite in the server', () => {
  let session: ServerSession;
  beforeAll(async () => {
    session = new ServerSession({ 'initiatives.yaml': 'dataset: Suite\nrecords: ["**/*.yaml"]\n' });
    await session.start();
  });
  afterAll(() => session.stop());

  /** Asks all there is to ask, in the middle and at the end of a text. @returns how many answers have come */
  async function ask(name: string, text: string): Promise<number> {
    const lines = text.split('\n');
    const textDocument = { uri: session.uri(name) };
    const last = { line: lines.length - 1, character: lines.at(-1)!.length };
    const middle = Math.floor(lines.length / 2);
    const places = [{ line: middle, character: lines[middle]!.length }, last];
    const range = { start: { line: 0, character: 0 }, end: last };
    const answers = await Promise.all([
      ...ASKED_OF_FILES.map((method) => session.connection.sendRequest(`textDocument/${method}`, { textDocument })),
      session.connection.sendRequest('textDocument/inlayHint', { textDocument, range }),
      session.connection.sendRequest('textDocument/codeAction', { textDocument, range, context: { diagnostics: [] } }),
      session.connection.sendRequest('textDocument/selectionRange', { textDocument, positions: places }),
      session.connection.sendRequest('textDocument/formatting', {
        textDocument,
        options: { tabSize: 2, insertSpaces: true },
      }),
      ...places.flatMap((place) => ASKED_OF_PLACES.map((method) => session.at(method, name, place))),
    ]);
    return answers.length;
  }

  it('get an answer to every question, while somebody types in them', async () => {
    let answered = 0;
    for (const { id, yaml } of cases) {
      const name = `${id.replace('/', '-')}.yaml`;
      await session.open(name, yaml);
      const typed = `${yaml}\nkind: summit\nid: `;
      await session.change(name, typed);
      answered += await ask(name, typed);
      await session.close(name);
    }
    expect(answered).toBe(cases.length * 19);
    expect(session.process.exitCode).toBeNull();
  }, 60_000);

  it('get problems where the suite says that they are errors', async () => {
    const [broken, good] = [cases.find(({ id }) => id === '2CMS/0')!, cases.find(({ id }) => id === '229Q/0')!];
    await session.open('broken.yaml', broken.yaml);
    await session.open('good.yaml', good.yaml);
    const problems = await session.waitFor('broken.yaml', (all) => all.length > 0);
    expect(problems.map(({ code }) => code)).toContain('yaml-syntax');
    const others = await session.waitFor('good.yaml', (all) => all.length > 0);
    expect(others.map(({ code }) => code)).not.toContain('yaml-syntax');
  });
});
