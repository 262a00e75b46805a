/** Types of generate.mjs, for tests and tools written in TypeScript. */

/** Writes the generated files whose content changed into a folder, schemas/generated unless given; returns their paths in it. */
export declare function generate(folder?: string): string[];
