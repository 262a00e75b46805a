/** Settings: which level holds, what is told of wrong ones, and what a new day does. */
import { PassThrough } from 'node:stream';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  createConnection,
  createMessageConnection,
  type Diagnostic,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { localToday, onNewDay } from '../../server/clock.ts';
import { parseEdtf } from '../../server/dataset/dates/edtf.ts';
import { serve } from '../../server/server.ts';
import { readSettings } from '../../server/settings.ts';
import { ServerSession } from '../support/server.ts';

const TODAY = parseEdtf('2025-10-31')!;
const NAMES = ['bad-date', 'host-not-member', 'unknown-reference'];
const complaintsAbout = (value: unknown) => readSettings(value, TODAY, NAMES).complaints;

describe('settings that are wrong', () => {
  it.each([
    [
      { rules: { 'host-not-a-member': 'off' } },
      'The setting `securityInitiatives.rules` names a rule that there is not: `host-not-a-member`. Did you mean `host-not-member`?',
    ],
    [
      { rules: { whatever: 'off' } },
      'The setting `securityInitiatives.rules` names a rule that there is not: `whatever`.',
    ],
    [
      { rules: { 'bad-date': 'fatal' } },
      'The setting `securityInitiatives.rules` gives `bad-date` the level `fatal`: write `error`, `warning`, `info`, `hint` or `off`.',
    ],
    [{ rules: ['off'] }, 'The setting `securityInitiatives.rules` must hold names of rules with a level each.'],
    [
      { today: '31.10.2025' },
      'The setting `securityInitiatives.today` is no day: `31.10.2025`. Write it as `2025-10-31`.',
    ],
    [{ today: '../2025' }, 'The setting `securityInitiatives.today` is no day: `../2025`. Write it as `2025-10-31`.'],
    [
      { validate: { enable: 'no' } },
      'The setting `securityInitiatives.validate.enable` is neither on nor off: write `true` or `false`.',
    ],
    [
      { inlayHints: { names: 1 } },
      'The setting `securityInitiatives.inlayHints.names` is neither on nor off: write `true` or `false`.',
    ],
    [
      { timeline: { lanes: 'planet' } },
      'The setting `securityInitiatives.timeline.lanes` cannot be `planet`: write `organization`, `state`, `person`, `domain` or `kind`.',
    ],
    [
      { timeline: { view: ['table'] } },
      'The setting `securityInitiatives.timeline.view` cannot be `table`: write `drawing` or `table`.',
    ],
  ])('%j are told', (value, complaint) => {
    expect(complaintsAbout(value)).toEqual([complaint]);
  });

  it('are told one by one, and what is right beside them holds', () => {
    const value = { rules: { bad_date: 'off', 'unknown-reference': 'hint', 'bad-date': 7 }, today: '2025-02-30' };
    const { settings, complaints } = readSettings(value, TODAY, NAMES);
    expect(complaints).toHaveLength(3);
    expect(complaints[0]).toContain('Did you mean `bad-date`?');
    expect({ ...settings.rules }).toMatchObject({ 'unknown-reference': 'hint' });
    expect(settings.today).toBe(TODAY);
  });
});

describe('settings that are fine', () => {
  it.each([
    undefined,
    null,
    {},
    { rules: null, today: null },
    { rules: {}, today: '' },
    { rules: { 'bad-date': 'off' } },
    { validate: { enable: false }, timeline: { lanes: 'state', view: 'table' }, codeLenses: 'all', inlayHints: null },
  ])('%j are not spoken of', (value) => expect(complaintsAbout(value)).toEqual([]));
});

const PERSON = 'kind: person\nid: a\nname: A\noffices: [{ title: Envoy, state: XTR }]\n';
const manifest = (rules: string) => `rules: ${rules}\n`;

