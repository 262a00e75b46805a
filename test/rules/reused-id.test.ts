/** `reused-id`: what counts as the former id of another, and where the rule leads. */
import { describe, expect, it } from 'vitest';
import { lineEnds, parseFixture } from '../support/fixture.ts';
import { messagesOf, problemsOf } from './support.ts';

const PERSON = 'kind: person\nid: japarov\nname: Akylbek Japarov\n';
const RENAMED = 'kind: person\nid: sadyr-japarov\nname: Sadyr Japarov\nformer_ids:\n  - sadyr\n  - japarov\n';

describe.each(lineEnds)('with %s', (_, convert) => {
  it('marks the id', () => {
    const { text, ranges } = parseFixture(convert('kind: person\nname: Жапаров 😀\nid: ⟦"japarov"⟧ # c\n'));
    const found = problemsOf('reused-id', text, { 'sadyr-japarov.yaml': convert(RENAMED) });
    expect(found.map(({ span }) => span)).toEqual(ranges);
  });
});

describe('reused-id', () => {
  it('names the record that had the id, and leads to where it says so', () => {
    const [problem] = problemsOf('reused-id', PERSON, { 'sadyr-japarov.yaml': RENAMED });
    expect(problem?.message).toBe(
      '`japarov` is a former id of `sadyr-japarov`, and an id is never given to another record: choose another.',
    );
    expect(problem?.related).toEqual([
      {
        kind: 'person',
        id: 'sadyr-japarov',
        path: ['former_ids', 1],
        message: '`sadyr-japarov` was `japarov` before.',
      },
    ]);
  });

  it('leads to a former id also where its quotes are missing', () => {
    const renamed = RENAMED.replace('- japarov', '- 2021');
    const [problem] = problemsOf('reused-id', PERSON.replace('id: japarov', 'id: "2021"'), { 'sadyr.yaml': renamed });
    expect(problem?.related).toEqual([
      { kind: 'person', id: 'sadyr-japarov', path: ['former_ids', 1], message: '`sadyr-japarov` was `2021` before.' },
    ]);
  });

  it('names all that had it, each once', () => {
    const others = {
      'sadyr-japarov.yaml': RENAMED,
      'copy.yaml': RENAMED,
      'other.yaml': RENAMED.replace('id: sadyr-japarov', 'id: other'),
    };
    const [problem] = problemsOf('reused-id', PERSON, others);
    expect(problem?.message).toContain('`other` and `sadyr-japarov`');
    expect(problem?.related.map(({ id }) => id)).toEqual(['other', 'sadyr-japarov']);
  });

  it.each([
    ['a record that lists its own id', `${PERSON}former_ids: [japarov]\n`, ''],
    ['the former id of another kind', PERSON, RENAMED.replace('kind: person', 'kind: source')],
    ['an id that nobody had', PERSON.replace('japarov', 'nobody'), RENAMED],
    ['an id that is no text', 'kind: person\nid: [japarov]\nname: A\n', RENAMED],
    ['an id on a line that cannot be read', 'kind: person\nid: "japarov\nname: A\n', RENAMED],
    ['a record without an id', 'kind: person\nname: A\n', RENAMED],
  ])('says nothing of %s', (_, text, other) => {
    expect(messagesOf('reused-id', text, { 'other.yaml': other })).toEqual([]);
  });
});
