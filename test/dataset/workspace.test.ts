/** A workspace: who is checked again after a change, what the manifest says, and what a record's exceptions silence. */
import { describe, expect, it } from 'vitest';
import { parseEdtf } from '../../server/dataset/dates/edtf.ts';
import type { SourceDocument } from '../../server/dataset/document.ts';
import type { Reader } from '../../server/dataset/reader.ts';
import { registry } from '../../server/dataset/registry.ts';
import type { Rule } from '../../server/dataset/rule.ts';
import { Workspace } from '../../server/dataset/workspace.ts';
import { rules } from '../../server/rules/index.ts';
import { makeWorkspace, ROOT } from '../support/fixture.ts';

const uri = (name: string) => `${ROOT}/${name}`;

/** The rule names that a file has problems of. */
function rulesOf(workspace: Workspace, name: string): string[] {
  return workspace.problemsOf(uri(name)).map(({ rule }) => rule);
}

/** A rule that counts how often it has looked at each record. */
function counting(read: (document: SourceDocument, reader: Reader) => unknown = () => {}): {
  rule: Rule;
  takeChecked: () => string[];
} {
  let checked: string[] = [];
  const rule: Rule = {
    name: 'counting',
    severity: 'hint',
    title: '',
    docs: { what: '', why: '', fix: '' },
    examples: { wrong: [], right: [] },
    check(document, reader) {
      checked.push(document.record?.id ?? '?');
      read(document, reader);
      return [];
    },
  };
  return {
    rule,
    takeChecked: () => {
      const before = checked.sort();
      checked = [];
      return before;
    },
  };
}

function change(workspace: Workspace, name: string, text: string | undefined): void {
  workspace.apply([{ uri: uri(name), text }]);
  workspace.check();
}

