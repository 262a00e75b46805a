/** What the cursor is about, in any text, and how little that costs. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placesNaming } from '../../server/dataset/places.ts';
import { definition } from '../../server/features/definition.ts';
import { highlights } from '../../server/features/highlights.ts';
import { linkedEditing } from '../../server/features/linked-editing.ts';
import { references } from '../../server/features/references.ts';
import { subjectAt } from '../../server/features/subject.ts';
import { openEditor } from '../support/editor.ts';
import { lineEnds } from '../support/fixture.ts';

function subjectIn(text: string) {
  const { workspace, uri, cursor } = openEditor({ 'a.yaml': text });
  const subject = subjectAt(workspace, uri, cursor);
  return subject && { ...subject, written: subject.document.yaml.text.slice(subject.span.start, subject.span.end) };
}

describe.each(lineEnds)('the subject with %s', (_, convert) => {
  it.each([
    ['an own id', 'kind: summit\nid: g$0\n', { kind: 'summit', id: 'g', isOwnId: true, written: 'g' }],
    ['an own id in quotes', 'kind: summit\nid: "g$0"\n', { kind: 'summit', id: 'g', isOwnId: true, written: '"g"' }],
    ['an own id behind an anchor', 'kind: summit\nid: &i g$0\nname: *i\n', { id: 'g', isOwnId: true, written: 'g' }],
    ['a reference', 'kind: summit\nhost: A$0ZE\n', { kind: 'state', id: 'AZE', isOwnId: false, written: 'AZE' }],
    ['a reference of an id', 'kind: summit\nid: g\nparent: $0g\n', { kind: 'summit', id: 'g', isOwnId: false }],
    [
      'a name in a reference',
      'kind: summit\norganization: Turkic Co$0uncil\n',
      { id: 'Turkic Council', isOwnId: false },
    ],
    ['the id of an object', 'kind: person\nid: __pro$0to__\n', { kind: 'person', id: '__proto__', isOwnId: true }],
  ])('is a record on %s', (_name, text, expected) => {
    expect(subjectIn(convert(`# 🙂 Ташкент\n${text}`))).toMatchObject({ type: 'record', ...expected });
  });

  it.each([
    ['an anchor', 'kind: summit\nhost: &h$0 AZE\n', 'h'],
    ['an alias in a reference', 'kind: summit\nhost: &h AZE\nplace: { state: *$0h }\n', 'h'],
    ['an alias in an id', 'kind: summit\nname: &n s\nid: *n$0\n', 'n'],
  ])('is an anchor on %s', (_name, text, written) => {
    expect(subjectIn(convert(`# 🙂 Ташкент\n${text}`))).toMatchObject({ type: 'anchor', written });
  });

  it.each([
    ['an id of no text', 'kind: summit\nid: 7$0\n'],
    ['an empty id', 'kind: summit\nid: ""$0\n'],
    ['an id that stands within', 'kind: summit\nid: s\nplace: { id: s$0 }\n'],
    ['an id of no record', 'kind: nothing\nid: s$0\n'],
    ['a text like the id', 'kind: summit\nid: s\nname: s$0\n'],
    ['a map', 'kind: summit\nhost: { $0 }\n'],
    ['nothing', '$0'],
  ])('is none on %s', (_name, text) => {
    expect(subjectIn(convert(text))).toBeUndefined();
  });
});

describe('navigation', () => {
  const piece = fc.constantFrom(
    'kind: summit\n',
    'id: s\n',
    'parent: s\n',
    'parent: *x\n',
    'host: &x AZE\n',
    'place: &y { state: *x }\n',
    'chair:\n  <<: *y\n',
    'chair: *y\n',
    '<<: [*x, { host: KAZ }]\n',
    '---\n',
    '...\n',
    '"',
    "'",
    '{',
    '[',
    ']',
    '}',
    '🙂',
    'я',
    '\r\n',
    '&',
    '*',
    '\t',
    '? ',
    ': ',
    '&x &x ',
    '  ',
    '\uFEFF',
    '\0',
  );
  const text = fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(''));

  it('bears any text, and points only to what is there', () => {
    fc.assert(
      fc.property(text, fc.nat(300), (source, at) => {
        const { workspace, converter, uri } = openEditor({ 'a.yaml': source });
        const offset = Math.min(at, source.length);
        const subject = subjectAt(workspace, uri, offset);
        const own = [
          ...definition(workspace, uri, offset, converter).map((link) => ({
            uri: link.targetUri,
            range: link.targetSelectionRange,
          })),
          ...(subject ? references(subject, [{ workspace, converter }], { includeDeclaration: true }) : []),
          ...[
            ...(highlights(workspace, uri, offset, converter) ?? []),
            ...(linkedEditing(workspace, uri, offset, converter)?.ranges.map((range) => ({ range })) ?? []),
          ].map(({ range }) => ({ uri, range })),
        ].filter((place) => place.uri === uri);
        for (const { range } of own) {
          const [start, end] = [converter.offset(uri, range.start), converter.offset(uri, range.end)];
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(source.length);
        }
      }),
    );
  });

  it('knows each place that refers to a record for one, whatever the text around it', () => {
    fc.assert(
      fc.property(text, (source) => {
        const { workspace, uri } = openEditor({ 'a.yaml': source });
        for (const document of workspace.documentsOf(uri)) {
          for (const { kind, id } of document.record?.references ?? []) {
            for (const { span } of placesNaming(workspace.dataset, kind, id).filter(
              (place) => place.document === document,
            )) {
              const subject = subjectAt(workspace, uri, document.start + span.start);
              if (document.yaml.text[span.start] === '*') expect(subject?.type).toBe('anchor');
              else if (id !== '') expect(subject).toMatchObject({ type: 'record', kind, id, isOwnId: false });
            }
          }
        }
      }),
    );
  });

  it('bears what is nested deeply, and aliases of aliases', () => {
    const deep = `kind: summit\nid: s\nplace: ${'{ state: '.repeat(200)}A$0ZE${' }'.repeat(200)}\n`;
    const bomb = Array.from({ length: 30 }, (_, index) => `a${index + 1}: &a${index + 1} [*a${index}, *a${index}]\n`);
    const chain = `kind: summit\nid: s\na0: &a0 { state: A$0ZE }\n${bomb.join('')}participants: *a30\n`;
    for (const marked of [deep, chain]) {
      const { workspace, converter, uri, cursor } = openEditor({ 'a.yaml': marked });
      const subject = subjectAt(workspace, uri, cursor);
      if (subject) references(subject, [{ workspace, converter }], { includeDeclaration: true });
      highlights(workspace, uri, cursor, converter);
      definition(workspace, uri, cursor, converter);
    }
  });
});
