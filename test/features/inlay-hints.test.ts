/** Inlay hints: a text as an editor shows it, with the hints in `‹…›`. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, test, vi } from 'vitest';
import type { InlayHint } from 'vscode-languageserver-types';
import { REGISTRY_ROOT } from '../../server/dataset/registry.ts';
import { YamlDocument } from '../../server/dataset/yaml/yaml.ts';
import { Converter } from '../../server/features/convert.ts';
import { type HintSettings, inlayHints, resolveInlayHint } from '../../server/features/inlay-hints.ts';
import { textIn } from '../../server/features/locate.ts';
import { type Editor, openEditor } from '../support/editor.ts';
import { lineEnds, parseFixture, ROOT } from '../support/fixture.ts';
import '../support/random.ts';
import { share } from '../support/share.ts';

const ALL: HintSettings = { names: true, dates: true };
const PLAIN = { hoverMarkup: 'plaintext', resolvesHintTooltips: false, resolvesHintLocations: false } as const;
const LAZY = { hoverMarkup: 'markdown', resolvesHintTooltips: true, resolvesHintLocations: true } as const;
const TOKAYEV = 'kind: person\nid: kassym-jomart-tokayev\nname: Қасым-Жомарт Тоқаев\n';

/** The hints of a file, or of the lines that a mark encloses. */
function hintsIn({ workspace, converter, uri, marked }: Editor, settings = ALL): InlayHint[] {
  const end = converter.position(uri, textIn(workspace, uri)!.length);
  const range = marked[0]?.range ?? { start: { line: 0, character: 0 }, end };
  return inlayHints(workspace, uri, range, converter, settings, PLAIN);
}

const labelOf = ({ label }: InlayHint) =>
  typeof label === 'string' ? label : label.map(({ value }) => value).join('');

/** A text with the hints put in where they stand. */
function shown(text: string, editor: Editor, settings = ALL): string {
  const hints = hintsIn(editor, settings).map((hint) => ({
    at: editor.converter.offset(editor.uri, hint.position),
    text: `‹${labelOf(hint)}›`,
  }));
  return hints.reduceRight((all, hint) => all.slice(0, hint.at) + hint.text + all.slice(hint.at), text);
}

