/** The types of sample.mjs, which the build reads as it is. */

export function packedSample(): string;
