// Waits for what the extension reports on a document.
import * as vscode from 'vscode';
import { type Waiting, waitFor } from './wait.ts';

/** The name of a problem's rule. */
export function codeOf({ code }: vscode.Diagnostic): string | number | undefined {
  return typeof code === 'object' ? code.value : code;
}

/**
 * The diagnostics of a document as soon as `accept` accepts them: by default as soon as there is one.
 * To see problems go away: `diagnosticsOf(uri, (it) => it.length === 0)`.
 */
export async function diagnosticsOf(
  uri: vscode.Uri,
  accept: (diagnostics: readonly vscode.Diagnostic[]) => boolean = (it) => it.length > 0,
  { timeout = 10_000 }: Pick<Waiting, 'timeout'> = {},
): Promise<vscode.Diagnostic[]> {
  const now = () => vscode.languages.getDiagnostics(uri);
  await waitFor(`the expected diagnostics of ${uri.path}`, () => accept(now()), {
    timeout,
    on: [vscode.languages.onDidChangeDiagnostics],
    seen: () => now().map((it) => `${it.range.start.line + 1}: ${it.message}`),
  });
  return now();
}