describe.each(lineEnds)('hints with %s', (_, convert) => {
  describe.each([
    ['alone', ''],
    [
      'below letters and signs of all sorts',
      '# Саммит 🙂 в Габале, ə ğ ş\nkind: person\nid: other\nname: 🙂🙂 Жапаров\n---\n',
    ],
  ])('%s', (_where, above) => {
    /** What the text without its hints looks like to a person. */
    function expectShown(expected: string, more: Readonly<Record<string, string>> = {}, settings = ALL): void {
      const text = convert(above + expected.replace(/‹[^›]*›/g, ''));
      const editor = openEditor({ 'a.yaml': text, ...more });
      expect(shown(parseFixture(text).text, editor, settings)).toBe(convert(above + expected).replace(/[⟦⟧]/g, ''));
    }

    it('give the names of states and organizations right after their ids', () =>
      expectShown(
        'kind: summit\nid: a\norganization: csto‹Collective Security Treaty Organization› # theirs\nhost: AZE‹Azerbaijan›\nstatus: held\n',
      ));

    it('stand behind a closing quote, and inside brackets', () =>
      expectShown(
        'kind: summit\nplace: { city: 🙂, state: "AZE"‹Azerbaijan› }\nchair: {state: \'KAZ\'‹Kazakhstan›}\n',
      ));

    it('stand in lists of either style', () =>
      expectShown(
        'kind: proposal\nconcerns: [AFG‹Afghanistan›, UZB‹Uzbekistan›]\nparties:\n  - state: KAZ‹Kazakhstan›\n  - { state: KGZ‹Kyrgyzstan› }\n',
      ));

    it('give names in their own script', () =>
      expectShown('kind: summit\nparticipants:\n- person: kassym-jomart-tokayev‹Қасым-Жомарт Тоқаев›\n', {
        'p.yaml': TOKAYEV,
      }));

    it('keep quiet where the name is the id in other letters', () =>
      expectShown('kind: summit\nchair: { person: sadyr-japarov }\n', {
        'p.yaml': 'kind: person\nid: sadyr-japarov\nname: Sadyr Japarov\n',
      }));

    it('keep quiet about ids that nobody has, of another kind, and about what is no text', () =>
      expectShown('kind: summit\nhost: XXX\norganization: AZE\nchair: { state: 7, person: ~ }\nparent:\n'));

    it('keep quiet about the record’s own id', () => expectShown('kind: organization\nid: ots\nname: Ours\n'));

    it('follow anchors and their aliases, and show what an alias hides', () =>
      expectShown(
        'kind: summit\nhost: &h AZE‹Azerbaijan›\nplace: { state: *h‹Azerbaijan› }\ndate: &d 2025-10-07\nprevious_dates: [{ date: *d‹7 October 2025› }]\n',
      ));

    it('stand in what a merge brings in where it is written', () =>
      expectShown('kind: summit\nplace: &p { state: AZE‹Azerbaijan› }\nchair:\n  <<: *p\nparent: x\n'));

    it('stand in maps that are merged in place', () =>
      expectShown('kind: summit\n<<: { host: AZE‹Azerbaijan› }\nchair: { <<: [{ state: KAZ‹Kazakhstan› }] }\n'));

    it.each([
      ['2017-41', 'second half of 2017'],
      ['"2017-34"', 'second quarter of 2017'],
      ['2025-10', 'October 2025'],
      ['2025-08-31/..', 'since 31 August 2025'],
      ['../2025-10-07', 'until 7 October 2025'],
      ['2025-08-31/2025-09-01', 'from 31 August 2025 to 1 September 2025'],
      ['2025-10-07?', '7 October 2025 (uncertain)'],
      ['1992~', 'about 1992'],
      ['2026-22', 'summer 2026'],
    ])('put %s into words', (edtf, words) => expectShown(`kind: summit\nid: a\ndate: ${edtf}‹${words}›\n`));

    it('put the parts of long dates into words', () =>
      expectShown(
        'kind: summit\ndate: { value: 2017-41‹second half of 2017›, text: in the second half, stated: 2017-12‹December 2017› }\n',
      ));

    it.each(['2025-10-07', '2025', '"2025"', '201X', '2025-02-30', '7 Oct 2025', '2025-13', '~', '[2017-41]'])(
      'say nothing of the date %s',
      (date) => expectShown(`kind: summit\nid: a\ndate: ${date}\n`),
    );

    it('say nothing of a day with a time', () =>
      expectShown('kind: source\nid: a\npublished: 2025-10-07T15:12+04:00\nupdated: 2025-10‹October 2025›\n'));

    it('go on where the text is broken', () =>
      expectShown(
        'kind: summit\nname: "A meeting\nhost: AZE‹Azerbaijan›\nplace: { state: KAZ‹Kazakhstan›\ndate: 2017-41‹second half of 2017›\n',
        {},
      ));

    it('can be had of names alone, or of dates alone', () => {
      expectShown('kind: summit\nhost: AZE‹Azerbaijan›\ndate: 2017-41\n', {}, { names: true, dates: false });
      expectShown('kind: summit\nhost: AZE\ndate: 2017-41‹second half of 2017›\n', {}, { names: false, dates: true });
    });
  });

  it('are given for the wanted range alone', () => {
    const text = convert(
      'kind: summit\nhost: KAZ\n---\n⟦kind: summit\nhost: AZE‹Azerbaijan›\n⟧chair: { state: KGZ }\n---\nkind: summit\nhost: UZB\n',
    );
    const editor = openEditor({ 'a.yaml': text.replace(/‹.*?›/, '') });
    expect(shown(parseFixture(text.replace(/‹.*?›/, '')).text, editor)).toBe(text.replace(/[⟦⟧]/g, ''));
  });
});

