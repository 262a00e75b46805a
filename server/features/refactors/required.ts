/** Adds all that a record must have and lacks, at once and with values to begin with. */
import type { SourceDocument } from '../../dataset/document.ts';
import { addEntries } from '../../dataset/edits.ts';
import type { DatasetRecord } from '../../dataset/record.ts';
import { schemaAt } from '../../dataset/schema.ts';
import { shapeErrors } from '../../dataset/shape.ts';
import { applyEdits, type TextEdit } from '../../dataset/text.ts';
import type { Workspace } from '../../dataset/workspace.ts';
import { YamlDocument } from '../../dataset/yaml.ts';
import { follow, type Path, type YamlMap, type YamlValue } from '../../dataset/yaml-tree.ts';
import { inDocument } from '../../rules/support/fixes.ts';
import { listed } from '../../rules/support/words.ts';
import { newId } from './new-record.ts';
import { Placeholders } from './placeholders.ts';
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
    return [{ title: `Add what is required: ${listed(names, 'and')}`, edits: inDocument(document, edits) }];
  },
};

/** A map that lacks some keys. */
interface Incomplete {
  readonly path: Path;
  readonly keys: readonly string[];
}

/** Of keys of which one is enough, the first. */
function gapsOf(kind: string, value: YamlValue): Incomplete[] {
  return shapeErrors(kind, value).flatMap((error): Incomplete[] => {
    if (error.type !== 'missing' && error.type !== 'choice') return [];
    return [{ path: error.path, keys: error.type === 'missing' ? error.keys : error.keys.slice(0, 1) }];
  });
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
  const placeholders = new Placeholders(workspace, { kind, id });
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
    const order = [...(schemaAt(kind, path)?.properties.keys() ?? [])];
    return addEntries(yaml.text, map, [...keys], order).map(({ span, text }) => ({
      span,
      text: text.replace(/([\w-]+): ?/g, (_, key) => `${key}: ${placeholders.text([...path, key])}`),
    }));
  });
}
