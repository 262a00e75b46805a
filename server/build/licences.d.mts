/** The types of licences.mjs, which the build reads as it is. */
import type { Metafile } from 'esbuild';

export function packagesIn(metafiles: readonly Metafile[]): string[];
export function licencesOf(folders: readonly string[]): string;
