// Beginning: a new dataset, the sample, an export, the walkthrough's draft, snippets; nothing is ever written over.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codeOf, diagnosticsOf } from './support/diagnostics.ts';
import { FullDisk } from './support/full-disk.ts';
import { clearMessages, said } from './support/notifications.ts';
import { drivesPage, inPage } from './support/page.ts';
import { closeEverything, openSample, sampleUri, workspaceRoot } from './support/samples.ts';
import { waitFor } from './support/wait.ts';

const { fs } = vscode.workspace;
const command = (name: string, ...args: unknown[]) =>
  vscode.commands.executeCommand(`securityInitiatives.${name}`, ...args);

async function textOf(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await fs.readFile(uri));
}

/** The paths of all files below a folder, in order. */
async function pathsIn(folder: vscode.Uri, way = ''): Promise<string[]> {
  const entries = await fs.readDirectory(vscode.Uri.joinPath(folder, way));
  const paths = entries.map(async ([name, type]) => {
    const path = way === '' ? name : `${way}/${name}`;
    return type === vscode.FileType.Directory ? pathsIn(folder, path) : [path];
  });
  return (await Promise.all(paths)).flat().sort();
}

describe('a dataset that begins', () => {
  let folder: vscode.Uri;
  beforeEach(async () => {
    folder = vscode.Uri.joinPath(workspaceRoot(), 'caspian-sea');
    await fs.createDirectory(folder);
  });
  afterEach(async () => {
    await closeEverything();
    await fs.delete(folder, { recursive: true });
  });

  it('has a manifest with its title, which is shown, and records without a problem', async () => {
    await command('initializeDataset', { folder, title: 'Around the Caspian', ci: false });
    const shown = vscode.window.activeTextEditor?.document;
    assert.equal(shown?.uri.toString(), vscode.Uri.joinPath(folder, 'initiatives.yaml').toString());
    assert.match(shown.getText(), /^dataset: Around the Caspian$/m);
    const paths = await pathsIn(folder);
    assert.ok(paths.includes('summits/ots-summit-2025-gabala.yaml'));
    assert.deepEqual(
      paths.filter((path) => path.startsWith('.')),
      [],
    );
  });

  it('has checks on GitHub and before each commit where they are wanted', async () => {
    await command('initializeDataset', { folder, title: 'Around the Caspian', ci: true });
    const paths = await pathsIn(folder);
    assert.ok(paths.includes('.github/workflows/check.yml') && paths.includes('.pre-commit-config.yaml'));
  });

  it('writes nothing where one of its files is there, and says which', async function () {
    if (!drivesPage) this.skip();
    const manifest = vscode.Uri.joinPath(folder, 'initiatives.yaml');
    await fs.writeFile(manifest, new TextEncoder().encode('dataset: Mine\n'));
    const done = command('initializeDataset', { folder, title: 'Another', ci: false });
    await said('initiatives.yaml is there already, so nothing was written. Choose another folder.');
    await clearMessages();
    await done;
    assert.deepEqual(await pathsIn(folder), ['initiatives.yaml']);
    assert.equal(await textOf(manifest), 'dataset: Mine\n');
  });

  it('asks for the folder, the title and the checks, and nothing else', async function () {
    if (!drivesPage) this.skip();
    const done = command('initializeDataset', { folder });
    const input = '.quick-input-widget .quick-input-box input';
    await inPage({ do: 'waitFor', selector: '.quick-input-title:has-text("Initialize Dataset")' });
    assert.equal(await inPage({ do: 'value', selector: input }), 'Caspian sea');
    await inPage({ do: 'press', key: 'Enter' });
    await inPage({ do: 'waitFor', selector: '.quick-input-list .monaco-list-row:has-text("Records and Checks")' });
    await inPage({ do: 'press', key: 'Enter' });
    await done;
    assert.match(await textOf(vscode.Uri.joinPath(folder, 'initiatives.yaml')), /^dataset: Caspian sea$/m);
    assert.ok(!(await pathsIn(folder)).includes('.pre-commit-config.yaml'));
  });
});

