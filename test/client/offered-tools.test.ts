/** Where assistants are offered tools before there is a record: wherever a manifest is, on a disk or not. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { BaseLanguageClient } from 'vscode-languageclient';

const vscode = vi.hoisted(() => ({ files: new Set<string>(), setContext: vi.fn() }));
vi.mock('vscode', () => {
  return {
    commands: { executeCommand: vscode.setContext },
    Disposable: { from: () => ({ dispose() {} }) },
    lm: { registerTool: () => ({ dispose() {} }) },
    Uri: { parse: (text: string) => text, joinPath: (uri: string, name: string) => `${uri}/${name}` },
    workspace: {
      createFileSystemWatcher: () => ({ onDidCreate() {} }),
      // No `findFiles`: it never answers where a file system has no search.
      fs: {
        stat: async (uri: string) => {
          if (!vscode.files.has(uri)) throw new Error('No such file.');
        },
      },
    },
  };
});
vi.mock('vscode-languageclient', () => ({ State: { Stopped: 1, Running: 2, Starting: 3 } }));

const { registerTools } = await import('../../client/language-model-tools.ts');

/** Has a server started that knows of these datasets. */
async function started(...datasets: string[]): Promise<void> {
  let changed: ((change: { newState: number }) => Promise<void>) | undefined;
  const client = {
    onDidChangeState: (listener: typeof changed) => {
      changed = listener;
    },
    sendRequest: async () => datasets.map((dataset) => ({ dataset })),
  };
  const context = { extension: { packageJSON: { contributes: {} } } };
  registerTools(context as Parameters<typeof registerTools>[0], client as unknown as BaseLanguageClient);
  await changed?.({ newState: 3 });
  expect(vscode.setContext).not.toHaveBeenCalled();
  await changed?.({ newState: 2 });
}

describe('tools are offered', () => {
  beforeEach(() => {
    vscode.files.clear();
    vscode.setContext.mockClear();
  });

  it.each(['file:///data', 'vscode-vfs://github/somebody/data'])('where %s has a manifest', async (folder) => {
    vscode.files.add(`${folder}/initiatives.yaml`);
    await started('untitled:Untitled-1', folder);
    expect(vscode.setContext).toHaveBeenCalledWith('setContext', 'securityInitiatives.hasManifest', true);
  });

  it('nowhere else before there is a record', async () => {
    await started('file:///data', 'untitled:Untitled-1');
    expect(vscode.setContext).not.toHaveBeenCalled();
  });
});
