/** Stands in for `vitest` in the process that tries mutants: test files tell it their tests, which stay there to be run again. */
export { expect, vi } from 'vitest';

/** One test, with what its file wants done after it. */
export interface Collected {
  /** Path of its file and its titles; a row of a table by its number. The same in each process. */
  readonly id: string;
  readonly file: string;
  readonly run: () => unknown;
  readonly after: readonly (() => unknown)[];
}

type Body = (...row: never[]) => unknown;
type Named = (title: string, ...rest: readonly unknown[]) => void;
type Each = (rows: readonly unknown[]) => Named;

let file = '';
let titles: readonly string[] = [];
let after: (() => unknown)[] = [];
let collected: Collected[] = [];

/** The tests of one file, which `read` imports. */
export async function testsOf(path: string, read: () => Promise<unknown>): Promise<readonly Collected[]> {
  file = path;
  after = [];
  collected = [];
  await read();
  return collected;
}

/** A test's or a group's function stands last, or before a time limit. */
function bodyIn(rest: readonly unknown[]): Body {
  const body = rest.find((part) => typeof part === 'function');
  if (!body) throw new Error(`A test in ${file} has no function.`);
  return body as Body;
}

function each(one: Named): Each {
  return (rows) =>
    (title, ...rest) => {
      const body = bodyIn(rest);
      for (const [i, row] of rows.entries())
        one(`${title} [${i + 1}]`, () => body(...((Array.isArray(row) ? row : [row]) as never[])));
    };
}

function addTest(title: string, ...rest: readonly unknown[]): void {
  const body = bodyIn(rest);
  collected.push({ id: [file, ...titles, title].join(' > '), file, run: () => body(), after });
}

function addGroup(title: string, ...rest: readonly unknown[]): void {
  const outer = titles;
  titles = [...outer, title];
  bodyIn(rest)();
  titles = outer;
}

export const it = Object.assign(addTest, { each: each(addTest) });
export const test = it;
export const describe = Object.assign(addGroup, { each: each(addGroup) });

export function afterEach(body: () => unknown): void {
  after.push(body);
}
