/** Between two slices of work messages come in and go out. */
import { describe, expect, it } from 'vitest';
import { Turns } from '../../server/turns.ts';

/** Turns of a server whose last message is on its way when `arrive` or `fail` is called. */
function turns() {
  let arrive = () => {};
  let fail = (_: Error) => {};
  const sent = new Promise<void>((resolve, reject) => {
    arrive = resolve;
    fail = reject;
  });
  const events: string[] = [];
  const afterMessages = (call: () => void) => {
    events.push('messages');
    call();
  };
  const made = new Turns(
    () => 0,
    afterMessages,
    () => sent,
  );
  return { events, turns: made, arrive, fail };
}

describe('work that waits for its turn', () => {
  it.each(['later', 'next'] as const)('goes on when what was told is on its way (%s)', async (how) => {
    const { events, turns: made, arrive } = turns();
    const done = new Promise<void>((resolve) => {
      if (how === 'later') made.later(resolve);
      else void made.next().then(resolve);
    }).then(() => void events.push('work'));
    await Promise.resolve();
    expect(events).toEqual([]);
    arrive();
    await done;
    expect(events).toEqual(['messages', 'work']);
  });

  it('goes on where nothing can be sent any more', async () => {
    const { events, turns: made, fail } = turns();
    const done = made.next();
    fail(new Error('The connection is closed.'));
    await done;
    expect(events).toEqual(['messages']);
  });
});
