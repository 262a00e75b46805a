/** Overviews of groups: worked out once for all members, and again only for what is another afterwards. */
import { describe, expect, it } from 'vitest';
import { parseEdtf } from '../../server/dataset/dates/edtf.ts';
import type { Overview, Reader } from '../../server/dataset/reader.ts';
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

/** A workspace with a rule that says something of each person; `told` gives what it says of the person `a`, or another. */
function telling(tell: (reader: Reader, id: string) => string | undefined, isOnce = false) {
  const rule: Rule = {
    name: 'telling',
    severity: 'info',
    title: '',
    docs: { what: '', why: '', fix: '' },
    examples: { wrong: [], right: [] },
    *check({ record, headSpan }, reader) {
      const said = record?.kind === 'person' ? tell(reader, record.id!) : undefined;
      if (said !== undefined) yield { span: headSpan, message: said };
    },
  };
  const settings = { rules: {}, today: parseEdtf('2025-10-31')! };
  const workspace = new Workspace({ root: ROOT, registry: registry(), rules: [rule], settings, isOnce });
  const change = (name: string, text: string) => {
    workspace.apply([{ uri: `${ROOT}/${name}`, text }]);
    workspace.check();
  };
  const told = (id = 'a') => workspace.problemsOf(`${ROOT}/${id}.yaml`)[0]?.message;
  change('a.yaml', person('a', 'A'));
  return { workspace, change, told };
}

const person = (id: string, name: string, note = '') =>
  `kind: person\nid: ${id}\nname: ${name}\n${note && `note: ${note}\n`}`;
const textOf = (reader: Reader, id: string, property = 'name') => String(reader.find('person', id)?.get(property));

/** One part for everybody. */
function overviewOf(
  name: string,
  derive: (reader: Reader) => string,
): Overview<string> & { tell: (reader: Reader) => string } {
  const overview: Overview<string> = { name, derive: (_, reader) => new Map([['all', derive(reader)]]) };
  return { ...overview, tell: (reader) => reader.overview(overview, 'all', 'all')! };
}

describe('an overview that reads another', () => {
  it('is another where that is', () => {
    const inner = overviewOf('inner', (reader) => textOf(reader, 'b'));
    const outer = overviewOf('outer', (reader) => `${inner.tell(reader)}!`);
    const { change, told } = telling((reader) => outer.tell(reader));
    for (const name of ['B', 'C', 'D']) {
      change('b.yaml', person('b', name));
      expect(told()).toBe(`${name}!`);
    }
  });

  it('has everybody told who has read that one, whichever is worked out first', () => {
    for (const [first, last] of [
      ['name', 'note'],
      ['note', 'name'],
    ] as const) {
      const inner = overviewOf('inner', (reader) => textOf(reader, 'b', last));
      const outer = overviewOf('outer', (reader) => `${textOf(reader, 'b', first)} ${inner.tell(reader)}`);
      const { change, told } = telling((reader, id) =>
        (id === 'a' ? outer : id === 'c' ? inner : undefined)?.tell(reader),
      );
      change('c.yaml', person('c', 'C'));
      for (const text of ['one', 'two', 'three']) {
        change('b.yaml', person('b', text, text));
        expect([told('a'), told('c')]).toEqual([`${text} ${text}`, text]);
      }
    }
  });
});

describe('an overview', () => {
  it('is one of several that may ask the same', () => {
    const [one, two, three] = ['one', 'two', 'three'].map((name) =>
      overviewOf(name, (reader) => `${name} ${textOf(reader, 'b')}`),
    );
    const { change, told } = telling((reader) => [one!, two!, three!].map(({ tell }) => tell(reader)).join());
    for (const name of ['B', 'C']) {
      change('b.yaml', person('b', name));
      expect(told()).toBe(`one ${name},two ${name},three ${name}`);
    }
  });

  it('keeps asking what another does not ask any more', () => {
    const fickle = overviewOf('fickle', (reader) => (textOf(reader, 'c') === 'C' ? 'no' : textOf(reader, 'b')));
    const steady = overviewOf('steady', (reader) => textOf(reader, 'b'));
    const { change, told } = telling((reader) => `${fickle.tell(reader)} ${steady.tell(reader)}`);
    change('b.yaml', person('b', 'one'));
    expect(told()).toBe('one one');
    change('c.yaml', person('c', 'C'));
    expect(told()).toBe('no one');
    change('b.yaml', person('b', 'two'));
    expect(told()).toBe('no two');
  });

  it('is not worked out again for what it does not ask any more', () => {
    let count = 0;
    const asking = overviewOf('asking', (reader) => {
      count++;
      const name = textOf(reader, 'b');
      return name === 'C' ? 'C' : `${name} ${textOf(reader, 'c')}`;
    });
    const { change, told } = telling((reader) => asking.tell(reader));
    change('b.yaml', person('b', 'B'));
    change('c.yaml', person('c', 'one'));
    expect(told()).toBe('B one');
    change('b.yaml', person('b', 'C'));
    count = 0;
    change('c.yaml', person('c', 'two'));
    expect(count).toBe(0);
    change('b.yaml', person('b', 'B'));
    expect(told()).toBe('B two');
  });

  it('follows the day, whoever gives it', () => {
    const daily = overviewOf('daily', (reader) => reader.today.text);
    const { workspace, change, told } = telling((reader) => daily.tell(reader));
    workspace.configure({ rules: {}, today: parseEdtf('2026-01-01')! });
    workspace.check();
    expect(told()).toBe('2026-01-01');
    change('initiatives.yaml', 'today: 2024-01-01\n');
    expect(told()).toBe('2024-01-01');
  });

  it('is worked out anew after each change where nobody remembers who has asked', () => {
    const reading = overviewOf('reading', (reader) =>
      [textOf(reader, 'b'), reader.today.text, reader.text('notes.txt')?.text].join(),
    );
    const { workspace, change, told } = telling((reader) => reading.tell(reader), true);
    change('b.yaml', person('b', 'B'));
    expect(told()).toBe('B,2025-10-31,');
    change('b.yaml', person('b', 'C'));
    expect(told()).toBe('C,2025-10-31,');
    workspace.configure({ rules: {}, today: parseEdtf('2026-01-01')! });
    workspace.check();
    expect(told()).toBe('C,2026-01-01,');
    expect(workspace.takeWanted()).toEqual([`${ROOT}/notes.txt`]);
    change('notes.txt', 'A note.');
    expect(told()).toBe('C,2026-01-01,A note.');
  });

  it('is worked out anew when all are in of texts that were yet to come', () => {
    const early = overviewOf('early', (reader) => textOf(reader, 'b'));
    const { workspace, told } = telling((reader) => early.tell(reader));
    workspace.expect([{ uri: `${ROOT}/b.yaml`, text: person('b', 'B') }]);
    workspace.checkFiles([`${ROOT}/a.yaml`]);
    workspace.check();
    expect(told()).toBe('B');
  });
});
