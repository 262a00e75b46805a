/** The quick fix of records that cite nothing: asks for the source at once. */
import { CodeAction, CodeActionKind, type Diagnostic, type Disposable, l10n, languages } from 'vscode';
import { LANGUAGE_ID } from '../../server/protocol.ts';

/** The rule that reports such records. */
const RULE = 'uncited';

/** Offers "Add Citation…" beside the fixes that come from the server. */
export function offerCitations(): Disposable {
  const provider = {
    provideCodeActions: (
      _document: unknown,
      _range: unknown,
      { diagnostics }: { diagnostics: readonly Diagnostic[] },
    ) =>
      diagnostics.filter(isUncited).map((diagnostic) => {
        const title = l10n.t('Add Citation…');
        const action = new CodeAction(title, CodeActionKind.QuickFix);
        action.command = { title, command: 'securityInitiatives.addCitation' };
        action.diagnostics = [diagnostic];
        return action;
      }),
  };
  return languages.registerCodeActionsProvider({ language: LANGUAGE_ID }, provider, {
    providedCodeActionKinds: [CodeActionKind.QuickFix],
  });
}

function isUncited({ code }: Diagnostic): boolean {
  return (typeof code === 'object' ? code.value : code) === RULE;
}
