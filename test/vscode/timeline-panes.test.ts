// What stands around the timeline's drawing: card, table, filters, comparison, saved files, and what outlives being hidden.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { drivesPage, inPage, screenshot } from './support/page.ts';
import { closeEverything, openSample, sampleUri } from './support/samples.ts';
import { waitFor } from './support/wait.ts';

const WEBVIEW = 'security-initiatives.security-initiatives';
const COUNCIL = 'proposals/kaz-ots-cybersecurity-council-2025.yaml';
const GABALA = 'summits/ots-summit-2025-gabala.yaml';
const ITEM = '[data-key="summit/ots-summit-2025-gabala"]';
const FORMATS = ['svg', 'png', 'html'] as const;

const page = {
  click: (selector: string) => inPage({ do: 'click', selector, webview: WEBVIEW }),
  seen: (selector: string) => inPage({ do: 'waitFor', selector, webview: WEBVIEW }),
  text: (selector: string) => inPage({ do: 'text', selector, webview: WEBVIEW }),
  choose: (selector: string, value: string) => inPage({ do: 'choose', selector, value, webview: WEBVIEW }),
};

/** Shows the timeline beside a file and waits until it outlines the file's record. */
async function showBeside(path: string): Promise<void> {
  await openSample(path);
  await vscode.commands.executeCommand('securityInitiatives.showTimelineToSide');
  await page.seen('.item.selected');
}

async function search(text: string): Promise<void> {
  await page.click('.search-input');
  await inPage({ do: 'type', text });
}

function shown(path: string): vscode.TextEditor | undefined {
  return vscode.window.visibleTextEditors.find(({ document }) => document.uri.path.endsWith(path));
}

describe('around the timeline', () => {
  before(function () {
    if (!drivesPage) this.skip();
  });
  afterEach(closeEverything);

  it('tells of the chosen record in a card, whose sources open', async () => {
    await showBeside('documents/gabala-declaration-2025.yaml');
    await search('12th Summit');
    await page.click(`${ITEM} .glyph`);
    await page.seen('.details .details-sources');
    assert.match(await page.text('.details'), /12th Summit/);
    await screenshot('timeline-card');
    await page.click('.details-sources .details-link >> nth=0');
    await waitFor('the source in an editor', () => shown('/sources/trend-2025-10-07-4100562.yaml'));
  });

  it('ties the record under the cursor to its meeting, and follows the cursor with the open card', async () => {
    await showBeside(COUNCIL);
    await page.seen('.tie');
    await page.click('[aria-label^="Details of"]');
    await page.seen('.details:has-text("Cybersecurity Council")');
    await openSample(GABALA);
    await page.seen('.details:has-text("12th Summit")');
    await screenshot('timeline-ties');
  });

  it('shows the same in a table, and a row leads to the text without taking the focus', async () => {
    await showBeside('documents/gabala-declaration-2025.yaml');
    await page.click('[aria-label="Show as a table"]');
    await search('12th Summit of the Council');
    await page.click(`tr${ITEM} th`);
    await waitFor('the summit in an editor', () => shown(GABALA));
    await page.seen(`tr${ITEM}:focus, tr${ITEM} :focus`);
    await screenshot('timeline-table');
    await inPage({ do: 'press', key: 'Enter' });
    await waitFor('the focus in the text', () => vscode.window.activeTextEditor === shown(GABALA));
  });

  it('compares two organizations on one domain', async () => {
    await showBeside(COUNCIL);
    await page.click('.filters-button, [aria-controls="filters"]');
    await page.choose('.compare select >> nth=0', 'ots');
    await page.choose('.compare select >> nth=1', 'csto');
    await page.choose('.compare [aria-label^="Domain"]', 'cybersecurity');
    await page.click('.compare .primary');
    await page.seen('.comparison');
    await inPage({ do: 'press', key: 'Escape' });
    await screenshot('timeline-compare');
    const lanes = await inPage({ do: 'count', selector: '.lane', webview: WEBVIEW });
    assert.equal(lanes, 2);
  });

  it('is as it was after being hidden behind another editor', async () => {
    await showBeside(GABALA);
    await page.choose('.dimension', 'state');
    await search('Gabala');
    await page.seen('.item.selected');
    const behind = vscode.window.tabGroups.all.find(
      ({ activeTab }) => activeTab?.input instanceof vscode.TabInputWebview,
    );
    await openSample('initiatives.yaml', behind?.viewColumn);
    await inPage({ do: 'waitFor', selector: '.search-input', state: 'hidden', webview: WEBVIEW });
    await openSample(GABALA);
    await vscode.commands.executeCommand('securityInitiatives.showTimelineToSide');
    await page.seen(`.selected${ITEM} >> nth=0`);
    assert.equal(await inPage({ do: 'value', selector: '.search-input', webview: WEBVIEW }), 'Gabala');
    assert.equal(await inPage({ do: 'value', selector: '.dimension', webview: WEBVIEW }), 'state');
  });

  for (const format of FORMATS) {
    it(`is saved as ${format} through the dialog of VS Code`, async () => {
      await showBeside(GABALA);
      const target = sampleUri(`out/timeline.${format}`);
      await vscode.workspace.fs.createDirectory(sampleUri('out'));
      try {
        const saving = vscode.commands.executeCommand('securityInitiatives.saveTimeline', format);
        const path = () => inPage({ do: 'value', selector: '.quick-input-box input' });
        await inPage({ do: 'waitFor', selector: '.quick-input-box input' });
        await waitFor('the name that is proposed', async () => (await path()).endsWith(`.${format}`));
        await inPage({ do: 'press', key: 'Control+A' });
        await inPage({ do: 'type', text: target.path });
        await waitFor('the path that was typed', async () => (await path()) === target.path);
        await screenshot(`timeline-save-${format}`);
        await saving;
        const bytes = await waitFor('the file', async () => {
          // While the dialog reads a folder it takes no key.
          if (await inPage({ do: 'count', selector: '.quick-input-box input:visible' }))
            await inPage({ do: 'press', key: 'Enter' });
          return vscode.workspace.fs.readFile(target).then(
            (it) => it,
            () => undefined,
          );
        });
        const text = new TextDecoder('latin1').decode(bytes);
        if (format === 'png') assert.equal(text.slice(1, 4), 'PNG');
        else assert.match(new TextDecoder().decode(bytes), /12th Summit/);
      } finally {
        await vscode.workspace.fs.delete(sampleUri('out'), { recursive: true });
      }
    });
  }
});
