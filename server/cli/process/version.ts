/** The version of the command line. */

/** Written in by the bundler; there is none where a module runs as it is. */
declare const __VERSION__: string;

/** The version in package.json. */
export function version(): string {
  return __VERSION__;
}
