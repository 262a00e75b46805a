/** Everything that an editor can ask about a place of a text, and whether the places in the answers lie in their texts. */
import { expect } from 'vitest';
import type {
  CodeAction,
  CodeLens,
  CompletionItem,
  CompletionList,
  InlayHint,
  Position,
  Range,
  TextEdit,
} from 'vscode-languageserver-types';
import { readClient } from '../../server/client.ts';
import { registryText } from '../../server/dataset/registry.ts';
import { LineIndex, type Span } from '../../server/dataset/text.ts';
import type { Workspace } from '../../server/dataset/workspace.ts';
import { codeActions } from '../../server/features/code-actions.ts';
import { codeLenses, documentsBehind, resolveCodeLens } from '../../server/features/code-lenses.ts';
import { type CompletionData, completionList, resolveCompletion } from '../../server/features/completion-list.ts';
import { Converter } from '../../server/features/convert.ts';
import { definition } from '../../server/features/definition.ts';
import { toDiagnostic } from '../../server/features/diagnostics.ts';
import { documentLinks } from '../../server/features/document-links.ts';
import { documentSymbols } from '../../server/features/document-symbols.ts';
import { fixAllInFile, resolveFixAll } from '../../server/features/fix-all.ts';
import { foldingRanges } from '../../server/features/folding.ts';
import { formatting, rangesFormatting } from '../../server/features/formatting.ts';
import { highlights } from '../../server/features/highlights.ts';
import { hover, isKnownByItself } from '../../server/features/hover.ts';
import { inlayHints, resolveInlayHint } from '../../server/features/inlay-hints.ts';
import { linkedEditing } from '../../server/features/linked-editing.ts';
import { documentAt } from '../../server/features/locate.ts';
import { onTypeFormatting } from '../../server/features/on-type-formatting.ts';
import { refactorActions, sortKeysInFile } from '../../server/features/refactors/index.ts';
import { documentsToRead, references } from '../../server/features/references.ts';
import { prepareRename, rename } from '../../server/features/rename.ts';
import { selectionRanges } from '../../server/features/selection-ranges.ts';
import { semanticTokens } from '../../server/features/semantic-tokens.ts';
import { subjectAt } from '../../server/features/subject.ts';
import { workspaceSymbols } from '../../server/features/workspace-symbols.ts';
import { readSettings } from '../../server/settings.ts';
import { plainTimelineExport } from '../../server/timeline/export.ts';
import { ABLE } from '../support/server.ts';
import { isWithin } from './text-edits.ts';

const CLIENT = {
  ...readClient({
    processId: null,
    rootUri: null,
    capabilities: {
      ...ABLE,
      textDocument: {
        ...ABLE.textDocument,
        inlayHint: { resolveSupport: { properties: ['tooltip', 'label.location'] } },
      },
    } as Parameters<typeof readClient>[0]['capabilities'],
    initializationOptions: { goToCommand: 'go', referencesCommand: 'references', suggestCommand: 'suggest' },
  }),
  rulePage: 'rules:{rule}',
};
const { features: SHOWN } = readSettings(
  { inlayHints: { names: true, dates: true }, codeLenses: { references: true, proposals: true, chairmanships: true } },
  { text: '2025-10-31' } as Parameters<typeof readSettings>[1],
  [],
);
/** How many of a list's items are looked at closely: a person looks at few. */
const CLOSELY = 3;

/** A workspace with its converter, as features see it. */
export interface Asked {
  readonly workspace: Workspace;
  readonly converter: Converter;
}

export function asked(workspace: Workspace): Asked {
  return { workspace, converter: new Converter(workspace, { spelled: (uri) => uri, documentChanges: true }) };
}

/** What is said of a file as a whole, by the name of the question. */
export function answersOfFile({ workspace, converter }: Asked, uri: string): Record<string, unknown> {
  const { dataset } = workspace;
  const whole = converter.fileRange(uri, { start: 0, end: workspace.textOf(uri)?.length ?? 0 });
  const hints = inlayHints(workspace, uri, whole, converter, SHOWN.inlayHints, CLIENT);
  const lenses = codeLenses(workspace, uri, converter, SHOWN.codeLenses);
  return {
    diagnostics: workspace.problemsOf(uri).map((problem) => toDiagnostic(problem, dataset, converter, 'rules:{rule}')),
    fixes: codeActions(workspace, uri, whole, converter, CLIENT).map((action) =>
      withEdit(workspace, converter, action),
    ),
    fixAll: fixAllInFile(workspace, uri).map((action) => withEdit(workspace, converter, action)),
    symbols: documentSymbols(workspace, uri, converter, CLIENT),
    flatSymbols: documentSymbols(workspace, uri, converter, { ...CLIENT, symbolTree: false }),
    folds: foldingRanges(workspace, uri, converter, CLIENT),
    links: documentLinks(workspace, uri, converter),
    tokens: semanticTokens(workspace, uri, converter),
    hints,
    hintsClosely: hints
      .slice(0, CLOSELY)
      .map((hint: InlayHint) => resolveInlayHint(hint, workspace, converter, CLIENT)),
    lenses,
    lensesClosely: lenses.map((lens: CodeLens) => {
      documentsBehind(lens, workspace, CLIENT);
      return resolveCodeLens(lens, workspace, converter, CLIENT);
    }),
    formatting: formatting(workspace, uri, converter, {}, false),
    formattingSorted: formatting(
      workspace,
      uri,
      converter,
      { trimFinalNewlines: true, insertFinalNewline: true },
      true,
    ),
    sortKeys: sortKeysInFile(workspace, uri, converter),
  };
}

