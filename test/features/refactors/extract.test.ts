/** Records made of names: their ids, their files, and what refers to them then. */
import { describe, expect, it } from 'vitest';
import { rules } from '../../../server/rules/index.ts';
import { lineEnds, makeWorkspace, ROOT } from '../../support/fixture.ts';
import { ABLE, textsAfterChoice, titles } from './support.ts';

const KIND = 'refactor.extract.record';
const HEAD = 'kind: summit\nid: x-summit\nname: X\norganization: ots\nstatus: held\ndate: 2025\n';
const summit = (rest: string) => ({ 'summits/x-summit.yaml': `${HEAD}${rest}` });

describe.each(lineEnds)('with %s', (_, convert) => {
  it.each([
    ['chair: { person: Sadyr $0Japarov }\n', 'chair: { person: sadyr-japarov }\n', 'sadyr-japarov', 'Sadyr Japarov'],
    [
      'chair:\n  person: "Садыр Жапаров$0" # c\n',
      'chair:\n  person: "sadyr-zhaparov" # c\n',
      'sadyr-zhaparov',
      'Садыр Жапаров',
    ],
    ['chair: { person: Əliyev 🌍$0 }\n', 'chair: { person: eliyev }\n', 'eliyev', 'Əliyev 🌍'],
    [
      "chair: { person: '$0D''Artagnan: x' }\n",
      "chair: { person: 'dartagnan-x' }\n",
      'dartagnan-x',
      "'D''Artagnan: x'",
    ],
  ])('a person is made of %s', (before, after, id, name) => {
    const files = { 'summits/x-summit.yaml': convert(HEAD + before) };
    expect(textsAfterChoice(files, `Extract into a person record \`${id}\``)).toEqual({
      'summits/x-summit.yaml': convert(HEAD + after),
      [`persons/${id}.yaml`]: convert(`kind: person\nid: ${id}\nname: ${name}\n`),
    });
  });

  it('what must be there besides is guessed', () => {
    const before = summit(convert('parent: Gabala Summit$0 2025\n'));
    const texts = textsAfterChoice(before, 'Extract into a summit record `gabala-summit-2025`');
    expect(texts['summits/gabala-summit-2025.yaml']).toBe(
      'kind: summit\nid: gabala-summit-2025\nname: Gabala Summit 2025\norganization: ots\nstatus: planned\ndate: 2025\n',
    );
  });

  it('what the record refers to that names it is likely to be meant again', () => {
    const files = {
      'c.yaml': convert(
        'kind: chairmanship\nid: c\norganization: csto\nstate: KGZ\nfrom: 2025\npriorities: [Joint $0Forces]\n',
      ),
    };
    const texts = textsAfterChoice(files, 'Extract into a proposal record `joint-forces`');
    expect(texts['proposals/joint-forces.yaml']).toContain('parties: [{ state: KGZ }]');
  });

  it('a decision becomes a document', () => {
    const before = convert(`${HEAD}outcomes:\n  - decision: >-\n      The chair is passed $0to\n      Kyrgyzstan.\n`);
    const title = 'Extract into a document record `the-chair-is-passed-to-kyrgyzstan`';
    expect(textsAfterChoice({ 'a.yaml': before }, title)).toEqual({
      'a.yaml': convert(`${HEAD}outcomes:\n  - document: the-chair-is-passed-to-kyrgyzstan\n`),
      'documents/the-chair-is-passed-to-kyrgyzstan.yaml': convert(
        'kind: document\nid: the-chair-is-passed-to-kyrgyzstan\ntitle: The chair is passed to Kyrgyzstan.\ntype: decision\n',
      ),
    });
  });
});

