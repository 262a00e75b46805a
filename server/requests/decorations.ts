/** Requests for what is shown in and between the lines: inlay hints, code lenses, semantic tokens. */
import type { CancellationToken } from 'vscode-languageserver';
import { codeLenses, documentsBehind, type LensData, resolveCodeLens } from '../features/code-lenses.ts';
import { type HintData, inlayHints, resolveInlayHint } from '../features/inlay-hints.ts';
import { documentsIn } from '../features/locate.ts';
import { LEGEND, semanticTokens } from '../features/semantic-tokens.ts';
import type { Answering, Service } from './answering.ts';

export const decorations: Service = {
  capabilities: () => ({
    inlayHintProvider: { resolveProvider: true },
    codeLensProvider: { resolveProvider: true },
    semanticTokensProvider: { legend: LEGEND, full: true, range: true },
  }),
  register(answering) {
    registerHints(answering);
    registerLenses(answering);
    registerTokens(answering);
  },
};

function registerHints(answering: Answering): void {
  const { connection, session, client } = answering;
  const { inlayHint } = connection.languages;
  inlayHint.on(
    answering.safely(null, async ({ textDocument, range }, token: CancellationToken) => {
      await answering.loaded(token);
      const wanted = answering.features().inlayHints;
      return answering.in(textDocument, ({ workspace, converter }, uri) =>
        inlayHints(workspace, uri, range, converter, wanted, client),
      );
    }),
  );
  inlayHint.resolve((hint) => {
    const data = hint.data as Partial<HintData> | undefined;
    if (data?.uri === undefined) return hint;
    const { workspace, converter } = session.memberOf(data.uri);
    return resolveInlayHint(hint, workspace, converter, client);
  });
}

function registerLenses(answering: Answering): void {
  const { connection, session, client } = answering;
  connection.onCodeLens(
    answering.safely(null, async ({ textDocument }, token) => {
      await answering.loaded(token);
      const wanted = answering.features().codeLenses;
      return answering.in(textDocument, ({ workspace, converter }, uri) =>
        codeLenses(workspace, uri, converter, wanted),
      );
    }),
  );
  connection.onCodeLensResolve(async (lens, token) => {
    const data = lens.data as Partial<LensData> | undefined;
    if (data?.uri === undefined) return lens;
    await answering.loaded(token);
    const { workspace, converter } = session.memberOf(data.uri);
    return answering.withTrees(documentsBehind(lens, workspace, client), token, () =>
      resolveCodeLens(lens, workspace, converter, client),
    );
  });
}

function registerTokens(answering: Answering): void {
  const { semanticTokens: tokens } = answering.connection.languages;
  tokens.on(
    answering.safely(null, async ({ textDocument }, token: CancellationToken) => {
      await answering.loaded(token);
      return answering.in(textDocument, ({ workspace, converter }, uri) =>
        answering.withTrees(documentsIn(workspace, uri), token, () => semanticTokens(workspace, uri, converter)),
      );
    }),
  );
  tokens.onRange(
    answering.safely(null, async ({ textDocument, range }, token: CancellationToken) => {
      await answering.loaded(token);
      return answering.in(textDocument, ({ workspace, converter }, uri) =>
        semanticTokens(workspace, uri, converter, range),
      );
    }),
  );
}
