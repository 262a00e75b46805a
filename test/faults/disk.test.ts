/** Disks on which files vanish as soon as they are seen, that answer late, and clocks that go where they like. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver-types';
import { localToday, onNewDay } from '../../server/clock.ts';
import { parseEdtf } from '../../server/dataset/dates/edtf.ts';
import { Method } from '../../server/protocol.ts';
import { fileUri, NodeFiles } from '../../server/sources/node-files.ts';
import type { FileSource } from '../../server/sources/source.ts';
import { makeFolder } from '../sources/folder.ts';
import { ServerSession } from '../support/server.ts';
import { Files, Window } from '../support/window.ts';

const STATE = 'kind: state\nid: XAA\nname: Alphaland\n';
const SUMMIT = 'kind: summit\nid: gabala\nname: A summit\norganization: ots\nstatus: planned\ndate: 2025-10-31\n';
const PERSON = (id: string) => `kind: person\nid: ${id}\nname: A Speaker\noffices: [{ title: Minister, state: XAA }]\n`;

describe('files that vanish between being listed and being read', () => {
  /** The files of this machine, from which some are removed once they have been listed. */
  function vanishing(names: readonly string[], folder: string): FileSource {
    const files = new NodeFiles();
    return {
      async list(uri, signal) {
        const listing = await files.list(uri, signal);
        for (const name of names) rmSync(join(folder, name));
        return listing;
      },
      read: (uri, most) => files.read(uri, most),
    };
  }

  it('leave no trace, whatever they were to others', async () => {
    const names = ['initiatives.yaml', 'a/state.yaml', 'a/one.yaml', 'b/two.yaml', 'b/three.yaml'];
    const texts = ['dataset: D\nrules: { uncited: off }\n', STATE, PERSON('one'), PERSON('two'), PERSON('three')];
    for (let gone = 0; gone < 1 << names.length; gone++) {
      const folder = makeFolder(Object.fromEntries(names.map((name, index) => [name, texts[index]!])));
      const lost = names.filter((_, index) => gone & (1 << index));
      const window = new Window(vanishing(lost, folder));
      window.session.setFolders([fileUri(folder)]);
      await window.load();
      const fresh = new Window(new NodeFiles());
      fresh.session.setFolders([fileUri(folder)]);
      await fresh.load();
      expect(await window.rest(), lost.join()).toEqual(await fresh.rest());
    }
  });

  it('with their whole folder are none at all', async () => {
    const folder = makeFolder({ 'a/state.yaml': STATE, 'a/one.yaml': PERSON('one') });
    const files = new NodeFiles();
    const window = new Window({
      async list(uri, signal) {
        const listing = await files.list(uri, signal);
        rmSync(folder, { recursive: true });
        return listing;
      },
      read: (uri, most) => files.read(uri, most),
    });
    window.session.setFolders([fileUri(folder)]);
    await window.load();
    expect(await window.rest()).toEqual({});
  });
});