describe('a copy of the sample', () => {
  let folder: vscode.Uri;
  beforeEach(async () => {
    folder = vscode.Uri.joinPath(workspaceRoot(), 'copies');
    await fs.createDirectory(folder);
  });
  afterEach(async () => {
    await closeEverything();
    await fs.delete(folder, { recursive: true });
  });

  it('is a folder of its own with all of the sample, of which a record is shown', async () => {
    await command('copySampleDataset', { folder });
    const copy = vscode.Uri.joinPath(folder, 'eurasia');
    const paths = await pathsIn(copy);
    const own = (await pathsIn(workspaceRoot())).filter((path) => /^(?!copies|\.)/.test(path));
    assert.deepEqual(paths, own);
    assert.ok(paths.length > 300);
    for (const path of ['initiatives.yaml', 'summits/ots-summit-2025-gabala.yaml'])
      assert.equal(await textOf(vscode.Uri.joinPath(copy, path)), await textOf(sampleUri(path)));
    const shown = vscode.window.activeTextEditor?.document.uri.path ?? '';
    assert.ok(shown.endsWith('/copies/eurasia/summits/ots-summit-2025-gabala.yaml'), shown);
  });

  it('leaves a folder of that name alone and proposes another', async function () {
    if (!drivesPage) this.skip();
    const mine = vscode.Uri.joinPath(folder, 'eurasia/mine.txt');
    await fs.writeFile(mine, new TextEncoder().encode('mine'));
    const done = command('copySampleDataset', { folder });
    const input = '.quick-input-widget .quick-input-box input';
    await inPage({ do: 'waitFor', selector: '.quick-input-title:has-text("is there already")' });
    assert.equal(await inPage({ do: 'value', selector: input }), 'eurasia-2');
    await inPage({ do: 'press', key: 'Enter' });
    await done;
    assert.deepEqual(await pathsIn(vscode.Uri.joinPath(folder, 'eurasia')), ['mine.txt']);
    assert.ok((await pathsIn(vscode.Uri.joinPath(folder, 'eurasia-2'))).includes('initiatives.yaml'));
  });

  it('is written into a folder that is there and empty', async () => {
    await fs.createDirectory(vscode.Uri.joinPath(folder, 'eurasia'));
    await command('copySampleDataset', { folder });
    assert.ok((await pathsIn(vscode.Uri.joinPath(folder, 'eurasia'))).length > 300);
  });
});

describe('a disk that gets full', () => {
  const SCHEME = 'initiatives-full-disk';
  const root = vscode.Uri.from({ scheme: SCHEME, path: '/' });
  const disk = new FullDisk(0);
  let provider: vscode.Disposable;
  before(() => {
    provider = vscode.workspace.registerFileSystemProvider(SCHEME, disk);
  });
  after(() => provider.dispose());
  beforeEach(async function () {
    if (!drivesPage) this.skip();
    await clearMessages(); // what other stories have said
  });

  it('holds nothing of a copy of the sample that does not fit, and what was there before', async () => {
    disk.room = 100;
    disk.files.set('/mine.txt', new Uint8Array());
    const done = command('copySampleDataset', { folder: root });
    await said('The sample dataset could not be copied: The disk is full.');
    await clearMessages();
    await done;
    assert.deepEqual([[...disk.files.keys()], [...disk.folders]], [['/mine.txt'], ['/']]);
  });

  it('holds nothing of a dataset that does not fit, and the folder that was there', async () => {
    disk.room = 5;
    disk.folders.add('/caspian');
    const folder = vscode.Uri.joinPath(root, 'caspian');
    const done = command('initializeDataset', { folder, title: 'Caspian', ci: true });
    await said('The dataset could not be initialized: The disk is full.');
    await clearMessages();
    await done;
    assert.deepEqual([[...disk.files.keys()], [...disk.folders]], [['/mine.txt'], ['/', '/caspian']]);
  });
});

