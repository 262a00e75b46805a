/** `id-file-mismatch`: which files it looks at, and how file and record get one name. */
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../server/dataset/text.ts';
import type { Workspace } from '../../server/dataset/workspace.ts';
import { rules } from '../../server/rules/index.ts';
import { lineEnds, makeWorkspace, parseFixture, ROOT } from '../support/fixture.ts';

const BODY = 'kind: organization\nid: x-body\nname: Body\ntype: body\n';
const CHILD = 'kind: organization\nid: x-child\nname: Child\ntype: body\nparent: x-body # its parent\n';

function problemsIn(workspace: Workspace, file: string) {
  return workspace.problemsOf(`${ROOT}/${file}`).filter(({ rule }) => rule === 'id-file-mismatch');
}

/** What the rule says of one file, alone or beside others. */
function told(file: string, text: string, others: Readonly<Record<string, string>> = {}): string[] {
  return problemsIn(makeWorkspace({ [file]: text, ...others }, rules), file).map(({ message }) => message);
}

function fixesIn(files: Readonly<Record<string, string>>, file: string) {
  return problemsIn(makeWorkspace(files, rules), file).flatMap((problem) => problem.fixes());
}

/** All texts after a fix. */
function textsAfter(files: Readonly<Record<string, string>>, file: string, title: string): Record<string, string> {
  const fix = fixesIn(files, file).find((candidate) => candidate.title === title)!;
  return Object.fromEntries(
    Object.entries(files).map(([name, text]) => {
      const edits = fix.edits.filter(({ document }) => document.uri === `${ROOT}/${name}`);
      const placed = edits.map(({ document, span, text: to }) => ({
        span: { start: document.start + span.start, end: document.start + span.end },
        text: to,
      }));
      return [name, applyEdits(text, placed)];
    }),
  );
}

describe('id-file-mismatch', () => {
  it('says what file and record are called', () => {
    expect(told('organizations/body.yaml', BODY)).toEqual([
      'The only record of `body.yaml` has the id `x-body`: give both the same name.',
    ]);
    expect(told('Zwei Wörter.yml', BODY)).toEqual([
      'The only record of `Zwei Wörter.yml` has the id `x-body`: give both the same name.',
    ]);
    expect(told('x-body.v2.yaml', BODY)).toHaveLength(1);
  });

  it.each([
    ['a file named after its record', 'organizations/x-body.yaml', BODY],
    ['the other ending', 'x-body.yml', BODY],
    ['a difference in case only', 'states/kaz.yaml', 'kind: state\nid: KAZ\nname: Kazakhstan\n'],
    ['two records', 'bodies.yaml', `${BODY}---\n${CHILD}`],
    ['a record beside another document', 'bodies.yaml', `${BODY}---\ntitle: something else\n`],
    ['a record beside one that is being typed', 'bodies.yaml', `${BODY}---\nkind: org\n`],
    ['no record', 'body.yaml', 'id: x-body\n'],
    ['a record without an id', 'body.yaml', 'kind: organization\nname: Body\n'],
    ['an id that is none', 'body.yaml', BODY.replace('x-body', 'X Body')],
    ['an id that is no text', 'body.yaml', BODY.replace('x-body', '[x-body]')],
    ['an id on a line that cannot be read', 'body.yaml', BODY.replace('x-body', '"x-body')],
    ['the manifest', 'initiatives.yaml', BODY],
    ['a file without a name before its ending', 'organizations/.yaml', BODY],
  ])('says nothing of %s', (_, file, text) => expect(told(file, text)).toEqual([]));

  it('takes comments and empty documents for nothing', () => {
    expect(told('body.yaml', `# a comment\n---\n${BODY}---\n# another\n`)).toHaveLength(1);
  });

  it('leaves a copied file to duplicate-id', () => {
    expect(told('copy.yaml', BODY, { 'x-body.yaml': BODY })).toEqual([]);
  });

  it('sees a file outside the dataset as having no name to keep to', () => {
    const workspace = makeWorkspace({}, rules);
    const uris = ['file:///elsewhere/body.yaml', 'untitled:Untitled-1'];
    workspace.apply(uris.map((uri) => ({ uri, text: BODY })));
    workspace.check();
    const found = uris.flatMap((uri) => workspace.problemsOf(uri).map(({ rule }) => rule));
    expect(found).not.toContain('id-file-mismatch');
  });

  it('follows the documents of a file as they come and go', () => {
    const workspace = makeWorkspace({ 'bodies.yaml': BODY }, rules);
    const apply = (text: string) => {
      workspace.apply([{ uri: `${ROOT}/bodies.yaml`, text }]);
      workspace.check();
      return problemsIn(workspace, 'bodies.yaml').length;
    };
    expect(apply(`${BODY}---\n${CHILD}`)).toBe(0);
    expect(apply(`${BODY}---\n`)).toBe(1);
  });
});

