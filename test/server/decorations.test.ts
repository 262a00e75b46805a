/** Hints, lenses and tokens through the real server: asked for, filled in, switched off, and asked for again. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CodeLens, InlayHint, SemanticTokens } from 'vscode-languageserver/node';
import { REGISTRY_ROOT } from '../../server/dataset/registry.ts';
import { ABLE, ServerSession } from '../support/server.ts';

const SUMMIT = `# Саммит 🙂 в Габале
kind: summit
id: ots-summit-2025-gabala
name: 12th Summit
organization: ots
status: held
date: 2025-10
host: AZE
citations: [{ source: communique }]
`;
const PROPOSAL = `kind: proposal
id: council
title: Council
type: establish-body
parties: [{ state: KAZ }]
made_at: ots-summit-2025-gabala
domains: [cybersecurity]
status: proposed
citations: [{ source: communique }]
`;
const FILES = {
  'summit.yaml': SUMMIT,
  'proposal.yaml': PROPOSAL,
  'source.yaml': 'kind: source\nid: communique\npublisher: Secretariat\n',
};
const WHOLE = { start: { line: 0, character: 0 }, end: { line: 100, character: 0 } };

let session: ServerSession;

/** What the client has been asked to ask for again, and whom that has woken. */
let refreshed: string[];
let wake: () => void;

async function start(client: object = {}): Promise<void> {
  session = new ServerSession(FILES);
  refreshed = [];
  wake = () => {};
  for (const feature of ['inlayHint', 'codeLens', 'semanticTokens']) {
    session.connection.onRequest(`workspace/${feature}/refresh`, () => {
      refreshed.push(feature);
      wake();
      return null;
    });
  }
  await session.start({
    initializationOptions: { goToCommand: 'goTo', referencesCommand: 'list' },
    client: { capabilities: { ...ABLE, ...client } },
  });
}

const about = (name: string) => ({ textDocument: { uri: session.uri(name) } });
const hints = (name: string): Promise<InlayHint[]> =>
  session.connection.sendRequest('textDocument/inlayHint', { ...about(name), range: WHOLE });
const lenses = (name: string): Promise<CodeLens[]> =>
  session.connection.sendRequest('textDocument/codeLens', about(name));
const resolvedLenses = async (name: string): Promise<CodeLens[]> =>
  Promise.all((await lenses(name)).map((lens) => session.connection.sendRequest<CodeLens>('codeLens/resolve', lens)));
const labels = (all: InlayHint[]) =>
  all.map(({ label }) => (typeof label === 'string' ? label : label.map(({ value }) => value).join('')));
const titles = (all: CodeLens[]) => all.map(({ command }) => command?.title);

/** Waits until the client has been asked to ask again for all of these. */
async function refreshesOf(...features: readonly string[]): Promise<void> {
  await new Promise<void>((resolve) => {
    wake = () => features.every((feature) => refreshed.includes(feature)) && resolve();
    wake();
  });
}

afterEach(async () => {
  expect(await session.stop()).toBe(0);
});

