// VS Code runs, and finds the extension under development.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { screenshot } from './support/page.ts';
import { workspaceRoot } from './support/samples.ts';

const EXTENSION = 'security-initiatives.security-initiatives';

describe('the extension in VS Code', () => {
  it('is found', () => {
    assert.ok(vscode.extensions.getExtension(EXTENSION), `${EXTENSION} is not among the extensions`);
  });

  it('finds the example dataset open', async () => {
    const entries = await vscode.workspace.fs.readDirectory(workspaceRoot());
    assert.notEqual(entries.length, 0);
    await screenshot('window');
  });
});
