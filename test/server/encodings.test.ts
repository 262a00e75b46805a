/** A client that counts columns in bytes, code units or code points: edits, problems and answers in its own measure. */
import { describe, expect, it } from 'vitest';
import type { LocationLink, Range } from 'vscode-languageserver/node';
import { lineEnds } from '../support/fixture.ts';
import { ABLE, ServerSession } from '../support/server.ts';

const ENCODINGS = ['utf-8', 'utf-16', 'utf-32'] as const;
type Encoding = (typeof ENCODINGS)[number];

/** How many columns a text takes, as the platform counts. */
function columns(text: string, encoding: Encoding): number {
  if (encoding === 'utf-8') return Buffer.byteLength(text);
  return encoding === 'utf-16' ? text.length : [...text].length;
}

function start(files: Readonly<Record<string, string>>, encoding: Encoding): Promise<ServerSession> {
  const capabilities = { ...ABLE, general: { positionEncodings: [encoding, 'utf-16'] } };
  return new ServerSession(files).start({ client: { capabilities } });
}

/** The range of a word in the line that holds it. */
function rangeOf(text: string, word: string, encoding: Encoding): Range {
  const lines = text.split(/\r?\n/);
  const line = lines.findIndex((content) => content.includes(word));
  const before = lines[line]!.slice(0, lines[line]!.indexOf(word));
  const character = columns(before, encoding);
  return { start: { line, character }, end: { line, character: character + columns(word, encoding) } };
}

describe.each(ENCODINGS.flatMap((encoding) => lineEnds.map(([name, convert]) => ({ encoding, name, convert }))))(
  'a client that counts in $encoding, with $name',
  ({ encoding, convert }) => {
    const text = convert(
      '# Gəbələ 🤝 — Түрк мемлекеттеринин саммити\n{ "kind": person, "id": speaker, name: "Токаев 🇰🇿 Ə", offices: [{ title: Т, state: KAX }] }\n',
    );

    it('is told of problems in its columns', async () => {
      const session = await start({ 'speaker.yaml': text }, encoding);
      expect(session.initialized.capabilities.positionEncoding).toBe(encoding);
      const [problem] = await session.waitFor('speaker.yaml', (all) => all.length === 1);
      expect(problem).toMatchObject({ code: 'unknown-reference', range: rangeOf(text, 'KAX', encoding) });
      await session.stop();
    });

    it('edits in its columns, several places at once', async () => {
      const session = await start({}, encoding);
      await session.open('speaker.yaml', text);
      await session.waitFor('speaker.yaml', (all) => all.length === 1);
      const line = '{ "kind": person, "id": speaker, name: "Токаев 🇰🇿 Ə", offices: [{ title: Т, state: KAX }] }';
      const longer = line.replace('Токаев', 'Қасым-Жомарт Токаев 🎙');
      const shorter = longer.replace(' 🇰🇿', '');
      const change = (from: string, before: string, old: string, now: string) => ({
        range: rangeOf(convert(`#\n${from}\n`), `${before}${old}`, encoding),
        text: `${before}${now}`,
      });
      await session.connection.sendNotification('textDocument/didChange', {
        textDocument: { uri: session.uri('speaker.yaml'), version: 2 },
        // Each place is one of the text that the change before it has left.
        contentChanges: [
          change(line, '', 'Токаев', 'Қасым-Жомарт Токаев 🎙'),
          change(longer, '🎙 ', '🇰🇿 ', ''),
          change(shorter, 'state: ', 'KAX', 'KAZ'),
        ],
      });
      await session.waitFor('speaker.yaml', (all) => all.length === 0);
      const wanted = shorter.replace('KAX', 'KAZ');
      const end = columns(wanted, encoding);
      // Beyond the line's end is its end, as LSP has it.
      const beyond = { line: 1, character: end + 1000 };
      const other = convert(' # Ə\n---\n{ kind: person, id: other, name: Ə, offices: [{ title: Ə, state: KAX }] }');
      await session.connection.sendNotification('textDocument/didChange', {
        textDocument: { uri: session.uri('speaker.yaml'), version: 3 },
        contentChanges: [{ range: { start: beyond, end: beyond }, text: other }],
      });
      const whole = `#\n${wanted}${other}`;
      const [problem] = await session.waitFor('speaker.yaml', (all) => all.length === 1);
      expect(problem?.range).toEqual(rangeOf(whole, 'KAX', encoding));
      await session.stop();
    });

    it('goes to a definition from any of its columns, and no further than the word', async () => {
      const session = await start({ 'speaker.yaml': text.replace('KAX', 'KAZ') }, encoding);
      const { start: from, end } = rangeOf(text, 'KAX', encoding);
      for (let { character } = from; character <= end.character; character++) {
        const [link] = await session.at<LocationLink[]>('definition', 'speaker.yaml', { line: 1, character });
        expect(link?.originSelectionRange).toEqual({ start: from, end });
      }
      const before = { line: 1, character: from.character - 2 };
      expect(await session.at('definition', 'speaker.yaml', before)).toEqual([]);
      await session.stop();
    });
  },
);

it('a client that offers no encoding counts in UTF-16', async () => {
  const session = await new ServerSession({}).start({ client: { capabilities: {} } });
  expect(session.initialized.capabilities.positionEncoding).toBe('utf-16');
  await session.stop();
});