describe('an export', () => {
  let folder: vscode.Uri;
  beforeEach(async () => {
    // Beside the dataset: what is exported is not to become a part of it.
    folder = sampleUri('../exported');
    await fs.createDirectory(folder);
    // The dataset of the record in front is meant.
    await openSample('summits/ots-summit-2025-gabala.yaml');
  });
  afterEach(async () => {
    await closeEverything();
    await clearMessages();
    await fs.delete(folder, { recursive: true });
  });

  async function written(done: Thenable<unknown>, target: vscode.Uri): Promise<string> {
    let isOver = false;
    const over = Promise.resolve(done).then(() => {
      isOver = true;
    });
    // It is over when somebody has put away what it says at its end.
    await waitFor('the export to end', async () => {
      await clearMessages();
      return isOver;
    });
    await over;
    return textOf(target);
  }

  it('is one file of JSON with all records', async () => {
    const target = vscode.Uri.joinPath(folder, 'all.json');
    const text = await written(command('exportDataset', { format: 'json', target }), target);
    const { dataset, records } = JSON.parse(text) as { dataset: string; records: { id: string }[] };
    assert.equal(dataset, 'Security initiatives in Eurasia');
    assert.ok(records.some(({ id }) => id === 'ots-summit-2025-gabala'));
  });

  it('is a new folder of tables in CSV, named after the dataset', async () => {
    const table = vscode.Uri.joinPath(folder, 'Security initiatives in Eurasia csv/summit.csv');
    const text = await written(command('exportDataset', { format: 'csv', target: folder }), table);
    assert.match(text, /^id,/);
    assert.match(text, /^ots-summit-2025-gabala,/m);
  });
});

describe('the draft of the walkthrough', () => {
  afterEach(closeEverything);

  it('has one error, a fix for it, and a reference to complete', async () => {
    await command('gettingStarted.openDraft');
    const { document } = vscode.window.activeTextEditor!;
    const [problem, ...others] = await diagnosticsOf(document.uri);
    assert.ok(problem);
    assert.deepEqual([codeOf(problem), problem.severity, others], ['unknown-reference', 0, []]);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      problem.range,
      vscode.CodeActionKind.QuickFix.value,
    );
    assert.equal(actions[0]?.title, 'Change to `TUR`');
    await command('gettingStarted.fixError');
    assert.ok(vscode.window.activeTextEditor?.selection.active.isEqual(problem.range.end));
    await vscode.workspace.applyEdit(actions[0]!.edit!);
    await diagnosticsOf(document.uri, (it) => it.length === 0);
    await command('gettingStarted.completeReference');
    const { active } = vscode.window.activeTextEditor!.selection;
    assert.equal(document.lineAt(active.line).text, 'body: ');
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      active,
    );
    assert.ok(list.items.some(({ label }) => (typeof label === 'string' ? label : label.label) === 'ots-chs'));
  });

  it('is the same one as long as it is open, and nothing of it is saved', async () => {
    await command('gettingStarted.openDraft');
    const first = vscode.window.activeTextEditor?.document;
    await command('gettingStarted.completeReference');
    await command('gettingStarted.completeReference');
    assert.equal(vscode.window.activeTextEditor?.document, first);
    assert.equal(first?.getText().match(/^body:/gm)?.length, 1);
    assert.ok(first?.isUntitled);
  });
});

describe('snippets', () => {
  afterEach(closeEverything);

  const offered = async (language: string) => {
    const document = await vscode.workspace.openTextDocument({ language, content: '' });
    await vscode.window.showTextDocument(document);
    const start = new vscode.Position(0, 0);
    const list = await waitFor('completions', async () => {
      const found = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        start,
      );
      return found.items.length > 0 ? found : undefined;
    });
    return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label).toLowerCase());
  };

  for (const language of ['yaml', 'security-initiatives'])
    it(`are offered once where one types in ${language}`, async () => {
      const labels = await offered(language);
      assert.deepEqual(
        labels.filter((label) => label === 'summit'),
        ['summit'],
      );
    });

  it('are there to be inserted by name, with the cursor in the first placeholder', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'yaml', content: '' });
    const editor = await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('editor.action.insertSnippet', { langId: 'yaml', name: 'Chairmanship' });
    await waitFor('the snippet', () => document.getText() !== '');
    assert.match(
      document.getText(),
      /^kind: chairmanship\nid: csto-chair-\d{4}-kgz\norganization: csto\nstate: KGZ\nfrom: \d{4}-\d\d-\d\d\n$/,
    );
    assert.equal(document.getText(editor.selection), 'csto');
  });
});
