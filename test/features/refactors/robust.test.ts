/** Refactorings in any text: they never fail, break nothing, and change the value only where that is what they are for. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REGISTRY_ROOT, registry } from '../../../server/dataset/registry.ts';
import type { YamlDocument } from '../../../server/dataset/yaml/yaml.ts';
import { refactorActions } from '../../../server/features/refactors/index.ts';
import { openEditor, textsAfter } from '../../support/editor.ts';
import { ABLE, offered } from './support.ts';

const LINES = [
  'id: x-summit',
  'name: &n Саммит 🌍 # c',
  'organization: Turkic Council',
  'organization: "ots',
  'organization: New Union',
  'date: 2025-10-07',
  'date: { value: 2025, text: }',
  'date: &d 2025~ # c',
  'date:',
  '  value: "2025"',
  '  # c',
  'previous_dates: [{ date: *d }, { date: 2024 }]',
  'place: { city: Gabala, # c',
  '  state: AZE }',
  'place: &p',
  '  city: Gabala, the old',
  '  state: AZE # c',
  'chair: *p',
  'chair: { person: Sadyr Japarov, <<: *p }',
  'participants:',
  '  - { state: KAZ, person: Sadyr Japarov }',
  '  - state: KGZ',
  '    role: member',
  '  - &x',
  '    state: UZB',
  '  - *x',
  '  -',
  'outcomes: [decision: A, b]',
  'outcomes:',
  '- decision: A and B',
  'note: |+',
  '  # text',
  'note: >',
  'aliases: [a, [b, {c: d}], "e"]',
  '? complex',
  ': value',
  '__proto__: { constructor: x }',
  'kind: person',
  '---',
  '...',
  '# a comment',
  '\t',
  '',
];
const texts = fc
  .tuple(fc.constantFrom('\n', '\r\n'), fc.array(fc.constantFrom(...LINES), { maxLength: 12 }))
  .map(([end, lines]) => ['kind: summit', ...lines].join(end));
/** Kinds that change how a text is written and not what it says. */
const STYLE = /^refactor\.rewrite\.(?:blockStyle|flowStyle|quotes|sortKeys)$/;

const readAll = (text: string) => {
  const { workspace, uri } = openEditor({ 'a.yaml': text });
  return workspace.documentsOf(uri).map(({ yaml }) => yaml);
};
const errorsIn = (documents: readonly YamlDocument[]) => documents.reduce((sum, { errors }) => sum + errors.length, 0);

describe('refactorings', () => {
  it('bear every text, break none, and say the same in another style', () => {
    fc.assert(
      fc.property(texts, fc.nat(300), fc.nat(60), (text, from, length) => {
        const start = Math.min(from, text.length);
        const end = Math.min(start + (length > 30 ? length : 0), text.length);
        const [before, selected, after] = [text.slice(0, start), text.slice(start, end), text.slice(end)];
        const { editor, actions } = offered(`${before}⟦${selected}⟧${after}`);
        const was = readAll(text);
        for (const { kind, title, edit } of actions) {
          const result = textsAfter(editor, edit)['a.yaml']!;
          const now = readAll(result);
          expect(errorsIn(now), title).toBeLessThanOrEqual(errorsIn(was));
          expect(result, title).not.toBe(text);
          if (STYLE.test(kind!))
            expect(
              now.map(({ value }) => value),
              title,
            ).toEqual(was.map(({ value }) => value));
        }
      }),
      { numRuns: 400 },
    );
  });

  it('bear deep nesting', () => {
    for (const [open, close] of [
      ['[', ']'],
      ['{ a: ', ' }'],
    ] as const) {
      const text = `kind: summit\nnote: ${open.repeat(150)}x$0${close.repeat(150)}\n`;
      expect(offered(text).actions.map(({ title }) => title)).toContain('Put in single quotes');
    }
  });

  it('leave the records of the registry alone', () => {
    const uri = [...registry().byKind.get('organization')!][0]!.uri;
    expect(uri.startsWith(REGISTRY_ROOT)).toBe(true);
    const { workspace, converter } = openEditor({ 'a.yaml': 'kind: person\n' });
    const start = { line: 1, character: 5 };
    expect(refactorActions(workspace, uri, { start, end: start }, converter, ABLE, () => true)).toEqual([]);
  });

  it('leave documents alone that are no records', () => {
    expect(offered('services: { web: $0x }\n').actions).toEqual([]);
  });

  it('bear a file that nobody knows', () => {
    const { workspace, converter } = openEditor({ 'a.yaml': 'kind: person\n' });
    const start = { line: 9, character: 5 };
    expect(refactorActions(workspace, 'file:///none.yaml', { start, end: start }, converter, ABLE, () => true)).toEqual(
      [],
    );
  });
});