/** What is said of a place, and of the passage that begins there. */
export function answersAt({ workspace, converter }: Asked, uri: string, { start, end }: Span): Record<string, unknown> {
  const range = converter.fileRange(uri, { start, end });
  const list = completionList(workspace, uri, start, converter, CLIENT);
  const subject = subjectAt(workspace, uri, start);
  const views: Parameters<typeof references>[1] = [{ workspace, converter }];
  if (subject) documentsToRead(subject, views);
  const record = documentAt(workspace, uri, start)?.record;
  return {
    completion: list,
    completionClosely: list.items
      .filter(({ data }) => (data as CompletionData | undefined) !== undefined)
      .slice(0, CLOSELY)
      .map((item: CompletionItem) => resolveCompletion(item, workspace, CLIENT)),
    hover: hover(workspace, uri, start, converter, CLIENT),
    hoverAlone: isKnownByItself(workspace, uri, start),
    definition: definition(workspace, uri, start, converter),
    references: subject && references(subject, views, { includeDeclaration: true }),
    highlights: highlights(workspace, uri, start, converter),
    linked: linkedEditing(workspace, uri, start, converter),
    rename: prepareRename(workspace, uri, start, converter),
    renamed: rename(workspace, uri, start, 'another-name', converter, CLIENT),
    selection: selectionRanges(workspace, uri, [range.start, range.end], converter),
    enter: onTypeFormatting(workspace, uri, start, '\n', converter),
    dash: onTypeFormatting(workspace, uri, start, ' ', converter),
    actions: codeActions(workspace, uri, range, converter, CLIENT),
    refactorings: refactorActions(workspace, uri, range, converter, CLIENT, () => true),
    formatting: rangesFormatting(workspace, uri, converter, [range]),
    tokens: semanticTokens(workspace, uri, converter, range),
    hints: inlayHints(workspace, uri, range, converter, SHOWN.inlayHints, CLIENT),
    found: workspaceSymbols(record?.label ?? 'o', [{ workspace, converter }]),
  };
}

/** What is said of the dataset as a whole. */
export function answersOfDataset({ workspace }: Asked): Record<string, unknown> {
  return { timeline: plainTimelineExport(workspace, 'dataset') };
}

function withEdit(workspace: Workspace, converter: Converter, action: CodeAction): CodeAction {
  return action.data === undefined ? action : resolveFixAll(action, workspace, converter);
}

/** Holds of what is offered at a place that it is put in there, within one line, as LSP wants it (`CompletionItem.textEdit`). */
export function expectOffers(answers: Record<string, unknown>, cursor: Position): void {
  for (const { label, textEdit } of (answers.completion as CompletionList).items) {
    const { start, end } = (textEdit as TextEdit).range;
    expect([start.line, end.line], label).toEqual([cursor.line, cursor.line]);
    expect(start.character <= cursor.character && cursor.character <= end.character, label).toBe(true);
  }
}

/** Holds that each place in an answer lies in the text it is about, and begins no later than it ends. */
export function expectPlaces(answer: unknown, uri: string, textOf: (uri: string) => string | undefined): void {
  const indexes = new Map<string, LineIndex>();
  visit(answer, uri);

  function visit(part: unknown, around: string): void {
    if (Array.isArray(part)) for (const item of part) visit(item, around);
    else if (isRange(part)) {
      const [start, end] = [place(part.start, around), place(part.end, around)];
      expect(start, JSON.stringify([part, around])).toBeLessThanOrEqual(end);
    } else if (isPosition(part)) place(part, around);
    else if (typeof part === 'object' && part !== null) {
      const { uri: own, textDocument } = part as { uri?: unknown; textDocument?: { uri?: unknown } };
      const about = textDocument?.uri ?? own;
      for (const [key, value] of Object.entries(part)) {
        const { targetUri } = part as { targetUri?: string };
        visit(value, /^target/.test(key) && targetUri ? targetUri : typeof about === 'string' ? about : around);
      }
    }
  }

  function place({ line, character }: Position, around: string): number {
    const text = textOf(around) ?? registryText(around) ?? '';
    const index = indexes.get(around) ?? new LineIndex(text);
    indexes.set(around, index);
    const where = `${line}:${character} of ${around}`;
    expect(line >= 0 && line < index.lineCount && character >= 0, where).toBe(true);
    const start = index.offset(line, 0);
    const content = text.slice(start, line + 1 < index.lineCount ? index.offset(line + 1, 0) : text.length);
    expect(character, where).toBeLessThanOrEqual(content.replace(/(?:\r\n|\r|\n)$/, '').length);
    expect(isWithin(text, start + character), where).toBe(false);
    return start + character;
  }
}

function isPosition(part: unknown): part is Position {
  return typeof part === 'object' && part !== null && 'line' in part && 'character' in part;
}

function isRange(part: unknown): part is Range {
  return typeof part === 'object' && part !== null && 'start' in part && isPosition(part.start);
}
