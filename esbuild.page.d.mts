import type { BuildOptions } from 'esbuild';

export const PAGE: BuildOptions;

export function smaller(script: string): Promise<string>;
