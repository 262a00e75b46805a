/** Messages at random: methods that the server knows and others, params that fit and others. */
import fc from 'fast-check';
import { PARAMS } from '../../server/params.ts';
import type { Sent } from './messages-storm.ts';

/** Stands in URIs for that of the dataset's folder, which nobody knows beforehand. */
export const FOLDER = '{folder}';

/** Files of the dataset, and what is none. */
export const URIS = [
  ...['summits/gabala.yaml', 'persons/speaker.yaml', 'initiatives.yaml', 'notes.txt', 'none.yaml', 'deep/x.yaml'].map(
    (name) => `${FOLDER}/${name}`,
  ),
  FOLDER,
  `${FOLDER}/`,
  `${FOLDER}/summits`,
  `${FOLDER}/summits/gabala.yaml?query#fragment`,
  `${FOLDER}/%zz%.yaml`,
  `${FOLDER}/a%00b.yaml`,
  `${FOLDER}/a%2Fb.yaml`,
  `${FOLDER}/%ED%A0%80.yaml`,
  `${FOLDER}/../../etc/passwd.yaml`,
  `${FOLDER}/__proto__.yaml`,
  'security-initiatives-registry:/states/KAZ.yaml',
  'security-initiatives-registry:/no-such',
  'untitled:Untitled-1',
  'vscode-notebook-cell:/a.ipynb#W0',
  'git:/a.yaml?%7B%7D',
  'http://example.org/a.yaml',
  'file://host/share/a.yaml',
  'file:///c%3A/a.yaml',
  'file://',
  'file:',
  '',
  '/',
  'a',
  '__proto__',
  ':::',
  '\ud800',
];
const TEXTS = [
  '',
  'kind: person\nid: other\nname: "A Speaker\noffices: [{ title: Minister, state: XBB }]\n',
  'kind: summit\r\nid: gabala\r\nhost: AZ\r\n---\r\nkind: state\r\nid: AZX\r\nname: ö😀\r\n',
  'dataset: D\nrules: { unknown-reference: off }\n',
  '{[}]: &a *a\n\t- \ud800\u0000',
];

const uri = fc.constantFrom(...URIS);
/** The whole disk is a folder that takes long to read. */
const folder = fc.constantFrom(...URIS.filter((place) => !['file:', 'file://'].includes(place)));
const text = fc.constantFrom(...TEXTS);
const number = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 12 }) },
  { weight: 1, arbitrary: fc.constantFrom(-1, -(2 ** 31), 2 ** 31 - 1, 2 ** 53, 1e300) },
);
const position = fc.record({ line: number, character: number });
const range = fc.record({ start: position, end: position });
const file = fc.record({ uri, oldUri: uri, newUri: uri, type: number, name: fc.constant('n') });
const files = fc.array(file, { maxLength: 3 });
const folders = fc.array(fc.record({ uri: folder, name: fc.constant('n') }), { maxLength: 3 });
const kind = fc.constantFrom('summit', 'person', 'state', 'source', '__proto__', '');
const id = fc.constantFrom('gabala', 'speaker', 'KAZ', 'communique', 'constructor', '');
const settings = fc.oneof(
  fc.constantFrom(null, 5, 'on', [], [null]),
  fc.dictionary(
    fc.constantFrom('rules', 'today', 'inlayHints', 'codeLenses', 'format', '__proto__'),
    fc.oneof(fc.jsonValue(), fc.constant({ 'unknown-reference': 'off', constructor: 'error', names: false })),
  ),
);

