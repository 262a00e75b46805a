/** What a dataset is like at a glance: counted at once for whoever asks, told whenever it changes, and to nobody else. */
import { afterEach, describe, expect, it } from 'vitest';
import type { DatasetStatus, DatasetSummary } from '../../server/protocol.ts';
import { ServerSession } from '../support/server.ts';

const person = (id: string, more = '') => `kind: person\nid: ${id}\nname: ${id}\n${more}`;
const WRONG = 'offices: [{ title: Envoy, state: XTR }]\n';
const NO_PROBLEMS = { error: 0, warning: 0, info: 0, hint: 0 };

let session: ServerSession;
let told: DatasetStatus[];

afterEach(async () => {
  expect(await session.stop()).toBe(0);
});

/** What has to be so; `undefined` for what has to be missing. */
type Wanted = { readonly [Name in keyof DatasetStatus]?: DatasetStatus[Name] | undefined };

/** Wakes those who wait for something that is told. */
let wake = () => {};

async function start(files: Readonly<Record<string, string>>, settings: unknown = null, folders = ['']): Promise<void> {
  session = new ServerSession(files);
  session.settings = settings;
  told = [];
  session.connection.onNotification('securityInitiatives/datasetStatusChanged', (status: DatasetStatus) => {
    told.push(status);
    wake();
  });
  await session.start({ folders });
}

const statusOf = (name = ''): Promise<DatasetStatus> =>
  session.connection.sendRequest('securityInitiatives/datasetStatus', { uri: session.uri(name) });

const summaryOf = (name = ''): Promise<DatasetSummary> =>
  session.connection.sendRequest('securityInitiatives/datasetSummary', { uri: session.uri(name) });

/** Settled when it has been told that a dataset is so. */
async function isTold(wanted: Wanted): Promise<DatasetStatus> {
  const found = () => told.find((status) => matches(status, wanted));
  await new Promise<void>((resolve) => {
    wake = () => {
      if (found()) resolve();
    };
    wake();
  });
  return found()!;
}

/** Settled when a dataset is so, by what is answered or told later. */
async function becomes(name: string, wanted: Wanted): Promise<DatasetStatus> {
  const status = await statusOf(name);
  return matches(status, wanted) ? status : isTold(wanted);
}

function matches(status: DatasetStatus, wanted: Wanted): boolean {
  return Object.entries(wanted).every(
    ([name, value]) => JSON.stringify(status[name as keyof DatasetStatus]) === JSON.stringify(value),
  );
}