describe('a record that is extracted', () => {
  it('is referred to wherever it is named, if so wished', () => {
    const files = {
      ...summit('chair: { person: Sadyr $0Japarov }\nparticipants:\n  - &p { person: Sadyr Japarov }\n  - *p\n'),
      'b.yaml': 'kind: proposal\nid: b\nparties: [{ person: Sadyr Japarov }, { organization: Sadyr Japarov }]\n',
    };
    const title = 'Extract into a person record `sadyr-japarov`, and refer to it in all 3 places';
    const texts = textsAfterChoice(files, title);
    expect(texts['summits/x-summit.yaml']).toBe(
      `${HEAD}chair: { person: sadyr-japarov }\nparticipants:\n  - &p { person: sadyr-japarov }\n  - *p\n`,
    );
    expect(texts['b.yaml']).toBe(
      'kind: proposal\nid: b\nparties: [{ person: sadyr-japarov }, { organization: Sadyr Japarov }]\n',
    );
    const one = textsAfterChoice(files, 'Extract into a person record `sadyr-japarov`');
    expect(one['b.yaml']).toBe(files['b.yaml']);
    expect(one['summits/x-summit.yaml']).toContain(
      'chair: { person: sadyr-japarov }\nparticipants:\n  - &p { person: Sadyr Japarov }',
    );
  });

  it('is found where it is named, and makes no problem', () => {
    const files = summit('chair: { person: Sadyr $0Japarov }\n');
    const workspace = makeWorkspace(textsAfterChoice(files, 'Extract into a person record `sadyr-japarov`'), rules);
    const about = [...workspace.uris].flatMap((uri) => workspace.problemsOf(uri)).map(({ rule }) => rule);
    expect(about).not.toContain('unknown-reference');
    expect(workspace.problemsOf(`${ROOT}/persons/sadyr-japarov.yaml`)).toEqual([]);
  });

  it('gets an id that nobody has or had', () => {
    const others = {
      'persons/a.yaml': 'kind: person\nid: sadyr\nname: A\n',
      'persons/b.yaml': 'kind: person\nid: b\nname: B\nformer_ids: [sadyr-2]\n',
    };
    expect(titles({ ...summit('chair: { person: SADYR!$0 }\n'), ...others }, KIND)).toEqual([]);
    expect(titles({ ...summit('chair: { person: SADYR™$0 }\n'), ...others }, KIND)).toEqual([
      'Extract into a person record `sadyrtm`',
    ]);
    expect(titles({ ...summit('parent: Sadyr$0\n'), ...others }, KIND)).toEqual([
      'Extract into a summit record `sadyr-3`',
    ]);
  });

  it('is named after its kind where its name has no letters that an id may have', () => {
    expect(titles(summit('chair: { person: 習近平$0 }\n'), KIND)).toEqual(['Extract into a person record `person`']);
  });

  it('has a handy id, however long its name', () => {
    const [title] = titles(summit(`chair: { person: $0${'Long Name '.repeat(40)} }\n`), KIND);
    expect(/`(.*)`/.exec(title!)![1]!.length).toBeLessThanOrEqual(60);
  });

  it('goes where others of its kind are', () => {
    const files = {
      ...summit('chair: { person: Sadyr $0Japarov }\n'),
      'data/people/a.yml': 'kind: person\nid: a\nname: A\n',
    };
    const texts = textsAfterChoice(files, 'Extract into a person record `sadyr-japarov`');
    expect(Object.keys(texts)).toContain('data/people/sadyr-japarov.yml');
  });

  it.each([
    ['an id, which the quick fix makes a record of', 'chair: { person: japarov$0 }\n'],
    ['a record that is there', 'organization: Turkic Council$0\n'],
    ['a state, whose id is a code', 'host: Atlantis $0\n'],
    ['nothing', "chair: { person: '$0' }\n"],
    ['blanks', "chair: { person: ' $0 ' }\n"],
    ['a key', 'chair: { per$0son: Sadyr Japarov }\n'],
    ['a text that is no reference', 'theme: Sadyr $0Japarov\n'],
    ['an alias', 'chair: { person: &p Sadyr Japarov }\nparticipants: [{ person: *p$0 }]\n'],
    ['a text beside the reference', 'outcomes: [{ decision: A $0b, document: c }]\n'],
    ['a number', 'chair: { person: 20$025 }\n'],
  ])('is not offered for %s', (_name, text) => {
    expect(titles(summit(text), KIND)).toEqual([]);
  });

  it('is offered only to those who can make files, and where there is no other file', () => {
    const files = summit('chair: { person: Sadyr $0Japarov }\n');
    expect(titles(files, KIND, { ...ABLE, createsFiles: false })).toEqual([]);
    expect(titles({ ...files, 'persons/sadyr-japarov.yaml': '# later\n' }, KIND)).toEqual([]);
  });
});