describe('a hint', () => {
  it('is short, and of one line', () => {
    const name = 'A very long name of an organization that nobody can remember';
    const editor = openEditor({
      'a.yaml': 'kind: summit\norganization: x$0\nbody: y\n',
      'x.yaml': `kind: organization\nid: x\nname: ${name}\n---\nkind: organization\nid: y\nname: |\n  Two\n  lines\n`,
    });
    expect(hintsIn(editor).map(labelOf)).toEqual(['A very long name of an organization tha…', 'Two lines']);
  });

  it('cuts no character in two', () => {
    const editor = openEditor({
      'a.yaml': 'kind: summit\norganization: x$0\n',
      'x.yaml': `kind: organization\nid: x\nname: ${'🙂'.repeat(50)}\n`,
    });
    expect(hintsIn(editor).map(labelOf)).toEqual([`${'🙂'.repeat(39)}…`]);
  });

  it('is of the dataset’s own record, where it takes the place of the registry’s', () => {
    const editor = openEditor({
      'a.yaml': 'kind: summit\norganization: ots$0\n',
      'x.yaml': 'kind: organization\nid: ots\nname: Түркі мемлекеттері ұйымы\n',
    });
    expect(hintsIn(editor).map(labelOf)).toEqual(['Түркі мемлекеттері ұйымы']);
  });

  it('leads to its record', () => {
    const editor = openEditor({
      'a.yaml': 'kind: summit\nchair: { person: kassym-jomart-tokayev$0 }\n',
      'p.yaml': TOKAYEV,
    });
    const location = {
      uri: `${ROOT}/p.yaml`,
      range: { start: { line: 1, character: 4 }, end: { line: 1, character: 25 } },
    };
    expect(hintsIn(editor)).toEqual([
      {
        position: { line: 1, character: 38 },
        label: [{ value: 'Қасым-Жомарт Тоқаев', location }],
        paddingLeft: true,
      },
    ]);
  });

  it('tells where and what its record is when asked, to clients that ask', () => {
    const { workspace, converter, uri } = openEditor({ 'a.yaml': 'kind: summit\nhost: AZE$0\ndate: 2017-41\n' });
    const range = { start: { line: 0, character: 0 }, end: { line: 3, character: 0 } };
    const hints = inlayHints(workspace, uri, range, converter, ALL, LAZY);
    expect(hints).toEqual([
      expect.objectContaining({ label: [{ value: 'Azerbaijan' }], data: { uri, kind: 'state', id: 'AZE' } }),
      expect.objectContaining({ label: 'second half of 2017' }),
    ]);
    const [named, dated] = hints.map((hint) => resolveInlayHint(hint, workspace, converter, LAZY));
    expect(named).toMatchObject({
      label: [{ value: 'Azerbaijan', location: { uri: expect.stringMatching(/^security-initiatives-registry:/) } }],
      tooltip: { kind: 'markdown', value: expect.stringMatching(/^\*\*Azerbaijan\*\*/) },
    });
    expect(dated).toEqual(hints[1]);
    workspace.apply([{ uri, text: undefined }]);
    expect(
      resolveInlayHint({ ...hints[0]!, data: { uri, kind: 'person', id: 'x' } }, workspace, converter, LAZY),
    ).toMatchObject({
      label: [{ value: 'Azerbaijan' }],
    });
  });

  it('has its card later, even for clients that want its place at once', () => {
    const { workspace, converter, uri } = openEditor({ 'a.yaml': 'kind: summit\nhost: AZE$0\n' });
    const range = { start: { line: 0, character: 0 }, end: { line: 2, character: 0 } };
    const client = { ...LAZY, resolvesHintLocations: false };
    const [hint] = inlayHints(workspace, uri, range, converter, ALL, client);
    expect(hint?.label).toEqual([{ value: 'Azerbaijan', location: expect.anything() }]);
    expect(resolveInlayHint(hint!, workspace, converter, client).tooltip).toMatchObject({ kind: 'markdown' });
  });

  it('counts columns as the client does', () => {
    const { workspace, uri } = openEditor({ 'a.yaml': 'kind: summit\nplace: { city: Қ🙂, state: AZE }$0\n' });
    const bytes = new Converter(workspace, { spelled: (own) => own, encoding: 'utf-8' });
    const range = { start: { line: 0, character: 0 }, end: { line: 2, character: 0 } };
    const [hint] = inlayHints(workspace, uri, range, bytes, ALL, PLAIN);
    expect(hint?.position).toEqual({
      line: 1,
      character: new TextEncoder().encode('place: { city: Қ🙂, state: AZE').length,
    });
  });

  it('is not given in files that are no records, but in the manifest and in the registry', () => {
    const foreign = openEditor({ 'a.yaml': 'kind: Deployment\nhost: AZE\ndate: 2017-41\n' });
    expect(hintsIn(foreign)).toEqual([]);
    const manifest = openEditor({ 'initiatives.yaml': 'dataset: Ours\ntoday: 2025-10\n' });
    expect(hintsIn(manifest).map(labelOf)).toEqual(['October 2025']);
    const registry = { ...foreign, uri: `${REGISTRY_ROOT}/organizations/ots.yaml` };
    const labels = hintsIn(registry).map(labelOf);
    expect(labels).toContain('Azerbaijan');
  });
});

