/** What random texts have found in edits, told one by one. */
import { describe, expect, it } from 'vitest';
import { formatFile } from '../../../server/dataset/formatting/format.ts';
import { applyEdits } from '../../../server/dataset/text.ts';
import { ask } from '../../features/completion/support.ts';
import { fixOf, problemsOf, after as textAfter } from '../../rules/support.ts';
import { openEditor } from '../../support/editor.ts';
import { lineEnds } from '../../support/fixture.ts';

const OTHERS = { 'league.yaml': 'kind: organization\nid: league\nname: New League\ntype: forum\n' };
const MEETING = 'kind: summit\nid: meeting\nname: Meeting\nstatus: planned\ndate: 2026-01-01\n';

describe.each(lineEnds)('with %s', (_, convert) => {
  it.each([
    ['with a question mark', '? kind\n: person\n'],
    ['with an anchor', '&k kind: person\n'],
    ['with a tag', '!!str kind: person\n'],
    ['behind a byte order mark', '\ufeffkind: person\n'],
    ['with an anchor behind one', '\ufeff&k kind: person\n'],
  ])('an entry is added in the column of a first key %s', (_name, head) => {
    const text = convert(`${head}id: mira
note: x
`);
    const result = textAfter(text, fixOf('schema', text, 'Add `name`'));
    expect(result).toBe(convert(`${head}id: mira\nname:\nnote: x\n`));
  });

  it.each([
    ['a tag', '!!str ordinal: 10\n'],
    ['an anchor', '&o ordinal: 10\n'],
    ['a question mark', '? ordinal\n: 10\n'],
  ])('an entry is removed with %s before its key', (_name, entry) => {
    const head = `${MEETING}organization: ots\nbody: ots-chs\nformat: informal\n`;
    const text = convert(`${head}${entry}host: AZE\n`);
    const result = textAfter(text, fixOf('ordinal-outside-series', text, 'Remove `ordinal`'));
    expect(result).toBe(convert(`${head}host: AZE\n`));
  });

  it('an alias elsewhere keeps what it says when a reference is put right', () => {
    const text = convert(`${MEETING}organization: &o New League\ntheme: *o\n`);
    const result = textAfter(text, fixOf('alias-as-reference', text, 'Change to `league`', OTHERS));
    expect(result).toBe(convert(`${MEETING}organization: &o league\ntheme: New League\n`));
  });
});

describe('a fix', () => {
  it('is not offered where it would give a value to another key', () => {
    const text =
      'kind: person\nid: mira\nname: Mira\nexceptions:\n- rule: unknown-reference\n    ? reason\n    : Soon.\n';
    const titles = problemsOf('schema', text).flatMap((problem) => problem.fixes().map(({ title }) => title));
    expect(titles).not.toContain('Add `reason`');
  });

  it('of a reference brings to light what could not be seen without it', () => {
    const text = `${MEETING}organization: CSTO\nbody: ots-council-of-elders\n`;
    expect(problemsOf('body-of-other-organization', text)).toEqual([]);
    const after = textAfter(text, fixOf('alias-as-reference', text, 'Change to `csto`'));
    expect(problemsOf('body-of-other-organization', after)).toHaveLength(1);
  });

  it('is not certain where the id that it writes is none', () => {
    const others = { 'league.yaml': 'kind: organization\nid: |\n  league\nname: New League\ntype: forum\n' };
    const [problem] = problemsOf('alias-as-reference', `${MEETING}organization: New League\n`, others);
    expect(problem!.fixes()).toMatchObject([{ certain: false }]);
  });
});

describe('formatting with keys in order', () => {
  it('is done after one time where a comment stands further in than the key below it', () => {
    const text = 'kind: person\n# above\n\n  # below\nname: Mira\nid: mira\n';
    const { workspace, uri } = openEditor({ 'mira.yaml': text });
    const format = () => formatFile(workspace.documentsOf(uri), { sortKeys: true });
    const once = applyEdits(text, format());
    expect(once).toBe('kind: person\n# above\n\nid: mira\n# below\nname: Mira\n');
    workspace.apply([{ uri, text: once }]);
    expect(format()).toEqual([]);
  });
});

describe('completion', () => {
  it.each(['? na$0me\n: Mira\n', '? $0name\n: Mira\n', '? name\n: M$0ira\n', '?$0 name\n: Mira\n'])(
    'has nothing for %j, where a choice would take the question mark away',
    (entry) => expect(ask(`kind: person\n${entry}`).labels).toEqual([]),
  );

  it.each(['$0&s held', '&$0s held', '&s$0 held', '!!s$0tr &s held', '!!str $0&s held'])(
    'has nothing for %j, where a choice would take the anchor of an alias away',
    (value) => {
      expect(ask(`kind: summit\nstatus: ${value}\nx: *s\n`).labels).toEqual([]);
      expect(
        ask(`kind: chairmanship\npredecessor: a\nx: { kind: summit }\ndecided: { date: ${value} }\n`).labels,
      ).toEqual([]);
    },
  );

  it.each([
    'host:\n$0\n  AZE',
    'host:\n  $0\n  # below\n  AZE',
    'host: &h\n  $0\n\n  AZE',
    'host: $0\n  AZE',
    'host:$0 # said\n  AZE',
  ])('has nothing for %j, where the value stands further down', (entry) =>
    expect(ask(`kind: summit\n${entry}\n`).labels).toEqual([]),
  );

  it('has nothing for an empty line that a block of lines keeps', () => {
    const below = (header: string) => ask(`kind: person\nnote: ${header}\n  Soon.\n$0\n\nid: mira\n`).labels;
    expect(below('|+ # said')).toEqual([]);
    expect(below('| # +')).toContain('name');
  });

  it.each(['$0    state: KAZ', '  $0  state: KAZ', '$0  }', '$0 # said'])(
    'has nothing in the indentation of %j within braces',
    (line) => expect(ask(`kind: summit\nplace: { city: Shusha,\n${line}\n    }\n`).labels).toEqual([]),
  );

  it.each(['$0? city : Gabala', '?$0 city : Gabala', '$0&c city: Gabala', '&$0c city: Gabala'])(
    'has nothing for %j within braces, where a choice would take the place of more than a key',
    (entry) => expect(ask(`kind: summit\nplace: { ${entry}, ? state : AZE }\n`).labels).toEqual([]),
  );

  it.each(['? ci$0ty : Gabala', '&c ci$0ty: Gabala'])(
    'takes the place of the key alone in %j within braces',
    (entry) => {
      const { labels, choose } = ask(`kind: summit\nplace: { ${entry}, ? state : AZE }\n`);
      expect(labels).not.toContain('state');
      const written = entry.replace('ci$0ty', 'venue');
      expect(choose('venue')).toBe(`kind: summit\nplace: { ${written}, ? state : AZE }\n`);
    },
  );

  it('takes the place of what stands behind an anchor', () => {
    expect(ask('kind: summit\nstatus: &s h$0eld\n').choose('planned')).toBe('kind: summit\nstatus: &s planned\n');
  });

  it('does not offer a key that stands behind a question mark', () => {
    const { labels } = ask('kind: person\n? &k name # c\n: Mira\n$0\n');
    expect(labels).toContain('aliases');
    expect(labels).not.toContain('name');
  });
});
