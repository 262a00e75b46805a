/** What holds after every rename: names follow, nothing else changes, no rule has more to say, and the way back is open. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Schema, schemaOf } from '../../../server/dataset/schema.ts';
import type { YamlRecord, YamlValue } from '../../../server/dataset/yaml/tree.ts';
import { follow } from '../../../server/dataset/yaml/tree.ts';
import { prepareRename, rename } from '../../../server/features/rename.ts';
import { rules } from '../../../server/rules/index.ts';
import { isRefusal } from '../../../server/rules/support/renaming/refusal.ts';
import { type Editor, openEditor, textsAfter } from '../../support/editor.ts';
import { type Draft, drafts, IDS } from './drafts.ts';

type Texts = Readonly<Record<string, string>>;

/** A record and the id that it gets. */
interface Wish {
  readonly kind: string;
  readonly before: string;
  readonly after: string;
}

/** Makes a wish come true from the record's own id; nothing where it is refused. */
function renamedAt(
  editor: Editor,
  uri: string,
  index: number,
  after: string,
): { wish: Wish; texts: Texts } | undefined {
  const document = editor.workspace.documentsOf(uri)[index]!;
  const own = follow(document.yaml.place(['id'])?.value);
  if (!document.record?.id || !own) return undefined;
  const answer = rename(editor.workspace, uri, document.start + own.end, after, editor.converter, {
    renamesFiles: true,
  });
  if (isRefusal(answer)) return undefined;
  return { wish: { kind: document.record.kind, before: document.record.id, after }, texts: textsAfter(editor, answer) };
}

/** The value as it must be after a wish; what the model knows nothing of may follow or not. */
function expectFollowed(old: YamlValue, now: YamlValue, schema: Schema | undefined, wish: Wish, where: string): void {
  if (!schema || schema.items?.formerId) return;
  if (Array.isArray(old)) {
    expect(now, where).toHaveLength(old.length);
    for (const [i, item] of old.entries()) {
      expectFollowed(item, (now as YamlValue[])[i]!, schema.items, wish, `${where}/${i}`);
    }
  } else if (old !== null && typeof old === 'object') {
    const keys = (value: YamlValue) =>
      Object.keys(value as YamlRecord).filter((key) => !schema.properties.get(key)?.items?.formerId);
    expect(keys(now).sort(), where).toEqual(keys(old).sort());
    for (const key of keys(old)) {
      const part = schema.properties.get(key) ?? schema.additional;
      expectFollowed((old as YamlRecord)[key]!, (now as YamlRecord)[key]!, part, wish, `${where}/${key}`);
    }
  } else {
    const follows = schema.reference === wish.kind && old === wish.before;
    expect(now, where).toBe(follows ? wish.after : old);
  }
}

/** Each record's value by file and place, under the names that the files have now. */
function expectOnlyNames(before: Editor, after: Editor, wish: Wish): void {
  const uris = (editor: Editor) => [...editor.workspace.uris].sort();
  const lost = uris(before).filter((uri) => !uris(after).includes(uri));
  const come = uris(after).filter((uri) => !uris(before).includes(uri));
  expect(lost.length).toBeLessThan(2);
  for (const uri of uris(before)) {
    const now = after.workspace.documentsOf(lost.includes(uri) ? come[0]! : uri);
    const documents = before.workspace.documentsOf(uri);
    expect(now).toHaveLength(documents.length);
    for (const [index, { record, yaml }] of documents.entries()) {
      const after = now[index]!;
      expect(after.yaml.errors.length, after.yaml.text).toBe(yaml.errors.length);
      if (!record) continue;
      const isSubject = record.kind === wish.kind && record.id === wish.before;
      if (isSubject) {
        expect(after.record!.id).toBe(wish.after);
        expect(after.record!.formerIds).toContain(wish.before);
      } else expect(after.record!.id).toBe(record.id);
      const rest = (value: YamlRecord) => ({ ...value, id: null });
      expectFollowed(rest(record.value), rest(after.record!.value), schemaOf(record.kind), wish, after.yaml.text);
    }
  }
}

function problemsByRule({ workspace }: Editor): Map<string, number> {
  const counts = new Map<string, number>();
  for (const uri of workspace.uris) {
    for (const { rule } of workspace.problemsOf(uri)) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  }
  return counts;
}

/** Whether references that lead nowhere have the old id or the new one: other rules speak of those afterwards. */
function isDangling({ workspace: { dataset } }: Editor, id: string): boolean {
  return [...(dataset.own.byTarget.get(id) ?? [])].some(({ record }) =>
    record.references.some((reference) => reference.id === id && !dataset.find(reference.kind, id)),
  );
}

