/** Processes under watch: what they have started, loaded, made code of, opened and connected to. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeFolder } from '../sources/folder.ts';

const SPY = fileURLToPath(new URL('spy.cjs', import.meta.url));

/** What a process did: `file`, `module`, `process`, `network`, `code` or `worker`, and to what. */
export type Deed = readonly [what: string, of: string];

/** Watches processes that are started with its environment. Text becomes code in none of them. */
export class Spy {
  readonly #log = join(makeFolder(), 'log');

  /** For the environment of a process of Node. */
  get env(): { readonly NODE_OPTIONS: string; readonly SPY_LOG: string } {
    const options = [`--require=${JSON.stringify(SPY)}`, '--disallow-code-generation-from-strings'];
    return { NODE_OPTIONS: options.join(' '), SPY_LOG: this.#log };
  }

  /** All that has been noted, in order. */
  get deeds(): readonly Deed[] {
    if (!existsSync(this.#log)) return [];
    const lines = readFileSync(this.#log, 'utf8').split('\n').slice(0, -1);
    return lines.map((line) => JSON.parse(line) as Deed);
  }

  /** What has been noted of one sort. */
  of(what: string): string[] {
    return this.deeds.filter(([one]) => one === what).map(([, of]) => of);
  }
}