describe('after a change, those are checked again who asked about it', () => {
  const FILES = {
    'ots.yaml': 'kind: organization\nid: x-org\nname: Org\ntype: organization\nnote: one\n',
    'chair.yaml': 'kind: chairmanship\nid: chair\norganization: x-org\nstate: KGZ\nfrom: 2025\n',
    'person.yaml': 'kind: person\nid: sadyr\nname: Sadyr\n',
  };
  const CHANGED = FILES['ots.yaml'].replace('one', 'two');

  it('nobody but the record itself, when a property changes that nobody has read', () => {
    const { rule, takeChecked } = counting((document, reader) =>
      document.record?.references.map((reference) => reader.resolve(reference)),
    );
    const workspace = makeWorkspace(FILES, [rule]);
    expect(takeChecked()).toEqual(['chair', 'sadyr', 'x-org']);
    change(workspace, 'ots.yaml', CHANGED);
    expect(takeChecked()).toEqual(['x-org']);
  });

  it('the readers of a property, when it changes', () => {
    const { rule, takeChecked } = counting(
      (document, reader) =>
        document.record?.kind === 'chairmanship' && reader.find('organization', 'x-org')?.get('note'),
    );
    const workspace = makeWorkspace(FILES, [rule]);
    takeChecked();
    change(workspace, 'ots.yaml', CHANGED);
    expect(takeChecked()).toEqual(['chair', 'x-org']);
    change(workspace, 'ots.yaml', CHANGED.replace('Org', 'Other'));
    expect(takeChecked()).toEqual(['x-org']);
  });

  it('those who read a label, when the property that holds it comes or goes', () => {
    const { rule, takeChecked } = counting(
      (document, reader) => document.record?.kind === 'person' && reader.find('organization', 'x-org')?.label,
    );
    const workspace = makeWorkspace({ ...FILES, 'ots.yaml': 'kind: organization\nid: x-org\n' }, [rule]);
    takeChecked();
    change(workspace, 'ots.yaml', 'kind: organization\nid: x-org\nname: Org\n');
    expect(takeChecked()).toEqual(['sadyr', 'x-org']);
  });

  it('those who asked who refers to a record, when someone begins to', () => {
    const { rule, takeChecked } = counting(
      (document, reader) =>
        document.record?.kind === 'organization' && reader.referrers('chairmanship', 'organization', 'x-org'),
    );
    const workspace = makeWorkspace(FILES, [rule]);
    takeChecked();
    change(workspace, 'more.yaml', FILES['chair.yaml'].replace('id: chair', 'id: chair-two'));
    expect(takeChecked()).toEqual(['chair-two', 'x-org']);
    change(workspace, 'person.yaml', FILES['person.yaml'].replace('Sadyr', 'Serdar'));
    expect(takeChecked()).toEqual(['sadyr']);
  });

  it('nobody, when a record in the same file has only moved', () => {
    const { rule, takeChecked } = counting();
    const workspace = makeWorkspace({ 'a.yaml': 'kind: person\nid: a\n---\nkind: person\nid: b\n' }, [rule]);
    takeChecked();
    change(workspace, 'a.yaml', 'kind: person\nid: a\nname: A longer text\n---\nkind: person\nid: b\n');
    expect(takeChecked()).toEqual(['a']);
    expect(workspace.takeStale()).toEqual([uri('a.yaml')]);
  });

  it('nobody else, when a record that replaces one of the registry changes otherwise', () => {
    const { rule, takeChecked } = counting((document, reader) =>
      document.record?.references.map((reference) => reader.resolve(reference)),
    );
    const own = 'kind: organization\nid: ots\nname: Organization of Turkic States\ntype: organization\n';
    const workspace = makeWorkspace(
      { ...FILES, 'own.yaml': own, 'body.yaml': 'kind: organization\nid: body\nparent: ots\n' },
      [rule],
    );
    takeChecked();
    change(workspace, 'own.yaml', `${own}note: a note\n`);
    expect(takeChecked()).toEqual(['ots']);
    change(workspace, 'own.yaml', undefined);
    expect(takeChecked()).toEqual(['body']);
  });

  it('all of them, however many ask the same', () => {
    const { rule, takeChecked } = counting((_, reader) => reader.find('organization', 'x-org')?.get('note'));
    const workspace = makeWorkspace({ ...FILES, 'more.yaml': 'kind: person\nid: serdar\nname: Serdar\n' }, [rule]);
    takeChecked();
    change(workspace, 'ots.yaml', CHANGED);
    expect(takeChecked()).toEqual(['chair', 'sadyr', 'serdar', 'x-org']);
  });

  it('nobody who does not ask any more, until they ask again', () => {
    let asks = true;
    const { rule, takeChecked } = counting(
      ({ record }, reader) =>
        asks && record?.kind !== 'organization' && reader.find('organization', 'x-org')?.get('note'),
    );
    const workspace = makeWorkspace(FILES, [rule]);
    const allAsk = (now: boolean) => {
      asks = now;
      workspace.configure({ rules: { counting: now ? 'hint' : 'info' }, today: workspace.today });
      workspace.check();
      takeChecked();
    };
    allAsk(false);
    change(workspace, 'ots.yaml', CHANGED);
    expect(takeChecked()).toEqual(['x-org']);
    allAsk(true);
    change(workspace, 'ots.yaml', FILES['ots.yaml']);
    expect(takeChecked()).toEqual(['chair', 'sadyr', 'x-org']);
  });

  it('those who asked for today, when that changes', () => {
    const { rule, takeChecked } = counting(
      (document, reader) => document.record?.kind === 'chairmanship' && reader.today,
    );
    const workspace = makeWorkspace(FILES, [rule]);
    takeChecked();
    workspace.configure({ rules: {}, today: parseEdtf('2030-01-01')! });
    workspace.check();
    expect(takeChecked()).toEqual(['chair']);
  });
});

