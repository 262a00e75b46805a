// Beside another YAML extension: nothing is shown twice, neither in records nor in texts that are none yet.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codeOf, diagnosticsOf } from './support/diagnostics.ts';
import { closeEverything, openSample, rangeOf, replace, sampleUri } from './support/samples.ts';
import { waitFor } from './support/wait.ts';

const { fs } = vscode.workspace;
const GABALA = 'summits/ots-summit-2025-gabala.yaml';
const OURS = 'security-initiatives';
const drafts: vscode.Uri[] = [];

describe('beside another YAML extension', () => {
  before(async () => {
    for (const id of ['redhat.vscode-yaml', 'security-initiatives.security-initiatives'])
      await vscode.extensions.getExtension(id)!.activate();
    // It serves other texts: what is missing from records is not missing because it does not run.
    const { document } = await draft('name: "a\n');
    await diagnosticsOf(document.uri, (it) => it.some(({ source }) => source === 'YAML'));
    await putAway();
  });
  afterEach(putAway);

  describe('a record', () => {
    it('has one card, one outline, one definition, and offers each completion once', async () => {
      const { document } = await openSample(GABALA);
      const host = rangeOf(document, 'host: AZE');
      const hovers = await some<vscode.Hover>('executeHoverProvider', document, host.end.translate(0, -1));
      assert.equal(hovers.length, 1);
      const symbols = await some<vscode.DocumentSymbol>('executeDocumentSymbolProvider', document);
      assert.deepEqual(symbols.map(nameOf), ['12th Summit of the Council of Heads of State of the OTS']);
      const definitions = await some('executeDefinitionProvider', document, host.end.translate(0, -1));
      assert.equal(definitions.length, 1);
      const labels = await labelsAt(document, rangeOf(document, 'host: ').end);
      assert.ok(labels.length > 0);
      assert.deepEqual(twice(labels), []);
    });

    it('is formatted without a question which formatter to take', async () => {
      const editor = await openSample(GABALA);
      const before = editor.document.getText();
      await replace(editor, '  - document: gabala', '      -   document: gabala');
      await vscode.commands.executeCommand('editor.action.formatDocument');
      await waitFor('the text in shape', () => editor.document.getText() === before, {
        on: [vscode.workspace.onDidChangeTextDocument],
      });
    });

    for (const [style, text] of Object.entries({
      'in block style': 'kind: summit\nid: a\nid: b\nname: "A\n',
      'in flow style': '{ kind: summit, id: a, id: b, name: "A }\n',
      'with quoted keys': '"kind": summit\n"id": a\n"id": b\n',
      'behind much else': `${'# A long head.\n'.repeat(2000)}kind: summit\nid: a\nid: b\n`,
    }))
      it(`${style} that is broken has our problems alone`, async () => {
        const { document } = await draft(text);
        await waitFor('the language of records', () => find(document.uri)?.languageId === OURS);
        const problems = await diagnosticsOf(
          document.uri,
          (it) => it.length > 0 && it.every(({ source }) => source === OURS),
        );
        assert.deepEqual(twice(problems.map((it) => `${codeOf(it)} ${it.message} ${JSON.stringify(it.range)}`)), []);
        const symbols = await all<vscode.DocumentSymbol>('executeDocumentSymbolProvider', find(document.uri)!);
        assert.ok(symbols.length <= 1, symbols.map(nameOf).join(', '));
      });
  });

  it('the manifest has our completions alone, each once, and our problems', async () => {
    const editor = await openSample('initiatives.yaml');
    assert.equal(editor.document.languageId, OURS);
    await replace(editor, 'license:', 'recrods: x\nrecrods: y\nlicense:');
    const problems = await diagnosticsOf(editor.document.uri);
    assert.deepEqual([...new Set(problems.map(({ source }) => source))], [OURS]);
    const labels = await labelsAt(editor.document, rangeOf(editor.document, 'license').start);
    assert.deepEqual(twice(labels), []);
  });

  describe('a text that names no kind yet', () => {
    it('is offered the kinds once', async () => {
      const { document } = await draft('kind: \nid: a\n');
      const labels = await labelsAt(document, rangeOf(document, 'kind: ').end);
      assert.ok(labels.includes('summit'));
      assert.deepEqual(twice(labels), []);
    });

    it('is offered `kind` once', async () => {
      const { document } = await draft('kin\n');
      const labels = await labelsAt(document, rangeOf(document, 'kin').end);
      assert.deepEqual(
        labels.filter((label) => label === 'kind'),
        ['kind'],
      );
      assert.deepEqual(twice(labels), []);
    });

    it('has the problems, the outline and the cards of the other extension', async () => {
      const { document } = await draft('id: a\nid: b\nlist:\n  - &anchor b\n  - *anchor\n');
      const problems = await diagnosticsOf(document.uri);
      assert.deepEqual(
        problems.map(({ source }) => source),
        ['YAML'],
      );
      const symbols = await some<vscode.DocumentSymbol>('executeDocumentSymbolProvider', document);
      assert.deepEqual(symbols.map(nameOf), ['id', 'id', 'list']);
      const alias = rangeOf(document, '*anchor').end.translate(0, -1);
      assert.equal((await some('executeHoverProvider', document, alias)).length, 1);
      assert.equal((await some('executeDefinitionProvider', document, alias)).length, 1);
      assert.equal((await some('executeReferenceProvider', document, alias)).length, 2);
    });

    it('is formatted by the other extension, without a question', async () => {
      const { document } = await draft('id:   a\n');
      await vscode.commands.executeCommand('editor.action.formatDocument');
      await waitFor('the text in shape', () => document.getText() === 'id: a\n', {
        on: [vscode.workspace.onDidChangeTextDocument],
      });
    });
  });
});

