/** Incremental equals fresh with every rule on: records of the rules' own examples come, go and change in any order. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseEdtf } from '../../server/dataset/dates/edtf.ts';
import { registry } from '../../server/dataset/registry.ts';
import { exampleBackdrop } from '../../server/dataset/rule.ts';
import { Workspace } from '../../server/dataset/workspace.ts';
import { rules } from '../../server/rules/index.ts';
import { parseFixture, ROOT } from '../support/fixture.ts';

const SLOTS = 6;

/** What the examples of a rule hold, each record (or text of another sort) on its own, by the name of its file. */
const partsOf = rules.map(({ examples }) =>
  [...examples.wrong, ...examples.right]
    .flatMap((example) => Object.entries(typeof example === 'string' ? { '': example } : example))
    .flatMap(([name, text]) => {
      const plain = parseFixture(text).text;
      return /^(.*\.ya?ml)?$/.test(name)
        ? plain.split(/^---\n/m).map((part) => ({ name: '', part }))
        : [{ name, part: plain }];
    }),
);

/** One edit: which slot, what is done there, and two numbers that say with what. */
type Step = readonly [slot: number, operation: number, what: number, where: number];

type Part = (typeof partsOf)[number][number];

function pick<T>(list: readonly T[], index: number): T {
  return list[index % list.length]!;
}

/** The text of a slot after a step; `undefined` where it is taken away. */
function edited(
  before: string | undefined,
  parts: readonly Part[],
  [, operation, what, where]: Step,
): string | undefined {
  const { part } = pick(parts, what);
  if (before === undefined || operation < 3) return operation === 0 ? undefined : part;
  const lines = before.split('\n');
  const at = where % lines.length;
  const other = pick(part.split('\n'), where >> 3);
  if (operation === 3) return `${before}---\n${part}`;
  if (operation === 4) return lines.toSpliced(at, 1).join('\n');
  if (operation === 5) return lines.toSpliced(at, 0, other).join('\n');
  // The same key with another value, as someone types it.
  const key = /^\s*[\w-]+:/.exec(lines[at]!)?.[0];
  const twin = parts.flatMap((known) => known.part.split('\n')).filter((line) => key && line.startsWith(key));
  return twin.length > 0 ? lines.toSpliced(at, 1, pick(twin, what + where)).join('\n') : before;
}

const settings = { rules: {}, today: parseEdtf('2025-10-31')! };

function newWorkspace(isOnce: boolean): Workspace {
  const workspace = new Workspace({ root: ROOT, registry: registry(), rules, settings, isOnce });
  workspace.apply(Object.entries(exampleBackdrop).map(([name, text]) => ({ uri: `${ROOT}/${name}`, text })));
  return workspace;
}

function told(workspace: Workspace, names: Iterable<string>) {
  return [...names].sort().flatMap((name) =>
    workspace.problemsOf(`${ROOT}/${name}`).map(({ document, span, fixes, ...rest }) => ({
      ...rest,
      place: [name, document.start + span.start, document.start + span.end],
      fixes: fixes().map(({ edits, ...fix }) => ({
        ...fix,
        edits: edits.map((edit) => [
          edit.document.uri,
          edit.document.start + edit.span.start,
          edit.span.end,
          edit.text,
        ]),
      })),
    })),
  );
}

function play(steps: readonly Step[], parts: readonly Part[]): void {
  const texts = new Map<string, string>();
  const workspace = newWorkspace(false);
  for (const step of steps) {
    const name = pick(parts, step[2]).name || `slot-${step[0]}.yaml`;
    const text = edited(texts.get(name), parts, step);
    if (text === undefined) texts.delete(name);
    else texts.set(name, text);
    workspace.apply([{ uri: `${ROOT}/${name}`, text }]);
    workspace.check();
    // One that remembers what was asked is compared with one that does not.
    const fresh = newWorkspace(true);
    fresh.apply([...texts].map(([file, content]) => ({ uri: `${ROOT}/${file}`, text: content })));
    fresh.check();
    expect(told(workspace, texts.keys())).toEqual(told(fresh, texts.keys()));
  }
}

describe('all rules', () => {
  it('say after any edits what they say of the same texts read afresh', { timeout: 900_000 }, () => {
    const step: fc.Arbitrary<Step> = fc.tuple(fc.nat(SLOTS - 1), fc.nat(9), fc.nat(1000), fc.nat(1000));
    const chosen = fc.uniqueArray(fc.constantFrom(...partsOf.keys()), { minLength: 1, maxLength: 3 });
    const property = fc.property(chosen, fc.array(step, { minLength: 4, maxLength: 20 }), (of, steps) =>
      play(
        steps,
        of.flatMap((index) => partsOf[index]!),
      ),
    );
    fc.assert(property, { numRuns: 300 });
  });
});
