/** Adds all that a record must have and lacks, at once and with values to begin with. */
import * as l10n from '@vscode/l10n';
import type { SourceDocument } from '../../dataset/document.ts';
import { Placeholders } from '../../dataset/drafts/placeholders.ts';
import { addEntries } from '../../dataset/editing/edits.ts';
import type { DatasetRecord } from '../../dataset/record.ts';
import { schemaAt } from '../../dataset/schema.ts';
import { shapeErrors } from '../../dataset/shape.ts';
import { applyEdits, lineAt, type TextEdit } from '../../dataset/text.ts';
import type { Workspace } from '../../dataset/workspace.ts';
import { follow, keyText, type Path, type YamlMap, type YamlPair, type YamlValue } from '../../dataset/yaml/tree.ts';
import { YamlDocument } from '../../dataset/yaml/yaml.ts';
import { inDocument } from '../../rules/support/fixes.ts';
import { listed } from '../../rules/support/words.ts';
import { newId } from './new-record.ts';
import type { Refactoring } from './refactoring.ts';

export const required: Refactoring = {
  kind: 'refactor.rewrite.addRequired',
  offers: ({ workspace, document }) => {
    const { yaml, record } = document;
    if (!record || yaml.errors.length > 0) return [];
    const gaps = gapsOf(record.kind, yaml.value);
    const edits = filled(workspace, document, record, gaps);
    if (edits.length === 0) return [];
    const after = new YamlDocument(applyEdits(yaml.text, edits));
    if (after.errors.length > 0 || gapsOf(record.kind, after.value).length > 0) return [];
    const names = [...new Set(gaps.flatMap(({ keys }) => keys))];
    return [{ title: l10n.t('Add what is required: {0}', listed(names, 'and')), edits: inDocument(document, edits) }];
  },
};

/** A map that lacks some keys, or has nothing behind them. */
interface Incomplete {
  readonly path: Path;
  readonly keys: readonly string[];
}

/** Of keys of which one is enough, the first. */
function gapsOf(kind: string, value: YamlValue): Incomplete[] {
  return shapeErrors(kind, value).flatMap((error): Incomplete[] => {
    const { path } = error;
    if (error.type === 'missing') return [{ path, keys: error.keys }];
    if (error.type === 'choice') return [{ path, keys: error.keys.slice(0, 1) }];
    const [around, last] = [path.slice(0, -1), String(path.at(-1))];
    const isNeeded = schemaAt(kind, around)?.required.includes(last) === true;
    return isNeeded && valueAt(value, path) === null ? [{ path: around, keys: [last] }] : [];
  });
}

function valueAt(value: YamlValue, path: Path): YamlValue | undefined {
  let at: YamlValue | undefined = value;
  for (const step of path) at = (at as Record<string | number, YamlValue> | null | undefined)?.[step];
  return at;
}

function filled(
  workspace: Workspace,
  document: SourceDocument,
  record: DatasetRecord,
  gaps: readonly Incomplete[],
): TextEdit[] {
  const { yaml } = document;
  const { kind } = record;
  const id = record.id ?? newId(workspace, kind, { name: record.label, file: document });
  const placeholders = new Placeholders(workspace, { kind, id, origin: record });
  // A map for which aliases stand elsewhere lacks the same in all those places.
  const byMap = new Map<YamlMap, { path: Path; keys: Set<string> }>();
  for (const { path, keys } of gaps) {
    const map = follow(yaml.place(path)?.value);
    if (map?.type !== 'map') continue;
    const known = byMap.get(map) ?? { path, keys: new Set<string>() };
    byMap.set(map, known);
    for (const key of keys) known.keys.add(key);
  }
  return [...byMap].flatMap(([map, { path, keys }]) => {
    const { text } = yaml;
    const order = [...(schemaAt(kind, path)?.properties.keys() ?? [])];
    const guess = (key: string) => placeholders.text([...path, key]);
    const empty = map.pairs.filter((pair) => keys.has(keyText(pair.key)));
    for (const { key } of empty) keys.delete(keyText(key));
    const added = addEntries(text, map, [...keys], order).map(({ span, text: entries }) => ({
      span,
      text: entries.replace(/([\w-]+): ?/g, (_, key) => `${key}: ${guess(key)}`),
    }));
    return [...added, ...empty.map((pair) => valueBehind(text, pair, guess(keyText(pair.key))))];
  });
}

/** The edit that puts a value behind the colon of a key that has none, or in the place of a `null`. */
function valueBehind(text: string, { key, value }: YamlPair, written: string): TextEdit {
  if (value && value.end > value.start) return { span: { start: value.start, end: value.end }, text: written };
  const colon = /^[ \t]*:[ \t]*/.exec(text.slice(key.end, lineAt(text, key.end).end))?.[0];
  const end = key.end + (colon?.length ?? 0);
  const isLast = /^(?:[\r\n,]|$)/.test(text.slice(end, end + 1));
  return { span: { start: key.end, end }, text: `: ${written}${isLast ? '' : ' '}` };
}