/** Opens a new file of the dataset; none has the name of one before, whose language VS Code may remember. */
async function draft(text: string): Promise<vscode.TextEditor> {
  const path = `summits/draft-${drafts.length}.yaml`;
  drafts.push(sampleUri(path));
  await fs.writeFile(sampleUri(path), new TextEncoder().encode(text));
  return openSample(path);
}

/** Closes everything, and leaves nothing in the drafts that another one could be held against. */
async function putAway(): Promise<void> {
  await closeEverything();
  for (const uri of drafts) await fs.writeFile(uri, new Uint8Array());
}

/** A text that gets another language is a document anew. */
function find(uri: vscode.Uri): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find((it) => it.uri.toString() === uri.toString());
}

async function all<T>(provider: string, { uri }: vscode.TextDocument, at?: vscode.Position): Promise<T[]> {
  return (await vscode.commands.executeCommand<T[] | undefined>(`vscode.${provider}`, uri, at)) ?? [];
}

/** What all providers answer, as soon as there is anything. */
function some<T>(provider: string, document: vscode.TextDocument, at?: vscode.Position): Promise<T[]> {
  return waitFor(`an answer to ${provider}`, async () => {
    const answers = await all<T>(provider, document, at);
    return answers.length > 0 ? answers : undefined;
  });
}

/** What can be completed, but for the words that VS Code itself takes from open texts. */
async function labelsAt({ uri }: vscode.TextDocument, at: vscode.Position): Promise<string[]> {
  return waitFor('completions', async () => {
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      uri,
      at,
    );
    const labels = items
      .filter(({ kind }) => kind !== vscode.CompletionItemKind.Text)
      .map(({ label }) => (typeof label === 'string' ? label : label.label));
    return labels.length > 0 ? labels : undefined;
  });
}

function nameOf({ name }: vscode.DocumentSymbol): string {
  return name;
}

function twice(texts: readonly string[]): string[] {
  return texts.filter((text, index) => texts.indexOf(text) !== index);
}