describe('checking', () => {
  it('takes the files that are asked for first, and stops when told to', () => {
    const { rule, takeChecked } = counting();
    const workspace = new Workspace({
      root: ROOT,
      registry: registry(),
      rules: [rule],
      settings: { rules: {}, today: parseEdtf('2025')! },
    });
    workspace.apply(['a', 'b', 'c'].map((id) => ({ uri: uri(`${id}.yaml`), text: `kind: person\nid: ${id}\n` })));
    expect(workspace.check([uri('c.yaml')], () => true)).toBe(false);
    expect(takeChecked()).toEqual(['c']);
    expect(workspace.check()).toBe(true);
    expect(takeChecked()).toEqual(['a', 'b']);
  });

  it('knows which files are still to be checked', () => {
    const files = { 'a.yaml': 'kind: person\nid: a\n', 'b.yaml': 'kind: person\nid: b\n' };
    const workspace = makeWorkspace(files, rules);
    const state = () => [
      workspace.hasPending,
      ...['a.yaml', 'b.yaml'].flatMap((name) => [workspace.isPending(uri(name)), workspace.isChecked(uri(name))]),
    ];
    expect(state()).toEqual([false, false, true, false, true]);
    workspace.apply([{ uri: uri('a.yaml'), text: 'kind: person\nid: a\nname: A\n' }]);
    expect(state()).toEqual([true, true, false, false, true]);
    workspace.checkFiles([uri('a.yaml')]);
    expect(state()).toEqual([false, false, true, false, true]);
  });

  it('says once of each file that it may have other problems now, or other places for them', () => {
    const { rule } = counting(({ record }, reader) => record?.id === 'b' && reader.find('person', 'a'));
    const workspace = makeWorkspace({ 'a.yaml': 'kind: person\nid: a\n', 'b.yaml': 'kind: person\nid: b\n' }, [rule]);
    workspace.takeStale();
    expect(workspace.takeStale()).toEqual([]);
    workspace.apply([{ uri: uri('a.yaml'), text: undefined }]);
    expect(workspace.takeStale()).toEqual([uri('a.yaml')]);
    workspace.check();
    expect(workspace.takeStale()).toEqual([uri('b.yaml')]);
  });

  it('leaves out what goes before its turn', () => {
    const { rule, takeChecked } = counting();
    const workspace = makeWorkspace({}, [rule]);
    workspace.apply([{ uri: uri('a.yaml'), text: 'kind: person\nid: a\n' }]);
    workspace.apply([{ uri: uri('a.yaml'), text: undefined }]);
    expect(workspace.hasPending).toBe(false);
    workspace.check();
    expect(takeChecked()).toEqual([]);
  });

  it('forgets a file that is gone, problems and all', () => {
    const workspace = makeWorkspace({ 'a.yaml': 'kind: person\nid: a\n' }, rules);
    expect(rulesOf(workspace, 'a.yaml')).toEqual(['schema']);
    change(workspace, 'a.yaml', undefined);
    expect([workspace.problemsOf(uri('a.yaml')), workspace.textOf(uri('a.yaml')), [...workspace.uris]]).toEqual([
      [],
      undefined,
      [],
    ]);
  });
});

