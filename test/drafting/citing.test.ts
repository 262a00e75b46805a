/** Citations as edits: in the record's own style, and only where they do no harm. */
import { describe, expect, it } from 'vitest';
import type { RecordDocument } from '../../server/dataset/record-index.ts';
import { kinds } from '../../server/dataset/schema.ts';
import { applyEdits } from '../../server/dataset/text.ts';
import { citationEdits, citationsOf } from '../../server/drafting/citing.ts';
import { lineEnds, makeWorkspace, ROOT } from '../support/fixture.ts';

const PERSON = 'kind: person\nid: p\nname: Сады́р\n';

describe.each(lineEnds)('a citation, with %s', (_, convert) => {
  const cited = (text: string) => {
    const uri = `${ROOT}/p.yaml`;
    const workspace = makeWorkspace({ 'p.yaml': convert(text) }, []);
    const [document] = workspace.documentsOf(uri);
    return applyEdits(convert(text), citationEdits(document as RecordDocument, 'a-1'));
  };

  it.each([
    [
      'after what stands before it in the schema',
      `${PERSON}note: N\n`,
      `${PERSON}citations:\n  - source: a-1\nnote: N\n`,
    ],
    ['at the end of a text without a line end', PERSON.trimEnd(), `${PERSON}citations:\n  - source: a-1`],
    [
      'in a flow list',
      `${PERSON}citations: [{ source: b }]\n`,
      `${PERSON}citations: [{ source: b }, { source: a-1 }]\n`,
    ],
    ['in an empty list', `${PERSON}citations: []\n`, `${PERSON}citations: [{ source: a-1 }]\n`],
    [
      'where the key has no value',
      `${PERSON}citations: # none yet\n`,
      `${PERSON}citations: [{ source: a-1 }] # none yet\n`,
    ],
    [
      'below others that stand on lines of their own, with a comment',
      `${PERSON}citations:\n- source: b\n  supports: [name] # all\nnote: N\n`,
      `${PERSON}citations:\n- source: b\n  supports: [name] # all\n- source: a-1\nnote: N\n`,
    ],
    [
      'below one that ends with a quote of several lines',
      `${PERSON}citations:\n  - source: b\n    quote: |\n      One.\n\n      Two.\nnote: N\n`,
      `${PERSON}citations:\n  - source: b\n    quote: |\n      One.\n\n      Two.\n  - source: a-1\nnote: N\n`,
    ],
    [
      'below others in braces',
      `${PERSON}citations:\n    - { source: b }\n`,
      `${PERSON}citations:\n    - { source: b }\n    - { source: a-1 }\n`,
    ],
    [
      'in a record in braces',
      '{ kind: person, id: p, name: P }\n',
      '{ kind: person, id: p, name: P, citations: [{ source: a-1 }] }\n',
    ],
    ['in the first of two records', `${PERSON}---\n${PERSON}`, `${PERSON}citations:\n  - source: a-1\n---\n${PERSON}`],
  ])('stands %s', (_name, text, after) => {
    expect(cited(text)).toBe(convert(after));
  });

  it.each([
    ['an alias stands for the list', `${PERSON}quotes: &c [{ source: b }]\ncitations: *c\n`],
    ['something else stands there', `${PERSON}citations: none\n`],
  ])('is refused where %s', (_name, text) => {
    expect(() => cited(text)).toThrow('cannot be added here');
  });
});

it('every kind cites sources in one list', () => {
  for (const kind of kinds) expect(citationsOf(kind), kind).toEqual({ list: 'citations', key: 'source' });
});
