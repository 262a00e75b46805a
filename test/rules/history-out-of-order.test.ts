/** `history-out-of-order`: steps of proposals that cannot follow each other, and how they are sorted. */
import { describe, expect, it } from 'vitest';
import { lineEnds } from '../support/fixture.ts';
import { fixOf, messagesOf, problemsOf, type Story, tell, titlesOf } from './support.ts';

const RULE = 'history-out-of-order';
const IDEA =
  'kind: proposal\nid: idea\ntitle: An idea\ntype: adopt-agreement\nparties: [{ organization: asean }]\ndomains: []\n';
const proposal = (status: string, ...steps: string[]) =>
  `${IDEA}status: ${status}\nhistory:\n${steps.map((step) => `  - { ${step} }\n`).join('')}`;
/** Steps alone, the status being of no interest. */
const steps = (...list: string[]) => proposal('merged', ...list);

describe('history-out-of-order', () => {
  it('tells of a proposal that is made after it was adopted', () => {
    const text = steps('status: adopted, date: 2017-07', 'status: proposed, date: 2017-09');
    const [problem, ...others] = problemsOf(RULE, text);
    expect(problem?.message).toBe('`proposed` cannot come after `adopted`: the order, or one of the two, is wrong.');
    expect(text.slice(problem?.span.start, problem?.span.end)).toBe('proposed');
    expect(problem?.related).toEqual([
      {
        kind: 'proposal',
        id: 'idea',
        path: ['history', 0, 'status'],
        message: 'The earlier step: `adopted`, some time in July 2017',
      },
    ]);
    expect(problem?.fixes(), 'sorted, the dates would be wrong').toEqual([]);
    expect(others).toEqual([]);
  });

  it('tells of a step that is dated before one above it, of the first one alone', () => {
    const text = steps(
      'status: announced, date: 2016',
      'status: proposed, date: 2017-09-01',
      'status: proposed, date: { value: 2017-07-05, text: July 5 }',
      'status: agreed, date: 2015',
    );
    const [problem, ...others] = problemsOf(RULE, text);
    expect(problem?.message).toBe(
      'This is earlier (5 July 2017) than a step above it (1 September 2017): the oldest stands first.',
    );
    expect(text.slice(problem?.span.start, problem?.span.end)).toBe('2017-07-05');
    expect(others).toEqual([]);
  });

  it('leads to the earlier step by what is known of it, where the proposal has an id', () => {
    const text = steps('date: 2017-09', 'status: proposed, date: 2017-05');
    expect(problemsOf(RULE, text)[0]?.related).toEqual([
      {
        kind: 'proposal',
        id: 'idea',
        path: ['history', 0, 'date'],
        message: 'The earlier step: some time in September 2017',
      },
    ]);
    expect(problemsOf(RULE, text.replace('id: idea\n', ''))[0]?.related).toEqual([]);
  });

  it('sorts no more than a hundred steps', () => {
    const many = (count: number) =>
      steps('status: proposed, date: 2017-09', ...Array(count - 1).fill('status: proposed, date: 2017-05'));
    expect(titlesOf(RULE, many(100))).toEqual(['Put the oldest step first']);
    expect(titlesOf(RULE, many(101))).toEqual([]);
  });

  it('looks back over coarse steps', () => {
    const bad = steps('status: proposed, date: 2017-06', 'status: agreed, date: 2017', 'status: agreed, date: 2017-03');
    expect(messagesOf(RULE, bad)).toEqual([
      'This is earlier (some time in March 2017) than a step above it (some time in June 2017): the oldest stands first.',
    ]);
  });

  it.each(['rejected', 'withdrawn', 'lapsed', 'superseded', 'merged'])('lets nothing come after %s', (exit) => {
    expect(messagesOf(RULE, steps(`status: ${exit}`, 'status: under-consideration'))).toEqual([
      `\`under-consideration\` cannot come after \`${exit}\`: the order, or one of the two, is wrong.`,
    ]);
  });

  it.each([
    ['announced', 'proposed'],
    ['under-consideration', 'in-implementation'],
    ['adopted', 'implemented'],
    ['announced', 'agreed'],
  ])('does not let %s come after %s', (early, late) => {
    expect(messagesOf(RULE, steps(`status: ${late}`, `status: ${early}`))).toHaveLength(1);
    expect(messagesOf(RULE, steps(`status: ${early}`, `status: ${late}`))).toEqual([]);
  });

  it.each([
    ['one step', ['status: proposed, date: 2017']],
    ['no step', []],
    ['steps of one day', ['status: proposed, date: 2017-07-17', 'status: adopted, date: 2017-07-17']],
    ['a coarse date that may be later', ['status: proposed, date: 2017-07', 'status: adopted, date: 2017']],
    ['a date that is not certain', ['status: proposed, date: 2017-07', 'status: adopted, date: 2016~']],
    ['a beginning that is open', ['status: proposed, date: ../2017-07-17', 'status: adopted, date: 2017-07-17']],
    ['a step that is repeated', ['status: proposed, date: 2016', 'status: proposed, date: 2017']],
    ['what was agreed and is put forward again', ['status: agreed, date: 2016', 'status: proposed, date: 2017']],
    ['what is begun before the formal act', ['status: in-implementation', 'status: adopted']],
    ['what has lapsed and was then replaced', ['status: lapsed', 'status: superseded']],
    ['what was adopted and later replaced', ['status: adopted', 'status: superseded']],
    ['a date that is none', ['status: adopted, date: 2017-8-1', 'status: adopted, date: 2016-13']],
    ['a date that is open yet', ['status: proposed, date: 2017', 'status: adopted, date: { text: last year }']],
    ['a period the wrong way round', ['status: proposed, date: 2017', 'status: adopted, date: 2016/2015']],
    ['a status that is none', ['status: adopted', 'status: propossed', 'status: [proposed]', 'status:']],
  ])('says nothing of %s', (_, list) => expect(messagesOf(RULE, steps(...list))).toEqual([]));

  it.each([
    ['a history that is no list', `${IDEA}status: proposed\nhistory: { status: proposed }\n`],
    ['entries that are no maps', `${IDEA}status: proposed\nhistory: [adopted, null, [proposed], 7]\n`],
    ['a line that cannot be read', `${IDEA}status: proposed\nhistory:\n  - status: adopted\n  - status: "proposed\n`],
    ['other kinds of record', 'kind: person\nid: a\nname: A\nhistory: [{ status: adopted }, { status: proposed }]\n'],
  ])('says nothing of %s', (_, text) => expect(messagesOf(RULE, text)).toEqual([]));

  it('leads to the first of several steps of one time, and past those without a status', () => {
    const blamed = (...lines: string[]) =>
      problemsOf(RULE, steps(...lines)).map(({ related }) => related.map(({ path }) => path.slice(0, 2)));
    expect(blamed('date: 2017-07', 'date: 2017-07', 'date: 2017-05')).toEqual([[['history', 0]]]);
    expect(blamed('status: adopted', 'summit: a', 'status: proposed')).toEqual([[['history', 0]]]);
    expect(blamed('status: adopted', 'status: in-implementation', 'status: agreed')).toEqual([[['history', 1]]]);
  });

  it('is certain of the order only where every step is dated, and takes the usual course', () => {
    const dated = steps('status: adopted, date: 2017-07', 'status: proposed, date: 2017-05');
    expect(fixOf(RULE, dated, 'Put the oldest step first').certain).toBe(true);
    const undated = steps('status: adopted, date: 2017-07', 'status: proposed');
    expect(fixOf(RULE, undated, 'Put the oldest step first').certain).toBe(false);
    const unusual = steps('status: proposed, date: 2025', 'status: agreed, date: 2024');
    expect(fixOf(RULE, unusual, 'Put the oldest step first').certain, 'the date may be wrong').toBe(false);
    const ended = steps('status: superseded, date: 2025', 'status: lapsed, date: 2024');
    expect(fixOf(RULE, ended, 'Put the oldest step first').certain).toBe(true);
  });

  it('offers no order where a step needs what another one holds, or comments stand in between', () => {
    const anchored = `${IDEA}status: merged\nhistory:\n  - { status: adopted, date: &d 2017-07, summit: &s a }\n  - { status: proposed, date: 2017-05, summit: *s }\n`;
    expect(messagesOf(RULE, anchored)).toHaveLength(1);
    expect(titlesOf(RULE, anchored)).toEqual([]);
    const inline = `${IDEA}status: merged\nhistory: [ # steps\n  { status: adopted, date: 2017-07 }, { status: proposed, date: 2017-05 }]\n`;
    expect(messagesOf(RULE, inline)).toHaveLength(1);
    expect(titlesOf(RULE, inline)).toEqual([]);
  });
});

