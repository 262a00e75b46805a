// A throwaway copy of the example dataset, for whatever writes to its workspace.
import { existsSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { onCleanUp } from './cleanup.mjs';
import { SAMPLE } from './paths.mjs';

/**
 * Copies the example dataset into a new temporary folder, removed when the script ends.
 * @returns {Promise<{ temporary: string, workspace: string }>} the folder, and the copy in it
 */
export async function copySample() {
  if (!existsSync(SAMPLE)) throw new Error(`The example dataset ${SAMPLE} is missing: restore it with git.`);
  const temporary = await mkdtemp(join(tmpdir(), 'vscode-workspace-'));
  onCleanUp(() => rm(temporary, { recursive: true, force: true, maxRetries: 3 }));
  const workspace = join(temporary, basename(SAMPLE));
  await cp(SAMPLE, workspace, { recursive: true });
  return { temporary, workspace };
}
