/** `duplicate-proposal`: one proposal in two wordings; proposals that are not one; large groups. */
import { describe, expect, it } from 'vitest';
import { fold } from '../../server/dataset/names/names.ts';
import { likeness, tellingWords } from '../../server/rules/support/likeness.ts';
import { proposal } from './proposal-records.ts';
import { messagesOf, problemsOf } from './support.ts';

const RULE = 'duplicate-proposal';

const meeting = (id: string, date: string) =>
  `kind: summit\nid: ${id}\nname: Summit ${id}\norganization: ots\nstatus: held\ndate: ${date}\n`;
const MEETINGS = { 'gabala.yaml': meeting('gabala', '2025-10-07'), 'astana.yaml': meeting('astana', '2017-10-07') };
const COUNCIL = proposal('council', 'Cybersecurity Council within the OTS');

/** What is said of a proposal beside another one. */
const found = (text: string, other = COUNCIL, files: Readonly<Record<string, string>> = {}) =>
  messagesOf(RULE, text, { ...MEETINGS, 'other.yaml': other, ...files });

describe('duplicate-proposal', () => {
  it('tells of the Cybersecurity Council in the words of two reports, at both records', () => {
    const second = proposal('second', 'council on cybersecurity under the OTS');
    const [problem, ...others] = problemsOf(RULE, second, { ...MEETINGS, 'council.yaml': COUNCIL });
    expect(others).toEqual([]);
    expect(problem?.message).toBe(
      '`council` seems to tell of this proposal, too: proposer, addressee and occasion are the same, and they are much alike. Merge the two, or connect them in `relations`.',
    );
    expect(problem?.related).toEqual([
      { kind: 'proposal', id: 'council', path: [], message: 'The other record of the proposal' },
    ]);
    expect(second.slice(problem?.span.start, problem?.span.end)).toBe('council on cybersecurity under the OTS');
    expect(found(COUNCIL, second)).toHaveLength(1);
  });

  it.each([
    'Cybersecurity Council',
    'A Cyber-Security Council for the Turkic Council',
    'Establishment of the OTS council for cyber security',
    'Cybersecurity Council within the Organization of Turkic States',
    'Kazakhstan – Cybersecurity Council of the Organisation of Turkic States',
    'CYBERSECURITY COMMITTEE',
    'ＣＹＢＥＲＳＥＣＵＲＩＴＹ Council',
  ])('knows the council again as "%s"', (title) => expect(found(proposal('second', title))).toHaveLength(1));

  it.each([
    ['in another spelling', 'Digitalization Programme', 'Digitalisation Program', {}],
    ['in the plural', 'Center of digital technology', 'Centres for digital technologies', {}],
    [
      'as the press has it',
      'Council on Best Practices in Energy Efficiency',
      'Council of Excellence on Energy Efficiency',
      {},
    ],
    ['by the name of the organization', 'Turkic States Digital Innovation Center', 'OTS Digital Innovation Center', {}],
    ['in two scripts, by type and domains', 'Cyber Council', 'Совет по кибербезопасности', {}],
    ['in one that is not Latin', 'Совет по кибербезопасности', 'Совет ОТГ по кибербезопасности', {}],
    ['by a name in another language', 'Совет', 'Cyber Council', { names: '[{ text: Cyber Council, lang: en }]' }],
    ['of which nothing is known but the title', 'Proposal', 'Proposal', { domains: '[]', type: '' }],
    ['with the same number', 'Phase 2 of the water programme', 'Water programme, phase 2', {}],
  ])('knows one again %s', (_, title, other, fields) => {
    expect(found(proposal('second', title, fields), proposal('council', other))).toHaveLength(1);
  });

  it.each([
    ['a second council', 'Council on Best Practices in Energy Efficiency', {}],
    ['another sort of thing', 'Conference on cybersecurity', { type: 'hold-event' }],
    ['another proposer', 'Cybersecurity Council', { parties: '[{ state: KGZ, role: proposer }]' }],
    ['a supporter of it', 'Cybersecurity Council', { parties: '[{ state: KAZ, role: supporter }]' }],
    ['another addressee', 'Cybersecurity Council', { addressed_to: '{ organization: csto }' }],
    ['no addressee', 'Cybersecurity Council', { addressed_to: '' }],
    ['another meeting, years apart', 'Cybersecurity Council', { made_at: 'astana' }],
    ['no meeting', 'Cybersecurity Council', { made_at: '' }],
    ['a meeting that is not there yet', 'Cybersecurity Council', { made_at: '~' }],
    ['a meeting that is a list', 'Cybersecurity Council', { made_at: '[gabala]' }],
    ['one that repeats it', 'Cybersecurity Council', { relations: '[{ type: repeats, proposal: council }]' }],
    ['one that is declared the same', 'Cybersecurity Council', { relations: '[{ type: same-as, proposal: council }]' }],
    ['one that has been merged', 'Cybersecurity Council', { status: 'merged' }],
    ['parties that are a text', 'Cybersecurity Council', { parties: 'KAZ' }],
    ['parties that are nobody', 'Cybersecurity Council', { parties: '[~, {}, { state: [] }, { role: {} }]' }],
    ['an addressee that is a text', 'Cybersecurity Council', { addressed_to: 'ots' }],
    ['a title that is a map', '{ text: Cybersecurity Council }', {}],
    ['a title that is missing', '', {}],
  ])('says nothing of %s', (_, title, other) => {
    const second = proposal('second', title, other);
    expect(found(second)).toEqual([]);
    expect(found(COUNCIL, second)).toEqual([]);
  });

  it.each([
    ['of phases', 'Water programme, phase 1', 'Water programme, phase 2'],
    ['of parts', 'Digital centre, part II', 'Digital centre, part III'],
    ['of years', 'Youth forum 2026', 'Youth forum 2027'],
    ['of kindred things', 'Turkic States Digital Innovation Center', 'Digital Monitoring Center within OTS'],
    ['of programmes', 'Industrial Cooperation Program', 'Joint Program on Water Resources'],
  ])('tells titles apart %s', (_, title, other) => {
    expect(found(proposal('second', title), proposal('council', other))).toEqual([]);
  });

  it('says nothing of parts of one proposal', () => {
    const part = (id: string) =>
      proposal(id, 'Cybersecurity Council', {
        relations: '[{ type: part-of, proposal: whole }, x, { type: part-of }]',
      });
    expect(found(part('a'), part('b'))).toEqual([]);
  });

  it('never goes across years, whatever the meeting', () => {
    const dated = (date: string) => proposal('second', 'Cybersecurity Council', { date });
    const other = proposal('council', 'Cybersecurity Council', { date: '2025-10-07' });
    expect(found(dated('2017-10-07'), other)).toEqual([]);
    expect(found(dated('2017'), other)).toEqual([]);
    expect(found(dated('2017~'), other)).toHaveLength(1);
    expect(found(dated('2025-10'), other)).toHaveLength(1);
    expect(found(dated('{ value: 2017-41, text: in the second half of the year }'), other)).toEqual([]);
  });

  it('takes a co-sponsor for a proposer', () => {
    const parties = '[{ state: KGZ, role: proposer }, { state: KAZ, role: co-sponsor }]';
    expect(found(proposal('second', 'Cybersecurity Council', { parties }))).toHaveLength(1);
  });

  it('tells bodies of one organization apart', () => {
    const to = (body: string) => ({ addressed_to: `{ organization: ots, body: ${body} }` });
    const elders = proposal('council', 'Cybersecurity Council', to('ots-council-of-elders'));
    expect(found(proposal('second', 'Cybersecurity Council', to('ots-cfm')), elders)).toEqual([]);
    expect(found(proposal('second', 'Cybersecurity Council'), elders)).toHaveLength(1);
  });

  it('holds priorities of one chairmanship against one another', () => {
    const chair = {
      'chair.yaml': 'kind: chairmanship\nid: chair\norganization: eu\nstate: HUN\nfrom: 2024-07-01\nto: 2024-12-31\n',
    };
    const priority = (id: string, title: string) =>
      proposal(id, title, {
        made_at: '',
        context: 'chair',
        addressed_to: '{ organization: eu }',
        parties: '[{ state: HUN }]',
        type: 'chairmanship-priority',
      });
    const first = priority('a', 'Stronger borders of the European Union');
    expect(found(first, priority('b', 'Stronger borders'), chair)).toHaveLength(1);
    expect(found(first, priority('b', 'Competitiveness of the EU'), chair)).toEqual([]);
    expect(found(first, priority('b', 'Stronger borders'))).toEqual([]);
  });

  it('goes by the day where there is neither meeting nor chairmanship', () => {
    const on = (id: string, date: string) => proposal(id, 'Cybersecurity Council', { made_at: '', date });
    expect(found(on('a', '2025-10-07'), on('b', '{ value: 2025-10-07 }'))).toHaveLength(1);
    expect(found(on('a', '2025-10-07'), on('b', '2025-10-08'))).toEqual([]);
    expect(found(on('a', '2025-10'), on('b', '2025-10'))).toEqual([]);
    expect(found(on('a', '2025-10-07~'), on('b', '2025-10-07~'))).toEqual([]);
    expect(found(on('a', ''), on('b', ''))).toEqual([]);
  });

  it.each([
    ['names a third one', { relations: '[{ type: repeats, proposal: third }]' }, {}],
    [
      'is part of what the other repeats',
      { relations: '[{ type: part-of, proposal: whole }]' },
      { relations: '[{ type: repeats, proposal: whole }]' },
    ],
    [
      'repeats what the other is part of',
      { relations: '[{ type: repeats, proposal: whole }]' },
      { relations: '[{ type: part-of, proposal: whole }]' },
    ],
    [
      'is part of something else',
      { relations: '[{ type: part-of, proposal: whole }]' },
      { relations: '[{ type: part-of, proposal: third }]' },
    ],
    [
      'goes to the same body',
      { addressed_to: '{ organization: ots, body: ots-cfm }' },
      { addressed_to: '{ organization: ots, body: ots-cfm }' },
    ],
    ['has a date, and the other none', { date: '2025-10-07' }, {}],
    ['was made on the turn of a year', { date: '2024-12/2025-01' }, { date: '2025' }],
    [
      'has its domains in another order',
      { title: 'Совет', domains: '[energy, cybersecurity]' },
      { domains: '[cybersecurity, energy]' },
    ],
  ])('knows one again that %s', (_, fields, otherFields) => {
    const other = proposal('council', 'Cybersecurity Council', otherFields);
    expect(found(proposal('second', 'Cybersecurity Council', fields), other)).toHaveLength(1);
    expect(found(other, proposal('second', 'Cybersecurity Council', fields))).toHaveLength(1);
  });

  it.each([
    [
      'no domains, in another script',
      proposal('second', 'Совет', { domains: '' }),
      proposal('council', 'Council', { domains: '' }),
    ],
    [
      'no domains that are text, in another script',
      proposal('second', 'Совет', { domains: '[1]' }),
      proposal('council', 'Council', { domains: '[1]' }),
    ],
    [
      'no type, in another script',
      proposal('second', 'Совет', { type: '' }),
      proposal('council', 'Council', { type: '' }),
    ],
    ['ids alone that are alike', proposal('council-a', ''), proposal('council-b', '')],
    [
      'another meeting, and the first one in its history',
      proposal('second', 'Cybersecurity Council', {
        made_at: 'astana',
        history: '[{ status: proposed, summit: gabala }]',
      }),
      COUNCIL,
    ],
    [
      'no proposer',
      proposal('second', 'Cybersecurity Council', { parties: '[]' }),
      proposal('council', 'Cybersecurity Council', { parties: '[]' }),
    ],
  ])('says nothing where there is %s', (_, second, other) => {
    expect(found(second, other)).toEqual([]);
    expect(found(other, second)).toEqual([]);
  });

  it('tells of each of three that are one', () => {
    const text = ['a', 'b', 'c'].map((id) => proposal(id, 'Cybersecurity Council')).join('---\n');
    const told = problemsOf(RULE, text, MEETINGS);
    expect(told.map(({ document, related }) => [document.record?.id, related[0]?.id])).toEqual([
      ['a', 'b'],
      ['b', 'a'],
      ['c', 'a'],
    ]);
  });

  it('tells of both, even where one has much in common with so many others that it cannot look at all of them', () => {
    const words = Array.from({ length: 20 }, (_, i) => `word${i}`);
    const others = words.map((word) => proposal(word, `Fair on ${word}`));
    const names = `[{ text: ${words.join(' ')}, lang: en }]`;
    const text = [
      proposal('a', 'Lighthouse keepers'),
      proposal('b', 'Keepers of the lighthouse', { names }),
      proposal('c', 'Lighthouse keepers and their families in all harbours'),
      ...others,
    ];
    const told = problemsOf(RULE, text.join('---\n'), MEETINGS);
    expect(told.map(({ document, related }) => [document.record?.id, related[0]?.id])).toEqual([
      ['a', 'b'],
      ['b', 'a'],
    ]);
  });

  it('finds two that are one where each of their words stands in an earlier one as well', () => {
    const text = [
      proposal('a', 'Lighthouse museum'),
      proposal('b', 'Harbour school'),
      proposal('q', 'Lighthouses of the harbour'),
      proposal('r', 'Harbour lighthouse'),
    ];
    const told = problemsOf(RULE, text.join('---\n'), MEETINGS).map(({ document }) => document.record?.id);
    expect(told).toEqual(['q', 'r']);
  });

  it('leaves records that share an id to `duplicate-id`', () => {
    expect(found(proposal('council', 'Cybersecurity Council'))).toEqual([]);
  });

  it('finds the two that are one among thousands made at one meeting', () => {
    const many = Array.from({ length: 3000 }, (_, i) => proposal(`p${i}`, `Centre for digital matter ${i}`));
    const text = [...many, proposal('second', 'Digital matter 1234 centre')].join('---\n');
    const told = problemsOf(RULE, text, MEETINGS).map(({ document }) => document.record?.id);
    expect(told).toEqual(['p1234', 'second']);
  });

  it('finds one by its rarest word among many that share the others', () => {
    const many = Array.from({ length: 25 }, (_, i) => proposal(`p${i + 10}`, `Digital centre ${i + 10} of kind x${i}`));
    const text = [...many, proposal('q', 'Digital lighthouse centre'), proposal('r', 'Digital lighthouse centres')];
    const told = problemsOf(RULE, text.join('---\n'), MEETINGS).map(({ document }) => document.record?.id);
    expect(told).toEqual(['q', 'r']);
  });

  it('finds one in another script by type and domains among many of other domains', () => {
    const many = Array.from({ length: 25 }, (_, i) =>
      proposal(`p${i + 10}`, `Programme x${i}`, { domains: `[d${i}]` }),
    );
    const text = [...many, proposal('q', 'Cyber Council'), proposal('r', 'Совет по кибербезопасности')];
    const told = problemsOf(RULE, text.join('---\n'), MEETINGS).map(({ document }) => document.record?.id);
    expect(told).toEqual(['q', 'r']);
  });

  it('is silent on a line that cannot be read', () => {
    expect(found(proposal('second', 'Cybersecurity Council: "'))).toEqual([]);
  });
});

describe('the likeness of titles', () => {
  const of = (a: string, b: string) => likeness(tellingWords(fold(a)), tellingWords(fold(b)));

  it.each([
    ['Council on cyber-security', 'Cybersecurity Council', 1],
    ['Cybersecurity Council', 'Cybersecurity Committee', 0.5],
    ['Phase 1', 'Phase 2', 0],
    ['', '', 0],
    ['of the', 'within', 0],
  ])('of "%s" and "%s" is %d, either way', (a, b, expected) => {
    expect(of(a, b)).toBe(expected);
    expect(of(b, a)).toBe(expected);
  });
});
