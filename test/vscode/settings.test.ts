// The setting for rules: VS Code itself knows their names and levels, and our server says what it passes over.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { diagnosticsOf } from './support/diagnostics.ts';
import { clearMessages, said } from './support/notifications.ts';
import { drivesPage, screenshot } from './support/page.ts';
import { closeEverything } from './support/samples.ts';
import { waitFor } from './support/wait.ts';

const RULES = 'securityInitiatives.rules';

describe('the setting for rules', () => {
  afterEach(async () => {
    await closeEverything(); // first, as VS Code writes no settings while their text is not saved
    await vscode.workspace.getConfiguration().update(RULES, undefined, vscode.ConfigurationTarget.Workspace);
  });

  /** The workspace's settings with this text for the rules, not saved. */
  async function written(rules: string): Promise<vscode.TextDocument> {
    await vscode.commands.executeCommand('workbench.action.openWorkspaceSettingsFile');
    const editor = await waitFor('the settings', () => {
      const active = vscode.window.activeTextEditor;
      return active?.document.uri.path.endsWith('settings.json') && active;
    });
    const whole = new vscode.Range(0, 0, editor.document.lineCount, 0);
    assert.ok(await editor.edit((edit) => edit.replace(whole, `{ "${RULES}": { ${rules} } }`)));
    return editor.document;
  }

  it('has no place for a rule that there is not, nor for a level', async () => {
    const document = await written('"unknown-referense": "off"');
    const [unknown] = await diagnosticsOf(document.uri);
    assert.match(unknown!.message, /unknown-referense/);
    await written('"unknown-reference": "fatal"');
    const isLevel = (it: vscode.Diagnostic) => document.getText(it.range) === '"fatal"';
    await diagnosticsOf(document.uri, (it) => it.some(isLevel));
  });

  it('offers each rule and says what it is about', async () => {
    const document = await written(' ');
    const at = document.positionAt(document.getText().indexOf('{ ', 1) + 2);
    const offered = await waitFor('the names', async () => {
      const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        at,
      );
      return items.find(({ label }) => (typeof label === 'string' ? label : label.label) === 'unknown-reference');
    });
    const { documentation } = offered;
    assert.equal(
      typeof documentation === 'string' ? documentation : documentation?.value,
      'No record of that kind has that id.',
    );
  });

  it('is spoken of where it names a rule that there is not, with the one that is meant', async function () {
    if (!drivesPage) this.skip();
    const settings = vscode.workspace.getConfiguration();
    await settings.update(RULES, { 'unknown-referense': 'off' }, vscode.ConfigurationTarget.Workspace);
    await said('Did you mean `unknown-reference`?');
    await screenshot('wrong-setting');
    await clearMessages();
  });
});