describe('a large file', () => {
  const record = (index: number) =>
    `kind: summit\nid: s-${index}\nhost: AZE\nparticipants:\n${'- { state: KAZ }\n'.repeat(16)}`;

  it('costs what is shown of it', () => {
    const editor = openEditor({ 'a.yaml': Array.from({ length: 1000 }, (_, index) => record(index)).join('---\n') });
    const reading = vi.spyOn(YamlDocument.prototype, 'root', 'get');
    const range = { start: { line: 10_000, character: 0 }, end: { line: 10_100, character: 0 } };
    const hints = inlayHints(editor.workspace, editor.uri, range, editor.converter, ALL, LAZY);
    expect(hints.length).toBeGreaterThan(70);
    expect(reading.mock.calls.length).toBeLessThan(10);
    reading.mockRestore();
  });
});

const SAMPLES = new URL('../../samples/eurasia/', import.meta.url);
const records = readdirSync(SAMPLES, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yaml'))
  .sort()
  .map((name) => readFileSync(new URL(name, SAMPLES), 'utf8'));

describe('in any text', () => {
  const { workspace, converter } = openEditor({ 'draft.yaml': '' });
  const uri = `${ROOT}/draft.yaml`;

  test('cut off or damaged anywhere, hints stand in order, within the range, and are parts of the whole', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...records),
        share,
        share,
        share,
        fc.constantFrom('', '"', '{', '*x', '\n', '🙂'),
        (record, cut, from, to, junk) => {
          const at = Math.round(cut * record.length);
          const text = record.slice(0, at) + junk + record.slice(junk === '' ? record.length : at);
          workspace.apply([{ uri, text }]);
          const [start, end] = [from, to]
            .sort()
            .map((place) => converter.position(uri, Math.round(place! * text.length)));
          const whole = { start: { line: 0, character: 0 }, end: converter.position(uri, text.length) };
          const all = inlayHints(workspace, uri, whole, converter, ALL, LAZY);
          const some = inlayHints(workspace, uri, { start: start!, end: end! }, converter, ALL, LAZY);
          const places = all.map(({ position }) => converter.offset(uri, position));
          expect(places).toEqual([...places].sort((a, b) => a - b));
          const isWithin = ({ position }: InlayHint) => {
            const place = converter.offset(uri, position);
            return converter.offset(uri, start!) <= place && place <= converter.offset(uri, end!);
          };
          expect(some).toEqual(all.filter(isWithin));
        },
      ),
    );
  });
});
