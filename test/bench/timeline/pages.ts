/** The two timelines as pages on this machine: ours as built and under its own policy, vis-timeline as its documentation has it. */
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { TimelineUpdate } from '../../../server/protocol.ts';
import { manyEvents, update } from '../../webview/fixture.ts';

/** Who draws: ours, or the other one with its clusters or with every item in a row of its own. */
export type Drawer = 'ours' | 'clustered' | 'stacked';

declare global {
  interface Window {
    /** Parses the data, so that it is at hand when the clock starts, and lets the page come to rest. */
    prepare(json: string): Promise<void>;
    /** Hands the data over; resolves, in ms of this page's clock, when two frames have begun since all was drawn. */
    firstPaint(): Promise<number>;
  }
}

export interface Pages {
  address(drawer: Drawer): string;
  close(): void;
}

const NONCE = 'a1b3c5d7e9';

/** Serves the pages; `webview` holds our built page, `peer` the package vis-timeline. */
export async function servePages(webview: string, peer: string): Promise<Pages> {
  const files: Record<string, [type: string, content: string]> = {
    '/ours': ['text/html', ourPage()],
    '/clustered': ['text/html', theirPage('cluster: {}')],
    '/stacked': ['text/html', theirPage('stack: true')],
    '/timeline.js': ['text/javascript', readFileSync(join(webview, 'timeline.js'), 'utf8')],
    '/timeline.css': ['text/css', readFileSync(join(webview, 'timeline.css'), 'utf8')],
    '/peer.js': ['text/javascript', readFileSync(join(peer, 'standalone/umd/vis-timeline-graph2d.min.js'), 'utf8')],
    '/peer.css': ['text/css', readFileSync(join(peer, 'styles/vis-timeline-graph2d.min.css'), 'utf8')],
  };
  const server: Server = createServer(({ url }, response) => {
    const [type, content] = files[url ?? ''] ?? [undefined, ''];
    response.writeHead(type ? 200 : 404, { 'content-type': `${type ?? 'text/plain'}; charset=utf-8` });
    response.end(content);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { address: (drawer) => `http://127.0.0.1:${port}/${drawer}`, close: () => void server.close() };
}

/** What a page gets: the same events as each of them wants them. */
export function dataFor(drawer: Drawer, count: number): string {
  const whole = update(manyEvents(count));
  return JSON.stringify(drawer === 'ours' ? whole : itemsOf(whole));
}

/** A day is a point and all else a range, as ours draws them; groups are organizations. */
function itemsOf({ events }: TimelineUpdate) {
  const groups = new Set(events.flatMap(({ lanes }) => lanes.organization ?? []));
  return {
    groups: [...groups].sort().map((id) => ({ id, content: id })),
    items: events.map(({ key, title, lanes, date: { min, max, shape, precision } }) => {
      const isDay = shape === 'moment' && precision === 'day';
      const item = { id: key, group: lanes.organization?.[0], content: title, start: min };
      return isDay ? { ...item, type: 'point' } : { ...item, type: 'range', end: max };
    }),
  };
}

/**
 * Each page gets its data as objects, in a message that nobody had to copy: how they come there is the same for both. The
 * clock stops when a selector finds something and two frames have begun since.
 */
const SCRIPT = `
  let data;
  window.prepare = async (json) => {
    data = JSON.parse(json);
    for (let calm = 0; calm < 3; calm++) await new Promise(requestIdleCallback);
  };
  const frame = () => new Promise(requestAnimationFrame);
  const drawn = async (selector) => {
    while (!document.querySelector(selector)) {
      await new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = resolve;
        port2.postMessage(0);
      });
    }
    await frame();
    await frame();
  };
  const timeTo = async (selector, message) => {
    const start = performance.now();
    window.dispatchEvent(new MessageEvent('message', { data: message }));
    await drawn(selector);
    return performance.now() - start;
  };`;

function ourPage(): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'nonce-${NONCE}'; style-src 'self'">
<link rel="stylesheet" href="timeline.css">
<title>Ours</title>
</head>
<body class="vscode-light">
<main id="app"></main>
<script nonce="${NONCE}">
window.acquireVsCodeApi = () => ({ postMessage() {}, getState: () => null, setState() {} });
${SCRIPT}
window.firstPaint = () => timeTo('.surface .item', { type: 'update', update: data });
</script>
<script nonce="${NONCE}" src="timeline.js"></script>
</body>
</html>`;
}

/** Wheel and keys do the same as with ours; everything else is as it comes. */
function theirPage(option: string): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<link rel="stylesheet" href="peer.css">
<style>html, body, #app { height: 100%; margin: 0; font: 13px sans-serif; }</style>
<title>Theirs</title>
</head>
<body>
<div id="app"></div>
<script src="peer.js"></script>
<script>
${SCRIPT}
window.firstPaint = () => timeTo('.complete .vis-item', { data });
window.addEventListener('message', ({ data: { data } }) => {
  const root = document.getElementById('app');
  new vis.Timeline(root, new vis.DataSet(data.items), new vis.DataSet(data.groups), {
    ${option},
    height: '100%',
    verticalScroll: true,
    horizontalScroll: true,
    horizontalScrollKey: 'shiftKey',
    zoomKey: 'ctrlKey',
    onInitialDrawComplete: () => root.classList.add('complete'),
  });
});
</script>
</body>
</html>`;
}
