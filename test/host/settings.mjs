// The user settings of every VS Code that the test host starts: quiet, offline, the same on each machine.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The settings; in a browser alone they are the workbench's defaults. */
export const SETTINGS = {
  // nothing opens, asks or suggests by itself
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'chat.agentHost.enabled': false,
  'extensions.ignoreRecommendations': true,
  'security.workspace.trust.startupPrompt': 'never',
  'git.openRepositoryInParentFolders': 'never',
  // nothing is looked up elsewhere
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'update.mode': 'none',
  'telemetry.telemetryLevel': 'off',
  'workbench.enableExperiments': false,
  'json.schemaDownload.enable': false,
  // the browser's defaults that differ from Desktop's
  'files.autoSave': 'off',
  'window.menuBarVisibility': 'compact',
};

/**
 * Writes the settings where a VS Code with this user data folder reads them.
 * @param {string} userData
 */
export async function writeUserSettings(userData) {
  const folder = join(userData, 'User');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'settings.json'), JSON.stringify(SETTINGS, null, 2));
}
