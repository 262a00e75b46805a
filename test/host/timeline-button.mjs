// The button above a record that opens the timeline beside it, as a person presses it.

/** How long a timeline takes at most to open once its button has been pressed; in milliseconds, and generously. */
const OPENED = 5000;

/**
 * Presses the button, and once more if that came to nothing: VS Code makes the buttons above a text anew while it opens
 * one, so that a press on a button that goes at that moment is lost.
 * @param {import('playwright-core').Page} page
 * @param {object} [which]
 * @param {string} [which.file] the name of the file above which it is pressed, once that has opened
 * @param {string} [which.title] of the button, in another language
 */
export async function showTimelineToSide(page, { file, title = 'Show Timeline to the Side' } = {}) {
  const group = file === undefined ? page : groupOf(page, file);
  const button = group.locator(`.editor-actions [aria-label^=${JSON.stringify(title)}]`);
  await button.waitFor();
  const tabs = page.locator('.tab');
  const opened = tabs.nth(await tabs.count());
  const press = async () => {
    await button.click();
    await opened.waitFor({ timeout: OPENED });
  };
  await press().catch((error) => {
    if (error.name !== 'TimeoutError') throw error;
    return press();
  });
}

/** Until a file has opened, the button there is that of the file before it. */
function groupOf(page, file) {
  return page.locator('.editor-group-container', { has: page.locator('.monaco-breadcrumbs', { hasText: file }) });
}
