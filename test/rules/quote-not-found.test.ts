/** Stories of quotes and the stored copies of their sources. */
import { describe, expect, it } from 'vitest';
import { lineEnds } from '../support/fixture.ts';
import { messagesOf, problemsOf, tell } from './support.ts';

const RULE = 'quote-not-found';

const TEXT =
  'GABALA. – “I propose establishing a Cybersecurity Council within the\nOrganization,” Tokayev said. “We must nurture the younger generation in the spirit of brotherhood.”\n';

const source = (fields = 'language: en\ntext: texts/report.txt\n') => ({
  'sources/report.yaml': `kind: source\nid: report\npublisher: Example News\n${fields}`,
});
const files = (text = TEXT, fields?: string) => ({ ...source(fields), 'texts/report.txt': text });

const idea = (quotes: string) =>
  `kind: proposal\nid: story\ntitle: Council\ntype: position\nparties: [{ state: KAZ }]\ndomains: []\nstatus: proposed\n${quotes}\n`;
const quote = (text: string, more = '') => idea(`quotes:\n  - text: ${text}\n    source: report\n${more}`);

function textsAt(text: string, others: Readonly<Record<string, string>> = files()): string[] {
  return problemsOf(RULE, text, others).map(({ span, document }) => document.yaml.text.slice(span.start, span.end));
}

describe.each(lineEnds)('a quote that its source does not have, with %s', (_, convert) => {
  const others = files(convert(TEXT));

  it('is told, with the copy that it was looked for in', () => {
    const text = convert(quote('I propose a council # so the report'));
    expect(textsAt(text, others)).toEqual(['I propose a council']);
    const [problem] = problemsOf(RULE, text, others);
    expect(problem!.message).toBe(
      'These words are not in the stored copy of `report`: copy them from there, or name the source that has them.',
    );
    expect(problem!.related).toEqual([
      { kind: 'source', id: 'report', path: ['text'], message: 'The stored copy: texts/report.txt' },
    ]);
  });

  it('gives way to the nearest passage, in its quotes', () => {
    const fix = 'Quote “I propose establishing a Cybersecurity C…”';
    tell(
      RULE,
      {
        before: quote("'I propose founding a Cybersecurity Council' # so the report"),
        fix,
        after: quote("'I propose establishing a Cybersecurity Council' # so the report"),
        others,
      },
      convert,
    );
    tell(
      RULE,
      {
        before: idea('quotes: [{ source: report, text: I propose founding a Cybersecurity Council }]'),
        fix,
        after: idea('quotes: [{ source: report, text: I propose establishing a Cybersecurity Council }]'),
        others,
      },
      convert,
    );
  });

  it('gives way to the nearest passage, in a block of lines', () => {
    tell(
      RULE,
      {
        before: quote('>-\n      I propose founding a Cybersecurity\n      Council within the Organization'),
        fix: 'Quote “I propose establishing a Cybersecurity C…”',
        after: quote('>-\n      I propose establishing a\n      Cybersecurity Council within the\n      Organization'),
        others,
      },
      convert,
    );
    tell(
      RULE,
      {
        before: quote('| # as printed\n      “I propose founding a Cybersecurity Council”\n'),
        fix: 'Quote ““I propose establishing a Cybersecurity …”',
        after: quote('| # as printed\n      “I propose establishing a Cybersecurity\n      Council”\n'),
        others,
      },
      convert,
    );
  });

  it('is right in lines of its own', () => {
    const folded = '>-\n      I propose establishing a Cybersecurity Council\n      within the Organization';
    expect(messagesOf(RULE, convert(quote(folded)), others)).toEqual([]);
  });
});

