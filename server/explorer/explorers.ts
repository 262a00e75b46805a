/** The trees of records that a client shows: made when it asks, and told of once when they may have changed. */
import { Tree, type TreeOptions } from '../dataset/explorer/tree.ts';
import type { ExplorerBranches, ExplorerChange, ExplorerNode, ExplorerView } from '../protocol.ts';
import type { Member, Session } from '../session.ts';
import { nameOf } from '../sources/uri.ts';
import type { Turns } from '../turns.ts';
import { toNode } from './node.ts';
import { Remembered } from './remembered.ts';

/** The tree of a dataset as it was last asked for, and what was asked. */
interface Shown extends ExplorerView {
  readonly member: Member;
  readonly tree: Promise<Tree>;
}

/** So many small steps go by before the time is looked at. */
const STEPS = 64;
const MOST_ATTEMPTS = 3;

export class Explorers {
  readonly #session: Pick<Session, 'members'>;
  readonly #turns: Pick<Turns, 'slice' | 'next'>;
  readonly #announce: (change: ExplorerChange) => void;
  /** Whether problems of a dataset are shown. */
  readonly #isValidated: (dataset: string) => boolean;
  /** By the ids of datasets. */
  readonly #shown = new Map<string, Shown>();
  /** How often each dataset has changed. */
  readonly #changes = new WeakMap<Member, number>();
  readonly #remembered = new WeakMap<Member, Remembered>();
  /** Whether somebody has asked since a change was told. */
  #isAwaited = false;
  #hadRecords = false;

  constructor(
    session: Pick<Session, 'members'>,
    turns: Pick<Turns, 'slice' | 'next'>,
    announce: (change: ExplorerChange) => void,
    isValidated: (dataset: string) => boolean = () => true,
  ) {
    this.#session = session;
    this.#turns = turns;
    this.#announce = announce;
    this.#isValidated = isValidated;
  }

