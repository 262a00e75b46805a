/** The version of the command line. */

/** Written in by the bundler: the version in package.json. */
declare const __VERSION__: string;

export const VERSION = __VERSION__;
