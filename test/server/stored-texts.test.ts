/** Stored copies of sources with the real server: read when a quote needs them, followed when they change. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ServerSession } from '../support/server.ts';

const QUOTED = `kind: person
id: speaker
name: A Speaker
citations:
  - { source: report, quote: We will train peacekeepers }
`;
const SOURCE = 'kind: source\nid: report\npublisher: P\ntext: texts/report.txt\n';
const RIGHT = '“We will train peacekeepers,” he said.\r\n';
const WRONG = '“We will train peacemakers,” he said.\r\n';

const codes = (diagnostics: readonly { code?: unknown }[]) => diagnostics.map(({ code }) => code);
const isTold = (diagnostics: readonly { code?: unknown }[]) => codes(diagnostics).includes('quote-not-found');

describe('a stored copy', () => {
  let session: ServerSession;
  let watched: string[];

  beforeEach(async () => {
    session = new ServerSession({ 'speaker.yaml': QUOTED, 'report.yaml': SOURCE, 'texts/report.txt': WRONG });
    watched = [];
    session.connection.onRequest('client/registerCapability', ({ registrations }) => {
      for (const { registerOptions } of registrations) {
        watched.push(...registerOptions.watchers.map(({ globPattern }: { globPattern: string }) => globPattern));
      }
    });
    await session.start();
    await session.waitFor('speaker.yaml', isTold);
  });
  afterEach(async () => {
    expect(await session.stop()).toBe(0);
  });

  it('is read and watched when a quote needs it', () => {
    expect(codes(session.diagnosticsOf('speaker.yaml'))).toEqual(['quote-not-found']);
    expect(watched).toEqual(['**/*.{yaml,yml}', '**/*', '**/*.txt']);
  });

  it('is followed on the disk: changed, deleted, made again', async () => {
    session.write('texts/report.txt', RIGHT);
    await session.changedOnDisk('texts/report.txt', 2);
    await session.waitFor('speaker.yaml', (all) => all.length === 0);
    session.write('texts/report.txt', WRONG);
    await session.changedOnDisk('texts/report.txt', 2);
    await session.waitFor('speaker.yaml', isTold);
    session.remove('texts/report.txt');
    await session.changedOnDisk('texts/report.txt', 3);
    await session.waitFor('speaker.yaml', (all) => all.length === 0);
    session.write('texts/report.txt', WRONG);
    await session.changedOnDisk('texts/report.txt', 1);
    await session.waitFor('speaker.yaml', isTold);
    session.remove('texts');
    await session.changedOnDisk('texts', 3);
    await session.waitFor('speaker.yaml', (all) => all.length === 0);
    session.write('texts/report.txt', WRONG);
    await session.changedOnDisk('texts', 1);
    await session.waitFor('speaker.yaml', isTold);
  });

  it('counts as the editor shows it while it is open', async () => {
    await session.open('texts/report.txt', RIGHT);
    await session.waitFor('speaker.yaml', (all) => all.length === 0);
    await session.changedOnDisk('texts/report.txt', 2);
    await session.change('texts/report.txt', WRONG);
    await session.waitFor('speaker.yaml', isTold);
    await session.change('texts/report.txt', RIGHT);
    await session.waitFor('speaker.yaml', (all) => all.length === 0);
    await session.close('texts/report.txt');
    await session.waitFor('speaker.yaml', isTold);
  });

  it('is another one when the source names another', async () => {
    session.write('texts/other.txt', RIGHT);
    await session.open('report.yaml', SOURCE.replace('report.txt', 'other.txt'));
    await session.waitFor('speaker.yaml', (all) => all.length === 0);
    await session.change('report.yaml', SOURCE.replace('report.txt', 'missing.txt'));
    await session.change('report.yaml', SOURCE);
    await session.waitFor('speaker.yaml', isTold);
  });

  it('is found in a dataset of its own within the folder', async () => {
    session.write('initiatives.yaml', 'dataset: Around\n');
    session.write('texts/initiatives.yaml', 'dataset: Within\n');
    await session.changedOnDisk('initiatives.yaml', 1);
    await session.changedOnDisk('texts/initiatives.yaml', 1);
    session.write('texts/report.txt', RIGHT);
    await session.changedOnDisk('texts/report.txt', 2);
    await session.waitFor('speaker.yaml', (all) => all.length === 0);
  });
});

it('a copy that is too large or no text says nothing', async () => {
  const large = `${WRONG}${' '.repeat(2 * 1024 * 1024)}`;
  const other = (text: string) =>
    QUOTED.replace('source: report', `source: ${text}`).replace('id: speaker', `id: ${text}-speaker`);
  const session = await new ServerSession({
    'large.yaml': SOURCE.replace('id: report', 'id: large').replace('report.txt', 'large.txt'),
    'binary.yaml': SOURCE.replace('id: report', 'id: binary').replace('report.txt', 'binary.txt'),
    'report.yaml': SOURCE,
    'large-speaker.yaml': other('large'),
    'binary-speaker.yaml': other('binary'),
    'speaker.yaml': QUOTED,
    'texts/large.txt': large,
    'texts/report.txt': WRONG,
  });
  session.write('texts/binary.txt', Uint8Array.of(0xff, 0xfe, 0x57, 0));
  await session.start();
  await session.waitFor('speaker.yaml', isTold);
  expect(session.diagnosticsOf('large-speaker.yaml')).toEqual([]);
  expect(session.diagnosticsOf('binary-speaker.yaml')).toEqual([]);
  expect(await session.stop()).toBe(0);
});
