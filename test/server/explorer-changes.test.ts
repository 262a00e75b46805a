/** A tree of records after any edits is that of a dataset made of the same texts, and one that is asked for while they come is whole. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Explorers } from '../../server/explorer/explorers.ts';
import { Converter } from '../../server/features/convert.ts';
import type { ExplorerNode, ExplorerView } from '../../server/protocol.ts';
import { rules } from '../../server/rules/index.ts';
import type { Member } from '../../server/session.ts';
import { makeWorkspace, ROOT } from '../support/fixture.ts';

const FILES = ['a.yaml', 'b.yaml', 'c.yaml'];
const VIEWS: ExplorerView[] = (['organization', 'state', 'domain', 'status', 'year'] as const).map((grouping) => ({
  grouping,
  query: '',
}));

const id = fc.constantFrom('a', 'b', 'ots', 'constructor');
const record = fc.oneof(
  fc
    .tuple(id, id, fc.constantFrom('2025-10-07', '2024', 'no date'))
    .map(
      ([own, of, date]) =>
        `kind: summit\nid: ${own}\nname: S ${own}\norganization: ${of}\nstatus: held\ndate: ${date}\n`,
    ),
  fc
    .tuple(id, id)
    .map(([own, parent]) => `kind: organization\nid: ${own}\nname: O ${own}\ntype: body\nparent: ${parent}\n`),
  fc
    .tuple(id, id)
    .map(
      ([own, at]) =>
        `kind: proposal\nid: ${own}\ntitle: P ${own}\ntype: position\nstatus: proposed\nmade_at: ${at}\nparties: [{ state: KAZ }]\ndomains: [youth]\n`,
    ),
);
const edit = fc.record({
  file: fc.constantFrom(...FILES),
  text: fc.option(
    fc.array(record, { maxLength: 3 }).map((texts) => texts.join('---\n')),
    { nil: undefined },
  ),
});

/** A dataset with whoever shows it; `isOver` says when a slice of work ends. */
function shown(isOver: () => boolean = () => false, meanwhile: () => void = () => {}) {
  const workspace = makeWorkspace({}, rules);
  const member: Member = {
    id: ROOT,
    workspace,
    converter: new Converter(workspace, { spelled: (uri) => uri }),
    loading: false,
  };
  const turns = { slice: () => isOver, next: async () => meanwhile() };
  const explorers = new Explorers({ members: [member] as never }, turns, () => {});
  return {
    member,
    explorers,
    change(file: string, text: string | undefined) {
      workspace.apply([{ uri: `${ROOT}/${file}`, text }]);
      workspace.check();
      explorers.changed(member, workspace.takeStale());
    },
  };
}

async function all(explorers: Explorers, member: Member, view: ExplorerView): Promise<ExplorerNode[]> {
  const visit = async (node: ExplorerNode): Promise<ExplorerNode[]> => {
    const children = await explorers.children(member, node.path, view);
    return [node, ...(await Promise.all(children.map(visit))).flat()];
  };
  return (await Promise.all((await explorers.roots(view)).nodes.map(visit))).flat();
}

describe('a tree of records', () => {
  it('is after any edits as if it had been made of the texts as they are', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 8 }), async (edits) => {
        const lived = shown();
        const texts = new Map<string, string>();
        for (const { file, text } of edits) {
          lived.change(file, text);
          if (text === undefined) texts.delete(file);
          else texts.set(file, text);
          await lived.explorers.roots(VIEWS[0]!);
        }
        const fresh = shown();
        for (const [file, text] of texts) fresh.change(file, text);
        for (const view of VIEWS) {
          expect(await all(lived.explorers, lived.member, view)).toEqual(
            await all(fresh.explorers, fresh.member, view),
          );
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is that of the texts at its end where they change while it is made', async () => {
    let edits = 0;
    const summit = (n: number) =>
      `kind: summit\nid: s${n}\nname: S ${n}\norganization: ots\nstatus: held\ndate: 2025\n`;
    const many = Array.from({ length: 200 }, (_, n) => summit(n)).join('---\n');
    const dataset = shown(
      () => true,
      () => {
        edits++;
        if (edits < 20) dataset.change('b.yaml', summit(1000 + edits));
      },
    );
    dataset.change('a.yaml', many);
    const { nodes } = await dataset.explorers.roots(VIEWS[0]!);
    expect(edits).toBeGreaterThan(0);
    expect(nodes).toMatchObject([{ id: 'ots', records: 201 }]);
  });
});