describe('decorations of a dataset', () => {
  beforeEach(() => start());

  it('are announced', () =>
    expect(session.initialized.capabilities).toMatchObject({
      inlayHintProvider: { resolveProvider: true },
      codeLensProvider: { resolveProvider: true },
      semanticTokensProvider: { full: true, range: true, legend: { tokenTypes: expect.arrayContaining(['variable']) } },
    }));

  it('are those of the whole dataset, however soon they are asked for', async () => {
    const [hinted, lensed] = await Promise.all([hints('summit.yaml'), resolvedLenses('summit.yaml')]);
    expect(labels(hinted)).toEqual(['Organization of Turkic States', 'October 2025', 'Azerbaijan']);
    expect(hinted[2]?.position).toEqual({ line: 7, character: 9 });
    expect(titles(lensed)).toEqual(['1 reference', '1 proposal made here']);
    const place = {
      uri: session.uri('proposal.yaml'),
      range: { start: { line: 5, character: 9 }, end: { line: 5, character: 31 } },
    };
    expect(lensed[0]).toMatchObject({
      range: { start: { line: 1, character: 0 } },
      command: { command: 'list', arguments: [session.uri('summit.yaml'), { line: 2, character: 4 }, [place]] },
    });
  });

  it('colour the whole, and a part the same', async () => {
    const params = about('summit.yaml');
    const whole = await session.connection.sendRequest<SemanticTokens>('textDocument/semanticTokens/full', params);
    expect(whole.data.length % 5).toBe(0);
    expect(whole.data.slice(0, 5)).toEqual([1, 6, 'summit'.length, 0, 0]);
    const part = await session.connection.sendRequest<SemanticTokens>('textDocument/semanticTokens/range', {
      ...params,
      range: { start: { line: 1, character: 0 }, end: { line: 2, character: 0 } },
    });
    expect(part.data).toEqual(whole.data.slice(0, 5));
  });

  it('are there for the registry’s texts', async () => {
    const uri = `${REGISTRY_ROOT}/organizations/ots.yaml`;
    await hints('summit.yaml');
    const params = { textDocument: { uri } };
    const shipped = await session.connection.sendRequest<InlayHint[]>('textDocument/inlayHint', {
      ...params,
      range: WHOLE,
    });
    expect(labels(shipped)).toContain('Azerbaijan');
    const above = await session.connection.sendRequest<CodeLens[]>('textDocument/codeLens', params);
    expect(above.length).toBeGreaterThan(0);
    const tokens = await session.connection.sendRequest<SemanticTokens>('textDocument/semanticTokens/full', params);
    expect(tokens.data.length).toBeGreaterThan(0);
  });

  it('are none for YAML that is no record, and for files that nobody knows', async () => {
    await session.open('other.yaml', 'kind: Deployment\nhost: AZE\n');
    for (const name of ['other.yaml', 'none.yaml']) {
      expect([await hints(name), await lenses(name)]).toEqual([[], []]);
      expect(await session.connection.sendRequest('textDocument/semanticTokens/full', about(name))).toBeNull();
    }
  });

  it('are asked for again when another file changes what they show', async () => {
    await session.open('summit.yaml', SUMMIT);
    await session.open('proposal.yaml', PROPOSAL);
    await resolvedLenses('summit.yaml');
    await refreshesOf('inlayHint', 'codeLens', 'semanticTokens');
    refreshed = [];
    await session.change('proposal.yaml', `${PROPOSAL}note: nothing that others show\n`);
    expect(titles(await resolvedLenses('summit.yaml'))).toEqual(['1 reference', '1 proposal made here']);
    expect(refreshed).toEqual([]);
    await session.change('proposal.yaml', PROPOSAL.replace('made_at: ots-summit-2025-gabala\n', ''));
    await refreshesOf('inlayHint', 'codeLens', 'semanticTokens');
    expect(await lenses('summit.yaml')).toEqual([]);
  });

  it('are asked for again when a file changes on disk', async () => {
    await session.open('summit.yaml', SUMMIT);
    await hints('summit.yaml');
    await refreshesOf('inlayHint', 'codeLens', 'semanticTokens');
    refreshed = [];
    session.write('ots.yaml', 'kind: organization\nid: ots\nname: Түркі мемлекеттері ұйымы\n');
    await session.changedOnDisk('ots.yaml', 1);
    await refreshesOf('inlayHint', 'codeLens', 'semanticTokens');
    expect(labels(await hints('summit.yaml'))[0]).toBe('Түркі мемлекеттері ұйымы');
  });

  it('follow the settings, and are asked for again when these change', async () => {
    await hints('summit.yaml');
    await refreshesOf('inlayHint', 'codeLens', 'semanticTokens');
    refreshed = [];
    session.settings = { inlayHints: { names: false }, codeLenses: { proposals: false } };
    await session.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await refreshesOf('inlayHint', 'codeLens');
    expect(labels(await hints('summit.yaml'))).toEqual(['October 2025']);
    expect(titles(await resolvedLenses('summit.yaml'))).toEqual(['1 reference']);
    session.settings = {
      inlayHints: { dates: false, names: false },
      codeLenses: { references: false, proposals: false },
    };
    refreshed = [];
    await session.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await refreshesOf('inlayHint', 'codeLens');
    expect([await hints('summit.yaml'), await lenses('summit.yaml')]).toEqual([[], []]);
  });
});

describe('clients that', () => {
  it('ask for parts of a hint later get them then', async () => {
    await start({
      textDocument: { inlayHint: { resolveSupport: { properties: ['tooltip', 'label.location'] } } },
    });
    const [hint] = await hints('summit.yaml');
    expect(hint?.label).toEqual([{ value: 'Organization of Turkic States' }]);
    const resolved = await session.connection.sendRequest<InlayHint>('inlayHint/resolve', hint);
    expect(resolved).toMatchObject({
      label: [{ location: { uri: `${REGISTRY_ROOT}/organizations/ots.yaml` } }],
      tooltip: { kind: 'plaintext', value: expect.stringContaining('Organization of Turkic States') },
    });
  });

  it('ask for nothing later get hints whole', async () => {
    await start();
    const [hint] = await hints('summit.yaml');
    expect(hint).toMatchObject({ label: [{ location: { uri: `${REGISTRY_ROOT}/organizations/ots.yaml` } }] });
    expect(await session.connection.sendRequest('inlayHint/resolve', hint)).toEqual(hint);
  });

  it('cannot be asked are asked nothing', async () => {
    await start({ workspace: {} });
    await session.open('summit.yaml', SUMMIT);
    await session.open('proposal.yaml', PROPOSAL.replace('made_at: ots-summit-2025-gabala\n', ''));
    expect(await lenses('summit.yaml')).toEqual([]);
    expect(refreshed).toEqual([]);
  });

  it('count columns in bytes get hints and tokens there', async () => {
    await start({ general: { positionEncodings: ['utf-8'] } });
    await session.open('summit.yaml', 'kind: summit\nplace: { city: Қабала 🙂, state: AZE }\n');
    const [hint] = await hints('summit.yaml');
    const before = 'place: { city: Қабала 🙂, state: ';
    const column = new TextEncoder().encode(before).length;
    expect(hint?.position).toEqual({ line: 1, character: column + 3 });
    const tokens = await session.connection.sendRequest<SemanticTokens>(
      'textDocument/semanticTokens/full',
      about('summit.yaml'),
    );
    expect(tokens.data.slice(5)).toEqual([1, column, 3, 1, 2]);
  });
});