describe('the status of a dataset', () => {
  it('counts records and problems once all is read and checked', async () => {
    await start({
      'initiatives.yaml': 'dataset: Caspian talks\n',
      'two.yaml': `${person('a')}---\n${person('b', WRONG)}`,
      'c.yaml': person('c'),
      'notes.yaml': 'no: record\n',
    });
    const status = await becomes('', { activity: undefined, records: 3 });
    expect(status).toEqual({
      dataset: session.uri('').replace(/\/$/, ''),
      title: 'Caspian talks',
      records: 3,
      problems: { ...NO_PROBLEMS, error: 1 },
      validated: true,
    });
    expect(await statusOf('c.yaml')).toEqual(status);
  });

  it('follows what is typed, what comes and what goes', async () => {
    await start({ 'a.yaml': person('a') });
    await becomes('', { activity: undefined, records: 1 });
    await session.open('a.yaml', person('a'));
    await session.change('a.yaml', person('a', WRONG));
    await isTold({ records: 1, problems: { ...NO_PROBLEMS, error: 1 } });
    session.write('b.yaml', person('b'));
    await session.changedOnDisk('b.yaml', 1);
    await isTold({ activity: undefined, records: 2, problems: { ...NO_PROBLEMS, error: 1 } });
    told = [];
    await session.change('a.yaml', person('a'));
    await isTold({ records: 2, problems: NO_PROBLEMS });
    session.remove('b.yaml');
    await session.changedOnDisk('b.yaml', 3);
    await isTold({ activity: undefined, records: 1, problems: NO_PROBLEMS });
  });

  it('is told to nobody who has not asked, and only where it differs', async () => {
    await start({ 'a.yaml': person('a') });
    await session.open('a.yaml', person('a', WRONG));
    await session.waitFor('a.yaml', (all) => all.length === 1);
    await session.hasReadAll();
    expect(told).toEqual([]);
    await statusOf();
    await session.change('a.yaml', person('a', `${WRONG}# said otherwise\n`));
    await session.change('a.yaml', person('a'));
    await isTold({ problems: NO_PROBLEMS });
    const settled = told.filter(({ activity }) => activity === undefined);
    expect(settled).toHaveLength(new Set(settled.map((status) => JSON.stringify(status))).size);
  });

  it('is that of the innermost dataset, and of a file that stands alone', async () => {
    await start({
      'initiatives.yaml': 'dataset: Outer\n',
      'a.yaml': person('a'),
      'inner/initiatives.yaml': 'dataset: Inner\n',
      'inner/b.yaml': person('b', WRONG),
      'inner/c.yaml': person('c'),
    });
    await session.hasReadAll();
    expect((await statusOf('a.yaml')).title).toBe('Outer');
    await becomes('inner/c.yaml', { title: 'Inner', activity: undefined, problems: { ...NO_PROBLEMS, error: 1 } });
    expect(await statusOf('inner/c.yaml')).toMatchObject({ title: 'Inner', records: 2 });
    await becomes('a.yaml', { title: 'Outer', activity: undefined, records: 1, problems: NO_PROBLEMS });
    const all: DatasetStatus[] = await session.connection.sendRequest('securityInitiatives/datasets');
    expect(all.map(({ title }) => title)).toEqual(['Inner', 'Outer']);
  });

  it('knows a dataset that has a manifest and no records yet, wherever it is', async () => {
    session = await new ServerSession({ 'inner/initiatives.yaml': 'dataset: Inner\n' }).start();
    const all: DatasetStatus[] = await session.connection.sendRequest('securityInitiatives/datasets');
    expect(all).toMatchObject([{ dataset: session.uri('inner'), title: 'Inner', records: 0 }]);
    for (const params of [{}, null, []]) {
      const answer = await session.connection.sendRequest('securityInitiatives/datasets', params);
      expect(answer).toMatchObject([{ title: 'Inner' }]);
    }
  });

  it('moves problems to the dataset that a new manifest makes', async () => {
    await start({ 'a.yaml': person('a'), 'inner/b.yaml': person('b', WRONG) });
    await session.hasReadAll();
    await becomes('', { records: 2, activity: undefined, problems: { ...NO_PROBLEMS, error: 1 } });
    session.write('inner/initiatives.yaml', 'dataset: Inner\n');
    await session.changedOnDisk('inner/initiatives.yaml', 1);
    await isTold({ title: 'Inner', records: 1, activity: undefined, problems: { ...NO_PROBLEMS, error: 1 } });
    await isTold({ records: 1, activity: undefined, problems: NO_PROBLEMS });
  });

  it('says how far reading has come', async () => {
    const files = Object.fromEntries(Array.from({ length: 600 }, (_, i) => [`${i}.yaml`, person(`p${i}`)]));
    await start(files);
    const first = await statusOf();
    expect(first.activity).toBe('reading');
    await isTold({ activity: undefined, records: 600 });
    for (const { activity, read = 0, all = 0 } of told) {
      if (activity === 'reading') expect(read).toBeLessThanOrEqual(all);
      else expect([read, all]).toEqual([0, 0]);
    }
  });
});

describe('the summary of a dataset', () => {
  it('has the numbers that the command line has, and what kinds are called', async () => {
    await start({
      'initiatives.yaml': 'dataset: T\ntoday: 2025-10-31\n',
      'a.yaml': person('a', WRONG),
      'b.yaml': person('b'),
    });
    const { status, numbers, kindNames } = await summaryOf();
    expect(status.title).toBe('T');
    expect(numbers).toMatchObject({
      dataset: 'T',
      today: '2025-10-31',
      files: { read: 3, unread: 0, withoutRecords: 0 },
      records: 2,
      kinds: [{ value: 'person', records: 2 }],
      undated: 2,
      references: { all: 1, unknown: 1 },
      problems: { error: 1 },
      rules: [{ rule: 'unknown-reference', problems: 1 }],
    });
    expect(kindNames.person).toBe('persons');
  });

  it('counts what is in the editor, and no problems that are not shown', async () => {
    await start({ 'a.yaml': person('a') }, { validate: { enable: false } });
    await session.open('a.yaml', `${person('a', WRONG)}---\n${person('b')}`);
    const { numbers, status } = await summaryOf('a.yaml');
    expect(status.validated).toBe(false);
    expect(numbers.records).toBe(2);
    expect(numbers.problems).toBeUndefined();
  });

  it('is there for a file outside every folder', async () => {
    await start({ 'folder/a.yaml': person('a'), 'alone.yaml': person('b') }, null, ['folder']);
    await session.open('alone.yaml', person('b'));
    const { status, numbers } = await summaryOf('alone.yaml');
    expect(status).toMatchObject({ title: 'alone.yaml', records: 1 });
    expect(numbers).toMatchObject({ records: 1, files: { read: 1, withoutRecords: 0 } });
  });
});
