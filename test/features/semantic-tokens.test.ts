/** Semantic tokens: a text with what its words are, as `word:type.modifier`. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Range, SemanticTokens } from 'vscode-languageserver-types';
import { REGISTRY_ROOT } from '../../server/dataset/registry.ts';
import { Converter } from '../../server/features/convert.ts';
import { textIn } from '../../server/features/locate.ts';
import { LEGEND, semanticTokens } from '../../server/features/semantic-tokens.ts';
import { rules } from '../../server/rules/index.ts';
import { type Editor, openEditor } from '../support/editor.ts';
import { lineEnds, ROOT } from '../support/fixture.ts';
import '../support/random.ts';
import { share } from '../support/share.ts';

interface Token {
  readonly line: number;
  readonly character: number;
  readonly length: number;
  readonly name: string;
}

/** The tokens with their places, taken out of LSP's numbers. */
function decoded(tokens: SemanticTokens | null): Token[] {
  const found: Token[] = [];
  const { data } = tokens!;
  let [line, character] = [0, 0];
  for (let i = 0; i < data.length; i += 5) {
    const [down, right, length, type, bits] = data.slice(i, i + 5) as [number, number, number, number, number];
    character = down > 0 ? right : character + right;
    line += down;
    const modifiers = LEGEND.tokenModifiers.filter((_, bit) => bits & (1 << bit));
    found.push({ line, character, length, name: [LEGEND.tokenTypes[type], ...modifiers].join('.') });
  }
  return found;
}

function wordsIn({ workspace, converter, uri }: Editor, range?: Range): string[] {
  const lines = textIn(workspace, uri)!.split(/\r?\n/);
  return decoded(semanticTokens(workspace, uri, converter, range)).map(
    ({ line, character, length, name }) => `${lines[line]!.slice(character, character + length)}:${name}`,
  );
}

const OTHERS = { 'p.yaml': 'kind: person\nid: sadyr-japarov\nname: Садыр Жапаров\n' };

describe.each(lineEnds)('tokens with %s', (_, convert) => {
  const words = (text: string) => wordsIn(openEditor({ 'a.yaml': convert(text), ...OTHERS }, rules));

  it.each([
    ['kinds and ids', 'kind: summit\nid: gabala\n', ['summit:class', 'gabala:variable.declaration']],
    [
      'references, those to the registry apart',
      'kind: summit\nhost: AZE # Azerbaijan\nchair: { person: sadyr-japarov, state: "KGZ" }\n',
      ['summit:class', 'AZE:variable.defaultLibrary', 'sadyr-japarov:variable', '"KGZ":variable.defaultLibrary'],
    ],
    [
      'choices, domains among them, in lists of either style',
      'kind: proposal\ntype: establish-body\ndomains: [energy, water]\nparties:\n  - role: proposer\n',
      ['proposal:class', 'establish-body:enumMember', 'energy:enumMember', 'water:enumMember', 'proposer:enumMember'],
    ],
    [
      'dates, short and long',
      'kind: summit\ndate: { value: 2025-10-07, basis: resolved, stated: 2025 }\nprevious_dates:\n- date: 2025-10/..\n',
      ['summit:class', '2025-10-07:number', 'resolved:enumMember', '2025:number', '2025-10/..:number'],
    ],
    ['moments', 'kind: source\npublished: 2025-10-07T15:12+04:00\n', ['source:class', '2025-10-07T15:12+04:00:number']],
    [
      'ids that were, and rules',
      'kind: summit\nid: b\nformer_ids: [a]\nexceptions: [{ rule: bad-date, reason: x }]\n',
      ['summit:class', 'b:variable.declaration', 'a:variable.deprecated', 'bad-date:function'],
    ],
    [
      'several documents, below letters of all sorts',
      '# Саммит 🙂\nkind: person\nname: 🙂 Жапаров ə\n---\n{ kind: summit, name: 🙂🙂, host: AZE }\n',
      ['person:class', 'summit:class', 'AZE:variable.defaultLibrary'],
    ],
    [
      'what an anchor is on, and not its aliases',
      'kind: summit\nhost: &h AZE\nplace: { state: *h }\n',
      ['summit:class', 'AZE:variable.defaultLibrary'],
    ],
    [
      'an own id that others of the record stand for',
      'kind: summit\nid: &me a\nparent: *me\n',
      ['summit:class', 'a:variable.declaration'],
    ],
    ['what is merged in place', 'kind: summit\n<<: { host: AZE }\n', ['summit:class', 'AZE:variable.defaultLibrary']],
    [
      'a block, line by line',
      'kind: summit\nhost: >-\n  AZE\nname: |\n  KAZ\n',
      ['summit:class', 'AZE:variable.defaultLibrary'],
    ],
    [
      'nothing that is wrong',
      'kind: summit\nhost: XXX\nparent: gabala\nstatus: heldd\ndate: 2025-02-30\nexceptions: [{ rule: bad }]\nhots: AZE\n',
      ['summit:class'],
    ],
    [
      'nothing that is plain text',
      'kind: summit\nname: held\nnote: 2025-10-07\ntheme: AZE\nordinal: 12\n',
      ['summit:class'],
    ],
    [
      'what can be read of a broken text',
      'kind: summit\nname: "A meeting\nhost: AZE\nplace: { state: KAZ\ndate: 2025-10-07\n',
      ['summit:class', 'AZE:variable.defaultLibrary', 'KAZ:variable.defaultLibrary', '2025-10-07:number'],
    ],
  ])('are given to %s', (_name, text, expected) => expect(words(text)).toEqual(expected));

  it('are given in the manifest, to rules and their levels', () => {
    const text = 'dataset: Ours\ntoday: 2025-10-07\nrules:\n  bad-date: hint\n  "no-such": off\n';
    expect(wordsIn(openEditor({ 'initiatives.yaml': convert(text) }, rules))).toEqual([
      ...['2025-10-07:number', 'bad-date:function', 'hint:enumMember', 'off:enumMember'],
    ]);
  });

  it('are given for a range alone', () => {
    const text = 'kind: summit\nhost: KAZ\n---\n⟦kind: summit\nhost: AZE⟧\nchair: { state: KGZ }\n---\nkind: summit\n';
    const editor = openEditor({ 'a.yaml': convert(text) }, rules);
    expect(wordsIn(editor, editor.marked[0]!.range)).toEqual(['summit:class', 'AZE:variable.defaultLibrary']);
  });
});

