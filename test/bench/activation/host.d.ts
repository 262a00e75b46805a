/** The parts of the test host, which is JavaScript, that start a VS Code and show it. */
declare module '*/host/vscode-server.mjs' {
  export interface VSCodeServer {
    readonly origin: string;
  }
  export function startVSCodeServer(): Promise<VSCodeServer>;
}

declare module '*/host/workbench.mjs' {
  import type { VSCodeServer } from '*/host/vscode-server.mjs';
  import type { Browser, Page } from 'playwright-core';

  export interface WindowContent {
    readonly folder: string;
    readonly extension: string;
    readonly tests: string;
  }
  export function openWindow(options: {
    readonly browser: Browser;
    readonly server: VSCodeServer;
    readonly content: WindowContent;
    readonly prepare: (page: Page) => Promise<void>;
  }): Promise<Page>;
}
