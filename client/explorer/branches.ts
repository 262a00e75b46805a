/** The branches of the tree as the server has them, asked for when somebody opens one. */
import { type CancellationToken, EventEmitter, type TreeDataProvider, type TreeItem } from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import {
  type ExplorerBranches,
  type ExplorerNode,
  type ExplorerParams,
  type ExplorerWayParams,
  Method,
  type TimelineRecordParams,
} from '../../server/protocol.ts';
import type { Arrangement } from './arrangement.ts';
import { idOf, toItem, tooltipOf } from './item.ts';

export class Branches implements TreeDataProvider<ExplorerNode> {
  readonly #client: BaseLanguageClient;
  readonly #arrangement: Arrangement;
  readonly #changed = new EventEmitter<undefined>();
  readonly #answered = new EventEmitter<ExplorerBranches>();
  /** By their ids, so that the one above another is found. */
  readonly #known = new Map<string, ExplorerNode>();
  #found = 0;
  readonly onDidChangeTreeData = this.#changed.event;
  /** Told of each answer for the top of the tree. */
  readonly onDidAnswer = this.#answered.event;

  constructor(client: BaseLanguageClient, arrangement: Arrangement) {
    this.#client = client;
    this.#arrangement = arrangement;
  }

  /** The tree is to be another one: no branch of this one is of use any more. */
  startAnew(): void {
    this.#known.clear();
  }

  /** Asks anew for all that is shown. */
  refresh(): void {
    this.#changed.fire(undefined);
  }

  /** Whether there is a server to ask. A server that has crashed for good has no answer, and why has been told. */
  get isServed(): boolean {
    return this.#client.state === State.Running || this.#client.state === State.Starting;
  }

  getTreeItem(node: ExplorerNode): TreeItem {
    return toItem(node, this.#arrangement.view, this.#found);
  }

  async getChildren(node?: ExplorerNode): Promise<ExplorerNode[]> {
    if (!this.isServed) return [];
    const view = this.#arrangement.view;
    const params: ExplorerParams = node ? { ...view, dataset: node.dataset, path: node.path } : view;
    const answer = await this.#client.sendRequest<ExplorerBranches>(Method.explorer, params);
    if (!node) {
      this.#found = answer.found ?? 0;
      this.#answered.fire(answer);
    }
    this.#know(answer.nodes);
    return answer.nodes;
  }

  getParent({ dataset, path }: ExplorerNode): ExplorerNode | undefined {
    if (path.length === 0) return undefined;
    return this.#known.get(idOf({ dataset, path: path.slice(0, -1) }, this.#arrangement.view));
  }

  async resolveTreeItem(item: TreeItem, node: ExplorerNode, token: CancellationToken): Promise<TreeItem> {
    const { dataset, key } = node;
    const params: TimelineRecordParams | undefined = key === undefined ? undefined : { uri: dataset, key };
    const card =
      params && this.isServed
        ? await this.#client.sendRequest<string | null>(Method.explorerCard, params, token)
        : null;
    item.tooltip = tooltipOf(node, this.#arrangement.view, card);
    return item;
  }

  /** The branch of a record of the dataset that a file belongs to; `undefined` where the tree does not show it. */
  async branchOf(uri: string, key: string): Promise<ExplorerNode | undefined> {
    const params: ExplorerWayParams = { ...this.#arrangement.view, uri, key };
    const way = await this.#client.sendRequest<ExplorerNode[]>(Method.explorerWay, params);
    this.#know(way);
    return way.at(-1);
  }

  #know(nodes: readonly ExplorerNode[]): void {
    for (const node of nodes) this.#known.set(idOf(node, this.#arrangement.view), node);
  }

  dispose(): void {
    this.#changed.dispose();
    this.#answered.dispose();
  }
}
