// Another branch is checked out under the open editor: thousands of files change at once, and no text that is not saved is lost.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as vscode from 'vscode';
import { codeOf, diagnosticsOf } from './support/diagnostics.ts';
import { closeEverything, openSample, replace, workspaceRoot } from './support/samples.ts';

const FILES = 5000;
const PROPOSAL = 'proposals/kgz-csto-peacekeeping-2025.yaml';
const KNOWN = 'sadyr-japarov';
const LAST = `delegate-${FILES - 1}`;
const TIMEOUT = 60_000;

describe('when another branch is checked out', function () {
  this.timeout(4 * TIMEOUT);
  let repository: string;

  before(() => {
    repository = mkdtempSync(join(tmpdir(), 'repository-'));
    git('init', '--quiet', '--initial-branch=main');
    commit('The sample');
    git('checkout', '--quiet', '-b', 'delegates');
    writeDelegates();
    commit('Many persons');
    git('checkout', '--quiet', 'main');
  });
  after(() => rmSync(repository, { recursive: true, force: true, maxRetries: 3 }));
  afterEach(async () => {
    await closeEverything();
    git('checkout', '--quiet', '--force', 'main');
  });

  it(`checks the open text against ${FILES} files that come, and that go again`, async () => {
    const editor = await openSample(PROPOSAL);
    await replace(editor, KNOWN, LAST);
    const { uri } = editor.document;
    const isUnknown = (it: vscode.Diagnostic) => codeOf(it) === 'unknown-reference';
    await diagnosticsOf(uri, (all) => all.some(isUnknown));

    git('checkout', '--quiet', 'delegates');
    await diagnosticsOf(uri, (all) => !all.some(isUnknown), { timeout: TIMEOUT });
    await replace(editor, LAST, 'delegate-0');
    await replace(editor, 'status: ', 'status: x');
    await diagnosticsOf(uri, (all) => all.some((it) => codeOf(it) === 'schema') && !all.some(isUnknown));

    git('checkout', '--quiet', 'main');
    await diagnosticsOf(uri, (all) => all.some(isUnknown), { timeout: TIMEOUT });
    assert.ok(editor.document.isDirty);
    assert.match(editor.document.getText(), /person: delegate-0,/);
  });

  /** A repository that is not in the folder it keeps, so that VS Code takes the folder for what it is in all other tests. */
  function git(...args: readonly string[]): void {
    execFileSync('git', [`--git-dir=${repository}`, `--work-tree=${workspaceRoot().fsPath}`, ...args], {
      stdio: 'pipe',
    });
  }

  function commit(subject: string): void {
    git('add', '--all');
    git('-c', 'user.name=A', '-c', 'user.email=a@example.org', 'commit', '--quiet', '--message', subject);
  }
});

function writeDelegates(): void {
  const folder = join(workspaceRoot().fsPath, 'persons', 'delegates');
  mkdirSync(folder);
  for (let i = 0; i < FILES; i++) {
    const text = `kind: person\nid: delegate-${i}\nname: Delegate No. ${i}\noffices: [{ title: President, state: KGZ }]\n`;
    writeFileSync(join(folder, `delegate-${i}.yaml`), text);
  }
}
