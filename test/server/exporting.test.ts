/** A dataset in another format, as the client asks for it. */
import { afterEach, describe, expect, it } from 'vitest';
import { type ExportedFiles, type ExportName, Method } from '../../server/protocol.ts';
import { ServerSession } from '../support/server.ts';

const FILES = {
  'initiatives.yaml': 'dataset: Around the Caspian\nrecords: ["**/*.yaml", "!drafts/**"]\n',
  'summits/b.yaml': 'kind: summit\nid: b\nname: B\norganization: ots\nstatus: held\ndate: 2025-10-07\n',
  'persons/a.yaml': 'kind: person\nid: a\nname: Ağa\n',
  'drafts/c.yaml': 'kind: person\nid: c\nname: C\n',
};

const ask = (format: ExportName) =>
  session.connection.sendRequest<ExportedFiles>(Method.exportDataset, { uri: session.uri('initiatives.yaml'), format });

let session: ServerSession;

afterEach(async () => {
  await session.stop();
});

describe('an export', () => {
  it('is one text in formats of one file, with the records that the dataset holds and those of the registry', async () => {
    session = await new ServerSession(FILES).start();
    const { title, files, written } = await ask('json');
    const { dataset, records } = JSON.parse(files[0]?.text ?? '');
    expect([title, dataset, files.length, files[0]?.path]).toEqual(['Around the Caspian', title, 1, '']);
    expect(records.slice(0, 2).map(({ id }: { id: string }) => id)).toEqual(['a', 'b']);
    const ids = records.map(({ id }: { id: string }) => id);
    expect(ids).toContain('ots');
    expect(ids).not.toContain('c');
    expect(written).toBe(records.length);
    const lines = (await ask('ndjson')).files[0]?.text.trimEnd().split('\n');
    expect(lines?.map((line) => JSON.parse(line))).toEqual(records);
  });

  it('is a text for each table in CSV, with a byte order mark for Excel alone', async () => {
    session = await new ServerSession(FILES).start();
    const { files } = await ask('csv');
    const person = files.find(({ path }) => path === 'person.csv')?.text;
    expect(person).toMatch(/^id,/);
    expect(person).toContain('Ağa');
    const excel = await ask('csv-excel');
    expect(excel.files.find(({ path }) => path === 'person.csv')?.text).toBe(`\ufeff${person}`);
  });

  it('has what is written in an editor and not saved', async () => {
    session = await new ServerSession(FILES).start();
    await session.open('persons/a.yaml', 'kind: person\nid: a\nname: Another\n');
    expect((await ask('ndjson')).files[0]?.text).toContain('"name":"Another"');
  });

  it('tells what could not be taken along', async () => {
    session = await new ServerSession({
      'x/nameless.yaml': 'kind: person\nname: Nobody\n',
      'x/broken.yaml': 'kind: person\nid: b\nname: "open\n',
    }).start();
    const { broken, nameless } = await ask('json');
    expect({ broken, nameless }).toEqual({ broken: ['x/broken.yaml'], nameless: ['x/nameless.yaml'] });
  });

  it('is refused in words for a format that there is not', async () => {
    session = await new ServerSession(FILES).start();
    await expect(ask('toString' as ExportName)).rejects.toThrow('must be one of json, ndjson, csv, csv-excel');
  });
});
