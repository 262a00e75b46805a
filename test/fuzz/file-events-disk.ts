/** What happens to files on a real disk, at random: among them names that no one would choose. */
import { chmodSync, existsSync, lstatSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';

const FOLDERS = ['.', 'a', 'a/deep', 'b.yaml', 'é', 'e\u0301', 'node_modules', '.hidden', "it's # 100% [so]?", 'A'];
const NAMES = [
  'x.yaml',
  'X.yaml',
  'y.YML',
  'initiatives.yaml',
  'text.txt',
  'd\u00e9.yaml',
  'de\u0301.yaml',
  'line\nbreak.yaml',
  `"quoted' & <b>.yaml`,
  '😀.yaml',
  '%41 + #.yaml',
  `${'n'.repeat(250)}.yaml`,
  '.x.yaml',
  ' .yaml',
  'b.yaml',
];
const TEXTS: readonly (string | Uint8Array)[] = [
  'kind: state\nid: XAA\nname: Alphaland\n',
  'kind: state\nid: XBB\nname: Betaland\n---\nkind: state\nid: XAA\nname: Another Alphaland\n',
  'kind: person\nid: speaker\nname: A Speaker\noffices: [{ title: Minister, state: XAA }]\n',
  'kind: person\nid: other\nname: "A Speaker\noffices: [{ title: Minister, state: XBB }]\n---\nkind: source\nid: report\npublisher: P\ntext: text.txt\n',
  'kind: person\nid: quoted\nname: Q\ncitations: [{ source: report, quote: We will train }]\n',
  'dataset: D\nrules: { unknown-reference: warning }\n',
  '“We will train peacekeepers,” he said.\n',
  Uint8Array.of(0xff, 0xfe, 0x00),
];

const place = fc
  .tuple(fc.constantFrom(...FOLDERS), fc.constantFrom(...NAMES))
  .map(([folder, name]) => (folder === '.' ? name : `${folder}/${name}`));
const folder = fc.constantFrom(...FOLDERS.slice(1));
const anywhere = fc.oneof(place, folder);

/** One thing that happens to files. */
const deed = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('write' as const), at: place, text: fc.constantFrom(...TEXTS) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('remove' as const), at: anywhere }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('move' as const), at: anywhere, to: anywhere }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('folder' as const), at: anywhere }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('forbid' as const), at: anywhere }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('allow' as const), at: anywhere }) },
);
type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never;

/** How an editor tells of it: each path, the folders that they lie in, the same twice; now, or when all is over. Some have a rest after it. */
export const happening = fc.record({
  deed,
  told: fc.constantFrom('paths' as const, 'folders' as const, 'twice' as const),
  late: fc.boolean(),
  rest: fc.boolean(),
});

export type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never;

/** Does a deed, as far as the disk lets itself be. @returns the paths that an editor would see change */
export function perform(root: string, deed: Deed): string[] {
  const at = join(root, deed.at);
  try {
    if (deed.do === 'write') {
      mkdirSync(dirname(at), { recursive: true });
      writeFileSync(at, deed.text);
    } else if (deed.do === 'remove') rmSync(at, { recursive: true, force: true });
    else if (deed.do === 'folder') {
      // What was a file becomes a folder.
      rmSync(at, { recursive: true, force: true });
      mkdirSync(at, { recursive: true });
    } else if (deed.do === 'move') {
      mkdirSync(dirname(join(root, deed.to)), { recursive: true });
      renameSync(at, join(root, deed.to));
      return [deed.at, deed.to];
    } else if (existsSync(at)) chmodSync(at, deed.do === 'forbid' ? 0 : lstatSync(at).isDirectory() ? 0o755 : 0o644);
  } catch (error) {
    // A disk says no to some of it; how it does is not what is tried here.
    if (!(error instanceof Error && 'code' in error)) throw error;
  }
  return [deed.at];
}