/** Whatever any message holds, in one: handlers look at what is theirs. */
const params = fc.record({
  textDocument: fc.record({ uri, version: number, text, languageId: fc.constant('yaml') }),
  uri,
  position,
  range,
  ranges: fc.array(range, { maxLength: 3 }),
  positions: fc.array(position, { maxLength: 3 }),
  contentChanges: fc.array(fc.oneof(fc.record({ range, text }), fc.record({ text })), { maxLength: 3 }),
  context: fc.record({
    includeDeclaration: fc.boolean(),
    diagnostics: fc.constant([]),
    only: fc.option(fc.subarray(['quickfix', 'refactor', 'source', ''])),
    triggerKind: number,
  }),
  options: fc.constantFrom({ tabSize: 2, insertSpaces: true }, { tabSize: -1 }, {}),
  newName: fc.constantFrom('baku', '', '../x', '__proto__', '.*', 'a b'),
  ch: fc.constantFrom('\n', '-', ':', '', 'long'),
  query: fc.constantFrom('', 'gabala', '.*(', '\ud800'),
  key: fc.constantFrom('summit/gabala', 'summit/none#target', '', '/', '__proto__/__proto__'),
  files,
  changes: files,
  event: fc.record({ added: folders, removed: folders }),
  settings: fc.record({ securityInitiatives: settings }),
  data: fc.record({
    uri,
    kind,
    id,
    shows: fc.constantFrom('references', 'proposals', 'before', 'after', 'x'),
    scope: fc.constantFrom('file', 'dataset', 'x'),
    rule: fc.constantFrom('unknown-reference', 'unquoted-scalar', 'no-such-rule', undefined),
  }),
  label: fc.constantFrom('label', [{ value: 'part' }]),
  title: fc.constant('title'),
  token: fc.constantFrom('token', 5, null),
  workDoneToken: fc.constantFrom('token', 5, undefined),
  partialResultToken: fc.constantFrom('token', 5, undefined),
  value: fc.constantFrom('off', 'messages', 'verbose', 'x', null),
});

const JUNK = [
  null,
  undefined,
  true,
  0,
  -1,
  1.5,
  '',
  'text',
  [],
  [null],
  {},
  { uri: null },
  JSON.parse('{ "__proto__": { "uri": 5 }, "constructor": 1 }'),
];

/** Params with something in them, at any depth, put in the place of what belongs there. */
const spoilt = fc
  .record({ params, way: fc.array(fc.nat(30), { maxLength: 5 }), junk: fc.constantFrom(...JUNK) })
  .map(({ params, way, junk }) => replaced(params, way, junk));

function replaced(value: unknown, [step, ...rest]: readonly number[], junk: unknown): unknown {
  if (step === undefined || typeof value !== 'object' || value === null) return junk;
  const keys = Object.keys(value);
  const key = keys[step % keys.length];
  if (key === undefined) return junk;
  const copy = Array.isArray(value) ? [...value] : { ...value };
  return Object.assign(copy, { [key]: replaced((value as Record<string, unknown>)[key], rest, junk) });
}

const METHODS = [...PARAMS.keys()].filter((method) => method !== 'initialize');
const method = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...METHODS) },
  // Texts come, go and change more often than all else happens.
  { weight: 6, arbitrary: fc.constantFrom(...METHODS.filter((name) => /^textDocument\/did/.test(name))) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      ...['initialize', 'initialized', 'textDocument/dance', '$/dance', '$/refused', '', '__proto__', 'constructor'],
      ...['window/workDoneProgress/create', 'workspace/executeCommand', '$/progress', '$/logTrace'],
    ),
  },
);
/** Few, so that some come twice. */
const requestId = fc.nat(500).map((place) => `r${place}`);
const call = fc.record({
  method,
  params: fc.oneof({ weight: 5, arbitrary: params }, { weight: 2, arbitrary: spoilt }),
});
const cancel = fc.oneof(
  { weight: 6, arbitrary: requestId },
  { weight: 1, arbitrary: fc.constantFrom(null, 0, -1, 'unknown', {}, undefined) },
);

/** A request or a notification, of whatever method: also what is never asked may be asked, and the other way round. */
export const message: fc.Arbitrary<Sent> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ id: requestId, call }).map(({ id, call }) => ({ id, ...call })) },
  { weight: 4, arbitrary: call },
  { weight: 2, arbitrary: cancel.map((id) => ({ method: '$/cancelRequest', params: { id } })) },
);

/** What no hello can be. */
export const badHello = fc
  .constantFrom(
    undefined,
    null,
    [],
    [{}],
    'x',
    {},
    { capabilities: null },
    { capabilities: [] },
    {
      capabilities: { general: { positionEncodings: 5 } },
    },
  )
  .map((params): Sent => ({ id: 'hello', method: 'initialize', params }));

/** Messages with the folder's URI where it belongs, and nothing in them that cannot be written. */
export function placed(messages: readonly Sent[], folder: string): Sent[] {
  return JSON.parse(JSON.stringify(messages).replaceAll(FOLDER, folder)) as Sent[];
}
