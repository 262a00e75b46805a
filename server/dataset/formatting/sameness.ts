/** Whether two YAML texts are one document but for their white space: the last word on every change of form. */

import type { YamlNode } from '../yaml/tree.ts';
import { YamlDocument } from '../yaml/yaml.ts';

/** Whether a text can be read and has the structure, styles and values of a document. */
export function saysTheSame(text: string, document: YamlDocument): boolean {
  const other = new YamlDocument(text);
  return other.errors.length === 0 && sameNode(other.root, document.root);
}

/** Trees are at most as deep as `server/dataset/yaml/nodes.ts` allows. */
function sameNode(a: YamlNode | undefined, b: YamlNode | undefined): boolean {
  if (!a || !b) return a === b;
  if (a.type === 'scalar') return b.type === 'scalar' && a.style === b.style && Object.is(a.value, b.value);
  if (a.type === 'alias') return b.type === 'alias' && a.name === b.name;
  if (a.type === 'seq') {
    if (b.type !== 'seq' || a.flow !== b.flow || a.items.length !== b.items.length) return false;
    return a.items.every((item, index) => sameNode(item, b.items[index]));
  }
  if (b.type !== 'map' || a.flow !== b.flow || a.pairs.length !== b.pairs.length) return false;
  return a.pairs.every(({ key, value }, index) => {
    const other = b.pairs[index]!;
    return sameNode(key, other.key) && sameNode(value, other.value);
  });
}
