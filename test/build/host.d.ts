/** Types of the scripts that draw the icon and make the package. */
declare module '*/host/drawn-icon.mjs' {
  import type { Browser } from 'playwright-core';
  export const ICON_SIZE: number;
  export function drawnIcon(browser: Browser, svg: string): Promise<Buffer>;
}

declare module '*/host/package.mjs' {
  export function layOut(folder: string): void;
  export function packageIn(folder: string): string;
  export function vsce(folder: string, ...args: string[]): string;
}
