/** Reports cities that stand in another state than elsewhere, and capitals under a name they did not bear on that day. */

import * as l10n from '@vscode/l10n';
import { inWords, isReversed } from '../dataset/dates/edtf.ts';
import type { SourceDocument } from '../dataset/document.ts';
import type { Placement } from '../dataset/placements/placement.ts';
import type { Finding } from '../dataset/problem.ts';
import type { Reader } from '../dataset/reader.ts';
import type { Rule } from '../dataset/rule.ts';
import { type CapitalName, nameOutOfTime } from './support/cities.ts';
import { edtfIn, when } from './support/dates.ts';
import { rewriteAt } from './support/fixes.ts';
import { mapIn, textIn } from './support/values.ts';
import { listed } from './support/words.ts';

const FORUM =
  'kind: summit\nid: almaty-forum-2025\nname: Forum on water\norganization: ots\nformat: forum\nstatus: held\ndate: 2025-05-14\ncitations: [{ source: example-report }]\n';
const SUMMIT =
  'kind: summit\nid: ots-council-2015\nname: Fifth summit of the Turkic Council\norganization: ots\nstatus: held\ndate: 2015-09-11\ncitations: [{ source: example-report }]\n';

export const cityInTwoStates: Rule = {
  name: 'city-in-two-states',
  severity: 'warning',
  title: 'A city stands in two states, or under a name it did not bear then.',
  docs: {
    what: 'A city is given in another state than the one whose record lists it or, where no state lists it, than in most other records; where as many say the one as the other, both are told. And a meeting is placed in a capital under a name that the city took only later, or had given up by then; its name of today is fine for any meeting after it was first given.',
    why: 'Either the city or the state is wrong, and the meeting appears in the wrong country or in a city that nobody knew by that name.',
    fix: 'Take the state that the others give, or the name of that day. Where two cities share a name, add the city to your record of the state, or write an exception.',
  },
  examples: {
    wrong: [
      `${FORUM}place: { city: Almaty, state: ⟦KGZ⟧ }\n`,
      `${SUMMIT}place: { city: ⟦Nur-Sultan⟧, state: KAZ }\n`,
      {
        'summits/shamakhi-2024.yaml':
          'kind: summit\nid: shamakhi-2024\nname: Meeting in Shamakhi\norganization: ots\nstatus: held\ndate: 2024-05-14\nplace: { city: Shamakhi, state: ⟦AZE⟧ }\ncitations: [{ source: example-report }]\n',
        'sources/shamakhi-report.yaml':
          'kind: source\nid: shamakhi-report\npublisher: Example News\ndateline: { city: SHAMAKHI, state: ⟦KAZ⟧ }\n',
      },
    ],
    right: [
      `${FORUM}place: { city: Almaty, state: KAZ }\n`,
      `${SUMMIT}place: { city: Astana, state: KAZ }\n`,
      `${SUMMIT}place: { city: Nur-Sultan, state: KAZ }\n`.replaceAll('2015-09-11', '2021-09-11'),
    ],
  },
  *check(document, reader) {
    const { record } = document;
    // The records of states are those that the others are compared with.
    if (!record || record.kind === 'state') return;
    let strangers: Set<string> | undefined;
    for (const placement of record.placements) {
      if (!reader.find(placement.kind, placement.owner)) continue;
      if (strangers?.has(placement.ownerPath!.join(' '))) continue;
      const stranger = stateFinding(document, reader, placement);
      if (stranger) strangers = (strangers ?? new Set()).add(placement.ownerPath!.join(' '));
      const found = stranger ?? nameFinding(document, reader, placement);
      if (found && !document.isDoubtful(found.span)) yield found;
    }
  },
};

/** Says in which state the city lies by the word of others. */
function stateFinding(document: SourceDocument, reader: Reader, placement: Placement): Finding | undefined {
  const { kind, owner, ownerPath } = placement;
  const claims = reader.rivals(placement, document.record?.id !== undefined);
  if (claims.length === 0 || !ownerPath) return undefined;
  const rivals = claims.flatMap((claim) => {
    const state = reader.find(kind, claim.owner);
    return state ? [{ ...claim, name: state.label }] : [];
  });
  if (rivals.length === 0) return undefined;
  const city = textAt(document, placement.path);
  const [here, there] = [reader.find(kind, owner)!.label, rivals.map(({ name }) => name).join(l10n.t(' and in '))];
  return {
    span: document.spanOf(ownerPath),
    message: rivals.some(({ declared }) => declared)
      ? l10n.t('{0} lies in {1}, not in {2}: change the state, or the city.', city, there, here)
      : l10n.t('{0} lies in {1} here, and elsewhere in {2}: one of the two is wrong.', city, here, there),
    related: rivals.map(({ example, name }) => ({ ...example, message: l10n.t('Here it lies in {0}', name) })),
    fixes: () =>
      rivals.map((rival) => ({
        title: l10n.t('Change to `{0}`', rival.owner),
        edits: rewriteAt(document, ownerPath, rival.owner),
      })),
  };
}

/** Says what a capital was called when the meeting took place. */
function nameFinding(document: SourceDocument, reader: Reader, { kind, owner, path }: Placement): Finding | undefined {
  const { value, kind: ownKind } = document.record!;
  if (ownKind !== 'summit' || path[0] !== 'place') return undefined;
  const date = edtfIn(value.date);
  const place = mapIn(value.place);
  if (!date || isReversed(date)) return undefined;
  const isThen = path.at(-1) === 'name_at_the_time';
  // Who gives the name of that day may call the city whatever it is called now.
  if (!isThen && textIn(place.name_at_the_time) !== undefined) return undefined;
  const city = textAt(document, path);
  const state = reader.find(kind, owner);
  const wrong = state && nameOutOfTime(state, city, date);
  if (!wrong || (wrong.isPresent && !wrong.isLater && !isThen)) return undefined;
  const names = [...new Set(wrong.instead.map(({ name }) => name))];
  return {
    span: document.spanOf(path),
    message: l10n.t(
      'The city had another name {0}: {1}. It was called {2} {3}.',
      when(date),
      listed(names, 'or'),
      city,
      timesOf(wrong.own),
    ),
    related: wrong.instead.map((then) => ({
      kind,
      id: owner,
      path: then.path,
      message: l10n.t('It was called {0} {1}', then.name, timesOf([then])),
    })),
    fixes: () =>
      names.map((name) => ({ title: l10n.t('Change to `{0}`', name), edits: rewriteAt(document, path, name) })),
  };
}

function timesOf(names: readonly CapitalName[]): string {
  return names.map(({ period }) => inWords(period)).join(l10n.t(', and '));
}

function textAt(document: SourceDocument, path: Placement['path']): string {
  let value: unknown = document.record!.value;
  for (const step of path) value = (value as Record<string, unknown>)[step];
  return String(value);
}
