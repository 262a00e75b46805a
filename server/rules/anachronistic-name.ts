/** Reports names in titles that were not in use on the day the record tells of. */

import * as l10n from '@vscode/l10n';
import { type EdtfDate, isReversed } from '../dataset/dates/edtf.ts';
import type { SourceDocument } from '../dataset/document.ts';
import type { DocumentEdit, Finding } from '../dataset/problem.ts';
import type { Reader, RecordView } from '../dataset/reader.ts';
import { type DatasetRecord, labelProperty } from '../dataset/record.ts';
import type { Rule } from '../dataset/rule.ts';
import type { Span } from '../dataset/text.ts';
import { follow } from '../dataset/yaml/tree.ts';
import { when } from './support/dates.ts';
import { DATED, dayOf } from './support/day.ts';
import { inDocument, rewriteAt } from './support/fixes.ts';
import { allNames, type MistimedName, mistimedCapitals, mistimedNames, namesInTime } from './support/names-in-time.ts';
import { once } from './support/once.ts';
import { lineage } from './support/organizations.ts';
import { textIn } from './support/values.ts';
import { listed } from './support/words.ts';

const summit = (name: string) =>
  `kind: summit\nid: turkic-summit-2019-baku\nname: ${name}\norganization: ots\nbody: ots-chs\nstatus: held\ndate: 2019-10-15\ncitations: [{ source: example-report }]\n`;

/** How many names of the day are offered. */
const MOST_NAMES = 3;
/** What may take a name's place in a text without a second look at the quotes around it. */
const HARMLESS = /^[\p{L}\p{N}][\p{L}\p{N} .-]*$/u;

export const anachronisticName: Rule = {
  name: 'anachronistic-name',
  severity: 'hint',
  title: 'A title has a name that was not in use on that day.',
  kinds: DATED,
  docs: {
    what: 'The name or title of a meeting, proposal or document has a name of an organization or a state it refers to that came into use later or had gone out of use by then. In the name of a meeting the same goes for the capital of such a state. A present name counts as in use since the last former one ended, by the `names` of the record. Proposals to transform an organization may have its coming name; titles of sources are as they were printed.',
    why: 'Nobody spoke of it by that name then, and who looks for the meeting in reports of the day will not find it.',
    fix: 'Write the name of the day. Where the text is a quotation or a proper name, write an exception.',
  },
  examples: {
    wrong: [
      summit('7th ⟦OTS⟧ summit'),
      'kind: document\nid: gabala-plan-2025\ntitle: Plan of the ⟦Turkic Council⟧\ntype: plan\norganization: ots\nadopted: 2025-10-07\ncitations: [{ source: example-report }]\n',
    ],
    right: [
      summit('7th summit of the Turkic Council'),
      summit('11th OTS summit').replaceAll('2019-10-15', '2024-11-06'),
    ],
  },
  *check(document, reader) {
    const { record } = document;
    const property = record && labelProperty(record.kind);
    const title = property === undefined ? undefined : textIn(record?.value[property]);
    const owners = title === undefined ? [] : ownersNamedIn(title, record!, reader);
    const date = owners.length > 0 ? dayOf(record!, reader) : undefined;
    if (!title || !date || isReversed(date)) return;
    for (const match of mistimedIn(title, owners, record!, date, reader)) {
      const finding = findingOf(document, property!, title, match, date);
      if (!document.isDoubtful(finding.span)) yield finding;
    }
  },
};

function findingOf(document: SourceDocument, property: string, title: string, match: Match, date: EdtfDate): Finding {
  const { wrong, start, text } = match;
  const place = placeIn(document, property, title, { start, end: start + text.length });
  const names = [...new Set(wrong.instead.map((name) => name.text))].slice(0, MOST_NAMES);
  const { owner, path, text: shown } = wrong.instead[0] ?? wrong.name;
  return {
    span: place ?? document.spanOf([property]),
    message: messageOf(wrong, text, date, names),
    related: [{ kind: owner.kind, id: owner.id, path, message: l10n.t('When its name was {0}', shown) }],
    fixes: () =>
      names.map((name) => {
        const changed = title.slice(0, start) + name + title.slice(start + text.length);
        return { title: l10n.t('Change to `{0}`', name), edits: editsFor(document, property, place, name, changed) };
      }),
  };
}

function messageOf({ isLater }: MistimedName, text: string, date: EdtfDate, names: readonly string[]): string {
  const message = isLater
    ? l10n.t('The name `{0}` was not in use yet {1}.', text, when(date))
    : l10n.t('The name `{0}` was in use no more {1}.', text, when(date));
  return names.length > 0 ? `${message} ${l10n.t('Write {0}.', listed(names, 'or'))}` : message;
}