describe('the manifest', () => {
  const BROKEN = 'kind: person\nid: a\nnam: A\n';

  it.each([
    ['rules: { schema: warning }\n', 'warning'],
    ['rules: { schema: hint }\n', 'hint'],
    ['rules: { schema: nonsense }\n', 'error'],
    ['dataset: x\n', 'error'],
  ])('%j gives a problem its severity', (manifest, severity) => {
    const workspace = makeWorkspace({ 'a.yaml': BROKEN, 'initiatives.yaml': manifest }, rules);
    expect(workspace.problemsOf(uri('a.yaml')).map((problem) => problem.severity)).toEqual([severity]);
  });

  it.each([
    ['dataset: x\n', 'hint'],
    ['rules: { host-not-member: warning }\n', 'warning'],
    ['rules: { host-not-member: error }\n', 'error'],
  ])('%j gives a milder case of a rule its severity', (manifest, severity) => {
    const meeting =
      'kind: summit\nid: a\nname: A\norganization: ots\nformat: informal\nstatus: held\ndate: 2025\nhost: JPN\ncitations: [{ source: s }]\n---\nkind: source\nid: s\npublisher: P\n';
    const workspace = makeWorkspace({ 'a.yaml': meeting, 'initiatives.yaml': manifest }, rules);
    expect(workspace.problemsOf(uri('a.yaml')).map((problem) => [problem.rule, problem.severity])).toEqual([
      ['host-not-member', severity],
    ]);
  });

  it('turns rules off, and on again when it changes or goes', () => {
    const workspace = makeWorkspace({ 'a.yaml': BROKEN, 'initiatives.yaml': 'rules: { schema: off }\n' }, rules);
    expect(rulesOf(workspace, 'a.yaml')).toEqual([]);
    change(workspace, 'initiatives.yaml', 'rules: {}\n');
    expect(rulesOf(workspace, 'a.yaml')).toEqual(['schema']);
    change(workspace, 'initiatives.yaml', 'rules: { schema: off }\n');
    change(workspace, 'initiatives.yaml', undefined);
    expect(rulesOf(workspace, 'a.yaml')).toEqual(['schema']);
  });

  it('wins over settings, unless these are forced', () => {
    const workspace = makeWorkspace(
      { 'a.yaml': BROKEN, 'initiatives.yaml': 'rules: { schema: info }\ntoday: 2020\n' },
      rules,
    );
    workspace.configure({ rules: { schema: 'off' }, today: parseEdtf('2025')! });
    workspace.check();
    expect(workspace.problemsOf(uri('a.yaml'))[0]?.severity).toBe('info');
    expect(workspace.today.text).toBe('2020');
    workspace.configure({ rules: {}, today: parseEdtf('2025')!, todayForced: true, rulesForced: { schema: 'hint' } });
    workspace.check();
    expect(workspace.problemsOf(uri('a.yaml'))[0]?.severity).toBe('hint');
    expect(workspace.today.text).toBe('2025');
  });

  it('claims the files that its globs name, so that a wrong kind is told there and nowhere else', () => {
    const files = {
      'records/a.yaml': 'kind: sumit\n',
      'records/b.yaml': 'title: x\n',
      'records/notes/c.txt': 'kind: person\nid: c\n',
      'other.yaml': 'kind: person\n',
    };
    const without = makeWorkspace(files, rules);
    expect(Object.keys(files).map((name) => rulesOf(without, name))).toEqual([[], [], [], ['schema']]);
    const claimed = makeWorkspace({ ...files, 'initiatives.yaml': 'records: records/**/*.yaml\n' }, rules);
    expect(Object.keys(files).map((name) => rulesOf(claimed, name))).toEqual([['schema'], ['schema'], [], []]);
    expect(claimed.problemsOf(uri('records/a.yaml'))[0]?.message).toMatch(
      /`sumit` is no kind of record\. Use `summit`,/,
    );
    change(claimed, 'initiatives.yaml', undefined);
    expect(Object.keys(files).map((name) => rulesOf(claimed, name))).toEqual([[], [], [], ['schema']]);
  });

  it('is itself checked', () => {
    const workspace = makeWorkspace(
      { 'initiatives.yaml': 'datset: x\ntoday: 2025-8-1\nrules: { schema: loud }\n' },
      rules,
    );
    expect(rulesOf(workspace, 'initiatives.yaml')).toEqual(['schema', 'bad-date', 'schema']);
    change(workspace, 'initiatives.yaml', '# nothing yet\n');
    expect(rulesOf(workspace, 'initiatives.yaml')).toEqual([]);
  });

  it('tells what the dataset is called and which files it has', () => {
    const text = 'dataset: Eurasia\ndescription: Of states\nlicense: [CC0]\nrecords: ["a/*.yaml"]\n';
    const workspace = makeWorkspace({ 'initiatives.yaml': text }, []);
    expect(workspace.manifest).toMatchObject({ title: 'Eurasia', description: 'Of states', license: undefined });
    const included = ['a/b.yaml', 'b.yaml', 'initiatives.yaml'].map((name) => workspace.includes(uri(name)));
    expect([...included, workspace.includes('file:///elsewhere/b.yaml')]).toEqual([true, false, true, true]);
  });

  it('counts at the root only', () => {
    const workspace = makeWorkspace({ 'a.yaml': BROKEN, 'below/initiatives.yaml': 'rules: { schema: off }\n' }, rules);
    expect(rulesOf(workspace, 'a.yaml')).toEqual(['schema']);
  });

  it('can take files out by a glob with an exclamation mark, and cares not for case', () => {
    const files = { 'UP.YAML': 'kind: person\n', 'drafts/a.yaml': 'kind: person\n', 'b.yml': 'kind: person\n' };
    const named = (records: string) => {
      const workspace = makeWorkspace({ ...files, 'initiatives.yaml': `records: ${records}\n` }, rules);
      return Object.keys(files).filter((name) => rulesOf(workspace, name).length > 0);
    };
    expect(named('["**/*.yaml", "!drafts/**"]')).toEqual(['UP.YAML']);
    expect(named('"!drafts/**"')).toEqual(['UP.YAML', 'b.yml']);
  });
});

