/** What each scalar of a record is used for, when anchors, aliases and merges let one text stand for several values. */
import { type Schema, schemaOf } from '../../../dataset/schema.ts';
import {
  follow,
  isMerge,
  keyText,
  pairsOf,
  type YamlAlias,
  type YamlMap,
  type YamlNode,
  type YamlPair,
  type YamlScalar,
} from '../../../dataset/yaml/tree.ts';

/** A scalar as it is written at a place, or the alias of one. */
export type Written = YamlScalar | YamlAlias;

/** What counts as a name of the record that is looked for: a value with its schema, and whether it is the document's own id. */
export type Names = (value: YamlScalar['value'], schema: Schema, isOwnId: boolean) => boolean;

/**
 * The two ways in which what is written may count; both, where aliases of the map around it have it mean two things.
 * Neither, for the alias of a scalar where the model has nothing.
 */
export interface Use {
  readonly written: Written;
  readonly scalar: YamlScalar;
  isName: boolean;
  isOther: boolean;
}

/**
 * How everything counts that the model gives a meaning to, by what is written there. A scalar where the model has nothing,
 * as in a map that is only there to be merged, is left out: it goes with its aliases.
 */
export function usesIn(root: YamlNode | undefined, kind: string, names: Names): Map<Written, Use> {
  const uses = new Map<Written, Use>();
  const visited = new Map<YamlNode, Set<Schema | undefined>>();

  const note = (written: Written, scalar: YamlScalar, as: 'name' | 'other' | 'unknown') => {
    const use = uses.get(written) ?? { written, scalar, isName: false, isOther: false };
    if (as === 'name') use.isName = true;
    if (as === 'other') use.isOther = true;
    uses.set(written, use);
  };

  const visit = (written: YamlNode | undefined, schema: Schema | undefined, isOwnId: boolean) => {
    const node = follow(written);
    if (!written || !node) return;
    if (node.type === 'scalar') {
      if (schema) note(written as Written, node, names(node.value, schema, isOwnId) ? 'name' : 'other');
      else if (written !== node) note(written as Written, node, 'unknown');
      return;
    }
    const schemas = visited.get(node) ?? new Set();
    if (schemas.has(schema)) return;
    visited.set(node, schemas.add(schema));
    if (node.type === 'seq') for (const item of node.items) visit(item, schema?.items, false);
    else visitMap(node, schema);
  };

  const visitMap = (map: YamlMap, schema: Schema | undefined) => {
    for (const { key } of map.pairs) {
      const scalar = follow(key);
      if (scalar?.type === 'scalar') note(key as Written, scalar, 'other');
    }
    for (const [key, { value }] of effectivePairs(map)) {
      visit(value, schema?.properties.get(key) ?? schema?.additional, key === 'id' && map === follow(root));
    }
    // What is merged counts where it goes; whoever is merged from may be written right here.
    for (const { value } of map.pairs.filter(isMerge)) visit(value, undefined, false);
  };

  visit(root, schemaOf(kind), false);
  return uses;
}

/** The pairs that count, by key: of a key that stands twice the last one. */
function effectivePairs(map: YamlMap): Map<string, YamlPair> {
  return new Map(pairsOf(map).map((pair) => [keyText(pair.key), pair]));
}
