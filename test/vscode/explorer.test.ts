// The Initiatives view: a tree that is arranged, searched and walked, that follows the editor and shows what is wrong.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { drivesPage, inPage, screenshot } from './support/page.ts';
import { closeEverything, openSample, putCursor, rangeOf, replace } from './support/samples.ts';
import { waitFor } from './support/wait.ts';

const GABALA = 'summits/ots-summit-2025-gabala.yaml';
const SUMMIT = '12th Summit of the Council of Heads of State of the OTS';
const run = vscode.commands.executeCommand;

/** A row of the tree by the beginning of its name. */
function row(name: string, more = ''): string {
  return `.sidebar .monaco-list-row[aria-label^="${name}"]${more}`;
}

/** Narrows the tree, and waits until it is. */
async function searchFor(query: string): Promise<void> {
  await run('securityInitiatives.explorer.search', query);
  await inPage({ do: 'waitFor', selector: `.sidebar .message:has-text("Records for “${query}”")` });
  await inPage({ do: 'waitFor', selector: row('Shanghai Cooperation Organisation'), state: 'hidden' });
}

/** Does something of the menu of the row that is selected. */
async function choose(action: string): Promise<void> {
  await inPage({ do: 'focus', selector: '.sidebar .monaco-list' });
  await inPage({ do: 'waitFor', selector: '.sidebar .monaco-list:focus .monaco-list-row.focused.selected' });
  await inPage({ do: 'press', key: 'Shift+F10' });
  // A menu that has just come takes no clicks yet, so that nobody chooses by mistake; keys it takes.
  await inPage({ do: 'hover', selector: `.monaco-menu .action-label[aria-label="${action}"]` });
  await inPage({ do: 'press', key: 'Enter' });
}

/** The editor that shows a file, with the id of its record selected. */
function shown(path: string, id: string): Promise<vscode.TextEditor> {
  return waitFor(`${path} at its id`, () =>
    vscode.window.visibleTextEditors.find(
      ({ document, selection }) => document.uri.path.endsWith(path) && document.getText(selection) === id,
    ),
  );
}

