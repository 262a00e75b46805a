/** Files that stand alone: records outside every folder, or never saved. Any number of them may be looked at in a session. */
import { describe, expect, it, onTestFinished } from 'vitest';
import { Method, type TimelineUpdate } from '../../server/protocol.ts';
import { ServerSession } from '../support/server.ts';
import { Files, Window } from '../support/window.ts';

const RECORD = 'kind: state\nid: XAA\nname: Alphaland\n';
const WRONG = 'kind: state\nid: XAA\nnmae: Alphaland\n';

describe('files that stand alone', () => {
  it('are let go once they are closed, with their problems', async () => {
    const window = new Window(new Files());
    for (let number = 0; number < 100; number++) {
      const uri = `untitled:Untitled-${number}`;
      window.session.edit(uri, WRONG);
      window.run();
      expect(window.told.get(uri)).toHaveLength(1);
      await window.session.close(uri);
      window.run();
      expect([...window.told]).toEqual([]);
    }
    expect([...window.session.members].length).toBeLessThan(3);
  });

  it('are kept as long as they are open', async () => {
    const window = new Window(new Files());
    for (let number = 0; number < 10; number++) window.session.edit(`untitled:Untitled-${number}`, WRONG);
    expect(Object.keys(await window.rest())).toHaveLength(10);
  });

  it('are not kept for questions about files that nobody has opened', () => {
    const window = new Window(new Files());
    for (let number = 0; number < 100; number++) window.session.memberOf(`untitled:Untitled-${number}`);
    window.run();
    expect([...window.session.members].length).toBeLessThan(3);
  });

  it('go on in their timeline when they are opened again', async () => {
    const session = await new ServerSession({}).start();
    onTestFinished(async () => void (await session.stop()));
    const updates: TimelineUpdate[] = [];
    session.connection.onNotification(Method.timelineChanged, (update: TimelineUpdate) => void updates.push(update));
    const show = async (uri: string, text: string) => {
      const textDocument = { uri, languageId: 'security-initiatives', version: 1, text };
      await session.connection.sendNotification('textDocument/didOpen', { textDocument });
    };
    const close = (uri: string) =>
      session.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    const summit = 'kind: summit\nid: a\nname: A summit\norganization: ots\nstatus: held\ndate: 2025-10-07\n';
    await show('untitled:one', summit);
    await session.connection.sendRequest(Method.timeline, { uri: 'untitled:one' });
    await close('untitled:one');
    await show('untitled:two', RECORD);
    await session.hasReadAll();
    await show('untitled:one', summit.replace('A summit', 'Opened again'));
    await session.hasReadAll();
    expect(updates.at(-1)).toMatchObject({ dataset: 'untitled:one', events: [{ title: 'Opened again' }] });
  });
});
