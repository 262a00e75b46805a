/** What a person sees when the server cannot start. VS Code is stood in for here, because the fault must be forced. */

import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { BaseLanguageClient } from 'vscode-languageclient';

const shown = vi.hoisted(() => ({
  messages: [] as string[],
  answer: undefined as string | undefined | Promise<undefined>,
  log: [] as unknown[],
  opened: 0,
}));

vi.mock('vscode', () => ({
  l10n: { t: (text: string) => text },
  window: {
    createOutputChannel: () => ({
      error: (entry: unknown) => shown.log.push(entry),
      show: () => shown.opened++,
      dispose: () => {},
    }),
    showErrorMessage: async (message: string) => {
      shown.messages.push(message);
      return shown.answer;
    },
  },
}));
vi.mock('vscode-languageclient', () => ({ CloseAction: {}, ErrorAction: {}, State: {} }));
vi.mock('../../client/file-requests.ts', () => ({ serveFiles: () => [] }));
vi.mock('../../client/go-to.ts', () => ({ GO_TO: 'goTo', registerGoTo: () => ({ dispose: () => {} }) }));
vi.mock('../../client/language-mode.ts', () => ({ keepLanguageMode: () => [] }));
vi.mock('../../client/rule-pages.ts', () => ({ serveRulePages: () => ({ dispose: () => {} }) }));
vi.mock('../../client/show-references.ts', () => ({
  SHOW_REFERENCES: 'showReferences',
  registerShowReferences: () => ({ dispose: () => {} }),
}));
vi.mock('../../client/server-commands.ts', () => ({ registerServerCommands: () => [] }));
vi.mock('../../client/status.ts', () => ({ showStatus: () => [] }));
vi.mock('../../client/summary.ts', () => ({ registerSummary: () => [] }));
vi.mock('../../client/trace.ts', () => ({ traceChannel: () => ({ subscriptions: [] }) }));
vi.mock('../../client/explorer/explorer.ts', () => ({ registerExplorer: () => [] }));
vi.mock('../../client/language-model-tools.ts', () => ({ registerTools: () => [] }));
vi.mock('../../client/records/add-citation.ts', () => ({ registerAddCitation: () => [] }));
vi.mock('../../client/records/citation-action.ts', () => ({ offerCitations: () => [] }));
vi.mock('../../client/records/new-proposal.ts', () => ({ registerNewProposal: () => [] }));
vi.mock('../../client/records/new-record.ts', () => ({ registerNewRecord: () => [] }));
vi.mock('../../client/starting/commands.ts', () => ({ registerStarting: () => [] }));
vi.mock('../../client/timeline/commands.ts', () => ({ registerTimeline: () => [] }));

const { run } = await import('../../client/extension.ts');

function startWith(start: () => Promise<void>): Promise<void> {
  const client = { start, error: () => {} } as unknown as BaseLanguageClient;
  return run({ subscriptions: [] } as never, 'node', () => client);
}

describe('starting the server', () => {
  beforeEach(() => Object.assign(shown, { messages: [], answer: undefined, log: [], opened: 0 }));

  it('says nothing when all is well', async () => {
    await startWith(async () => {});
    expect(shown.messages).toEqual([]);
  });

  it('goes on where nobody answers the message', async () => {
    shown.answer = new Promise(() => {});
    await startWith(() => Promise.reject(new Error('spawn EACCES')));
    expect(shown.messages).toHaveLength(1);
  });

  it('says plainly that records are not checked, logs why, and opens the log when asked to', async () => {
    const reason = new Error('spawn EACCES');
    shown.answer = 'Show Output';
    await startWith(async () => {
      throw reason;
    });
    expect(shown.messages).toHaveLength(1);
    expect(shown.messages[0]).toContain('could not start its language server');
    expect(shown.log).toEqual([reason]);
    expect(shown.opened).toBe(1);
  });
});
