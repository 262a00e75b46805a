/** What a client asks of the server when a dataset begins. */
import { afterEach, describe, expect, it } from 'vitest';
import { Method, type Starter, type StarterParams } from '../../server/protocol.ts';
import { starterFiles } from '../../server/starter/files.ts';
import { ServerSession } from '../support/server.ts';

const BEGINNING: StarterParams = { folder: 'caspian-sea', version: '1.2.3', ci: true };

let session: ServerSession;

afterEach(async () => {
  await session.stop();
});

describe('a dataset that begins', () => {
  it('has the same files as with the command line', async () => {
    session = await new ServerSession({}).start();
    const { title, files } = await session.connection.sendRequest<Starter>(Method.starter, BEGINNING);
    expect(title).toBe('Caspian sea');
    const wanted = starterFiles({ title: 'Caspian sea', version: '1.2.3', ci: true });
    expect(files).toEqual([...wanted].map(([path, text]) => ({ path, text })));
  });

  it('has the title that somebody has written, on one line, and no checks in CI where nobody wants them', async () => {
    session = await new ServerSession({}).start();
    const params = { ...BEGINNING, title: ' Around the:\n Caspian Sea ', ci: false };
    const { title, files } = await session.connection.sendRequest<Starter>(Method.starter, params);
    expect(title).toBe('Around the: Caspian Sea');
    expect(files.find(({ path }) => path === 'initiatives.yaml')?.text).toContain(
      "dataset: 'Around the: Caspian Sea'\n",
    );
    expect(files.filter(({ path }) => path.startsWith('.'))).toEqual([]);
  });

  it('is named after its folder where a title says nothing', async () => {
    session = await new ServerSession({}).start();
    const ask = (params: StarterParams) => session.connection.sendRequest<Starter>(Method.starter, params);
    expect((await ask({ ...BEGINNING, title: ' \u0007 ' })).title).toBe('Caspian sea');
    expect((await ask({ ...BEGINNING, folder: '' })).title).toBe('Security initiatives');
  });

  it('is refused in words where the question makes no sense', async () => {
    session = await new ServerSession({}).start();
    await expect(session.connection.sendRequest(Method.starter, { ci: true })).rejects.toThrow('folder must be a text');
  });
});
