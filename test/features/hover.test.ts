/** Hover on keys, values, and what stands for values. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Converter } from '../../server/features/convert.ts';
import { hover, isKnownByItself } from '../../server/features/hover.ts';
import { rules } from '../../server/rules/index.ts';
import { lineEnds, makeWorkspace, parseFixture, ROOT } from '../support/fixture.ts';
import '../support/random.ts';

const identity = (text: string) => text;

/** What a person sees at the cursor; the file is one of several. */
function hoverIn(
  marked: string,
  { convert = identity, file = 'a.yaml', files = {}, rulePage = 'https://example.org/#{rule}' } = {},
): { text: string; shown: string | undefined } {
  const { text, cursor } = parseFixture(convert(marked));
  const uri = `${ROOT}/${file}`;
  const workspace = makeWorkspace({ ...files, [file]: text }, rules);
  const converter = new Converter(workspace, { spelled: (own) => own });
  const found = hover(workspace, uri, cursor, converter, { hoverMarkup: 'markdown', rulePage });
  const range = found?.range;
  return {
    text: (found?.contents as { value: string } | undefined)?.value ?? '',
    shown: range && text.slice(converter.offset(uri, range.start), converter.offset(uri, range.end)),
  };
}

describe.each(lineEnds)('hover with %s', (_, convert) => {
  it.each([
    ['the card of a reference', 'kind: summit\nname: 🙂\nhost: A$0ZE\n', /^\*\*Azerbaijan\*\*/],
    ['at its end', 'kind: summit\nhost: AZE$0\n', /^\*\*Azerbaijan\*\*/],
    ['in quotes, in flow style', 'kind: summit\nplace: { city: 🙂, state: "$0AZE" }\n', /^\*\*Azerbaijan\*\*/],
    ['behind an anchor', 'kind: summit\nhost: &h AZ$0E\n', /^\*\*Azerbaijan\*\*/],
    ['of what an alias stands for', 'kind: summit\nhost: &h AZE\nplace: { state: *$0h }\n', /^\*\*Azerbaijan\*\*/],
    [
      'a date in words, behind an alias',
      'kind: chairmanship\nfrom: &d 2025-10-07\nto: *d$0\n',
      /^\*\*7 October 2025\*\*/,
    ],
    ['what a key means', 'kind: summit\nho$0st: AZE\n', /^\*\*host\*\* — /],
  ])('shows %s', (_name, marked, expected) => {
    expect(hoverIn(marked, { convert }).text).toMatch(expected);
  });

  it.each([
    ['kind: person\nname: Садыр 🙂\n---\nkind: summit\nname: 🙂🙂\nhost: A$0ZE # 🙂\n', 'AZE'],
    ['kind: person\nname: Садыр 🙂\n---\nkind: summit\nname: 🙂🙂\nho$0st: AZE\n', 'host'],
    ['kind: summit\nplace: { city: 🙂, state: "A$0ZE" }\n', '"AZE"'],
  ])('marks what it speaks of in %j', (marked, shown) => {
    expect(hoverIn(marked, { convert }).shown).toBe(shown);
  });

  it('shows what an alias of a whole map stands for, as it would stand alone', () => {
    const place = 'kind: summit\nplace: &p\n  city: Gabala\n  state: AZE\n';
    const block = '`*p` stands for\n\n```yaml\ncity: Gabala\nstate: AZE\n```';
    expect(hoverIn(`${place}chair: *$0p\n`, { convert }).text).toBe(`Who chairs the meeting.\n\n${block}`);
    expect(hoverIn(`${place}chair:\n  <<: *$0p\n`, { convert }).text).toBe(block);
    expect(hoverIn('kind: summit\nhost: *no$0body\n', { convert }).text).toBe('The state that hosts the meeting.');
  });
});

describe('hover on a key', () => {
  it('has its meaning, what can stand there, and what each value means', () => {
    expect(hoverIn('kind: summit\nmo$0de: online\n').text).toBe(`**mode** — How the participants meet.

\`\`\`yaml
mode: in-person | online | hybrid
\`\`\`

- \`in-person\`: All come to one place.
- \`online\`: All join by video link.
- \`hybrid\`: Some come to one place, others join by video link.`);
  });
  it('says what is required', () => {
    expect(hoverIn('kind: summit\nda$0te: 2025\n').text).toContain('date (required): EDTF date, or { value?, ');
    expect(hoverIn('kind: summit\nparticipants:\n  - sta$0te: KAZ\n').text).toContain(
      'One of `state`, `organization`, `person` is required.',
    );
  });
  it('is silent where the model has nothing', () => {
    expect(hoverIn('kind: summit\nmo$0on: x\n').text).toBe('');
    expect(hoverIn('na$0me: build\n').text).toBe('');
  });
});

