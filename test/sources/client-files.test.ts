/** Files by way of a client, which may answer anything. */
import { expect, it } from 'vitest';
import { Method } from '../../server/protocol.ts';
import { ClientFiles } from '../../server/sources/client-files.ts';
import { MAX_BYTES } from '../../server/sources/source.ts';

const FOLDER = 'vscode-vfs://github/o/r';

function client(answer: unknown): ClientFiles {
  return new ClientFiles(async () => answer);
}

it('asks by the protocol', async () => {
  const asked: unknown[] = [];
  const source = new ClientFiles(async (method, params) => {
    asked.push([method, params]);
    return null;
  });
  await source.list(`${FOLDER}/`);
  await source.read(`${FOLDER}/a.yaml`);
  expect(asked).toEqual([
    [Method.listFiles, { folder: FOLDER }],
    [Method.readFile, { uri: `${FOLDER}/a.yaml` }],
  ]);
});

it('lists what it would list itself, each file once', async () => {
  const { files, failures } = await client([
    `${FOLDER}/b (1).yaml`,
    `${FOLDER}/b%20%281%29.yaml`,
    `${FOLDER}/a.yml`,
    `${FOLDER}/a.txt`,
    `${FOLDER}/.github/c.yaml`,
    `${FOLDER}/node_modules/d.yaml`,
    'vscode-vfs://github/other/e.yaml',
    7,
  ]).list(FOLDER);
  expect(files).toEqual([`${FOLDER}/a.yml`, `${FOLDER}/b%20%281%29.yaml`]);
  expect(failures).toEqual([]);
});

it('reads bytes as strict UTF-8 without a byte order mark', async () => {
  const base64 = (bytes: string | Uint8Array) => Buffer.from(bytes as string).toString('base64');
  expect(await client(base64('\ufeffимя: Ж\r\n')).read('x:///a.yaml')).toEqual({ text: 'имя: Ж\r\n' });
  expect(await client('').read('x:///a.yaml')).toEqual({ text: '' });
  const { failure } = await client(base64(Uint8Array.of(0xe9))).read('x:///a.yaml');
  expect(failure).toMatchObject({ reason: 'not-utf8', message: expect.stringContaining('a.yaml is not UTF-8') });
});

it('tells a file that is not there from one that cannot be read', async () => {
  expect((await client(null).read('x:///a.yaml')).failure).toMatchObject({ reason: 'missing' });
});

it('reads no more than it is to', async () => {
  const answer = Buffer.from('name').toString('base64');
  expect(await client(answer).read('x:///a.txt', 4)).toEqual({ text: 'name' });
  expect((await client(answer).read('x:///a.txt', 3)).failure).toMatchObject({ reason: 'too-large' });
});

it.each([[undefined], [7], ['no base64!']])('says that %j is no answer', async (answer) => {
  expect((await client(answer).read('x:///a.yaml')).failure?.message).toBe('x:///a.yaml cannot be read.');
});

it('tells failures of the client as failures of files', async () => {
  const source = new ClientFiles(() => Promise.reject(new Error('The connection is closed.')));
  expect((await source.read('x:///a.yaml')).failure?.message).toBe(
    'x:///a.yaml cannot be read: The connection is closed.',
  );
  expect((await source.list(FOLDER)).failures).toHaveLength(1);
});

it('keeps to a bounded number of requests at once', async () => {
  let running = 0;
  let most = 0;
  const source = new ClientFiles(async () => {
    most = Math.max(most, ++running);
    await new Promise((resolve) => setTimeout(resolve, 1));
    running--;
    return '';
  });
  const results = await Promise.all(Array.from({ length: 200 }, (_, i) => source.read(`x:///${i}.yaml`)));
  expect(results.every(({ text }) => text === '')).toBe(true);
  expect(most).toBe(16);
});

it('does not take more than it can hold', async () => {
  const source = client('A'.repeat(Math.ceil((((MAX_BYTES + 3) / 3) * 4) / 4) * 4));
  expect((await source.read('x:///a.yaml')).failure?.reason).toBe('too-large');
});

it('stops when it is told to', async () => {
  await expect(client([]).list(FOLDER, AbortSignal.abort())).rejects.toThrow(/abort/i);
});
