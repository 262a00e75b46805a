/** What the extension leaves to others in YAML texts that are no records, as an answer of each would be shown. */
import type { Middleware } from 'vscode-languageclient';
import { LANGUAGE_ID } from '../server/protocol.ts';

/** Anchors and aliases of other texts are followed by whatever serves YAML there: VS Code shows what all have found. */
export const leaveToOthers: Middleware = {
  provideDefinition: (document, position, token, next) =>
    document.languageId === LANGUAGE_ID ? next(document, position, token) : undefined,
};
