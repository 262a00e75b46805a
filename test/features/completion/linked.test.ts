/** Ids that are made of other fields: linked in new records, made from what is there, and completed part by part. */
import { describe, expect, test } from 'vitest';
import { kinds } from '../../../server/dataset/schema.ts';
import { shapeErrors } from '../../../server/dataset/shape.ts';
import { parseYaml } from '../../../server/dataset/yaml/yaml.ts';
import { completions } from '../../../server/features/completion/index.ts';
import { lineEnds, makeWorkspace, parseFixture, ROOT } from '../../support/fixture.ts';
import { stopsOf, typeInto } from './snippet.ts';
import { ask, expectShown, expectSound, world } from './support.ts';

/** The snippet of a choice in an empty file, or wherever `$0` is, for an editor that transforms placeholders or not. */
function snippetOf(label: string, { marked = '$0', file = 'new record.yaml', snippetTransforms = false } = {}): string {
  const { text, cursor } = parseFixture(marked);
  const workspace = makeWorkspace({ ...world, [file]: text }, []);
  const { items } = completions(workspace, `${ROOT}/${file}`, cursor, { snippets: true, snippetTransforms });
  const item = items.find((one) => one.label === label);
  expect(item?.isSnippet, label).toBe(true);
  return item!.newText;
}

describe.each([false, true])('a new record, with transforms: %s', (snippetTransforms) => {
  test.each(kinds)('of kind %s fits its schema as it stands', (kind) => {
    const { value, errors } = parseYaml(typeInto(snippetOf(kind, { snippetTransforms })))[0]!.document;
    expect(errors).toEqual([]);
    expect(shapeErrors(kind, value)).toEqual([]);
  });
  test('has the organization and the year in its id, too', () => {
    const snippet = snippetOf('summit', { snippetTransforms });
    expect(typeInto(snippet)).toContain('kind: summit\nid: ots-summit-2025-gabala\n');
    expect(typeInto(snippet)).toContain('\norganization: ots\n');
    expect(typeInto(snippet)).toMatch(/\ndate: 2025-10-31$/);
    const stops = [...stopsOf(snippet)];
    expect(stops.slice(0, 4)).toEqual([
      [1, 'ots'],
      [2, 'summit'],
      [3, '2025'],
      [4, 'gabala'],
    ]);
    const typed = typeInto(snippet, { 1: 'csto', 2: 'csc', 3: '2026', 4: 'minsk' });
    expect(parseYaml(typed)[0]!.document.value).toMatchObject({
      id: 'csto-csc-2026-minsk',
      organization: 'csto',
      date: '2026-10-31',
    });
  });
});

