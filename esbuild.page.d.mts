import type { BuildOptions } from 'esbuild';

export const PAGE: BuildOptions;
