/** The parts of a record's card as elements. All text is text; what leads somewhere is a button, or a link to the web. */

import * as l10n from '@vscode/l10n';
import { counted } from '../../../../l10n/language.ts';
import { badgePath } from '../../drawing/glyphs.ts';
import { SCREEN } from '../../drawing/ink.ts';
import { statusSign } from '../../drawing/sign.ts';
import { sayWord } from '../../drawing/status.ts';
import { around } from '../sentence.ts';
import { html, svg, toElement } from '../svg.ts';
import type { CardText, CitationText, Mention, RelationText, StepText } from './card-text.ts';

/** Makes what shows a mention: a button if it opens, else plain text. */
export type Opener = (mention: Mention, place: string) => HTMLElement;

/** `openRecord` opens the record of the card in its text. */
export function cardParts(card: CardText, opener: Opener, openRecord: () => void): HTMLElement[] {
  const { story, citations, names, namedBy } = card;
  const parts = [headline(card), dateLine(card.when, card.edtf)];
  if (card.opens) parts.push(openButton(openRecord));
  if (card.problems.length > 0) parts.push(section(l10n.t('Problems'), problemList(card)));
  const facts = [...card.lanes, ...card.facts];
  if (facts.length > 0) parts.push(factList(facts));
  if (story.length > 0) parts.push(section(l10n.t('Storyline'), storyList(story, card.kind, opener)));
  if (citations.length > 0) {
    const items = citations.map((citation, index) => citationItem(citation, `source ${index}`, opener));
    parts.push(section(l10n.t('Sources'), html('ul', { class: 'details-sources' }, ...items)));
    if (card.moreCitations > 0)
      parts.push(more(counted(card.moreCitations, l10n.t('and {0} more citation|and {0} more citations'))));
  }
  if (names.length > 0) parts.push(section(l10n.t('Refers to'), relationList(names, 'to', opener)));
  if (namedBy.length > 0) parts.push(section(l10n.t('Referred to by'), relationList(namedBy, 'by', opener)));
  if (card.moreRelated > 0)
    parts.push(more(counted(card.moreRelated, l10n.t('and {0} more record|and {0} more records'))));
  return parts;
}

/** The picture of a kind and a status, which words repeat. */
function sign(kind: string, status: string | undefined): SVGSVGElement {
  return picture('details-sign', ...statusSign(kind, status, 5, SCREEN).map(toElement));
}

function picture(className: string, ...children: Element[]): SVGSVGElement {
  const box = { class: className, width: 16, height: 16, viewBox: '-8 -8 16 16', 'aria-hidden': 'true' };
  return svg('svg', box, ...children);
}

function headline({ kind, status }: CardText): HTMLElement {
  const line = html('p', { class: 'details-kind' }, sign(kind, status), html('span', {}, sayWord(kind)));
  if (status !== undefined) {
    line.append(html('span', { class: 'details-dot', 'aria-hidden': 'true' }, '·'), html('span', {}, sayWord(status)));
  }
  return line;
}

function dateLine(words: string, edtf: string): HTMLElement {
  return html('p', { class: 'details-date' }, ...dateParts(words, edtf));
}

function dateParts(words: string, edtf: string): (Node | string)[] {
  return edtf === '' || edtf === words
    ? [words]
    : [words, ' ', html('code', { title: l10n.t('As the record has it') }, edtf)];
}

function openButton(onClick: () => void): HTMLElement {
  const button = html(
    'button',
    { type: 'button', class: 'details-open', 'data-at': 'open' },
    l10n.t('Open in the text'),
  );
  button.addEventListener('click', onClick);
  return html('p', { class: 'details-actions' }, button);
}

function section(title: string, content: HTMLElement): HTMLElement {
  return html('section', { class: 'details-section' }, html('h3', {}, title), content);
}

/** What is counted rather than listed: "and 3 more records". */
function more(words: string): HTMLElement {
  return html('p', { class: 'details-quiet details-more' }, words);
}

function factList(facts: CardText['facts']): HTMLElement {
  const list = html('dl', { class: 'details-facts' });
  for (const { label, text } of facts) list.append(html('dt', {}, label), html('dd', { dir: 'auto' }, text));
  return list;
}

function problemList({ problems }: CardText): HTMLElement {
  const items = problems.map(({ severity, message }) => {
    const badge = svg('path', { d: badgePath(severity), fill: SCREEN[severity], 'fill-rule': 'evenodd' });
    const word = html('strong', {}, severity === 'error' ? `${l10n.t('Error')}: ` : `${l10n.t('Warning')}: `);
    const text = html('span', { dir: 'auto' }, word, message);
    return html('li', { class: severity }, picture('details-sign', badge), text);
  });
  return html('ul', { class: 'details-problems' }, ...items);
}

function storyList(story: readonly StepText[], kind: string, opener: Opener): HTMLElement {
  const items = story.map(({ status, when, edtf, summit, document }, index) => {
    const item = html('li', {}, sign(kind, status), html('strong', {}, sayWord(status)));
    item.append(html('div', { class: 'details-date' }, ...dateParts(when, edtf)));
    if (summit)
      item.append(
        html('div', { class: 'details-where' }, ...around(l10n.t('At {0}'), opener(summit, `step ${index} summit`))),
      );
    if (document)
      item.append(
        html(
          'div',
          { class: 'details-where' },
          ...around(l10n.t('In {0}'), opener(document, `step ${index} document`)),
        ),
      );
    return item;
  });
  return html('ol', { class: 'details-story' }, ...items);
}

function citationItem(citation: CitationText, place: string, opener: Opener): HTMLElement {
  const { source, publisher, published, link, address, locator, quote, supports } = citation;
  const item = html('li', {}, opener(source, place));
  const origin = [publisher, published, locator].filter((part) => part !== undefined).join(', ');
  if (origin !== '') item.append(html('div', { class: 'details-quiet', dir: 'auto' }, origin));
  if (quote !== undefined) item.append(html('blockquote', { dir: 'auto' }, quote));
  if (link) item.append(html('div', {}, webLink(link, `${place} link`)));
  if (address !== null) item.append(html('div', { class: 'details-quiet' }, address));
  const vouched =
    supports.length > 0 ? l10n.t('Supports: {0}', supports.join(', ')) : l10n.t('Supports the whole record');
  item.append(html('div', { class: 'details-quiet' }, vouched));
  return item;
}

function webLink({ href, words }: NonNullable<CitationText['link']>, place: string): HTMLElement {
  const attributes = { href, rel: 'noopener noreferrer', target: '_blank', class: 'details-link', 'data-at': place };
  return html('a', { ...attributes, title: href }, words);
}

function relationList(relations: readonly RelationText[], place: string, opener: Opener): HTMLElement {
  const items = relations.map((relation, index) => {
    const { kind, status, role, when } = relation;
    const item = html('li', {}, sign(kind, status), opener(relation, `${place} ${relation.key} ${index}`));
    const words = [...new Set([sayWord(kind), role, when])]
      .filter((part) => part !== undefined && part !== '')
      .join(' · ');
    item.append(html('div', { class: 'details-quiet', dir: 'auto' }, words));
    return item;
  });
  return html('ul', { class: 'details-related' }, ...items);
}
