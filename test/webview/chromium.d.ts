/** Types of the browser launcher, which is plain JavaScript so that it runs before anything is built. */
declare module '*/host/chromium.mjs' {
  import type { Browser } from 'playwright-core';
  export function launchChromium(options?: { headless?: boolean }): Promise<Browser>;
}