describe('hover on a value', () => {
  it('tells what a choice means, and which others there are', () => {
    expect(hoverIn('kind: summit\nmode: on$0line\n').text).toBe(
      '**online** — All join by video link.\n\nOr: `in-person`, `hybrid`',
    );
  });
  it('tells what a kind is', () => {
    expect(hoverIn('kind: sum$0mit\n').text).toContain('**summit** — A meeting');
  });
  it.each([
    ['2017-41', '**some time in the second half of 2017**\n\n1 July – 31 December 2017, 184 days'],
    ['2025-08-31/2025-09-01', '**from 31 August 2025 to 1 September 2025**\n\n31 August – 1 September 2025, 2 days'],
    ['2025-07/2026', '**from July 2025 to 2026**\n\n1 July 2025 – 31 December 2026, at most 549 days'],
    ['2025-10-07', '**7 October 2025**\n\nThe day'],
    [
      '2025-10?',
      '**some time in October 2025 (uncertain)**\n\n1 October – 31 October 2025, 31 days\n\nThe date is uncertain',
    ],
    ['2025~', '**some time in about 2025**\n\n1 January – 31 December 2025, 365 days\n\nThe date is approximate'],
    ['2025-10-07/..', '**since 7 October 2025**\n\nThe day'],
    ['{ value: 2017-41, text: soon }', '**some time in the second half of 2017**'],
  ])('tells when %s is', (date, words) => {
    const at = date.indexOf('20') + 2;
    expect(hoverIn(`kind: summit\ndate: ${date.slice(0, at)}$0${date.slice(at)}\n`).text).toContain(words);
  });
  it('is silent on what is no date', () => {
    expect(hoverIn('kind: summit\ndate: 7 $0Oct\n').text).toBe('');
    expect(hoverIn('kind: summit\ndate: 2025-02-$030\n').text).toBe('');
  });
  it('shows the record’s own card on its id', () => {
    const files = { 'p.yaml': 'kind: proposal\nid: p\ntitle: P\nmade_at: x-1\n' };
    expect(hoverIn('kind: summit\nid: x$0-1\nname: X\n', { files }).text).toBe(
      '**X** — summit `x-1`\n\nReferred to by 1 proposal.',
    );
  });
  it('leads from a former id or another name to the record', () => {
    const files = { 'p.yaml': 'kind: person\nid: new\nname: Садыр Жапаров\nformer_ids: [old]\n' };
    expect(hoverIn('kind: summit\nchair: { person: o$0ld }\n', { files }).text).toMatch(
      /^`old` is a former id of `new`\.\n\n\*\*Садыр Жапаров\*\*/,
    );
    expect(hoverIn('kind: summit\nchair: { person: Садыр Жап$0аров }\n', { files }).text).toContain(
      'is a name of `new`',
    );
    expect(hoverIn('kind: summit\nchair: { person: no$0body }\n', { files }).text).toBe('The person in the chair.');
  });
  it('tells what a rule is about, and leads to its page', () => {
    const card = /^\*\*uncited\*\* — .*\n\n.*\n\n\[More about this rule\]\(https:\/\/example\.org\/#uncited\)$/;
    expect(hoverIn('kind: summit\nexceptions: [{ rule: unc$0ited, reason: x }]\n').text).toMatch(card);
    expect(hoverIn('rules:\n  unc$0ited: off\n', { file: 'initiatives.yaml' }).text).toMatch(card);
    expect(hoverIn('rules:\n  uncited: o$0ff\n', { file: 'initiatives.yaml' }).text).toContain('**off** — ');
    expect(hoverIn('kind: summit\nexceptions: [{ rule: no$0ne, reason: x }]\n').text).toBe('The name of the rule.');
  });
  it('tells what a field is whose path is written', () => {
    const cite = (path: string) => `kind: summit\ncitations: [{ source: s, supports: [${path}] }]\n`;
    expect(hoverIn(cite('place.ci$0ty')).text).toBe('**place.city** — The city or town.');
    expect(hoverIn(cite('participants.0.st$0ate')).text).toContain('The state that takes part.');
    expect(hoverIn(cite('no.such$0')).text).toBe('Path of a field of this record, with dots between the levels.');
  });
  it('works in the registry’s own records', () => {
    const workspace = makeWorkspace({}, []);
    const uri = workspace.dataset.find('organization', 'ots')!.uri;
    const converter = new Converter(workspace, { spelled: (own) => own });
    const text = workspace.dataset.find('organization', 'ots')!.yaml.text;
    const found = hover(workspace, uri, text.indexOf('AZE') + 1, converter, { hoverMarkup: 'plaintext' });
    expect((found!.contents as { value: string }).value).toMatch(/^Azerbaijan — state AZE\n/);
  });
});

describe('hover on a state', () => {
  const meeting = (organization: string, date: string, host: string) =>
    `kind: summit\nid: x-1\norganization: ${organization}\ndate: ${date}\nhost: ${host.slice(0, 2)}$0${host.slice(2)}\n`;

  it.each([
    ['ots', '2025-10-07', 'UZB', 'Member of the OTS on 7 October 2025 (since 15 October 2019).'],
    ['ots', '2025-10-07', 'HUN', 'Observer of the OTS on 7 October 2025 (since 3 September 2018).'],
    ['ots', '2018-09-03', 'UZB', 'Not a member of the OTS on 3 September 2018 (a member since 15 October 2019).'],
    ['ots', '2025-10-07', 'JPN', 'Not a member of the OTS on 7 October 2025.'],
    ['ots', '2019', 'UZB', 'Not known whether a member of the OTS in 2019 (a member since 15 October 2019).'],
    ['ots', '2025', 'UZB', 'Member of the OTS in 2025 (since 15 October 2019).'],
    [
      'csto',
      '2013-09-23',
      'UZB',
      'Not a member of the CSTO on 23 September 2013 (a member from 23 June 2006 to 19 December 2012).',
    ],
  ])('tells how it stood with %s on %s: %s', (organization, date, host, sentence) => {
    const { text } = hoverIn(meeting(organization, date, host));
    expect(text.split('\n\n')[1]).toBe(sentence);
  });
  it('does not know where nobody is on record', () => {
    const files = { 'o.yaml': 'kind: organization\nid: club\nname: The Club\ntype: forum\n' };
    expect(hoverIn(meeting('club', '2025-10-07', 'UZB'), { files }).text).toContain(
      'Not known whether a member of The Club on 7 October 2025.',
    );
  });
  it('names the source of the membership', () => {
    const files = {
      'o.yaml':
        'kind: organization\nid: club\nname: The Club\ntype: forum\nmembers:\n  - { state: UZB, status: member, source: s }\n',
      's.yaml': 'kind: source\nid: s\ntitle: Who is in\npublisher: News\nurl: https://example.org/s\n',
    };
    expect(hoverIn(meeting('club', '2025-10-07', 'UZB'), { files }).text).toContain(
      'Member of The Club on 7 October 2025, according to [Who is in](https://example.org/s), News.',
    );
  });
  it('asks of the addressee of a proposal, on the day of its meeting', () => {
    const files = { 's.yaml': 'kind: summit\nid: s\norganization: ots\ndate: 2025-10-07\n' };
    const proposal =
      'kind: proposal\nid: p\nparties: [{ state: U$0ZB }]\naddressed_to: { organization: ots }\nmade_at: s\n';
    expect(hoverIn(proposal, { files }).text).toContain('Member of the OTS on 7 October 2025');
  });
  it.each([
    ['a meeting without a date', 'kind: summit\norganization: ots\nhost: U$0ZB\n'],
    ['a meeting of nobody', 'kind: summit\ndate: 2025\nhost: U$0ZB\n'],
    ['a meeting before there was an organization', 'kind: summit\norganization: ots\ndate: 1990\nhost: U$0ZB\n'],
    ['a person', 'kind: person\nid: p\noffices: [{ title: President, state: U$0ZB }]\n'],
    ['an organization', 'kind: organization\nid: o\nmembers: [{ state: U$0ZB }]\n'],
  ])('asks nothing for %s', (_, marked) => {
    expect(hoverIn(marked).text).not.toMatch(/member of/i);
  });
});

describe('any text', () => {
  const lines = [
    'kind: summit',
    'host: AZE',
    'place: { state: *a',
    '- x',
    'chair: &a',
    '  state: KAZ',
    'date: "2025',
    '<<: *a',
  ];
  it('is hovered over without a mistake of ours', () => {
    const texts = fc.array(fc.oneof(fc.constantFrom(...lines), fc.string({ unit: 'grapheme' })), { maxLength: 8 });
    fc.assert(
      fc.property(texts, fc.nat(), (parts, seed) => {
        const text = parts.join('\n').replace(/⟦|⟧|\$0/g, '');
        const workspace = makeWorkspace({ 'a.yaml': text }, []);
        const converter = new Converter(workspace, { spelled: (own) => own });
        for (let step = 0; step < 5; step++) {
          const at = (seed + step * 7) % (text.length + 1);
          hover(workspace, `${ROOT}/a.yaml`, at, converter, { hoverMarkup: 'plaintext' });
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('what a document alone tells', () => {
  const known = (marked: string) => {
    const { text, cursor } = parseFixture(marked);
    return isKnownByItself(makeWorkspace({ 'a.yaml': text }, []), `${ROOT}/a.yaml`, cursor);
  };

  it.each(['kind: summit\nho$0st: AZE\n', 'kind: summit\nstatus: he$0ld\n', 'kind: summit\n$0\n', 'name: x\n\n$0'])(
    'is all there is to say in %j',
    (marked) => expect(known(marked)).toBe(true),
  );

  it.each([
    'kind: summit\nhost: AZ$0E\n',
    'kind: summit\nid: ga$0bala\n',
    'kind: summit\nexceptions: [{ rule: bad-d$0ate }]\n',
    'name: x$0\n',
  ])('is not in %j', (marked) => expect(known(marked)).toBe(false));

  it('is nothing of a file that is not there', () => {
    expect(isKnownByItself(makeWorkspace({}, []), `${ROOT}/none.yaml`, 0)).toBe(false);
  });
});
