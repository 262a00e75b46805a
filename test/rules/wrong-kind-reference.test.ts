/** `wrong-kind-reference`: what an id is, and where it leads. */
import { describe, expect, it } from 'vitest';
import { lineEnds, parseFixture } from '../support/fixture.ts';
import { messagesOf, problemsOf } from './support.ts';

const BODY = 'kind: organization\nid: x-body\nname: Body\ntype: body\n';
const OTHERS = {
  'organizations/x-org.yaml':
    'kind: organization\nid: x-org\nname: Organization of Examples\ntype: organization\naliases: [Example Union]\n',
};

describe.each(lineEnds)('with %s', (_, convert) => {
  it('marks the id', () => {
    const { text, ranges } = parseFixture(convert(`${BODY}# Тюрк 😀\nconcerns: [KAZ, ⟦"x-org"⟧] # c\n`));
    expect(problemsOf('wrong-kind-reference', text, OTHERS).map(({ span }) => span)).toEqual(ranges);
  });
});

describe('wrong-kind-reference', () => {
  it('says what the id is, and leads there', () => {
    const [problem] = problemsOf('wrong-kind-reference', `${BODY}seat: { state: x-org }\n`, OTHERS);
    expect(problem?.message).toBe('`x-org` is an organization, and this field points to a state.');
    expect(problem?.related).toEqual([
      { kind: 'organization', id: 'x-org', path: ['id'], message: '`x-org` is this organization.' },
    ]);
  });

  it('names all kinds that have the id', () => {
    const others = {
      ...OTHERS,
      'more.yaml': 'kind: person\nid: x-org\nname: A\n---\nkind: source\nid: x-org\npublisher: P\n',
    };
    expect(messagesOf('wrong-kind-reference', `${BODY}seat: { state: x-org }\n`, others)).toEqual([
      '`x-org` is an organization, a person and a source, and this field points to a state.',
    ]);
  });

  it.each([
    ['the right kind, whatever others have the id', `${BODY}parent: x-org\n`],
    ['an id in other letters', `${BODY}seat: { state: X-ORG }\n`],
    ['an id on a line that cannot be read', `${BODY}seat: { state: "x-org\n`],
    ['what is no text', `${BODY}seat: { state: [x-org] }\n`],
  ])('says nothing of %s', (_, text) => expect(messagesOf('wrong-kind-reference', text, OTHERS)).toEqual([]));
});