describe('the Initiatives view', () => {
  before(async function () {
    if (!drivesPage) this.skip();
    await openSample(GABALA);
    await run('securityInitiatives.initiatives.focus');
    await inPage({ do: 'waitFor', selector: row('Organization of Turkic States') });
  });
  beforeEach(async () => {
    await run('securityInitiatives.explorer.groupBy', 'organization');
    await run('securityInitiatives.explorer.clearSearch');
  });
  afterEach(closeEverything);

  it('shows the record that the cursor is in, below its meeting and organization', async () => {
    await openSample(GABALA);
    await inPage({ do: 'waitFor', selector: row(SUMMIT, '[aria-selected="true"][aria-level="2"]') });
    await openSample('proposals/kaz-ots-cybersecurity-council-2025.yaml');
    await inPage({ do: 'waitFor', selector: row('Cybersecurity Council', '[aria-selected="true"][aria-level="3"]') });
    await screenshot('initiatives-organization');
  });

  it('says how many records stand below, for a screen reader, too', async () => {
    const label = await inPage({ do: 'attribute', selector: row('Organization of Turkic States'), name: 'aria-label' });
    assert.match(label ?? '', /^Organization of Turkic States, organization, records: \d\d/);
  });

  for (const [grouping, branch] of [
    ['state', 'Azerbaijan'],
    ['domain', 'Artificial intelligence'],
    ['status', 'Announced'],
    ['year', '2025'],
  ] as const) {
    it(`can be arranged by ${grouping}`, async () => {
      await run('securityInitiatives.explorer.groupBy', grouping);
      await inPage({ do: 'waitFor', selector: row(branch, '[aria-level="1"]') });
      await screenshot(`initiatives-${grouping}`);
    });
  }

  it('asks what to arrange by, and remembers', async () => {
    const choosing = run('securityInitiatives.explorer.groupBy');
    await inPage({ do: 'click', selector: '.quick-input-list .monaco-list-row[aria-label^="Status"]' });
    await choosing;
    await inPage({ do: 'waitFor', selector: row('Held', '[aria-level="1"]') });
    const { groupBy } = vscode.workspace.getConfiguration('securityInitiatives.explorer') as unknown as {
      groupBy: string;
    };
    assert.equal(groupBy, 'organization', 'the settings of the folder stay as they are');
  });

  it('narrows to what is typed into the search box, with all matches open, and goes back', async () => {
    await run('securityInitiatives.explorer.search');
    await inPage({ do: 'waitFor', selector: '.quick-input-widget input:visible' });
    await inPage({ do: 'type', text: 'Тюркский фонд' });
    await inPage({ do: 'press', key: 'Control+A' });
    await inPage({ do: 'type', text: 'Cyber Shield' });
    await inPage({ do: 'waitFor', selector: row('Cyber Shield system', '[aria-level="3"]') });
    await inPage({ do: 'press', key: 'Enter' });
    await inPage({ do: 'waitFor', selector: '.sidebar .message:has-text("Cyber Shield")' });
    await screenshot('initiatives-search');
    await inPage({ do: 'click', selector: '.sidebar .composite.title [aria-label="Clear Search"]' });
    await inPage({ do: 'waitFor', selector: row('Shanghai Cooperation Organisation') });
  });

  it('opens a record with a click, as a preview, and leaves the focus in the tree', async () => {
    await searchFor('gabala declaration');
    await inPage({ do: 'click', selector: row('Gabala Declaration') });
    await shown('documents/gabala-declaration-2025.yaml', 'gabala-declaration-2025');
    const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
    assert.equal(tab?.isPreview, true);
    await inPage({ do: 'waitFor', selector: '.sidebar .monaco-list:focus' });
  });

  it('finds who refers to a record', async () => {
    await searchFor('ots-summit-2025-gabala');
    await inPage({ do: 'click', selector: row(SUMMIT) });
    await shown(GABALA, 'ots-summit-2025-gabala');
    await choose('Find All References');
    await inPage({ do: 'waitFor', selector: '.reference-zone-widget .monaco-list-row' });
    await screenshot('initiatives-references');
  });

  it('shows a record on the timeline, in the panel of its dataset that there is', async () => {
    await searchFor('ots-summit-2025-gabala');
    for (const _ of [1, 2]) {
      await inPage({ do: 'click', selector: row(SUMMIT) });
      await shown(GABALA, 'ots-summit-2025-gabala');
      await choose('Show on Timeline');
      await inPage({
        do: 'waitFor',
        selector: '.selected[data-key="summit/ots-summit-2025-gabala"]',
        webview: 'security-initiatives.security-initiatives',
      });
    }
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    assert.equal(tabs.filter(({ input }) => input instanceof vscode.TabInputWebview).length, 1);
  });

  it('shows the record under the cursor on demand, out of a search', async () => {
    await searchFor('Cyber Shield');
    await inPage({ do: 'waitFor', selector: row('Cyber Shield') });
    await openSample('persons/sadyr-japarov.yaml');
    await run('securityInitiatives.revealInInitiatives');
    await inPage({ do: 'waitFor', selector: row('Sadyr Japarov', '[aria-selected="true"]') });
  });

  it('has a badge where something is wrong, up to the organization, and keeps a record whose text is broken', async () => {
    const editor = await openSample(GABALA);
    await inPage({ do: 'waitFor', selector: row(SUMMIT, '[aria-selected="true"]') });
    await replace(editor, 'host: AZE', 'host: AZX');
    await inPage({ do: 'waitFor', selector: row('Organization of Turkic States', '[aria-label*="errors: 1"]') });
    await inPage({ do: 'waitFor', selector: row(SUMMIT, '[aria-label*="errors: 1"]') });
    await screenshot('initiatives-badge');
    await replace(editor, 'host: AZX', 'host: AZE');
    await inPage({ do: 'waitFor', selector: row('Organization of Turkic States', ':not([aria-label*="errors:"])') });
    await replace(editor, 'kind: summit', '"kind: summit');
    await inPage({ do: 'waitFor', selector: row(SUMMIT, '[aria-label*="cannot be read right now"]') });
    await screenshot('initiatives-broken');
  });

  it('follows only who wants that', async () => {
    const settings = vscode.workspace.getConfiguration('securityInitiatives.explorer');
    await settings.update('followActiveEditor', false, vscode.ConfigurationTarget.Global);
    try {
      await openSample(GABALA);
      await run('securityInitiatives.revealInInitiatives');
      await inPage({ do: 'waitFor', selector: row(SUMMIT, '[aria-selected="true"]') });
      const editor = await openSample('persons/sadyr-japarov.yaml');
      await putCursor(editor, rangeOf(editor.document, 'id: ').start);
      await settings.update('followActiveEditor', undefined, vscode.ConfigurationTarget.Global);
      assert.equal(await inPage({ do: 'count', selector: row(SUMMIT, '[aria-selected="true"]') }), 1);
    } finally {
      await settings.update('followActiveEditor', undefined, vscode.ConfigurationTarget.Global);
    }
  });
});
