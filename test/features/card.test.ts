/** The card of a record: what hover and completion show of it. */
import { describe, expect, it } from 'vitest';
import { recordCard } from '../../server/features/card.ts';
import { makeWorkspace } from '../support/fixture.ts';

function card(text: string, id: string, kind = 'organization'): string {
  const { dataset } = makeWorkspace({ 'a.yaml': text }, []);
  return recordCard(dataset.find(kind, id)!, dataset);
}

describe('a card', () => {
  it('has the name, the kind and the id, other names, and facts in words', () => {
    const text = `kind: organization
id: mine
name: Mine
abbreviation: M
names: [{ text: Наше }]
type: forum
founded: { signed: 2009-10-03, in_force: 2010-11, place: Nakhchivan }
seat: { city: Baku, state: AZE }
members: [{ state: AZE }, { state: KAZ }]
`;
    expect(card(text, 'mine').split('\n').filter(Boolean)).toEqual([
      '**Mine** — organization `mine`',
      'Also: M · Наше',
      '- type: forum',
      '- founded: signed 3 October 2009, in force some time in November 2010, Nakhchivan',
      '- seat: Baku, Azerbaijan',
      '- members: 2 entries',
    ]);
  });

  it('shows hostile text as text', () => {
    const name = '<img src=x onerror=alert(1)> [x](command:evil) `code` **bold**';
    const shown = card(`kind: organization\nid: bad\nname: '${name}'\ntype: forum\n`, 'bad');
    expect(shown).not.toMatch(/<img|[^\\]\]\(command|[^\\]`code|[^\\*]\*\*bold/);
    expect(shown).toContain('onerror');
  });
});