describe('a workspace on a slow disk', () => {
  const FILES: Record<string, string> = { 'state.yaml': STATE, 'open.yaml': SUMMIT };
  for (let number = 0; number < 60; number++) FILES[`person-${number}.yaml`] = PERSON(`person-${number}`);

  it('keeps nobody from working in an open file, and is all known in the end', async () => {
    const session = new ServerSession({});
    onTestFinished(async () => void (await session.stop()));
    const answers: (() => void)[] = [];
    const late = <T>(value: T) => new Promise<T>((resolve) => answers.push(() => resolve(value)));
    session.connection.onRequest(Method.listFiles, () => late(Object.keys(FILES).map((name) => session.uri(name))));
    session.connection.onRequest(Method.readFile, ({ uri }: { uri: string }) =>
      late(Buffer.from(FILES[uri.slice(session.uri('').length + 1)]!).toString('base64')),
    );
    await session.start({ initializationOptions: { files: 'client' } });
    const isWrong = (all: readonly Diagnostic[]) => all.some(({ code }) => code === 'schema');
    const work = async (word: string) => {
      await session.change('open.yaml', SUMMIT.replace('planned', word));
      await session.waitFor('open.yaml', isWrong);
      expect(await session.at('completion', 'open.yaml', { line: 4, character: 8 })).toMatchObject({
        items: expect.arrayContaining([expect.objectContaining({ label: 'planned' })]),
      });
      await session.change('open.yaml', SUMMIT);
      await session.waitFor('open.yaml', (all) => !isWrong(all));
    };
    await session.open('open.yaml', SUMMIT);
    let isRead = false;
    const reading = session.hasReadAll().then(() => {
      isRead = true;
    });
    // Not even the list is there; then a few files come at a time, the last asked for first.
    await work('planed');
    for (let round = 0; !isRead; round++) {
      for (const answer of answers.splice(-8).reverse()) answer();
      if (round % 5 === 0) await work(`planned-${round}`);
      else await session.at('hover', 'open.yaml', { line: 0, character: 0 });
    }
    await reading;
    await session.change('open.yaml', `${SUMMIT}host: XAA\n`);
    await session.at('hover', 'open.yaml', { line: 0, character: 0 });
    for (let number = 0; number < 60; number++) {
      const problems = session.diagnosticsOf(`person-${number}.yaml`).map(({ code }) => code);
      expect(problems).not.toContain('unknown-reference');
    }
    expect(session.diagnosticsOf('open.yaml').map(({ code }) => code)).not.toContain('unknown-reference');
  });
});

describe('a clock', () => {
  const DAYS = ['1970-01-01', '2025-10-30', '2025-10-31', '2025-11-01', '2038-01-20', '9999-12-31'];

  it('may go to any day and back: what is told is what a start on that day tells', async () => {
    const texts = [
      SUMMIT,
      SUMMIT.replace('planned', 'held').replace('gabala', 'baku'),
      'kind: chairmanship\nid: c\norganization: ots\nstate: AZE\nstart: 2025-10-07\n',
      'kind: source\nid: r\npublisher: P\ndate: 2025-10-31\n',
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({ day: fc.constantFrom(...DAYS), edit: fc.option(fc.constantFrom(...texts), { nil: undefined }) }),
          { minLength: 1, maxLength: 6 },
        ),
        async (steps) => {
          const on = (day: string) => ({ rules: {}, today: parseEdtf(day)! });
          const files = new Files(texts.map((text, index) => [`file:///w/${index}.yaml`, text]));
          const windowOn = async (day: string, open?: string) => {
            const window = new Window(files, { settings: on(day) });
            window.session.setFolders(['file:///w']);
            if (open !== undefined) window.session.edit('file:///w/0.yaml', open);
            await window.load();
            return window;
          };
          const window = await windowOn('2025-10-31');
          let open: string | undefined;
          for (const { day, edit } of steps) {
            window.session.configure(on(day));
            if (edit !== undefined) {
              open = edit;
              window.session.edit('file:///w/0.yaml', edit);
            }
            window.run();
            expect(await window.rest()).toEqual(await (await windowOn(day, open)).rest());
          }
        },
      ),
      { numRuns: 15 },
    );
  });

  it('that goes back is followed within ten minutes, and nothing is counted by it', () => {
    vi.useFakeTimers({ now: new Date(2025, 9, 31, 12) });
    onTestFinished(() => void vi.useRealTimers());
    const days: string[] = [];
    onTestFinished(onNewDay(() => days.push(localToday())));
    for (const [year, month, day] of [
      [2025, 9, 30],
      [1970, 0, 1],
      [1970, 0, 1],
      [2038, 0, 20],
      [2025, 9, 31],
    ] as const) {
      vi.setSystemTime(new Date(year, month, day, 12));
      vi.advanceTimersByTime(10 * 60_000);
    }
    expect(days).toEqual(['2025-10-30', '1970-01-01', '2038-01-20', '2025-10-31']);
  });
});
