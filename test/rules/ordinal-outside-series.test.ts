/** `ordinal-outside-series`: numbers on meetings that are not counted, and on those before the first one. */
import { describe, expect, it } from 'vitest';
import { lineEnds } from '../support/fixture.ts';
import { messagesOf, problemsOf, tell, titlesOf } from './support.ts';

const RULE = 'ordinal-outside-series';
const SHUSHA =
  'kind: summit\nid: shusha\nname: Informal summit in Shusha\norganization: ots\nbody: ots-chs\nformat: informal\nordinal: 11\nstatus: held\ndate: 2024-07-06\n';
const first = (date: string, other = SHUSHA) => other.replace('informal', 'regular').replace('2024-07-06', date);

const FORUM = {
  'x-org.yaml':
    'kind: organization\nid: x-org\nname: Org\ntype: forum\nseries:\n  - { body: x-elders, format: forum, first: { value: 2020-05-01, text: in May } }\n  - { body: x-elders, format: conference }\n  - { body: x-ministers }\n  - x-experts\n---\nkind: organization\nid: x-elders\nname: Elders\ntype: body\nparent: x-org\n---\nkind: organization\nid: x-ministers\nname: Ministers\ntype: body\nparent: x-org\n',
};
const elders = (format: string, date = '2024-07-06', body = 'x-elders') =>
  `kind: summit\nid: elders\nname: Elders\norganization: x-org\nbody: ${body}\nformat: ${format}\nordinal: 3\nstatus: held\ndate: ${date}\n`;

describe('ordinal-outside-series', () => {
  it('tells of the informal summit of Shusha as the 11th, and leads to what is counted', () => {
    const [problem, ...others] = problemsOf(RULE, SHUSHA);
    expect(others).toEqual([]);
    expect(problem?.message).toBe(
      'Meetings that are `informal` have no number here, as only `regular` ones are counted: remove it, or correct `format`.',
    );
    expect(problem?.related).toEqual([
      { kind: 'organization', id: 'ots', path: ['series', 0], message: 'The series that is counted' },
    ]);
    expect(problem?.fixes().map(({ title, certain }) => [title, certain])).toEqual([['Remove `ordinal`', true]]);
  });

  it.each(['extraordinary', 'jubilee', 'preparatory', 'conference', 'forum', 'audience'])(
    'tells of one that is %s',
    (format) => {
      expect(messagesOf(RULE, SHUSHA.replace('informal', format))).toHaveLength(1);
    },
  );

  it('tells of a meeting before the first one that is counted', () => {
    const [problem] = problemsOf(RULE, first('2010-09-16'));
    expect(problem?.message).toBe(
      'The first meeting of this series was on 21 October 2011, so this one has no number in it: remove it, or correct the date.',
    );
    expect(problem?.related).toEqual([
      {
        kind: 'organization',
        id: 'ots',
        path: ['series', 0, 'first'],
        message: 'The first meeting of the series: 21 October 2011',
      },
    ]);
    expect(problem?.fixes()[0]?.certain).toBe(false);
  });

  it('asks the organization what it counts', () => {
    expect(messagesOf(RULE, elders('forum'), FORUM)).toEqual([]);
    expect(messagesOf(RULE, elders('conference', '2019'), FORUM)).toEqual([]);
    expect(messagesOf(RULE, elders('regular', '2024', 'x-ministers'), FORUM)).toEqual([]);
    expect(messagesOf(RULE, elders('regular'), FORUM)).toEqual([
      'Meetings that are `regular` have no number here, as only `forum` and `conference` ones are counted: remove it, or correct `format`.',
    ]);
    expect(messagesOf(RULE, elders('forum', '2019'), FORUM)).toEqual([
      'The first meeting of this series was on 1 May 2020, so this one has no number in it: remove it, or correct the date.',
    ]);
    expect(problemsOf(RULE, elders('forum', '2019'), FORUM)[0]?.related[0]?.path).toEqual([
      'series',
      0,
      'first',
      'value',
    ]);
  });

  it.each([
    ['a regular meeting', SHUSHA.replace('informal', 'regular')],
    ['an informal one without a number', SHUSHA.replace('ordinal: 11\n', '')],
    ['a number without a format', SHUSHA.replace('format: informal\n', '')],
    ['a format that is in no list', SHUSHA.replace('informal', 'informel')],
    ['a format that is a list', SHUSHA.replace('informal', '[informal]')],
    ['a format that is not there yet', SHUSHA.replace(' informal', '')],
    ['a number that is text', SHUSHA.replace('11', "'11'")],
    ['a number that is not there yet', SHUSHA.replace('11', '')],
    ['a body that is not there yet', SHUSHA.replace('body: ots-chs', 'body:')],
    ['a date that is none', first('2010-9-16')],
    ['a date that ends before it starts', first('2010-09-17/2010-09-16')],
    ['a year in which the first meeting was', first('2011')],
    ['a date that is about then', first('2010~')],
    ['a series whose beginning nobody has written down', first('1999', SHUSHA.replace('ots-chs', 'ots-cfm'))],
    ['a meeting of an organization that nobody knows', first('1999', SHUSHA.replaceAll('ots', 'xyz'))],
  ])('says nothing of %s', (_, text) => expect(messagesOf(RULE, text)).toEqual([]));

  it('holds for meetings of no body, and of other organizations', () => {
    expect(messagesOf(RULE, SHUSHA.replace('body: ots-chs\n', '').replace('ots', 'asean'))).toHaveLength(1);
    expect(messagesOf(RULE, SHUSHA.replace('ots', 'eu').replace('ots-chs', 'au'))).toHaveLength(1);
  });

  it('asks a record of the dataset that takes the place of the registry', () => {
    const ots = {
      'ots.yaml':
        'kind: organization\nid: ots\nname: OTS\ntype: organization\nseries: [{ body: ots-chs, format: informal }]\n',
    };
    expect(messagesOf(RULE, SHUSHA, ots)).toEqual([]);
  });

  it('has nothing to remove where the number comes from another map', () => {
    const merged = SHUSHA.replace('ordinal: 11\n', 'extra: &base { ordinal: 11 }\n<<: *base\n');
    expect(messagesOf(RULE, merged)).toHaveLength(1);
    expect(titlesOf(RULE, merged)).toEqual([]);
  });

  it('is silent on a line that cannot be read', () => {
    expect(titlesOf(RULE, SHUSHA.replace('ordinal: 11', 'ordinal: 11 "'))).toEqual([]);
  });
});

describe.each(lineEnds)('with %s', (_, convert) => {
  it.each([
    ['a line', SHUSHA, SHUSHA.replace('ordinal: 11\n', '')],
    ['a line and its comment', SHUSHA.replace('11', '11 # as the press has it'), SHUSHA.replace('ordinal: 11\n', '')],
    [
      'an entry of a map on one line',
      '{ kind: summit, id: a, name: А, organization: ots, format: jubilee, ordinal: 3, status: held, date: 2024 }\n',
      '{ kind: summit, id: a, name: А, organization: ots, format: jubilee, status: held, date: 2024 }\n',
    ],
  ])('removes the number: %s', (_name, before, after) => {
    tell(RULE, { before, fix: 'Remove `ordinal`', after }, convert);
  });
});
