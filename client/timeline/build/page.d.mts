/** The types of page.mjs, which the build reads as it is. */
import type { BuildOptions } from 'esbuild';

export const PAGE: BuildOptions;
