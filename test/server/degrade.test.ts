/** Clients that lack one thing: every answer has the form that such a client takes, and lacks nothing else. */
import { beforeAll, describe, expect, it } from 'vitest';
import type {
  CodeAction,
  CompletionItem,
  CompletionList,
  DocumentSymbol,
  Hover,
  Location,
  LocationLink,
  MarkupContent,
  SymbolInformation,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import { ABLE, ServerSession } from '../support/server.ts';

const SUMMIT = `kind: summit
id: gabala
name: 12th Summit
organization: ots
status: held
date: 2025-10-07
host: AZX
citations: [{ source: communique }]
p
---
kind: source
id: communique
publisher: Secretariat
---

`;
const NAME = 'summits/gabala.yaml';
const AT_ORGANIZATION = { line: 3, character: 16 };
const AT_KEY = { line: 8, character: 1 };
const AT_NEW_RECORD = { line: 14, character: 0 };
const AT_HOST = { line: 6, character: 7 };

/** Capabilities with some of them, named by their paths, left out. */
function without(...paths: readonly string[]): object {
  const able: unknown = structuredClone(ABLE);
  for (const path of paths) {
    const names = path.split('.');
    const last = names.pop()!;
    const group = names.reduce((inner, name) => (inner as Record<string, unknown>)[name], able);
    expect(delete (group as Record<string, unknown>)[last]).toBe(true);
  }
  return able as object;
}

/** Each answer whose form depends on the client, from one session. */
async function answers(capabilities: object) {
  const session = await new ServerSession({}).start({ client: { capabilities } });
  await session.open(NAME, SUMMIT);
  const diagnostics = await session.waitFor(NAME, (all) => all.some(({ code }) => code === 'unknown-reference'));
  const items = async (position: object): Promise<CompletionItem[]> => {
    const list = await session.at<CompletionList>('completion', NAME, position as typeof AT_KEY);
    return list.items;
  };
  const textDocument = { uri: session.uri(NAME) };
  const result = {
    uri: session.uri(NAME),
    diagnostics,
    keys: await items(AT_KEY),
    records: await items(AT_NEW_RECORD),
    references: await items(AT_HOST),
    hover: await session.at<Hover>('hover', NAME, AT_ORGANIZATION),
    definition: await session.at<(Location | LocationLink)[]>('definition', NAME, AT_ORGANIZATION),
    symbols: await session.connection.sendRequest<(DocumentSymbol | SymbolInformation)[]>(
      'textDocument/documentSymbol',
      { textDocument },
    ),
    rename: await session.at<WorkspaceEdit>('rename', NAME, { line: 1, character: 6 }, { newName: 'baku' }),
    actions: await session.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument,
      range: { start: AT_HOST, end: AT_HOST },
      context: { diagnostics },
    }),
  };
  expect(await session.stop()).toBe(0);
  return result;
}
type Answers = Awaited<ReturnType<typeof answers>>;

/** Everything that may stand in the text after an item has been taken. */
const insertions = (item: CompletionItem) =>
  [item.insertText, item.textEdit?.newText, item.textEditText].filter((text) => text !== undefined);
const documented = (all: readonly CompletionItem[]) => all.filter(({ documentation }) => documentation !== undefined);

function useAnswers(capabilities: () => object): () => Answers {
  let given: Answers;
  beforeAll(async () => {
    given = await answers(capabilities());
  });
  return () => given;
}

describe('a client that can take everything', () => {
  const given = useAnswers(() => ABLE);

  it('gets placeholders, links, a tree, Markdown and versions', () => {
    const { records, hover, definition, symbols, rename } = given();
    expect(records.some(({ insertTextFormat }) => insertTextFormat === 2)).toBe(true);
    expect((hover.contents as MarkupContent).kind).toBe('markdown');
    expect(definition[0]).toHaveProperty('targetSelectionRange');
    expect(symbols[0]).toHaveProperty('selectionRange');
    expect(rename.documentChanges).toContainEqual(
      expect.objectContaining({ textDocument: { uri: given().uri, version: 1 } }),
    );
  });

  it('asks for what documents an item when it shows it', () => {
    expect(documented(given().references)).toEqual([]);
  });
});

describe.each([
  ['snippets', ['textDocument.completion.completionItem.snippetSupport']],
  ['anything in completions', ['textDocument.completion']],
])('a client without %s', (_, paths) => {
  const given = useAnswers(() => without(...paths));

  it('gets no placeholders', () => {
    const { keys, records, references } = given();
    for (const all of [keys, records, references]) {
      expect(all).not.toEqual([]);
      for (const item of all) {
        expect(item.insertTextFormat ?? 1).toBe(1);
        for (const text of insertions(item)) expect(text).not.toMatch(/\$\{?\d/);
      }
    }
  });
});

describe('a client without Markdown', () => {
  const given = useAnswers(() =>
    without(
      'textDocument.hover.contentFormat',
      'textDocument.completion.completionItem.documentationFormat',
      'textDocument.completion.completionItem.resolveSupport',
    ),
  );

  it('gets plain text', () => {
    const { hover, keys, references } = given();
    const texts = [hover.contents, ...documented([...keys, ...references]).map(({ documentation }) => documentation!)];
    expect(texts.length).toBeGreaterThan(2);
    for (const text of texts as (MarkupContent | string)[]) {
      if (typeof text !== 'string') expect(text.kind).toBe('plaintext');
      expect(typeof text === 'string' ? text : text.value).not.toMatch(/\*\*|\]\(/);
    }
  });
});

describe('a client without documentChanges', () => {
  const given = useAnswers(() => without('workspace.workspaceEdit'));

  it('gets plain changes', () => {
    const { rename, actions, uri } = given();
    expect(Object.keys(rename.changes ?? {})).toEqual([uri]);
    for (const edit of [rename, ...actions.flatMap((action) => action.edit ?? [])]) {
      expect(edit).not.toHaveProperty('documentChanges');
    }
  });
});

describe('a client without symbols in symbols', () => {
  const given = useAnswers(() => without('textDocument.documentSymbol'));

  it('gets a flat list with places', () => {
    const { symbols, uri } = given();
    expect(symbols.length).toBeGreaterThan(1);
    for (const symbol of symbols as SymbolInformation[]) {
      expect(symbol.location.uri).toBe(uri);
      expect(symbol).not.toHaveProperty('children');
    }
  });
});

describe('a client without links', () => {
  const given = useAnswers(() => without('textDocument.definition'));

  it('gets places', () => {
    const [place] = given().definition as Location[];
    expect(Object.keys(place!).sort()).toEqual(['range', 'uri']);
  });
});

describe('a client that asks for nothing later', () => {
  const given = useAnswers(() =>
    without('textDocument.completion.completionItem.resolveSupport', 'textDocument.codeAction.resolveSupport'),
  );

  it('gets documentation and edits at once', () => {
    const { references, actions } = given();
    expect(documented(references)).toHaveLength(references.length);
    const fixes = actions.filter(({ kind }) => kind === 'quickfix');
    expect(fixes).not.toEqual([]);
    for (const { edit, command } of fixes) expect(edit ?? command).toBeDefined();
  });
});

describe('a client without code actions', () => {
  const given = useAnswers(() => without('textDocument.codeAction'));

  it('gets none, as it takes commands alone', () => {
    expect(given().actions).toEqual([]);
  });
});