interface Match {
  readonly wrong: MistimedName;
  readonly start: number;
  readonly text: string;
}

/** The names of some owners in a title that are out of their time; of names one within the other the longest counts. */
function mistimedIn(
  title: string,
  named: readonly RecordView[],
  record: DatasetRecord,
  date: EdtfDate,
  reader: Reader,
): Match[] {
  const lower = title.toLowerCase();
  const mayHave = (text: string) => hasWords(lower, wordsOf(text));
  const wrong = named
    .flatMap((owner) => [
      ...mistimedNames(owner, date),
      ...(owner.kind === 'state' && record.kind === 'summit' ? mistimedCapitals(owner, date) : []),
    ])
    .filter(({ name }) => mayHave(name.text))
    .filter(({ isLater }) => !(isLater && record.value.type === 'transform-organization'));
  if (wrong.length === 0) return [];
  const known = wrong.map(({ name }) => name.text);
  // A body is named after the whole, in whichever name: only the names of others hide a name within them.
  const whole = ownersIn(record, reader).filter((owner) => owner.get('parent') === undefined);
  const others = whole.flatMap(allNames).filter((text) => !known.includes(text) && mayHave(text));
  const candidates = [
    ...wrong.map((name) => ({ text: name.name.text, isShort: name.name.isShort, wrong: name })),
    ...others.map((text) => ({ text, isShort: false, wrong: undefined })),
  ].sort((a, b) => b.text.length - a.text.length);
  const taken: Span[] = [];
  const matches: Match[] = [];
  for (const candidate of candidates) {
    for (const { index: start, 0: text } of title.matchAll(patternOf(candidate.text, candidate.isShort))) {
      const end = start + text.length;
      if (taken.some((span) => span.start < end && start < span.end)) continue;
      taken.push({ start, end });
      if (candidate.wrong) matches.push({ wrong: candidate.wrong, start, text });
    }
  }
  return matches.sort((a, b) => a.start - b.start);
}

/** The words of a name in small letters, without which a text does not have it. */
function wordsOf(name: string): string[] {
  return name.toLowerCase().split(/\s+/);
}

function hasWords(lower: string, words: readonly string[]): boolean {
  return words.every((word) => lower.includes(word));
}

/** The words of each of a record's names that have their time. */
const wordsInTime = once((owner: RecordView) => namesInTime(owner).map(wordsOf));

/** Those whose names in their time may stand in a title. */
function ownersNamedIn(title: string, record: DatasetRecord, reader: Reader): RecordView[] {
  const lower = title.toLowerCase();
  return ownersIn(record, reader).filter((owner) => wordsInTime(owner).some((words) => hasWords(lower, words)));
}

/** The organizations that a record refers to, with those they are part of, and the states; each once. */
function ownersIn(record: DatasetRecord, reader: Reader): RecordView[] {
  const owners = new Set<RecordView>();
  for (const { kind, id } of record.references) {
    if (kind === 'organization') for (const view of lineage(reader, id)) owners.add(view);
    const state = kind === 'state' ? reader.find(kind, id) : undefined;
    if (state) owners.add(state);
  }
  return [...owners];
}

/** A name as whole words; initials in capitals only, since in small letters they may be a word. */
function patternOf(text: string, isShort: boolean): RegExp {
  const words = text.split(/\s+/).map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return new RegExp(`(?<![\\p{L}\\p{N}])${words.join('\\s+')}(?![\\p{L}\\p{N}])`, isShort ? 'gu' : 'giu');
}

/** Where a part of a title stands in the text, if the title is written there as it is read. */
function placeIn(document: SourceDocument, property: string, title: string, part: Span): Span | undefined {
  const node = follow(document.yaml.place([property])?.value);
  if (node?.type !== 'scalar') return undefined;
  const at = document.yaml.text.slice(node.start, node.end).indexOf(title);
  return at < 0 ? undefined : { start: node.start + at + part.start, end: node.start + at + part.end };
}

/** Edits that put a name where another stands, or the whole title where quotes or line ends need a second look. */
function editsFor(
  document: SourceDocument,
  property: string,
  place: Span | undefined,
  name: string,
  title: string,
): DocumentEdit[] {
  if (!place || !HARMLESS.test(name)) return rewriteAt(document, [property], title);
  return inDocument(document, [{ span: place, text: name }]);
}