describe('a quote', () => {
  it('may have something left out, in the order of the source', () => {
    expect(messagesOf(RULE, quote('I propose […] Council … We must nurture'), files())).toEqual([]);
    expect(messagesOf(RULE, quote('We must nurture […] I propose'), files())).toEqual([
      'The words “I propose” do not follow the others in the stored copy of `report`: quote in the order of the source.',
    ]);
    expect(messagesOf(RULE, quote('I propose […] a League'), files())).toEqual([
      'The words “a League” are not in the stored copy of `report`: copy them from there, or name the source that has them.',
    ]);
  });

  it('is the same without the blanks around it', () => {
    expect(messagesOf(RULE, quote('" I propose a council "'), files())).toEqual([
      'These words are not in the stored copy of `report`: copy them from there, or name the source that has them.',
    ]);
  });

  it('stands in any record that quotes, and in citations', () => {
    const summit =
      'kind: summit\nid: story\nname: S\norganization: ots\nstatus: held\ndate: 2025-10-07\nquotes: [{ text: Never said, source: report }]\ncitations: [{ source: report, quote: Nor this }, { source: report, quote: Tokayev said }]\n';
    expect(textsAt(summit)).toEqual(['Never said', 'Nor this']);
    const person =
      'kind: person\nid: story\nname: P\ncitations: [{ source: report, quote: "President Tokayev said" }]\n';
    expect(textsAt(person)).toEqual(['"President Tokayev said"']);
  });

  it('in another language than its source cannot be compared', () => {
    const russian = (more: string) => quote('Я предлагаю создать совет', more);
    expect(textsAt(russian('    lang: ru\n'))).toEqual([]);
    expect(textsAt(russian('    lang: ru\n    translated: true\n'))).toEqual([]);
    expect(textsAt(russian('    translated: true\n'))).toEqual([]);
    expect(textsAt(russian(''))).toHaveLength(1);
    expect(textsAt(russian('    lang: en\n'))).toHaveLength(1);
    expect(textsAt(quote('Bir konsey öneriyorum', '    lang: tr\n'))).toEqual([]);
  });

  it('in translation is compared with a source that prints it in that language', () => {
    const translated = '    lang: en\n    translated: true\n';
    expect(textsAt(quote('I propose a council', translated))).toHaveLength(1);
    expect(textsAt(quote('I propose establishing', translated))).toEqual([]);
    const untold = files(TEXT, 'text: texts/report.txt\n');
    expect(textsAt(quote('I propose a council', translated), untold)).toEqual([]);
    expect(textsAt(quote('I propose a council', '    lang: en\n'), untold)).toHaveLength(1);
  });

  it('in another script of the language cannot be compared', () => {
    const kazakh = (lang: string) => files('Мен кеңес құруды ұсынамын', `language: ${lang}\ntext: texts/report.txt\n`);
    const latin = quote('Men keñes', '    lang: kk-Latn\n');
    expect(textsAt(latin, kazakh('kk'))).toEqual([]);
    expect(textsAt(latin, kazakh('kk-Cyrl'))).toEqual([]);
    expect(textsAt(latin, kazakh('kk-Latn'))).toHaveLength(1);
    expect(textsAt(quote('Мен кеңес', '    lang: kk-KZ\n'), kazakh('kk'))).toEqual([]);
    expect(textsAt(quote('Мен кенес', '    lang: kk-KZ\n'), kazakh('kk'))).toHaveLength(1);
  });

  it('is not looked for where there is no copy', () => {
    const text = quote('Never said');
    expect(textsAt(text, source())).toEqual([]);
    expect(textsAt(text, source('language: en\n'))).toEqual([]);
    expect(textsAt(text, {})).toEqual([]);
    expect(textsAt(idea('quotes: [{ text: Never said }]'))).toEqual([]);
    expect(textsAt(idea('quotes: [{ text: Never said, source: reprot }]'))).toEqual([]);
    for (const path of [
      '../report.txt',
      '/texts/report.txt',
      'https://example.org/report.txt',
      '[texts/report.txt]',
      '7',
    ]) {
      expect(textsAt(text, files(TEXT, `text: ${path}\n`)), path).toEqual([]);
    }
    expect(textsAt(text, files(TEXT, 'text: ./texts//report.txt\n'))).toHaveLength(1);
  });

  it('is found behind a byte order mark, and not in an empty copy', () => {
    expect(textsAt(quote('GABALA'), files(`\ufeff${TEXT}`))).toEqual([]);
    expect(textsAt(quote('GABALA'), files(''))).toHaveLength(1);
  });

  it('that is half-written is left to other rules', () => {
    for (const quotes of [
      'quotes:',
      'quotes: Never said',
      'quotes: [Never said, null, 7]',
      'quotes: [{ text: , source: report }]',
      'quotes: [{ text: [Never], source: report }]',
      'quotes: [{ text: Never said, source: [report] }]',
      'quotes: { text: Never said, source: report }',
      'citations: [{ source: report, quote: }]',
      'citations: [{ source: report, quote: "Never said }]',
      'quotes: [{ text: "— …", source: report }]',
    ]) {
      expect(textsAt(idea(quotes)), quotes).toEqual([]);
    }
    for (const lang of ['[en]', 'x', '7', '-', 'english language']) {
      expect(() => textsAt(quote('Never said', `    lang: ${lang}\n`))).not.toThrow();
    }
  });

  it('has nothing to offer where no passage is like it', () => {
    const [problem] = problemsOf(RULE, quote('Completely different matter'), files());
    expect(problem!.fixes()).toEqual([]);
  });
});