const SORTED: Readonly<Record<string, Story>> = {
  'entries on one line each': {
    before: steps('status: adopted, date: 2017-07', 'status: proposed, date: 2017-05'),
    fix: 'Put the oldest step first',
    after: steps('status: proposed, date: 2017-05', 'status: adopted, date: 2017-07'),
  },
  'blocks with their comments, of which the last has no line end': {
    before: `${IDEA}status: adopted
history:
  # The formal act, по-русски.
  - status: adopted # 🕊
    date: 2017-07
    # Nobody knows the place.

  # First heard of.
  # And only heard.
  - status: announced
    date: 2016

  - date: "2017-05"
    status: proposed`,
    fix: 'Put the oldest step first',
    after: `${IDEA}status: adopted
history:
  # First heard of.
  # And only heard.
  - status: announced
    date: 2016

  - date: "2017-05"
    status: proposed

  # The formal act, по-русски.
  - status: adopted # 🕊
    date: 2017-07
    # Nobody knows the place.`,
  },
  'a list at the margin': {
    before: `${IDEA}status: adopted\nhistory:\n- status: adopted\n  date: 2017\n- status: proposed\n  date: 2016\nnote: Fin.\n`,
    fix: 'Put the oldest step first',
    after: `${IDEA}status: adopted\nhistory:\n- status: proposed\n  date: 2016\n- status: adopted\n  date: 2017\nnote: Fin.\n`,
  },
  'a list in brackets': {
    before: `${IDEA}status: adopted\nhistory: [{ status: adopted, date: 2017 }, {status: proposed, date: 2016}] # two\n`,
    fix: 'Put the oldest step first',
    after: `${IDEA}status: adopted\nhistory: [{status: proposed, date: 2016}, { status: adopted, date: 2017 }] # two\n`,
  },
  'a list in brackets over several lines, with comments': {
    before: `${IDEA}status: adopted\nhistory: [\n  { status: adopted, date: 2017 }, # at last\n  { status: proposed, date: 2016 }\n]\n`,
    fix: 'Put the oldest step first',
    after: `${IDEA}status: adopted\nhistory: [\n  { status: proposed, date: 2016 },\n  { status: adopted, date: 2017 } # at last\n]\n`,
  },
};

describe.each(lineEnds)('with %s', (_, convert) => {
  it.each(Object.entries(SORTED))('history-out-of-order sorts %s', (_name, story) => tell(RULE, story, convert));
});
