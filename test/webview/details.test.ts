/** What the card of a record says, before there is any page. */
import { describe, expect, it } from 'vitest';
import { Links } from '../../client/timeline/drawing/links.ts';
import { cardText } from '../../client/timeline/webview/details/card-text.ts';
import type { TimelineDetails } from '../../server/protocol.ts';
import { event, update } from './fixture.ts';
import { COUNCIL, council, councilDetails, DECLARATION, ISTANBUL, storiedEvents } from './story-fixture.ts';

const { laneNames } = update([]);

function cardOf(details: TimelineDetails | null, opensRecords = true, events = storiedEvents()) {
  return cardText({ event: council(), details, laneNames, links: new Links(events), opensRecords });
}

const cited = (url: string) =>
  cardOf({ facts: [], citations: [{ key: 'source/x', title: 'X', url, supports: [] }], related: [] }).citations[0]!;

describe('the card', () => {
  it('says at once what the timeline knows, and the rest when it is there', () => {
    const early = cardOf(null);
    expect(early).toMatchObject({ title: 'A council on cybersecurity', kind: 'proposal', status: 'implemented' });
    expect(early.lanes).toEqual([
      { label: 'Organization', text: 'Organization of Turkic States' },
      { label: 'States', text: 'Kazakhstan, Uzbekistan' },
      { label: 'Person', text: 'Kassym-Jomart Tokayev' },
      { label: 'Domain', text: 'Cybersecurity' },
    ]);
    expect(early.story.map(({ status, summit, document }) => [status, summit?.title, document?.title])).toEqual([
      ['announced', '8th OTS summit, Istanbul', undefined],
      ['under-consideration', '9th OTS summit, Samarkand', undefined],
      ['adopted', '11th OTS summit, Bishkek', 'Bishkek Declaration'],
      ['implemented', undefined, undefined],
    ]);
    expect(early.citations).toEqual([]);
    const late = cardOf(councilDetails());
    expect(late.facts).toHaveLength(2);
    expect(late.names.map(({ title, role, when }) => [title, role, when])).toEqual([
      ['8th OTS summit, Istanbul', 'Made at', '12 November 2021'],
      ['Kazakhstan', 'Parties', undefined],
    ]);
    expect(late.namedBy).toMatchObject([{ title: 'Cybersecurity Council within the OTS', status: 'proposed' }]);
  });

  it('leads to every record where there are texts, else only to what is drawn', () => {
    const there = cardOf(councilDetails());
    expect(there.opens).toBe(true);
    expect([...there.citations.map(({ source }) => source), ...there.names].every(({ opens }) => opens)).toBe(true);
    const alone = cardOf(councilDetails(), false);
    expect(alone.opens).toBe(false);
    expect(alone.citations.map(({ source }) => source.opens)).toEqual([false, false]);
    expect(alone.names.map(({ title, opens }) => [title, opens])).toEqual([
      ['8th OTS summit, Istanbul', true],
      ['Kazakhstan', false],
    ]);
  });

  it('names a record of which only the key is known, and leads to the entry of one that has but a facet', () => {
    const only = storiedEvents().filter(({ key }) => key !== ISTANBUL && key !== DECLARATION);
    const { story } = cardOf(null, true, only);
    expect(story[0]!.summit).toEqual({ key: ISTANBUL, title: 'Ots summit 2021 istanbul', opens: true });
    const facet = event({
      kind: 'document',
      id: 'bishkek-declaration-2024',
      facet: 'draft',
      title: 'Draft',
      date: '2024',
    });
    expect(cardOf(null, true, [...only, facet]).story[2]!.document).toMatchObject({ key: facet.key, title: 'Draft' });
  });

  it('tells the story of its proposal on the card of a target', () => {
    const links = new Links(storiedEvents());
    const target = links.find(`${COUNCIL}#target`)!;
    const card = cardText({ event: target, details: null, laneNames, links, opensRecords: true });
    expect(card.story).toHaveLength(4);
  });

  it('links to the web and to nothing else', () => {
    expect(cited('https://www.akorda.kz/ru/%D1%80%D0%B5%D1%87%D1%8C').link).toEqual({
      href: 'https://www.akorda.kz/ru/%D1%80%D0%B5%D1%87%D1%8C',
      words: 'www.akorda.kz/ru/речь',
    });
    expect(cited('HTTP://example.org').link).toEqual({ href: 'http://example.org/', words: 'example.org' });
    expect(cited('https://example.org/%FF').link?.words).toBe('example.org/%FF');
    for (const url of [
      'javascript:alert(1)',
      ' java\nscript:alert(1)',
      'data:text/html,<script>alert(1)</script>',
      'command:workbench.action.closeWindow',
      'vscode://x/y',
      'file:///etc/passwd',
      '//example.org',
      'not an address',
      '',
    ]) {
      expect(cited(url), url).toMatchObject({ link: null, address: url });
    }
  });

  it('counts what the host has not listed', () => {
    const { moreCitations, moreRelated } = cardOf({ ...councilDetails(), moreCitations: 3, moreRelated: 120 });
    expect([moreCitations, moreRelated]).toEqual([3, 120]);
  });
});
