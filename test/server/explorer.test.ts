/** What the Initiatives view asks of the real server: branches, ways, cards, and word that something may be another way. */
import { afterEach, describe, expect, it } from 'vitest';
import { type ExplorerBranches, type ExplorerChange, type ExplorerNode, Method } from '../../server/protocol.ts';
import { ServerSession } from '../support/server.ts';

const SUMMIT =
  'kind: summit\nid: gabala\nname: Gabala Summit\norganization: ots\nstatus: held\ndate: 2025-10-07\nhost: AZE\n';
const COUNCIL =
  'kind: proposal\nid: council\ntitle: Cyber Council\ntype: establish-body\nstatus: proposed\nparties: [{ state: KAZ }]\nmade_at: gabala\ndomains: [youth]\n';
const FILES = {
  'initiatives.yaml': 'dataset: Eurasia\n',
  'proposals/council.yaml': COUNCIL,
  'summits/gabala.yaml': SUMMIT,
};

let session: ServerSession;
afterEach(async () => {
  expect(await session.stop()).toBe(0);
});

const ask = (more: object = {}): Promise<ExplorerBranches> =>
  session.connection.sendRequest(Method.explorer, { grouping: 'organization', query: '', ...more });
const wayTo = (uri: string, key: string, more: object = {}): Promise<ExplorerNode[]> =>
  session.connection.sendRequest(Method.explorerWay, { grouping: 'organization', query: '', uri, key, ...more });
const card = (key: string): Promise<string | null> =>
  session.connection.sendRequest(Method.explorerCard, { uri: session.uri('initiatives.yaml'), key });
const labels = ({ nodes }: ExplorerBranches) => nodes.map(({ label, records }) => [label, records]);
const below = ({ dataset, path }: ExplorerNode, more: object = {}) => ask({ dataset, path, ...more });

/** Every change that the server tells, and the next one. */
function changes(): { readonly all: ExplorerChange[]; next: () => Promise<ExplorerChange> } {
  const all: ExplorerChange[] = [];
  let wake = (_: ExplorerChange) => {};
  session.connection.onNotification(Method.explorerChanged, (change: ExplorerChange) => {
    all.push(change);
    wake(change);
  });
  return { all, next: () => new Promise((resolve) => (wake = resolve)) };
}

