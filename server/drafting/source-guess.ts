/** What a pasted address and headline tell of a source, without a look at the page: who published it, when, and whether it is there already. */
import type { Dataset } from '../dataset/dataset.ts';
import { parseEdtf } from '../dataset/dates/edtf.ts';
import { labelProperty } from '../dataset/record.ts';
import type { RecordDocument } from '../dataset/record-index.ts';
import { schemaAt, schemaOf } from '../dataset/schema.ts';
import { trimmedEnd } from '../dataset/text.ts';
import { SOURCE } from '../dataset/timeline/words.ts';
import { pageOf } from '../rules/support/addresses.ts';
import { choiceOf } from './choices.ts';
import type { DraftQuestion, DraftSetting, SourceGuess } from './messages.ts';
import { questionFor } from './questions.ts';
import { ADDRESS, pageOfSource, sourceOfPage } from './sources.ts';

const LINK = /https?:\/\/[^\s<>"“”«»]+/i;
/** What closes a sentence or a bracket around an address, and belongs to it only where it has been opened in it. */
const AFTER = /[.,;:!?)\]}’']$/;
/** What people put around a headline, and between it and an address. */
const AROUND = /[\s"“”«»„|:;,·•–—<>()[\]-]/;
const BEFORE = new RegExp(`^${AROUND.source}+`);
/** Second parts of host names below which everybody has a name of their own: `gov.kz`, `com.tr`. */
const SHARED = /^(?:com?|gov|org|net|edu|ac|mil|gob|gouv)$/;

/** What is known of the source that a text speaks of; nothing where it holds no address. */
export function guessSource(dataset: Dataset, text: string): SourceGuess | null {
  const found = LINK.exec(text)?.[0];
  const link = found === undefined ? undefined : withoutEnd(found);
  const page = link === undefined ? undefined : pageOf(link);
  if (link === undefined || page === undefined) return null;
  const known = sourceOfPage(dataset, page);
  const title = trimmedEnd(text.replace(found!, ' ').replace(/\s+/g, ' ').replace(BEFORE, ''), AROUND);
  const { siteTells, tellsDate } = schemaOf(SOURCE).properties.get(ADDRESS)!;
  const [publisher = '', ...others] = siteTells;
  const host = page.split(/[/?]/)[0]!;
  const ofHost = dataset.ofKind(SOURCE).filter((document) => hostOf(document) === host);
  const ofSite =
    ofHost.length > 0 ? ofHost : dataset.ofKind(SOURCE).filter((each) => siteOf(hostOf(each)) === siteOf(host));
  const given = others.flatMap((path): DraftSetting[] => {
    const usual = mostUsual(ofHost, path);
    return usual === undefined ? [] : [{ path, text: usual }];
  });
  const questions = [
    asked(labelProperty(SOURCE)!, title),
    asked(publisher, mostUsual(ofSite, publisher) ?? nameOf(host)),
    ...(tellsDate === undefined ? [] : [asked(tellsDate, dateIn(link))]),
  ];
  return {
    known: known ? choiceOf(known) : null,
    kind: SOURCE,
    given: [{ path: ADDRESS, text: link }, ...given],
    questions,
  };
}

function withoutEnd(link: string): string {
  let rest = link;
  while (AFTER.test(rest) && !(rest.endsWith(')') && rest.includes('('))) rest = rest.slice(0, -1);
  return rest;
}

function asked(name: string, text: string): DraftQuestion & { text: string } {
  const { required } = schemaOf(SOURCE);
  return { ...questionFor(SOURCE, [name], schemaAt(SOURCE, [name])!, required.includes(name))!, text };
}

function hostOf(document: RecordDocument): string {
  return pageOfSource(document)?.split(/[/?]/)[0] ?? '';
}

/** The parts of a host's name that belong to one owner. */
function siteOf(host: string): string {
  const parts = host.replace(/:\d+$/, '').split('.');
  return parts.slice(SHARED.test(parts.at(-2) ?? '') ? -3 : -2).join('.');
}

/** A site's name, as good as its address has it. */
function nameOf(host: string): string {
  const [name = ''] = siteOf(host).split('.');
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** What most of some sources say in a property; of several the one that is said first. */
function mostUsual(documents: readonly RecordDocument[], name: string): string | undefined {
  const counts = new Map<string, number>();
  for (const { record } of documents) {
    const value = record.value[name];
    if (typeof value === 'string') counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}

/** The day or the month in an address: `/2025/10/07/`, `20251007`, `2025-10`. */
function dateIn(address: string): string {
  const path = address.replace(/^https?:\/\/[^/]*/i, '');
  const found =
    /(?<!\d)((?:19|20)\d\d)([/_-])(\d{1,2})(?:\2(\d{1,2}))?(?!\d)/.exec(path) ??
    /(?<!\d)((?:19|20)\d\d)()(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)/.exec(path);
  const [, year, , month = '', day] = found ?? [];
  if (year === undefined) return '';
  const parts = [year, month.padStart(2, '0'), ...(day === undefined ? [] : [day.padStart(2, '0')])];
  return [parts.join('-'), parts.slice(0, 2).join('-')].find((text) => parseEdtf(text)) ?? '';
}
