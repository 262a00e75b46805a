// Making records with the keyboard: "New Record…" and "New Proposal at This Summit…", from the first question to the last stop.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { diagnosticsOf } from './support/diagnostics.ts';
import { clearMessages, said } from './support/notifications.ts';
import { drivesPage, inPage, screenshot } from './support/page.ts';
import { asked, done, listed, press, told, type, typed } from './support/questions.ts';
import { closeEverything, openSample, putCursor, rangeOf, sampleUri } from './support/samples.ts';
import { waitFor } from './support/wait.ts';

const GABALA = 'summits/ots-summit-2025-gabala.yaml';

/** The editor that shows a file, once it does. */
function editorOf(path: string): Promise<vscode.TextEditor> {
  const shown = () => vscode.window.activeTextEditor;
  return waitFor(`an editor with ${path}`, () => (shown()?.document.uri.path.endsWith(path) ? shown() : undefined), {
    on: [vscode.window.onDidChangeActiveTextEditor],
  }) as Promise<vscode.TextEditor>;
}

async function isThere(path: string): Promise<boolean> {
  return vscode.workspace.fs.stat(sampleUri(path)).then(
    () => true,
    () => false,
  );
}

async function remove(path: string): Promise<void> {
  await closeEverything();
  if (await isThere(path)) await vscode.workspace.fs.delete(sampleUri(path));
}

describe('making a record', () => {
  before(function () {
    if (!drivesPage) this.skip();
  });
  afterEach(closeEverything);

  it('asks for what is needed, and puts the cursor where something is left', async () => {
    const path = 'summits/ots-summit-2027-gabala.yaml';
    const { document } = await openSample(GABALA);
    await waitFor('the language id', () => document.languageId === 'security-initiatives');
    const making = vscode.commands.executeCommand('securityInitiatives.newRecord');
    await asked('New Record');
    await listed('summit');
    await screenshot('new-record-kind');
    await type('summit');
    await press('Enter');

    await asked('New summit: Organization');
    await listed('from the record under the cursor');
    await screenshot('new-record-organization');
    await type('Тюрк');
    await listed('Turkic Culture');
    await type('ots');
    await listed('OTS Secretariat'); // which no list before this one has
    await press('Enter');

    await asked('New summit: Date');
    await type('07.10.2027');
    await told('several ways');
    await screenshot('new-record-date-refused');
    await type('7 Oct 2027');
    await told('2027-10-07: 7 October 2027');
    await screenshot('new-record-date');
    await press('Enter');

    await asked('New summit: Place: city');
    await type('Gabala');
    await press('Enter');
    await asked('New summit: Name');
    await press('Enter');

    await asked('New summit: Id');
    assert.equal(await typed(), 'ots-summit-2027-gabala');
    await type('ots-summit-2025-gabala');
    await told('has this id already');
    await screenshot('new-record-id-taken');
    await type('ots-summit-2027-gabala');
    await told(path);
    await screenshot('new-record-id');
    await press('Enter');
    await making;

    const editor = await editorOf(path);
    assert.equal(editor.document.languageId, 'security-initiatives');
    await waitFor('the first placeholder', () => !editor.selection.isEmpty);
    assert.match(
      editor.document.getText(),
      /\norganization: ots\nstatus: planned\ndate: 2027-10-07\nplace: \{ city: Gabala, state: AZE \}\n$/,
    );
    await press('T');
    await press('Tab');
    await screenshot('new-record-made');
    await press('Escape');
    assert.match(editor.document.getText(), /\nname: T\n/);
    await remove(path);
  });

  it('leaves no trace when it is called off, and goes back with what was said', async () => {
    await openSample(GABALA);
    const before = await vscode.workspace.fs.readDirectory(sampleUri('persons'));
    const making = vscode.commands.executeCommand('securityInitiatives.newRecord');
    await asked('New Record');
    await listed('person');
    await type('person');
    await press('Enter');
    await asked('New person: Name');
    await type('Садыр Жапаров');
    await press('Enter');
    await asked('New person: Id');
    assert.equal(await typed(), 'sadyr-zhaparov');
    await inPage({ do: 'click', selector: '.quick-input-left-action-bar .action-label' });
    await asked('New person: Name');
    assert.equal(await typed(), 'Садыр Жапаров');
    await press('Escape');
    await making;
    await done();
    assert.deepEqual(await vscode.workspace.fs.readDirectory(sampleUri('persons')), before);
  });

  it('begins a proposal at the summit under the cursor', async () => {
    const path = 'proposals/kaz-ots-water-council-2025.yaml';
    const summit = await openSample(GABALA);
    await waitFor('the language id', () => summit.document.languageId === 'security-initiatives');
    await putCursor(summit, rangeOf(summit.document, 'host:').start);
    const making = vscode.commands.executeCommand('securityInitiatives.newProposalHere');
    await asked('New proposal at 12th Summit');
    await type('Қазақстан');
    await listed('Qazaqstan'); // told only where it is why the record has been found
    await screenshot('new-proposal-party');
    await press('Enter');
    await asked('Title');
    await type('Water council');
    await press('Enter');
    await asked('Id');
    assert.equal(await typed(), 'kaz-ots-water-council-2025');
    await press('Enter');
    await making;
    const { document } = await editorOf(path);
    const text = document.getText();
    assert.match(text, /\nparties:\n {2}- \{ state: KAZ, role: proposer \}\n/);
    assert.match(text, /\nmade_at: ots-summit-2025-gabala\ndate: 2025-10-07\n/);
    assert.match(text, /\naddressed_to: \{ organization: ots, body: ots-chs \}\n/);
    await diagnosticsOf(document.uri);
    await screenshot('new-proposal-made');
    await remove(path);
  });

  it('says what to do where no summit is', async () => {
    await openSample('persons/sadyr-japarov.yaml');
    const answer = vscode.commands.executeCommand('securityInitiatives.newProposalHere');
    await said('Put the cursor in a summit first');
    await screenshot('new-proposal-nowhere');
    await clearMessages();
    await answer;
  });
});
