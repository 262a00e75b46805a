import type { Plugin } from 'esbuild';

/** Gives bundles what looks a text up, and nothing that would read texts from a disk or a network. */
export declare const textsAtHand: Plugin;
