/** What VS Code is asked to do when somebody clicks on a lens that counts places; VS Code is stood in for here. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { BaseLanguageClient } from 'vscode-languageclient';

const calls = vi.hoisted(() => ({
  handlers: new Map<string, (...values: unknown[]) => Promise<void>>(),
  executed: [] as unknown[][],
}));

vi.mock('vscode', () => ({
  commands: {
    registerCommand: (name: string, handler: (...values: unknown[]) => Promise<void>) =>
      calls.handlers.set(name, handler),
    executeCommand: async (...values: unknown[]) => void calls.executed.push(values),
  },
}));

const { registerShowReferences, SHOW_REFERENCES } = await import('../../client/show-references.ts');

const client = {
  protocol2CodeConverter: {
    asUri: (uri: string) => `uri ${uri}`,
    asPosition: ({ line, character }: { line: number; character: number }) => `at ${line}:${character}`,
    asLocation: ({ uri }: { uri: string }) => `in ${uri}`,
  },
} as unknown as BaseLanguageClient;
const click = (...values: unknown[]) => calls.handlers.get(SHOW_REFERENCES)!(...values);

describe('a click on a lens', () => {
  beforeEach(() => {
    calls.executed = [];
    registerShowReferences(client);
  });

  it('shows the places that come with it', async () => {
    await click('file:///a', { line: 2, character: 4 }, [{ uri: 'file:///b' }, { uri: 'file:///c' }]);
    expect(calls.executed).toEqual([
      ['editor.action.showReferences', 'uri file:///a', 'at 2:4', ['in file:///b', 'in file:///c']],
    ]);
  });

  it('has VS Code look for them, where they are too many to come along', async () => {
    await click('file:///a', { line: 2, character: 4 });
    expect(calls.executed).toEqual([['editor.action.findReferences', 'uri file:///a', 'at 2:4']]);
  });
});
