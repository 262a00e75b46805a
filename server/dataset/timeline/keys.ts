/** Keys of what a record puts on the timeline: `<kind>/<id>`, and another for what a proposal aims at. */

const TARGET = '#target';

/** The key of the entry that tells what the record of a key aims at. */
export function targetKey(key: string): string {
  return key + TARGET;
}

/** Whether a key ends as that of what a record aims at does. */
export function isTargetKey(key: string): boolean {
  return key.endsWith(TARGET);
}

/** The key of the record that aims at what a key names; nothing where a key names no aim. */
export function aimingKey(key: string): string | undefined {
  return isTargetKey(key) ? key.slice(0, -TARGET.length) : undefined;
}