describe.each(lineEnds)('with %s', (_, convert) => {
  it('marks the id', () => {
    const { text, ranges } = parseFixture(convert(`# Тюрк 😀\n---\n${BODY.replace('x-body', "⟦'x-body'⟧ # c")}`));
    const [problem] = problemsIn(makeWorkspace({ 'body.yaml': text }, rules), 'body.yaml');
    const start = problem!.document.start;
    expect([{ start: start + problem!.span.start, end: start + problem!.span.end }]).toEqual(ranges);
  });

  it('the id becomes the name of the file', () => {
    const files = { 'organizations/body.yaml': convert(BODY.replace('x-body', '"x-body" # c')) };
    expect(textsAfter(files, 'organizations/body.yaml', 'Change the id to `body`')).toEqual({
      'organizations/body.yaml': convert(BODY.replace('x-body', '"body" # c')),
    });
  });

  it.each([
    ['a year', '2025'],
    ['what old readers take for a number', '1e3'],
    ['what old readers take for false', 'no'],
  ])('an id that is %s is written as text', (_, stem) => {
    const texts = textsAfter({ [`${stem}.yaml`]: convert(BODY) }, `${stem}.yaml`, `Change the id to \`${stem}\``);
    expect(texts[`${stem}.yaml`]).toBe(convert(BODY.replace('x-body', `'${stem}'`)));
  });

  it('the id changes wherever it stands, and stays known', () => {
    const files = {
      'body.yaml': convert(BODY),
      'x-child.yaml': convert(CHILD),
      'x-other.yaml': convert(CHILD.replaceAll('hild', 'ther').replace('x-body', '&p "x-body"')),
    };
    expect(textsAfter(files, 'body.yaml', 'Change the id to `body`, here and in 2 references')).toEqual({
      'body.yaml': convert('kind: organization\nid: body\nformer_ids:\n  - x-body\nname: Body\ntype: body\n'),
      'x-child.yaml': convert(CHILD.replace('x-body', 'body')),
      'x-other.yaml': convert(CHILD.replaceAll('hild', 'ther').replace('x-body', '&p "body"')),
    });
  });

  it.each([
    ['former_ids: [older]\n', 'former_ids: [older, x-body]\n'],
    ['former_ids:\n  - older # c\nnote: kept\n', 'former_ids:\n  - older # c\n  - x-body\nnote: kept\n'],
  ])('former ids keep their style: %j', (before, after) => {
    const files = { 'body.yaml': convert(BODY + before), 'x-child.yaml': convert(CHILD) };
    const texts = textsAfter(files, 'body.yaml', 'Change the id to `body`, here and in one reference');
    expect(texts['body.yaml']).toBe(convert(BODY.replace('x-body', 'body') + after));
  });
});

describe('the fixes', () => {
  it('rename the file, or change the id, and neither is certain', () => {
    const fixes = fixesIn({ 'organizations/body.yml': BODY }, 'organizations/body.yml');
    expect(fixes.map(({ title }) => title)).toEqual(['Rename the file to `x-body.yml`', 'Change the id to `body`']);
    expect(fixes[0]).toMatchObject({ edits: [], renames: { name: 'x-body.yml' } });
    expect(fixes.some(({ certain }) => certain)).toBe(false);
  });

  it.each([
    ['the name is taken by another record', { 'body.yaml': BODY, 'all.yaml': BODY.replace('x-body', 'body') }],
    ['another record had the name before', { 'body.yaml': BODY, 'x-child.yaml': `${CHILD}former_ids: [body]\n` }],
    ['the name cannot be an id', { 'The Body.yaml': BODY }],
    [
      'the list of its former ids is that of its aliases, too',
      { 'body.yaml': `${BODY}former_ids: &old [older]\naliases: *old\n`, 'x-child.yaml': CHILD },
    ],
    ['the registry has the record, too', { 'turkic.yaml': BODY.replace('x-body', 'ots') }],
  ])('do not change the id where %s', (_, files) => {
    const file = Object.keys(files)[0]!;
    const titles = fixesIn(files as Record<string, string>, file).map(({ title }) => title);
    expect(titles).toEqual([expect.stringMatching(/^Rename the file to /)]);
  });

  it('do not rename the file to one that is there', () => {
    const files = { 'body.yaml': BODY, 'x-body.yaml': `${CHILD}---\n${CHILD.replaceAll('x-child', 'x-other')}` };
    expect(fixesIn(files, 'body.yaml').map(({ title }) => title)).toEqual([
      'Change the id to `body`, here and in 2 references',
    ]);
  });
});
