// What the editor shows in and between the lines of a record: cards, hints, lenses, colours; each can be switched off.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { drivesPage, inPage, screenshot } from './support/page.ts';
import { closeEverything, openSample, putCursor, rangeOf, replace } from './support/samples.ts';
import { waitFor } from './support/wait.ts';

const GABALA = 'summits/ots-summit-2025-gabala.yaml';
const TERM = 'chairmanships/csto-chair-2025-kgz.yaml';

describe('beside the text of a record', () => {
  afterEach(closeEverything);

  it('stand the names of what it refers to, and dates in words', async () => {
    const editor = await openSample(GABALA);
    await replace(editor, 'value: 2025-10-07', 'value: 2025-41');
    const hints = await hintsOf(editor.document, (labels) => labels.some((label) => label.includes('half')));
    assert.ok(
      hints.some((label) => label.includes('Azerbaijan')),
      hints.join(', '),
    );
    await screenshot('inlay-hints');
  });

  it('stands nothing once the hints are switched off', async () => {
    const { document } = await openSample(GABALA);
    await hintsOf(document, (labels) => labels.length > 0);
    await switched('inlayHints.names', () =>
      hintsOf(document, (labels) => !labels.some((label) => label.includes('Azerbaijan'))),
    );
  });

  it('stands how often others refer to it, and that leads to them', async () => {
    const { document } = await openSample(GABALA);
    const lenses = await lensesOf(document, (titles) => titles.some((title) => /^\d+ references$/.test(title)));
    assert.ok(
      lenses.some(({ command }) => /^\d+ proposals? made here$/.test(command?.title ?? '')),
      lenses.map(({ command }) => command?.title).join(', '),
    );
    if (!drivesPage) return;
    // Where the editor has shown this file before, the lens above its first line may be just out of sight.
    await vscode.commands.executeCommand('editorScroll', { to: 'up', by: 'page' });
    await inPage({ do: 'waitFor', selector: '.codelens-decoration a >> nth=0' });
    await screenshot('code-lenses');
    await inPage({ do: 'click', selector: '.codelens-decoration a:has-text("references")' });
    await inPage({ do: 'waitFor', selector: '.zone-widget .ref-tree .monaco-list-row >> nth=0' });
    await screenshot('code-lens-references');
    await vscode.commands.executeCommand('closeReferenceSearch');
  });

  it('stand the terms before and after one in the chair, and lead there', async () => {
    const { document } = await openSample(TERM);
    const lenses = await lensesOf(document, (titles) => titles.some((title) => title.includes('Kazakhstan')));
    const before = lenses.find(({ command }) => command?.title.includes('Kazakhstan'))!;
    await vscode.commands.executeCommand(before.command!.command, ...before.command!.arguments!);
    await waitFor(
      'the term before',
      () => vscode.window.activeTextEditor?.document.uri.path.endsWith('csto-chair-2024-kaz.yaml'),
      {
        on: [vscode.window.onDidChangeActiveTextEditor],
      },
    );
  });

  it('stands no lens once they are switched off', async () => {
    const { document } = await openSample(GABALA);
    await lensesOf(document, (titles) => titles.length > 0);
    await switched('codeLenses.references', () =>
      lensesOf(document, (titles) => !titles.some((title) => title.includes('references'))),
    );
  });

  it('shows in colours what is a kind, an id, a reference, a date', async () => {
    const { document } = await openSample(GABALA);
    const tokens = await waitFor('the tokens', async () => {
      const answer = await vscode.commands.executeCommand<vscode.SemanticTokens | undefined>(
        'vscode.provideDocumentSemanticTokens',
        document.uri,
      );
      return answer && answer.data.length > 0 ? answer : undefined;
    });
    assert.ok(tokens.data.length / 5 > 20, String(tokens.data.length));
  });

  it('shows a card of a state with its membership on the day', async () => {
    const editor = await openSample(GABALA);
    const at = rangeOf(editor.document, 'host: AZE').end.translate(0, -1);
    const text = await waitFor('the hover', async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        editor.document.uri,
        at,
      );
      return hovers
        .flatMap(({ contents }) => contents.map((part) => (typeof part === 'string' ? part : part.value)))
        .join('\n');
    });
    assert.match(text, /Azerbaijan/);
    assert.match(text, /[Mm]ember/);
    if (!drivesPage) return;
    await putCursor(editor, at);
    await vscode.commands.executeCommand('editor.action.showHover');
    await inPage({ do: 'waitFor', selector: '.monaco-hover .rendered-markdown >> nth=0' });
    await screenshot('hover-state');
    await vscode.commands.executeCommand('editor.action.hideHover');
    await putCursor(editor, rangeOf(editor.document, 'gabala-declaration-2025').start);
    await vscode.commands.executeCommand('editor.action.showHover');
    await inPage({ do: 'waitFor', selector: '.monaco-hover .rendered-markdown >> nth=0' });
    await screenshot('hover-document');
  });
});

async function switched(setting: string, check: () => Promise<unknown>): Promise<void> {
  const settings = vscode.workspace.getConfiguration('securityInitiatives');
  await settings.update(setting, false, vscode.ConfigurationTarget.Global);
  try {
    await check();
  } finally {
    await settings.update(setting, undefined, vscode.ConfigurationTarget.Global);
  }
}

async function hintsOf(document: vscode.TextDocument, accept: (labels: string[]) => boolean): Promise<string[]> {
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  return waitFor('the hints', async () => {
    const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
      'vscode.executeInlayHintProvider',
      document.uri,
      whole,
    );
    const labels = hints.map(({ label }) =>
      typeof label === 'string' ? label : label.map(({ value }) => value).join(''),
    );
    return accept(labels) && labels;
  }) as Promise<string[]>;
}

async function lensesOf(
  document: vscode.TextDocument,
  accept: (titles: string[]) => boolean,
): Promise<vscode.CodeLens[]> {
  return waitFor('the lenses', async () => {
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      document.uri,
      20,
    );
    return accept(lenses.map(({ command }) => command?.title ?? '')) && lenses;
  }) as Promise<vscode.CodeLens[]>;
}