describe('tokens', () => {
  it('are none of ours in files without records, which others may colour', () => {
    const { workspace, converter, uri } = openEditor({ 'a.yaml': 'kind: Deployment\nhost: AZE\n' });
    expect(semanticTokens(workspace, uri, converter)).toBeNull();
    expect(semanticTokens(workspace, `${ROOT}/none.yaml`, converter)).toBeNull();
  });

  it('are given in the registry', () => {
    const editor = { ...openEditor({ 'a.yaml': '' }), uri: `${REGISTRY_ROOT}/organizations/ots.yaml` };
    expect(wordsIn(editor)).toEqual(
      expect.arrayContaining(['organization:class', 'ots:variable.declaration', 'AZE:variable.defaultLibrary']),
    );
  });

  it('are as long as the client counts', () => {
    const { workspace, uri } = openEditor({
      'a.yaml': 'kind: document\ntitle: 🙂\norganization: "ot\\u0073" # 🙂\nsigned: 2025 # ə\nformer_ids: [🙂ə]\n',
    });
    const inBytes = new Converter(workspace, { spelled: (own) => own, encoding: 'utf-8' });
    const last = decoded(semanticTokens(workspace, uri, inBytes)).at(-1);
    expect(last).toEqual({ line: 4, character: 13, length: 6, name: 'variable.deprecated' });
    const inPoints = new Converter(workspace, { spelled: (own) => own, encoding: 'utf-32' });
    expect(decoded(semanticTokens(workspace, uri, inPoints)).at(-1)).toMatchObject({ length: 2 });
  });

  it('have names that every editor knows', () => {
    expect(LEGEND).toEqual({
      tokenTypes: ['class', 'variable', 'enumMember', 'number', 'function'],
      tokenModifiers: ['declaration', 'defaultLibrary', 'deprecated'],
    });
  });

  it('have scopes for every type in VS Code, so that each theme has a colour for them', () => {
    const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    const [{ language, scopes }] = manifest.contributes.semanticTokenScopes;
    expect(language).toBe('security-initiatives');
    expect(Object.keys(scopes)).toEqual(expect.arrayContaining(LEGEND.tokenTypes));
    for (const selector of Object.keys(scopes)) {
      const [type, ...modifiers] = selector.split('.');
      expect(LEGEND.tokenTypes).toContain(type);
      for (const modifier of modifiers) expect(LEGEND.tokenModifiers).toContain(modifier);
    }
  });
});

const SAMPLES = new URL('../../samples/eurasia/', import.meta.url);
const records = readdirSync(SAMPLES, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yaml'))
  .sort()
  .map((name) => readFileSync(new URL(name, SAMPLES), 'utf8'));

describe('in any text', () => {
  const { workspace, converter } = openEditor({ 'draft.yaml': '' });
  const uri = `${ROOT}/draft.yaml`;
  const junk = fc.constantFrom('', '"', '{', '[', '*x', '&x', '\n', '🙂', '|\n', '  - ');

  test('cut off or damaged anywhere, tokens stand in their lines, in order, and never overlap', () => {
    fc.assert(
      fc.property(fc.constantFrom(...records), share, junk, fc.boolean(), (record, cut, what, crlf) => {
        const at = Math.round(cut * record.length);
        const damaged = record.slice(0, at) + what + record.slice(what === '' ? record.length : at);
        const text = crlf ? damaged.replaceAll('\n', '\r\n') : damaged;
        workspace.apply([{ uri, text }]);
        const tokens = semanticTokens(workspace, uri, converter);
        if (!tokens) return;
        const lines = text.split(/\r?\n/);
        let end = { line: 0, character: 0 };
        for (const { line, character, length } of decoded(tokens)) {
          expect(length).toBeGreaterThan(0);
          expect(character + length).toBeLessThanOrEqual(lines[line]!.length);
          expect(line > end.line || character >= end.character).toBe(true);
          end = { line, character: character + length };
        }
      }),
    );
  });

  test('the tokens of a range are those of the whole that touch it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...records), share, share, (text, from, to) => {
        workspace.apply([{ uri, text }]);
        const [start, end] = [from, to].map((place) => Math.round(place * text.length)).sort((a, b) => a - b);
        const range = converter.fileRange(uri, { start: start!, end: end! });
        const touching = ({ line, character, length }: Token) => {
          const at = converter.offset(uri, { line, character });
          return at <= end! && start! <= at + length;
        };
        const all = semanticTokens(workspace, uri, converter);
        const some = semanticTokens(workspace, uri, converter, range);
        // A manifest under another name has nothing of ours.
        if (!all || !some) expect([all, some]).toEqual([null, null]);
        else expect(decoded(some)).toEqual(decoded(all).filter(touching));
      }),
    );
  });
});
