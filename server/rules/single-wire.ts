/** Reports records whose sources are all one report. */
import * as l10n from '@vscode/l10n';
import { fold } from '../dataset/names/names.ts';
import type { Related } from '../dataset/problem.ts';
import type { RecordView } from '../dataset/reader.ts';
import type { Rule } from '../dataset/rule.ts';
import { pageOf } from './support/addresses.ts';
import { citationsOf } from './support/evidence.ts';
import { listIn, textIn } from './support/values.ts';
import { shortened } from './support/words.ts';

const CHAIR =
  'kind: chairmanship\nid: csto-chair-2025-kgz\norganization: csto\nstate: KGZ\nfrom: 2025-01-01\ncitations:\n  - source: tass-1894861\n  - source: tass-1894861-mobile\n';
const source = (id: string, rest: string) => `---\nkind: source\nid: ${id}\npublisher: TASS\n${rest}`;
const FIRST = source('tass-1894861', 'url: https://tass.com/defense/1894861\n');

export const singleWire: Rule = {
  name: 'single-wire',
  severity: 'hint',
  title: 'All sources of a record are one report.',
  docs: {
    what: 'A record that cites two or more sources, all of which lead to one page (apart from `www.`, `/amp`, a mobile address or tracking), or pass on the report of one agency (`via`).',
    why: 'It looks as if several witnesses agreed, where one has been copied. A mistake in the report is a mistake in all of them.',
    fix: 'Cite a source that has seen for itself, such as the organization or the host. Of two addresses of one page keep one.',
  },
  examples: {
    wrong: [
      `${CHAIR.replace('citations', '⟦citations⟧')}${FIRST}${source('tass-1894861-mobile', 'url: https://www.tass.com/defense/1894861/amp\n')}`,
    ],
    right: [
      `${CHAIR}${FIRST}${source('tass-1894861-mobile', 'url: https://tass.com/defense/1890000\n')}`,
      `${CHAIR.replace('  - source: tass-1894861-mobile\n', '')}${FIRST}`,
    ],
  },
  // Where the text breaks off there may be another citation.
  concerns: ({ record, yaml }) => listIn(record?.value.citations).length > 1 && yaml.errors.length === 0,
  *check(document, reader) {
    const ids = [...new Set(citationsOf(document.record!).map((citation) => citation.source))];
    const sources = ids.length > 1 ? ids.map((id) => reader.find('source', id)) : [];
    const wires = sources.map((view) => view && wireOf(view));
    if (wires.length === 0 || wires.includes(undefined)) return;
    const all = wires as Wire[];
    if (!isOne(all)) return;
    const isOnePage = all.every(({ page }) => page !== undefined && page === all[0]?.page);
    yield {
      span: document.spanOf(['citations'], 'key'),
      message: isOnePage
        ? l10n.t('All these sources are one page under several addresses: keep one, or cite another report.')
        : l10n.t('All these sources pass on one report, that of {0}: cite one that has seen for itself.', namedIn(all)),
      related: all.map(relatedOf),
    };
  },
};

/** Where a source has its news from. */
interface Wire {
  readonly view: RecordView;
  readonly page: string | undefined;
  /** Whom it reports from. */
  readonly via: string | undefined;
  /** The same as people write it, or else the publisher, from whom others may report. */
  readonly agency: string | undefined;
}

function wireOf(view: RecordView): Wire {
  const [via, url] = [textIn(view.get('via')), textIn(view.get('url'))];
  const agency = via ?? textIn(view.get('publisher'));
  return { view, page: url && pageOf(url), via, agency };
}

/** Whether each of some wires is one with the first, be it by way of others. */
function isOne(wires: readonly Wire[]): boolean {
  const left = new Set(wires.slice(1));
  const reached = wires.slice(0, 1);
  for (const wire of reached) {
    for (const other of left) {
      if (!isSame(wire, other)) continue;
      left.delete(other);
      reached.push(other);
    }
  }
  return left.size === 0;
}

/** One page, or one agency from which at least one of the two reports. Two reports of an agency of its own are two. */
function isSame(one: Wire, other: Wire): boolean {
  if (one.page !== undefined && one.page === other.page) return true;
  return Boolean(one.via ?? other.via) && agencyOf(one) !== '' && agencyOf(one) === agencyOf(other);
}

/** The agency by way of which several pages are one report. */
function namedIn(wires: readonly Wire[]): string {
  return shortened(wires.find(({ via }) => via)!.agency!);
}

function agencyOf({ agency }: Wire): string {
  return fold(agency ?? '').replace(/^the /, '');
}

function relatedOf({ view, via, page }: Wire): Related {
  const path = via === undefined && page === undefined ? ['publisher'] : [via === undefined ? 'url' : 'via'];
  return { kind: 'source', id: view.id, path, message: l10n.t('One of the sources: {0}', view.label) };
}
