/** `level-body-mismatch`: meetings at another level than the body's; what may be, and what others tell of. */
import { describe, expect, it } from 'vitest';
import { lineEnds } from '../support/fixture.ts';
import { messagesOf, problemsOf } from './support.ts';

const RULE = 'level-body-mismatch';
const ISLAMABAD =
  'kind: summit\nid: islamabad\nname: 23rd SCO summit\norganization: sco\nbody: sco-chg\nlevel: heads-of-state # so the press\nstatus: held\ndate: 2024-10-15/2024-10-16\n';
const body = (level: string) => ({
  'sco-chg.yaml': `kind: organization\nid: sco-chg\nname: совет глав правительств\ntype: body\nparent: sco\nlevel: ${level}\n`,
});

describe.each(lineEnds)('level-body-mismatch with %s', (_, convert) => {
  it('tells of Islamabad 2024 as a meeting of heads of state, and leads to the level of the body', () => {
    const text = convert(ISLAMABAD);
    const [problem, ...others] = problemsOf(RULE, text);
    expect(others).toEqual([]);
    expect(problem?.message).toBe(
      'SCO Council of Heads of Government meets at the level `heads-of-government`: write that, or name the body that met.',
    );
    expect(text.slice(problem?.span.start, problem?.span.end)).toBe('heads-of-state');
    expect(problem?.related).toEqual([
      {
        kind: 'organization',
        id: 'sco-chg',
        path: ['level'],
        message: 'The level of SCO Council of Heads of Government: heads-of-government',
      },
    ]);
  });
});

describe('level-body-mismatch', () => {
  it('asks a record of the dataset that takes the place of the registry', () => {
    expect(messagesOf(RULE, ISLAMABAD, body('heads-of-state'))).toEqual([]);
    expect(messagesOf(RULE, ISLAMABAD, body('experts'))).toEqual([
      'Совет глав правительств meets at the level `experts`: write that, or name the body that met.',
    ]);
  });

  it.each([
    ['the level of the body', ISLAMABAD.replace('heads-of-state', 'heads-of-government')],
    ['several ranks at one table', ISLAMABAD.replace('heads-of-state', 'mixed')],
    ['no level', ISLAMABAD.replace('level', 'theme')],
    ['a level that is not there yet', ISLAMABAD.replace('heads-of-state', '')],
    ['a level that is in no list', ISLAMABAD.replace('heads-of-state', 'head-of-state')],
    ['a level that is a map', ISLAMABAD.replace('heads-of-state', '{}')],
    ['no body', ISLAMABAD.replace('body: sco-chg\n', '')],
    ['a body that nobody knows', ISLAMABAD.replace('sco-chg', 'sco-chx')],
    ['a body by its name', ISLAMABAD.replace('sco-chg', 'SCO Heads of Government Council')],
    ['a body that is a list', ISLAMABAD.replace('sco-chg', '[sco-chg]')],
    ['a body that has no level', ISLAMABAD.replace('sco-chg', 'ots-council-of-elders')],
    ['a line that cannot be read', ISLAMABAD.replace('heads-of-state', 'heads-of-state: "')],
    ['a record of another kind', 'kind: organization\nid: a\nname: A\ntype: body\nlevel: experts\nparent: sco-chg\n'],
  ])('says nothing of %s', (_, text) => expect(messagesOf(RULE, text)).toEqual([]));

  it.each(['mixed', '', 'heads', '[heads-of-government]'])(
    'says nothing where the level of the body is "%s"',
    (level) => {
      expect(messagesOf(RULE, ISLAMABAD, body(level))).toEqual([]);
    },
  );
});
