/** Formatting through the real server: what it announces, and what comes back for a file, for ranges and while typing. */
import { afterEach, describe, expect, it } from 'vitest';
import type { FormattingOptions, Range, Registration, RegistrationParams, TextEdit } from 'vscode-languageserver/node';
import { applyEdits, LineIndex } from '../../server/dataset/text.ts';
import { ABLE, ServerSession } from '../support/server.ts';

const OPTIONS: FormattingOptions = { tabSize: 4, insertSpaces: true };
const MESSY = 'id: x\nkind: summit\ntopics:\n- energy\n- space\nplace:\n    city: Габала 🙂\n';

describe('the server', () => {
  let session: ServerSession;
  afterEach(async () => {
    expect(await session.stop()).toBe(0);
  });

  async function open(text: string, settings: unknown = null): Promise<void> {
    session = new ServerSession({ 'a.yaml': text });
    session.settings = settings;
    await session.start();
    await session.open('a.yaml', text);
    await session.waitFor('a.yaml', () => true);
  }

  const ask = (method: string, more: object): Promise<TextEdit[] | null> =>
    session.connection.sendRequest(`textDocument/${method}`, {
      textDocument: { uri: session.uri('a.yaml') },
      options: OPTIONS,
      ...more,
    });

  function edited(text: string, edits: TextEdit[] | null): string {
    const index = new LineIndex(text);
    const offset = ({ line, character }: Range['start']) => index.offset(line, character);
    return applyEdits(
      text,
      (edits ?? []).map(({ range, newText }) => ({
        span: { start: offset(range.start), end: offset(range.end) },
        text: newText,
      })),
    );
  }

  const lines = (first: number, last: number): Range => ({
    start: { line: first, character: 0 },
    end: { line: last, character: 1 },
  });

  it('formats the languages alone that a client names, if it lets the server say so', async () => {
    session = new ServerSession({ 'a.yaml': MESSY });
    const registered = new Promise<Registration[]>((resolve) => {
      session.connection.onRequest('client/registerCapability', ({ registrations }: RegistrationParams) => {
        if (registrations.some(({ method }) => method === 'textDocument/formatting')) resolve(registrations);
        return null;
      });
    });
    const dynamic = { dynamicRegistration: true };
    const textDocument = {
      ...ABLE.textDocument,
      formatting: dynamic,
      rangeFormatting: dynamic,
      onTypeFormatting: dynamic,
    };
    await session.start({
      initializationOptions: { formatLanguages: ['records'] },
      client: { capabilities: { ...ABLE, textDocument } },
    });
    expect(Object.keys(session.initialized.capabilities).filter((name) => name.includes('Formatting'))).toEqual([]);
    const documentSelector = [{ language: 'records' }];
    expect((await registered).map(({ method, registerOptions }) => [method, registerOptions])).toEqual([
      ['textDocument/formatting', { documentSelector }],
      ['textDocument/rangeFormatting', { documentSelector, rangesSupport: true }],
      ['textDocument/onTypeFormatting', { documentSelector, firstTriggerCharacter: '\n', moreTriggerCharacter: [' '] }],
    ]);
    await session.open('a.yaml', MESSY);
    expect(edited(MESSY, await ask('formatting', {}))).toContain('  city: Габала');
  });

  it('formats a file, ranges, and what is being typed', async () => {
    await open(MESSY);
    expect(session.initialized.capabilities).toMatchObject({
      documentFormattingProvider: true,
      documentRangeFormattingProvider: { rangesSupport: true },
      documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n', moreTriggerCharacter: [' '] },
    });
    const neat = 'id: x\nkind: summit\ntopics:\n  - energy\n  - space\nplace:\n  city: Габала 🙂\n';
    expect(edited(MESSY, await ask('formatting', {}))).toBe(neat);
    const part = MESSY.replace('    city', '  city');
    expect(edited(MESSY, await ask('rangeFormatting', { range: lines(6, 6) }))).toBe(part);
    expect(edited(MESSY, await ask('rangesFormatting', { ranges: [lines(3, 3), lines(6, 6)] }))).toBe(neat);
    const typed = `${MESSY}chair:\n`;
    await session.change('a.yaml', typed);
    const edits = await ask('onTypeFormatting', { position: { line: 8, character: 0 }, ch: '\n' });
    expect(edited(typed, edits)).toBe(`${typed}  `);
  });

  it('sorts keys for those who have set it so', async () => {
    await open('id: x\nkind: summit\n', { format: { sortKeys: true } });
    expect(edited('id: x\nkind: summit\n', await ask('formatting', {}))).toBe('kind: summit\nid: x\n');
  });

  it('says nothing about files that it does not know', async () => {
    await open(MESSY);
    const textDocument = { uri: session.uri('none.yaml') };
    expect(await ask('formatting', { textDocument })).toEqual([]);
    expect(await ask('rangeFormatting', { textDocument, range: lines(0, 9) })).toEqual([]);
    expect(await ask('onTypeFormatting', { textDocument, position: lines(9, 9).start, ch: '\n' })).toEqual([]);
  });
});
