/** How far a text indents what stands within something else. */
import { lineAt } from '../text.ts';
import { nodesOf, type YamlNode } from '../yaml/tree.ts';

/** In blanks: maps below a key, and the dashes of lists below a key, which may stand right below it. */
export interface Indentation {
  readonly map: number;
  readonly list: number;
}

/** The project's own. */
const USUAL: Indentation = { map: 2, list: 2 };
/** Enough of a text to see its habit. */
const MOST_LOOKED_AT = 2000;

/** The indentation of a text as its first nested blocks have it; a side of which it has none follows the other. */
export function indentationOf(text: string, root: YamlNode | undefined): Indentation {
  let map: number | undefined;
  let list: number | undefined;
  let looked = 0;
  for (const node of nodesOf(root)) {
    if ((map !== undefined && list !== undefined) || ++looked > MOST_LOOKED_AT) break;
    if (node.type !== 'map' || node.flow) continue;
    for (const { key, value } of node.pairs) {
      if ((value?.type !== 'map' && value?.type !== 'seq') || value.flow) continue;
      const step = columnOf(text, value) - columnOf(text, key);
      if (value.type === 'map' && step > 0) map ??= step;
      if (value.type === 'seq' && step >= 0) list ??= step;
    }
  }
  return { map: map ?? (list || USUAL.map), list: list ?? map ?? USUAL.list };
}

function columnOf(text: string, { start }: YamlNode): number {
  return start - lineAt(text, start).start;
}
