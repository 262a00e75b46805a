/** Overviews of groups: worked out once for all members, and again only for what is another afterwards. */
import { describe, expect, it } from 'vitest';
import { parseEdtf } from '../../server/dataset/dates/edtf.ts';
import type { Overview } from '../../server/dataset/reader.ts';
import { registry } from '../../server/dataset/registry.ts';
import type { Rule } from '../../server/dataset/rule.ts';
import { Workspace } from '../../server/dataset/workspace.ts';
import { ROOT } from '../support/fixture.ts';

const chair = (id: string, from: number, note = '') =>
  `kind: chairmanship\nid: ${id}\norganization: ots\nstate: KAZ\nfrom: ${from}${note && `\nnote: ${note}`}\n`;

/** A workspace with one rule, which tells who chaired before; what was worked out and checked is noted. */
function makeChairs(count: number) {
  const done: string[] = [];
  const before: Overview<string> = {
    name: 'before',
    derive: (organization, reader) => {
      done.push(organization);
      const terms = reader
        .referrers('chairmanship', 'organization', organization)
        .map((view) => ({ id: view.id, from: Number(view.get('from')) }))
        .sort((a, b) => a.from - b.from);
      return new Map(terms.map(({ id }, i) => [id, terms[i - 1]?.id ?? 'nobody']));
    },
  };
  const rule: Rule = {
    name: 'before',
    severity: 'info',
    title: 'Tells who chaired before.',
    docs: { what: '', why: '', fix: '' },
    examples: { wrong: [], right: [] },
    *check({ record, headSpan }, reader) {
      if (!record?.id) return;
      done.push(record.id);
      yield {
        span: headSpan,
        message: `After ${reader.overview(before, String(record.value.organization), record.id)}`,
      };
    },
  };
  const settings = { rules: {}, today: parseEdtf('2025-10-31')! };
  const workspace = new Workspace({ root: ROOT, registry: registry(), rules: [rule], settings });
  const apply = (id: string, text: string | undefined) => {
    done.length = 0;
    workspace.apply([{ uri: `${ROOT}/${id}.yaml`, text }]);
    workspace.check();
    return [...done];
  };
  for (let i = 0; i < count; i++) apply(`c${i}`, chair(`c${i}`, 1000 + 10 * i));
  return { apply, told: (id: string) => workspace.problemsOf(`${ROOT}/${id}.yaml`).map(({ message }) => message) };
}

describe('an overview of a group', () => {
  it('is worked out once for all members', () => {
    const { told } = makeChairs(4);
    expect(['c0', 'c1', 'c3'].map(told)).toEqual([['After nobody'], ['After c0'], ['After c2']]);
  });

  it('reaches just the members whose part is another after a change', () => {
    const { apply, told } = makeChairs(50);
    expect(apply('c7', chair('c7', 1095))).toEqual(['ots', 'c7', 'c8', 'c10']);
    expect(['c8', 'c7', 'c10', 'c11'].map(told)).toEqual([['After c6'], ['After c9'], ['After c7'], ['After c10']]);
  });

  it('is left alone when nothing that it has read changes', () => {
    const { apply } = makeChairs(50);
    expect(apply('c7', chair('c7', 1070, 'typed into'))).toEqual(['c7']);
  });

  it('lets a member go that is no more, or is of another group now', () => {
    const { apply, told } = makeChairs(3);
    expect(apply('c1', undefined)).toEqual(['ots', 'c2']);
    expect(told('c2')).toEqual(['After c0']);
    apply('c0', chair('c0', 1000).replace('ots', 'csto'));
    expect([told('c0'), told('c2')]).toEqual([['After nobody'], ['After nobody']]);
  });
});