describe('the level of a problem', () => {
  let session: ServerSession;
  afterEach(async () => {
    expect(await session.stop()).toBe(0);
  });
  const [WARNING, INFO, HINT] = [2, 3, 4];

  async function configure(rules: object): Promise<void> {
    session.settings = { rules };
    await session.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  }
  const isTold = (severity: number | undefined) =>
    session.waitFor('a.yaml', (all) => all.length === (severity ? 1 : 0) && all[0]?.severity === severity);

  it("is the rule's own, unless a setting has another, unless the manifest has another still", async () => {
    session = await new ServerSession({ 'a.yaml': PERSON }).start();
    await session.open('a.yaml', PERSON);
    await isTold(1);
    await configure({ 'unknown-reference': 'hint' });
    await isTold(HINT);
    await session.open('initiatives.yaml', manifest('{ unknown-reference: warning }'));
    await isTold(WARNING);
    await configure({ 'unknown-reference': 'info' });
    await session.change('initiatives.yaml', manifest('{ bad-date: hint }'));
    await isTold(INFO);
    await session.change('initiatives.yaml', manifest('{ unknown-reference: off }'));
    await isTold(undefined);
    await session.change('initiatives.yaml', manifest('{}'));
    await configure({});
    await isTold(1);
  });

  it('is spoken of once where a setting names a rule that there is not', async () => {
    session = new ServerSession({ 'a.yaml': PERSON });
    const messages: { type: number; message: string }[] = [];
    session.connection.onNotification('window/showMessage', (shown) => {
      messages.push(shown);
    });
    session.settings = { rules: { 'unknown-referense': 'off' } };
    await session.start();
    await isTold(1);
    await configure({ 'unknown-referense': 'off', 'unknown-reference': 'hint' });
    await isTold(HINT);
    await configure({ 'unknown-referense': 'fatal', 'bad-date': 'fatal', 'unknown-reference': 'info' });
    await isTold(INFO);
    expect(messages.map(({ type }) => type)).toEqual([2, 2]);
    expect(messages[0]!.message).toContain('Did you mean `unknown-reference`?');
    expect(messages[1]!.message.split('\n')).toHaveLength(2);
  });
});

describe('whether problems are shown', () => {
  let session: ServerSession;
  afterEach(async () => {
    expect(await session.stop()).toBe(0);
  });

  async function validate(enable: boolean): Promise<void> {
    session.settings = { validate: { enable } };
    await session.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  }

  it('can be turned off and on again, and everything else goes on meanwhile', async () => {
    session = await new ServerSession({ 'a.yaml': PERSON, 'b.yaml': PERSON.replace('id: a', 'id: b') }).start();
    await session.open('a.yaml', PERSON);
    await session.waitFor('a.yaml', (all) => all.length === 1);
    await session.waitFor('b.yaml', (all) => all.length > 0);
    await validate(false);
    await session.waitFor('a.yaml', (all) => all.length === 0);
    await session.waitFor('b.yaml', (all) => all.length === 0);
    await session.change('a.yaml', PERSON.replace('XTR', 'XYZ'));
    expect(await session.at('hover', 'a.yaml', { line: 0, character: 7 })).not.toBeNull();
    expect(session.diagnosticsOf('a.yaml')).toEqual([]);
    await validate(true);
    const [problem] = await session.waitFor('a.yaml', (all) => all.length === 1);
    expect(problem!.message).toContain('XYZ');
    await session.waitFor('b.yaml', (all) => all.length > 0);
  });

  it('holds from the start, also for a file that cannot be read', async () => {
    session = new ServerSession({ 'a.yaml': PERSON });
    session.write('b.yaml', new Uint8Array([0x6b, 0xc3, 0x28]));
    session.settings = { validate: { enable: false } };
    await session.start();
    await session.open('a.yaml', PERSON);
    await session.hasReadAll();
    expect(session.diagnosticsOf('a.yaml')).toEqual([]);
    expect(session.diagnosticsOf('b.yaml')).toEqual([]);
    await validate(true);
    await session.waitFor('a.yaml', (all) => all.length === 1);
    await session.waitFor('b.yaml', (all) => all.length === 1);
  });
});

