/** Datasets kept in memory: whatever happens on the disk, a look finds what a check from scratch would. */
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkTargets, type Outcome } from '../../server/cli/reading/load.ts';
import { findTargets } from '../../server/cli/reading/targets.ts';
import { LivingDatasets } from '../../server/cli/watching/living-datasets.ts';
import { parseEdtf } from '../../server/dataset/dates/edtf.ts';
import type { Settings } from '../../server/dataset/workspace.ts';
import { NodeFiles } from '../../server/sources/node-files.ts';
import { makeFolder } from '../sources/folder.ts';

const SETTINGS: Settings = { rules: {}, today: parseEdtf('2025-10-31')! };

const PLACES = [
  'initiatives.yaml',
  'a.yaml',
  'b.yaml',
  'texts/report.txt',
  'inner/c.yaml',
  'inner/initiatives.yaml',
  'inner/deep/d.yaml',
  'inner/texts/report.txt',
] as const;

const TEXTS = [
  'kind: person\nid: a\nname: A\noffices: [{ title: President, state: XAA }]\n',
  'kind: state\nid: XAA\nname: Somewhere\n---\nkind: state\nid: XAB\nname: "Not closed\n',
  'kind: source\nid: report\npublisher: P\ntext: texts/report.txt\n',
  'kind: person\nid: b\nname: B\ncitations: [{ source: report, quote: We will train peacekeepers }]\n',
  'dataset: D\nrules: { unknown-reference: warning }\n',
  'dataset: D\nrecords: ["*.yaml"]\n',
  'dataset: D\ntoday: 2020-01-01\nrecords: ["!a.yaml"]\n',
  'We will train peacekeepers.',
  'We will train nobody.',
  '',
  Uint8Array.of(0x6b, 0x3a, 0x20, 0xe9),
] as const;

type Step = readonly [what: number, place: number, other: number];

function take([what, place, other]: Step, folder: string): void {
  const path = join(folder, PLACES[place % PLACES.length]!);
  const target = join(folder, PLACES[other % PLACES.length]!);
  mkdirSync(dirname(target), { recursive: true });
  if (what < 6) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, TEXTS[other % TEXTS.length]!);
  } else if (what === 6) rmSync(path, { force: true });
  else if (what === 7) rmSync(dirname(path) === folder ? path : dirname(path), { recursive: true, force: true });
  else if (existsSync(path)) renameSync(path, target);
}

/** An outcome in an order of its own. */
const plain = ({ files, failures, leftOut }: Outcome) =>
  JSON.stringify([files.toSorted((a, b) => (a.uri < b.uri ? -1 : 1)), failures, leftOut], null, 1);

describe('living datasets', () => {
  const step = fc.tuple(fc.nat(8), fc.nat(99), fc.nat(99));

  it('are those on the disk, whatever has happened', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 12 }), fc.boolean(), async (steps, isPart) => {
        const folder = makeFolder({ 'a.yaml': TEXTS[0], 'inner/c.yaml': TEXTS[1] });
        const living = new LivingDatasets(new NodeFiles());
        const isSelected = (uri: string) => !isPart || uri.includes('inner');
        for (const next of steps) {
          take(next, folder);
          const { targets } = await findTargets([folder]);
          const look = { targets, settings: SETTINGS, isSelected, progress: () => {} };
          const { outcome } = await living.look(look);
          const fresh = await checkTargets(targets, new NodeFiles(), SETTINGS, () => {}, isSelected);
          expect(plain(outcome)).toBe(plain(fresh));
          expect(await living.look(look)).toMatchObject({ isNew: false });
        }
      }),
      { numRuns: 40 },
    );
  });
});
