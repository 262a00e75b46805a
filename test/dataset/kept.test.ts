/** What is made of single records alone: once for all who ask, and again only for a record that has changed. */
import { describe, expect, it } from 'vitest';
import { parseEdtf } from '../../server/dataset/dates/edtf.ts';
import type { Making } from '../../server/dataset/kept.ts';
import { registry } from '../../server/dataset/registry.ts';
import type { Rule } from '../../server/dataset/rule.ts';
import { Workspace } from '../../server/dataset/workspace.ts';
import { ROOT } from '../support/fixture.ts';

const meeting = (id: string, theme: string) =>
  `kind: summit\nid: ${id}\nname: Meeting\norganization: ots\nstatus: held\ndate: 2025\ntheme: ${theme}\n`;

/** Each meeting tells the themes of all; what was made, and who was checked, is noted. */
function makeThemes() {
  const made: string[] = [];
  const checked: string[] = [];
  const theme: Making<string> = (get, id) => {
    made.push(id);
    return `${id}: ${get('theme')}`;
  };
  const rule: Rule = {
    name: 'themes',
    severity: 'info',
    title: 'Tells the themes.',
    docs: { what: '', why: '', fix: '' },
    examples: { wrong: [], right: [] },
    *check({ record, headSpan }, reader) {
      if (!record?.id) return;
      checked.push(record.id);
      const all = reader.referrers('summit', 'organization', 'ots').map((view) => view.alone(theme));
      yield { span: headSpan, message: all.join(', ') };
    },
  };
  const settings = { rules: {}, today: parseEdtf('2025-10-31')! };
  const workspace = new Workspace({ root: ROOT, registry: registry(), rules: [rule], settings });
  const apply = (...texts: readonly [id: string, text: string | undefined][]) => {
    made.length = 0;
    checked.length = 0;
    workspace.apply(texts.map(([id, text]) => ({ uri: `${ROOT}/${id}.yaml`, text })));
    workspace.check();
    return { made: [...made], checked: [...checked].sort() };
  };
  return { apply, told: (id: string) => workspace.problemsOf(`${ROOT}/${id}.yaml`).map(({ message }) => message) };
}

describe('what is made of a record alone', () => {
  it('is made once for all who ask', () => {
    const { apply, told } = makeThemes();
    expect(apply(['a', meeting('a', 'trade')], ['b', meeting('b', 'water')]).made).toEqual(['a', 'b']);
    expect(told('b')).toEqual(['a: trade, b: water']);
  });

  it('is made again of a record that has changed, and reaches who asked', () => {
    const { apply, told } = makeThemes();
    apply(['a', meeting('a', 'trade')], ['b', meeting('b', 'water')]);
    expect(apply(['b', meeting('b', 'energy')])).toEqual({ made: ['b'], checked: ['a', 'b'] });
    expect(told('a')).toEqual(['a: trade, b: energy']);
  });

  it('reaches also those who got what others had had made', () => {
    const { apply, told } = makeThemes();
    apply(['a', meeting('a', 'trade')]);
    apply(['b', meeting('b', 'water')]);
    expect(apply(['a', meeting('a', 'energy')])).toEqual({ made: ['a'], checked: ['a', 'b'] });
    expect(told('b')).toEqual(['a: energy, b: water']);
  });

  it('leaves those alone who asked, where nothing has changed that it is made of', () => {
    const { apply } = makeThemes();
    apply(['a', meeting('a', 'trade')], ['b', meeting('b', 'water')]);
    expect(apply(['b', `${meeting('b', 'water')}note: Typed into.\n`])).toEqual({ made: ['b'], checked: ['b'] });
  });
});