  /** Something in these files of a dataset may be another way. */
  changed(member: Member, stale: readonly string[]): void {
    this.#remembered.get(member)?.changed(stale);
    this.#shown.delete(member.id);
    this.#changes.set(member, this.#changesOf(member) + 1);
    const isOther = this.hasRecords !== this.#hadRecords;
    if (!this.#isAwaited && !isOther) return;
    this.#isAwaited = false;
    this.#hadRecords = this.hasRecords;
    this.#announce({ hasRecords: this.#hadRecords });
  }

  /** Whether any dataset has a record. */
  get hasRecords(): boolean {
    return [...this.#session.members].some(({ workspace }) => workspace.dataset.own.byKind.size > 0);
  }

  /** The topmost branches: of the one dataset that there is, or the datasets. */
  async roots(view: ExplorerView): Promise<ExplorerBranches> {
    this.#isAwaited = true;
    this.#hadRecords = this.hasRecords;
    const members = this.#membersWithRecords();
    const trees: { member: Member; tree: Tree }[] = [];
    for (const member of members) trees.push({ member, tree: await this.#treeOf(member, view) });
    const [only, ...others] = trees;
    const nodes =
      only && others.length === 0
        ? only.tree.roots.map((branch) => toNode(only.member, only.tree, [], branch))
        : trees.map(({ member, tree }) => datasetNode(member, tree));
    const found = trees.map(({ tree }) => tree.found);
    return {
      nodes,
      hasRecords: this.#hadRecords,
      ...(found.some((count) => count !== undefined) && {
        found: found.reduce((sum: number, count) => sum + (count ?? 0), 0),
      }),
      ...(trees.some(({ tree }) => tree.isCut) && { isCut: true }),
    };
  }

  /** What stands at the end of a way of steps in a dataset; nothing where it leads nowhere. */
  async children(member: Member, path: readonly string[], view: ExplorerView): Promise<ExplorerNode[]> {
    this.#isAwaited = true;
    const tree = await this.#treeOf(member, view);
    const branch = path.length > 0 ? tree.at(path) : undefined;
    if (path.length > 0 && !branch) return [];
    const children = branch ? tree.childrenOf(branch) : tree.roots;
    return children.map((child) => toNode(member, tree, path, child));
  }

  /** The way to a record, from the top of what is shown. */
  async way(member: Member, kind: string, id: string, view: ExplorerView): Promise<ExplorerNode[]> {
    const tree = await this.#treeOf(member, view);
    const way = tree.wayTo(kind, id);
    if (way.length === 0) return [];
    const steps = way.map(({ step }) => step);
    const nodes = way.map((branch, depth) => toNode(member, tree, steps.slice(0, depth), branch));
    const members = this.#membersWithRecords();
    if (!members.includes(member)) return [];
    return members.length === 1 ? nodes : [datasetNode(member, tree), ...nodes];
  }

  /** The datasets that have records, by their titles; files that stand alone count where there is nothing else. */
  #membersWithRecords(): Member[] {
    const all = [...this.#session.members].filter(({ workspace }) => workspace.dataset.own.byKind.size > 0);
    const folders = all.filter(({ workspace }) => workspace.root !== undefined);
    const members = folders.length > 0 ? folders : all;
    return members.sort((a, b) => (titleOf(a) < titleOf(b) ? -1 : Number(titleOf(a) > titleOf(b))));
  }

  #treeOf(member: Member, view: ExplorerView): Promise<Tree> {
    const { grouping, query } = view;
    const shown = this.#shown.get(member.id);
    if (shown?.member === member && shown.grouping === grouping && shown.query === query) return shown.tree;
    const tree = this.#make(member, view);
    // What has failed is tried again when somebody asks again; whoever has asked now is told.
    tree.catch(() => this.#shown.delete(member.id));
    this.#shown.set(member.id, { member, tree, grouping, query });
    return tree;
  }

  /** Makes a tree in slices; one under which the dataset changes is begun anew, and the third time made at once. */
  async #make(member: Member, view: ExplorerView): Promise<Tree> {
    const remembered = this.#rememberedOf(member);
    const isSilent = !this.#isValidated(member.id);
    for (let attempt = 1; attempt < MOST_ATTEMPTS; attempt++) {
      const tree = await this.#makeInSlices(member, { ...view, isSilent, lost: remembered.lost });
      if (!tree) continue;
      remembered.seen(tree);
      return tree;
    }
    const tree = Tree.of(member.workspace, { ...view, isSilent, lost: remembered.lost });
    remembered.seen(tree);
    return tree;
  }

  async #makeInSlices(member: Member, options: TreeOptions): Promise<Tree | undefined> {
    const before = this.#changesOf(member);
    const making = Tree.making(member.workspace, options);
    let isOver = this.#turns.slice();
    for (let step = 1; ; step++) {
      const { done, value } = making.next();
      if (done) return value;
      if (step % STEPS !== 0 || !isOver()) continue;
      await this.#turns.next();
      if (this.#changesOf(member) !== before) return undefined;
      isOver = this.#turns.slice();
    }
  }

  #changesOf(member: Member): number {
    return this.#changes.get(member) ?? 0;
  }

  #rememberedOf(member: Member): Remembered {
    let remembered = this.#remembered.get(member);
    if (!remembered) {
      remembered = new Remembered(member.workspace);
      this.#remembered.set(member, remembered);
    }
    return remembered;
  }
}

function titleOf({ id, workspace }: Member): string {
  return workspace.manifest.title ?? nameOf(id);
}

function datasetNode(member: Member, tree: Tree): ExplorerNode {
  const totals = { records: 0, errors: 0, warnings: 0 };
  for (const branch of tree.roots) {
    const { records, errors, warnings } = tree.totalsOf(branch);
    totals.records += records + (branch.entry?.isOwn ? 1 : 0);
    totals.errors += errors;
    totals.warnings += warnings;
  }
  return { dataset: member.id, path: [], type: 'dataset', label: titleOf(member), ...totals, isBranch: true };
}
