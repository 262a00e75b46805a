/** Reports quotes that do not stand in the stored copy of their source. */
import * as l10n from '@vscode/l10n';
import type { SourceDocument } from '../dataset/document.ts';
import type { Finding, Fix } from '../dataset/problem.ts';
import type { Reader, RecordView } from '../dataset/reader.ts';
import type { DatasetRecord } from '../dataset/record.ts';
import type { Rule } from '../dataset/rule.ts';
import type { Path, YamlRecord } from '../dataset/yaml/tree.ts';
import { rewriteProse } from './support/fixes.ts';
import { listIn, mapIn, textIn } from './support/values.ts';
import { shortened } from './support/words.ts';

const TEXT =
  'BISHKEK, October 31. – “We will strengthen the training of peacekeepers,” the minister said. He added that\n“every member state – large or small – will take part.”\n';
const SOURCE =
  'kind: source\nid: example-interview\ntitle: An interview\npublisher: Example News\nlanguage: en\ntext: texts/example-interview.txt\n';
const PROPOSAL =
  'kind: proposal\nid: peacekeeping-training-2025\ntitle: Training of peacekeepers\ntype: intensify-activity\nparties: [{ state: KGZ }]\naddressed_to: { organization: csto }\ndate: 2025-10-31\ndomains: [peacekeeping]\nstatus: proposed\nquotes:\n  - { text: QUOTE, source: example-interview }\ncitations: [{ source: example-interview }]\n';

const example = (quote: string) => ({
  'proposals/peacekeeping-training-2025.yaml': PROPOSAL.replace('QUOTE', quote),
  'sources/example-interview.yaml': SOURCE,
  'texts/example-interview.txt': TEXT,
});

export const quoteNotFound: Rule = {
  name: 'quote-not-found',
  severity: 'error',
  title: 'A quote is not in the stored text of its source.',
  docs: {
    what: 'The words of a quote (`quotes`, or `quote` in a citation) do not stand in the copy of the source that its `text` names. Quotation marks, commas and stops at the ends, line breaks, sorts of dash, and a capital at the beginning are set aside; what `…` or `[…]` leaves out may be anything. A quote in another language than the source, and a translation of which the languages are not given, cannot be compared. Neither can a quote whose source has no stored copy, or one that is not there, larger than 2 MB or no UTF-8 text: nothing is said then.',
    why: 'A quote is evidence only in the words of its source. Slips of the pen, and quotes ascribed to the wrong report, are found by nobody else.',
    fix: 'Take the words from the source, or name the source that has them; the nearest passage of the copy is offered. Mark what you leave out with `[…]`.',
  },
  examples: {
    wrong: [example('⟦We will strengthen the training of peacemakers⟧')],
    right: [
      example('We will strengthen the training of peacekeepers'),
      example("'Every member state - large or small - will take part.'"),
      example("'We will strengthen […] peacekeepers, … every member state'"),
      example('Мы усилим подготовку миротворцев, lang: ru, translated: true'),
    ],
  },
  *check(document, reader) {
    const { record } = document;
    if (!record) return;
    for (const quote of quotesIn(record)) {
      const source = reader.find('source', quote.source);
      const finding = source && findingOf(document, reader, quote, source);
      if (finding && !document.isDoubtful(finding.span)) yield finding;
    }
  },
};

interface Quote {
  readonly text: string;
  readonly path: Path;
  readonly source: string;
  readonly lang: string | undefined;
  /** Whether the words are not the source's own, or nobody knows. */
  readonly isTranslated: boolean;
}

function quotesIn({ value }: DatasetRecord): Quote[] {
  return [...quotesAmong(value, 'quotes', 'text'), ...quotesAmong(value, 'citations', 'quote')];
}

/** The quotes in a list of maps that have the words in a property. */
function quotesAmong(value: YamlRecord, list: string, property: string): Quote[] {
  const quotes: Quote[] = [];
  for (const [index, item] of listIn(value[list]).entries()) {
    const entry = mapIn(item);
    const [text, source] = [textIn(entry[property]), textIn(entry.source)];
    if (text === undefined || source === undefined) continue;
    const [path, lang] = [[list, index, property], textIn(entry.lang)];
    quotes.push({ text, path, source, lang, isTranslated: entry.translated === true });
  }
  return quotes;
}

/** Whether a quote and its source are in one language and script, as far as both tell; a translation must tell. */
function isComparable({ lang, isTranslated }: Quote, source: RecordView): boolean {
  const [ours, theirs] = [localeOf(lang), localeOf(textIn(source.get('language')))];
  if (!ours || !theirs) return !isTranslated;
  return ours.language === theirs.language && ours.script === theirs.script;
}

/** A language with the script that it is mostly written in where it names none. */
function localeOf(tag: string | undefined): Intl.Locale | undefined {
  try {
    return tag === undefined ? undefined : new Intl.Locale(tag).maximize();
  } catch {
    // What is no language tag is for the schema to tell.
    return undefined;
  }
}

function findingOf(document: SourceDocument, reader: Reader, quote: Quote, source: RecordView): Finding | undefined {
  const path = textIn(source.get('text'));
  const stored = path === undefined ? undefined : reader.text(path);
  if (!stored || !isComparable(quote, source)) return undefined;
  const missing = stored.missingPart(quote.text);
  if (missing === undefined) return undefined;
  const isElsewhere = stored.missingPart(missing) === undefined;
  const words = missing === quote.text.trim() ? l10n.t('These words') : l10n.t('The words “{0}”', shortened(missing));
  return {
    span: document.spanOf(quote.path),
    message: isElsewhere
      ? l10n.t(
          '{0} do not follow the others in the stored copy of `{1}`: quote in the order of the source.',
          words,
          source.id,
        )
      : l10n.t(
          '{0} are not in the stored copy of `{1}`: copy them from there, or name the source that has them.',
          words,
          source.id,
        ),
    related: [{ kind: 'source', id: source.id, path: ['text'], message: l10n.t('The stored copy: {0}', path ?? '') }],
    fixes: () => fixesOf(document, quote, stored.mended(quote.text)),
  };
}

function fixesOf(document: SourceDocument, { path }: Quote, mended: string | undefined): Fix[] {
  if (mended === undefined) return [];
  return [{ title: l10n.t('Quote “{0}”', shortened(mended)), edits: rewriteProse(document, path, mended) }];
}
