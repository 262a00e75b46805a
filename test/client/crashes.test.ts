/** What a person sees when the server crashes over and over. VS Code is stood in for here; test/vscode has the same with the real one. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BaseLanguageClient } from 'vscode-languageclient';

const shown = vi.hoisted(() => ({
  messages: [] as string[][],
  /** What is chosen, message by message. */
  answers: [] as string[],
  opened: 0,
  log: [] as string[],
  now: 0,
}));

vi.mock('vscode', () => ({
  l10n: { t: (text: string) => text },
  window: {
    showErrorMessage: async (...message: string[]) => {
      shown.messages.push(message);
      return shown.answers.shift();
    },
  },
}));
vi.mock('vscode-languageclient', () => ({
  CloseAction: { Restart: 'restart', DoNotRestart: 'leave' },
  ErrorAction: { Continue: 'go on' },
  State: { Starting: 'starting', Running: 'running', Stopped: 'stopped' },
}));

const { CrashGuard } = await import('../../client/crashes.ts');

let starts = 0;
/** What becomes of a start. */
let beginning: () => Promise<void>;
const popups: [message: string, show: unknown][] = [];
/** What becomes of a stop, and how often there has been one. */
let ending: () => Promise<void>;
let stops = 0;
const makeClient = (state: string) =>
  ({
    state,
    stop: () => {
      stops++;
      return ending();
    },
    start: () => {
      starts++;
      return beginning();
    },
    error: (message: string, _: unknown, show: unknown) => void popups.push([message, show]),
  }) as unknown as BaseLanguageClient;

async function guarded(state = 'stopped') {
  const log = (entry: Error | string) => void shown.log.push(String(entry));
  const guard = new CrashGuard({ show: () => void shown.opened++, error: log, warn: log, info: () => {} } as never);
  const client = makeClient(state);
  await guard.start(client);
  return {
    guard,
    client,
    /** What is done after a crash, some seconds after the last. */
    crash: async (seconds = 1) => {
      shown.now += seconds * 1000;
      const { action } = await guard.closed();
      await vi.runAllTimersAsync();
      return action;
    },
  };
}

describe('a server that crashes', () => {
  beforeEach(() => {
    Object.assign(shown, { messages: [], answers: [], opened: 0, log: [], now: 1_000_000 });
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    vi.spyOn(performance, 'now').mockImplementation(() => shown.now);
    starts = stops = 0;
    ending = async () => {};
    popups.length = 0;
    beginning = async () => {};
  });
  afterEach(() => vi.useRealTimers());

  it('is started again without a word, four times', async () => {
    const { crash } = await guarded();
    for (let count = 0; count < 4; count++) expect(await crash()).toBe('restart');
    expect(shown.messages).toEqual([]);
  });

  it('for the fifth time within three minutes stays away, and a plain message offers what can be done', async () => {
    const { crash } = await guarded();
    for (let count = 0; count < 4; count++) await crash(40);
    expect(await crash(19)).toBe('leave');
    expect(shown.messages).toEqual([[expect.stringContaining('keeps crashing'), 'Restart', 'Show Output']]);
    expect(shown.messages[0]?.[0]).toContain('records are not checked');
  });

  it('now and then is started again for ever', async () => {
    const { crash } = await guarded();
    for (let count = 0; count < 50; count++) expect(await crash(46)).toBe('restart');
    expect(shown.messages).toEqual([]);
  });

  it('is started on demand, also after a look at the output, and may crash as often again', async () => {
    shown.answers = ['Show Output', 'Restart'];
    const { crash } = await guarded();
    for (let count = 0; count < 4; count++) await crash();
    const before = starts;
    await crash();
    expect([shown.opened, shown.messages.length]).toEqual([1, 2]);
    expect(starts).toBe(before + 1);
    for (let count = 0; count < 4; count++) expect(await crash()).toBe('restart');
    expect(await crash()).toBe('leave');
  });

  it('is started on demand without being asked about, once for all who demand it meanwhile', async () => {
    const { guard, crash } = await guarded();
    for (let count = 0; count < 5; count++) await crash();
    const before = starts;
    await Promise.all([guard.restart(), guard.restart()]);
    expect(starts).toBe(before + 1);
    for (let count = 0; count < 4; count++) expect(await crash()).toBe('restart');
  });

  it('or hangs is ended before another is started, and not waited for if it does not end', async () => {
    const { guard } = await guarded('running');
    ending = () => Promise.reject(new Error('Stopping the server timed out'));
    await guard.restart();
    expect([stops, starts]).toEqual([1, 2]);
    expect(shown.log).toEqual(['Stopping the server timed out']);
    expect(shown.messages).toEqual([]);
  });

  it('stays away when the message is put away', async () => {
    const { crash } = await guarded();
    for (let count = 0; count < 5; count++) await crash();
    expect(shown.messages).toHaveLength(1);
  });

  it('is told of when it cannot be started again for another reason', async () => {
    const { crash } = await guarded();
    beginning = () => Promise.reject(new Error('spawn ENOENT'));
    await crash();
    expect(shown.messages).toEqual([[expect.stringContaining('could not start'), 'Show Output']]);
    expect(shown.log).toEqual(['Error: spawn ENOENT']);
  });

  it('while it starts is told of once it is given up, and not before', async () => {
    const { guard, crash } = await guarded();
    beginning = async () => {
      if (starts < 6) void guard.closed();
      throw new Error('Pending response rejected');
    };
    await crash();
    expect(shown.messages).toEqual([[expect.stringContaining('keeps crashing'), 'Restart', 'Show Output']]);
  });

  it('is told of in our words alone; those of the library go into the output', async () => {
    const { guard, client } = await guarded();
    client.error("couldn't create connection to server.", new Error('Code: -32097'), 'force');
    client.error('Request failed.', undefined, true);
    expect(popups.map(([, show]) => show)).toEqual([false, true]);
    expect(guard.initializationFailed(new Error('Code: -32097'))).toBe(false);
    expect(shown.log).toEqual(['Error: Code: -32097']);
  });

  it('leaves no message of its own where a word to it got lost', async () => {
    const { guard } = await guarded();
    expect(guard.error()).toEqual({ action: 'go on', handled: true });
  });
});
