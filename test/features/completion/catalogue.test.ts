/** Records as completion finds them: how well a name answers what is typed, and that what is known stays right. */
import { describe, expect, it } from 'vitest';
import { entriesOf, rankOf } from '../../../server/features/completion/catalogue.ts';
import { makeWorkspace, ROOT } from '../../support/fixture.ts';

const summit = (id: string, name: string) => `kind: summit\nid: ${id}\nname: ${name}\n`;

function workspaceOf(names: Readonly<Record<string, string>>) {
  const workspace = makeWorkspace(
    Object.fromEntries(Object.entries(names).map(([id, name]) => [`${id}.yaml`, summit(id, name)])),
    [],
  );
  const documents = () => workspace.dataset.own.byKind.get('summit')!;
  return { workspace, entries: () => entriesOf(documents()) };
}

describe('a name', () => {
  const [entry] = workspaceOf({ a: 'Summit of Heads of State' }).entries();

  it.each([
    ['summit of heads of state', 3],
    ['summit', 2],
    ['summit of h', 2],
    ['of', 1],
    ['heads', 1],
    ['heads summit', 0.5],
    ['sta hea', 0.5],
    ['eads summit', 0],
    ['heads parliament', 0],
    ['ummit', 0],
    ['parliament', 0],
  ])('answers %j with %d', (query, rank) => expect(rankOf(entry!, query)).toBe(rank));

  it('answers with the words of one name, not of several', () => {
    const { workspace, entries } = workspaceOf({ a: 'Gabala' });
    workspace.apply([
      { uri: `${ROOT}/a.yaml`, text: `${summit('a', 'Gabala')}aliases: [Qabala talks, Baku summit]\n` },
    ]);
    workspace.check();
    expect(rankOf(entries()[0]!, 'summit baku')).toBe(0.5);
    expect(rankOf(entries()[0]!, 'talks baku')).toBe(0);
  });
});

describe('the entries of records', () => {
  it('are those that were there before, but for what has changed', () => {
    const { workspace, entries } = workspaceOf({ a: 'A', b: 'B', c: 'C' });
    const before = entries();
    expect(entries()).toBe(before);
    workspace.apply([{ uri: `${ROOT}/b.yaml`, text: summit('b', 'Beta') }]);
    workspace.check();
    const after = entries();
    expect(after.map((entry) => entry?.names).toSorted()).toEqual(
      [before[0]!.names, before[2]!.names, '\nbeta\nb\n'].toSorted(),
    );
    expect(after.filter((entry) => before.includes(entry))).toHaveLength(2);
  });
});