describe('a state in an id', () => {
  test('has capitals in its own field, where the editor can change letters', () => {
    const snippet = snippetOf('chairmanship', { snippetTransforms: true });
    const typed = parseYaml(typeInto(snippet, { 3: 'uzb' }))[0]!.document.value;
    expect(typed).toMatchObject({ id: 'csto-chair-2025-uzb', organization: 'csto', state: 'UZB', from: '2025-10-31' });
    const proposal = typeInto(snippetOf('proposal', { snippetTransforms: true }), { 1: 'tur' });
    expect(parseYaml(proposal)[0]!.document.value).toMatchObject({
      id: 'tur-ots-subject-2025',
      parties: [{ state: 'TUR' }],
    });
  });
  test('has a tab stop of its own in LSP’s own grammar', () => {
    const snippet = snippetOf('chairmanship');
    expect(snippet).not.toMatch(/\$\{\d+\//);
    expect(typeInto(snippet, { 3: 'uzb' })).toContain('id: csto-chair-2025-uzb\norganization: csto\nstate: KGZ\n');
  });
});

describe('a file that is named by the habit', () => {
  test('fills the fields that its name is made of', () => {
    const snippet = snippetOf('chairmanship', { file: 'chairmanships/csto-chair-2026-kaz.yaml' });
    expect(typeInto(snippet)).toBe(
      'kind: chairmanship\nid: csto-chair-2026-kaz\norganization: csto\nstate: KAZ\nfrom: 2026',
    );
    const summit = snippetOf('summit', { file: 'summits/ots-chs-summit-2026.yaml' });
    expect(typeInto(summit)).toContain('id: ots-chs-summit-2026\n');
    expect(typeInto(summit)).toContain('organization: ots\n');
    expect(typeInto(summit)).toMatch(/date: 2026$/);
  });
  test('of something unknown says nothing', () => {
    const snippet = snippetOf('chairmanship', { file: 'chairmanships/xyz-chair-2026-kaz.yaml' });
    expect(typeInto(snippet)).toBe(
      'kind: chairmanship\nid: xyz-chair-2026-kaz\norganization: csto\nstate: KGZ\nfrom: 2025-10-31',
    );
  });
});

describe('all that is required', () => {
  test('has in its id what the record says already', () => {
    const marked = 'kind: chairmanship\nstate: KGZ\norganization: ots\n$0';
    expect(typeInto(snippetOf('all that is required', { marked }), { 1: '2024' })).toBe(
      'id: ots-chair-2024-kgz\nfrom: 2024-10-31',
    );
  });
});

describe.each(lineEnds)('an id, with %s', (_, convert) => {
  /** In a file whose name can be no id. */
  const askIn = (marked: string) => ask(convert(marked), { file: 'two words.yaml' });

  test('is made of the fields that are there', () => {
    const before = 'kind: chairmanship\nid: $0\norganization: ots\nstate: KGZ\nfrom: { value: 2024-11-06 }\n';
    const asked = askIn(before);
    expectSound(asked);
    expect(asked.labels).toEqual(['ots-chair-2024-kgz']);
    expect(asked.choose('ots-chair-2024-kgz')).toBe(convert(before.replace('$0', 'ots-chair-2024-kgz')));
    const proposal = askIn('kind: proposal\nid: $0\nparties:\n  - state: KGZ\naddressed_to: { organization: ots }\n');
    expect(proposal.labels).toEqual(['kgz-ots-subject-2025']);
    const summit = askIn('kind: summit\nid:$0\norganization: ots\ndate: 2026-41\n');
    expect(summit.choose('ots-summit-2026-gabala')).toContain('id: ots-summit-2026-gabala');
    expect(stopsOf(summit.item('ots-summit-2026-gabala').newText).get(2)).toBe('gabala');
  });
  test('is not made of fields that are missing or fit for none', () => {
    expect(askIn('kind: chairmanship\nid: $0\norganization: ots\n').labels).toEqual([]);
    expect(askIn('kind: summit\nid: $0\norganization: "Тюрк 🙂"\ndate: 2026\n').labels).toEqual([]);
    expect(askIn('kind: person\nid: $0\n').labels).toEqual([]);
  });
  test('names records part by part', () => {
    const organization = askIn('kind: summit\nid: cst$0\n');
    expectSound(organization);
    expectShown(organization, 'csto');
    expect(organization.choose('csto')).toBe(convert('kind: summit\nid: csto\n'));
    expect(organization.incomplete).toBe(true);
    // As in a linked snippet, where the rest of the id stands behind the cursor.
    const first = askIn('kind: summit\nid: cst$0-summit-2025-gabala\n');
    expect(first.choose('csto')).toBe(convert('kind: summit\nid: csto-summit-2025-gabala\n'));
    const state = askIn('kind: chairmanship\nid: csto-chair-2025-uzb$0\n');
    expectShown(state, 'UZB');
    expect(state.choose('UZB')).toBe(convert('kind: chairmanship\nid: csto-chair-2025-uzb\n'));
    expect(askIn('kind: chairmanship\nid: csto-chair-2025-Кырг$0\n').choose('KGZ')).toBe(
      convert('kind: chairmanship\nid: csto-chair-2025-kgz\n'),
    );
  });
  test('is left alone where a part can be no record', () => {
    expect(askIn('kind: chairmanship\nid: csto-chair-20$0\n').labels).toEqual([]);
    expect(askIn('kind: summit\nid: qqqq$0\n').labels).toEqual([]);
    expect(askIn('kind: person\nid: ots$0\n').labels).toEqual([]);
  });
});
