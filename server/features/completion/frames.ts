/** The block maps and lists that are open while lines are read: which of them an entry at some column belongs to. */
import {
  addEntry,
  addItem,
  type Frame,
  type Holder,
  type MapNode,
  newHolder,
  newMap,
  newSeq,
  type SeqNode,
} from './nodes.ts';

interface Open {
  readonly column: number;
  readonly node: MapNode | SeqNode;
}

/** Grows and shrinks with indentation; indentation that fits nowhere is taken for what is nearest. */
export class FrameStack {
  readonly root: Holder = newHolder(undefined, '');
  #open: Open[] = [];

  /** The innermost one. */
  get top(): Frame | undefined {
    const open = this.#open.at(-1);
    return open && toFrame(open);
  }

  get isEmpty(): boolean {
    return this.#open.length === 0 && this.root.value === undefined;
  }

  /** The open maps and lists that an entry at a column can belong to, innermost first. */
  snapshot(column: number): Frame[] {
    return this.#open
      .filter((open) => open.column <= column)
      .map(toFrame)
      .reverse();
  }

  /** The map that takes a key at this column; `direct` is a list item whose dash stands on the same line. */
  map(column: number, direct: Holder | undefined): MapNode {
    if (direct) return this.#push(column, newMap(direct, column));
    this.#close(column);
    while (this.top?.node.type === 'seq' && this.top.column >= column) this.#open.pop();
    const top = this.top;
    if (!top) return this.#push(column, this.root.value?.type === 'map' ? this.root.value : newMap(this.root, column));
    if (top.node.type === 'map' && (top.column === column || !top.last)) return top.node;
    const inner = top.last?.value;
    if (top.last && !inner) return this.#push(column, newMap(top.last, column));
    if (inner?.type === 'map') return this.#push(column, inner);
    // A key below a finished text, too deep: it is taken for one of the map around.
    return top.node.type === 'map' ? top.node : this.#push(column, newMap(newHolder(top.node, 0), column));
  }

  /** Adds a list item whose dash stands at this column; `direct` is the item of a dash before it on the same line. */
  item(column: number, direct: Holder | undefined): Holder {
    if (direct) return addItem(this.#push(column, newSeq(direct, column)));
    this.#close(column);
    const top = this.top;
    if (!top)
      return addItem(this.#push(column, this.root.value?.type === 'seq' ? this.root.value : newSeq(this.root, column)));
    if (top.node.type === 'seq' && (top.column === column || top.last?.value)) return addItem(top.node);
    const inner = top.last?.value;
    if (top.last && !inner) return addItem(this.#push(column, newSeq(top.last, column)));
    if (inner?.type === 'seq') return addItem(this.#push(column, inner));
    return addItem(this.#push(column, newSeq(newHolder(top.node, 0), column)));
  }

  /** The entry above, still without a value, whose value a text at this column would be. */
  pending(column: number): Holder | undefined {
    const frame = this.snapshot(column)[0];
    return frame && column > frame.column && frame.lastEmpty ? frame.last : undefined;
  }

  /** The column of the innermost map or list that a text at this column lies in; -1 for the document itself. */
  enclosing(column: number): number {
    return this.#open.findLast((open) => open.column < column)?.column ?? -1;
  }

  /** Keeps a line that is no entry yet as one that does not count, so that deeper lines below belong to it. */
  stray(column: number, text: string, active = false): Holder | undefined {
    const open = this.#open.findLast((candidate) => candidate.column <= column);
    if (this.#open.length > 0 && (open?.node.type !== 'map' || open.column !== column)) return undefined;
    if (!/^[\w-]+$/.test(text.trim())) return undefined;
    const entry = addEntry(this.map(column, undefined), text.trim(), true);
    entry.active = active || entry.active;
    return entry;
  }

  #push<Node extends MapNode | SeqNode>(column: number, node: Node): Node {
    this.#open.push({ column, node });
    return node;
  }

  #close(column: number): void {
    while ((this.#open.at(-1)?.column ?? -1) > column) this.#open.pop();
  }
}

function toFrame({ column, node }: Open): Frame {
  const last = (node.type === 'map' ? node.entries : node.items).at(-1);
  return { column, node, last, lastEmpty: last !== undefined && last.value === undefined };
}