describe('a folder of the window', () => {
  let session: ServerSession;
  afterEach(async () => {
    expect(await session.stop()).toBe(0);
  });

  /** A window of two folders, each with settings of its own. */
  async function start(settings: Readonly<Record<string, unknown>>): Promise<void> {
    session = new ServerSession({ 'drafts/a.yaml': PERSON, 'final/a.yaml': PERSON });
    const folderOf = (uri: string | undefined) => uri?.slice(session.uri('').length);
    session.connection.onRequest('workspace/configuration', ({ items }: { items: { scopeUri?: string }[] }) =>
      items.map(({ scopeUri }) => settings[folderOf(scopeUri)?.replace(/^\//, '') ?? ''] ?? null),
    );
    await session.start({ folders: ['drafts', 'final'] });
  }

  it('has levels of its own', async () => {
    await start({ drafts: { rules: { 'unknown-reference': 'hint' } } });
    const isOf = (severity: number) => (all: Diagnostic[]) => all.some((one) => one.severity === severity);
    await session.waitFor('drafts/a.yaml', isOf(4));
    await session.waitFor('final/a.yaml', isOf(1));
  });

  it('may keep its problems to itself', async () => {
    await start({ drafts: { validate: { enable: false } } });
    await session.waitFor('final/a.yaml', (all) => all.length > 0);
    await session.hasReadAll();
    expect(session.diagnosticsOf('drafts/a.yaml')).toEqual([]);
  });
});

describe('a new day', () => {
  it('has everything checked again that asked what day it is', async () => {
    const [toServer, toClient] = [new PassThrough(), new PassThrough()];
    let today = '2025-10-30';
    let begin = () => {};
    serve(createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient)), {
      source: () => ({ list: async () => ({ files: [], failures: [] }), read: async () => ({ text: '' }) }),
      now: () => performance.now(),
      afterMessages: (call) => void setImmediate(call),
      today: () => today,
      onNewDay: (call) => {
        begin = call;
        return () => {};
      },
    });
    const client = createMessageConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
    const told: string[][] = [];
    let wake = () => {};
    client.onNotification('textDocument/publishDiagnostics', ({ diagnostics }: { diagnostics: Diagnostic[] }) => {
      told.push(diagnostics.map(({ code }) => String(code)));
      wake();
    });
    client.listen();
    await client.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
    await client.sendNotification('initialized', {});
    const next = new Promise<void>((resolve) => {
      wake = resolve;
    });
    const text =
      'kind: summit\nid: s\nname: S\norganization: ots\nstatus: planned\ndate: 2025-10-30\ncitations: [{ source: r }]\n---\nkind: source\nid: r\npublisher: P\n';
    const textDocument = { uri: 'file:///s.yaml', languageId: 'yaml', version: 1, text };
    await client.sendNotification('textDocument/didOpen', { textDocument });
    await client.sendRequest('textDocument/hover', { textDocument, position: { line: 0, character: 0 } });
    expect(told).toEqual([]);
    today = '2025-10-31';
    begin();
    await next;
    expect(told).toEqual([['stale-status']]);
    await client.sendRequest('shutdown');
    client.dispose();
  });

  it('is seen within ten minutes, even where the machine has slept through midnight', () => {
    vi.useFakeTimers({ now: new Date(2025, 9, 31, 23, 55) });
    try {
      const days: string[] = [];
      const stop = onNewDay(() => days.push(localToday()));
      vi.advanceTimersByTime(10 * 60_000);
      expect(days).toEqual(['2025-11-01']);
      vi.setSystemTime(new Date(2025, 10, 4, 8, 0));
      vi.advanceTimersByTime(10 * 60_000);
      expect(days).toEqual(['2025-11-01', '2025-11-04']);
      stop();
      vi.advanceTimersByTime(48 * 3_600_000);
      expect(days).toHaveLength(2);
    } finally {
      vi.useRealTimers();
    }
  });
});
