/** The tree of a text of plain YAML as it grows while its value is read: what is within a list or map is told before the whole. */
import type { YamlNode, YamlPair, YamlScalar } from '../tree.ts';

/** Nodes that have been read and are not yet part of another. */
export class GrowingTree {
  readonly #nodes: YamlNode[] = [];

  /** How many nodes there are: a list or map that begins here is made of those that follow. */
  get size(): number {
    return this.#nodes.length;
  }

  /** The root, once all has been read; `undefined` when there was nothing. */
  get root(): YamlNode | undefined {
    return this.#nodes[0];
  }

  scalar(value: YamlScalar['value'], style: YamlScalar['style'], start: number, end: number): void {
    this.#nodes.push({ type: 'scalar', value, style, broken: false, start, end });
  }

  /** Makes a list of the nodes from `first` on. */
  list(first: number, flow: boolean, start: number, end?: number): void {
    const items = this.#nodes.splice(first);
    this.#nodes.push({ type: 'seq', flow, items, start, end: end ?? items.at(-1)!.end });
  }

  /** Makes a map of the nodes from `first` on, each key followed by its value. */
  map(first: number, flow: boolean, start: number, end?: number): void {
    const nodes = this.#nodes.splice(first);
    const pairs: YamlPair[] = [];
    for (let index = 0; index < nodes.length; index += 2) {
      pairs.push({ key: nodes[index]!, value: nodes[index + 1] });
    }
    this.#nodes.push({ type: 'map', flow, pairs, start, end: end ?? nodes.at(-1)!.end });
  }
}
