/** What a timeline's panel does when the server crashes while the page waits for something. VS Code is stood in for here. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type FromWebview, Method, type ToWebview } from '../../server/protocol.ts';
import { update } from '../webview/fixture.ts';

vi.mock('vscode', () => ({
  Uri: { joinPath: () => ({}) },
  Range: class {},
  ViewColumn: {},
  TextEditorRevealType: {},
  l10n: { t: (text: string) => text },
  env: {},
  UIKind: {},
  window: {},
  workspace: {},
  commands: {},
}));
vi.mock('../../client/timeline/html.ts', () => ({ timelineHtml: () => '' }));

const { TimelinePanel } = await import('../../client/timeline/panel.ts');

/** A panel whose server answers each request when the test says so. */
function openPanel() {
  const posted: ToWebview[] = [];
  const asked: { method: string; params: { key?: string }; answer: (value: unknown) => void; crash: () => void }[] = [];
  let fromPage: (message: FromWebview) => Promise<void> = async () => {};
  const panel = {
    onDidDispose: () => {},
    webview: {
      onDidReceiveMessage: (listener: typeof fromPage) => {
        fromPage = listener;
      },
      postMessage: async (message: ToWebview) => void posted.push(message),
    },
  };
  const client = {
    sendRequest: (method: string, params: { key?: string }) =>
      new Promise((resolve, reject) => {
        asked.push({ method, params, answer: resolve, crash: () => reject(new Error('connection got disposed')) });
      }),
  };
  const timeline = new TimelinePanel(
    panel as never,
    'file:///d/a.yaml',
    client as unknown as BaseLanguageClient,
    {} as never,
    () => {},
  );
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  return { timeline, posted, asked, settled, ask: (message: FromWebview) => fromPage(message) };
}

describe('a card that was asked for when the server crashed', () => {
  let scene: ReturnType<typeof openPanel>;
  beforeEach(() => {
    scene = openPanel();
  });

  it('comes from the next server', async () => {
    const { timeline, posted, asked, settled, ask } = scene;
    const asking = ask({ type: 'details', key: 'summit/a' });
    asked[0]!.crash();
    await expect(asking).rejects.toThrow();
    void timeline.fill();
    asked[1]!.answer(update([]));
    await settled();
    expect(asked[2]).toMatchObject({ method: Method.timelineDetails, params: { key: 'summit/a' } });
    asked[2]!.answer({ facts: [] });
    await settled();
    expect(posted.at(-1)).toEqual({ type: 'details', key: 'summit/a', details: { facts: [] } });
  });

  it('is asked for once more, and not again by each server after that', async () => {
    const { timeline, asked, settled, ask } = scene;
    const asking = ask({ type: 'details', key: 'summit/a' });
    asked[0]!.answer(null);
    await asking;
    void timeline.fill();
    asked[1]!.answer(update([]));
    await settled();
    expect(asked.map(({ method }) => method)).toEqual([Method.timelineDetails, Method.timeline]);
  });

  it('is the one that was asked for last', async () => {
    const { timeline, asked, settled, ask } = scene;
    const asking = [ask({ type: 'details', key: 'summit/a' }), ask({ type: 'details', key: 'summit/b' })];
    for (const request of asked) request.crash();
    await Promise.allSettled(asking);
    void timeline.fill();
    asked[2]!.answer(update([]));
    await settled();
    expect(asked.slice(3).map(({ params }) => params.key)).toEqual(['summit/b']);
  });
});
