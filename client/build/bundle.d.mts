/** The types of bundle.mjs, which the build reads as it is. */
import type { BuildOptions } from 'esbuild';

export const CLIENT: BuildOptions;
