/** Random edits as an editor sends them to the server's process, with questions in between: each is answered, and nothing is lost. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Diagnostic, Position } from 'vscode-languageserver-types';
import { parseEdtf } from '../../server/dataset/dates/edtf.ts';
import { registry } from '../../server/dataset/registry.ts';
import { Workspace } from '../../server/dataset/workspace.ts';
import { Converter } from '../../server/features/convert.ts';
import { toDiagnostic } from '../../server/features/diagnostics.ts';
import type { PositionEncoding } from '../../server/features/position-encoding.ts';
import { selectionRanges } from '../../server/features/selection-ranges.ts';
import { Method } from '../../server/protocol.ts';
import { rules } from '../../server/rules/index.ts';
import { ABLE, ServerSession } from '../support/server.ts';
import { share } from '../support/share.ts';
import { change, changed } from './text-changes.ts';
import { difference, isWithin } from './text-edits.ts';
import { type Dataset, eurasia, small } from './text-samples.ts';

/** What is asked, by its method: what goes with the file, the place and the passage that begins there. */
const QUESTIONS: Readonly<Record<string, object>> = {
  completion: {},
  hover: {},
  definition: {},
  references: { context: { includeDeclaration: true } },
  documentHighlight: {},
  linkedEditingRange: {},
  documentSymbol: {},
  foldingRange: {},
  selectionRange: {},
  'semanticTokens/full': {},
  'semanticTokens/range': {},
  inlayHint: {},
  codeLens: {},
  codeAction: { context: { diagnostics: [] } },
  documentLink: {},
  formatting: { options: { tabSize: 2, insertSpaces: true } },
  rangeFormatting: { options: { tabSize: 2, insertSpaces: true } },
  onTypeFormatting: { ch: '\n', options: { tabSize: 2, insertSpaces: true } },
  prepareRename: {},
  rename: { newName: 'another-name' },
};
/** What is asked of the first few things in an answer. */
const RESOLVED: Readonly<Record<string, string>> = {
  completion: 'completionItem/resolve',
  inlayHint: 'inlayHint/resolve',
  codeLens: 'codeLens/resolve',
  codeAction: 'codeAction/resolve',
};
const FEW = 3;
/** An answer of these kinds is none, and no fault: the text has changed, or a name cannot be changed and the person is told why. */
const REFUSALS: readonly number[] = [
  LSPErrorCodes.RequestCancelled,
  LSPErrorCodes.ContentModified,
  LSPErrorCodes.RequestFailed,
];
const SETTINGS = { rules: {}, today: parseEdtf('2025-10-31')! };
const RULE_PAGE = 'rules:{rule}';
/** How many files are open. */
const OPEN = 4;

/** Several small datasets in one, where many a record is there twice, and columns differ from encoding to encoding. */
const crowd: fc.Arbitrary<Dataset> = fc
  .uniqueArray(fc.nat(small.length - 1), { minLength: 8, maxLength: 8 })
  .map((all) => ({
    'initiatives.yaml': 'dataset: A crowd\ntoday: 2025-10-31\n',
    ...Object.fromEntries(
      all.flatMap((index) =>
        Object.entries(small[index]!)
          .filter(([name]) => name !== 'initiatives.yaml')
          .map(([name, text]) => [`${index}/${name}`, text.replace(/[A-Z](?=[a-z])/g, 'Қ😀')]),
      ),
    ),
  }));

