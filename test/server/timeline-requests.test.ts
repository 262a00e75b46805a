/** What the timeline's panel asks of the real server: the whole and its changes, details, places, and everything for a file. */
import { afterEach, describe, expect, it } from 'vitest';
import {
  Method,
  type TimelineDetails,
  type TimelineEvent,
  type TimelineExport,
  type TimelineUpdate,
} from '../../server/protocol.ts';
import { ServerSession } from '../support/server.ts';

const SUMMIT =
  '# Саммит 🙂\nkind: summit\nid: gabala\nname: Саммит\nlevel: experts\norganization: ots\nstatus: held\ndate: 2025-10-07\n';
const PROPOSAL =
  'kind: proposal\nid: "council"\ntitle: Council\ntype: establish-body\nstatus: proposed\nparties: [{ state: KAZ }]\nmade_at: gabala\ntarget: { date: 2026 }\ndomains: []\n';
const FILES = {
  'initiatives.yaml': 'dataset: Eurasia\n',
  'proposals/council.yaml': PROPOSAL,
  'summits/gabala.yaml': SUMMIT,
};
/** Keys that name no record, whatever they would mean to an object, a path or a pattern. */
const HOSTILE = ['', '/', '#', 'constructor', '__proto__', '__proto__/constructor', 'summit', 'summit/', '/gabala'];
const MORE_HOSTILE = [
  '../summits/gabala',
  'summit/../gabala',
  'summit/gabala/',
  'summit//gabala',
  'summit/gabala#other',
];

let session: ServerSession;
afterEach(async () => {
  expect(await session.stop()).toBe(0);
});

const ask = <T>(method: string, more: object = {}): Promise<T> =>
  session.connection.sendRequest(method, { uri: session.uri('initiatives.yaml'), ...more });
const detailsOf = (key: unknown) => ask<TimelineDetails | null>(Method.timelineDetails, { key });
const locate = (key: unknown) => ask<TimelineEvent['location'] | null>(Method.recordLocation, { key });

describe('the server', () => {
  it('gives the whole timeline, then what changes, with a revision each', async () => {
    session = await new ServerSession(FILES).start();
    const whole = await ask<TimelineUpdate>(Method.timeline);
    expect(whole).toMatchObject({
      title: 'Eurasia',
      whole: true,
      revision: 1,
      dataset: session.uri('').replace(/\/$/, ''),
    });
    expect(whole.events.map(({ key }) => key).sort()).toEqual([
      'proposal/council',
      'proposal/council#target',
      'summit/gabala',
    ]);
    expect(whole.events.find(({ key }) => key === 'proposal/council')?.story).toMatchObject([
      { status: 'proposed', summit: 'summit/gabala' },
    ]);
    const moved = new Promise<TimelineUpdate>((resolve) => {
      session.connection.onNotification(Method.timelineChanged, (update: TimelineUpdate) => {
        // Problems may still be on their way.
        if (update.events.some(({ date }) => date.edtf === '2025-10-08')) resolve(update);
      });
    });
    await session.open('summits/gabala.yaml', SUMMIT.replace('2025-10-07', '2025-10-08'));
    const { events, ...update } = await moved;
    expect(update).toMatchObject({ title: 'Eurasia', whole: false, removed: [] });
    expect(update.revision).toBeGreaterThan(1);
    const dates = Object.fromEntries(events.map(({ key, date }) => [key, date.edtf]));
    expect(dates).toMatchObject({ 'proposal/council': '2025-10-08', 'summit/gabala': '2025-10-08' });
  });

  it('says where a record stands, as the client counts columns', async () => {
    session = await new ServerSession(FILES).start();
    const start = { line: 2, character: 4 };
    expect(await locate('summit/gabala')).toEqual({
      uri: session.uri('summits/gabala.yaml'),
      range: { start, end: { line: 2, character: 10 } },
    });
    const council = { start: { line: 1, character: 4 }, end: { line: 1, character: 13 } };
    expect((await locate('proposal/council'))?.range).toEqual(council);
    expect((await locate('proposal/council#target'))?.range).toEqual(council);
    expect((await locate('organization/ots'))?.uri).toBe('security-initiatives-registry:/organizations/ots.yaml');
  });

  it('says what a record holds, be it of the dataset or of the registry', async () => {
    session = await new ServerSession(FILES).start();
    const summit = await detailsOf('summit/gabala');
    expect(summit?.facts).toEqual([{ label: 'Level', text: 'Experts' }]);
    expect(summit?.related.map(({ key }) => key)).toEqual(['organization/ots', 'proposal/council']);
    expect(await detailsOf('proposal/council#target')).toEqual(await detailsOf('proposal/council'));
    expect((await detailsOf('state/KAZ'))?.related.map(({ key }) => key)).toContain('proposal/council');
    expect((await detailsOf('organization/ots'))?.facts.map(({ label }) => label)).toContain('Seat');
  });

  it('knows no record by a key that is none', async () => {
    session = await new ServerSession(FILES).start();
    for (const key of [
      ...HOSTILE,
      ...MORE_HOSTILE,
      'summit/nowhere',
      'nothing/gabala',
      'Summit/gabala',
      null,
      7,
      {},
      [],
    ]) {
      expect([key, await detailsOf(key)]).toEqual([key, null]);
      expect([key, await locate(key)]).toEqual([key, null]);
    }
    expect(await detailsOf('summit/gabala')).not.toBeNull();
  });

  it('knows no record by a mistyped spelling of its id, and each by an id that is odd', async () => {
    const odd = (id: string) => `kind: summit\nid: ${JSON.stringify(id)}\nname: Odd\norganization: ots\ndate: 2025\n`;
    const ids = ['constructor', '__proto__', 'a/b', 'a#b', 'a#target', '../x', '<img src=x>'];
    session = await new ServerSession(Object.fromEntries(ids.map((id, i) => [`${i}.yaml`, odd(id)]))).start();
    for (const [i, id] of ids.entries()) {
      expect([id, (await locate(`summit/${id}`))?.uri]).toEqual([id, session.uri(`${i}.yaml`)]);
      expect(await detailsOf(`summit/${id}`)).toMatchObject({ related: [{ key: 'organization/ots' }] });
    }
    expect(await locate('summit/Constructor')).toBeNull();
  });

  it('gives everything for a file, without the folder that it has been read from', async () => {
    session = await new ServerSession(FILES).start();
    await ask(Method.timeline);
    const { update, details } = await ask<TimelineExport>(Method.timelineExport);
    expect(update).toMatchObject({ dataset: 'Eurasia', title: 'Eurasia', whole: true });
    expect(update.events.map(({ location }) => location.uri).sort()).toEqual([
      'proposals/council.yaml',
      'proposals/council.yaml',
      'summits/gabala.yaml',
    ]);
    expect(details['summit/gabala']).toEqual(await detailsOf('summit/gabala'));
    expect(JSON.stringify({ update, details })).not.toContain(session.folder);
    // What the panel has been given keeps its places.
    expect((await ask<TimelineUpdate>(Method.timeline)).events[0]?.location.uri).toMatch(/^file:/);
  });
});
