// A dataset as code: references, highlights, symbols, links, folds and selections in the editor.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { drivesPage, inPage, screenshot } from './support/page.ts';
import { closeEverything, openSample, putCursor, rangeOf, sampleUri } from './support/samples.ts';
import { waitFor } from './support/wait.ts';

const GABALA = 'summits/ots-summit-2025-gabala.yaml';
const COUNCIL = 'proposals/kaz-ots-cybersecurity-council-2025.yaml';

describe('the way through a dataset', () => {
  afterEach(closeEverything);

  it('leads from an id to everything that refers to it, in whatever file', async () => {
    const { document } = await openSample(GABALA);
    const places = await asked<vscode.Location[]>('vscode.executeReferenceProvider', document.uri, idIn(document));
    const files = places.map(({ uri }) => uri.path.split('/').at(-1));
    assert.ok(files.includes('kaz-ots-cybersecurity-council-2025.yaml'), files.join(', '));
    assert.ok(files.includes('gabala-declaration-2025.yaml'), files.join(', '));
    for (const { uri, range } of places) {
      const shown = await vscode.workspace.openTextDocument(uri);
      assert.equal(shown.getText(range), 'ots-summit-2025-gabala');
    }
  });

  it('shows them in a peek, from a reference too', async function () {
    if (!drivesPage) this.skip();
    const editor = await openSample(COUNCIL);
    await putCursor(editor, rangeOf(editor.document, 'ots-summit-2025-gabala').start);
    await vscode.commands.executeCommand('editor.action.referenceSearch.trigger');
    await inPage({ do: 'waitFor', selector: '.zone-widget .ref-tree .monaco-list-row >> nth=0' });
    await screenshot('references');
    await vscode.commands.executeCommand('closeReferenceSearch');
  });

  it('finds what refers to a state of the registry', async () => {
    const { document } = await openSample(GABALA);
    const at = rangeOf(document, 'AZE').start;
    const places = await asked<vscode.Location[]>('vscode.executeReferenceProvider', document.uri, at);
    assert.ok(places.some(({ uri }) => uri.scheme === 'security-initiatives-registry'));
    assert.ok(places.filter(({ uri }) => uri.scheme === document.uri.scheme).length > 5);
  });

  it('highlights what names the same record', async () => {
    const { document } = await openSample(GABALA);
    const at = rangeOf(document, 'AZE').start;
    const found = await asked<vscode.DocumentHighlight[]>('vscode.executeDocumentHighlights', document.uri, at);
    assert.ok(found.length >= 3, String(found.length));
    for (const { range } of found) assert.equal(document.getText(range), 'AZE');
  });

  it('outlines a record with names, not just keys', async () => {
    const { document } = await openSample(GABALA);
    const [record] = await asked<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document.uri);
    assert.equal(record?.name, '12th Summit of the Council of Heads of State of the OTS');
    const texts: string[] = [];
    const collect = (symbol: vscode.DocumentSymbol) => {
      texts.push(`${symbol.name} ${symbol.detail}`);
      symbol.children.forEach(collect);
    };
    collect(record);
    assert.ok(
      texts.some((text) => /Kazakhstan/.test(text)),
      texts.join('\n'),
    );
    await vscode.commands.executeCommand('outline.focus');
    if (drivesPage) await inPage({ do: 'waitFor', selector: '.outline-tree .monaco-list-row >> nth=0' });
    await screenshot('outline');
  });

  it('finds a record from anywhere by a name in another script', async () => {
    await openSample(GABALA);
    for (const query of ['gabala', 'otsgabala', 'Жапаров']) {
      const found = await asked<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', query);
      assert.ok(found.length > 0, query);
    }
  });

  it('shows in the list of all symbols what was found by an alias', async function () {
    if (!drivesPage) this.skip();
    await openSample(GABALA);
    await vscode.commands.executeCommand('workbench.action.quickOpen', '#Жапаров');
    await inPage({ do: 'waitFor', selector: '.quick-input-list .monaco-list-row:has-text("Japarov") >> nth=0' });
    await screenshot('workspace-symbols');
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
  });

  it('links the address of a source', async () => {
    const { document } = await openSample('sources/trend-2025-10-07-4100562.yaml');
    const links = await asked<vscode.DocumentLink[]>('vscode.executeLinkProvider', document.uri, 100);
    assert.ok(links.some(({ target }) => target?.scheme === 'https'));
  });

  it('folds lists and maps, and widens a selection entry by entry', async () => {
    const { document } = await openSample(GABALA);
    const folds = await asked<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider', document.uri);
    const line = rangeOf(document, 'participants:').start.line;
    assert.ok(folds.some(({ start }) => start === line));
    const at = rangeOf(document, 'kassym-jomart-tokayev').start;
    const [selection] = await asked<vscode.SelectionRange[]>('vscode.executeSelectionRangeProvider', document.uri, [
      at,
    ]);
    const texts: string[] = [];
    for (let range = selection; range; range = range.parent as vscode.SelectionRange) {
      texts.push(document.getText(range.range));
    }
    assert.ok(texts.includes('kassym-jomart-tokayev'));
    assert.ok(texts.some((text) => text.startsWith('participants:')));
    assert.equal(texts.at(-1)?.trim(), document.getText().trim());
  });

  it('leads through the registry, too', async () => {
    const { document } = await openSample(GABALA);
    const at = rangeOf(document, 'ots-chs').start;
    const [link] = await asked<vscode.LocationLink[]>('vscode.executeDefinitionProvider', document.uri, at);
    const registry = await vscode.window.showTextDocument(link!.targetUri, { selection: link!.targetSelectionRange! });
    const parent = registry.document.positionAt(
      registry.document.getText().indexOf('parent: ots', registry.document.offsetAt(link!.targetRange.start)) + 9,
    );
    const [up] = await asked<vscode.LocationLink[]>('vscode.executeDefinitionProvider', registry.document.uri, parent);
    assert.equal(registry.document.getText(up!.targetSelectionRange), 'ots');
  });
});

/** Asks a provider until it has something to say. */
function asked<T extends readonly unknown[]>(command: string, ...args: unknown[]): Promise<T> {
  return waitFor(command, async () => {
    const answer = await vscode.commands.executeCommand<T | undefined>(command, ...args);
    return answer && answer.length > 0 ? answer : undefined;
  }) as Promise<T>;
}

function idIn(document: vscode.TextDocument): vscode.Position {
  return rangeOf(document, sampleUri(GABALA).path.split('/').at(-1)!.replace('.yaml', '')).start;
}
