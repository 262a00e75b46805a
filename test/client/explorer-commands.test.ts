/** What the menu of a record in the Initiatives view does beyond the window; VS Code is stood in for here. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ExplorerNode } from '../../server/protocol.ts';

const calls = vi.hoisted(() => ({
  handlers: new Map<string, (...values: unknown[]) => Promise<void>>(),
  executed: [] as unknown[][],
  copied: [] as string[],
  told: [] as string[],
}));

vi.mock('vscode', () => ({
  commands: {
    registerCommand: (name: string, handler: (...values: unknown[]) => Promise<void>) =>
      calls.handlers.set(name, handler),
    executeCommand: async (...values: unknown[]) => void calls.executed.push(values),
  },
  env: { clipboard: { writeText: async (text: string) => void calls.copied.push(text) } },
  l10n: { t: (text: string, ...values: unknown[]) => text.replace(/\{(\d)\}/g, (_, at) => String(values[Number(at)])) },
  Uri: { parse: (uri: string) => uri },
  window: {
    showInformationMessage: async (text: string) => void calls.told.push(text),
    showWarningMessage: async (text: string) => void calls.told.push(text),
  },
  ThemeIcon: class {},
  TreeItem: class {},
  MarkdownString: class {},
}));

const { registerRecordCommands } = await import('../../client/explorer/commands.ts');

const start = { line: 1, character: 4 };
const NODE: ExplorerNode = {
  dataset: 'file:///d',
  path: ['organization/ots', 'summit/gabala'],
  type: 'record',
  label: 'Gabala Summit',
  kind: 'summit',
  id: 'gabala',
  key: 'summit/gabala',
  records: 0,
  errors: 0,
  warnings: 0,
  isBranch: false,
  location: { uri: 'file:///d/gabala.yaml', range: { start, end: start } },
};
const { id: _, ...WITHOUT_ID } = NODE;
const run = (name: string, ...values: unknown[]) =>
  calls.handlers.get(`securityInitiatives.explorer.${name}`)!(...values);

describe('the menu of a record', () => {
  let selected: ExplorerNode | undefined;
  beforeEach(() => {
    selected = undefined;
    calls.executed = [];
    calls.copied = [];
    calls.told = [];
    registerRecordCommands(() => selected);
  });

  it('copies the id of the record, or of the one that is selected', async () => {
    await run('copyId', NODE);
    selected = { ...NODE, id: 'other' };
    await run('copyId');
    expect(calls.copied).toEqual(['gabala', 'other']);
  });

  it('says why it does not copy what is not there', async () => {
    await run('copyId', WITHOUT_ID);
    await run('copyId');
    expect(calls.copied).toEqual([]);
    expect(calls.told).toEqual(['“Gabala Summit” has no id yet.', 'Select a record in the Initiatives view first.']);
  });

  it('shows the file of a record, and says of a shipped one that there is none', async () => {
    await run('revealFile', NODE);
    await run('revealFile', { ...NODE, isShipped: true });
    expect(calls.executed).toEqual([['revealInExplorer', 'file:///d/gabala.yaml']]);
    expect(calls.told).toEqual(['“Gabala Summit” comes with the extension: it has no file in this folder.']);
  });
});
