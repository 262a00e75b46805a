/** Sessions with the real server process over stdio: what an editor and a disk do to it, and what it says. */

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CodeAction, Diagnostic, Hover, LocationLink } from 'vscode-languageserver/node';
import { Method, type TimelineUpdate } from '../../server/protocol.ts';
import { changesOf } from '../support/editor.ts';
import { ABLE, ServerSession } from '../support/server.ts';

const TWIN = 'kind: person\nid: same\nname: Same\n';
const SUMMIT = `kind: summit
id: gabala
name: 12th Summit
organization: ots
status: held
date: 2025-10-07
host: AZE
citations: [{ source: communique }]
---
kind: source
id: communique
publisher: Secretariat
`;
const PROPOSAL = `kind: proposal
id: council
title: Cybersecurity Council
type: establish-body
parties:
  - { state: KAZ, role: proposer }
made_at: gabala
domains: [cybersecurity]
status: proposed
citations: [{ source: speech }]
---
kind: source
id: speech
publisher: Presidential Administration
`;

describe('a session', () => {
  let session: ServerSession;

  beforeEach(async () => {
    session = await new ServerSession({ 'summits/gabala.yaml': SUMMIT, 'proposals/council.yaml': PROPOSAL }).start();
  });
  afterEach(async () => {
    expect(await session.stop()).toBe(0);
  });

  it('tells of a wrong state while it is typed, offers the right one, and takes the problem back', async () => {
    await session.open('summits/gabala.yaml', SUMMIT.replace('host: AZE', 'host: AZX'));
    const [problem] = await session.waitFor('summits/gabala.yaml', (all) => all.length === 1);
    expect(problem).toMatchObject({
      code: 'unknown-reference',
      source: 'security-initiatives',
      range: { start: { line: 6, character: 6 }, end: { line: 6, character: 9 } },
    });
    const actions: CodeAction[] = await session.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri: session.uri('summits/gabala.yaml') },
      range: problem!.range,
      context: { diagnostics: [problem] },
    });
    const fix = actions.find(({ title }) => title.includes('AZE'));
    expect(changesOf(fix?.edit)[session.uri('summits/gabala.yaml')]).toEqual([
      { range: problem!.range, newText: 'AZE' },
    ]);
    await session.change('summits/gabala.yaml', SUMMIT);
    await session.waitFor('summits/gabala.yaml', (all) => all.length === 0);
  });

  it('says nothing of a file whose problems have not changed', async () => {
    await session.open('summits/gabala.yaml', SUMMIT.replace('id: gabala', 'id: qabala'));
    await session.waitFor('proposals/council.yaml', (all) => all.some(({ code }) => code === 'unknown-reference'));
    session.takePublished();
    await session.change('summits/gabala.yaml', SUMMIT);
    await session.waitFor('proposals/council.yaml', (all) => all.length === 0);
    expect(session.takePublished()).toEqual(['proposals/council.yaml']);
  });

  it('believes the open text, and the disk again once it is closed', async () => {
    await session.open('summits/gabala.yaml', SUMMIT.replace('id: gabala', 'id: qabala'));
    await session.waitFor('proposals/council.yaml', (all) => all.length === 1);
    await session.changedOnDisk('summits/gabala.yaml', 2);
    await session.close('summits/gabala.yaml');
    await session.waitFor('proposals/council.yaml', (all) => all.length === 0);
  });

  it('follows files that come and go outside the editor', async () => {
    await session.open('proposals/council.yaml', PROPOSAL);
    await session.changedOnDisk('summits/gabala.yaml', 3);
    session.write('summits/gabala.yaml', SUMMIT.replace('id: gabala', 'id: baku'));
    await session.changedOnDisk('summits/gabala.yaml', 2);
    await session.waitFor('proposals/council.yaml', (all) => all.length === 1);
    session.write('other.yml', SUMMIT);
    await session.changedOnDisk('other.yml', 1);
    await session.waitFor('proposals/council.yaml', (all) => all.length === 0);
  });

  it('goes from a reference to its record, and opens a registry record read-only', async () => {
    await session.open('proposals/council.yaml', PROPOSAL);
    const [summit] = await session.at<LocationLink[]>('definition', 'proposals/council.yaml', {
      line: 6,
      character: 11,
    });
    expect(summit).toMatchObject({
      targetUri: session.uri('summits/gabala.yaml'),
      targetSelectionRange: { start: { line: 1, character: 4 }, end: { line: 1, character: 10 } },
    });
    const [state] = await session.at<LocationLink[]>('definition', 'proposals/council.yaml', {
      line: 5,
      character: 14,
    });
    const { text } = await session.connection.sendRequest<{ text: string }>('workspace/textDocumentContent', {
      uri: state!.targetUri,
    });
    const line = text.split('\n')[state!.targetSelectionRange.start.line];
    expect(line).toBe('id: KAZ');
  });

  it('shows the card of a reference, a date in words, and what a property means', async () => {
    await session.open('summits/gabala.yaml', SUMMIT);
    const hoverAt = async (line: number, character: number) => {
      const hover = await session.at<Hover>('hover', 'summits/gabala.yaml', { line, character });
      return (hover.contents as { value: string }).value;
    };
    expect(await hoverAt(3, 15)).toContain('Organization of Turkic States');
    expect(await hoverAt(5, 8)).toContain('7 October 2025');
    expect(await hoverAt(6, 1)).toMatch(/\*\*host\*\*/);
  });

  it('gives the timeline whole, then what changes, and keeps it while the text is broken', async () => {
    await session.open('summits/gabala.yaml', SUMMIT);
    const whole = await session.connection.sendRequest<TimelineUpdate>(Method.timeline, {
      uri: session.uri('summits/gabala.yaml'),
    });
    expect(whole.events.map(({ key }) => key).sort()).toEqual(['proposal/council', 'summit/gabala']);
    const changes: TimelineUpdate[] = [];
    let wake = () => {};
    session.connection.onNotification(Method.timelineChanged, (update: TimelineUpdate) => {
      changes.push(update);
      wake();
    });
    const next = () =>
      new Promise<void>((resolve) => {
        wake = resolve;
      });

    let changed = next();
    await session.change('summits/gabala.yaml', SUMMIT.replace('2025-10-07', '2025-10'));
    await changed;
    // The proposal has no date of its own, so it moves with its summit.
    expect(
      changes
        .at(-1)
        ?.events.map(({ key, date }) => [key, date.edtf])
        .sort(),
    ).toEqual([
      ['proposal/council', '2025-10'],
      ['summit/gabala', '2025-10'],
    ]);

    changed = next();
    await session.change('summits/gabala.yaml', 'kind: summit\nid\n');
    await changed;
    expect(changes.at(-1)).toMatchObject({ broken: [session.uri('summits/gabala.yaml')], removed: [] });
  });
});

