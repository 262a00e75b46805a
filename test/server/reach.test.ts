/** Whoever shows something else after an edit elsewhere is reached, whatever the edit. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { REGISTRY_ROOT } from '../../server/dataset/registry.ts';
import { codeLenses, resolveCodeLens } from '../../server/features/code-lenses.ts';
import { inlayHints } from '../../server/features/inlay-hints.ts';
import { documentsIn } from '../../server/features/locate.ts';
import { semanticTokens } from '../../server/features/semantic-tokens.ts';
import { isReached, reachOf } from '../../server/reach.ts';
import { type Editor, openEditor } from '../support/editor.ts';
import { ROOT } from '../support/fixture.ts';
import '../support/random.ts';

const WHOLE = { start: { line: 0, character: 0 }, end: { line: 10_000, character: 0 } };
const CLIENT = { hoverMarkup: 'plaintext', resolvesHintTooltips: true, resolvesHintLocations: true } as const;
const COMMANDS = { goToCommand: undefined, referencesCommand: undefined };

/** All that a file shows of others, but for where that stands. */
function decorationsOf({ workspace, converter }: Editor, uri: string): string {
  const wanted = { references: true, proposals: true, chairmanships: true };
  const lenses = codeLenses(workspace, uri, converter, wanted);
  return JSON.stringify([
    inlayHints(workspace, uri, WHOLE, converter, { names: true, dates: true }, CLIENT),
    lenses.map((lens) => resolveCodeLens(lens, workspace, converter, COMMANDS)),
    semanticTokens(workspace, uri, converter),
  ]);
}

const id = fc.constantFrom('a', 'b', 'c');
const state = fc.constantFrom('KAZ', 'UZB', 'XXX');
const organization = fc.constantFrom('ots', 'csto', 'a');
const year = fc.constantFrom('2019', '2020', '2021~', 'soon');
const alias = fc.boolean();

const record = fc.oneof(
  fc
    .tuple(id, id, organization, alias)
    .map(
      ([own, parent, org, twice]) =>
        `kind: summit\nid: ${own}\nparent: &p ${parent}\norganization: ${org}\n${twice ? 'other: *p\n' : ''}`,
    ),
  fc
    .tuple(id, organization, state, year, id)
    .map(
      ([own, org, seat, from, before]) =>
        `kind: chairmanship\nid: ${own}\norganization: ${org}\nstate: ${seat}\nfrom: ${from}\npredecessor: ${before}\n`,
    ),
  fc
    .tuple(id, id, fc.constantFrom('made_at', 'context', 'addressed_to'))
    .map(([own, at, field]) => `kind: proposal\nid: ${own}\ntitle: Title of ${at}\n${field}: ${at}\n`),
  fc.tuple(organization, id).map(([own, name]) => `kind: organization\nid: ${own}\nname: Name ${name}\n`),
  fc.tuple(state, id).map(([own, name]) => `kind: state\nid: ${own}\nname: Land ${name}\n`),
);
const text = fc.option(
  fc.array(record, { minLength: 1, maxLength: 3 }).map((records) => records.join('---\n')),
  { nil: undefined },
);

test('an edit that changes what another file shows reaches it', () => {
  const shown = [`${ROOT}/b.yaml`, `${REGISTRY_ROOT}/organizations/ots.yaml`];
  const edited = `${ROOT}/a.yaml`;
  const [other] = shown;
  let reached = 0;
  fc.assert(
    fc.property(text, text, text, (first, second, beside) => {
      const editor = openEditor({ 'a.yaml': first ?? '', 'b.yaml': beside ?? '', 'c.yaml': '' });
      const { workspace } = editor;
      const before = workspace.documentsOf(edited);
      const decorations = shown.map((uri) => decorationsOf(editor, uri));
      workspace.apply([{ uri: edited, text: second }]);
      const reach = reachOf(before, workspace.documentsOf(edited), workspace.dataset);
      for (const [index, uri] of shown.entries()) {
        if (decorationsOf(editor, uri) === decorations[index]) continue;
        if (uri === other) reached++;
        expect(documentsIn(workspace, uri).some((document) => isReached(document, reach))).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
  expect(reached).toBeGreaterThan(30);
});
