/** The library's nodes as a tree: how deep it is, and what is in it. */
import { isCollection, isMap, isSeq, type Node } from 'yaml';

/** How deep maps and lists may stand in one another; the model needs less than ten. */
const DEEPEST = 200;

/** Whether a text has what it takes to be deep: most have not, and their trees need no look. */
export function mayBeDeep(text: string): boolean {
  return text.length > 10_000 || (text.match(/[[{:?]|- /g)?.length ?? 0) > DEEPEST;
}

/** Whether a tree is too deep for those who walk it by recursion. */
export function isDeep(root: Node | null): boolean {
  let level: (Node | null)[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) return true;
    level = level.flatMap((node) => childrenOf(node)).filter((node) => isCollection(node));
  }
  return false;
}

function childrenOf(node: Node | null): (Node | null)[] {
  if (isMap<Node, Node | null>(node)) return node.items.flatMap(({ key, value }) => [key, value]);
  return isSeq<Node>(node) ? node.items : [];
}

/** The first node that is wanted, the innermost before those around it, and whether it stands in a flow collection. */
export function findNode(
  root: Node | null,
  wanted: (node: Node) => boolean,
  inFlow = false,
): { node: Node; inFlow: boolean } | undefined {
  if (!root) return undefined;
  const flow = inFlow || (isCollection(root) && root.flow === true);
  for (const child of childrenOf(root)) {
    const found = findNode(child, wanted, flow);
    if (found) return found;
  }
  return wanted(root) ? { node: root, inFlow } : undefined;
}