describe('a server and other clients', () => {
  const FILES = { 'summits/gabala.yaml': SUMMIT, 'proposals/council.yaml': PROPOSAL };
  const WRONG = PROPOSAL.replace('gabala', 'gebele');

  it.each([
    ['a root as a URI', (session: ServerSession) => ({ rootUri: session.uri('').replace(/\/$/, '') })],
    ['a root as a path', (session: ServerSession) => ({ rootUri: null, rootPath: session.folder })],
  ])('reads the files of a client that names %s and can do nothing', async (_, root) => {
    const session = new ServerSession(FILES);
    await session.start({ client: { workspaceFolders: null, capabilities: {}, ...root(session) } });
    await session.open('proposals/council.yaml', WRONG);
    await session.waitFor('proposals/council.yaml', (all) => all.length === 1);
    await session.change('proposals/council.yaml', PROPOSAL);
    await session.waitFor('proposals/council.yaml', (all) => all.length === 0);
    await session.stop();
  });

  it('goes on when the client refuses to tell its settings', async () => {
    const session = new ServerSession(FILES);
    session.settings = new Error('no settings here');
    await session.start();
    await session.open('proposals/council.yaml', WRONG);
    await session.waitFor('proposals/council.yaml', (all) => all.length === 1);
    expect(await session.at('hover', 'proposals/council.yaml', { line: 0, character: 1 })).not.toBeNull();
    await session.stop();
  });

  it('takes no level that there is not', async () => {
    const session = new ServerSession(FILES);
    session.settings = { rules: { 'unknown-reference': 'fatal', 'bad-date': 7 }, today: 5 };
    await session.start();
    await session.open('proposals/council.yaml', WRONG);
    const [problem] = await session.waitFor('proposals/council.yaml', (all) => all.length === 1);
    expect(problem?.severity).toBe(1);
    await session.stop();
  });

  it('takes settings from a client that sends them unasked', async () => {
    const session = new ServerSession(FILES);
    await session.start({ client: { capabilities: {} } });
    await session.open('proposals/council.yaml', WRONG);
    await session.waitFor('proposals/council.yaml', (all) => all.length === 1);
    const settings = { securityInitiatives: { rules: { 'unknown-reference': 'hint' } } };
    await session.connection.sendNotification('workspace/didChangeConfiguration', { settings });
    await session.waitFor('proposals/council.yaml', (all) => all[0]?.severity === 4);
    await session.stop();
  });

  it('renames files for a client that can', async () => {
    for (const resourceOperations of [['rename'], ['create']]) {
      const session = new ServerSession({ ...FILES, 'states/alpha.yaml': 'kind: state\nid: XAA\nname: Alphaland\n' });
      const workspaceEdit = { documentChanges: true, resourceOperations };
      await session.start({ client: { capabilities: { ...ABLE, workspace: { ...ABLE.workspace, workspaceEdit } } } });
      const [problem] = await session.waitFor('states/alpha.yaml', (all) => all.length === 1);
      const actions: CodeAction[] = await session.connection.sendRequest('textDocument/codeAction', {
        textDocument: { uri: session.uri('states/alpha.yaml') },
        range: problem!.range,
        context: { diagnostics: [problem] },
      });
      const renamed = {
        kind: 'rename',
        oldUri: session.uri('states/alpha.yaml'),
        newUri: session.uri('states/XAA.yaml'),
      };
      const expected = resourceOperations[0] === 'rename' ? [{ edit: { documentChanges: [renamed] } }] : [];
      expect(actions.filter(({ title }) => title.startsWith('Rename '))).toMatchObject(expected);
      await session.stop();
    }
  });

  it('keeps the files of a dataset while its manifest is being written', async () => {
    const session = await new ServerSession({ ...FILES, 'proposals/council.yaml': WRONG }).start();
    await session.waitFor('proposals/council.yaml', (all) => all.length === 1);
    await session.open('initiatives.yaml', 'records: "propo\nrules: { unknown-reference: info }\n');
    await session.waitFor('initiatives.yaml', (all) => all.length === 1);
    await session.waitFor('proposals/council.yaml', (all) => all[0]?.severity === 3);
    await session.stop();
  });

  it('ends in the state of the last of many quick changes', async () => {
    const session = await new ServerSession(FILES).start();
    await session.open('summits/gabala.yaml', SUMMIT);
    for (let i = 0; i < 500; i++) {
      void session.change('summits/gabala.yaml', i % 2 ? SUMMIT : SUMMIT.replace('AZE', `AZ${i}`));
    }
    await session.change('summits/gabala.yaml', SUMMIT.replace('AZE', 'XQX'));
    await session.waitFor('summits/gabala.yaml', (all) => all.length === 1 && String(all[0]!.message).includes('XQX'));
    await session.stop();
  });
});