function expectNoNewProblems(before: Editor, after: Editor): void {
  const known = problemsByRule(before);
  for (const [rule, count] of problemsByRule(after)) {
    expect(count, `${rule} has more to say`).toBeLessThanOrEqual(known.get(rule) ?? 0);
  }
}

describe('after a rename in random datasets, with anchors, aliases and merges', () => {
  const textsOf = (files: readonly Draft[]): Texts => Object.fromEntries(files.map(({ name, text }) => [name, text]));
  const wish = fc.record({ file: fc.nat(), index: fc.nat(), id: fc.constantFrom(...IDS, 'new', 'yes', '1e3') });

  it('names have followed, and no other value is another', () => {
    let done = 0;
    fc.assert(
      fc.property(drafts, wish, (files, { file, index, id }) => {
        const texts = textsOf(files);
        const before = openEditor(texts, rules);
        const uris = [...before.workspace.uris];
        const uri = uris[file % uris.length]!;
        const result = renamedAt(before, uri, index % before.workspace.documentsOf(uri).length, id);
        if (!result || result.wish.before === id) return;
        done++;
        const after = openEditor(result.texts, rules);
        expectOnlyNames(before, after, result.wish);
        if (![id, result.wish.before].some((each) => isDangling(before, each))) expectNoNewProblems(before, after);
      }),
      { numRuns: 1000 },
    );
    // Most wishes in so small a world are refused; those that are not must be enough to tell something.
    expect(done).toBeGreaterThan(50);
  });
});

describe('after a rename in the sample', () => {
  const SAMPLE = new URL('../../../samples/eurasia/', import.meta.url);
  const names = readdirSync(SAMPLE, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.yaml'))
    .sort();
  const texts = (convert: (text: string) => string): Texts =>
    Object.fromEntries(names.map((name) => [name, convert(readFileSync(new URL(name, SAMPLE), 'utf8'))]));
  const editors = [(text: string) => text, (text: string) => text.replace(/\r?\n/g, '\r\n')].map((convert) =>
    openEditor(texts(convert), rules),
  );

  it('names have followed, no rule has more to say, and the way back leads to where all was', () => {
    fc.assert(
      fc.property(fc.constantFrom(...editors), fc.constantFrom(...names), (before, name) => {
        const uri = [...before.workspace.uris].find((each) => each.endsWith(`/${name}`))!;
        const id = before.workspace.documentsOf(uri)[0]?.record?.id;
        const result = renamedAt(before, uri, 0, `${id}-anew`);
        if (id === undefined || !result) return;
        const after = openEditor(result.texts, rules);
        expectOnlyNames(before, after, result.wish);
        expectNoNewProblems(before, after);
        const place = [...after.workspace.uris].find(
          (each) => after.workspace.documentsOf(each)[0]?.record?.id === result.wish.after,
        )!;
        const back = renamedAt(after, place, 0, id)!;
        const again = openEditor(back.texts, []);
        expectOnlyNames(after, again, back.wish);
        expect([...again.workspace.uris].sort()).toEqual([...before.workspace.uris].sort());
      }),
      { numRuns: 6 },
    );
  });
});

describe('a text that is cut off or broken anywhere', () => {
  const piece = fc.constantFrom(
    ...[
      'kind: person\n',
      'id: mira\n',
      'id: &x mira\n',
      'former_ids:',
      ' [',
      ']',
      '{',
      '}',
      '- ',
      '*x',
      '&x ',
      '"',
      "'",
      '\n',
    ],
    ...['---\n', '  ', 'mira', '<<: ', ': ', 'name: *x\n', '\r\n', '|', '>-', '\t', '🙂', '# ', '? ', '!!str '],
  );
  const text = fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(''));

  it('is renamed in or refused, and never fails', () => {
    fc.assert(
      fc.property(text, fc.nat(200), fc.constantFrom('new', 'Not one', ''), (broken, place, name) => {
        const editor = openEditor({ 'mira.yaml': broken, 'b.yaml': 'kind: summit\nid: s\nchair: { person: mira }\n' });
        const offset = Math.min(place, broken.length);
        const uri = [...editor.workspace.uris][0]!;
        prepareRename(editor.workspace, uri, offset, editor.converter);
        const answer = rename(editor.workspace, uri, offset, name, editor.converter, { renamesFiles: true });
        if (!isRefusal(answer)) expect(Object.keys(textsAfter(editor, answer))).toHaveLength(2);
      }),
      { numRuns: 1000 },
    );
  });
});