describe('a file without records', () => {
  it('is wanted once a rule has asked for it, and its askers look again when it comes', () => {
    const { rule, takeChecked } = counting(
      ({ record }, reader) => record?.id === 'a' && [reader.text('texts/a b.txt'), reader.text('../b.txt')],
    );
    const workspace = makeWorkspace({ 'a.yaml': 'kind: person\nid: a\n', 'b.yaml': 'kind: person\nid: b\n' }, [rule]);
    takeChecked();
    const wanted = uri('texts/a%20b.txt');
    expect([workspace.takeWanted(), workspace.takeWanted(), workspace.asked]).toEqual([[wanted], [], [wanted]]);
    expect([wanted, uri('b.txt')].map((file) => workspace.asksFor(file))).toEqual([true, false]);
    change(workspace, 'texts/a%20b.txt', 'A text.');
    expect(takeChecked()).toEqual(['a']);
    expect(workspace.textOf(wanted)).toBe('A text.');
  });
});

describe('what else is derived of each document', () => {
  it('is derived again as problems are found again', () => {
    const workspace = makeWorkspace({ 'a.yaml': 'kind: person\nid: a\n', 'b.yaml': 'kind: person\nid: b\n' }, []);
    const view = workspace.derive(
      ({ record }, reader) => record?.id === 'b' && reader.find('person', 'a')?.get('name'),
    );
    const run = () =>
      [...view.pending].map((document) => [document.record!.id, view.run(document, workspace.reader())]);
    expect(run()).toEqual([
      ['a', false],
      ['b', undefined],
    ]);
    change(workspace, 'a.yaml', 'kind: person\nid: a\nname: A\n');
    expect(run().sort()).toEqual([
      ['a', false],
      ['b', 'A'],
    ]);
    expect(run()).toEqual([]);
  });
});

describe('an exception', () => {
  const record = (exception: string) =>
    `kind: organization\nid: x-org\nname: Org\ntype: forum\nparent: nobody\nexceptions: ${exception}\n`;

  it.each([
    ['[{ rule: unknown-reference, reason: It is being founded }]', []],
    ['[{ rule: bad-date, reason: It is being founded }]', ['unknown-reference', 'unused-exception']],
    ['[{ rule: unknown-reference, reason: " " }]', ['unknown-reference', 'unused-exception']],
    ['[{ rule: { a: 1 }, reason: x }]', ['unknown-reference', 'schema']],
  ])('%s silences what it names, with a reason', (exception, expected) => {
    expect(rulesOf(makeWorkspace({ 'x-org.yaml': record(exception) }, rules), 'x-org.yaml')).toEqual(expected);
  });
});

describe('a mistake that several aliases repeat', () => {
  it('is told once, where it stands', () => {
    const text =
      'kind: person\nid: a\nname: A\noffices:\n  - &one { title: President, state: KGZ, from: 2025-8-1 }\n  - *one\n  - *one\n';
    expect(rulesOf(makeWorkspace({ 'a.yaml': text }, rules), 'a.yaml')).toEqual(['bad-date']);
  });
});
