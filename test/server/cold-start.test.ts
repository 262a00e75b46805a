/** While a dataset is being read and checked, whoever types gets answers: requests come before what is left of the start. */
import { afterEach, describe, expect, it } from 'vitest';
import type { CompletionList, Hover } from 'vscode-languageserver/node';
import { ServerSession } from '../support/server.ts';

const COUNT = 2_000;
const SUMMIT = 'kind: summit\nid: meeting\nname: Meeting\norganization: ots\nstatus: heldd\ndate: 2025-10-07\n';

/** Each with a problem that is told only when all have been read. */
function persons(): Record<string, string> {
  const person = (i: number) =>
    `kind: person\nid: person-${i}\nname: Person ${i}\noffices: [{ title: Minister, state: QQ${i % 10} }]\n`;
  return Object.fromEntries(Array.from({ length: COUNT }, (_, i) => [`persons/person-${i}.yaml`, person(i)]));
}

let session: ServerSession | undefined;
afterEach(async () => {
  await session?.stop();
  session = undefined;
});

describe('a start on thousands of files', () => {
  it('answers hover and completion, and tells of what is typed, before it is done', { timeout: 60_000 }, async () => {
    const started = new ServerSession({ ...persons(), 'summits/meeting.yaml': SUMMIT });
    session = started;
    const events: string[] = [];
    const told = new Set<string>();
    await started.start();
    // All of it is on its way before the server has read the first file.
    const noted = async <T>(what: string, answer: Promise<T>): Promise<T> => {
      const result = await answer;
      events.push(what);
      return result;
    };
    const name = 'summits/meeting.yaml';
    const opened = started.open(name, SUMMIT);
    const hovered = noted('hover', started.at<Hover | null>('hover', name, { line: 4, character: 2 }));
    const changed = started.change(name, SUMMIT.replace('heldd', 'helddd'));
    const completed = noted('completion', started.at<CompletionList>('completion', name, { line: 6, character: 0 }));
    const typed = noted(
      'problem',
      started.waitFor(name, (all) => all.some(({ message }) => String(message).includes('helddd'))),
    );
    const done = noted(
      'done',
      started.waitUntil(
        () => {
          for (const file of started.takePublished()) told.add(file);
          return told.size > COUNT;
        },
        () => `the problems of ${COUNT} files, of which ${told.size} have come`,
      ),
    );
    await Promise.all([opened, changed]);
    expect(JSON.stringify(await hovered)).toContain('status');
    expect((await completed).items.map(({ label }) => label)).toContain('host');
    await Promise.all([typed, done]);
    expect(events.at(-1)).toBe('done');
    expect(events).toHaveLength(4);
  });
});