const step = fc.record({
  file: share,
  what: change,
  isWhole: fc.nat(4).map((number) => number === 0),
  asks: fc.array(fc.tuple(fc.constantFrom(...Object.keys(QUESTIONS)), share, fc.nat(60)), { maxLength: 3 }),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** A place as a client counts it that has no code of ours. */
function positionIn(text: string, offset: number, encoding: PositionEncoding): Position {
  const document = TextDocument.create('', '', 0, text);
  const whole = offset - (isWithin(text, offset) ? 1 : 0);
  const { line, character } = document.positionAt(whole);
  const before = text.slice(whole - character, whole);
  if (encoding === 'utf-16') return { line, character };
  return { line, character: encoding === 'utf-8' ? Buffer.byteLength(before) : [...before].length };
}

/** What a fresh workspace says of each file of a dataset that it has never seen otherwise. */
function diagnosticsOf(session: ServerSession, texts: ReadonlyMap<string, string>, encoding: PositionEncoding) {
  const root = session.uri('').replace(/\/$/, '');
  const workspace = new Workspace({ root, registry: registry(), rules, settings: SETTINGS });
  workspace.apply([...texts].map(([name, text]) => ({ uri: session.uri(name), text })));
  workspace.check();
  const converter = new Converter(workspace, { spelled: (uri) => uri, encoding });
  return Object.fromEntries(
    [...texts.keys()].map((name) => [
      name,
      workspace
        .problemsOf(session.uri(name))
        .map((problem) => toDiagnostic(problem, workspace.dataset, converter, RULE_PAGE)),
    ]),
  );
}

/** What can be selected in a text, from the beginnings of its lines outwards. */
function shapesOf(uri: string, text: string, positions: readonly Position[], encoding: PositionEncoding) {
  const workspace = new Workspace({ registry: registry(), rules: [], settings: SETTINGS });
  workspace.apply([{ uri, text }]);
  return selectionRanges(workspace, uri, positions, new Converter(workspace, { spelled: (own) => own, encoding }));
}

/** Plays steps in a server's process. @returns what went wrong, in words */
async function play(dataset: Dataset, encoding: PositionEncoding, steps: readonly Step[]): Promise<string[]> {
  const wrong: string[] = [];
  const session = new ServerSession(dataset);
  session.process.stderr.on('data', (data) => wrong.push(`stderr: ${data}`));
  session.connection.onNotification('window/logMessage', ({ type, message }: { type: number; message: string }) => {
    if (type === 1) wrong.push(message);
  });
  await session.start({
    initializationOptions: { goToCommand: 'go', referencesCommand: 'references', rulePage: RULE_PAGE },
    client: { capabilities: { ...ABLE, general: { positionEncodings: [encoding] } } },
  });
  expect(session.initialized.capabilities.positionEncoding).toBe(encoding);
  const texts = new Map(Object.entries(dataset));
  const names = [...texts.keys()]
    .filter((name) => name.endsWith('.yaml') && name !== 'initiatives.yaml')
    .slice(0, OPEN);
  for (const name of names) await session.open(name, texts.get(name)!);
  const answers: Promise<unknown>[] = [];
  const ask = async (method: string, params: object): Promise<unknown> => {
    try {
      return await session.connection.sendRequest(method, params);
    } catch (reason) {
      if (!(reason instanceof ResponseError) || !REFUSALS.includes(reason.code)) wrong.push(`${method}: ${reason}`);
      return undefined;
    }
  };
  const askClosely = async (method: string, params: object): Promise<void> => {
    const found = (await ask(`textDocument/${method}`, params)) as { items?: object[] } | object[] | null | undefined;
    const items = Array.isArray(found) ? found : (found?.items ?? []);
    const resolve = RESOLVED[method];
    if (resolve) for (const item of items.slice(0, FEW)) await ask(resolve, item);
  };
  for (const [index, { file, what, isWhole, asks }] of steps.entries()) {
    const name = names[Math.floor(file * (names.length - 1))]!;
    const textDocument = { uri: session.uri(name), version: index + 2 };
    const before = texts.get(name)!;
    const text = changed(before, what, dataset[name]!);
    texts.set(name, text);
    const { span, text: added } = difference(before, text);
    const range = { start: positionIn(before, span.start, encoding), end: positionIn(before, span.end, encoding) };
    const change = isWhole ? { text } : { range, text: added };
    await session.connection.sendNotification('textDocument/didChange', { textDocument, contentChanges: [change] });
    for (const [method, at, length] of asks) {
      const offset = Math.floor(at * text.length);
      const position = positionIn(text, offset, encoding);
      const end = positionIn(text, Math.min(text.length, offset + length), encoding);
      const about = { textDocument, position, positions: [position], range: { start: position, end } };
      answers.push(askClosely(method, { ...about, ...QUESTIONS[method] }));
    }
    // Nothing else shows as plainly that both have the same text.
    const positions = text.split(/\r\n|\r|\n/).map((_, line) => ({ line, character: 0 }));
    const shapes = shapesOf(session.uri(name), text, positions, encoding);
    const shapesTold = ask('textDocument/selectionRange', { textDocument, positions });
    answers.push(shapesTold.then((told) => expect(told).toEqual(shapes)));
    answers.push(ask(Method.recordAt, { uri: textDocument.uri, position: range.start }));
  }
  await Promise.all(answers);
  answers.push(ask(Method.timelineExport, { uri: session.uri('initiatives.yaml') }));
  await session.hasReadAll();
  const expected = diagnosticsOf(session, texts, encoding);
  const told = () => Object.fromEntries([...texts.keys()].map((name) => [name, session.diagnosticsOf(name)]));
  const isTold = () => same(told(), expected);
  await session.waitUntil(isTold, () => 'what a fresh start says').catch(() => {});
  expect(told()).toEqual(expected);
  await Promise.all(answers);
  expect(await session.stop()).toBe(0);
  return wrong;
}

function same(a: Record<string, Diagnostic[]>, b: Record<string, Diagnostic[]>): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

describe('a server that is sent random edits', () => {
  it.each<{ encoding: PositionEncoding; dataset: fc.Arbitrary<Dataset> }>([
    { encoding: 'utf-16', dataset: fc.constant(eurasia) },
    { encoding: 'utf-8', dataset: crowd },
    { encoding: 'utf-32', dataset: crowd },
  ])(
    'in $encoding answers all that is asked, and says in the end what a fresh one says',
    async ({ encoding, dataset }) => {
      const steps = fc.array(step, { minLength: 40, maxLength: 50, size: 'max' });
      await fc.assert(
        fc.asyncProperty(dataset, steps, async (files, all) => {
          expect(await play(files, encoding, all)).toEqual([]);
        }),
        { numRuns: 1, endOnFailure: true },
      );
    },
    120_000,
  );
});
