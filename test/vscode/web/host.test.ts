// Where these tests run: in a browser alone, on a folder that no disk has.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { diagnosticsOf } from '../support/diagnostics.ts';
import { closeEverything, openSample, replace, workspaceRoot } from '../support/samples.ts';

describe('VS Code in a browser alone', () => {
  afterEach(closeEverything);

  it('runs extensions in a worker, without Node and without a server of its own', () => {
    assert.equal(vscode.env.uiKind, vscode.UIKind.Web);
    assert.equal(vscode.env.remoteName, undefined);
    assert.ok('WorkerGlobalScope' in globalThis);
    assert.equal((globalThis as { process?: unknown }).process, undefined);
    const extension = vscode.extensions.getExtension('security-initiatives.security-initiatives');
    assert.equal(extension?.extensionKind, vscode.ExtensionKind.UI);
  });

  it('has a folder that only its file system provider knows', () => {
    assert.equal(workspaceRoot().scheme, 'initiatives-web');
  });

  it('checks a record against others that nobody has opened', async () => {
    const editor = await openSample('summits/ots-summit-2025-gabala.yaml');
    const [unknown] = await (async () => {
      await replace(editor, 'host: AZE', 'host: AZX');
      return diagnosticsOf(editor.document.uri);
    })();
    assert.equal(editor.document.getText(unknown?.range), 'AZX');
    const places = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      editor.document.uri,
      editor.document.positionAt(editor.document.getText().indexOf('ots-summit-2025-gabala') + 1),
    );
    assert.ok(new Set(places.map(({ uri }) => uri.path)).size > 1, 'Other files are not known to refer to it');
  });
});
