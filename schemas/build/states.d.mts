/** Types of states.mjs, for tests and tools written in TypeScript. */

/** Makes the records of all states, one YAML document each, ordered by id. */
export declare function buildStates(): string;
