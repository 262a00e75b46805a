// Draws an icon as the galleries and VS Code want it: a picture of points, without a ground of its own.

/** As wide and as high as the galleries advise, in points. */
export const ICON_SIZE = 256;

/**
 * Draws an SVG in a page of its own.
 * @param {import('playwright-core').Browser} browser
 * @param {string} svg
 * @returns {Promise<Buffer>} a PNG
 */
export async function drawnIcon(browser, svg) {
  const page = await browser.newPage({ viewport: { width: ICON_SIZE, height: ICON_SIZE } });
  try {
    await page.setContent(`<style>* { margin: 0; display: block }</style>${svg}`);
    return await page.screenshot({ omitBackground: true });
  } finally {
    await page.close();
  }
}