describe('a server', () => {
  it('answers in the spelling of URIs that the client uses', async () => {
    const session = await new ServerSession({}).start();
    const uri = `${session.uri('')}/a(1).yaml`;
    await session.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'yaml', version: 1, text: SUMMIT.replace('AZE', 'AZX') },
    });
    await session.waitUntil(
      () => session.takePublished().includes('a(1).yaml'),
      () => 'diagnostics under the URI that was opened',
    );
    await session.stop();
  });

  it('takes along what it has told when the client spells a URI in another way', async () => {
    const session = new ServerSession({ 'a(1).yaml': TWIN, 'b.yaml': TWIN });
    const told = new Map<string, Diagnostic[]>();
    await session.start();
    await session.waitFor('b.yaml', (all) => all.some(({ code }) => code === 'duplicate-id'));
    session.connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }) => {
      told.set(uri, diagnostics);
    });
    const uri = `${session.uri('')}/a(1).yaml`;
    const places = () =>
      told.get(session.uri('b.yaml'))?.flatMap(({ relatedInformation = [] }) => relatedInformation) ?? [];
    await session.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'yaml', version: 1, text: TWIN },
    });
    const patience = { timeout: 10_000 };
    await vi.waitFor(() => expect(places().map(({ location }) => location.uri)).toEqual([uri]), patience);
    expect(told.get(uri)?.map(({ code }) => code)).toContain('duplicate-id');
    expect(told.get(uri.replace('(1)', '%281%29'))).toEqual([]);
    await session.stop();
  });

  it('names what it cannot read, and goes on', async () => {
    const session = new ServerSession({ 'good.yaml': SUMMIT.replace('AZE', 'AZX') });
    session.write('bad.yaml', new Uint8Array([0x6b, 0xff, 0xfe]));
    const told: string[] = [];
    session.connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
      told.push(message);
    });
    await session.start();
    await session.waitFor('good.yaml', (all) => all.length === 1);
    expect(told.join('\n')).toContain('bad.yaml');
    await session.stop();
  });

  it('takes a folder with a manifest for a dataset of its own', async () => {
    const session = await new ServerSession({
      'a/initiatives.yaml': 'dataset: A\nrules: { unknown-reference: warning }\n',
      'a/proposal.yaml': PROPOSAL,
      'b/summit.yaml': SUMMIT,
    }).start();
    const [problem] = await session.waitFor('a/proposal.yaml', (all) => all.length === 1);
    expect(problem).toMatchObject({ code: 'unknown-reference', severity: 2 });
    await session.stop();
  });

  it('lets go of the files of a folder that is closed, and tells so', async () => {
    const session = await new ServerSession({
      'a/wrong.yaml': SUMMIT.replace('AZE', 'AZX'),
      'b/summit.yaml': SUMMIT,
    }).start({
      folders: ['a', 'b'],
    });
    await session.waitFor('a/wrong.yaml', (all) => all.length === 1);
    await session.removeFolder('a');
    await session.waitFor('a/wrong.yaml', (all) => all.length === 0);
    await session.stop();
  });

  it('takes back the problems of a file outside every folder when it is closed', async () => {
    const session = await new ServerSession({}).start({ folders: ['inside'] });
    await session.open('outside.yaml', PROPOSAL);
    await session.waitFor('outside.yaml', (all) => all.length === 1);
    await session.close('outside.yaml');
    await session.waitFor('outside.yaml', (all) => all.length === 0);
    await session.stop();
  });

  it('checks a file outside every folder by itself and the registry', async () => {
    const session = await new ServerSession({ 'inside/a.yaml': SUMMIT }).start({ folders: ['inside'] });
    await session.open('outside.yaml', PROPOSAL);
    const [problem] = await session.waitFor('outside.yaml', (all) => all.length > 0);
    expect(problem?.code).toBe('unknown-reference');
    await session.stop();
  });
});