describe('the server', () => {
  it('gives the branches of a tree one level after the other', async () => {
    session = await new ServerSession(FILES).start({ initializationOptions: { explorer: true } });
    const { nodes, hasRecords } = await ask();
    expect(hasRecords).toBe(true);
    expect(nodes).toMatchObject([
      {
        type: 'record',
        kind: 'organization',
        id: 'ots',
        label: 'Organization of Turkic States',
        records: 2,
        isShipped: true,
        isBranch: true,
      },
    ]);
    const [summit] = (await below(nodes[0]!)).nodes;
    expect(summit).toMatchObject({
      key: 'summit/gabala',
      date: '7 October 2025',
      records: 1,
      location: {
        uri: session.uri('summits/gabala.yaml'),
        range: { start: { line: 1, character: 4 }, end: { line: 1, character: 10 } },
      },
    });
    const [proposal] = (await below(summit!)).nodes;
    expect(proposal).toMatchObject({ key: 'proposal/council', isBranch: false });
    expect((await below(proposal!)).nodes).toEqual([]);
  });

  it('counts what is wrong, and tells once that something may be another way', async () => {
    session = await new ServerSession(FILES).start({ initializationOptions: { explorer: true } });
    await session.open('summits/gabala.yaml', SUMMIT);
    await session.hasReadAll();
    const told = changes();
    const [organization] = (await ask()).nodes;
    const before = organization!.errors;
    const change = told.next();
    await session.change('summits/gabala.yaml', SUMMIT.replace('AZE', 'AZX'));
    expect(await change).toEqual({ hasRecords: true });
    await session.change('summits/gabala.yaml', SUMMIT.replace('AZE', 'AZY'));
    await session.waitFor('summits/gabala.yaml', (found) => JSON.stringify(found).includes('AZY'));
    expect(told.all).toHaveLength(1);
    expect((await ask()).nodes[0]!.errors).toBe(before + 1);
    const again = told.next();
    await session.change('summits/gabala.yaml', SUMMIT);
    await again;
    expect((await ask()).nodes[0]!.errors).toBe(before);
  });

  it('tells nobody who has not asked, but whether there are records at all', async () => {
    session = await new ServerSession({ 'initiatives.yaml': 'dataset: Empty\n' }).start({
      initializationOptions: { explorer: true },
    });
    await session.hasReadAll();
    const told = changes();
    const change = told.next();
    await session.open('summits/gabala.yaml', SUMMIT);
    expect(await change).toEqual({ hasRecords: true });
    await session.change('summits/gabala.yaml', SUMMIT.replace('AZE', 'AZX'));
    await session.waitFor('summits/gabala.yaml', (found) => JSON.stringify(found).includes('AZX'));
    expect(told.all).toHaveLength(1);
  });

  it('keeps the record of a text that is broken right now, with a mark', async () => {
    session = await new ServerSession(FILES).start({ initializationOptions: { explorer: true } });
    await session.open('summits/gabala.yaml', SUMMIT);
    const [organization] = (await ask()).nodes;
    const told = changes().next();
    await session.change('summits/gabala.yaml', `"${SUMMIT}`);
    await told;
    expect((await below(organization!)).nodes).toMatchObject([{ key: 'summit/gabala', isBroken: true, records: 1 }]);
    await session.change('summits/gabala.yaml', SUMMIT.replace('Gabala Summit', 'Summit'));
    const [mended] = (await below(organization!)).nodes;
    expect(mended).toMatchObject({ label: 'Summit' });
    expect(mended).not.toHaveProperty('isBroken');
  });

  it('has a branch for each dataset that has records, by title, where there are several', async () => {
    const files = {
      'one/initiatives.yaml': 'dataset: Zeta\n',
      'one/gabala.yaml': SUMMIT,
      'two/initiatives.yaml': 'dataset: Alpha\n',
      'two/council.yaml': COUNCIL,
      'three/initiatives.yaml': 'dataset: Empty\n',
    };
    session = await new ServerSession(files).start({ initializationOptions: { explorer: true } });
    const { nodes } = await ask();
    expect(nodes).toMatchObject([
      { type: 'dataset', label: 'Alpha', records: 1, path: [] },
      { type: 'dataset', label: 'Zeta', records: 1, path: [] },
    ]);
    expect((await below(nodes[0]!)).nodes).toMatchObject([{ type: 'none', records: 1 }]);
    const way = await wayTo(session.uri('one/gabala.yaml'), 'summit/gabala');
    expect(way.map(({ label }) => label)).toEqual(['Zeta', 'Organization of Turkic States', 'Gabala Summit']);
  });

  it('tells the way to a record however the tree is arranged, and none to what is not in it', async () => {
    session = await new ServerSession(FILES).start({ initializationOptions: { explorer: true } });
    const uri = session.uri('proposals/council.yaml');
    const labels = async (more: object) => (await wayTo(uri, 'proposal/council', more)).map(({ label }) => label);
    expect(await labels({})).toEqual(['Organization of Turkic States', 'Gabala Summit', 'Cyber Council']);
    expect(await labels({ grouping: 'state' })).toEqual(['Kazakhstan', 'Cyber Council']);
    expect(await labels({ grouping: 'year' })).toEqual(['2025', 'Cyber Council']);
    expect(await labels({ query: 'gabala' })).toEqual([]);
    for (const key of ['', '/', 'summit/', 'summit/nobody', '__proto__/constructor', 'constructor/x']) {
      expect(await wayTo(uri, key)).toEqual([]);
      expect(await card(key)).toBeNull();
    }
  });

  it('searches in all datasets', async () => {
    session = await new ServerSession(FILES).start({ initializationOptions: { explorer: true } });
    const { nodes, found } = await ask({ query: 'cyber' });
    expect(found).toBe(1);
    expect(nodes).toMatchObject([{ id: 'ots', records: 2 }]);
    expect(await ask({ query: 'xyzzy' })).toMatchObject({ nodes: [], found: 0 });
  });

  it('shows a record on a card, its text as text', async () => {
    session = await new ServerSession({
      ...FILES,
      'summits/gabala.yaml': SUMMIT.replace('Gabala', '<b>[x](command:y)'),
    }).start({ initializationOptions: { explorer: true } });
    expect(await card('summit/gabala')).toContain('&lt;b>\\[x\\](command:y) Summit');
    expect(await card('organization/ots')).toContain('Organization of Turkic States');
  });

  it('takes any grouping and any path', async () => {
    session = await new ServerSession(FILES).start({ initializationOptions: { explorer: true } });
    const usual = await ask();
    for (const grouping of ['', 'constructor', '__proto__'])
      expect(labels(await ask({ grouping }))).toEqual(labels(usual));
    const dataset = usual.nodes[0]!.dataset;
    for (const path of [['nowhere'], ['organization/ots', 'nowhere'], [''], ['__proto__']]) {
      expect((await ask({ dataset, path })).nodes).toEqual([]);
    }
    expect(labels(await ask({ dataset, path: [] }))).toEqual(labels(usual));
  });
});
