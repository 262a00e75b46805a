// Lets tests inside VS Code drive the page that shows it: a tiny JSON-over-HTTP server on the loopback interface.
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { stripVTControlCharacters } from 'node:util';
import { showTimelineToSide } from './timeline-button.mjs';
import { frameInWebview, screenshot } from './workbench.mjs';

const ACTION_TIMEOUT = 10_000;
/** Tests in a browser come from another origin; what keeps others out is the address. */
const HEADERS = { 'content-type': 'application/json', 'access-control-allow-origin': '*' };

/**
 * What a test can ask for; test/vscode/support/page.ts has the same list as types. Each takes the page and the
 * request, and resolves to a JSON value. Playwright waits for the element; more than one is an error but in `texts`.
 * @type {Record<string, (page: import('playwright-core').Page, request: any) => Promise<unknown>>}
 */
const ACTIONS = {
  screenshot: (page, { name }) => screenshot(page, name),
  click: (page, it) => element(page, it).click({ modifiers: it.modifiers, clickCount: it.clickCount }),
  showTimelineToSide: (page) => showTimelineToSide(page),
  hover: (page, it) => element(page, it).hover(),
  focus: (page, it) => element(page, it).focus(),
  text: async (page, it) => squeeze(await element(page, it).textContent()),
  texts: async (page, it) => {
    await element(page, it).first().waitFor({ state: 'attached' });
    return (await element(page, it).allTextContents()).map(squeeze);
  },
  count: (page, it) => element(page, it).count(),
  value: (page, it) => element(page, it).inputValue(),
  attribute: (page, it) => element(page, it).getAttribute(it.name),
  style: (page, it) =>
    element(page, it).evaluate(
      (node, property) => globalThis.getComputedStyle(node).getPropertyValue(property),
      it.property,
    ),
  violations: async (page) => violations.get(page) ?? [],
  waitFor: (page, it) => element(page, it).first().waitFor({ state: it.state }),
  press: (page, { key }) => page.keyboard.press(key),
  choose: (page, it) => element(page, it).selectOption(it.value),
  type: (page, { text }) => page.keyboard.type(text),
  wheel: async (page, it) => {
    await element(page, it).hover();
    await page.mouse.wheel(it.deltaX ?? 0, it.deltaY ?? 0);
  },
  drag: async (page, it) => {
    await element(page, it).hover();
    const box = await element(page, it).boundingBox();
    if (!box) throw new Error(`${it.selector} isn't visible`);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2 + (it.byX ?? 0), box.y + box.height / 2 + (it.byY ?? 0), { steps: 8 });
    await page.mouse.up();
  },
};

/** What each page's console said of breaches of a content security policy. */
const violations = new WeakMap();

function watchPolicy(page) {
  const said = [];
  violations.set(page, said);
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) said.push(message.text());
  });
}

/**
 * Starts a bridge; give it the page as soon as there is one. Its address holds a secret, as any web page could
 * otherwise send requests to it.
 * @returns {Promise<{ address: string, drive: (page: import('playwright-core').Page) => void, close: () => Promise<void> }>}
 */
export async function startBridge() {
  const path = `/${randomUUID()}`;
  const page = Promise.withResolvers();
  const server = createServer((request, response) => {
    const answer = (status, body) => response.writeHead(status, HEADERS).end(JSON.stringify(body));
    if (request.method !== 'POST' || request.url !== path) return answer(404, { error: 'not for you' });
    perform(page.promise, request).then(
      (value) => answer(200, { value }),
      (error) => answer(500, { error: stripVTControlCharacters(error.message) }),
    );
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', () => resolve(undefined));
  });
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    address: `http://127.0.0.1:${port}${path}`,
    drive: (it) => {
      watchPolicy(it);
      page.resolve(it);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function perform(opening, request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const action = JSON.parse(Buffer.concat(chunks).toString('utf8'));
  const run = ACTIONS[action.do];
  if (!run) throw new Error(`There's no action "${action.do}", only ${Object.keys(ACTIONS).join(', ')}.`);
  const page = await opening;
  page.setDefaultTimeout(ACTION_TIMEOUT);
  return (await run(page, action)) ?? null;
}

/** An element of the workbench or, when `webview` is given, of that webview. */
function element(page, { selector, webview }) {
  return (webview === undefined ? page : frameInWebview(page, webview)).locator(selector);
}

function squeeze(text) {
  return (text ?? '').replace(/\s+/g, ' ').trim();
}
